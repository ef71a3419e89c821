"""What procflow asks of a store of documents, of who holds a key, and of a format of signatures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from ...engine.model.check import Check
from .document import Document, Draft, Seal
from .judgement import FoundSignature


class Documents(Protocol):
    """A store of documents. `key` is an idempotency key: the same call with it again changes
    nothing and gives what the first one gave.

    All but `begin` raise NotFound for a code or hash there is no document of.
    """

    def begin(self, draft: Draft, *, key: str, code: str, now: datetime) -> Document:
        """A document without a content; `code` is its code unless the key has one already."""

    def keep(self, code: str, content: bytes) -> Document:
        """Its first content. Raises Conflict when it has another already."""

    def add(self, code: str, content: bytes, seal: Seal, *, over: str, key: str) -> Document:
        """A further, signed content over the content with the hash `over`.

        Raises Conflict when `over` is not the newest any more. Gives the document as it stood after
        the first call with the key.
        """

    def signed(self, key: str) -> Document | None:
        """The document as it stood after `add` with the key; None before."""

    def find(self, code: str) -> Document:
        """The document as it stands."""

    def content(self, content_hash: str) -> bytes:
        """A content, by its hash. Raises Conflict when it is not what was kept."""

    def check(self) -> Check:
        """Whether the store can be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Certificates in DER: the signer's, and those above it as far as they are known."""

    signer: bytes = field(repr=False)
    others: Sequence[bytes] = field(default=(), repr=False)


class SigningKey(Protocol):
    """Who holds a private key: a file, a hardware module, a signing service far away.

    Only attributes of some hundred bytes go there, never a document.
    """

    def chain(self) -> Chain:
        """Whose key it is. Raises BadConfiguration when the key cannot be used."""

    def sign(self, attributes: bytes, *, key: str) -> bytes:
        """The signature over the attributes with SHA-256: PKCS #1 v1.5 for an RSA key, ECDSA else.

        key: the idempotency key of the job, for services that charge for or confirm a signature.
        """

    def check(self) -> Check:
        """Whether the key is there and can be used."""


Draw = Callable[[float, float], bytes]
"""Gives a page of that width and height, in points, as a PDF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a signature says of itself. key: the idempotency key of the job.

    place: whose place on the page it takes, where the document has one. draw: how it looks there.
    """

    key: str
    at: datetime
    reason: str | None = None
    location: str | None = None
    place: str = ""
    draw: Draw | None = field(default=None, repr=False)


class Pen(Protocol):
    """A format of signatures."""

    def sign(self, content: bytes, key: SigningKey, wish: Wish) -> tuple[bytes, Seal]:
        """The content with one more signature.

        Raises BadConfiguration for a certificate that may not sign, and what the key raises.
        """

    def may_sign(self, key: SigningKey, name: str, now: datetime) -> None:
        """Raises BadConfiguration for a key whose certificate may not sign."""

    def inspect(self, content: bytes, now: datetime) -> Sequence[FoundSignature]:
        """The signatures of the content, oldest first. Raises BadInput for another kind of file."""

    def check(self) -> Check:
        """Whether all it needs to sign and verify is there."""

    def close(self) -> None:
        """Let go of what it holds."""
