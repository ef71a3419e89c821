"""Statements that are the same every time: built once, given their values when they are executed.

SQLAlchemy compiles equal statements only once, but to build one, and to find out that it is equal,
costs several times what executing it does. Bound values of conditions are named `at_` and the
column.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Column,
    Delete,
    Insert,
    Select,
    Table,
    TextClause,
    Update,
    bindparam,
    delete,
    false,
    insert,
    literal_column,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ColumnElement

Names = tuple[str, ...]
Sizes = tuple[tuple[str, int], ...]
"""Columns of which several values are meant, and how many."""

NONE: Mapping[str, Collection[Any]] = {}
ENOUGH = 1_000
"""More than there are: tables times the sets of columns that are written together."""


@lru_cache(ENOUGH)
def selection(
    table: Table, columns: Names, where: Names, among: Sizes, order: Names, *, lock: bool
) -> Select[Any]:
    """Rows whose columns equal (`where`), or are among (`among`), the values."""
    statement = select(*(table.c[name] for name in columns))
    chosen = statement.where(*_conditions(table, where, among))
    ordered = chosen.order_by(*(table.c[name] for name in order))
    return ordered.with_for_update() if lock else ordered


@lru_cache(ENOUGH)
def insertion(table: Table) -> Insert:
    return insert(table)


@lru_cache(ENOUGH)
def upsert(table: Table, dialect: str) -> Insert:
    """Insert, or write over the row with the same key."""
    made = _insert(table, dialect)
    keys = [column.name for column in table.primary_key]
    others = {c.name: made.excluded[c.name] for c in table.c if c.name not in keys}
    statement: Insert = made.on_conflict_do_update(index_elements=keys, set_=others)
    return statement


@lru_cache(ENOUGH)
def new_only(table: Table, dialect: str) -> Insert:
    """Insert, unless a row stands in the way; returns a row if it was inserted."""
    key = next(iter(table.primary_key))
    statement: Insert = _insert(table, dialect).on_conflict_do_nothing().returning(key)
    return statement


@lru_cache(ENOUGH)
def change(table: Table, where: Names, among: Sizes, changed: Names) -> Update:
    values = {name: bindparam(name, type_=table.c[name].type) for name in changed}
    return update(table).where(*_conditions(table, where, among)).values(values)


@lru_cache(ENOUGH)
def removal(table: Table, where: Names, among: Sizes) -> Delete:
    return delete(table).where(*_conditions(table, where, among))


def untrue(column: Column[Any]) -> TextClause:
    """`NOT column`, word for word as partial indexes have it: else SQLite does not use them."""
    return text(f"NOT {column}")


def is_one_of(column: Column[Any], *words: str) -> ColumnElement[bool]:
    """The words written out: for bound values no partial index is used."""
    written: list[ColumnElement[Any]] = [literal_column(f"'{word}'") for word in words]
    return column == written[0] if len(written) == 1 else column.in_(written)


def at(place: Mapping[str, Any], among: Mapping[str, Collection[Any]] = NONE) -> dict[str, Any]:
    """The values of conditions, under the names the statements give them."""
    given = {f"at_{name}": value for name, value in place.items()}
    for name, several in among.items():
        ordered = [*several]
        filled = ordered + ordered[-1:] * (size(ordered) - len(ordered))
        given |= {f"at_{name}_{number}": value for number, value in enumerate(filled)}
    return given


def sizes(among: Mapping[str, Collection[Any]]) -> Sizes:
    return tuple((name, size(several)) for name, several in among.items())


def size(several: Collection[Any]) -> int:
    """As many values as a statement is built for: the last stands in for those that are missing,
    so that there are few statements.
    """
    return 1 << (len(several) - 1).bit_length() if several else 0


def _conditions(table: Table, where: Names, among: Sizes) -> Iterator[ColumnElement[bool]]:
    for name in where:
        yield table.c[name] == bindparam(f"at_{name}")
    for name, number in among:
        yield among_values(table.c[name], name, number)


def among_values(column: Column[Any], name: str, number: int) -> ColumnElement[bool]:
    """Whether the column has one of so many values, which `at` gives under the name."""
    if not number:
        return false()
    return column.in_([bindparam(f"at_{name}_{each}") for each in range(number)])


def _insert(table: Table, dialect: str) -> Any:
    """Both dialects have it, each its own."""
    return (postgresql if dialect == "postgresql" else sqlite).insert(table)
