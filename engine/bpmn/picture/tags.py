"""SVG as values: what is drawn is decided first and written once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

Value: TypeAlias = str | float


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the picture; `text` stands before the children."""

    name: str
    attributes: Mapping[str, Value] = field(default_factory=dict)
    children: tuple[Tag, ...] = ()
    text: str = ""


def tag(name: str, *children: Tag, text: str = "", **attributes: Value | None) -> Tag:
    """`stroke_width` is written `stroke-width`; what is None is left out."""
    given = {
        key.rstrip("_").replace("_", "-"): value
        for key, value in attributes.items()
        if value is not None
    }
    return Tag(name, given, children, text)


def group(children: Iterable[Tag], title: str | None = None, **attributes: Value | None) -> Tag:
    """What belongs together; the title is shown when a reader points at it."""
    named = (tag("title", text=title),) if title else ()
    return tag("g", *named, *children, text="", **attributes)


def written(root: Tag) -> str:
    return "".join(_pieces(root))


def _pieces(root: Tag) -> Iterator[str]:
    """Iterative, because sub-processes may be nested as deep as the file allows."""
    waiting: list[Tag | str] = [root]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
            continue
        head = f"<{each.name}{_attributes(each)}"
        if not each.children and not each.text:
            yield f"{head}/>"
            continue
        yield f"{head}>{escape(_allowed(each.text))}"
        waiting.append(f"</{each.name}>")
        waiting.extend(reversed(each.children))


def _attributes(each: Tag) -> str:
    pairs = ((name, number(value)) for name, value in each.attributes.items())
    return "".join(f" {name}={quoteattr(_allowed(value))}" for name, value in pairs)


def number(value: Value) -> str:
    """A number as short as two decimals allow; a text as it is."""
    if isinstance(value, str):
        return value
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def _allowed(text: str) -> str:
    """Without the control characters that XML forbids."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n")
