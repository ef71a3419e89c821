"""How values lie in an embedded store's columns: the same on SQLite and PostgreSQL."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from .local_time import VIETNAM


class Moment(TypeDecorator[datetime]):
    """A moment, kept as UTC text that sorts by time; read in Vietnamese time."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the hook's signature
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the hook's signature
        return None if value is None else datetime.fromisoformat(value).astimezone(VIETNAM)


class Json(TypeDecorator[Any]):
    """A JSON value as text people can read."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002 - the hook's signature
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002 - the hook's signature
        return None if value is None else json.loads(value)
