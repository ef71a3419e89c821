"""An XML file that can be edited in place: what no edit touches stays the same to the byte."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from .pieces import USUAL_PREFIXES, Manner, Piece, quoted
from .source import Mark, Source, attribute_spans, read_source

BLANKS = re.compile(rb"[ \t]*\Z")


@dataclass(frozen=True)
class Document:
    """The file as it is now. An edit gives a new document; a mark belongs to the one it is of."""

    content: bytes

    @cached_property
    def _source(self) -> Source:
        return read_source(self.content)

    @property
    def root(self) -> Mark:
        return self._source.root

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The file's prefix of each namespace; "" for none."""
        return self._source.prefixes

    @cached_property
    def by_id(self) -> dict[str, Mark]:
        """The elements with an id, the first of each."""
        found: dict[str, Mark] = {}
        for mark in self.root.all():
            if "id" in mark.attributes:
                found.setdefault(mark.attributes["id"], mark)
        return found

    def find(self, name: str, **attributes: str) -> Mark | None:
        """The first element of this name with these attributes."""
        return next(
            (
                mark
                for mark in self.root.all()
                if mark.name == name
                and all(mark.attributes.get(each) == text for each, text in attributes.items())
            ),
            None,
        )

    # -- edits --------------------------------------------------------------------------------

    def appended(self, parent: Mark, piece: Piece) -> Document:
        """The piece as the last child."""
        return self.inserted(parent, piece, parent.children[-1] if parent.children else None)

    def inserted(self, parent: Mark, piece: Piece, after: Mark | None) -> Document:
        """The piece as a child, after another one; as the first one after None."""
        ready = self._declaring(piece)
        if ready is not self:
            return ready.inserted(ready._same(parent), piece, after and ready._same(after))
        if not parent.children:
            return self._filled(parent, piece)
        indent = self._indent_of(parent.children[0])
        text = self._line_before(parent.children[0]) + self._manner.written(piece, indent)
        place = after.end if after else parent.opened
        return self._spliced(place, place, text)

    def in_order(self, parent: Mark, piece: Piece, rank: Callable[[str], int]) -> Document:
        """The piece after the last child whose rank is not higher than its own."""
        before = [each for each in parent.children if rank(each.name) <= rank(piece.name)]
        return self.inserted(parent, piece, before[-1] if before else None)

    def replaced(self, mark: Mark, piece: Piece) -> Document:
        ready = self._declaring(piece)
        mark = ready._same(mark)
        text = ready._manner.written(piece, ready._indent_of(mark))
        return ready._spliced(mark.start, mark.end, text)

    def removed(self, mark: Mark) -> Document:
        """Without the element and the line it leaves empty."""
        start = mark.start - len(self._blanks_before(mark))
        newline = self._manner.newline.encode()
        if newline and self.content[:start].endswith(newline):
            start -= len(newline)
        return self._spliced(start if newline else mark.start, mark.end, "")

    def with_attribute(self, mark: Mark, name: str, value: str) -> Document:
        """The attribute (without a namespace) set to this value."""
        span = attribute_spans(self.content, mark).get(name)
        text = f" {name}={quoted(value)}"
        if span is not None:
            return self._spliced(*span, text)
        place = mark.opened - (2 if mark.is_single else 1)
        blanks = len(self.content[:place]) - len(self.content[:place].rstrip())
        return self._spliced(place - blanks, place - blanks, text)

    def without_attribute(self, mark: Mark, name: str) -> Document:
        span = attribute_spans(self.content, mark).get(name)
        return self if span is None else self._spliced(*span, "")

    # -- how the file is written --------------------------------------------------------------

    @cached_property
    def _manner(self) -> Manner:
        newline = "\r\n" if b"\r\n" in self.content else "\n"
        first = next(iter(self.root.children), None)
        unit = self._indent_of(first) if first else ""
        on_lines = first is not None and self._starts_line(first)
        return Manner(self._source.prefixes, newline if on_lines else "", unit)

    def _declaring(self, piece: Piece) -> Document:
        """The document with a prefix for every namespace of the piece."""
        missing = (each for each in piece.namespaces() if each not in self._source.prefixes)
        document = self
        for space in dict.fromkeys(missing):
            prefix = _free_prefix(USUAL_PREFIXES.get(space, "ns"), self._source.prefixes.values())
            document = document.with_attribute(document.root, f"xmlns:{prefix}", space)
        return document

    def _same(self, mark: Mark) -> Mark:
        """The element of another state of the file that has the same place among its siblings."""
        steps: list[int] = []
        while mark.parent is not None:
            steps.append(mark.parent.children.index(mark))
            mark = mark.parent
        found = self.root
        for step in reversed(steps):
            found = found.children[step]
        return found

    def _filled(self, parent: Mark, piece: Piece) -> Document:
        """An empty element with its first child."""
        outer = self._indent_of(parent)
        inner, newline = outer + self._manner.unit, self._manner.newline
        text = f"{newline}{inner}{self._manner.written(piece, inner)}{newline}{outer}"
        if not parent.is_single:
            return self._spliced(parent.opened, parent.closing, text)
        head = self.content[parent.start : parent.opened - 2].rstrip().decode()
        name = head[1:].split(None, 1)[0]
        return self._spliced(parent.start, parent.end, f"{head}>{text}</{name}>")

    def _line_before(self, sibling: Mark) -> str:
        return f"{self._manner.newline}{self._indent_of(sibling)}"

    def _indent_of(self, mark: Mark) -> str:
        return self._blanks_before(mark).decode() if self._starts_line(mark) else ""

    def _starts_line(self, mark: Mark) -> bool:
        start = mark.start - len(self._blanks_before(mark))
        return self.content[max(0, start - 1) : start] == b"\n"

    def _blanks_before(self, mark: Mark) -> bytes:
        line = self.content.rfind(b"\n", 0, mark.start) + 1
        found = BLANKS.search(self.content[line : mark.start])
        return found[0] if found else b""

    def _spliced(self, start: int, end: int, text: str) -> Document:
        return Document(self.content[:start] + text.encode() + self.content[end:])


def _free_prefix(wanted: str, taken: Iterable[str]) -> str:
    used = set(taken)
    tries = (wanted, *(f"{wanted}{number}" for number in range(1, len(used) + 2)))
    return next(each for each in tries if each not in used)
