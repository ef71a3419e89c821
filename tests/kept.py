"""All that a database keeps, as text: where secrets are looked for."""

from collections.abc import Iterator

from sqlalchemy import MetaData, create_engine, select


def all_kept(url: str) -> Iterator[str]:
    """Every row of every table."""
    engine, known = create_engine(url), MetaData()
    with engine.connect() as connection:
        known.reflect(connection)
        for table in known.tables.values():
            for row in connection.execute(select(table)):
                yield " ".join(map(_text, row))
    engine.dispose()


def _text(value: object) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)
