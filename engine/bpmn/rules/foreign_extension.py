"""Extensions of other vendors are kept in the file, but not executed.

One remark for each vendor's namespace, at the first place it is used.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Remark, Rule
from ..subject import Subject
from ..unread import Odd, odd, remark_on


def check(subject: Subject) -> Iterator[Remark]:
    first: dict[str, tuple[Odd, int]] = {}
    for place, unread in odd(subject):
        if unread.is_foreign:
            found, count = first.get(unread.vocabulary, ((place, unread), 0))
            first[unread.vocabulary] = found, count + 1
    for vendor, ((place, unread), count) in first.items():
        yield remark_on(place, unread, severity="warning", vendor=vendor, count=count)


RULE = Rule("foreign-extension", check)
