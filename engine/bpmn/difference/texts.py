"""Values of a drawing as texts that can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

Aspect = tuple[str, str]
"""Its name, and the name of the one meant where there are several."""

NOT_TOLD = frozenset({"line", "refers_to"})


def values(part: Any) -> Iterator[tuple[str, str]]:
    """The fields of a part that say something."""
    for each in fields(part):
        value = getattr(part, each.name)
        if each.name not in NOT_TOLD and value not in (None, "", ()):
            yield each.name.replace("_", "-"), text(value)


def text(value: Any) -> str:
    return yes(value) if isinstance(value, bool) else str(value)


def yes(value: bool) -> str:
    return "true" if value else "false"


def plain(**texts: str | None) -> dict[Aspect, str]:
    return {(name.replace("_", "-"), ""): each for name, each in texts.items() if each}


def named(aspect: str, texts: Mapping[str, str]) -> dict[Aspect, str]:
    return {(aspect, name): text for name, text in texts.items()}
