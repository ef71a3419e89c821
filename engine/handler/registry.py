"""The handlers a host has given to the engine, by job type."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from ..errors import BadConfiguration, NotFound
from ..model.check import Check
from ..model.job_type import JobTypeFacts
from .context import JobContext
from .facts import fields_of
from .mark import MARK, Mark
from .shape import AnyContext, Record, Shape
from .typed import hints_of, shape_of


@runtime_checkable
class Checkable(Protocol):
    """A handler object that can tell whether its system is configured and reachable."""

    def check(self) -> Check: ...


@runtime_checkable
class Inspected(Protocol):
    """A handler object that stands before several systems, and tells of each."""

    def checks(self) -> Sequence[Check]: ...


@dataclass(frozen=True, slots=True)
class Handler:
    """One marked function, ready to be run. `takes` None: it wants no input but the job."""

    facts: JobTypeFacts
    function: Callable[..., Any]
    takes: Shape | None
    gives: Shape | None

    def call(self, given: Any, job: JobContext) -> Any:
        return self.function(job) if self.takes is None else self.function(given, job)


class HandlerRegistry:
    """Handlers by job type. Takes objects with marked methods, and marked functions. An object's
    `icon`, where it has one, is the SVG by which analysts know its jobs.

    Raises BadConfiguration for an object without a mark, a job type given twice, and a type in a
    signature that no JSON value can be read as.
    """

    def __init__(self, handlers: Iterable[object] = ()) -> None:
        self._objects = tuple(handlers)
        self._handlers: dict[str, Handler] = {}
        for given in self._objects:
            self._register(given)

    @property
    def types(self) -> frozenset[str]:
        return frozenset(self._handlers)

    @property
    def all_facts(self) -> Mapping[str, JobTypeFacts]:
        """The facts of every job type, for the linter."""
        return {name: handler.facts for name, handler in self._handlers.items()}

    def facts(self, job_type: str) -> JobTypeFacts:
        """Raises NotFound."""
        return self.find(job_type).facts

    def find(self, job_type: str) -> Handler:
        """Raises NotFound."""
        if job_type not in self._handlers:
            known = ", ".join(sorted(self._handlers)) or "none"
            raise NotFound(
                f"Expected a handler for job type '{job_type}', but there are only: {known}"
            )
        return self._handlers[job_type]

    def check(self) -> list[Check]:
        """What each handler object has to say of its systems, in the order given; once, where two
        say the same.
        """
        told: list[Check] = []
        for given in self._objects:
            told += [each for each in _checks(given) if each not in told]
        return told

    def _register(self, given: object) -> None:
        marked = list(_marked(given))
        if not marked:
            raise BadConfiguration(
                f"Expected something marked with @handles, but found {type(given).__name__}"
            )
        for mark, function in marked:
            if mark.type in self._handlers:
                raise BadConfiguration(
                    f"Expected one handler for job type '{mark.type}', but found two"
                )
            self._handlers[mark.type] = handler_of(mark, function, getattr(given, "icon", None))


def _checks(given: object) -> Sequence[Check]:
    if isinstance(given, Inspected):
        return given.checks()
    return [given.check()] if isinstance(given, Checkable) else []


def handler_of(mark: Mark, function: Callable[..., Any], icon: str | None = None) -> Handler:
    """The marked function with the shapes its annotations give."""
    takes, gives = _takes(mark, function), _gives(function)
    facts = JobTypeFacts(
        type=mark.type,
        version=mark.version,
        title=mark.title,
        description=_description(takes, function),
        inputs=fields_of(takes),
        outputs=fields_of(gives),
        raises=mark.raises,
        transactional=mark.transactional,
        icon=icon,
        recorded=mark.recorded,
    )
    return Handler(facts, function, takes, gives)


def _marked(given: object) -> Iterator[tuple[Mark, Callable[..., Any]]]:
    if isinstance(mark := getattr(given, MARK, None), Mark) and callable(given):
        yield mark, given
        return
    for name, member in inspect.getmembers_static(type(given)):
        if isinstance(mark := getattr(member, MARK, None), Mark):
            yield mark, getattr(given, name)


def _takes(mark: Mark, function: Callable[..., Any]) -> Shape | None:
    names = list(inspect.signature(function).parameters)
    hints = hints_of(function)
    if len(names) not in (1, 2):
        expected = f"Expected the handler of '{mark.type}' to take its input and the job"
        raise BadConfiguration(f"{expected}, but it takes {names}")
    return None if len(names) == 1 else _context_shape(mark, hints.get(names[0], Mapping))


def _gives(function: Callable[..., Any]) -> Shape | None:
    kind = hints_of(function).get("return", Any)
    return None if kind in (Any, type(None)) else shape_of(kind)


def _context_shape(mark: Mark, kind: Any) -> Shape:
    shape = shape_of(kind)
    if not isinstance(shape, Record | AnyContext):
        expected = f"Expected the handler of '{mark.type}' to take a dataclass or a mapping"
        raise BadConfiguration(f"{expected}, but it takes {kind!r}")
    return shape


def _description(takes: Shape | None, function: Callable[..., Any]) -> str:
    doc = inspect.getdoc(function) or (
        inspect.getdoc(takes.type) if isinstance(takes, Record) else ""
    )
    return (doc or "").partition("\n\n")[0].replace("\n", " ")
