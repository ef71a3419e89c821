"""One field of another engine's form -> one component of form-js."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, DecimalException
from typing import Any

from ..iso8601 import is_moment
from ..variables import is_path
from ..xml import Node, local
from .bench import Bench
from .juel import is_expression
from .untranslatable import Untranslatable
from .vendor import inner

Component = dict[str, Any]

WHOLE = {"type": "number", "decimalDigits": 0}
TYPES: Mapping[str, Component] = {
    "string": {"type": "textfield"},
    "long": WHOLE,
    "int": WHOLE,
    "integer": WHOLE,
    "double": {"type": "number"},
    "decimal": {"type": "number"},
    "boolean": {"type": "checkbox"},
    "date": {"type": "datetime", "subtype": "date"},
    "enum": {"type": "select"},
}
LENGTHS = {"minlength": "minLength", "maxlength": "maxLength"}
LIMITS = {"min": "min", "max": "max"}
TRUE = "true"


def component(bench: Bench, field: Node, number: int) -> Component | None:
    """None and a note where the field has no name that a variable could have."""
    key = field.get("variable") or field.get("id") or ""
    if not is_path(key):
        bench.leave(field, Untranslatable("name", name=key), text=key)
        return None
    found = {"id": f"Field_{number}", "key": key, **_typed(bench, field)}
    found.update(_label(bench, field, found["type"]))
    found.update(_choices(field, found["type"]))
    found.update(_rules(bench, field, found["type"]))
    found.update(_default(bench, field, found["type"], key))
    found.update(_properties(field))
    _note_hidden(bench, field)
    return found


def _typed(bench: Bench, field: Node) -> Component:
    name = field.get("type") or "string"
    if name not in TYPES:
        bench.leave(field, Untranslatable("form-type", type=name), text=_said(field))
    return dict(TYPES.get(name, TYPES["string"]))


def _label(bench: Bench, field: Node, kind: str) -> Component:
    text = field.get("label") or field.get("name") or field.get("id") or ""
    if is_expression(text):
        bench.leave(field, Untranslatable("label"), text=text)
    return {"dateLabel" if kind == "datetime" else "label": text}


def _choices(field: Node, kind: str) -> Component:
    if kind != "select":
        return {}
    values = [(each.get("id") or "", each.get("name")) for each in inner(field, "value")]
    return {"values": [{"label": name or value, "value": value} for value, name in values]}


# -- rules --------------------------------------------------------------------------------------


def _rules(bench: Bench, field: Node, kind: str) -> Component:
    """formField has constraints, formProperty attributes."""
    validate: Component = {}
    found: Component = {}
    for name, value in _constraints(field):
        if name == "required" and kind != "checkbox":
            validate["required"] = True
        elif name == "readonly":
            found["readonly"] = True
        elif (limit := _limit(kind, name, value)) is not None:
            validate.update(limit)
        elif name != "required":
            bench.leave(field, Untranslatable("form-rule", rule=name), text=_said(field, value))
    return {**found, **({"validate": validate} if validate else {})}


def _constraints(field: Node) -> list[tuple[str, str]]:
    found = [
        (each.get("name") or "", each.get("config") or "")
        for validation in inner(field, "validation")
        for each in inner(validation, "constraint")
    ]
    if field.get("required") == TRUE:
        found.append(("required", TRUE))
    if field.get("writable") == "false":
        found.append(("readonly", TRUE))
    return found


def _limit(kind: str, name: str, value: str) -> Component | None:
    known = {"textfield": LENGTHS, "number": LIMITS}.get(kind, {})
    number = _number(value)
    return None if name not in known or number is None else {known[name]: number}


def _number(text: str) -> int | float | None:
    try:
        value = Decimal(text.strip())
    except DecimalException:
        return None
    if not value.is_finite() or abs(value.adjusted()) > 30:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


# -- values -------------------------------------------------------------------------------------


def _default(bench: Bench, field: Node, kind: str, key: str) -> Component:
    text = (field.get("defaultValue") or field.get("default") or "").strip()
    computed = (field.get("expression") or "").strip()
    shown = next((each for each in (text, computed) if each), "")
    if not shown or _is_itself(shown, key):
        return {}
    value = None if is_expression(shown) else _constant(kind, shown)
    if value is None:
        bench.leave(field, Untranslatable("form-default"), text=_said(field, shown))
        return {}
    return {"defaultValue": value}


def _is_itself(text: str, key: str) -> bool:
    """A form shows the variable that it writes anyway."""
    return text in (f"${{{key}}}", f"#{{{key}}}")


def _constant(kind: str, text: str) -> str | int | float | bool | None:
    match kind:
        case "number":
            return _number(text)
        case "checkbox":
            return text == TRUE
        case "datetime":
            return text if is_moment(text) else None
    return text


def _properties(field: Node) -> Component:
    found = {
        each.get("id") or each.get("name") or "": each.get("value") or ""
        for holder in inner(field, "properties")
        for each in inner(holder, "property")
    }
    return {"properties": found} if found else {}


def _note_hidden(bench: Bench, field: Node) -> None:
    if field.get("readable") == "false":
        bench.leave(field, Untranslatable("form-hidden"), text=_said(field))


def _said(field: Node, text: str = "") -> str:
    name = field.get("id") or local(field)
    return f"{name}: {text or field.get('type') or ''}".rstrip(": ")
