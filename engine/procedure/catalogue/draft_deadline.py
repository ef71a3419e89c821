"""The deadline of a record: by its data, by its words, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from ..facts import Channel, Deadline, DeadlineCase, Unit
from .channels import CHANNELS, channel_name, preferred
from .note import Note, assumed, contradiction, unparsed
from .record import Method, Record
from .terms import Term, counts_from_15, term_of, terms_in
from .words import one_line

CUTOFF = time(15)
UNKNOWN = "Bản ghi không nêu thời hạn"


def draft_deadline(record: Record) -> tuple[Deadline, list[Note]]:
    """The deadline of the manner most people use, with a case for each that differs."""
    notes = list(_notes(record))
    main = preferred(record.methods)
    if main is None:
        return Deadline(unit=Unit.OTHER, text=UNKNOWN), [*notes, assumed("deadline", "deadline")]
    term = term_of_method(main)
    if term is None and (term := _term_of_cases(record, main)) is not None:
        notes.append(assumed("deadline", "by-case", text=deadline_text(main), term=term.said()))
    cutoff = CUTOFF if counts_from_15(" ".join(record.steps)) else None
    deadline = _deadline(main, term, cutoff)
    if deadline.unit is Unit.OTHER:
        said = deadline.text
        notes.append(unparsed("deadline", "deadline", text=said, steps=_in_steps(record)))
    return _with_cases(record, main, deadline), notes


def term_of_method(method: Method) -> Term | None:
    """The length by the data; where that says `OTHER` or nothing, by the words if they name one."""
    told = term_of(method.quantity, method.unit)
    if told is not None:
        return told
    named = terms_in(method.text)
    return named[0] if len(named) == 1 else None


def _term_of_cases(record: Record, method: Method) -> Term | None:
    """The one length of the cases, where its number is the manner's own."""
    terms = {term_of(case.quantity, case.unit) for case in record.cases}
    term = next(iter(terms)) if len(terms) == 1 else None
    same = term is not None and method.quantity.strip() == str(term.value)
    return term if same else None


def _deadline(method: Method, term: Term | None, cutoff: time | None) -> Deadline:
    text = deadline_text(method)
    if term is None:
        return Deadline(unit=Unit.OTHER, text=text or UNKNOWN)
    if term.unit is Unit.SAME_DAY:
        return Deadline(unit=term.unit, cutoff=cutoff, text=text)
    return Deadline(unit=term.unit, value=term.value, text=text)


def deadline_text(method: Method) -> str:
    """The words of the record: what is written of a length, else the data as it stands."""
    written = one_line(method.text)
    told = f"{method.quantity} {method.unit}".strip() if method.quantity else ""
    return written if terms_in(written) or not told else told


def _with_cases(record: Record, main: Method, deadline: Deadline) -> Deadline:
    cases = tuple(_cases(record, main, term_of_method(main)))
    return Deadline(
        unit=deadline.unit,
        value=deadline.value,
        cutoff=deadline.cutoff,
        text=deadline.text,
        cases=cases,
    )


def _cases(record: Record, main: Method, term: Term | None) -> Iterator[DeadlineCase]:
    """A case for each channel whose length is another."""
    seen: set[Channel] = set()
    for method in record.methods:
        channel, other = CHANNELS.get(method.channel), term_of_method(method)
        if method is main or channel is None or other is None or other == term or channel in seen:
            continue
        seen.add(channel)
        yield DeadlineCase(
            name=f"Nộp {channel_name(channel)}",
            when=f'=channel = "{channel.value}"',
            unit=other.unit,
            value=other.value,
            text=deadline_text(method),
        )


def _notes(record: Record) -> Iterator[Note]:
    for method in record.methods:
        yield from _of_method(method)
    yield from _of_cases(record)


def _of_method(method: Method) -> Iterator[Note]:
    told, named = term_of(method.quantity, method.unit), terms_in(method.text)
    channel = method.channel
    if told and named and told not in named:
        texts = ", ".join(term.said() for term in named)
        yield contradiction("deadline", "deadline", channel=channel, told=told.said(), named=texts)
    if len(named) > 1:
        texts = ", ".join(term.said() for term in named)
        yield unparsed("deadline", "several", channel=channel, terms=texts)


def _of_cases(record: Record) -> Iterator[Note]:
    """The catalogue lists cases apart; their lengths ought to be those of some manner."""
    main = preferred(record.methods)
    told = {term for method in record.methods if (term := term_of_method(method))}
    named = {term for method in record.methods for term in terms_in(method.text)}
    for case in record.cases:
        term = term_of(case.quantity, case.unit)
        if main is None or term is None or term in told | named:
            continue
        if str(term.value) != main.quantity.strip() or told:
            said = ", ".join(sorted(each.said() for each in told)) or deadline_text(main) or "–"
            code = case.code or case.name
            yield contradiction("deadline", "case", case=code, told=said, named=term.said())


def _in_steps(record: Record) -> str:
    """The lengths that the steps name, for whoever fills the deadline in."""
    named = dict.fromkeys(term.said() for step in record.steps for term in terms_in(step))
    return ", ".join(named) or "–"
