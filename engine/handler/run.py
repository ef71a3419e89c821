"""Running one job: typed input in, one outcome out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import (
    BadConfiguration,
    BadInput,
    BpmnError,
    InvalidVariables,
    NotFound,
    OutcomeUnknown,
    Problem,
    ProcflowError,
    RetryLater,
    UnfitInput,
)
from .context import JobContext
from .outcome import Completed, ErrorThrown, Failed, Outcome, Retry
from .registry import Handler
from .trace import trace_of
from .typed import write_json
from .unfit import Unfit

NO_RETRY_MENDS = (BadInput, NotFound, BadConfiguration, OutcomeUnknown)


def run_handler(handler: Handler, variables: Mapping[str, Any], context: JobContext) -> Outcome:
    """Run the handler for one job.

    Never raises, whatever the handler does; only SystemExit and KeyboardInterrupt pass through.
    """
    try:
        given = _input(handler, variables)
    except Unfit as unfit:
        return _unfit(f"Expected input that fits job type '{handler.facts.type}', but", unfit)
    try:
        returned = handler.call(given, context)
    except Exception as error:
        return _raised(handler, error)
    return _output(handler, returned)


def _input(handler: Handler, variables: Mapping[str, Any]) -> Any:
    return None if handler.takes is None else handler.takes.read(variables, "")


def _output(handler: Handler, returned: Any) -> Outcome:
    expected = f"Expected output that fits job type '{handler.facts.type}', but"
    try:
        written = write_json(returned)
        if handler.gives is not None:
            handler.gives.read(written, "")
    except Unfit as unfit:
        return _unfit(expected, unfit)
    except (TypeError, ValueError) as error:
        return Failed(f"{expected}: {error}", retry=False)
    if written is not None and not isinstance(written, dict):
        return Failed(f"{expected} the handler returned a {type(returned).__name__}", retry=False)
    return Completed(written or {})


def _raised(handler: Handler, error: Exception) -> Outcome:
    match error:
        case BpmnError():
            return _thrown(handler, error)
        case RetryLater():
            return Retry(error.delay, str(error), error.sentence("vi"))
        case UnfitInput():
            return Failed(str(error), retry=False, problems=error.found)
        case InvalidVariables():
            return Failed(str(error), retry=False, problems=_told(error))
        case ProcflowError():
            retry = not isinstance(error, NO_RETRY_MENDS)
            return Failed(str(error), retry=retry, vietnamese=error.sentence("vi"))
    return Failed(f"{type(error).__name__}: {error}", retry=True, trace=trace_of(error))


def _thrown(handler: Handler, error: BpmnError) -> Outcome:
    try:
        return ErrorThrown(error.code, error.text, write_json(error.variables))
    except (TypeError, ValueError) as fault:
        error_of = f"error {error.code} of job type '{handler.facts.type}'"
        return Failed(f"Expected {error_of} to carry JSON values, but: {fault}", retry=False)


def _told(error: InvalidVariables) -> tuple[Problem, ...]:
    return tuple(
        Problem(field=name, key="handlers.told", arguments={"text": sentence})
        for name, sentence in error.problems.items()
    )


def _unfit(expected: str, unfit: Unfit) -> Failed:
    return Failed(f"{expected}: {unfit}", retry=False, problems=unfit.problems)
