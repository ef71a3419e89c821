"""The marks a handler's author writes: `@handles` on a method, `label` on a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from ..model.job_type import Limits, Words

MARK = "__procflow_job_type__"
LABEL = "procflow.label"

_Function = TypeVar("_Function", bound=Callable[..., Any])
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What `@handles` wrote on a function."""

    type: str
    version: int
    title: Words
    raises: Mapping[str, Words]
    transactional: bool
    recorded: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What `label` wrote on a field."""

    words: Words
    hint: Words | None
    feel: str | None
    choices: Mapping[str, Words]
    limits: Limits


def handles(
    job_type: str,
    *,
    version: int = 1,
    title: _Pair | None = None,
    raises: Sequence[str] | Mapping[str, _Pair] = (),
    transactional: bool = False,
    recorded: Sequence[str] = (),
) -> Callable[[_Function], _Function]:
    """Mark a function or method as the handler of a job type. Nothing is registered by it.

    title: what analysts call the job, Vietnamese and English. raises: the codes of `BpmnError` it
    may raise, with their meaning. transactional: it works on the engine's own database and may run
    inside the step. recorded: outputs that stand in the history even where the drawing drops them,
    such as receipts; no personal values.
    """
    mark = Mark(
        type=job_type,
        version=version,
        title=Words(*title) if title else Words(job_type, job_type),
        raises=_meanings(raises),
        transactional=transactional,
        recorded=frozenset(recorded),
    )

    def write(function: _Function) -> _Function:
        setattr(function, MARK, mark)
        return function

    return write


def label(
    vi: str,
    en: str,
    *,
    hint: _Pair | None = None,
    feel: str | None = None,
    choices: Mapping[str, _Pair] | None = None,
    pattern: str | None = None,
    min_length: int | None = None,
    max_length: int | None = None,
    minimum: int | Decimal | None = None,
    maximum: int | Decimal | None = None,
    whole: bool = False,
) -> dict[str, Any]:
    """The metadata of a dataclass field: `field(metadata=label("Số tiền", "Amount", minimum=1))`.

    feel: the expression the element template proposes, beginning with `=`. choices: labels of the
    values a Literal or StrEnum field allows. pattern: a regular expression the whole text must
    match. minimum and maximum are allowed themselves.
    """
    limits = Limits(
        pattern=pattern,
        min_length=min_length,
        max_length=max_length,
        minimum=None if minimum is None else Decimal(minimum),
        maximum=None if maximum is None else Decimal(maximum),
        whole=whole,
    )
    pairs = {value: Words(*pair) for value, pair in (choices or {}).items()}
    words = Words(vi, en)
    hints = Words(*hint) if hint else None
    return {LABEL: Label(words=words, hint=hints, feel=feel, choices=pairs, limits=limits)}


def _meanings(raises: Sequence[str] | Mapping[str, _Pair]) -> dict[str, Words]:
    if isinstance(raises, Mapping):
        return {code: Words(*pair) for code, pair in raises.items()}
    return {code: Words(code, code) for code in raises}
