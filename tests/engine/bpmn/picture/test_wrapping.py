"""Labels break into lines that fit, whatever the words."""

from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.bpmn.picture.metrics import text_width
from procflow.engine.bpmn.picture.wrapping import shortened, wrap

WORDS = st.lists(
    st.text("aáàảãạăâbcđeêghiklmnoôơpqrstuưvxyABĐ0123456789-/.", min_size=1, max_size=24),
    min_size=1,
    max_size=12,
)


def test_a_vietnamese_letter_is_as_wide_as_its_base():
    assert text_width("ế", 12) == text_width("e", 12)
    assert text_width("Đ", 12) > text_width("đ", 12)
    assert text_width("ữ", 12) > text_width("u", 12)


def test_widths_are_those_of_helvetica():
    assert text_width("iii", 1000) == 666
    assert text_width("Hồ sơ", 1000) == 722 + 556 + 278 + 500 + 556 + 60


def test_lines_break_at_blanks():
    assert wrap("Kiểm tra thành phần hồ sơ", 90, 12) == ["Kiểm tra thành", "phần hồ sơ"]


def test_line_breaks_of_the_text_are_kept():
    assert wrap("một\nhai", 200, 12) == ["một", "hai"]


def test_the_last_line_is_cut_short_when_there_is_no_room():
    lines = wrap("một hai ba bốn năm sáu bảy tám chín mười", 60, 12, most=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert text_width(lines[1], 12) <= 60


@given(WORDS, st.floats(30, 300))
def test_no_line_is_too_wide_and_no_letter_is_lost(words, width):
    lines = wrap(" ".join(words), width, 12)
    assert all(text_width(line, 12) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(words)


@given(st.text("ab ơđ", max_size=40), st.floats(12, 200))
def test_a_shortened_text_fits(text, width):
    assert text_width(shortened(text, width, 12), 12) <= max(width, text_width("…", 12))
