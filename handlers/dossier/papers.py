"""Which form a paper has on a day and how it is numbered: dated rules, kept in `papers.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.resources import files
from typing import Any

from ...engine.errors import Problem, UnfitInput


class PaperKind(StrEnum):
    RECEIPT = "receipt"
    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"
    APOLOGY = "apology"
    STOP = "stop"
    CONTROL = "control"


APPOINTING = frozenset({PaperKind.RECEIPT, PaperKind.APOLOGY})
"""Papers whose `due` is the day the result is promised for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperForm:
    """The printed form of a paper, such as form 01."""

    form: str
    symbol: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRule:
    """The forms of one circular, from its first day on."""

    circular: str
    since: date
    number: str
    forms: Mapping[PaperKind, PaperForm]

    def written(self, kind: PaperKind, number: int, unit: str, day: date) -> str:
        """The number printed on the paper that is the number-th of its kind, unit and year."""
        symbol = self.forms[kind].symbol
        return self.number.format(n=number, year=day.year, symbol=symbol, unit=unit)


@dataclass(frozen=True, slots=True)
class PaperRules:
    """All rules, in the order of their first days."""

    rules: tuple[PaperRule, ...]

    def has(self, day: date, kind: PaperKind) -> bool:
        """Whether a form for that kind of paper is in force."""
        held = self._held(day)
        return bool(held) and kind in held[-1].forms

    def on(self, day: date, kind: PaperKind) -> PaperRule:
        """The rule that holds. Raises UnfitInput when it has no form for that kind of paper."""
        held = self._held(day)
        if held and kind in held[-1].forms:
            return held[-1]
        circular = held[-1].circular if held else "–"
        arguments = {"paper": str(kind), "day": day.isoformat(), "circular": circular}
        problem = Problem(field="paper", key="handlers.dossier.no-form", arguments=arguments)
        raise UnfitInput(problem.sentence("en"), problem)

    def _held(self, day: date) -> list[PaperRule]:
        return [rule for rule in self.rules if rule.since <= day]


def built_in_rules() -> PaperRules:
    """The rules procflow ships. Sources and what is unchecked stand in the file."""
    return read_rules(files(__package__).joinpath("papers.toml").read_text(encoding="utf-8"))


def read_rules(text: str) -> PaperRules:
    """Rules written as TOML."""
    rules = tomllib.loads(text)["rules"]
    return PaperRules(tuple(sorted(map(_rule, rules), key=lambda rule: rule.since)))


def _rule(values: Mapping[str, Any]) -> PaperRule:
    forms = {PaperKind(kind): PaperForm(**form) for kind, form in values["papers"].items()}
    return PaperRule(
        circular=values["circular"], since=values["from"], number=values["number"], forms=forms
    )
