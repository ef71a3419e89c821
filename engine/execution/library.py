"""What the execution asks of its surroundings: other programs, and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from ..expressions import Environment, FeelWarning

if TYPE_CHECKING:
    from .program import ProcessProgram


@dataclass(frozen=True, slots=True)
class Decided:
    """The outcome of a decision. rules: those that matched, as a person calls them, in order."""

    value: Any
    warnings: tuple[FeelWarning, ...] = ()
    rules: tuple[Mapping[str, Any], ...] = ()


class Library(Protocol):
    """Finds what a drawing refers to; given by the runtime, which caches."""

    def program(self, key: str) -> ProcessProgram:
        """The program of a definition key that a snapshot names."""
        ...

    def called(
        self, process_id: str, binding: str, version_tag: str | None, caller: ProcessProgram
    ) -> ProcessProgram | None:
        """The program a call activity means; binding is `latest`, `deployment` or `versionTag`."""
        ...

    def decide(
        self,
        decision_id: str,
        binding: str,
        version_tag: str | None,
        caller: ProcessProgram,
        variables: Mapping[str, Any],
        environment: Environment,
    ) -> Decided | None:
        """Evaluate a decision; None when there is no such. Raises ProcflowError when it fails."""
        ...
