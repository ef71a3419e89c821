"""The questions of forms, as the form editor writes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Component = dict[str, Any]

LONGEST_TEXT, LONGEST_WORDS = 200, 4000


def text(key: str, label: str, *, personal: str = "internal") -> Component:
    checked = {"required": True, "maxLength": LONGEST_TEXT}
    return {**_field("textfield", key, label, personal), "validate": checked}


def words(key: str, label: str, *, personal: str = "internal") -> Component:
    """A text of several lines that has to be written."""
    checked = {"required": True, "minLength": 2, "maxLength": LONGEST_WORDS}
    return {**_field("textarea", key, label, personal), "validate": checked}


def area(key: str, label: str, *, personal: str) -> Component:
    """A text of several lines that may be left out."""
    return {**_field("textarea", key, label, personal), "validate": {"maxLength": LONGEST_WORDS}}


def day(key: str, label: str) -> Component:
    field = _field("datetime", key, "", "internal")
    del field["label"]
    dated = {"subtype": "date", "dateLabel": label, "validate": {"required": True}}
    return {**field, **dated}


def number_field(key: str, label: str, description: str) -> Component:
    field = {**_field("number", key, label, "internal"), "description": description}
    return {**field, "validate": {"required": True, "min": 0}}


def money(key: str, label: str) -> Component:
    """An amount that is shown, not asked."""
    return {**_field("number", key, label, "internal"), "readonly": True}


def choice(key: str, label: str, options: Mapping[str, str]) -> Component:
    return _of_options("radio", key, label, options, required=True)


def select(key: str, label: str, options: Mapping[str, str]) -> Component:
    return _of_options("select", key, label, options, required=True)


def checklist(key: str, label: str, options: Mapping[str, str]) -> Component:
    return _of_options("checklist", key, label, options, required=False)


def statement(markdown: str) -> Component:
    return {"type": "text", "id": "loi_dan", "text": markdown}


def shown_if(condition: str, field: Component) -> Component:
    """The field, asked only if the condition holds; another condition of its own holds too."""
    own = field.get("conditional", {}).get("hide", "").removeprefix("=")
    hide = f"not({condition})" + (f" or {own}" if own else "")
    return {**field, "conditional": {"hide": f"={hide}"}}


def _of_options(
    kind: str, key: str, label: str, options: Mapping[str, str], *, required: bool
) -> Component:
    values = [{"label": told, "value": value} for value, told in options.items()]
    held = {"values": values} if values else {}
    return {**_field(kind, key, label, "internal"), **held, "validate": {"required": required}}


def _field(kind: str, key: str, label: str, personal: str) -> Component:
    identity = key.replace(".", "_")
    told = {"personal": personal}
    return {"type": kind, "id": identity, "key": key, "label": label, "properties": told}
