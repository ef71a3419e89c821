"""The longest way through a graph, no element twice: where a way would come round it is cut."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

T = TypeVar("T")


def longest(
    begin: Iterable[T],
    following: Callable[[T], Iterable[T]],
    weight: Callable[[T], Decimal],
    key: Callable[[T], Hashable],
) -> tuple[Decimal, list[T]]:
    """The weight of the heaviest way from one of the beginnings, and what lies on it."""
    totals: dict[Hashable, tuple[Decimal, T | None]] = {}
    begin = list(begin)
    for each in begin:
        for node, after in _finished(each, following, key, totals):
            best = max(after, key=lambda one: totals[key(one)][0], default=None)
            rest = totals[key(best)][0] if best is not None else Decimal(0)
            totals[key(node)] = (weight(node) + rest, best)
    heaviest = max(begin, key=lambda one: totals[key(one)][0], default=None)
    way = list(_way(heaviest, totals, key))
    return (totals[key(way[0])][0] if way else Decimal(0)), way


def _way(
    node: T | None,
    totals: dict[Hashable, tuple[Decimal, T | None]],
    key: Callable[[T], Hashable],
) -> Iterator[T]:
    while node is not None:
        yield node
        node = totals[key(node)][1]


def _finished(
    begin: T,
    following: Callable[[T], Iterable[T]],
    key: Callable[[T], Hashable],
    done: dict[Hashable, tuple[Decimal, T | None]],
) -> Iterator[tuple[T, list[T]]]:
    """The nodes, what follows before what leads to it, each with its finished followers."""
    if key(begin) in done:
        return
    followers = {key(begin): list(following(begin))}
    open_at = [(begin, iter(followers[key(begin)]))]
    while open_at:
        node, waiting = open_at[-1]
        new = next(
            (each for each in waiting if key(each) not in followers and key(each) not in done), None
        )
        if new is None:
            open_at.pop()
            yield node, [each for each in followers[key(node)] if key(each) in done]
        else:
            followers[key(new)] = list(following(new))
            open_at.append((new, iter(followers[key(new)])))
