"""Texts with FEEL in double braces, taken apart into what stands and what is filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import Finding
from ..expressions import Expression, compile_expression
from ..expressions.errors import FeelError

RULE = "notice"
NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One `{{ … }}`: its FEEL as written and as an expression."""

    text: str
    expression: Expression
    line: int


Part = str | Placeholder


class PartReader:
    """Takes the texts of a file apart; `findings`: what is wrong with them."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def parts(self, text: str, line: int) -> tuple[Part, ...]:
        """The parts of a text that begins at `line`."""
        found: list[Part] = []
        position = 0
        while (start := text.find("{{", position)) >= 0:
            found.append(text[position:start])
            here = line + text.count("\n", 0, start)
            end = closing(text, start + 2)
            if end is None:
                self.add("procedure.open-placeholder", here)
                return tuple(found)
            found.extend(self._placeholder(text[start + 2 : end].strip(), here))
            position = end + 2
        return tuple(part for part in (*found, text[position:]) if part)

    def _placeholder(self, formula: str, line: int) -> Iterator[Placeholder]:
        try:
            yield Placeholder(formula, compile_expression(formula), line)
        except FeelError as error:
            self.add(error.key, line, error.arguments)

    def add(self, key: str, line: int | None, arguments: Mapping[str, Any] = NOTHING) -> None:
        self.findings.append(
            Finding(
                rule=RULE,
                severity="error",
                key=key,
                arguments=arguments,
                file=self.file,
                line=line,
            )
        )


def closing(text: str, position: int) -> int | None:
    """Where the `}}` stands that closes a placeholder: not in a FEEL string, nor of a context."""
    depth, quoted = 0, False
    while position < len(text):
        character = text[position]
        if quoted:
            position += character == "\\"
            quoted = character != '"'
        elif character == '"':
            quoted = True
        elif character == "{":
            depth += 1
        elif character == "}" and depth:
            depth -= 1
        elif text.startswith("}}", position):
            return position
        position += 1
    return None
