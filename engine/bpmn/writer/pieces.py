"""New XML as values, written in the file's own manner: its prefixes, its indentation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from ..names import BPMN, BPMN_DI, DC, DI, MODELER, XSI, ZEEBE
from ..xml import namespace, plain

USUAL_PREFIXES = {
    BPMN: "bpmn",
    BPMN_DI: "bpmndi",
    DC: "dc",
    DI: "di",
    XSI: "xsi",
    ZEEBE: "zeebe",
    MODELER: "modeler",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """An element to be written. Names are in Clark's notation; `text` or children, not both."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Piece, ...] = ()
    text: str | None = None

    def namespaces(self) -> Iterator[str]:
        """Every namespace it needs a prefix for."""
        names = (self.name, *self.attributes)
        yield from (space for name in names if (space := namespace(name)))
        for child in self.children:
            yield from child.namespaces()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is written. unit: one step of indentation; both empty in a file without lines."""

    prefixes: Mapping[str, str]
    newline: str
    unit: str

    def qualified(self, name: str) -> str:
        """A name as the file writes it."""
        prefix = self.prefixes.get(namespace(name), "") if namespace(name) else ""
        return f"{prefix}:{plain(name)}" if prefix else plain(name)

    def written(self, piece: Piece, indent: str) -> str:
        """The piece, its first line without the indentation."""
        name = self.qualified(piece.name)
        head = f"<{name}{self._attributes(piece)}"
        if piece.text is not None:
            return f"{head}>{escape(piece.text)}</{name}>"
        if not piece.children:
            return f"{head} />"
        inner = indent + self.unit
        lines = [self.written(child, inner) for child in piece.children]
        body = "".join(f"{self.newline}{inner}{line}" for line in lines)
        return f"{head}>{body}{self.newline}{indent}</{name}>"

    def _attributes(self, piece: Piece) -> str:
        pairs = ((self.qualified(name), value) for name, value in piece.attributes.items())
        return "".join(f" {name}={quoted(value)}" for name, value in pairs)


def quoted(value: str) -> str:
    """An attribute's value; in single quotes where it has double ones, as FEEL texts do."""
    text = escape(value, {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
    if '"' not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "&#39;") + "'"
