"""All measurements, each beside its reference in the same run: `make bench`.

python -m bench                    all, about half an hour; the table is kept in
                                   docs/reference/bench.md
python -m bench durable load       only these; nothing is kept
python -m bench --short            less of everything
"""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path

from bench._table import Row, show

ALL = ("execution", "durable", "load", "million", "start", "feel", "decisions")
KEPT = Path(__file__).parent.parent / "docs" / "reference" / "bench.md"
PAGE = """# What was measured

One run of `make bench`, which writes this page: {day}, {cores} cores, Python {python},
SQLite {sqlite}, on a machine whose load was {load:.1f} when it began. Each row was measured beside
its reference in the same run; what the rows mean is told in `bench/`, and what limits them in
[What a durable step costs](../decisions/0010-what-a-durable-step-costs.md).

"""


def measured(names: Sequence[str]) -> Iterator[Row]:
    for name in names:
        yield from import_module(f"bench.{name}").rows()


def page(table: Sequence[str], load: float) -> str:
    told = PAGE.format(
        day=date.today().isoformat(),
        cores=os.cpu_count(),
        python=platform.python_version(),
        sqlite=sqlite3.sqlite_version,
        load=load,
    )
    return told + "\n".join(table) + "\n"


def main() -> None:
    chosen = [name for name in sys.argv[1:] if not name.startswith("-")]
    load = os.getloadavg()[0]
    table = show(measured(chosen or ALL))
    if not chosen and "--short" not in sys.argv:
        KEPT.write_text(page(table, load))


if __name__ == "__main__":
    main()
