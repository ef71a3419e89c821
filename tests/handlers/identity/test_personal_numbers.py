"""Personal numbers: what the digits say, what is impossible, and that they are not shown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.errors import BadInput
from procflow.handlers.identity.look_up import plain_name
from procflow.handlers.identity.personal_number import (
    OldNumber,
    PersonalNumber,
    Sex,
    masked,
    parse_number,
)
from procflow.handlers.identity.provinces import PROVINCES


@pytest.mark.parametrize(
    ("digits", "province", "sex", "year", "century"),
    [
        ("038190000123", "Thanh Hóa", Sex.FEMALE, 1990, 20),
        ("001085012345", "Hà Nội", Sex.MALE, 1985, 20),
        ("079205000001", "Thành phố Hồ Chí Minh", Sex.MALE, 2005, 21),
        ("096310000001", "Cà Mau", Sex.FEMALE, 2010, 21),
        ("038499999999", "Thanh Hóa", Sex.MALE, 2199, 22),
        ("038999999999", "Thanh Hóa", Sex.FEMALE, 2399, 24),
    ],
)
def test_what_the_digits_say(digits, province, sex, year, century):
    number = PersonalNumber.parse(digits)
    assert (number.province, number.sex, number.birth_year) == (province, sex, year)
    assert number.century == century
    assert not number.is_abroad


def test_a_birth_registered_abroad():
    number = PersonalNumber.parse("200190000123")
    assert number.is_abroad
    assert number.province is None
    assert number.remark("vi") is None


@pytest.mark.parametrize("code", ["000", "003", "097", "099"])
def test_a_code_of_no_known_place_is_a_remark_and_refuses_nobody(code):
    number = PersonalNumber.parse(f"{code}190000123")
    assert (number.province, number.is_abroad, number.birth_year) == (None, False, 1990)
    assert "*********123" in number.remark("vi")
    assert "known place of birth" in number.remark("en")
    assert PersonalNumber.parse("038190000123").remark("vi") is None


@pytest.mark.parametrize(
    "text", ["038 190 000 123", "038.190.000.123", "038190-000123", " 038190000123\n"]
)
def test_separators_are_read_over(text):
    assert PersonalNumber.parse(text).digits == "038190000123"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "03819000012",
        "0381900001234",
        "03819000012a",
        "٠٣٨١٩٠٠٠٠١٢٣",
        "171234567",
    ],
)
def test_impossible_numbers_are_refused_without_showing_them(text):
    with pytest.raises(BadInput) as refused:
        PersonalNumber.parse(text)
    for language in ("vi", "en"):
        assert "190000" not in refused.value.sentence(language)


def test_old_numbers_are_recognised():
    assert parse_number("171234567") == OldNumber("171234567")
    assert parse_number("038190000123") == PersonalNumber("038190000123")
    with pytest.raises(BadInput, match="12 digits, or 9"):
        parse_number("12345")


def test_numbers_are_masked_wherever_they_are_shown():
    number, old = PersonalNumber("038190000123"), OldNumber("171234567")
    assert number.masked == "*********123"
    assert f"{number} {number!r} {old} {old!r}" == (
        "*********123 PersonalNumber(*********123) ******567 OldNumber(******567)"
    )
    assert masked("12") == "12"


def test_what_is_declared_has_to_fit():
    number = PersonalNumber("038190000123")
    assert number.fits()
    assert number.fits(born=date(1990, 12, 31), sex=Sex.FEMALE)
    assert number.fits(born=1990)
    assert not number.fits(born=1991)
    assert not number.fits(born=date(1990, 1, 1), sex=Sex.MALE)


def test_every_province_of_before_the_mergers_is_known():
    assert len(PROVINCES) == 63
    assert len(set(PROVINCES.values())) == 63


@given(
    st.sampled_from(sorted(PROVINCES)),
    st.integers(1900, 2399),
    st.sampled_from(Sex),
    st.integers(0, 999_999),
)
def test_a_number_that_was_made_is_read_back(province, year, sex, chance):
    mark = (year - 1900) // 100 * 2 + (sex is Sex.FEMALE)
    number = PersonalNumber.parse(f"{province}{mark}{year % 100:02}{chance:06}")
    assert (number.birth_year, number.sex) == (year, sex)
    assert number.province == PROVINCES[province]
    assert number.fits(born=year, sex=sex)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Nguyễn Thị Hoa", "NGUYEN THI HOA"),
        ("  Đặng   Đình  Ước ", "DANG DINH UOC"),
        ("lê vũ kỳ", "LE VU KY"),
    ],
)
def test_names_as_the_database_wants_them(name, plain):
    assert plain_name(name) == plain
