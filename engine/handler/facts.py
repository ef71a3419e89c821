"""What a handler declares, told as facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..model.job_type import FieldFacts, Limits, Words
from .mark import Label
from .shape import Choice, Entry, ListOf, Nullable, Record, Shape

WHOLE_NUMBER = "whole number"


def fields_of(shape: Shape | None) -> Mapping[str, FieldFacts]:
    """The variables of a record by name; none for a context without declared entries."""
    if not isinstance(shape, Record):
        return {}
    return {entry.name: _field(entry) for entry in shape.entries}


def _field(entry: Entry) -> FieldFacts:
    shape = _inner(entry.shape)
    items = _inner(shape.items) if isinstance(shape, ListOf) else None
    label = entry.label
    return FieldFacts(
        name=entry.name,
        kind=_kind(shape),
        required=entry.required,
        label=label.words,
        hint=label.hint,
        feel=label.feel,
        choices=_choices(shape, label),
        limits=_limits(shape, label),
        fields=tuple(fields_of(items or shape).values()),
        items=_kind(items) if items else None,
    )


def _kind(shape: Shape) -> str:
    return "number" if shape.kind == WHOLE_NUMBER else shape.kind


def _limits(shape: Shape, label: Label) -> Limits:
    return replace(label.limits, whole=True) if shape.kind == WHOLE_NUMBER else label.limits


def _choices(shape: Shape, label: Label) -> dict[str, Words]:
    if not isinstance(shape, Choice):
        return dict(label.choices)
    return {value: label.choices.get(value, Words(value, value)) for value in shape.values}


def _inner(shape: Shape) -> Shape:
    return shape.inner if isinstance(shape, Nullable) else shape
