"""The fields of a form, as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any


class FieldKind(StrEnum):
    """What is asked for, by form-js' component type."""

    TEXT = "textfield"
    LONG_TEXT = "textarea"
    NUMBER = "number"
    CHECKBOX = "checkbox"
    SELECT = "select"
    RADIO = "radio"
    CHECKLIST = "checklist"
    TAGLIST = "taglist"
    DATETIME = "datetime"
    COMPUTED = "expression"
    ROWS = "dynamiclist"


CHOOSING = frozenset({FieldKind.SELECT, FieldKind.RADIO, FieldKind.CHECKLIST, FieldKind.TAGLIST})


class Personal(StrEnum):
    """The class of personal data (Law 91/2025, Decree 356/2025)."""

    PUBLIC = "public"
    INTERNAL = "internal"
    BASIC = "basic"
    SENSITIVE = "sensitive"


class Moment(StrEnum):
    """What a `datetime` field asks for."""

    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """form-js' `validate`. pattern: searched for anywhere in the text, as form-js does."""

    required: bool = False
    min_length: int | None = None
    max_length: int | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    pattern: str | None = None
    validation_type: str | None = None


@dataclass(frozen=True, slots=True)
class Option:
    label: str
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The choices of a field: fixed, in a variable (`key`), or given by FEEL (`expression`)."""

    fixed: tuple[Option, ...] = ()
    key: str | None = None
    expression: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing the form asks for.

    path: the variable, name by name. hides: FEEL conditions of the field and of the groups around
    it; one that is true hides the field. locked: shown but not to be changed; True, or FEEL.
    digits: decimal digits at most. as_text: a number that is stored as text. zoned: a time says
    its offset. fields: of each row of a list; fixed_rows: rows are neither added nor taken away.
    """

    path: tuple[str, ...]
    kind: FieldKind
    label: str
    rules: Rules = Rules()
    options: Options = Options()
    hides: tuple[str, ...] = ()
    locked: bool | str = False
    digits: int | None = None
    as_text: bool = False
    moment: Moment = Moment.DATE
    zoned: bool = False
    not_in_the_past: bool = False
    formula: str = ""
    personal: Personal | None = None
    properties: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[Field, ...] = ()
    fixed_rows: bool = False

    @property
    def name(self) -> str:
        """The variable as FEEL would read it: `applicant.name`."""
        return ".".join(self.path)

    def all(self) -> Iterator[Field]:
        """The field and the fields of its rows."""
        yield self
        for inner in self.fields:
            yield from inner.all()
