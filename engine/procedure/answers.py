"""Whether one answer fits its field, kind by kind.

Each check gives the cleaned answer, or a Misfit that says what is wrong.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import re2

from ..expressions import to_json
from .component_reader import compiled_pattern
from .fields import Field, FieldKind, Moment, Option
from .numbers import exact

EMAIL = r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$"
PHONE = r"^(0|\+|00)[1-9][0-9]([ .-]?[0-9]){6,12}$"


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why an answer does not fit; `key` of the message catalogue."""

    key: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a check may know besides the answer: the choices, and the present day if it is given."""

    options: Sequence[Option] = ()
    today: date | None = None


def misfit(key: str, **arguments: Any) -> Misfit:
    return Misfit(f"forms.{key}", arguments)


def is_empty(answer: Any) -> bool:
    """Whether nothing was answered: null, blank text, no items."""
    return answer is None or answer == [] or (isinstance(answer, str) and not answer.strip())


def nothing(field: Field) -> Any:
    """The value of a field that was left empty."""
    match field.kind:
        case FieldKind.CHECKBOX:
            return False
        case FieldKind.CHECKLIST | FieldKind.TAGLIST | FieldKind.ROWS:
            return []
        case _:
            return None


def check_answer(field: Field, answer: Any, surroundings: Surroundings) -> Any | Misfit:
    """The cleaned answer; an answer that is not empty."""
    return CHECKS[field.kind](field, answer, surroundings)


def _text(field: Field, answer: Any, _: Surroundings) -> Any | Misfit:
    if not isinstance(answer, str):
        return misfit("not-text")
    if not all(map(is_written, answer)):
        return misfit("not-written")
    text = unicodedata.normalize("NFC", answer).strip()
    rules = field.rules
    if rules.min_length is not None and len(text) < rules.min_length:
        return misfit("too-short", limit=rules.min_length, length=len(text))
    if rules.max_length is not None and len(text) > rules.max_length:
        return misfit("too-long", limit=rules.max_length, length=len(text))
    return _shaped(field, text)


def is_written(character: str) -> bool:
    """Whether a person can have written it: no control character but tab and line end."""
    return character in "\t\n\r" or unicodedata.category(character) not in ("Cc", "Cs")


def _shaped(field: Field, text: str) -> str | Misfit:
    rules = field.rules
    if rules.validation_type == "email" and not re2.search(EMAIL, text):
        return misfit("not-email", value=text)
    if rules.validation_type == "phone" and not re2.search(PHONE, text):
        return misfit("not-phone", value=text)
    if rules.pattern and not compiled_pattern(rules.pattern).search(text):
        return misfit("wrong-pattern", value=text, pattern=rules.pattern)
    return text


def _number(field: Field, answer: Any, _: Surroundings) -> Any | Misfit:
    number = None if isinstance(answer, str) and not field.as_text else exact(answer)
    if number is None:
        return misfit("not-number", value=answer)
    rules = field.rules
    if rules.min is not None and number < rules.min:
        return misfit("too-small", limit=rules.min, value=number)
    if rules.max is not None and number > rules.max:
        return misfit("too-big", limit=rules.max, value=number)
    if field.digits is not None and _digits(number) > field.digits:
        return misfit("too-many-digits", limit=field.digits, value=number)
    if field.as_text:
        return format(number, "f")
    kept = to_json(number)
    return misfit("too-precise", value=number) if isinstance(kept, str) else kept


def _digits(number: Decimal) -> int:
    """Decimal digits, trailing zeros aside."""
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _checkbox(field: Field, answer: Any, _: Surroundings) -> Any | Misfit:
    if not isinstance(answer, bool):
        return misfit("not-boolean")
    return misfit("not-ticked") if field.rules.required and not answer else answer


def _choice(_: Field, answer: Any, surroundings: Surroundings) -> Any | Misfit:
    if any(_same(answer, option.value) for option in surroundings.options):
        return answer
    return misfit("no-such-option", value=answer, options=_shown(surroundings.options))


def _choices(field: Field, answer: Any, surroundings: Surroundings) -> Any | Misfit:
    if not isinstance(answer, list):
        return misfit("not-list")
    for index, item in enumerate(answer):
        if any(_same(item, earlier) for earlier in answer[:index]):
            return misfit("chosen-twice", value=item)
        chosen = _choice(field, item, surroundings)
        if isinstance(chosen, Misfit):
            return chosen
    return list(answer)


def _same(one: Any, other: Any) -> bool:
    """Equal JSON values; true is not 1."""
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


def _shown(options: Sequence[Option]) -> str:
    return ", ".join(str(option.value) for option in options) or "–"


def _datetime(field: Field, answer: Any, surroundings: Surroundings) -> Any | Misfit:
    if not isinstance(answer, str):
        return misfit(f"not-{field.moment.value}", value=answer)
    text = answer.strip()
    moment = _moment(field, text)
    if moment is None:
        return misfit(f"not-{field.moment.value}", value=answer)
    day = moment.date() if isinstance(moment, datetime) else moment
    today = surroundings.today
    if field.not_in_the_past and isinstance(day, date) and today is not None and day < today:
        return misfit("in-the-past", day=day, today=today)
    return text


def _moment(field: Field, text: str) -> date | datetime | time | None:
    """The moment of an ISO text, with a zone just when the field asks for one."""
    try:
        return MOMENTS[field.moment](field, text)
    except ValueError:
        return None


def _day(_: Field, text: str) -> date | None:
    return date.fromisoformat(text) if len(text) == len("2026-01-31") else None


def _time_of_day(field: Field, text: str) -> time | None:
    if not re2.search(TIME, text):
        return None
    found = time.fromisoformat(text)
    return found if (found.tzinfo is not None) == field.zoned else None


def _date_and_time(field: Field, text: str) -> datetime | None:
    day, mark, clock = text.partition("T")
    at, on = _time_of_day(field, clock) if mark else None, _day(field, day)
    return datetime.combine(on, at) if on is not None and at is not None else None


TIME = r"^\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?$"
MOMENTS: Mapping[Moment, Callable[[Field, str], date | datetime | time | None]] = {
    Moment.DATE: _day,
    Moment.TIME: _time_of_day,
    Moment.DATETIME: _date_and_time,
}
CHECKS: Mapping[FieldKind, Callable[[Field, Any, Surroundings], Any]] = {
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _text,
    FieldKind.NUMBER: _number,
    FieldKind.CHECKBOX: _checkbox,
    FieldKind.SELECT: _choice,
    FieldKind.RADIO: _choice,
    FieldKind.CHECKLIST: _choices,
    FieldKind.TAGLIST: _choices,
    FieldKind.DATETIME: _datetime,
}
