"""Boxes in the space of a table's inputs: one domain a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .domain import Domain

Box = tuple[Domain, ...]


def minus(boxes: Sequence[Box], others: Iterable[Box], limit: int) -> list[Box] | None:
    """What is left of the boxes without the others; None when it falls into too many pieces."""
    left = list(boxes)
    for other in others:
        left = [piece for box in left for piece in _cut_out(box, other)]
        if len(left) > limit:
            return None
    return left


def _cut_out(box: Box, other: Box) -> Iterator[Box]:
    """The box without the other, in disjoint pieces: column by column what lies outside."""
    if any(not a.meets(b).spans for a, b in zip(box, other, strict=True)):
        yield box
        return
    for place, (own, taken) in enumerate(zip(box, other, strict=True)):
        outside = own.without(taken)
        if outside.spans:
            inside = (a.meets(b) for a, b in zip(box[:place], other[:place], strict=True))
            yield (*inside, outside, *box[place + 1 :])
