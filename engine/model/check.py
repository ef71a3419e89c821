"""One thing the doctor looked at: whether a part is configured and can be reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import ProcflowError
from ..messages import Language, message


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """subject: the part, such as `payment: sandbox`. key, arguments: of the message catalogue; an
    error among them speaks the language of the sentence.
    """

    subject: str
    ok: bool
    key: str
    arguments: Mapping[str, Any] = field(default_factory=dict)

    def sentence(self, language: Language) -> str:
        spoken = {
            name: given.sentence(language) if isinstance(given, ProcflowError) else given
            for name, given in self.arguments.items()
        }
        return message(self.key, language, **spoken)
