"""The fees of a record: amounts where they are told, words where somebody else sets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..facts import Fee, FeeKind
from .amounts import LEAST_LIKELY, amounts_in, is_set_elsewhere, says_free
from .channels import CHANNELS
from .note import Note, contradiction, unparsed
from .record import FeeEntry, Method, Record
from .words import one_line, unwrapped

NAMES = {FeeKind.FEE: "Lệ phí", FeeKind.CHARGE: "Phí"}
NAMED = re.compile(r"^[-–+•\s]*([^.:;()]{4,90}):")
CHARGE = re.compile(r"(?<!miễn )\bphí\b")
LONGEST = 90


def draft_fees(record: Record) -> tuple[tuple[Fee, ...], list[Note]]:
    """A fee for each entry; one that is the same in every manner is told once."""
    found = [(method, entry) for method in record.methods for entry in method.fees]
    fees = [fee for method, entry in found if (fee := _fee(method, entry)) is not None]
    notes = [note for method, entry in found for note in _of_entry(method.channel, entry)]
    return _merged(fees, record), notes


def _fee(method: Method, entry: FeeEntry) -> Fee | None:
    if method.channel not in CHANNELS:
        return None
    kind = kind_of(entry)
    text = unwrapped(one_line(entry.text))
    amount = None if is_left_open(entry) else entry.amount
    if amount is not None and amount % 1:
        amount = None
    return Fee(
        name=_name(kind, text),
        kind=kind,
        amount=amount,
        channel=CHANNELS[method.channel],
        text=text if text or amount is not None else "Bản ghi không nêu mức thu",
    )


def kind_of(entry: FeeEntry) -> FeeKind:
    """Lệ phí or phí, by the words: the data calls both by both names. Lệ phí if neither says."""
    words = entry.text.lower()
    if "lệ phí" in words:
        return FeeKind.FEE
    return FeeKind.CHARGE if CHARGE.search(words) else FeeKind.FEE


def is_left_open(entry: FeeEntry) -> bool:
    """Whether the data says 0 and the words say that somebody else sets the amount, or name one."""
    if entry.amount is None or entry.amount > 0:
        return False
    named = [amount for amount in amounts_in(entry.text) if amount > 0]
    return bool(named) or (is_set_elsewhere(entry.text) and not _is_only_free(entry.text))


def _is_only_free(text: str) -> bool:
    """Whether the text begins with saying that nothing is paid."""
    first = re.split(r"[.;]", text, maxsplit=1)[0]
    return says_free(first) and not is_set_elsewhere(first)


def _name(kind: FeeKind, text: str) -> str:
    match = NAMED.match(text)
    name = " ".join(match[1].split()) if match else ""
    return name if name and len(name) <= LONGEST else NAMES[kind]


def _merged(fees: list[Fee], record: Record) -> tuple[Fee, ...]:
    """One fee for all manners where each of them has the very same."""
    channels = {CHANNELS[each] for each in record.channels if each in CHANNELS}
    by_rest: dict[Fee, list[Fee]] = {}
    for fee in fees:
        by_rest.setdefault(_without_channel(fee), []).append(fee)
    found: list[Fee] = []
    for same in by_rest.values():
        everywhere = {fee.channel for fee in same} == channels
        found += [replace(same[0], channel=None)] if everywhere else list(dict.fromkeys(same))
    return tuple(found)


def _without_channel(fee: Fee) -> Fee:
    return replace(fee, channel=None, text=fee.text.rstrip(" ."))


def _of_entry(channel: str, entry: FeeEntry) -> Iterator[Note]:
    named = [amount for amount in amounts_in(entry.text) if amount > 0]
    if entry.amount == 0 and named:
        texts = ", ".join(f"{amount:,.0f}".replace(",", ".") for amount in named)
        yield contradiction("fees", "zero", channel=channel, named=texts)
    elif entry.amount is not None and 0 < entry.amount < LEAST_LIKELY:
        yield contradiction("fees", "small", channel=channel, amount=entry.amount)
    elif entry.amount and named and entry.amount not in named:
        texts = ", ".join(f"{amount:,.0f}".replace(",", ".") for amount in named)
        yield contradiction("fees", "amount", channel=channel, amount=entry.amount, named=texts)
    if is_left_open(entry) and not named:
        yield unparsed("fees", "set-elsewhere", channel=channel, text=one_line(entry.text)[:200])
    if entry.amount is not None and entry.amount % 1:
        yield unparsed("fees", "fraction", channel=channel, amount=entry.amount)
