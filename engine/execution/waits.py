"""What every wait says of its token."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from .tokens import Token


class Common(TypedDict):
    number: int
    definition: str
    process: str
    element: str
    label: str


def common(token: Token) -> Common:
    element, program = token.task_spec.element, token.task_spec.program
    return {
        "number": token.id,
        "definition": program.key,
        "process": program.process,
        "element": element.id,
        "label": element.label,
    }
