"""What the verification page tells: which document a code opens, and whether a file is that one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ...engine.errors import NotFound
from ...engine.messages import Language, message
from ..local_time import local
from .codes import as_code
from .document import Document, Seal, hash_of
from .port import Documents


class Likeness(StrEnum):
    """How a file compares with the document. OLDER: as it was before a later signature."""

    SAME = "same"
    OLDER = "older"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What may be said to anybody who has the code: nothing of the persons in the document.

    likeness: of the file that was given, None when none was.
    """

    code: str
    title: str
    number: str | None
    issued_at: datetime
    hash: str
    seals: tuple[Seal, ...]
    likeness: Likeness | None = None

    def sentences(self, language: Language) -> list[str]:
        """The statement for people."""
        said = [
            message(
                "documents.statement.document",
                language,
                title=self.title,
                number=self.number or "–",
                day=f"{local(self.issued_at):%d/%m/%Y}",
            )
        ]
        said += [_seal(seal, language) for seal in self.seals]
        if not self.seals:
            said.append(message("documents.statement.unsigned", language))
        if self.likeness is not None:
            said.append(message(f"documents.statement.{self.likeness}", language))
        return said


class Verification:
    """`look_up` is all that the verification page asks."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def look_up(
        self, code: str, *, content: bytes | None = None, content_hash: str | None = None
    ) -> Statement | None:
        """The document of a code as somebody typed it; None when there is none.

        content or content_hash: of the file in the visitor's hands.
        """
        try:
            document = self._documents.find(as_code(code))
        except NotFound:
            return None
        given = content_hash.lower() if content_hash else hash_of(content) if content else None
        return _statement(document, given)


def _statement(document: Document, given: str | None) -> Statement | None:
    if document.newest is None:
        return None
    return Statement(
        code=document.code,
        title=document.draft.title,
        number=document.draft.number,
        issued_at=document.begun_at,
        hash=document.newest.hash,
        seals=document.seals,
        likeness=None if given is None else _likeness(document, given),
    )


def _likeness(document: Document, given: str) -> Likeness:
    if document.newest is not None and document.newest.hash == given:
        return Likeness.SAME
    return Likeness.OLDER if document.version_of(given) else Likeness.OTHER


def _seal(seal: Seal, language: Language) -> str:
    moment = f"{local(seal.signed_at):%H:%M %d/%m/%Y}"
    return message("documents.statement.seal", language, signer=seal.signer, moment=moment)
