"""In which language the command speaks: told, set, or taken from the locale."""

from __future__ import annotations

from collections.abc import Mapping

from ..engine.messages import Language

UNTOLD = ("", "C", "POSIX")


def language_of_locale(environment: Mapping[str, str]) -> Language:
    """Vietnamese where the locale is Vietnamese or says nothing of a language (unset, C, POSIX).

    A locale of any other language gets English.
    """
    given = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((value for value in given if value), "").partition(".")[0]
    return "vi" if locale in UNTOLD or locale.startswith("vi") else "en"


def as_language(text: str) -> Language | None:
    """The language a person wrote, None when it is none of ours."""
    known: dict[str, Language] = {"vi": "vi", "en": "en"}
    return known.get(text.strip().lower())
