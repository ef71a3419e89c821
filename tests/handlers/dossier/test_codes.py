from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.errors import BadConfiguration
from procflow.handlers.dossier.codes import CodeParts, CodePattern

units = st.from_regex(r"[A-Y][0-9]{2}(\.[0-9A-Z]{1,3}){0,4}", fullmatch=True)
days = st.dates(date(2000, 1, 1), date(2068, 12, 31))
numbers = st.integers(1, 10**7)
patterns = st.sampled_from(
    ["{unit}-{yymmdd}-{nnnn}", "{unit}-{yyyymmdd}-{nnnnnnn}", "HS/{yymmdd}/{unit}/{nnn}"]
)


@given(patterns, units, days, numbers)
def test_a_code_is_read_back(text, unit, day, number):
    pattern = CodePattern(text)
    assert pattern.read(pattern.code(unit, day, number)) == CodeParts(unit, day, number)


@given(patterns, units, days, numbers, units, days, numbers)
def test_different_dossiers_have_different_codes(text, unit, day, n, other_unit, other_day, m):
    pattern = CodePattern(text)
    same = (unit, day, n) == (other_unit, other_day, m)
    assert (pattern.code(unit, day, n) == pattern.code(other_unit, other_day, m)) is same


def test_the_usual_pattern():
    assert CodePattern().code("H56.14.01", date(2026, 3, 2), 7) == "H56.14.01-260302-0007"
    assert CodePattern().code("G12.18", date(2026, 4, 21), 43005) == "G12.18-260421-43005"


def test_numbers_of_a_pattern_with_a_year_count_within_the_year():
    pattern = CodePattern("{unit}/{yyyy}/{nnnnn}")
    january, december = date(2026, 1, 5), date(2026, 12, 30)
    assert pattern.scope("H56", january) == pattern.scope("H56", december)
    assert pattern.scope("H56", january) != CodePattern().scope("H56", january)


@pytest.mark.parametrize("code", ["H56.14-261301-0001", "H56.14-260301-001", "h56-260301-0001", ""])
def test_what_is_no_code_is_not_read(code):
    assert CodePattern().read(code) is None


@pytest.mark.parametrize(
    "text",
    ["{unit}-{nnnn}", "{yymmdd}-{nnnn}", "{unit}-{yymmdd}", "{unit}-{yymmdd}-{nn}-{nn}", "{x}", ""],
)
def test_a_pattern_without_one_of_each_is_refused(text):
    with pytest.raises(BadConfiguration, match="code pattern"):
        CodePattern(text)
