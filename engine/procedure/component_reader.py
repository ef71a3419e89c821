"""Reads one component of a form-js form: its rules, choices, conditions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import re2

from .fields import CHOOSING, FieldKind, Moment, Option, Options, Personal, Rules
from .formulas import fault
from .lines import Path
from .numbers import exact
from .tables import Problem

TEXT_RULES = frozenset({"required", "minLength", "maxLength", "pattern", "validationType"})
RULES_OF: Mapping[FieldKind, frozenset[str]] = {
    FieldKind.TEXT: TEXT_RULES,
    FieldKind.LONG_TEXT: TEXT_RULES,
    FieldKind.NUMBER: frozenset({"required", "min", "max"}),
    FieldKind.COMPUTED: frozenset(),
    FieldKind.ROWS: frozenset(),
}
VALIDATION_TYPES = ("custom", "email", "phone")
ZONES = ("no_timezone", "utc_offset", "utc_normalized")


class ComponentReader:
    """One component at its place in the file; what is wrong goes to `problems`."""

    def __init__(self, component: Mapping[str, Any], at: Path, problems: list[Problem]) -> None:
        self.component = component
        self.at = at
        self.problems = problems

    def label(self, otherwise: str) -> str:
        """The label as one line; the given name where there is none."""
        texts = (self.component.get(name) for name in ("label", "dateLabel", "timeLabel"))
        found = next((text for text in texts if isinstance(text, str) and text.strip()), otherwise)
        return " ".join(found.split())

    def path(self, name: str) -> tuple[str, ...]:
        """The names of a dotted `key` or `path`."""
        return tuple(part for part in str(self.component.get(name) or "").split(".") if part)

    def hides(self) -> tuple[str, ...]:
        """The condition under which the component is hidden, if it has one."""
        condition = self._inside("conditional").get("hide")
        if condition in (None, ""):
            return ()
        if not isinstance(condition, str) or not condition.startswith("="):
            self._add("forms.not-feel", "conditional", "hide", text=condition)
            return ()
        return (condition,) if self._parses(condition, "conditional", "hide") else ()

    def rules(self, kind: FieldKind) -> Rules:
        """What `validate` asks for; a rule the kind does not know is a problem."""
        given = self._inside("validate")
        known = RULES_OF.get(kind, frozenset({"required"}))
        for name in given:
            if name not in known:
                self._add("forms.unknown-rule", "validate", name, name=name, type=kind.value)
        return Rules(
            required=given.get("required") is True,
            pattern=self._pattern(given.get("pattern")),
            validation_type=self._validation_type(given.get("validationType")),
            min_length=self._count(given.get("minLength"), "validate", "minLength"),
            max_length=self._count(given.get("maxLength"), "validate", "maxLength"),
            min=self._number(given.get("min"), "validate", "min"),
            max=self._number(given.get("max"), "validate", "max"),
        )

    def options(self, kind: FieldKind) -> Options:
        """The choices of a field that has choices."""
        if kind not in CHOOSING:
            return Options()
        key = self.component.get("valuesKey")
        expression = self.component.get("valuesExpression")
        if isinstance(key, str) and key:
            return Options(key=key)
        if isinstance(expression, str) and expression:
            readable = self._parses(expression, "valuesExpression")
            return Options(expression=expression if readable else None)
        return Options(fixed=self._fixed_options())

    def locked(self) -> bool | str:
        """Whether the field is only shown: True, False, or the FEEL that says so."""
        readonly = self.component.get("readonly")
        if self.component.get("disabled") is True or readonly is True:
            return True
        if isinstance(readonly, str) and readonly.startswith("="):
            return readonly if self._parses(readonly, "readonly") else True
        return False

    def formula(self, kind: FieldKind) -> str:
        """The FEEL of a computed field."""
        if kind is not FieldKind.COMPUTED:
            return ""
        text = self.component.get("expression")
        if not isinstance(text, str) or not text:
            self._add("forms.no-expression")
            return "null"
        return text if self._parses(text, "expression") else "null"

    def personal(self) -> Personal | None:
        name = self._inside("properties").get("personal")
        found: Personal | None = self._one_of(Personal, name, None, "properties", "personal")
        return found

    def moment(self) -> Moment:
        found: Moment = self._one_of(Moment, self.component.get("subtype"), Moment.DATE, "subtype")
        return found

    def zoned(self) -> bool:
        name = "timeSerializingFormat"
        zone = self.component.get(name, ZONES[0])
        if zone not in ZONES:
            self._add("forms.not-choice", name, value=zone, choices=", ".join(ZONES))
        return zone in ZONES[1:]

    def digits(self) -> int | None:
        return self._count(self.component.get("decimalDigits"), "decimalDigits")

    def is_set(self, name: str) -> bool:
        return self.component.get(name) is True

    def properties(self) -> Mapping[str, Any]:
        return self._inside("properties")

    def _pattern(self, pattern: Any) -> str | None:
        if pattern in (None, ""):
            return None
        try:
            compiled_pattern(pattern)
        except (re2.error, TypeError) as error:
            why = str(error)
            self._add("forms.bad-pattern", "validate", "pattern", pattern=pattern, why=why)
            return None
        return str(pattern)

    def _validation_type(self, name: Any) -> str | None:
        if name in (None, "") or name in VALIDATION_TYPES:
            return name or None
        choices = ", ".join(VALIDATION_TYPES)
        self._add("forms.not-choice", "validate", "validationType", value=name, choices=choices)
        return None

    def _fixed_options(self) -> tuple[Option, ...]:
        values = self.component.get("values")
        found = [option_of(value) for value in values] if isinstance(values, list) else []
        if not found or None in found:
            self._add("forms.no-options", "values")
        return tuple(option for option in found if option is not None)

    def _one_of(self, kind: Any, value: Any, otherwise: Any, *at: str) -> Any:
        if value is None or value in list(kind):
            return otherwise if value is None else kind(value)
        self._add("forms.not-choice", *at, value=value, choices=", ".join(kind))
        return otherwise

    def _count(self, value: Any, *at: str) -> int | None:
        number = self._number(value, *at)
        if number is None or (number >= 0 and number == number.to_integral_value()):
            return None if number is None else int(number)
        self._add("forms.bad-limit", *at, name=at[-1], value=value)
        return None

    def _number(self, value: Any, *at: str) -> Decimal | None:
        """A limit; form-js' editor writes some of them as text."""
        if value is None or value == "":
            return None
        number = exact(value)
        if number is None:
            self._add("forms.bad-limit", *at, name=at[-1], value=value)
        return number

    def _parses(self, text: str, *at: str) -> bool:
        error = fault(text)
        if error is not None:
            self.problems.append(Problem((*self.at, *at), error.key, error.arguments))
        return error is None

    def _inside(self, name: str) -> Mapping[str, Any]:
        value = self.component.get(name)
        return value if isinstance(value, Mapping) else {}

    def _add(self, key: str, *at: str, **arguments: Any) -> None:
        label = self.label(str(self.component.get("key") or self.component.get("type")))
        self.problems.append(Problem((*self.at, *at), key, {"label": label, **arguments}))


def compiled_pattern(pattern: str) -> Any:
    """The pattern for RE2: linear time, so no look-around and no back-references.

    Raises re2.error.
    """
    quiet = re2.Options()
    quiet.log_errors = False
    return re2.compile(pattern, quiet)


def option_of(value: Any) -> Option | None:
    """One choice: form-js allows a value alone, or a label with a value."""
    if isinstance(value, Mapping):
        if "value" not in value:
            return None
        return Option(str(value.get("label") or value["value"]), value["value"])
    return None if value is None else Option(str(value), value)
