"""What may become of a document; every store asks here."""

from __future__ import annotations

from ...engine.errors import Conflict, NotFound
from .document import Document, Version, hash_of


def first_version(document: Document, content: bytes) -> Version:
    """Raises Conflict when the document began with another content."""
    version = Version(hash=hash_of(content), size=len(content))
    if document.versions and document.versions[0].hash != version.hash:
        raise Conflict.of("documents.other-content", code=document.code)
    return version


def checked_over(document: Document, over: str) -> Document:
    """Raises Conflict when the newest content is not the one that was signed."""
    if document.newest is None or document.newest.hash != over:
        raise Conflict.of("documents.overtaken", code=document.code)
    return document


def whole(content_hash: str, content: bytes) -> bytes:
    """Raises Conflict when the content is not what its name says."""
    if hash_of(content) != content_hash:
        raise Conflict.of("documents.content-changed", hash=content_hash)
    return content


def unknown_document(code: str) -> NotFound:
    return NotFound.of("documents.unknown-document", code=code)


def unknown_content(content_hash: str) -> NotFound:
    return NotFound.of("documents.unknown-content", hash=content_hash)
