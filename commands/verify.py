"""`procflow verify CODE [FILE]`: whether a document is the true one, and who signed it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..engine.errors import NotFound
from ..handlers.signature.judgement import FoundSignature, Verdict
from ..handlers.signature.verification import Likeness, Statement
from .answer import FINDINGS, FINE, Answer, Block, Line, Table
from .base import argument, command
from .desk import Desk
from .parameters import Existing
from .words import moment


@command("verify")
@argument("code")
@argument("file", type=Existing(folder=False), required=False)
def verify(desk: Desk, code: str, file: Path | None) -> Answer:
    content = file.read_bytes() if file else None
    statement = desk.house.verification.look_up(code, content=content)
    if statement is None:
        raise NotFound.of("documents.unknown-document", code=code)
    found = desk.house.document_desk.inspect(statement.code, statement.hash, desk.clock())
    blocks = [*_lines(desk, statement), _table(desk, found)]
    verdict = FINE if _is_good(statement, found) else FINDINGS
    return Answer(_value(statement, found), blocks, verdict)


def _is_good(statement: Statement, found: Sequence[FoundSignature]) -> bool:
    valid = all(each.verdict is Verdict.VALID for each in found)
    return valid and statement.likeness is not Likeness.OTHER


def _lines(desk: Desk, statement: Statement) -> list[Line]:
    bad = statement.likeness is Likeness.OTHER
    *first, last = statement.sentences(desk.language)
    return [*(Line(each) for each in first), Line(last, "bad" if bad else "plain")]


def _table(desk: Desk, found: Sequence[FoundSignature]) -> Block:
    headings = [desk.text(f"verify.{name}") for name in ("signer", "at", "verdict")]
    rows = [
        (each.signer, moment(each.signed_at, desk.language), desk.text(f"verify.{each.verdict}"))
        for each in found
    ]
    return Table(headings, rows)


def _value(statement: Statement, found: Sequence[FoundSignature]) -> dict[str, Any]:
    return {
        "code": statement.code,
        "title": statement.title,
        "number": statement.number,
        "issuedAt": statement.issued_at,
        "hash": statement.hash,
        "likeness": statement.likeness,
        "signatures": [_signature(each) for each in found],
    }


def _signature(found: FoundSignature) -> dict[str, Any]:
    return {
        "signer": found.signer,
        "serial": found.serial,
        "verdict": str(found.verdict),
        "signedAt": found.signed_at,
        "stamped": found.stamped,
    }
