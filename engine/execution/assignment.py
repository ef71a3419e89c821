"""Who works a user task, and by when: what the drawing fixes, and what is evaluated on arrival."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..bpmn.model import Element
from . import timers
from .written import Written

if TYPE_CHECKING:
    from .program import ProcessProgram
    from .tokens import Token

Read = Callable[["Token", Written], Any]


class Assigned:
    """Of one user task. Static parts stay in the program, the rest in the token's notes."""

    def __init__(self, program: ProcessProgram, element: Element) -> None:
        written = element.assignment
        self._static: dict[str, Any] = {}
        self._evaluated: list[tuple[str, Written, Read]] = []
        self._take(program, "assignee", written.assignee, _name)
        self._take(program, "candidate_groups", written.candidate_groups, _names)
        self._take(program, "candidate_users", written.candidate_users, _names)
        self._take(program, "priority", written.priority, _priority)
        self._take(program, "form", element.form_id, _name)
        self._take(program, "due", written.due_date, _moment)
        self._take(program, "follow_up", written.follow_up_date, _moment)
        if written.candidate_groups is None and written.candidate_users is None:
            self._static["candidate_groups"] = program.groups_of(element.id)

    def _take(self, program: ProcessProgram, fact: str, text: str | None, read: Read) -> None:
        written = program.optional(text)
        if written is not None and written.is_static and fact in _STATIC:
            self._static[fact] = _STATIC[fact](written.text)
        elif written is not None:
            self._evaluated.append((fact, written, read))

    @property
    def is_evaluated(self) -> bool:
        return bool(self._evaluated)

    def evaluate(self, token: Token) -> dict[str, Any]:
        """What the token must remember of its assignment."""
        return {fact: read(token, written) for fact, written, read in self._evaluated}

    def facts(self, notes: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a UserTaskWait."""
        found = {fact: notes[fact] for fact, _, _ in self._evaluated if fact in notes}
        lists = {f: tuple(value) for f, value in found.items() if isinstance(value, list)}
        return self._static | found | lists


def split_names(text: str) -> tuple[str, ...]:
    return tuple(part for each in text.split(",") if (part := each.strip()))


_STATIC: Mapping[str, Callable[[str], Any]] = {
    "assignee": str,
    "candidate_groups": split_names,
    "candidate_users": split_names,
    "priority": int,
    "form": str,
}


def _name(token: Token, written: Written) -> str | None:
    value = token.workflow.value(token, written)
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, bool | list | dict):
        raise token.workflow.unfit(token, "assignment-value", written, value)
    return str(value)


def _names(token: Token, written: Written) -> list[str]:
    value = token.workflow.value(token, written)
    if isinstance(value, str):
        return list(split_names(value))
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return value
    if value is None:
        return []
    raise token.workflow.unfit(token, "assignment-value", written, value)


def _priority(token: Token, written: Written) -> int:
    value = token.workflow.value(token, written)
    if isinstance(value, int) and 0 <= value <= 100:
        return value
    raise token.workflow.unfit(token, "assignment-value", written, value)


def _moment(token: Token, written: Written) -> datetime | None:
    workflow = token.workflow
    value = workflow.evaluate(token, written)
    if value is None:
        return None
    try:
        return timers.due(value, workflow.environment)
    except timers.BadTimer as error:
        raise workflow.unfit(token, "timer-value", written, value) from error
