"""Notices against the drawings of the folder, when it is checked and deployed."""

from pathlib import Path

import pytest

from procflow.engine.config import Config
from procflow.engine.engine import Engine
from procflow.engine.errors import Refused
from procflow.handlers.in_memory import InMemory

PROCESSES = Path(__file__).parents[3] / "processes"
NAME = "dang-ky-ho-kinh-doanh"


@pytest.fixture(scope="module")
def engine():
    with_all = Engine(Config(database="sqlite://", handlers=InMemory().handlers))
    with_all.deployments.deploy(PROCESSES / "lib")
    yield with_all
    with_all.close()


@pytest.fixture
def files():
    folder = PROCESSES / NAME
    return {
        f"{NAME}/{file.relative_to(folder)}": file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.fixture
def found(engine, files):
    def found(rule="notice"):
        return [each for each in engine.deployments.check(files) if each.rule == rule]

    return found


def change(files, name, before, after):
    text = files[f"{NAME}/{name}"].decode()
    assert before in text
    files[f"{NAME}/{name}"] = text.replace(before, after, 1).encode()


def test_nothing_is_said_of_notices_that_read_what_is_written(found):
    """Some of it by the shared process that sends them: the time, the day of the result."""
    assert found() == found("unknown-notice") == []


@pytest.mark.parametrize("placeholder", ["{{ dossier.code }}", "{{ noticeTime }}"])
def test_a_misspelt_variable_is_named(placeholder, found, files):
    name = placeholder[3:-3]
    change(files, "notices/da-nop.md", placeholder, placeholder.replace(name[:4], name[:4] + "e"))
    (finding,) = found()
    assert (finding.severity, finding.file) == ("warning", "notices/da-nop.md")
    assert finding.arguments["near"] == name.partition(".")[0]
    line = files[f"{NAME}/notices/da-nop.md"].decode().splitlines()[finding.line - 1]
    assert finding.arguments["name"] in line


def test_a_variable_nothing_writes_is_told_where_every_start_has_a_form(found, files):
    change(files, "notices/da-nop.md", "# ", "# {{ moonPhase }} ")
    (finding,) = found()
    assert finding.key == "procedure.unwritten"
    assert (finding.arguments["name"], finding.line) == ("moonPhase", 1)


def test_where_anything_may_be_given_at_the_start_it_is_not(found, files):
    change(files, "notices/da-nop.md", "# ", "# {{ moonPhase }} {{ dosiser.code }} ")
    drawing = f"{NAME}/{NAME}.bpmn"
    start = files[drawing].decode()
    before, _, rest = start.partition("<bpmn:startEvent")
    head, _, tail = rest.partition("</bpmn:startEvent>")
    bare = "".join(line for line in head.splitlines(True) if "formDefinition" not in line)
    files[drawing] = f"{before}<bpmn:startEvent{bare}</bpmn:startEvent>{tail}".encode()
    assert [each.arguments["near"] for each in found()] == ["dossier"]


def test_a_call_that_asks_for_an_unknown_notice_refuses_the_deployment(engine, files, found):
    change(files, f"{NAME}.bpmn", '"da-nop"', '"da-nopp"')
    (finding,) = found("unknown-notice")
    assert (finding.severity, finding.arguments["near"]) == ("error", "da-nop")
    assert finding.label == "Báo đã nộp hồ sơ"
    assert finding.sentence("vi").startswith("“Báo đã nộp hồ sơ” gửi thông báo “da-nopp”")
    with pytest.raises(Refused, match="da-nopp"):
        engine.deployments.deploy(files)


def test_a_notice_of_the_shared_process_is_known(files, found):
    change(files, f"{NAME}.bpmn", '"da-nop"', '"dung-xu-ly"')
    assert found("unknown-notice") == []
