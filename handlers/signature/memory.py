"""Documents in memory, for rehearsals and features."""

from __future__ import annotations

from datetime import datetime
from threading import Lock

from ...engine.model.check import Check
from .changes import checked_over, first_version, unknown_content, unknown_document, whole
from .document import Document, Draft, Seal, Version, hash_of


class MemoryDocuments:
    """A store of documents that is gone with the process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._documents: dict[str, Document] = {}
        self._codes: dict[str, str] = {}
        self._signed: dict[str, Document] = {}
        self._contents: dict[str, bytes] = {}

    def begin(self, draft: Draft, *, key: str, code: str, now: datetime) -> Document:
        with self._lock:
            code = self._codes.setdefault(key, code)
            begun = Document(code=code, draft=draft, begun_at=now)
            return self._documents.setdefault(code, begun)

    def keep(self, code: str, content: bytes) -> Document:
        with self._lock:
            document = self._found(code)
            version = first_version(document, content)
            if document.newest is not None:
                return document
            return self._add(document, version, content)

    def add(self, code: str, content: bytes, seal: Seal, *, over: str, key: str) -> Document:
        with self._lock:
            if key not in self._signed:
                document = checked_over(self._found(code), over)
                version = Version(hash=hash_of(content), size=len(content), seal=seal)
                self._signed[key] = self._add(document, version, content)
            return self._signed[key]

    def signed(self, key: str) -> Document | None:
        with self._lock:
            return self._signed.get(key)

    def find(self, code: str) -> Document:
        with self._lock:
            return self._found(code)

    def content(self, content_hash: str) -> bytes:
        with self._lock:
            if content_hash not in self._contents:
                raise unknown_content(content_hash)
            return whole(content_hash, self._contents[content_hash])

    def check(self) -> Check:
        return Check(subject="signature: memory", ok=True, key="handlers.check.memory")

    def _found(self, code: str) -> Document:
        if code not in self._documents:
            raise unknown_document(code)
        return self._documents[code]

    def _add(self, document: Document, version: Version, content: bytes) -> Document:
        self._contents[version.hash] = content
        self._documents[document.code] = document.with_version(version)
        return self._documents[document.code]
