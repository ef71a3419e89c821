"""Activities that wait for the outside, scripts, and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...bpmn.model import Element
from ...errors import ProcflowError
from ...expressions import to_json
from ...model.trail import Happening
from ...model.wait import JobWait, UserTaskWait, Wait
from ..assignment import Assigned
from ..failures import ExecutionFailure, reasons
from ..library import Decided
from ..tokens import READY, STARTED
from ..waits import common
from ..written import Written
from .node import Node

if TYPE_CHECKING:
    from ..program import ProcessProgram
    from ..tokens import Token


TOLD = ("due", "follow_up")
FACTS = frozenset({*TOLD, "assignee", "candidate_groups", "candidate_users", "priority", "form"})


class Answered(Node):
    """Waits until somebody outside has done the work."""

    can_wait = True

    def answer(self, token: Token, values: Mapping[str, Any]) -> None:
        raise NotImplementedError(self.name)


class UserTask(Answered):
    """READY while a person works on it: SpiffWorkflow does not run what is manual."""

    is_manual = True

    def __init__(self, program: ProcessProgram, element: Element, name: str | None = None) -> None:
        super().__init__(program, element, name)
        self.assigned = Assigned(program, element)

    def enter(self, token: Token) -> None:
        super().enter(token)
        if self.assigned.is_evaluated:
            token.internal_data.update(self.assigned.evaluate(token))

    def moved(self, token: Token, former: Node) -> None:
        """Who may work it is as the new version says; when it is due stays as it was told."""
        notes = {name: v for name, v in token.internal_data.items() if name not in FACTS}
        facts = self.assigned.evaluate(token)
        told = {name: token.internal_data[name] for name in TOLD if name in token.internal_data}
        token.internal_data = notes | facts | {n: v for n, v in told.items() if n in facts}

    def can_move(self, token: Token) -> bool:
        return token._state == READY

    def answer(self, token: Token, values: Mapping[str, Any]) -> None:
        self.accept(token, values)
        token.run()

    def wait_of(self, token: Token) -> Wait | None:
        if token._state != READY:
            return None
        return UserTaskWait(**common(token), **self.assigned.facts(token.internal_data))


class JobTask(Answered):
    """STARTED while a handler works on it: running it answers None, the answer completes it."""

    def __init__(self, program: ProcessProgram, element: Element, name: str | None = None) -> None:
        super().__init__(program, element, name)
        assert element.job is not None  # noqa: S101 - the builder chose this class by it
        self.type = program.expression(element.job.type)
        self.retries = program.optional(element.job.retries)
        self.headers = dict(element.job.headers)

    def _run_hook(self, token: Token) -> None:
        notes = token.internal_data
        if not self.type.is_static:
            notes["type"] = self._text(token)
        if self.retries is not None and not self.retries.is_static:
            notes["retries"] = self._whole(token, self.retries)

    def moved(self, token: Token, former: Node) -> None:
        for name in ("type", "retries"):
            token.internal_data.pop(name, None)
        self._run_hook(token)

    def _text(self, token: Token) -> str:
        value = token.workflow.value(token, self.type)
        if isinstance(value, str) and value:
            return value
        raise token.workflow.unfit(token, "job-value", self.type, value)

    def _whole(self, token: Token, written: Written) -> int:
        value = token.workflow.value(token, written)
        if isinstance(value, int) and value >= 0:
            return value
        raise token.workflow.unfit(token, "job-value", written, value)

    def can_move(self, token: Token) -> bool:
        return token._state == STARTED

    def answer(self, token: Token, values: Mapping[str, Any]) -> None:
        self.accept(token, values)
        token.complete()

    def wait_of(self, token: Token) -> Wait | None:
        if token._state != STARTED:
            return None
        notes = token.internal_data
        written = self.retries.text if self.retries is not None and self.retries.is_static else "3"
        return JobWait(
            **common(token),
            type=notes.get("type", self.type.text),
            retries=notes.get("retries", int(written) if written.isdigit() else 3),
            headers=self.headers,
        )


class ScriptTask(Node):
    """A FEEL expression whose value becomes a variable."""

    def __init__(self, program: ProcessProgram, element: Element, name: str | None = None) -> None:
        super().__init__(program, element, name)
        assert element.script is not None  # noqa: S101 - the builder chose this class by it
        self.expression = program.expression(element.script.expression)
        self.result = element.script.result_variable

    def _run_hook(self, token: Token) -> bool:
        self.accept(token, {self.result: token.workflow.value(token, self.expression)})
        return True


class DecisionTask(Node):
    """Asks the library for a decision; the rules that matched go into the trail."""

    def __init__(self, program: ProcessProgram, element: Element, name: str | None = None) -> None:
        super().__init__(program, element, name)
        assert element.decision is not None  # noqa: S101 - the builder chose this class by it
        self.decision = element.decision
        self.decision_id = program.expression(element.decision.decision_id)

    def _run_hook(self, token: Token) -> bool:
        workflow, decision = token.workflow, self.decision
        name = str(workflow.value(token, self.decision_id))
        decided = self._decide(token, name)
        if decided is None:
            raise workflow.failure(token, "decision-unknown", decision=name)
        for warning in decided.warnings:
            workflow.trail.warned(token, warning)
        value = to_json(decided.value)
        about = {"decision": name, "rules": list(decided.rules), "outputs": value}
        workflow.trail.note(Happening.DECIDED, token, about)
        self.accept(token, {decision.result_variable: value})
        return True

    def _decide(self, token: Token, name: str) -> Decided | None:
        workflow, decision = token.workflow, self.decision
        seen = workflow.variables.seen_from(token)
        try:
            return workflow.library.decide(
                name,
                decision.binding,
                decision.version_tag,
                self.program,
                seen,
                workflow.environment,
            )
        except ExecutionFailure:
            raise
        except ProcflowError as error:
            raise workflow.failure(
                token, "decision-failed", decision=name, **reasons(error)
            ) from error
