"""How facts are said to citizens, in Vietnamese."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from ...messages import message
from ..facts import Deadline, DeadlineCase, Fee, LegalAct, Unit


def said(key: str, **arguments: Any) -> str:
    return message(f"publishing.{key}", "vi", **arguments)


def day_text(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def money(amount: Decimal) -> str:
    """`75.000 đồng`."""
    whole = f"{amount:,.0f}".replace(",", ".")
    return said("amount", amount=whole)


def fee_text(fee: Fee) -> str:
    """The amount, or that another text sets it."""
    if fee.amount is None:
        return said("amount-elsewhere")
    return money(fee.amount) if fee.amount else said("amount-none")


def term_text(term: Deadline | DeadlineCase) -> str:
    """A deadline in the catalogue's words where it has some."""
    if term.text:
        return term.text
    if term.unit is Unit.SAME_DAY and term.cutoff is not None:
        return said("unit.same-day-cutoff", cutoff=term.cutoff)
    return said(f"unit.{term.unit}", value=term.value)


def deadline_text(deadline: Deadline) -> str:
    """The deadline with the event it is counted from."""
    if deadline.text:
        return deadline.text
    return f"{term_text(deadline)} {said(f'from.{deadline.from_}')}"


def validity(act: LegalAct, day: date) -> str:
    """Whether an act is in force on a day, and from and until when."""
    if act.until is None:
        state = "in-force" if act.from_ <= day else "not-yet"
        return said(f"act.{state}", from_=day_text(act.from_))
    state = "ended" if act.until < day else "in-force-until"
    if day < act.from_:
        state = "not-yet-until"
    return said(f"act.{state}", from_=day_text(act.from_), until=day_text(act.until))
