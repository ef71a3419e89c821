"""A statement file: what the bank or the gateway says came in, line by line.

A CSV file with a row of headings. What the headings are called is a setting, for every bank calls
them otherwise; the file may be UTF-8 or UTF-16, as spreadsheets save it.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from ...engine.errors import BadInput
from ...engine.handler import setting
from ..local_time import VIETNAM

NUMBER = re.compile(r"(?=(TT[A-Z2-7]{13}))")
LONGEST = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLayout:
    """Section `[….statement]`: what the columns of a statement file are called."""

    time: str = setting("time", "Cột thời điểm giao dịch", "Column of the moment")
    amount: str = setting("amount", "Cột số tiền ghi có", "Column of the amount that came in")
    debit: str = setting("debit", "Cột số tiền ghi nợ, nếu có", "Column of what went out, if any")
    transaction: str = setting(
        "transaction", "Cột số giao dịch; có thể không có", "Column of the bank's number, if any"
    )
    content: str = setting(
        "content", "Cột nội dung, có mã thanh toán", "Column of the text, with the order's number"
    )
    delimiter: str = setting(",", "Dấu ngăn cột", "What stands between columns")
    moments: str = setting(
        "%Y-%m-%dT%H:%M:%S%z",
        "Mẫu của thời điểm, theo strptime; không ghi múi giờ thì là giờ Việt Nam",
        "Pattern of the moments, as strptime has it; Vietnamese time where it has no zone",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """row: in the file, from 1. amount: whole đồng, negative for what went out. orders: what in the
    text may be an order's number.
    """

    row: int
    at: datetime
    amount: Decimal
    transaction: str
    content: str
    orders: tuple[str, ...]


def read_statement(statement: bytes, layout: StatementLayout) -> Sequence[StatementLine]:
    """Raises BadInput, naming the row, for what cannot be read; then no line is taken."""
    rows = list(csv.reader(_text(statement).splitlines(), delimiter=layout.delimiter, strict=True))
    if not rows:
        raise BadInput.of("payments.statement.empty")
    columns = {name.strip(): place for place, name in enumerate(rows[0])}
    for needed in (layout.time, layout.amount, layout.content):
        if needed not in columns:
            raise BadInput.of("payments.statement.column", column=needed)
    filled = ((n, row) for n, row in enumerate(rows[1:], start=2) if any(map(str.strip, row)))
    return tuple(_named(_Row(number, row, columns, layout) for number, row in filled))


def orders_in(content: str) -> tuple[str, ...]:
    """What may be an order's number in a bank's text, which may have lost or gained spaces."""
    return tuple(NUMBER.findall(re.sub(r"[\s.\-]", "", content.upper())))


def whole_dong(text: str) -> Decimal:
    """An amount as banks write it: `150,000`, `150.000 VND`, `150000.00`. Raises ValueError."""
    bare = re.sub(r"\s|VND|VNĐ|đ|\+", "", text, flags=re.IGNORECASE)
    bare = re.sub(r"[.,]0{1,2}$", "", bare)
    if re.fullmatch(r"-?\d{1,3}([.,]\d{3})+", bare):
        bare = re.sub(r"[.,]", "", bare)
    if not re.fullmatch(r"-?\d{1,15}", bare):
        raise ValueError(text)
    return Decimal(bare)


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: Sequence[str]
    columns: Mapping[str, int]
    layout: StatementLayout

    def cell(self, column: str) -> str:
        place = self.columns.get(column)
        return self.cells[place].strip() if place is not None and place < len(self.cells) else ""

    @property
    def at(self) -> datetime:
        text = self.cell(self.layout.time)
        try:
            read = datetime.strptime(text, self.layout.moments)
        except ValueError:
            raise self._unread(self.layout.time) from None
        return read if read.tzinfo else read.replace(tzinfo=VIETNAM)

    @property
    def amount(self) -> Decimal:
        came, went = self.cell(self.layout.amount), self.cell(self.layout.debit)
        try:
            return whole_dong(came or "0") - abs(whole_dong(went or "0"))
        except ValueError:
            raise self._unread(self.layout.amount) from None

    def _unread(self, column: str) -> BadInput:
        return BadInput.of("payments.statement.unread", row=self.number, column=column)


def _named(rows: Iterator[_Row]) -> Iterator[StatementLine]:
    """Lines without a number of the bank get one that is the same whenever the file is read."""
    seen: Counter[str] = Counter()
    for row in rows:
        at, amount, content = row.at, row.amount, row.cell(row.layout.content)
        described = f"{at.isoformat()}|{amount}|{content}"
        seen[described] += 1
        made = sha256(f"{described}|{seen[described]}".encode()).hexdigest()[:16]
        yield StatementLine(
            row=row.number,
            at=at,
            amount=amount,
            transaction=row.cell(row.layout.transaction) or made,
            content=content,
            orders=orders_in(content),
        )


def _text(statement: bytes) -> str:
    if len(statement) > LONGEST:
        raise BadInput.of("payments.statement.long", most=LONGEST)
    marked = statement.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return statement.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput.of("payments.statement.encoding") from None
