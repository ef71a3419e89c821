import subprocess
import sys
from resource import RUSAGE_CHILDREN, getrusage

import pytest

from procflow.cli import procflow as root
from procflow.commands import NAMES
from procflow.commands.base import Command, Group
from procflow.engine.messages import message


def test_help_names_every_command_in_both_languages(procflow):
    english, vietnamese = procflow("--help"), procflow("--language", "vi", "--help")
    assert english.code == vietnamese.code == 0
    for name in NAMES:
        assert f"\n  {name} " in english.out
        assert f"\n  {name} " in vietnamese.out
    assert english.out.startswith("Usage: procflow")
    assert vietnamese.out.startswith("Cách dùng: procflow")


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself_in_both_languages(procflow, name):
    for language in ("vi", "en"):
        page = procflow("--language", language, name, "--help")
        assert page.code == 0
        first = message(f"command.about.{name}", language).splitlines()[0]
        assert " ".join(first.split()) in " ".join(page.out.split())
        assert "command." not in page.out


@pytest.mark.parametrize("name", NAMES)
def test_every_command_takes_the_common_options(name):
    command = root.get_command(None, name)
    assert isinstance(command, Command | Group)
    spelled = {each for param in command.params for each in param.opts}
    assert {"--json", "--language", "--database", "--settings", "--debug"} <= spelled


def test_nothing_asked_is_misuse_and_shows_help(procflow):
    ran = procflow()
    assert ran.code == 2
    assert "Usage: procflow" in ran.out + ran.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["instnces"], "There is no command “instnces”. Did you mean “instances”?"),
        (["xyz"], "There is no command “xyz”."),
        (["init", "--jsn"], "There is no option “--jsn”. Did you mean “--json”?"),
        (["claim"], "USER_TASK is missing."),
        (
            ["instances", "--limit", "0"],
            "The value of --limit does not fit: 0 is not in the range x>=1.",
        ),
        (
            ["start", "p", "--set", "x"],
            "The value of --set does not fit: expected NAME=VALUE, but found “x”",
        ),
        (
            ["start", "p", "--variables", "no.json"],
            "Cannot use the file no.json: No such file or directory.",
        ),
        (["--settings", "no.toml", "instances"], "Cannot read no.toml"),
    ],
)
def test_misuse_is_one_sentence_and_code_2(procflow, arguments, sentence):
    ran = procflow(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert sentence in ran.err
    assert len(ran.err.splitlines()) == 1


def test_an_error_is_a_json_document_for_programs(procflow):
    ran = procflow("claim", "--json")
    assert ran.code == 2
    assert ran.err == ""
    assert ran.value == {"error": {"kind": "MissingParameter", "message": "USER_TASK is missing."}}


def test_variables_that_are_no_json_are_told_with_line_and_column(procflow, tmp_path):
    (tmp_path / "v.json").write_text('{\n "a": ,\n}')
    assert (
        "v.json is not JSON: Expecting value (line 2, column 7)"
        in procflow("start", "p", "--variables", "v.json").err
    )
    (tmp_path / "v.json").write_text("[1]")
    assert "expected a JSON object" in procflow("start", "p", "--variables", "v.json").err


def test_help_loads_neither_the_engine_nor_the_database():
    look = "import sys; from procflow.cli import main; main(['--help']); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True
    )
    modules = loaded.stdout.splitlines()[-1].split()
    assert not {"sqlalchemy", "SpiffWorkflow", "rich", "lxml", "alembic"} & set(modules)


def test_help_answers_in_under_200_ms():
    """Of a processor's time: how long a person waits depends on what else it does."""

    def once():
        begin = getrusage(RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "procflow.cli", "--help"], capture_output=True, check=True
        )
        end = getrusage(RUSAGE_CHILDREN)
        return (end.ru_utime + end.ru_stime) - (begin.ru_utime + begin.ru_stime)

    assert min(once() for _ in range(5)) < 0.2


def test_errors_speak_the_language_of_the_settings(procflow, tmp_path, monkeypatch):
    monkeypatch.delenv("PROCFLOW_LANGUAGE")
    (tmp_path / "procflow.toml").write_text('language = "en"')
    english = procflow("explain", "nobody").err
    (tmp_path / "procflow.toml").write_text('language = "vi"')
    assert procflow("explain", "nobody").err == "Không có hồ sơ “nobody”\n"
    assert english != "Không có hồ sơ “nobody”\n"
