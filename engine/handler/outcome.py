"""How a try of a job ended, as a value. What follows from it is the runtime's to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from ..errors import Problem
from ..messages import Language


@dataclass(frozen=True, slots=True)
class Completed:
    """Done; the variables are JSON values."""

    variables: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ErrorThrown:
    """The drawing must act."""

    code: str
    text: str = ""
    variables: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Retry:
    """Time must act; costs no retry. text, vietnamese: why, as in Failed."""

    delay: timedelta
    text: str = ""
    vietnamese: str | None = None

    def sentence(self, language: Language) -> str:
        return self.vietnamese or self.text if language == "vi" else self.text


@dataclass(frozen=True, slots=True)
class Failed:
    """A fault. retry False: trying again cannot mend it, it is an incident at once.

    text: in English. vietnamese: the same for people, where the fault has it. trace: of an
    unforeseen error, kind and places only, for logs.
    """

    text: str
    retry: bool = True
    problems: tuple[Problem, ...] = ()
    vietnamese: str | None = None
    trace: tuple[str, ...] = ()

    def sentence(self, language: Language) -> str:
        """The fault for people: a sentence a field where fields are at fault."""
        if self.problems:
            return " ".join(problem.sentence(language) for problem in self.problems)
        return self.vietnamese or self.text if language == "vi" else self.text


Outcome = Completed | ErrorThrown | Retry | Failed
