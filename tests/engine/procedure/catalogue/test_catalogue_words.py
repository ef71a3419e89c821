from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.procedure.catalogue.amounts import (
    amounts_in,
    is_set_elsewhere,
    says_free,
    whole_number,
)
from procflow.engine.procedure.catalogue.codes import (
    form_number_in,
    is_procedure_code,
    legal_number_in,
    signed_on,
    year_of,
)
from procflow.engine.procedure.catalogue.terms import Term, counts_from_15, term_of, terms_in
from procflow.engine.procedure.catalogue.words import one_line, parts_of, plain, told, unwrapped
from procflow.engine.procedure.facts import Unit

WORKING, DAY, HOUR, MONTH = Unit.WORKING_DAY, Unit.DAY, Unit.HOUR, Unit.MONTH


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("03 ngày làm việc", [(3, WORKING)]),
        ("không quá 20 ngày", [(20, DAY)]),
        ("Trong thời hạn mười lăm (15) ngày kể từ", [(15, DAY)]),
        ("tối đa một ngày", [(1, DAY)]),
        ("08 giờ làm việc", [(8, Unit.WORKING_HOUR)]),
        ("24 giờ", [(24, HOUR)]),
        ("không quá 12 tháng; 06 tháng", [(12, MONTH), (6, MONTH)]),
        ("2 tuần", [(14, DAY)]),
        ("01 năm", [(12, MONTH)]),
        ("trong ngày", [(0, Unit.SAME_DAY)]),
        ("Ngay trong ngày làm việc", [(0, Unit.SAME_DAY)]),
        ("trả trong ngày làm việc tiếp theo", []),
        ("10 ngày làm việc (hoặc 7 ngày làm việc)", [(10, WORKING), (7, WORKING)]),
        ("ngày 15 tháng 6 năm 2025", []),
        ("ngày 15/11/2016", []),
        ("Điều 5 ngày ngày", [(5, DAY)]),
        ("Không quy định", []),
    ],
)
def test_lengths_are_read_from_words(text, terms):
    assert [(term.value, term.unit) for term in terms_in(text)] == terms


@pytest.mark.parametrize(
    ("quantity", "unit", "term"),
    [
        ("10", "WORKING_DAY", Term(10, WORKING)),
        ("10.0", "working_day", Term(10, WORKING)),
        ("2", "WEEK", Term(14, DAY)),
        ("1", "YEAR", Term(12, MONTH)),
        ("10 ngày", "", Term(10, DAY)),
        ("1", "OTHER", None),
        ("", "OTHER", None),
        ("", "WORKING_DAY", None),
        ("0", "DAY", None),
        ("99999", "DAY", None),
        ("-3", "DAY", None),
    ],
)
def test_lengths_are_read_from_data(quantity, unit, term):
    assert term_of(quantity, unit) == term


@given(st.integers(1, 999), st.sampled_from(["ngày làm việc", "ngày", "giờ", "tháng"]))
def test_what_is_said_is_read_again(number, words):
    (term,) = terms_in(f"không quá {number:02d} {words}")
    assert term.value == number
    assert terms_in(term.said()) == (term,)


def test_the_15_hours_rule():
    assert counts_from_15("nếu nhận hồ sơ sau 15 giờ thì có Phiếu hẹn")
    assert not counts_from_15("trước 15 giờ")


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("10.000 đồng/lần đăng ký", [10_000]),
        ("11.000.000 (VNĐ)", [11_000_000]),
        ("1.000.000 đồng/phòng, không quá 6.000.000 đồng", [1_000_000, 6_000_000]),
        ("2,5 triệu", []),
        ("3 triệu đồng", [3_000_000]),
        ("50 nghìn đồng", [50_000]),
        ("150 000 đ", [150_000]),
        ("Thông tư số 85/2019/TT-BTC", []),
        ("điểm đ khoản 1", []),
    ],
)
def test_amounts_are_read_from_words(text, amounts):
    assert list(amounts_in(text)) == [Decimal(amount) for amount in amounts]


@given(st.integers(0, 10**9))
def test_an_amount_with_points_is_the_number(number):
    written = f"{number:,}".replace(",", ".")
    assert whole_number(written) == number
    assert amounts_in(f"thu {written} đồng.") == (number,)


def test_what_is_no_whole_number_is_none():
    assert [whole_number(text) for text in ("", "1,5", "1.5", "abc", "5.00")] == [None] * 4 + [5]


def test_free_and_set_elsewhere():
    assert says_free("Miễn lệ phí.") and not says_free("Lệ phí 5.000 đồng")
    assert is_set_elsewhere("Theo quy định của Hội đồng nhân dân cấp tỉnh")
    assert not is_set_elsewhere("/trang")


def test_codes_numbers_and_days():
    assert is_procedure_code("1.001193") and is_procedure_code("1.001193.000.00.00.H56")
    assert not is_procedure_code("1001193")
    assert legal_number_in("Thông tư số 03/2023/TT-BTP") == "03/2023/TT-BTP"
    assert legal_number_in("Nghị quyết 66.7/2025/NQ-CP") == "66.7/2025/NQ-CP"
    assert legal_number_in("Quy ước") == ""
    assert year_of("168/2025/NĐ-CP") == 2025
    assert year_of("12/QĐ-BTP") is None
    assert signed_on("ngày 30 tháng 6 năm 2025 của Chính phủ") == date(2025, 6, 30)
    assert signed_on("ngày 15/11/2016 của Bộ") == date(2016, 11, 15)
    assert signed_on("ngày 31/02/2016") is None
    assert form_number_in("Tờ khai, Mẫu số 01/2025/LLTP;") == "01/2025/LLTP"
    assert form_number_in("(mẫu CT01 ban hành") == "CT01"
    assert form_number_in("theo mẫu quy định") == ""


def test_text_loses_what_copying_left_in_it():
    assert plain("<p>Nộp&nbsp;hồ sơ</p><p>Xong</p>") == "Nộp hồ sơ\nXong"
    assert plain("đăng k\u200eý\x07") == "đăng ký"
    assert plain("a < b và c > d") == "a < b và c > d"
    assert one_line(" a\r\n b ") == "a b"
    assert told("Không có thông tin.") == ""
    assert unwrapped("((Mức lệ phí) (khác))") == "(Mức lệ phí) (khác)"
    assert unwrapped("(a) và (b)") == "(a) và (b)"


def test_lists_are_split_at_commas_before_capitals_outside_brackets():
    assert parts_of("Doanh nghiệp, Tổ chức (không bao gồm doanh nghiệp, HTX), Công dân") == (
        "Doanh nghiệp",
        "Tổ chức (không bao gồm doanh nghiệp, HTX)",
        "Công dân",
    )
    assert parts_of("Ủy ban Nhân dân xã, phường, thị trấn.") == (
        "Ủy ban Nhân dân xã, phường, thị trấn",
    )


@given(st.text())
def test_any_text_can_be_cleaned(text):
    cleaned = plain(text)
    assert plain(cleaned) == cleaned or "&" in cleaned or "<" in cleaned
    cleaned.encode()
    parts_of(text)
