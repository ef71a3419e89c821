"""From a provider's claims to a person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ...engine.errors import BadAnswer, BadInput
from .person import Person
from .personal_number import OldNumber, PersonalNumber
from .settings import ClaimsSection

DATE_FORMS = ("%Y%m%d", "%Y-%m-%d", "%d/%m/%Y")


def person_of(claims: Mapping[str, Any], names: ClaimsSection, provider: str) -> Person:
    """Raises BadAnswer for a personal number that is impossible."""
    subject = _text(claims, names.subject) or _text(claims, "sub")
    number, old = _text(claims, names.number), _text(claims, names.old_number)
    return Person(
        provider=provider,
        subject=subject,
        name=_text(claims, names.name) or _text(claims, "name") or subject,
        number=_number(number),
        old_number=_old_number(old),
        born=_day(_text(claims, names.born)),
        tax_number=_text(claims, names.tax_number) or None,
    )


def _text(claims: Mapping[str, Any], name: str) -> str:
    value = claims.get(name)
    return value.strip() if isinstance(value, str) else ""


def _number(text: str) -> PersonalNumber | None:
    try:
        return PersonalNumber.parse(text) if text else None
    except BadInput:
        raise BadAnswer.of("persons.provider-number") from None


def _old_number(text: str) -> OldNumber | None:
    """The claim also carries other papers' numbers; those are left aside."""
    try:
        return OldNumber.parse(text) if text else None
    except BadInput:
        return None


def _day(text: str) -> date | None:
    for form in DATE_FORMS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None
