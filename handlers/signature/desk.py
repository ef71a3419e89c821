"""Making, signing and verifying documents, once for each job."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from ...engine.errors import BadInput
from ...engine.handler import DocumentTemplate, wall_clock
from ...engine.model.check import Check
from .appearance import Appearance
from .codes import new_code
from .document import Document, Draft, Version
from .judgement import FoundSignature
from .keyring import Keyring
from .port import Documents, Pen, Wish
from .qr import qr_svg
from .typesetting import Typesetting

NO_PICTURES: Mapping[str, Path] = {}


class Desk:
    """The store, the press, the keys and the pen, together.

    page: address of the verification page; a document's code is put behind it. pictures: of
    signatures and seals, by the names of the keys. clock: the present moment, for the check.
    """

    def __init__(
        self,
        documents: Documents,
        typesetting: Typesetting,
        keyring: Keyring,
        pen: Pen,
        *,
        page: str,
        pictures: Mapping[str, Path] = NO_PICTURES,
        clock: Callable[[], datetime] = wall_clock,
    ) -> None:
        self.documents = documents
        self._typesetting = typesetting
        self._appearance = Appearance(typesetting, pictures)
        self._keyring = keyring
        self._pen = pen
        self._page = page.rstrip("/")
        self._clock = clock

    def close(self) -> None:
        """Let go of what the pen holds."""
        self._pen.close()

    def checks(self) -> list[Check]:
        """Of the store, of each key, and of what all signatures need."""
        store = [self.documents.check()]
        if not self._keyring.names:
            return store
        keys = self._keyring.check(partial(self._pen.may_sign, now=self._clock()))
        return [*store, *keys, *self._appearance.check(), self._pen.check()]

    def address(self, code: str) -> str:
        """Where anybody verifies the document."""
        return f"{self._page}/{code}"

    def render(
        self,
        template: DocumentTemplate,
        draft: Draft,
        values: Mapping[str, Any],
        *,
        key: str,
        now: datetime,
    ) -> Document:
        """The document of the job; rendered as of the moment the job was first tried.

        Raises BadInput, BadConfiguration.
        """
        begun = self.documents.begin(draft, key=key, code=new_code(), now=now)
        if begun.versions:
            return begun
        about = {
            "code": begun.code,
            "address": self.address(begun.code),
            "title": begun.draft.title,
            "number": begun.draft.number,
            "dossier": begun.draft.dossier,
            "issuedAt": begun.begun_at,
        }
        qr = qr_svg(self.address(begun.code))
        content = self._typesetting.render(template, values, about, qr=qr, now=begun.begun_at)
        return self.documents.keep(begun.code, content)

    def receive(self, draft: Draft, content: bytes, *, key: str, now: datetime) -> Document:
        """Keep a document that somebody handed in."""
        begun = self.documents.begin(draft, key=key, code=new_code(), now=now)
        return self.documents.keep(begun.code, content)

    def sign(self, code: str, content_hash: str, signer: str | None, wish: Wish) -> Document:
        """The document with one more signature on its newest content.

        content_hash: of the content that was meant. Raises NotFound, BadInput, Conflict (to be
        tried again) when somebody signs it meanwhile, and what the pen raises.
        """
        done = self.documents.signed(wish.key)
        if done is not None:
            return done
        document = self.documents.find(code)
        _meant(document, content_hash)
        newest = _newest(document)
        content = self.documents.content(newest.hash)
        seen = self._seen(self._keyring.name(signer), document, wish)
        signed, seal = self._pen.sign(content, self._keyring.key(signer), seen)
        return self.documents.add(code, signed, seal, over=newest.hash, key=wish.key)

    def _seen(self, name: str, document: Document, wish: Wish) -> Wish:
        """The wish with how the signature of that key looks, where the document has a place."""
        draw = partial(self._appearance.drawn, name, document.draft.number, wish.at)
        return replace(wish, place=name, draw=draw)

    def inspect(self, code: str, content_hash: str, now: datetime) -> Sequence[FoundSignature]:
        """The signatures of a content. Raises NotFound, BadInput, and what the pen raises."""
        document = self.documents.find(code)
        version = _meant(document, content_hash)
        return self._pen.inspect(self.documents.content(version.hash), now)


def _meant(document: Document, content_hash: str) -> Version:
    version = document.version_of(content_hash)
    if version is None:
        raise BadInput.of("documents.other-hash", code=document.code)
    return version


def _newest(document: Document) -> Version:
    if document.newest is None:
        raise BadInput.of("documents.no-content", code=document.code)
    return document.newest
