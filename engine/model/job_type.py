"""What a job type takes, gives and raises, as values for the linter, the templates and the docs.

`kind` of a field is the word of its FEEL type: `string`, `number`, `boolean`, `date`,
`date and time`, `context`, `list` or `Any`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from ..messages import Language


class Words(NamedTuple):
    """One thing said in both languages."""

    vi: str
    en: str

    def text(self, language: Language) -> str:
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a value must keep to. Lengths in characters; `whole` refuses fractions."""

    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFacts:
    """One input or output variable, or one entry of a context.

    feel: the expression an element template proposes. choices: the values allowed, with their
    labels. fields: the entries of a context, or of the contexts in a list. items: the kind of a
    list's items.
    """

    name: str
    kind: str
    required: bool
    label: Words
    hint: Words | None = None
    feel: str | None = None
    choices: Mapping[str, Words] = field(default_factory=dict)
    limits: Limits = Limits()
    fields: tuple[FieldFacts, ...] = ()
    items: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTypeFacts:
    """One job type. raises: the error codes a boundary event may catch, with what they mean. icon:
    the picture of the system, as SVG. recorded: the outputs that history tells.
    """

    type: str
    version: int
    title: Words
    description: str = ""
    inputs: Mapping[str, FieldFacts] = field(default_factory=dict)
    outputs: Mapping[str, FieldFacts] = field(default_factory=dict)
    raises: Mapping[str, Words] = field(default_factory=dict)
    transactional: bool = False
    icon: str | None = None
    recorded: frozenset[str] = frozenset()

    @property
    def required_inputs(self) -> frozenset[str]:
        return frozenset(name for name, fact in self.inputs.items() if fact.required)
