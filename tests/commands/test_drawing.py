"""`procflow render` and `procflow diff`."""

import json
from pathlib import Path

import pytest

from procflow.engine.bpmn.writer import Pencil

HOUSE = Path(__file__).parents[2]
LIB = HOUSE / "processes" / "lib"
FILE = LIB / "lib-cap-nhat-trang-thai.bpmn"


def test_a_drawing_is_drawn_beside_us(procflow, tmp_path):
    ran = procflow("render", FILE)
    assert ran.out == "Drew lib-cap-nhat-trang-thai.svg.\n"
    assert (tmp_path / "lib-cap-nhat-trang-thai.svg").read_text().startswith("<svg")


def test_a_folder_is_drawn_into_a_folder(procflow, tmp_path):
    files = procflow("render", LIB, "-o", "pictures", "--json").value["files"]
    assert [Path(file).name for file in files] == sorted(
        f"{file.stem}.svg" for file in LIB.glob("*.bpmn")
    )


def test_png_and_sheets(procflow, tmp_path):
    assert procflow("render", FILE, "--png", "-o", "x.png").code == 0
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")
    large = HOUSE / "processes/cap-giay-phep-xay-dung/cap-giay-phep-xay-dung.bpmn"
    files = procflow("render", large, "--a4", "-o", "large.svg", "--json").value["files"]
    assert len(files) > 1
    assert Path(files[0]).name == "large-1.svg"


def test_a_drawing_without_a_picture_is_laid_out(procflow, tmp_path):
    text = FILE.read_text()
    start = text.index("  <bpmndi:BPMNDiagram")
    (tmp_path / "bare.bpmn").write_text(text[:start] + "</bpmn:definitions>\n")
    assert procflow("render", "bare.bpmn").code == 0
    assert "Ghi trạng thái hồ" in (tmp_path / "bare.svg").read_text()


def test_one_thing_is_laid_over_at_a_time(procflow):
    ran = procflow("render", FILE, "--coverage", "--diff", FILE)
    assert ran.code == 2
    assert "--coverage, --diff" in ran.err


def test_an_empty_folder_is_refused(procflow, tmp_path):
    ran = procflow("render", tmp_path)
    assert ran.code == 3
    assert "Expected a drawing (.bpmn)" in ran.err


@pytest.fixture
def changed(tmp_path):
    pencil = Pencil(FILE.name, FILE.read_bytes())
    pencil.rename("ghi-trang-thai", "Ghi trạng thái")
    pencil.set_property("gui-thong-bao", "duration", "PT1H")
    (tmp_path / FILE.name).write_bytes(pencil.content)
    return tmp_path / FILE.name


def test_differences_are_told_by_label(procflow, changed):
    ran = procflow("diff", FILE, changed)
    assert "label: Ghi trạng thái hồ sơ → Ghi trạng thái" in ran.out
    assert "property duration: PT1H" in ran.out
    assert "0 added, 0 removed, 2 changed, 0 moved." in ran.out
    value = procflow("diff", FILE, changed, "--json").value
    assert [each["id"] for each in value["changes"]] == ["ghi-trang-thai", "gui-thong-bao"]


def test_the_same_drawing_does_not_differ(procflow):
    assert procflow("diff", FILE, FILE).out == "The drawings say the same.\n"


def test_folders_are_compared_by_the_names_of_their_files(procflow, changed, tmp_path):
    changes = procflow("diff", LIB, tmp_path, "--json").value["changes"]
    kinds = {(each["kind"], each["thing"]) for each in changes}
    assert ("removed", "process") in kinds
    assert ("changed", "element") in kinds


def test_the_difference_is_coloured(procflow, changed, tmp_path):
    assert procflow("render", changed, "--diff", FILE, "-o", "diff.svg").code == 0
    picture = (tmp_path / "diff.svg").read_text()
    assert "#fff3c4" in picture
    assert ">changed</text>" in picture


@pytest.fixture
def running(procflow, tmp_path):
    """A dossier that waits at the one-stop."""
    assert procflow("new", "1.001193", "Khai sinh").code == 0
    assert procflow("deploy").code == 0
    applicant = {"applicant": {"name": "Nguyễn Văn An", "email": "an@example.com"}}
    (tmp_path / "an.json").write_text(json.dumps(applicant))
    started = procflow("start", "khai-sinh", "--variables", "an.json", "--business-key", "N-1")
    assert started.code == 0
    assert procflow("work", "--until-idle").code == 0
    return tmp_path / "processes/khai-sinh/khai-sinh.bpmn"


def group(picture, element):
    """What is drawn for an element."""
    start = picture.index(f'data-element="{element}"')
    return picture[start : picture.index("</g>", start)]


def test_where_an_instance_is(procflow, running, tmp_path):
    assert procflow("render", running, "--tokens", "N-1", "-o", "tokens.svg").code == 0
    picture = (tmp_path / "tokens.svg").read_text()
    assert "#dcecff" in group(picture, "kiem-tra")
    assert "#e3f5e7" in group(picture, "mo-ho-so")
    assert "#ffffff" in group(picture, "tham-dinh")
    assert "1 tokens are here" in picture


def test_what_instances_have_passed(procflow, running, tmp_path):
    assert procflow("render", running, "--coverage", "-o", "coverage.svg").code == 0
    picture = (tmp_path / "coverage.svg").read_text()
    assert "#e3f5e7" in group(picture, "mo-ho-so")
    assert "#ffeddc" in group(picture, "tham-dinh")
    assert "passed 1 times" in picture
