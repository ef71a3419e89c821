"""VietQR: the code as NAPAS publishes it, and a statement file as the only proof."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.errors import BadConfiguration, BadInput
from procflow.handlers.payment import emv, vietqr_code
from procflow.handlers.payment.exercise import (
    EXERCISE,
    FEE,
    MORNING,
    VISIT,
    Bench,
    intent,
    opened,
    statement,
)
from procflow.handlers.payment.gateway import Gateway
from procflow.handlers.payment.memory import MemoryOrders
from procflow.handlers.payment.order import Refusal
from procflow.handlers.payment.statement import StatementLayout, read_statement, whole_dong
from procflow.handlers.payment.vietqr import VietqrAccount, VietqrProvider
from procflow.tests.handlers.payment.benches import books

ACCOUNT = VietqrAccount(bank="970403", account="0011012345678", holder="UBND phuong Hac Thanh")

PUBLISHED = (
    "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA5303704540618000058"
    "02VN62340107NPS68690819thanh toan don hang63042E2E",
    "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN"
    "63044F52",
    "00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005"
    "802VN62340107NPS68690819thanh toan don hang6304A203",
)


class Transferrer:
    """Somebody at a bank; our side hears of it by the bank's statement."""

    def __init__(self, gateway, orders):
        self.gateway, self.orders, self.number = gateway, orders, 0

    def pay(self, number, *, now, amount=None):
        self.number += 1
        paid = self.orders.find(number).order.amount if amount is None else amount
        return statement((now, paid, f"FT{self.number}", f"CT tu Nguyen Van A {number.lower()}"))

    def again(self, number, *, now):
        return self.pay(number, now=now)

    def hear(self, raw, *, now):
        return self.gateway.settle(raw, now=now)


@pytest.fixture(params=["memory", "embedded"])
def bench(request, database_url):
    with books(request.param, database_url) as (orders, _):
        yield bench_of(orders)


def bench_of(orders, **more):
    gateway = Gateway(VietqrProvider(ACCOUNT, **more), orders)
    return Bench(gateway, orders, Transferrer(gateway, orders), refunds=False)


@pytest.mark.parametrize("step", EXERCISE, ids=lambda step: step.__name__)
def test_exercise(step, bench):
    step(bench)


@pytest.mark.parametrize("published", PUBLISHED)
def test_published_codes_have_their_crc(published):
    assert emv.crc(published[:-4]) == published[-4:]
    assert emv.code(list(emv.fields(published))[:-1]) == published


def test_a_code_has_the_fields_of_a_transfer():
    text = vietqr_code.transfer(
        bank="970403",
        account="0011012345678",
        amount=Decimal(180_000),
        reference="TTABCDEFGHIJKLM",
    )
    said = dict(emv.fields(text))
    first = dict(emv.fields(PUBLISHED[0]))
    for tag in ("00", "01", "38", "53", "54", "58"):
        assert said[tag] == first[tag]
    assert dict(emv.fields(said["62"])) == {"01": "TTABCDEFGHIJKLM", "08": "TTABCDEFGHIJKLM"}
    assert said["63"] == emv.crc(text[:-4])


@given(st.lists(st.tuples(st.sampled_from(["00", "26", "62"]), st.text("AZ09 ", min_size=1))))
def test_what_is_written_is_read_back(fields):
    fitting = [(tag, value[:99]) for tag, value in fields]
    text = emv.code(fitting)
    assert list(emv.fields(text)) == [*fitting, ("63", text[-4:])]


@given(st.integers(0, 60), st.sampled_from("0123456789"))
def test_a_changed_sign_changes_the_crc(place, sign):
    code = PUBLISHED[0]
    changed = code[:place] + sign + code[place + 1 : -4]
    assert (emv.crc(changed) == code[-4:]) is (changed == code[:-4])


@pytest.mark.parametrize("text", ["0", "000", "00XX", "0005ab", "zz02ab"])
def test_what_is_no_code_is_refused(text):
    with pytest.raises(ValueError, match="field of a code"):
        list(emv.fields(text))


@pytest.mark.parametrize("reference", ["", "T" * 26])
def test_what_does_not_fit_is_refused(reference):
    with pytest.raises(ValueError, match="characters"):
        vietqr_code.transfer(bank="970403", account="1", amount=FEE, reference=reference)


def test_the_page_shows_the_code_and_says_what_to_write():
    bench = bench_of(MemoryOrders())
    order = opened(bench.gateway, "page <script>")
    html = bench.gateway.visit(order.number, VISIT, now=MORNING).html
    for shown in ("<svg", order.number, "0011012345678", "100.000 đ", "page &lt;script&gt;"):
        assert shown in html
    assert "http" not in html.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_the_picture_is_a_png():
    code = bench_of(MemoryOrders())
    text = VietqrProvider(ACCOUNT).code(opened(code.gateway, "png"))
    assert vietqr_code.png(text).startswith(b"\x89PNG")


def test_more_than_a_quick_transfer_takes_is_refused():
    bench = bench_of(MemoryOrders())
    more = intent("more", Decimal(500_000_000))
    assert isinstance(bench.gateway.open(more, key="k", now=MORNING), Refusal)


@pytest.mark.parametrize(
    "wrong",
    [{"bank": "97040"}, {"bank": "97040A"}, {"account": "12 34"}, {"account": "1" * 20}],
)
def test_an_account_that_is_none_is_refused(wrong):
    with pytest.raises(BadConfiguration):
        VietqrAccount(**{"bank": "970403", "account": "1", "holder": "x"} | wrong)


class TestStatements:
    LAYOUT = StatementLayout(
        time="Ngày giao dịch",
        amount="Ghi có",
        debit="Ghi nợ",
        transaction="Số bút toán",
        content="Nội dung",
        delimiter=";",
        moments="%d/%m/%Y %H:%M:%S",
    )
    FILE = (
        "Số bút toán;Ngày giao dịch;Ghi nợ;Ghi có;Nội dung\r\n"
        'FT01;02/03/2026 08:15:00;;"150,000.00";NOP LE PHI TTAB CDEFGHIJK LM\r\n'
        "FT02;02/03/2026 09:00:00;20.000 VND;;Hoan tien\r\n"
        "\r\n"
        ";02/03/2026 09:30:00;;5000;khong ma\r\n"
        ";02/03/2026 09:30:00;;5000;khong ma\r\n"
    )

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_a_bank_s_own_file_is_read(self, encoding):
        lines = read_statement(self.FILE.encode(encoding), self.LAYOUT)
        assert [int(line.amount) for line in lines] == [150_000, -20_000, 5_000, 5_000]
        assert lines[0].orders == ("TTABCDEFGHIJKLM",)
        assert lines[0].at == MORNING + timedelta(minutes=15)
        assert len({line.transaction for line in lines}) == 4
        assert read_statement(self.FILE.encode(), self.LAYOUT) == lines

    @pytest.mark.parametrize(
        ("file", "found"),
        [
            (b"", "empty"),
            (b"time,amount\n", "content"),
            (b"time,amount,content\nyesterday,1,x\n", "row 2"),
            (b"time,amount,content\n2026-03-02T08:00:00+07:00,1.55,x\n", "row 2"),
            (b"time,amount,content\n2026-03-02T08:00:00+07:00,NaN,x\n", "row 2"),
            (b"\xff\x00\x12", "UTF-8"),
        ],
    )
    def test_what_cannot_be_read_is_told(self, file, found):
        with pytest.raises(BadInput, match=found):
            read_statement(file, StatementLayout())

    @pytest.mark.parametrize(
        ("text", "amount"),
        [
            ("150000", 150_000),
            ("150,000", 150_000),
            ("150.000", 150_000),
            ("1.150.000 VND", 1_150_000),
            ("150,000.00", 150_000),
            ("150000.0", 150_000),
            ("-20.000", -20_000),
            ("+ 5 000 đ", 5_000),
        ],
    )
    def test_amounts_as_banks_write_them(self, text, amount):
        assert whole_dong(text) == amount

    @pytest.mark.parametrize("text", ["", "12,34", "1.5", "abc", "1e400", "Infinity"])
    def test_amounts_that_are_none(self, text):
        with pytest.raises(ValueError):
            whole_dong(text)

    def test_a_number_is_found_behind_letters_like_its_own(self):
        bench = bench_of(MemoryOrders())
        order = opened(bench.gateway, "letters")
        text = f"TT NOP TT{order.number} cam on"
        file = statement((MORNING, FEE, "FT9", text))
        assert bench.gateway.settle(file, now=MORNING).confirmed == (order.number,)

    def test_the_report_adds_up(self):
        bench = bench_of(MemoryOrders())
        order = opened(bench.gateway, "report")
        lines = [
            (MORNING, FEE, "FT1", order.number),
            (MORNING, FEE, "FT2", order.number),
            (MORNING + timedelta(hours=1), Decimal(-30_000), "FT3", "hoan"),
        ]
        settled = bench.gateway.settle(statement(*lines), now=MORNING)
        assert (settled.came_in, settled.went_out, settled.lines) == (200_000, 30_000, 3)
        assert settled.confirmed == (order.number,)
        assert [each.kind for each in settled.differences] == ["double"]
