"""What procflow asks of the exchange with other agencies, in procflow's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from ...engine.model.check import Check
from .document import DocumentState, OfficialDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCall:
    """What a service is asked. cause: the code of the dossier it is asked for, which the platform
    notes. officer: who asks, where a person does. key: the same call has the same one.
    """

    service: str
    cause: str
    key: str
    officer: str | None = None
    query: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: Any = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAnswer:
    """status: of HTTP, 2xx or 4xx. body: JSON, else a text."""

    status: int
    body: Any = field(default=None, repr=False)

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300


class Services(Protocol):
    """Services of other agencies, behind an integration platform."""

    def ask(self, call: ServiceCall, now: datetime) -> ServiceAnswer:
        """Ask a service. Raises BadInput for a service nobody set up, Unreachable, RetryLater, and
        OutcomeUnknown where the service changes something and did not answer.
        """

    def check(self) -> Check:
        """Whether the platform is configured and lets us in."""


class DocumentExchange(Protocol):
    """Official documents between agencies."""

    def send(
        self, document: OfficialDocument, *, cause: str, key: str, now: datetime
    ) -> DocumentState:
        """Send a document; the same again changes nothing. Raises Conflict when it is refused, or
        when another document has its id.
        """

    def state(self, document: str) -> DocumentState | None:
        """How far the receiver is with a document of ours; None: the exchange has none of it."""

    def waiting(self) -> tuple[str, ...]:
        """The ids of documents for us that we have not acknowledged."""

    def fetch(self, document: str) -> bytes:
        """A document for us, as edXML. Raises NotFound."""

    def acknowledge(self, document: str, state: DocumentState, *, note: str = "") -> None:
        """Tell the sender how far we are; the same again changes nothing. Raises NotFound."""

    def check(self) -> Check:
        """Whether the exchange is configured and lets us in."""
