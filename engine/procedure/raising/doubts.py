"""What the published words ask of whoever files, and the drawing does not show.

Words alone decide nothing: most are about the counter. But nobody may call a service *toàn trình*
before somebody has looked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ...messages import Language, message
from ..catalogue.binding import bound_in, originals_in, texts_of
from ..facts import ProcedureFacts, Reason

ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class Doubt:
    """key: `presence`, `on-site` or `original`. words: the first ones that say so."""

    key: str
    words: str

    def sentence(self, language: Language) -> str:
        return message(f"raising.doubt.{self.key}", language, words=self.words)


def doubts_of(facts: ProcedureFacts, shown: Collection[Reason]) -> tuple[Doubt, ...]:
    """One of each kind. shown: the reasons that the drawing gives already."""
    found: dict[str, str] = {}
    for key, words in _words(facts, shown):
        found.setdefault(key, words)
    return tuple(Doubt(key, words) for key, words in found.items())


def _words(facts: ProcedureFacts, shown: Collection[Reason]) -> Iterator[tuple[str, str]]:
    for each in bound_in(texts_of(facts)):
        if each.reason not in shown:
            yield each.reason.value, each.words
    if Reason.PRESENCE not in shown:
        yield from ((ORIGINAL, words) for words in originals_in(texts_of(facts)))
