"""An archive: a file of JSON lines, one for each instance, that can prove what it says.

A line holds the instance's record, its details (variables, user tasks, jobs, incidents) and its
history. The last event of the history tells the digest of record and details, and the database
keeps the hash of that event: nothing can be changed unseen.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ..errors import Conflict
from ..model.history import HistoryEvent, Link, first_broken
from ..model.instance import ProcessInstance
from ..model.json_text import canonical, decode, encode

FORMAT = 1
OWNER_ONLY = 0o600


class ArchiveFile:
    """Opened to add lines. Only the owner may read it; only one process may write to it.

    Raises Conflict when another process does, OSError.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, OWNER_ONLY)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._end_torn_line()
        except BlockingIOError:
            os.close(self._file)
            raise Conflict.of("runtime.archive-at-work", file=path) from None

    def add(self, lines: Iterable[Line]) -> None:
        """The lines are on the disk when this returns."""
        text = b"".join(encode(line.value).encode() + b"\n" for line in lines)
        left = memoryview(text)
        while left:
            left = left[os.write(self._file, left) :]
        os.fsync(self._file)

    def _end_torn_line(self) -> None:
        """Whoever wrote last may have been killed half way through."""
        size = os.fstat(self._file).st_size
        if size and os.pread(self._file, 1, size - 1) != b"\n":
            os.write(self._file, b"\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        os.close(self._file)


@dataclass(frozen=True, slots=True)
class Line:
    """One instance as it is written."""

    instance: ProcessInstance
    details: Mapping[str, Any]
    events: Iterable[HistoryEvent]

    @property
    def value(self) -> dict[str, Any]:
        end = {"events": self.instance.events, "head": self.instance.head}
        return {
            "format": FORMAT,
            "instance": {**_record(self.instance), **end},
            "details": self.details,
            "events": [_without_instance(event) for event in self.events],
        }


END = frozenset({"events", "head"})
"""What the event that tells the digest changes itself."""

LEFT_OUT = END | {"positions", "variables", "revision", "kept"}


def _record(instance: ProcessInstance) -> dict[str, Any]:
    values = asdict(instance)
    return {name: values[name] for name in values if name not in LEFT_OUT}


def digest(instance: ProcessInstance, details: Mapping[str, Any]) -> str:
    """sha256, in hex, of record and details as they will be read again."""
    return _digest(decode(encode([_record(instance), details])))


def _digest(content: Any) -> str:
    return hashlib.sha256(canonical(content).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One instance as it was read. last: the end of its chain, as it says itself."""

    record: Mapping[str, Any]
    last: Link
    details: Mapping[str, Any]
    events: tuple[HistoryEvent, ...]

    @property
    def key(self) -> str:
        key: str = self.record["key"]
        return key

    @property
    def is_whole(self) -> bool:
        """Whether its chain is intact, and its details are those that were archived."""
        if not self.events or first_broken(self.key, self.events, self.last) is not None:
            return False
        return bool(self.events[-1].about.get("digest") == _digest([self.record, self.details]))


def lines_of(path: Path) -> Iterator[ReadLine | None]:
    """The lines of an archive; None for one that is torn or is none. Raises OSError."""
    with path.open("rb") as file:
        for line in file:
            if line.strip():
                yield _read(line)


def _read(line: bytes) -> ReadLine | None:
    try:
        value = decode(line)
        record, key = value["instance"], value["instance"]["key"]
        return ReadLine(
            record={name: record[name] for name in record if name not in END},
            last=Link(record["events"], record["head"]),
            details=value["details"],
            events=tuple(_event(key, each) for each in value["events"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _event(instance: str, value: Mapping[str, Any]) -> HistoryEvent:
    at = datetime.fromisoformat(value["at"])
    return HistoryEvent(**{**value, "instance": instance, "at": at})


def _without_instance(event: HistoryEvent) -> dict[str, Any]:
    values = asdict(event)
    del values["instance"]
    return values
