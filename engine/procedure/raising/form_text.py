"""Adds components to a form's file; all else in it stays as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Component = Mapping[str, Any]
STEP = "  "


def with_components(text: str, components: Sequence[Component], *, first: bool = False) -> str:
    """The form with these components after (or before) its own.

    Those whose key it has are left out.
    """
    known = set(keys_of(json.loads(text)))
    fresh = [each for each in components if each.get("key") not in known]
    if not fresh:
        return text
    start, end = _components_at(text)
    inner = text[start:end].rstrip()
    written = ",\n".join(_indented(each) for each in fresh)
    comma = "," if inner else ""
    if first:
        return f"{text[:start]}\n{written}{comma}{text[start:]}"
    return f"{text[:start]}{inner}{comma}\n{written}\n{STEP}{text[end:]}"


def keys_of(form: Any) -> Iterator[str]:
    """The keys of all components, at any depth."""
    waiting = list(form.get("components", ()))
    while waiting:
        component = waiting.pop()
        if isinstance(component.get("key"), str):
            yield component["key"]
        waiting += component.get("components", ())


def new_form(identity: str, components: Sequence[Component]) -> str:
    """The text of a form, as the form editor writes it."""
    form = {
        "type": "default",
        "id": identity,
        "schemaVersion": 18,
        "executionPlatform": "Camunda Cloud",
        "executionPlatformVersion": "8.8.0",
        "components": list(components),
    }
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def _indented(component: Component) -> str:
    lines = json.dumps(component, ensure_ascii=False, indent=2).split("\n")
    return "\n".join(f"{STEP * 2}{line}" for line in lines)


def _components_at(text: str) -> tuple[int, int]:
    """Where the list of the form's own components begins and ends, brackets left out."""
    decoder = json.JSONDecoder()
    at = text.index("{") + 1
    while True:
        at = _skipped(text, at)
        key, at = decoder.raw_decode(text, at)
        at = _skipped(text, at)
        _, end = decoder.raw_decode(text, at)
        if key == "components":
            return at + 1, end - 1
        at = end


def _skipped(text: str, at: int) -> int:
    """Past blanks and what stands between the parts of an object."""
    while text[at] in " \t\r\n,:":
        at += 1
    return at
