"""What does not fit, while it is being read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import Problem

KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (type(None), "null"),
    (bool, "boolean"),
    (str, "string"),
    (Mapping, "context"),
    ((list, tuple), "list"),
)


class Unfit(Exception):
    """A value does not fit its shape; carries a problem for each field."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.sentence("en") for problem in problems))
        self.problems = problems


def wrong_kind(path: str, expected: str, value: Any) -> Unfit:
    words = {"expected": kind_key(expected), "found": kind_key(kind_of(value))}
    return Unfit(Problem(field=path, key="handlers.wrong-kind", words=words))


def kind_of(value: Any) -> str:
    """The FEEL word for a JSON value's kind."""
    return next((kind for types, kind in KINDS if isinstance(value, types)), "number")


def kind_key(kind: str) -> str:
    return f"handlers.kind.{kind.replace(' ', '-')}"
