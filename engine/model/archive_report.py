"""What the check of an archive has found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveReport:
    """intact: instances that went to the file and are there as they were. changed: there, but not
    as they were; missing: not there at all. strange: there, but this database does not say that
    they went there (an archivist was killed before its commit, or the file is another
    installation's). unreadable: lines that are torn or are none.
    """

    file: str
    intact: int
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    unreadable: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing is lost or changed."""
        return not self.changed and not self.missing
