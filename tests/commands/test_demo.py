"""The demo plays both procedures to their end and leaves one dossier waiting."""

import pytest

from procflow.commands.story import read_story
from procflow.engine.errors import BadInput
from procflow.engine.messages import page


@pytest.fixture
def played(procflow):
    ran = procflow("demo")
    assert ran.code == 0, ran.err
    return ran.out


def test_a_line_for_every_step_with_time_actor_deed_code_status_and_due_date(played):
    lines = [line for line in played.splitlines() if "Ký văn bản xin lỗi, hẹn ngày mới" in line]
    assert len(lines) == 1
    for part in (
        "03-12",
        "Hoàng Trung Dũng",
        "H56.14.02-260302-0001",
        "4 In progress",
        "03-26 17:00",
    ):
        assert part in lines[0]


def test_the_due_date_is_the_one_told_last(played):
    before, after = (
        next(line for line in played.splitlines() if deed in line)
        for deed in ("Còn 1,5 ngày làm việc", "Ký văn bản xin lỗi")
    )
    assert before.rstrip().endswith("03-11 17:00")
    assert after.rstrip().endswith("03-26 17:00")


def test_what_nobody_does_is_the_engines(played):
    (line, *_) = [line for line in played.splitlines() if "Tính lệ phí" in line]
    assert "procflow" in line


def test_history_has_words_for_everything_that_happened(procflow):
    dossiers = procflow("demo", "--json").value["dossiers"]
    settings = ["--settings", "demo/procflow.toml"]
    for dossier in dossiers:
        events = procflow(*settings, "history", dossier["dossier"], "--json").value["events"]
        kinds = {event["what"] for event in events}
        assert {
            kind for kind in kinds if f"command.happening.{kind}" not in page("command")
        } == set()


def test_both_procedures_come_to_a_result_and_one_dossier_waits(procflow):
    value = procflow("demo", "--json").value
    assert [(each["state"], each["status"]) for each in value["dossiers"]] == [
        ("ended", 10),
        ("ended", 10),
        ("active", 6),
    ]
    settings = ["--settings", "demo/procflow.toml"]
    assert len(procflow(*settings, "instances", "--json").value["instances"]) == 3
    waiting = procflow(*settings, "explain", value["dossiers"][2]["dossier"])
    assert waiting.code == 0
    assert "payment" in waiting.out
    assert procflow(*settings, "history", value["dossiers"][0]["dossier"], "--verify").code == 0


def test_papers_notices_and_what_to_type_next_stand_at_the_end(played):
    for part in ("Giấy phép xây dựng", "15/GPXD", "The history chain is intact", "Try next:"):
        assert part in played
    assert "sandbox pay TT" in played


def test_a_second_demo_begins_anew_and_touches_nothing_else(procflow, tmp_path):
    procflow("demo")
    mine = tmp_path / "demo" / "mine.txt"
    mine.write_text("mine")
    assert len(procflow("demo", "--json").value["dossiers"]) == 3
    assert mine.read_text() == "mine"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("title = 1", "Expected `str`"),
        ("title = ", "Invalid value"),
        (
            'title = "x"\nat = 2026-03-02T08:00:00+07:00\npeople = {}\n'
            '[[dossiers]]\ntitle = "x"\nprocess = "p"\nby = "an"\n',
            "to name an",
        ),
        (
            'title = "x"\nat = 2026-03-02T08:00:00+07:00\npeople = {an = {name = "An"}}\n'
            '[[dossiers]]\ntitle = "x"\nprocess = "p"\nby = "an"\n'
            '[[dossiers.steps]]\ncompletes = "a"\nsends = "b"\n',
            "one of these",
        ),
        (
            'title = "x"\nat = 2026-03-02T08:00:00+07:00\npeople = {an = {name = "An"}}\n'
            '[[dossiers]]\ntitle = "x"\nprocess = "p"\nby = "an"\nafter = "soon"\n',
            "no duration: soon",
        ),
    ],
)
def test_what_is_no_story_is_refused(tmp_path, text, sentence):
    file = tmp_path / "demo.toml"
    file.write_text(text)
    with pytest.raises(BadInput, match=sentence):
        read_story(file)
