"""Context functions (DMN 1.5, 10.3.4.9), `not`, `is` and Camunda's additions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..comparison import equal
from ..errors import AssertionFailed
from ..run import Run
from ..temporal import DateTime, Time
from ..values import kind, native
from .registry import Overload, Unfit, feel

Context = Mapping[str, Any]


@feel("not(negand: any)")
def negation(_: Run, negand: Any) -> bool | None:
    if negand is None:
        return None
    if type(negand) is not bool:
        raise Unfit("feel.parameter-type", name="negand", expected="boolean", given=kind(negand))
    return not negand


@feel("is(value1: any, value2: any)")
def same(run: Run, left: Any, right: Any) -> bool:
    """Whether both are the very same value, type and zone included."""
    if kind(left) != kind(right):
        return False
    if isinstance(left, Time | DateTime):
        return bool(left == right)
    return equal(run, left, right) is True


@feel("get value(m: context, key: string|list)")
def get_value(_: Run, context: Context, key: str | list[Any]) -> Any:
    """The entry, or null; a list of keys leads inwards (Camunda)."""
    value: Any = context
    for name in [key] if isinstance(key, str) else key:
        if not isinstance(value, Mapping) or not isinstance(name, str) or name not in value:
            return None
        value = native(value[name])
    return value


@feel("get entries(m: context)")
def get_entries(run: Run, context: Context) -> list[Any]:
    run.spend(len(context))
    return [{"key": key, "value": native(context[key])} for key in context]


@feel("context(entries: list<context>)")
def context_of(_: Run, entries: list[Context]) -> dict[str, Any]:
    """The context of entries `{key: …, value: …}`. Unfit for a missing or doubled key."""
    made: dict[str, Any] = {}
    for entry in entries:
        key = entry.get("key")
        if not isinstance(key, str) or "value" not in entry or key in made:
            raise Unfit("feel.entries")
        made[key] = native(entry["value"])
    return made


@feel("context put(context: context, key: string, value: any)")
def context_put(run: Run, context: Context, key: str, value: Any) -> dict[str, Any]:
    run.spend(len(context))
    return {**context, key: value}


@feel("context put(context: context, keys: list<string>, value: any)")
def context_put_within(run: Run, context: Context, keys: list[str], value: Any) -> dict[str, Any]:
    """The context with an entry changed further inside."""
    if not keys:
        raise Unfit("feel.no-keys")
    run.spend(len(context))
    key, *rest = keys
    if not rest:
        return {**context, key: value}
    inner = context.get(key)
    if not isinstance(inner, Mapping):
        raise Unfit("feel.no-entry", name=key)
    run.deeper()
    put: dict[str, Any] = context_put_within.implementation(run, inner, rest, value)
    run.depth -= 1
    return {**context, key: put}


@feel("context merge(contexts: list<context>)")
def context_merge(run: Run, contexts: list[Context]) -> dict[str, Any]:
    """All entries together; a later one wins."""
    merged: dict[str, Any] = {}
    for context in contexts:
        run.spend(len(context))
        merged |= dict(context)
    return merged


@feel("put(context: context, key: string, value: any)")
def put(run: Run, context: Context, key: str, value: Any) -> dict[str, Any]:
    """`context put` (Camunda, older)."""
    made: dict[str, Any] = context_put.implementation(run, context, key, value)
    return made


@feel("put all(contexts: list<context>)")
def put_all_listed(run: Run, contexts: list[Context]) -> dict[str, Any]:
    """`context merge` (Camunda, older)."""
    merged: dict[str, Any] = context_merge.implementation(run, contexts)
    return merged


@feel("put all(...contexts: context)")
def put_all(run: Run, *contexts: Context) -> dict[str, Any]:
    """`context merge` (Camunda, older)."""
    merged: dict[str, Any] = context_merge.implementation(run, list(contexts))
    return merged


@feel("assert(value: any, condition: any, cause?: string)")
def assertion(_: Run, value: Any, condition: Any, cause: str | None) -> Any:
    """The value, if the condition is true; else the evaluation ends with AssertionFailed."""
    if condition is not True:
        raise AssertionFailed(cause)
    return value


CONTEXTS: tuple[Overload, ...] = (
    negation,
    same,
    get_value,
    get_entries,
    context_of,
    context_put,
    context_put_within,
    context_merge,
    put,
    put_all_listed,
    put_all,
    assertion,
)
