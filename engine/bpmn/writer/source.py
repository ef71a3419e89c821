"""Where every element of an XML file stands, to the byte, so that the rest can stay as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from ...errors import BadInput

START_TAG = re.compile(rb"<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*(/?)>")
ATTRIBUTE = re.compile(rb"\s+([^\s=]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
SEPARATOR = "}"
READABLE = frozenset({"utf-8", "us-ascii", "ascii"})


@dataclass(slots=True, eq=False)
class Mark:
    """An element in the file. name: in Clark's notation. attributes: without namespaces resolved.

    start to opened is its start tag, closing to end its end tag; both are one for `<a/>`.
    """

    name: str
    attributes: Mapping[str, str]
    start: int
    opened: int
    parent: Mark | None
    closing: int = 0
    end: int = 0
    children: list[Mark] = field(default_factory=list)

    @property
    def is_single(self) -> bool:
        """Written as `<a/>`."""
        return self.end == self.opened

    def all(self) -> Iterator[Mark]:
        """Itself and what it holds, in document order."""
        waiting = [self]
        while waiting:
            mark = waiting.pop()
            yield mark
            waiting.extend(reversed(mark.children))

    def child(self, name: str) -> Mark | None:
        return next((each for each in self.children if each.name == name), None)


@dataclass(frozen=True, slots=True)
class Source:
    """root: of the marks. prefixes: namespace -> prefix, as the file writes them ("" for none)."""

    root: Mark
    prefixes: Mapping[str, str]


def read_source(content: bytes) -> Source:
    """The marks of a file that `parse_xml` has found harmless.

    Raises BadInput for a file in another encoding than UTF-8.
    """
    return _Reader(content).read()


class _Reader:
    def __init__(self, content: bytes) -> None:
        self._content = content
        self._open: list[Mark] = []
        self._root: Mark | None = None
        self._prefixes: dict[str, str] = {}
        self._parser = expat.ParserCreate(namespace_separator=SEPARATOR)
        self._parser.XmlDeclHandler = self._declared
        self._parser.StartElementHandler = self._started
        self._parser.EndElementHandler = self._ended
        self._parser.StartNamespaceDeclHandler = self._named

    def read(self) -> Source:
        self._parser.Parse(self._content, True)
        assert self._root is not None  # noqa: S101 - expat raises for a file without elements
        return Source(self._root, self._prefixes)

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:  # noqa: ARG002 - expat's signature
        if encoding and encoding.lower() not in READABLE:
            raise BadInput.of("drawings.not-utf-8", encoding=encoding)

    def _named(self, prefix: str | None, uri: str) -> None:
        self._prefixes.setdefault(uri, prefix or "")

    def _started(self, name: str, attributes: Mapping[str, str]) -> None:
        start = self._parser.CurrentByteIndex
        tag = START_TAG.match(self._content, start)
        assert tag is not None  # noqa: S101 - expat has just read it
        parent = self._open[-1] if self._open else None
        mark = Mark(clark(name), attributes, start, tag.end(), parent)
        if parent is None:
            self._root = mark
        else:
            parent.children.append(mark)
        self._open.append(mark)

    def _ended(self, name: str) -> None:  # noqa: ARG002 - expat's signature
        mark = self._open.pop()
        if self._content[mark.opened - 2 : mark.opened] == b"/>":
            mark.closing, mark.end = mark.start, mark.opened
            return
        mark.closing = self._parser.CurrentByteIndex
        mark.end = self._content.index(b">", mark.closing) + 1


def clark(name: str) -> str:
    """expat's `uri}name` as `{uri}name`."""
    space, separator, plain = name.rpartition(SEPARATOR)
    return f"{{{space}}}{plain}" if separator else plain


def attribute_spans(content: bytes, mark: Mark) -> dict[str, tuple[int, int]]:
    """Where the attributes stand, the blank before them included; by the name as written."""
    tag = content[mark.start : mark.opened]
    return {
        found[1].decode(): (mark.start + found.start(), mark.start + found.end())
        for found in ATTRIBUTE.finditer(tag)
    }
