"""Reads a record of the national catalogue, whichever way it was saved."""

from __future__ import annotations

from ...errors import Finding, Refused
from .json_reader import read_json, record_in
from .record import Record
from .text_reader import read_text
from .text_sections import LABELS, sections_of

RULE = "catalogue"
LEAST_LABELS = 4


def read_record(file: str, content: bytes) -> Record:
    """The record in a `.txt` or `.json` file.

    Raises Refused for a file that holds no record.
    """
    text = decoded(content)
    data = record_in(text) if text.lstrip().startswith(("{", "[")) else None
    if data is not None:
        return read_json(file, data)
    if len(sections_of(text)[0]) < LEAST_LABELS:
        labels = ", ".join(LABELS[:4])
        raise Refused(
            [
                Finding(
                    rule=RULE,
                    severity="error",
                    key="catalogue.no-record",
                    arguments={"labels": labels},
                    file=file,
                )
            ]
        )
    return read_text(file, text)


def decoded(content: bytes) -> str:
    """Text in UTF-8 or UTF-16 with a byte order mark; what is neither gets marks of replacement."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace").replace("\r\n", "\n")
    return content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
