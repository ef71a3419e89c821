"""What has to be paid, by the published fees, and who says how much."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from ..facts import Channel, Collected, Fee, ProcedureFacts
from ..raising.fees import fee_name
from .question import Question, ask
from .wording import shortened

FREE = Decimal(0)
LONGEST = 300


class Pricing(StrEnum):
    """free: nothing is paid. table: by the channel. formula: by conditions of the facts.
    entered: the reception says how much, because the facts do not.
    """

    FREE = "free"
    TABLE = "table"
    FORMULA = "formula"
    ENTERED = "entered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """may_be_free: whether some dossiers pay nothing. words: what the facts say, for the office.

    name: FEEL. amounts: by channel, of a table. formula: FEEL. at_return: collected at the end.
    """

    pricing: Pricing = Pricing.FREE
    may_be_free: bool = False
    at_return: bool = False
    name: str = ""
    words: str = ""
    amounts: dict[Channel, Decimal] = field(default_factory=dict)
    formula: str = ""

    @property
    def is_owed(self) -> bool:
        return self.pricing is not Pricing.FREE


def charge_of(facts: ProcedureFacts) -> tuple[Charge, list[Question]]:
    if not facts.fees:
        return Charge(), [ask("fees", "no-fee")]
    owed = [fee for fee in facts.fees if fee.amount != FREE]
    if not owed:
        return Charge(), []
    published = (manner.channel for manner in facts.manners)
    channels = tuple(dict.fromkeys((*published, Channel.ONLINE)))  # it may be raised later
    if any(fee.amount is None for fee in facts.fees):
        return _entered(owed, "amount")
    if any(fee.when for fee in facts.fees):
        return _formula(facts.fees, owed), []
    if any(len(_of_channel(facts.fees, each)) > 1 for each in channels):
        return _entered(owed, "amounts")
    return _table(facts.fees, owed, channels), []


def _of_channel(fees: Sequence[Fee], channel: Channel) -> list[Fee]:
    return [fee for fee in fees if fee.channel in (None, channel)]


def _entered(owed: Sequence[Fee], key: str) -> tuple[Charge, list[Question]]:
    words = _words(owed)
    charge = Charge(
        pricing=Pricing.ENTERED,
        may_be_free=True,
        at_return=_at_return(owed),
        name=fee_name(_one_name(owed), None),
        words=words,
    )
    return charge, [ask("fees", key, words=words)]


def _table(fees: Sequence[Fee], owed: Sequence[Fee], channels: Sequence[Channel]) -> Charge:
    amounts = {
        channel: next((fee.amount or FREE for fee in _of_channel(fees, channel)), FREE)
        for channel in channels
    }
    return Charge(
        pricing=Pricing.TABLE,
        may_be_free=any(amount == FREE for amount in amounts.values()),
        at_return=_at_return(owed),
        name=fee_name(_one_name(owed), None),
        words=_words(owed),
        amounts=amounts,
    )


def _formula(fees: Sequence[Fee], owed: Sequence[Fee]) -> Charge:
    text = "0"
    for fee in reversed(fees):
        condition = _condition(fee)
        text = f"if {condition} then {fee.amount} else {text}" if condition else str(fee.amount)
    certain = any(not _condition(fee) and fee.amount != FREE for fee in fees)
    return Charge(
        pricing=Pricing.FORMULA,
        may_be_free=not certain or any(fee.amount == FREE for fee in fees),
        at_return=_at_return(owed),
        name=fee_name(_one_name(owed), None),
        words=_words(owed),
        formula=f"={text}",
    )


def _condition(fee: Fee) -> str:
    channel = f"channel = {json.dumps(fee.channel.value)}" if fee.channel else ""
    return " and ".join(each for each in (fee.when.removeprefix("=").strip(), channel) if each)


def _one_name(owed: Sequence[Fee]) -> Sequence[Fee]:
    """The fees by whose conditions the name is told; the first where nothing tells them apart."""
    return owed if all(fee.when for fee in owed[:-1]) else owed[:1]


def _at_return(owed: Sequence[Fee]) -> bool:
    return all(fee.collected is Collected.RETURN for fee in owed)


def _words(owed: Sequence[Fee]) -> str:
    """Each fee with its amount, else the words about it; cut where it is long."""
    each = (f"{fee.name}: {_said(fee)}" for fee in owed)
    return shortened("; ".join(dict.fromkeys(each)), LONGEST)


def _said(fee: Fee) -> str:
    amount = f"{fee.amount:,.0f} đ".replace(",", ".") if fee.amount is not None else ""
    return " – ".join(part for part in (amount, fee.text) if part)
