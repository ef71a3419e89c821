"""Settings in the environment: `PROCFLOW_PAYMENT_VNPAY_MERCHANT` is `[payment.vnpay] merchant`.

The secret `X` may be given as `X` itself, or as `X_FILE`, the file that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_origin

from ..engine.messages import Language
from ..engine.model.secret import Secret
from .setting_reader import secret_in
from .setting_types import entries_of, is_secret, plain, section_of, sections

FILE = "_FILE"
TRUTHS = {"true": True, "1": True, "false": False, "0": False}


def names(kind: type[Any], prefix: str) -> Iterator[str]:
    """All names that settings of the dataclass may have in the environment."""
    for each, hint in sections(kind):
        name = prefix + each.name.upper()
        if section := section_of(hint):
            yield from names(section, name + "_")
        elif entries_of(hint) is None:
            yield name
            if is_secret(hint):
                yield name + FILE


def from_environment(
    kind: type[Any], environment: Mapping[str, str], prefix: str, language: Language
) -> dict[str, Any]:
    """What is given there, as a settings file would have given it.

    Raises BadConfiguration for the file of a secret that cannot be read.
    """
    given: dict[str, Any] = {}
    for each, hint in sections(kind):
        name = prefix + each.name.upper()
        if section := section_of(hint):
            if inner := from_environment(section, environment, name + "_", language):
                given[each.name] = inner
        elif is_secret(hint):
            if (found := _secret(name, environment, language)) is not None:
                given[each.name] = found
        elif name in environment:
            given[each.name] = _from_text(environment[name], plain(hint))
    return given


def _secret(name: str, environment: Mapping[str, str], language: Language) -> Secret | None:
    if name in environment:
        return Secret(environment[name])
    if name + FILE in environment:
        return secret_in(Path(environment[name + FILE]), language)
    return None


def _from_text(text: str, hint: Any) -> Any:
    """The text as TOML would have given it, else as it is."""
    if hint is int and text.strip().lstrip("-").isdecimal():
        return int(text)
    if hint is bool:
        return TRUTHS.get(text.strip().lower(), text)
    if get_origin(hint) is tuple:
        return [part.strip() for part in text.split(",") if part.strip()]
    return text
