"""`procflow lint`: what must be mended before a deployment."""

from __future__ import annotations

from pathlib import Path

import click

from .answer import Answer
from .base import argument, command
from .desk import Desk
from .findings import findings_answer
from .folders import chosen_paths, count_files


@command("lint")
@argument("paths", nargs=-1, metavar="[PATH]…", type=click.Path(exists=True, path_type=Path))
def lint(desk: Desk, paths: tuple[Path, ...]) -> Answer:
    chosen = chosen_paths(desk, paths)
    findings = desk.house.engine.deployments.check(chosen)
    return findings_answer(findings, desk.language, files=count_files(chosen))
