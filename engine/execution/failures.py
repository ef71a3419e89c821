"""What can go wrong while a drawing runs: the kinds of incidents a person must mend."""

from __future__ import annotations

from typing import Any

import msgspec

from ..errors import ProcflowError
from ..messages import Language, message

KINDS = frozenset(
    {
        "assignment-value",
        "called-process-start",
        "called-process-unknown",
        "calls-too-deep",
        "correlation-key",
        "decision-failed",
        "decision-unknown",
        "endless-loop",
        "event-name",
        "expression-error",
        "job-value",
        "no-flow-taken",
        "no-start",
        "not-a-condition",
        "snapshot-format",
        "stuck",
        "timer-value",
        "uncaught-error",
        "uncaught-escalation",
        "wrong-cardinality",
        "wrong-collection",
    }
)
"""Kinds of incidents; `stuck` is for the runtime to raise, from `Execution.stuck()`."""


LONG = 120
"""Characters of a value that a sentence shows."""


class ExecutionFailure(ProcflowError):
    """The step cannot be taken. Throw the execution away; the old snapshot stands.

    kind: one of KINDS. element, label, process, definition: where it happened, as in a wait.
    key, arguments: the sentence in the message catalogue; arguments are JSON values.
    """

    def __init__(
        self,
        kind: str,
        *,
        element: str,
        label: str,
        process: str,
        definition: str,
        **arguments: Any,
    ) -> None:
        self.kind = kind
        self.element = element
        self.label = label
        self.process = process
        self.definition = definition
        self.key = f"runtime.execution.{kind}"
        self.arguments = {"label": label, "element": element, "process": process, **arguments}
        super().__init__(self.sentence("en"))

    def sentence(self, language: Language) -> str:
        return message(self.key, language, **self.arguments)


def shown(value: Any) -> str:
    """A JSON value for a sentence, not too long."""
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= LONG else f"{text[:LONG]}…"


def reasons(problem: ProcflowError) -> dict[str, str]:
    """A cause that has sentences of its own, as the arguments `reason` and `reason_en`."""
    return {"reason": problem.sentence("vi"), "reason_en": problem.sentence("en")}
