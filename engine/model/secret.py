"""A value that must not be seen: it shows itself only to who asks for it by name."""

from __future__ import annotations

from hmac import compare_digest


class Secret:
    """A password or key. `str`, `repr`, formatting, pickling and JSON never give it away.

    Raises TypeError when something tries to pickle it.
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        return self._value

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return compare_digest(self._value.encode(), other._value.encode())

    def __hash__(self) -> int:
        return hash((Secret, self._value))

    def __repr__(self) -> str:
        return "Secret(…)"

    def __reduce__(self) -> str:
        raise TypeError("Expected no one to pickle a secret, but something tried")
