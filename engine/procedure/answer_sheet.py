"""One filled-in form: which fields are asked for, what was answered, what does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..expressions import Environment
from .answers import Misfit, Surroundings, check_answer, is_empty, misfit, nothing
from .component_reader import option_of
from .fields import CHOOSING, Field, FieldKind, Option
from .formulas import holds, value_of
from .lines import Path
from .tables import nearest, shown

ABSENT = object()


class AnswerSheet:
    """Checks answers level by level (the form, then each row of a list) and gathers the misfits.

    misfits: by the field's path, the label of the field and what is wrong.
    """

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        moment = environment.moment()
        self.today = moment.date() if moment else None
        self.misfits: dict[str, tuple[str, Misfit]] = {}

    def check(
        self,
        fields: Sequence[Field],
        given: Mapping[str, Any],
        known: Mapping[str, Any],
        at: Path = (),
        outside: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """The cleaned values of one level. `outside`: what expressions see beside the level."""
        scope = {**(outside or {}), **_scope(fields, _merged(known, given))}
        values = _started(fields, known, whole=bool(at))
        for field in fields:
            answer = self._answer(field, _found(given, field.path), known, at, scope)
            if answer is not ABSENT:
                values = _set(values, field.path, answer)
        for path in _strangers(given, known, {field.path for field in fields}):
            self._refuse_stranger(path, fields, at)
        return values

    def _answer(
        self, field: Field, answer: Any, known: Mapping[str, Any], at: Path, scope: dict[str, Any]
    ) -> Any:
        """What the field is set to, or ABSENT to leave the variable as it is."""
        if any(holds(condition, scope, self.environment) for condition in field.hides):
            return self._unasked(field, answer, known, at, "not-asked")
        if field.kind is FieldKind.COMPUTED:
            return value_of(field.formula, scope, self.environment)
        if self._locked(field, scope):
            return self._unasked(field, answer, known, at, "locked")
        if answer is ABSENT or is_empty(answer):
            return self._left_empty(field, answer, known, at)
        if field.kind is FieldKind.ROWS:
            return self._rows(field, answer, known, at, scope)
        surroundings = Surroundings(self._options(field, scope), self.today)
        return self._kept(field, check_answer(field, answer, surroundings), at)

    def _unasked(
        self, field: Field, answer: Any, known: Mapping[str, Any], at: Path, why: str
    ) -> Any:
        repeated = answer == _found(known, field.path)
        if answer is ABSENT or is_empty(answer) or repeated or answer is False:
            return ABSENT
        return self._kept(field, misfit(why), at)

    def _left_empty(self, field: Field, answer: Any, known: Mapping[str, Any], at: Path) -> Any:
        if field.rules.required:
            return self._kept(field, misfit("missing"), at)
        untouched = answer is ABSENT and _found(known, field.path) is not ABSENT
        return ABSENT if untouched else nothing(field)

    def _rows(
        self, field: Field, answer: Any, known: Mapping[str, Any], at: Path, scope: dict[str, Any]
    ) -> Any:
        if not isinstance(answer, list):
            return self._kept(field, misfit("not-list"), at)
        before = _found(known, field.path) if field.fixed_rows else []
        before = before if isinstance(before, list) else []
        if field.fixed_rows and len(answer) != len(before):
            return self._kept(field, misfit("fixed-rows", number=len(before)), at)
        for number, row in enumerate(answer, 1):
            if not isinstance(row, Mapping):
                return self._kept(field, misfit("not-row", number=number), at)
        return [self._row(field, answer, before, index, at, scope) for index in range(len(answer))]

    def _row(
        self,
        field: Field,
        rows: list[Any],
        before: list[Any],
        index: int,
        at: Path,
        scope: dict[str, Any],
    ) -> dict[str, Any]:
        """Only rows that cannot move keep what the form does not ask for."""
        row, earlier = rows[index], before[index] if before else None
        known = earlier if isinstance(earlier, Mapping) else {}
        outside = {**scope, "this": row, "parent": scope, "i": index + 1}
        return self.check(field.fields, row, known, (*at, *field.path, index), outside)

    def _locked(self, field: Field, scope: Mapping[str, Any]) -> bool:
        if isinstance(field.locked, str):
            return holds(field.locked, scope, self.environment)
        return field.locked

    def _options(self, field: Field, scope: Mapping[str, Any]) -> tuple[Option, ...]:
        if field.kind not in CHOOSING:
            return ()
        options = field.options
        if options.expression:
            return _options_of(value_of(options.expression, scope, self.environment))
        if options.key:
            return _options_of(_found(scope, tuple(options.key.split("."))))
        return options.fixed

    def _kept(self, field: Field, answer: Any, at: Path) -> Any:
        if not isinstance(answer, Misfit):
            return answer
        self.misfits[shown((*at, *field.path))] = (field.label, answer)
        return ABSENT

    def _refuse_stranger(self, path: Path, fields: Sequence[Field], at: Path) -> None:
        name = shown(path)
        near = nearest(name, [field.name for field in fields])
        text = misfit("unknown-field-near", near=near) if near else misfit("unknown-field")
        self.misfits[shown((*at, *path))] = (name, text)


def _found(values: Any, path: Path) -> Any:
    for name in path:
        if not isinstance(values, Mapping) or name not in values:
            return ABSENT
        values = values[name]
    return values


def _set(values: Mapping[str, Any], path: tuple[str, ...], answer: Any) -> dict[str, Any]:
    """The values with one more; nothing that was given is changed in place."""
    name, rest = path[0], path[1:]
    inner = values.get(name)
    below = inner if isinstance(inner, Mapping) else {}
    return {**values, name: _set(below, rest, answer) if rest else answer}


def _scope(fields: Sequence[Field], values: dict[str, Any]) -> dict[str, Any]:
    """What conditions see: a field nobody has answered yet is there, empty."""
    for field in fields:
        if _found(values, field.path) is ABSENT:
            values = _set(values, field.path, nothing(field))
    return values


def _started(fields: Sequence[Field], known: Mapping[str, Any], *, whole: bool) -> dict[str, Any]:
    """What stays beside the answers: the rest of a context the form asks for a part of."""
    if whole:
        return dict(known)
    parts = {field.path[0] for field in fields if len(field.path) > 1}
    return {name: known[name] for name in parts if isinstance(known.get(name), Mapping)}


def _merged(known: Any, given: Any) -> Any:
    if not isinstance(known, Mapping) or not isinstance(given, Mapping):
        return given
    both = {name: _merged(known[name], given[name]) for name in given if name in known}
    return {**known, **given, **both}


def _options_of(values: Any) -> tuple[Option, ...]:
    if not isinstance(values, list):
        return ()
    return tuple(option for option in map(option_of, values) if option is not None)


def _strangers(
    given: Mapping[str, Any], known: Any, asked: set[tuple[str, ...]], at: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    """The paths of values the form does not ask for, save those that repeat what is known."""
    for name, value in given.items():
        path = (*at, name)
        before = known.get(name, ABSENT) if isinstance(known, Mapping) else ABSENT
        if path in asked or value == before:
            continue
        if isinstance(value, Mapping) and any(other[: len(path)] == path for other in asked):
            yield from _strangers(value, before, asked, path)
        elif value is not None or not any(other[: len(path)] == path for other in asked):
            yield path
