"""What callers asked for, and what they were told: written as it happens, line by line."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from procflow import Conflict, NotAllowed, NotFound

ACCEPTED, REFUSED, DOUBTFUL = "accepted", "refused", "doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing asked for. state: `doubtful` when the caller never heard the answer."""

    name: str
    by: str
    kind: str
    dossier: str
    about: str = ""
    state: str = DOUBTFUL


class Journal:
    """One file for all; a line is written by one call, so a killed writer leaves none by halves."""

    def __init__(self, file: Path, by: str) -> None:
        self._handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        self._by = by

    @contextmanager
    def asked(self, kind: str, dossier: str, about: str = "", name: str = "") -> Iterator[str]:
        """Around a call: its name before, accepted or refused afterwards, nothing when it is in
        doubt. A refusal goes no further.
        """
        name = name or uuid4().hex
        self._write(name=name, by=self._by, kind=kind, dossier=dossier, about=about)
        try:
            yield name
        except (Conflict, NotFound, NotAllowed):
            self._write(name=name, state=REFUSED)
        else:
            self._write(name=name, state=ACCEPTED)

    def _write(self, **said: str) -> None:
        os.write(self._handle, (json.dumps(said) + "\n").encode())


def commands(file: Path) -> dict[str, Command]:
    """All that was asked for, by name; one asked for again is accepted if it ever was."""
    return told(json.loads(line) for line in file.read_text().splitlines()) if file.exists() else {}


def told(lines: Iterable[dict[str, str]]) -> dict[str, Command]:
    found: dict[str, Command] = {}
    for said in lines:
        name, state = said["name"], said.get("state")
        if state is None:
            found.setdefault(name, Command(**said))
        elif found[name].state != ACCEPTED:
            found[name] = replace(found[name], state=state)
    return found
