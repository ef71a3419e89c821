"""Keys of waits: the instance's key and the number of the token."""

from __future__ import annotations

from ..errors import NotFound


def parted(key: str, unknown: str) -> tuple[str, int]:
    """The instance and number of a wait's key. Raises NotFound (`unknown`: of the catalogue)."""
    instance, colon, number = key.rpartition(":")
    if not colon or not number.isdecimal():
        raise NotFound.of(unknown, key=key)
    return instance, int(number)
