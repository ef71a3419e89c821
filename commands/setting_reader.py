"""Settings as they were written, checked against their dataclass and built from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from ..engine.errors import BadConfiguration
from ..engine.messages import Language, message
from ..engine.model.secret import Secret
from .setting_types import (
    entries_of,
    environment_name,
    is_needed,
    is_secret,
    plain,
    section_of,
    sections,
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Checks what was written. source: the file, or nothing for the environment. folder: where the
    files of secrets are looked for.
    """

    source: str
    language: Language
    folder: Path = Path()

    def table(self, kind: type[Any], written: Mapping[str, Any], where: str) -> dict[str, Any]:
        """The values that were given, section by section. Raises BadConfiguration."""
        known = {each.name: hint for each, hint in sections(kind)}
        for name in written:
            if name not in known:
                raise self._unknown(name, known, where)
        return {
            name: self.value(known[name], given, where + name) for name, given in written.items()
        }

    def value(self, hint: Any, given: Any, where: str) -> Any:
        if section := section_of(hint):
            return self.table(section, self._checked(dict, given, where), where + ".")
        if (entry := entries_of(hint)) is not None:
            return self._entries(entry, self._checked(dict, given, where), where)
        if is_secret(hint):
            return self._secret(given, where)
        return self._simple(plain(hint), given, where)

    def _entries(self, entry: Any, given: dict[str, Any], where: str) -> dict[str, Any]:
        """Sections of an unknown shape stay as they are: who knows it reads them."""
        if entry is Any:
            return given
        return {key: self.value(entry, one, f"{where}.{key}") for key, one in given.items()}

    def _simple(self, hint: Any, given: Any, where: str) -> Any:
        if get_origin(hint) is Literal:
            return self._one_of(get_args(hint), given, where)
        if get_origin(hint) is tuple:
            listed = self._checked(list, given, where)
            return tuple(self._checked(str, one, where) for one in listed)
        return self._checked(hint, given, where)

    def _secret(self, given: Any, where: str) -> Secret:
        """A secret stands in no settings file: it is there already, or in a file of its own."""
        if isinstance(given, Secret):
            return given
        if not isinstance(given, dict) or list(given) != ["file"]:
            raise self._bad("plain-secret", where, variable=environment_name(where))
        file = self.folder / self._checked(str, given["file"], where + ".file")
        return secret_in(file, self.language)

    def _checked(self, kind: type[Any], given: Any, where: str) -> Any:
        if type(given) is not kind:
            expected = message(f"command.settings.{kind.__name__}", self.language)
            raise self._bad("wrong-type", where, expected=expected, found=repr(given))
        return given

    def _one_of(self, allowed: tuple[Any, ...], given: Any, where: str) -> Any:
        if given not in allowed:
            raise self._bad("wrong-type", where, expected=" | ".join(allowed), found=repr(given))
        return given

    def _unknown(self, name: str, known: Mapping[str, Any], where: str) -> BadConfiguration:
        near = get_close_matches(name, known, 1)
        meant = message("command.settings.meant", self.language, name=near[0]) if near else ""
        return self._bad("unknown", where + name, meant=meant)

    def _bad(self, key: str, where: str, **arguments: Any) -> BadConfiguration:
        named = where if self.source else where.upper().replace(".", "_")
        source = f"{self.source}: " if self.source else ""
        sentence = message(f"command.settings.{key}", self.language, name=named, **arguments)
        return BadConfiguration(source + sentence)


def secret_in(file: Path, language: Language) -> Secret:
    """The secret that the file holds, without the end of its line. Raises BadConfiguration."""
    try:
        return Secret(file.read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        told = message("command.settings.unreadable", language, file=file, reason=reason)
        raise BadConfiguration(told) from None


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """The values of both, section by section; where both have one, that of `above`."""
    both = dict(below)
    for name, value in above.items():
        under = both.get(name)
        inner = isinstance(under, dict) and isinstance(value, dict)
        both[name] = laid_over(under, value) if inner and under is not None else value
    return both


def built(kind: type[Any], values: Mapping[str, Any], language: Language, where: str = "") -> Any:
    """The dataclass with its sections; the values were checked before.

    Raises BadConfiguration for a setting that is needed and was not given.
    """
    given = dict(values)
    for each, hint in sections(kind):
        name = where + each.name
        if each.name not in given:
            if is_needed(each):
                raise _missing(name, hint, language)
        elif section := section_of(hint):
            given[each.name] = built(section, given[each.name], language, name + ".")
        elif entry := section_of(entries_of(hint)):
            given[each.name] = {
                key: built(entry, one, language, f"{name}.{key}.")
                for key, one in given[each.name].items()
            }
    return kind(**given)


def _missing(name: str, hint: Any, language: Language) -> BadConfiguration:
    key = "command.settings.missing-secret" if is_secret(hint) else "command.settings.missing"
    return BadConfiguration(message(key, language, name=name, variable=environment_name(name)))
