"""Which variables the elements of a drawing write, and how they may be called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .model import Element, EventKind, Kind, MultiInstance
from .nearest import is_misspelling, nearest
from .surroundings import Surroundings
from .texts import FEEL_MARK

NAME = re.compile(r"[^\W\d]\w*")

GIVEN = frozenset(
    {
        "businessKey",
        "loopCounter",
        "numberOfInstances",
        "numberOfActiveInstances",
        "numberOfCompletedInstances",
        "numberOfTerminatedInstances",
        "activationCount",
        "waitingForStart",
    }
)
"""Names the engine itself gives a value."""


def is_variable_name(text: str) -> bool:
    return NAME.fullmatch(text) is not None


def is_path(text: str) -> bool:
    """A variable, or a place inside one: `dossier.code`."""
    return bool(text) and all(is_variable_name(part.strip()) for part in text.split("."))


class Variables:
    """The variables of a drawing. `are_open`: something may write names that cannot be foreseen."""

    def __init__(self, elements: list[Element], surroundings: Surroundings) -> None:
        started_with = surroundings.start_variables
        names = {*GIVEN, *(started_with or ())}
        for element in elements:
            names.update(_written_by(element, surroundings))
        self.written = frozenset(names)
        self.are_open = started_with is None or any(
            _is_open(element, surroundings) for element in elements
        )


def unwritten(
    names: frozenset[str], written: frozenset[str], *, is_open: bool
) -> Iterator[tuple[str, str | None]]:
    """Each name that nothing writes, with the written one that is like it, if any.

    is_open: other names may be written too; then only what looks like a misspelling.
    """
    for name in sorted(names - written):
        near = nearest(name, written)
        if not is_open or (near and is_misspelling(name, near)):
            yield name, near


def _written_by(element: Element, surroundings: Surroundings) -> Iterator[str]:
    for mapping in (*element.inputs, *element.outputs):
        yield mapping.target.partition(".")[0].strip()
    if element.script:
        yield element.script.result_variable
    if element.decision:
        yield element.decision.result_variable
    if isinstance(element.loop, MultiInstance):
        yield from filter(None, (element.loop.input_element, element.loop.output_collection))
    if element.job:
        facts = (surroundings.job_types or {}).get(element.job.type)
        yield from facts.outputs if facts else ()
    if element.form_id:
        yield from (surroundings.form_fields or {}).get(element.form_id, ())


def _is_open(element: Element, surroundings: Surroundings) -> bool:
    """Whether it brings variables whose names the drawing does not say."""
    return is_unforeseen(element, surroundings) or brings_message(element)


def is_unforeseen(element: Element, surroundings: Surroundings) -> bool:
    """Whether the work of a person, a job or another process brings such variables."""
    if element.kind is Kind.CALL_ACTIVITY:
        return element.called is not None and element.called.propagate_all_child_variables
    if element.kind is Kind.USER_TASK:
        return element.form_id not in (surroundings.form_fields or {})
    return element.job is not None and _is_open_job(element.job.type, surroundings)


def _is_open_job(job_type: str, surroundings: Surroundings) -> bool:
    return job_type.startswith(FEEL_MARK) or job_type not in (surroundings.job_types or {})


def brings_message(element: Element) -> bool:
    """A message or signal brings all its variables, unless output mappings say which."""
    brings = element.event.kind in (EventKind.MESSAGE, EventKind.SIGNAL, EventKind.ERROR)
    catching = element.kind not in (Kind.THROW_EVENT, Kind.END_EVENT, Kind.SEND_TASK)
    return bool(element.events) and brings and catching and not element.outputs
