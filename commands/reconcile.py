"""`procflow reconcile FILE`: hold a statement of a bank or a gateway against the orders."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from ..handlers.payment.matter import Matter
from ..handlers.payment.settlement import Settlement
from .answer import FINDINGS, FINE, Answer, Block, Line, Table
from .base import argument, command, option
from .desk import Desk
from .parameters import Existing
from .words import moment


@command("reconcile")
@argument("file", type=Existing(folder=False))
@option("--gateway", metavar="NAME", default="")
def reconcile(desk: Desk, file: Path, gateway: str) -> Answer:
    house = desk.house
    chosen = house.gateways.named(gateway)
    settled = chosen.settle(file.read_bytes(), now=desk.clock())
    house.deliver_payments()
    return Answer(
        _value(settled), _blocks(desk, settled), FINDINGS if settled.differences else FINE
    )


def _blocks(desk: Desk, settled: Settlement) -> list[Block]:
    told = {
        "gateway": settled.gateway,
        "since": moment(settled.since, desk.language),
        "until": moment(settled.until, desk.language),
        "lines": settled.lines,
        "came": _dong(settled.came_in),
        "went": _dong(settled.went_out),
        "agreed": settled.agreed,
        "confirmed": len(settled.confirmed),
    }
    summary = Line(desk.text("reconcile.summary", **told), "strong")
    if not settled.differences:
        return [summary, Line(desk.text("reconcile.agrees"), "good")]
    names = ("kind", "dossier", "order", "expected", "found", "transaction", "content")
    table = Table(
        [desk.text(f"reconcile.{name}") for name in names],
        [_row(desk, each) for each in settled.differences],
    )
    number = len(settled.differences)
    return [summary, table, Line(desk.text("reconcile.differs", number=number), "warning")]


def _row(desk: Desk, matter: Matter) -> tuple[str, ...]:
    return (
        matter.title(desk.language),
        matter.dossier or "",
        matter.order or "",
        _dong(matter.expected),
        _dong(matter.found),
        matter.transaction,
        matter.content or "",
    )


def _dong(amount: Decimal | None) -> str:
    return "" if amount is None else f"{int(amount):,}".replace(",", ".")


def _value(settled: Settlement) -> dict[str, Any]:
    return {
        "gateway": settled.gateway,
        "since": settled.since,
        "until": settled.until,
        "lines": settled.lines,
        "cameIn": int(settled.came_in),
        "wentOut": int(settled.went_out),
        "agreed": settled.agreed,
        "confirmed": list(settled.confirmed),
        "differences": [each.told() for each in settled.differences],
    }
