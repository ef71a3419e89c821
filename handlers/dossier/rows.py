"""How dossiers lie in the tables of the embedded store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from sqlalchemy import JSON, Connection, Row, Select, Table, cast, func, select, type_coerce
from sqlalchemy.dialects import postgresql, sqlite

from ...engine.handler import read_typed, write_json
from ..local_time import local
from .application import Application, Document
from .dossier import Dossier, Paper, Result, ResultDocument, StatusChange, Supply, in_order
from .papers import APPOINTING, PaperKind
from .refusals import not_theirs, run_elsewhere, unknown
from .search import Search
from .tables import CHANGES, COUNTERS, DOSSIERS, MIRRORS, PAPERS, RESULTS, SUPPLIES

DIALECTS = {"sqlite": sqlite, "postgresql": postgresql}

_Value = TypeVar("_Value")


def next_number(connection: Connection, scope: str) -> int:
    """The next number of the scope; the row stays locked until the transaction ends."""
    insert = DIALECTS[connection.dialect.name].insert(COUNTERS).values(scope=scope, last=1)
    counted = insert.on_conflict_do_update(
        index_elements=[COUNTERS.c.scope], set_={"last": COUNTERS.c.last + 1}
    ).returning(COUNTERS.c.last)
    return int(connection.execute(counted).scalar_one())


def code_of(connection: Connection, key: str) -> str | None:
    return connection.scalar(select(DOSSIERS.c.code).where(DOSSIERS.c.key == key))


def unit_of_ours(connection: Connection, code: str) -> str:
    """The unit of a dossier that we run. Raises NotFound and Conflict."""
    unit = _unit(connection, code)
    source = source_of(connection, code)
    if source is not None:
        raise run_elsewhere(code, source)
    return unit


def check_theirs(connection: Connection, code: str, source: str) -> None:
    """Raises NotFound for a dossier nobody told of, Conflict for one the source does not run."""
    _unit(connection, code)
    if source_of(connection, code) != source:
        raise not_theirs(code, source)


def source_of(connection: Connection, code: str) -> str | None:
    return connection.scalar(select(MIRRORS.c.source).where(MIRRORS.c.code == code))


def write(connection: Connection, table: Table, code: str, key: str, row: Mapping[str, Any]) -> int:
    """The number of the new row."""
    values = {**row, "code": code, "key": key}
    written = connection.execute(table.insert().values(values).returning(table.c.id))
    return int(written.scalar_one())


def write_change(connection: Connection, code: str, change: StatusChange, key: str) -> int:
    return write(connection, CHANGES, code, key, asdict(change))


def write_paper(connection: Connection, code: str, paper: Paper, key: str) -> int:
    return write(connection, PAPERS, code, key, asdict(paper))


def write_result(connection: Connection, code: str, result: Result, key: str) -> int:
    row = asdict(result) | {"document": write_json(result.document)}
    return write(connection, RESULTS, code, key, row)


def is_there(connection: Connection, code: str) -> bool:
    return connection.scalar(select(DOSSIERS.c.code).where(DOSSIERS.c.code == code)) is not None


def is_written(connection: Connection, table: Table, key: str) -> bool:
    return connection.scalar(select(table.c.id).where(table.c.key == key)) is not None


def first_paper(connection: Connection, key: str) -> Paper | None:
    return _first(connection, PAPERS, key, _paper)


def first_result(connection: Connection, key: str) -> Result | None:
    return _first(connection, RESULTS, key, _result)


def codes_found(connection: Connection, search: Search) -> Sequence[str]:
    """The codes of a page."""
    return connection.scalars(
        _narrowed(search, connection.dialect.name)
        .where(DOSSIERS.c.code > search.after)
        .order_by(DOSSIERS.c.code)
        .limit(search.limit)
    ).all()


def dossiers(connection: Connection, codes: Sequence[str]) -> tuple[Dossier, ...]:
    """The dossiers of the codes, in the order of their codes."""
    rows = connection.execute(
        select(DOSSIERS, MIRRORS.c.source, MIRRORS.c.appointed)
        .join(MIRRORS, MIRRORS.c.code == DOSSIERS.c.code, isouter=True)
        .where(DOSSIERS.c.code.in_(codes))
        .order_by(DOSSIERS.c.code)
    ).all()
    changes = _by_code(connection, CHANGES, codes, change_of)
    papers = _by_code(connection, PAPERS, codes, _paper)
    supplies = _by_code(connection, SUPPLIES, codes, _supply)
    results = _by_code(connection, RESULTS, codes, _result)
    return tuple(
        Dossier(
            code=row.code,
            application=read_typed(Application, row.application),
            received_at=local(row.received_at),
            changes=in_order(changes.get(row.code, ())),
            papers=tuple(papers.get(row.code, ())),
            supplies=tuple(supplies.get(row.code, ())),
            results=tuple(results.get(row.code, ())),
            run_by=row.source,
            appointed=row.appointed,
        )
        for row in rows
    )


def dossier(connection: Connection, code: str) -> Dossier:
    """Raises NotFound."""
    found = dossiers(connection, [code])
    if not found:
        raise unknown(code)
    return found[0]


def _unit(connection: Connection, code: str) -> str:
    unit: str | None = connection.scalar(select(DOSSIERS.c.unit).where(DOSSIERS.c.code == code))
    if unit is None:
        raise unknown(code)
    return unit


def _narrowed(search: Search, dialect: str) -> Select[Any]:
    wanted = select(DOSSIERS.c.code)
    if search.unit is not None:
        wanted = wanted.where(DOSSIERS.c.unit == search.unit)
    if search.procedure_code is not None:
        found = _given(dialect, "procedureCode") == search.procedure_code
        wanted = wanted.where(found)
    if search.personal_id is not None:
        found = _given(dialect, "applicant", "personalId") == search.personal_id
        wanted = wanted.where(found)
    if search.status:
        wanted = wanted.where(_status_now().in_(search.status))
    if search.due_before is not None:
        wanted = wanted.where(_due_now() < search.due_before)
    return wanted


def _given(dialect: str, *path: str) -> Any:
    """A member of the application, kept as JSON in a text column."""
    column = DOSSIERS.c.application
    read = type_coerce(column, JSON) if dialect == "sqlite" else cast(column, JSON)
    return read[path].as_string()


def _status_now() -> Any:
    return (
        select(CHANGES.c.status)
        .where(CHANGES.c.code == DOSSIERS.c.code)
        .order_by(CHANGES.c.at.desc(), CHANGES.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def _due_now() -> Any:
    told = (
        select(PAPERS.c.due)
        .where(
            PAPERS.c.code == DOSSIERS.c.code,
            PAPERS.c.kind.in_(APPOINTING),
            PAPERS.c.due.is_not(None),
        )
        .order_by(PAPERS.c.issued_at.desc(), PAPERS.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    appointed = (
        select(MIRRORS.c.appointed).where(MIRRORS.c.code == DOSSIERS.c.code).scalar_subquery()
    )
    return func.coalesce(told, appointed, type_=MIRRORS.c.appointed.type)


def _by_code(
    connection: Connection,
    table: Table,
    codes: Sequence[str],
    read: Callable[[Row[Any]], _Value],
) -> dict[str, list[_Value]]:
    rows = connection.execute(select(table).where(table.c.code.in_(codes)).order_by(table.c.id))
    return _gathered((row.code, read(row)) for row in rows)


def _gathered(pairs: Iterable[tuple[str, _Value]]) -> dict[str, list[_Value]]:
    gathered: dict[str, list[_Value]] = {}
    for code, value in pairs:
        gathered.setdefault(code, []).append(value)
    return gathered


def _first(
    connection: Connection, table: Table, key: str, read: Callable[[Row[Any]], _Value]
) -> _Value | None:
    row = connection.execute(select(table).where(table.c.key == key)).one_or_none()
    return None if row is None else read(row)


def change_of(row: Row[Any]) -> StatusChange:
    return StatusChange(
        status=row.status, at=row.at, note=row.note, due=row.due, handler=row.handler
    )


def _paper(row: Row[Any]) -> Paper:
    return Paper(
        kind=PaperKind(row.kind),
        number=row.number,
        form=row.form,
        title=row.title,
        circular=row.circular,
        issued_at=row.issued_at,
        content=row.content,
        due=row.due,
    )


def _supply(row: Row[Any]) -> Supply:
    documents = tuple(read_typed(Document, each) for each in row.documents)
    return Supply(at=row.at, documents=documents)


def _result(row: Row[Any]) -> Result:
    return Result(
        number=row.number,
        document=read_typed(ResultDocument, row.document),
        delivery=row.delivery,
        attached_at=row.attached_at,
    )
