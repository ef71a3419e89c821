"""Names of several words or with special characters, found again in a row of tokens.

FEEL lets a name hold spaces and `. / - ' + *`, so `start date - 1` may be one name or a
subtraction. Known names decide, the longest first (DMN 1.5, 10.3.1.2, rule 25 and after).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .errors import FeelSyntaxError
from .lexer import Token, tokenize


class NameIndex:
    """Names of more than one token, looked up by their first token and their length."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._by_first: dict[str, dict[int, dict[tuple[str, ...], str]]] = {}
        for name in names:
            self.add(name)

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def add(self, name: str) -> None:
        """Make a name known; names of one token need not be."""
        if name.isidentifier():
            return
        words = _words(name)
        if len(words) < 2:
            return
        by_length = self._by_first.setdefault(words[0], {})
        by_length.setdefault(len(words), {}).setdefault(words, name)

    def match(self, tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
        """The longest known name that begins at a token: its number of tokens, and itself."""
        by_length = self._by_first.get(tokens[at].text)
        if by_length is None:
            return None
        for length in sorted(by_length, reverse=True):
            words = tuple([token.text for token in tokens[at : at + length]])
            name = by_length[length].get(words)
            if name is not None:
                return length, name
        return None


def _words(name: str) -> tuple[str, ...]:
    try:
        return tuple(token.text for token in tokenize(name)[:-1])
    except FeelSyntaxError:
        return ()
