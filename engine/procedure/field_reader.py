"""Reads the components of a form-js form into fields, and says what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import re2

from .fields import CHOOSING, Field, FieldKind, Moment, Option, Options, Personal, Rules
from .formulas import fault
from .lines import Path
from .tables import Problem, nearest

SHOWN_ONLY = frozenset(
    {"text", "html", "spacer", "separator", "image", "button", "iframe", "table", "documentPreview"}
)
GROUP = "group"
KINDS = frozenset({*FieldKind, *SHOWN_ONLY, GROUP})

COUNTS = {"minLength": "min_length", "maxLength": "max_length"}
LIMITS = {"min": "min", "max": "max"}
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


class FieldReader:
    """Reads components and gathers the problems on the way."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def read_all(
        self, components: Any, at: Path, prefix: Path = (), hides: tuple[str, ...] = ()
    ) -> tuple[Field, ...]:
        """The fields of a list of components; groups are laid open."""
        if not isinstance(components, list):
            self._add(at, "forms.no-components")
            return ()
        found: list[Field] = []
        for index, component in enumerate(components):
            found.extend(self._read(component, (*at, index), prefix, hides))
        self._refuse_doubles(found, at)
        return tuple(found)

    def _read(
        self, component: Any, at: Path, prefix: Path, hides: tuple[str, ...]
    ) -> Iterator[Field]:
        kind = component.get("type") if isinstance(component, Mapping) else None
        if not isinstance(kind, str) or kind not in KINDS:
            near = nearest(str(kind), KINDS)
            self._add((*at, "type"), "forms.unknown-component", type=kind, near=near or "textfield")
            return
        hides = (*hides, *self._hide(component, at))
        if kind == GROUP:
            inside = (*prefix, *_names(component.get("path")))
            yield from self.read_all(
                component.get("components"), (*at, "components"), inside, hides
            )
        elif kind not in SHOWN_ONLY:
            yield from self._field(FieldKind(kind), component, at, prefix, hides)

    def _hide(self, component: Mapping[str, Any], at: Path) -> tuple[str, ...]:
        condition = _inside(component, "conditional").get("hide")
        if condition in (None, ""):
            return ()
        at = (*at, "conditional", "hide")
        if not isinstance(condition, str) or not condition.startswith("="):
            self._add(at, "forms.not-feel", text=condition)
            return ()
        return (condition,) if self._parses(condition, at) else ()

    def _parses(self, text: str, at: Path) -> bool:
        error = fault(text)
        if error is not None:
            self.problems.append(Problem(at, error.key, error.arguments))
        return error is None

    def _field(
        self,
        kind: FieldKind,
        component: Mapping[str, Any],
        at: Path,
        prefix: Path,
        hides: tuple[str, ...],
    ) -> Iterator[Field]:
        where = "path" if kind is FieldKind.ROWS else "key"
        path = tuple(str(name) for name in (*prefix, *_names(component.get(where))))
        if len(path) == len(prefix):
            self._add(at, "forms.no-key", label=_label(component, kind.value), where=where)
            return
        label = _label(component, ".".join(path))
        inner = component.get("components")
        yield Field(
            path=path,
            kind=kind,
            label=label,
            rules=self._rules(kind, component, label, (*at, "validate")),
            options=self._options(kind, component, label, at),
            hides=hides,
            locked=self._locked(component, at),
            digits=self._whole(component.get("decimalDigits"), (*at, "decimalDigits"), label),
            as_text=component.get("serializeToString") is True,
            moment=self._one_of(Moment, component.get("subtype"), Moment.DATE, (*at, "subtype")),
            zoned=self._zone(component, at) != ZONES[0],
            not_in_the_past=component.get("disallowPassedDates") is True,
            formula=self._formula(kind, component, label, at),
            personal=self._personal(component, at),
            properties=_inside(component, "properties"),
            fields=self.read_all(inner, (*at, "components")) if kind is FieldKind.ROWS else (),
            fixed_rows=component.get("allowAddRemove") is False,
        )

    def _rules(self, kind: FieldKind, component: Mapping[str, Any], label: str, at: Path) -> Rules:
        given = _inside(component, "validate")
        known = RULES_OF.get(kind, frozenset({"required"}))
        for name in given:
            if name not in known:
                self._add(
                    (*at, name), "forms.unknown-rule", name=name, label=label, type=kind.value
                )
        counts = {
            COUNTS[name]: self._whole(value, (*at, name), label)
            for name, value in given.items()
            if name in COUNTS
        }
        limits = {
            LIMITS[name]: self._number(value, (*at, name), label)
            for name, value in given.items()
            if name in LIMITS
        }
        return Rules(
            required=given.get("required") is True,
            pattern=self._pattern(given.get("pattern"), label, (*at, "pattern")),
            validation_type=self._validation_type(given.get("validationType"), label, at),
            min_length=counts.get("min_length"),
            max_length=counts.get("max_length"),
            min=limits.get("min"),
            max=limits.get("max"),
        )

    def _pattern(self, pattern: Any, label: str, at: Path) -> str | None:
        if pattern in (None, ""):
            return None
        try:
            compiled_pattern(pattern)
        except (re2.error, TypeError) as error:
            self._add(at, "forms.bad-pattern", label=label, pattern=pattern, why=str(error))
            return None
        return str(pattern)

    def _validation_type(self, name: Any, label: str, at: Path) -> str | None:
        if name in (None, "") or name in VALIDATION_TYPES:
            return name or None
        choices = ", ".join(VALIDATION_TYPES)
        self._add((*at, "validationType"), "forms.not-choice", value=name, choices=choices)
        return None

    def _options(
        self, kind: FieldKind, component: Mapping[str, Any], label: str, at: Path
    ) -> Options:
        if kind not in CHOOSING:
            return Options()
        key, expression = component.get("valuesKey"), component.get("valuesExpression")
        if isinstance(key, str) and key:
            return Options(key=key)
        if isinstance(expression, str) and expression:
            readable = self._parses(expression, (*at, "valuesExpression"))
            return Options(expression=expression if readable else None)
        options = tuple(option_of(value) for value in component.get("values") or ())
        if not options or None in options:
            self._add(at, "forms.no-options", label=label)
        return Options(fixed=tuple(option for option in options if option is not None))

    def _locked(self, component: Mapping[str, Any], at: Path) -> bool | str:
        readonly = component.get("readonly")
        if component.get("disabled") is True or readonly is True:
            return True
        if isinstance(readonly, str) and readonly.startswith("="):
            return readonly if self._parses(readonly, (*at, "readonly")) else True
        return False

    def _formula(self, kind: FieldKind, component: Mapping[str, Any], label: str, at: Path) -> str:
        if kind is not FieldKind.COMPUTED:
            return ""
        text = component.get("expression")
        if not isinstance(text, str) or not text:
            self._add(at, "forms.no-expression", label=label)
            return "null"
        return text if self._parses(text, (*at, "expression")) else "null"

    def _personal(self, component: Mapping[str, Any], at: Path) -> Personal | None:
        name = _inside(component, "properties").get("personal")
        if name is None:
            return None
        return self._one_of(Personal, name, None, (*at, "properties", "personal"))

    def _zone(self, component: Mapping[str, Any], at: Path) -> str:
        zone = component.get("timeSerializingFormat", ZONES[0])
        if zone in ZONES:
            return str(zone)
        at = (*at, "timeSerializingFormat")
        self._add(at, "forms.not-choice", value=zone, choices=", ".join(ZONES))
        return ZONES[0]

    def _one_of(self, kind: Any, value: Any, otherwise: Any, at: Path) -> Any:
        if value is None:
            return otherwise
        if value in list(kind):
            return kind(value)
        self._add(at, "forms.not-choice", value=value, choices=", ".join(kind))
        return otherwise

    def _whole(self, value: Any, at: Path, label: str) -> int | None:
        number = self._number(value, at, label)
        if number is None or (number >= 0 and number == number.to_integral_value()):
            return None if number is None else int(number)
        self._add(at, "forms.bad-limit", label=label, name=str(at[-1]), value=value)
        return None

    def _number(self, value: Any, at: Path, label: str) -> Decimal | None:
        if value is None or value == "":
            return None
        number = exact(value)
        if number is None:
            self._add(at, "forms.bad-limit", label=label, name=str(at[-1]), value=value)
        return number

    def _refuse_doubles(self, fields: list[Field], at: Path) -> None:
        seen: set[tuple[str, ...]] = set()
        for field in fields:
            if field.path in seen:
                self._add(at, "forms.double-key", label=field.label, name=field.name)
            seen.add(field.path)

    def _add(self, at: Path, key: str, **arguments: Any) -> None:
        self.problems.append(Problem(at, key, arguments))


def compiled_pattern(pattern: str) -> Any:
    """The pattern for RE2: linear time, so no look-around and no back-references."""
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


def _names(path: Any) -> tuple[str, ...]:
    return tuple(name for name in str(path or "").split(".") if name)


def _inside(component: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = component.get(name)
    return value if isinstance(value, Mapping) else {}


def _label(component: Mapping[str, Any], otherwise: str) -> str:
    texts = (component.get(name) for name in ("label", "dateLabel", "timeLabel"))
    found = next((text for text in texts if isinstance(text, str) and text.strip()), otherwise)
    return " ".join(found.split())


def exact(value: Any) -> Decimal | None:
    """The number a JSON value or a text says, exactly; None when it says none."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        return None
    try:
        number = Decimal(str(value))
    except ArithmeticError:
        return None
    return number if number.is_finite() else None
