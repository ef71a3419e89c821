"""What the national portal replies, as a value.

`error_code` `0` or `00` is success. The codes of other replies are not published; what they say is
found in their words, and in the codes an installation has found out and set.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from ..wire import Answer
from .portal_words import plain

SUCCESS = ("0", "00")
NO_SESSION_STATUSES = (401, 403)
NO_SESSION_WORDS = ("session", "phien dang nhap", "phien lam viec", "het phien")
EXISTS_WORDS = ("da ton tai", "already exist")
UNKNOWN_WORDS = ("khong ton tai", "chua ton tai", "khong tim thay", "not exist", "not found")
LONGEST_REASON = 300


class Verdict(Enum):
    """What became of what was asked."""

    DONE = auto()
    EXISTS = auto()
    UNKNOWN = auto()
    NO_SESSION = auto()
    REFUSED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """reason: the portal's code and words, cut short."""

    verdict: Verdict
    reason: str
    session: str = field(default="", repr=False)
    result: Sequence[Mapping[str, Any]] = field(default=(), repr=False)

    @classmethod
    def read(cls, answer: Answer, *, exists: Collection[str], no_session: Collection[str]) -> Reply:
        """Raises BadAnswer for what is no reply of the portal."""
        if answer.status in NO_SESSION_STATUSES:
            return cls(verdict=Verdict.NO_SESSION, reason=f"HTTP {answer.status}")
        said = answer.fields()
        if "error_code" not in said:
            raise answer.unread("error_code")
        code, words = str(said["error_code"]), str(said.get("message") or "")
        return cls(
            verdict=_verdict(code, plain(words), exists, no_session),
            reason=f"{code} {words}"[:LONGEST_REASON].strip(),
            session=str(said.get("session") or ""),
            result=_rows(said.get("result")),
        )


def _verdict(
    code: str, words: str, exists: Collection[str], no_session: Collection[str]
) -> Verdict:
    if code in SUCCESS:
        return Verdict.DONE
    if code in exists or _says(words, EXISTS_WORDS):
        return Verdict.EXISTS
    if code in no_session or _says(words, NO_SESSION_WORDS):
        return Verdict.NO_SESSION
    if _says(words, UNKNOWN_WORDS):
        return Verdict.UNKNOWN
    return Verdict.REFUSED


def _says(words: str, known: Sequence[str]) -> bool:
    return any(each in words for each in known)


def _rows(result: Any) -> tuple[Mapping[str, Any], ...]:
    """The rows of a look-up: a list, or one row by itself."""
    rows = result if isinstance(result, list) else [result]
    return tuple(row for row in rows if isinstance(row, dict))
