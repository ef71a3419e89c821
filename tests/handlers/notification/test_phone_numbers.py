"""Numbers as people write them become the number networks know."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from procflow.engine.errors import UnfitInput
from procflow.handlers.notification.phone import mobile_number


@pytest.mark.parametrize(
    "written",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "(+84) 912-345-678",
        "84912345678",
        "0084912345678",
        "+84912345678",
    ],
)
def test_a_mobile_number_gets_its_country_code(written):
    assert mobile_number(written) == "84912345678"


@pytest.mark.parametrize(
    "written", ["02373852246", "912345678", "+33612345678", "0212345678", "+84 1234567890"]
)
def test_a_landline_or_foreign_number_takes_no_text_message(written):
    assert mobile_number(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "",
        "không có",
        "09123",
        "0912345678x",
        "0912345678 0987654321",
        "٠٩١٢٣٤٥٦٧٨",
        "+",
        "hoa@example.org",
    ],
)
def test_what_is_no_number_is_the_input_s_fault(written):
    with pytest.raises(UnfitInput) as unfit:
        mobile_number(written)
    assert [problem.field for problem in unfit.value.found] == ["to.phone"]


@given(
    some.from_regex(r"[35789][0-9]{8}", fullmatch=True),
    some.sampled_from(["0", "84", "+84", "0084"]),
)
def test_every_way_to_begin_gives_the_same_number(rest, beginning):
    number = mobile_number(beginning + rest)
    assert number == "84" + rest
    assert mobile_number(number) == number
