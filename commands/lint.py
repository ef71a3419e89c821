"""`procflow lint`: what must be mended before a deployment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ..engine.engine import Engine
from ..engine.errors import Finding
from .answer import Answer
from .base import argument, command
from .composition import build_rehearsal
from .desk import Desk
from .findings import findings_answer
from .folders import chosen_folders, count_files
from .lenders import lent
from .parameters import Existing


@command("lint")
@argument("paths", nargs=-1, metavar="[PATH]…", type=Existing())
def lint(desk: Desk, paths: tuple[Path, ...]) -> Answer:
    chosen = chosen_folders(desk, paths)
    called = lent(desk, chosen)
    house = build_rehearsal(desk.settings, desk.clock)
    try:
        list(checked(house.engine, called))
        findings = list(checked(house.engine, chosen))
    finally:
        house.close()
    return findings_answer(findings, desk.language, files=count_files(chosen))


def checked(engine: Engine, paths: Iterable[Path]) -> Iterator[Finding]:
    """The findings of each procedure; what is free of errors is there for those that call it."""
    for path in paths:
        findings = engine.deployments.check(path)
        if all(finding.severity != "error" for finding in findings):
            engine.deployments.deploy(path)
        yield from (located(finding, path) for finding in findings)


def located(finding: Finding, path: Path) -> Finding:
    """The finding with a file name that can be opened from here."""
    file = path / finding.file if path.is_dir() else path
    return replace(finding, file=str(file))
