"""Records what happens during a step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..model.trail import Happening, TrailEvent
from .variables import MISSING

if TYPE_CHECKING:
    from ..expressions import FeelWarning
    from .tokens import Token

NOTHING: Mapping[str, Any] = {}


class Trail:
    """What happened so far, as light entries; turned into events when asked for."""

    def __init__(self) -> None:
        self._entries: list[tuple[Happening, Token, str, Mapping[str, Any]]] = []
        self.warnings: list[FeelWarning] = []
        self._warned: set[tuple[Any, ...]] = set()

    def note(self, happening: Happening, token: Token, about: Mapping[str, Any] = NOTHING) -> None:
        self._entries.append((happening, token, token.task_spec.element.id, about))

    def entered(self, token: Token) -> None:
        self.note(Happening.ENTERED, token)

    def completed(self, token: Token) -> None:
        self.note(Happening.COMPLETED, token)

    def taken(self, token: Token, flow: str) -> None:
        self._entries.append((Happening.TAKEN, token, flow, NOTHING))

    def compensates(self, handler: Token, event: str) -> None:
        """The compensation event on the activity's border has happened."""
        self._entries.append((Happening.TRIGGERED, handler, event, NOTHING))
        self._entries.append((Happening.COMPLETED, handler, event, NOTHING))

    def changed(self, owner: Token, writer: Token, name: str, before: Any, after: Any) -> None:
        about = {
            "name": name,
            "before": None if before is MISSING else before,
            "after": after,
            "new": before is MISSING,
            "by": writer.task_spec.element.id,
        }
        self.note(Happening.SET, owner, about)

    def warned(self, token: Token, warning: FeelWarning) -> None:
        """Once in a step for each place and cause."""
        same = (token.task_spec.name, *warning[:4])
        if same in self._warned:
            return
        self._warned.add(same)
        self.warnings.append(warning)
        about = {
            "expression": warning.expression,
            "line": warning.line,
            "column": warning.column,
            "key": warning.key,
            "arguments": dict(warning.arguments),
        }
        self.note(Happening.WARNED, token, about)

    def events(self) -> list[TrailEvent]:
        """In order; changes of variables only where the scope is still there."""
        return [
            TrailEvent(
                happening=happening,
                definition=token.task_spec.program.key,
                process=token.task_spec.program.process,
                element=element,
                token=token.id,
                about=about,
            )
            for happening, token, element, about in self._entries
            if happening is not Happening.SET or token.alive
        ]
