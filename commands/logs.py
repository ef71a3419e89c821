"""The log of a running worker: for people on a terminal, or as JSON for programs.

What a person wrote never gets into it. procflow's own lines say what happened in fixed words, with
the dossier's code, the job's key and names of the drawing. Of other libraries only warnings are
told, by their fixed text without what was filled into it, and of an error only its kind and place.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TextIO

from ..engine.handler.trace import trace_of

FORMS = ("text", "json")
OURS = "procflow"


@contextmanager
def log_written(form: str, out: TextIO | None = None) -> Iterator[None]:
    """Meanwhile; what was configured before comes back."""
    handler = logging.StreamHandler(out or sys.stderr)
    handler.setFormatter(JsonLines() if form == "json" else PlainLines())
    root, ours = logging.getLogger(), logging.getLogger(OURS)
    levels = root.level, ours.level
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    ours.setLevel(logging.INFO)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(levels[0])
        ours.setLevel(levels[1])


def told_by(record: logging.LogRecord) -> dict[str, Any]:
    """What a record says, without what a person wrote."""
    about: Mapping[str, Any] = getattr(record, "told", {})
    error = record.exc_info[1] if record.exc_info else None
    trace = {} if error is None else {"trace": trace_of(error)}
    return {"message": str(record.msg), **about, **trace}


class JsonLines(logging.Formatter):
    """One object a line."""

    def format(self, record: logging.LogRecord) -> str:
        said = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            **told_by(record),
        }
        return json.dumps(said, ensure_ascii=False, default=str)


class PlainLines(logging.Formatter):
    """`09:30:01 warning incident-opened dossier=NOP-1 …`"""

    def format(self, record: logging.LogRecord) -> str:
        said = told_by(record)
        what = said.pop("message")
        trace = said.pop("trace", ())
        at = datetime.fromtimestamp(record.created, UTC).astimezone().strftime("%H:%M:%S")
        names = " ".join(f"{name}={value}" for name, value in said.items())
        line = f"{at} {record.levelname.lower()} {what} {names}".rstrip()
        return "\n  ".join([line, *trace])
