"""Codes that open a document's verification page: short enough to type, too many to guess."""

from __future__ import annotations

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUPS, LETTERS = 4, 4


def new_code() -> str:
    """A code such as `K7QM-9X2P-4TRD-HW3C`, of 79 random bits."""
    return "-".join(
        "".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS)
    )


def as_code(typed: str) -> str:
    """A code as somebody typed it: in any case, with or without dashes."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    return "-".join(letters[at : at + LETTERS] for at in range(0, len(letters), LETTERS))
