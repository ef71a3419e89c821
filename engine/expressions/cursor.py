"""A place in a row of tokens, and the reading of names there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

from .errors import FeelSyntaxError
from .lexer import Token, tokenize
from .names import NameIndex
from .places import place

ENDING_WORDS = frozenset(["and", "or", "between", "in", "then", "else", "return", "satisfies"])
NAME_SYMBOLS = frozenset([".", "/", "-", "'", "+", "*"])
NO_NAMES = NameIndex()


class Cursor:
    """Reads one text. `at` is the token to be read next."""

    def __init__(self, text: str, known: Iterable[str], builtins: NameIndex) -> None:
        self.text = text
        self.tokens = tokenize(text)
        self.at = 0
        self.known = NameIndex(known)
        self.builtins = builtins

    def next_is(self, text: str) -> bool:
        return self.tokens[self.at].text == text

    def take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def skip(self, text: str) -> bool:
        """Pass over the next token if it is this one."""
        if self.tokens[self.at].text != text:
            return False
        self.at += 1
        return True

    def expect(self, text: str) -> Token:
        """Pass over this token. Raises FeelSyntaxError when the next is another."""
        token = self.tokens[self.at]
        if token.text != text:
            self.fail("feel.syntax-expected", expected=text)
        self.at += 1
        return token

    def fail(self, key: str, **arguments: str) -> NoReturn:
        """Raise FeelSyntaxError at the next token."""
        token = self.tokens[self.at]
        line, column = place(self.text, token.start)
        if token.kind == "end":
            key = "feel.syntax-ended" if key == "feel.syntax-expected" else "feel.syntax-unfinished"
        raise FeelSyntaxError(key, self.text, line, column, found=token.text, **arguments)

    # -- names ----------------------------------------------------------------------------------

    def name(self, builtins: NameIndex = NO_NAMES) -> str:
        """The name that begins here: the longest known one, or all the words that follow."""
        token = self.tokens[self.at]
        if token.kind == "quoted":
            self.at += 1
            return token.text[1:-1]
        if token.kind != "word":
            self.fail("feel.syntax-name")
        count, name = self._known_name(builtins)
        words = self._words()
        if words > count:
            count, name = words, self._joined(words)
        self.at += count
        return name

    def name_until(self, *ends: str) -> str | None:
        """The new name that stands before one of the given tokens, or None.

        It may hold special characters, and is known from here on.
        """
        start = self.at
        if self.tokens[start].kind == "quoted":
            return self._quoted_until(ends)
        if self.tokens[start].kind != "word":
            return None
        end = start + 1
        while self.tokens[end].text not in ends:
            token = self.tokens[end]
            if token.kind not in ("word", "number") and token.text not in NAME_SYMBOLS:
                return None
            end += 1
        name = self._joined(end - start)
        self.at = end
        self.known.add(name)
        return name

    def _quoted_until(self, ends: tuple[str, ...]) -> str | None:
        if self.tokens[self.at + 1].text not in ends:
            return None
        return self.take().text[1:-1]

    def _known_name(self, builtins: NameIndex) -> tuple[int, str]:
        found = self.known.match(self.tokens, self.at) or (0, "")
        built_in = builtins.match(self.tokens, self.at) or (0, "")
        return max(found, built_in, key=lambda match: match[0])

    def _words(self) -> int:
        end = self.at + 1
        while self._continues(end):
            end += 1
        return end - self.at

    def _continues(self, at: int) -> bool:
        kind, text, _, _ = self.tokens[at]
        if kind == "number":
            return text.isdigit()
        if kind != "word" or text in ENDING_WORDS:
            return False
        return text != "instance" or self.tokens[at + 1].text != "of"

    def _joined(self, count: int) -> str:
        if count == 1:
            return self.tokens[self.at].text
        first, last = self.tokens[self.at], self.tokens[self.at + count - 1]
        return " ".join(self.text[first.start : last.end].split())
