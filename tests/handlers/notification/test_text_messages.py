"""What a text message costs, and what it is without accents."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from procflow.handlers.notification.plain import without_accents
from procflow.handlers.notification.segments import is_gsm, segments

VIETNAMESE = "Hồ sơ H56.14.01-260302-0001 đã được tiếp nhận, hẹn trả 17:00 ngày 05/03/2026."


class TestSegments:
    @pytest.mark.parametrize(
        ("text", "accents", "units", "count"),
        [
            ("", False, 0, 1),
            ("a" * 160, False, 160, 1),
            ("a" * 161, False, 161, 2),
            ("a" * 306, False, 306, 2),
            ("a" * 307, False, 307, 3),
            ("€" * 80, False, 160, 1),
            ("à" * 160, False, 160, 1),
            ("ả" * 70, True, 70, 1),
            ("ả" * 71, True, 71, 2),
            ("ả" * 134, True, 134, 2),
            ("ả" * 135, True, 135, 3),
            ("😀" * 35, True, 70, 1),
        ],
    )
    def test_what_is_paid_for(self, text, accents, units, count):
        found = segments(text)
        assert (found.accents, found.units, found.count) == (accents, units, count)

    def test_a_character_of_two_units_is_not_split(self):
        assert segments("a" * 152 + "€" + "a" * 152).count == 3
        assert segments("ả" * 66 + "😀" + "ả" * 66).count == 3

    def test_accents_cost_double(self):
        assert (segments(VIETNAMESE).count, segments(without_accents(VIETNAMESE)).count) == (2, 1)


class TestWithoutAccents:
    @pytest.mark.parametrize(
        ("text", "plain"),
        [
            ("Đăng ký hộ kinh doanh", "Dang ky ho kinh doanh"),
            ("Phường Đông Thọ, quận Ô Môn", "Phuong Dong Tho, quan O Mon"),
            ("ƯỚC ướt ỷ ỹ ợ ặ", "UOC uot y y o a"),
            ("“một cửa” – 150.000 ₫…", '"mot cua" - 150.000 d...'),
            ("H56.14.01-260302-0001", "H56.14.01-260302-0001"),
            ("ho\u0302\u0300 so\u031b", "ho so"),
            ("公 😀", "? ?"),
        ],
    )
    def test_examples(self, text, plain):
        assert without_accents(text) == plain

    @given(some.text())
    def test_the_result_is_always_in_the_cheap_alphabet_and_stays(self, text):
        plain = without_accents(text)
        assert is_gsm(plain)
        assert without_accents(plain) == plain

    @given(
        some.text(
            alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậ ẹềểễếệỉĩịọồổỗốộờởỡớợụừửữứựỳỷỹỵ",
            max_size=400,
        )
    )
    def test_vietnamese_never_costs_more_without(self, text):
        assert segments(without_accents(text)).count <= segments(text).count
        assert "?" not in without_accents(text)
