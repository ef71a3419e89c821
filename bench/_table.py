"""One table of all that was measured, each beside its reference in the same run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """found: with its unit. beside: what it was measured beside, and found there (`theirs`).

    ratio: of the two. on: the database.
    """

    what: str
    found: str
    beside: str = ""
    theirs: str = ""
    ratio: str = ""
    wanted: str = ""
    on: str = ""


HEAD = (
    "| what | on | found | beside | found | ratio | wanted |",
    "| --- | --- | ---: | --- | ---: | ---: | --- |",
)


def beside(
    what: str,
    ours: float,
    reference: str,
    theirs: float,
    *,
    unit: str = "µs",
    wanted: str = "",
    turned: bool = False,
) -> Row:
    """ours to theirs; turned: how many times ours theirs is."""
    ratio = theirs / ours if turned else ours / theirs
    return Row(
        what, measured(ours, unit), reference, measured(theirs, unit), f"{ratio:.2f}", wanted
    )


def alone(what: str, ours: float, unit: str = "µs", *, wanted: str = "") -> Row:
    return Row(what, measured(ours, unit), wanted=wanted)


def measured(figure: float, unit: str) -> str:
    shown = f"{figure:,.0f}" if figure >= 100 else f"{figure:.3g}"
    return f"{shown} {unit}"


def line(row: Row) -> str:
    """Of the table, in Markdown."""
    what, found, reference, theirs, ratio, wanted, on = row
    return f"| {what} | {on} | {found} | {reference} | {theirs} | {ratio} | {wanted} |"


def show(rows: Iterable[Row]) -> list[str]:
    """Print the table, each line as soon as it is known; all lines are the result."""
    table = list(HEAD)
    print(*HEAD, sep="\n", flush=True)
    for row in rows:
        table.append(line(row))
        print(table[-1], flush=True)
    return table
