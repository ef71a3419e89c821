import io
import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from procflow.commands.answer import Answer, Line, Row, Table
from procflow.commands.screen import Screen, fitted, to_json

TABLE = Table(["Việc", "Hạn"], [["Thẩm định\nhồ sơ", "1"], ["Ký", "20"]], ["bad"])


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_pipe_gets_aligned_text_without_colour():
    out = io.StringIO()
    Screen(out=out).show(Answer({}, [Line("Xong.", "good"), TABLE]))
    assert out.getvalue() == (
        "Xong.\nViệc             Hạn\nThẩm định hồ sơ  1\nKý               20\n"
    )


def test_letters_made_of_several_marks_are_one_letter_wide():
    out = io.StringIO()
    Screen(out=out).tell(Table(["a", "b"], [["e\u0302\u0301", "x"], ["ab", "y"]]))
    assert out.getvalue().splitlines()[1:] == ["e\u0302\u0301   x", "ab  y"]


def test_a_terminal_gets_colour(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    out = Terminal()
    Screen(out=out).show(Answer({}, [Line("Hỏng", "bad"), TABLE]))
    assert "\x1b[1;31mHỏng" in out.getvalue()
    assert "Thẩm định" in out.getvalue()


def test_text_in_square_brackets_is_text():
    out = Terminal()
    Screen(out=out).tell(Line("[red]x[/red]"), Table(["a"], [["[b]"]]))
    assert "[red]x[/red]" in out.getvalue()
    assert "[b]" in out.getvalue()


def test_programs_get_one_document_and_nothing_else():
    out = io.StringIO()
    screen = Screen(as_json=True, out=out)
    screen.tell(Line("for people"))
    screen.show(Answer({"tên": 1}, [Line("for people")]))
    assert json.loads(out.getvalue()) == {"tên": 1}


def test_values_of_the_engine_have_a_json_value():
    values = {
        "whole": Decimal("100000"),
        "fraction": Decimal("0.5"),
        "day": date(2026, 3, 2),
        "at": datetime(2026, 3, 2, 8, tzinfo=UTC),
        "long": timedelta(minutes=1),
        "groups": frozenset({"b", "a"}),
    }
    assert json.loads(to_json(values)) == {
        "whole": 100000,
        "fraction": 0.5,
        "day": "2026-03-02",
        "at": "2026-03-02T08:00:00+00:00",
        "long": 60.0,
        "groups": ["a", "b"],
    }


def test_columns_that_must_be_whole_stay_whole_where_the_terminal_is_narrow():
    row = Row(["08:00 02/03", "x", "y"], [11, 40, 20], frozenset({1, 2}))
    assert fitted(row, 100) == [11, 40, 20]
    assert fitted(row, 41) == [11, 20, 10]
    assert fitted(row, 5) == [11, 8, 8]
