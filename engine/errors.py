"""Everything procflow raises, on one page.

    ProcflowError
    ├─ BadDrawing              the file cannot be read as a drawing at all
    ├─ Refused                 a deployment with findings; nothing was deployed
    ├─ BadInput                what a caller gave does not fit
    │  └─ InvalidVariables     … the form or the input of a handler; one sentence a field
    │     └─ UnfitInput        … told as problems that speak both languages
    ├─ NotFound                no such instance, user task, job, definition, …
    ├─ Conflict                the thing is there, but in another state than the call expects
    │  ├─ StaleInstance        somebody else's step came first (retried unseen)
    │  ├─ NoConditionHolds     a process begins by a condition, and none holds
    │  ├─ WaitGone             the instance does not wait for what the step brings
    │  └─ LeaseLost            a job was given to another worker meanwhile
    ├─ NotAllowed              the actor may not do this
    ├─ ForgedMessage           a signature or a secret does not match
    ├─ UnusableDatabase        unreachable, from a newer version, not migrated
    ├─ BadConfiguration        a setting is missing or makes no sense
    ├─ Unreachable             another system did not answer; asking again is safe
    ├─ OutcomeUnknown          … did not answer, and what was asked may have been done
    └─ BadAnswer               … answered something that makes no sense

    Raised by handlers, meant for the engine:
    ├─ BpmnError               the drawing must act: a boundary event, say, catches the code
    └─ RetryLater              time must act: try again after the delay

An error's message follows the house voice: what was expected, what was found, where, who can act.
Where the class has a docstring and no message is given, the docstring is the message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import timedelta
from typing import Any, Self

from .messages import Language, message


class ProcflowError(Exception):
    """Something went wrong in procflow."""

    _said: tuple[str, Mapping[str, Any], Mapping[str, str]] | None = None

    def __init__(self, text: str | None = None) -> None:
        super().__init__(text or (self.__doc__ or "").strip())

    @classmethod
    def of(cls, key: str, /, words: Mapping[str, str] | None = None, **arguments: Any) -> Self:
        """The error with a sentence of the catalogue: it speaks both languages.

        words: further arguments, themselves keys of the catalogue.
        """
        said = (key, arguments, words or {})
        error = cls(_spoken(said, "en"))
        error._said = said
        return error

    def sentence(self, language: Language) -> str:
        """The error for people, in their language if the catalogue has it."""
        return str(self) if self._said is None else _spoken(self._said, language)


def _spoken(said: tuple[str, Mapping[str, Any], Mapping[str, str]], language: Language) -> str:
    key, arguments, words = said
    spoken = {name: message(word, language) for name, word in words.items()}
    return message(key, language, **arguments, **spoken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing the linter has to say of a drawing, a form, a decision or a fact.

    severity: `error` refuses the deployment, `warning` and `advice` do not. key: of the message
    catalogue. label: what the analyst calls the element.
    """

    rule: str
    severity: str
    key: str
    arguments: Mapping[str, Any]
    file: str
    line: int | None = None
    element: str | None = None
    label: str | None = None
    column: int | None = None

    @property
    def message(self) -> str:
        return self.sentence("vi")

    def sentence(self, language: Language) -> str:
        return message(self.key, language, **self.arguments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with one field. `field` is its path, such as `applicant.name`.

    key and arguments: of the message catalogue; `words` are further arguments, by catalogue key.
    """

    field: str
    key: str
    arguments: Mapping[str, Any] = dataclass_field(default_factory=dict)
    words: Mapping[str, str] = dataclass_field(default_factory=dict)

    def sentence(self, language: Language) -> str:
        words = {name: message(key, language) for name, key in self.words.items()}
        return message(self.key, language, field=self.field, **self.arguments, **words)


class BadDrawing(ProcflowError):
    """The file cannot be read as a BPMN drawing."""

    def __init__(self, finding: Finding) -> None:
        where = f"{finding.file}:{finding.line}" if finding.line else finding.file
        super().__init__(f"{where}: {finding.sentence('en')}")
        self.finding = finding

    def sentence(self, language: Language) -> str:
        return self.finding.sentence(language)


class Refused(ProcflowError):
    """Files have findings; nothing was done with them."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        shown = (
            f"{f.file}:{f.line or '-'}: {f.element or '-'}: {f.sentence('en')}"
            for f in self.findings
        )
        super().__init__("Expected files without errors, but found\n" + "\n".join(shown))


class BadInput(ProcflowError):
    """What was given does not fit."""


class InvalidVariables(BadInput):
    """Variables do not fit the form or the input type; `problems` names each field."""

    def __init__(self, text: str, problems: Mapping[str, str]) -> None:
        super().__init__(text)
        self.problems = dict(problems)


class UnfitInput(InvalidVariables):
    """The input does not fit; `found` says of each field what is wrong, in both languages."""

    def __init__(self, text: str, *found: Problem) -> None:
        super().__init__(text, {problem.field: problem.sentence("en") for problem in found})
        self.found = found

    def sentence(self, language: Language) -> str:
        return " ".join(problem.sentence(language) for problem in self.found) or str(self)


class NotFound(ProcflowError):
    """There is no such thing."""


class Conflict(ProcflowError):
    """The thing is not in the state the call expects."""


class StaleInstance(Conflict):
    """Another step on the same process instance was committed first."""


class NoConditionHolds(Conflict):
    """The process begins when a condition holds, and none does."""


class WaitGone(Conflict):
    """The process instance does not wait for this, or does not any more."""


class LeaseLost(Conflict):
    """The job's lease ran out and the job is not this worker's any more."""


class NotAllowed(ProcflowError):
    """The actor may not do this."""


class ForgedMessage(ProcflowError):
    """The signature does not match."""


class UnusableDatabase(ProcflowError):
    """The database cannot be used."""


class BadConfiguration(ProcflowError):
    """A setting is missing or makes no sense."""


class Unreachable(ProcflowError):
    """Another system did not answer; nothing was done there, or doing it again changes nothing."""


class OutcomeUnknown(ProcflowError):
    """Another system did not answer, and may have done what it was asked. Nobody may ask again
    before looking there.
    """


class BadAnswer(ProcflowError):
    """Another system answered something that is not an answer."""


class BpmnError(ProcflowError):
    """A handler's answer that the drawing must deal with: a boundary event catches the code."""

    def __init__(
        self, code: str, text: str = "", variables: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(text or f"BPMN error {code}")
        self.code = code
        self.text = text
        self.variables = dict(variables or {})


class RetryLater(ProcflowError):
    """A handler's answer that time must deal with: the job is tried again after the delay.

    Such a try costs no retry.
    """

    def __init__(self, delay: timedelta, text: str = "") -> None:
        super().__init__(text or f"Try again in {delay}")
        self.delay = delay

    @classmethod
    def after(cls, delay: timedelta, key: str, /, **arguments: Any) -> Self:
        """The same with a sentence of the catalogue: who looks at the job reads why it waits."""
        later = cls(delay, message(key, "en", **arguments))
        later._said = (key, arguments, {})
        return later
