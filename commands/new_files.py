"""Writes the files of a new procedure, over others only if that is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from .desk import Desk


def write_all(desk: Desk, written: Mapping[Path, bytes], *, force: bool) -> None:
    there = next((file for file in written if file.exists()), None)
    if there is not None and not force:
        raise click.UsageError(desk.text("error.exists", file=there))
    for file, content in written.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
