"""Takes the calls of other systems that run dossiers shown here.

    received = mirror.receive(token, raw)
    for event in received.events:
        engine.messages.publish(
            event.name, event.key, event.variables, message_id=event.message_id
        )
    answer the call with received.answer

The calls are those of the national portal's dossier sync: `{service, data: […]}`, with the service
`DongBoHoSoMC` or `CapNhatTienDoHoSoMC`. Repeated and late ones change nothing for the worse.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...engine.errors import BadInput, Conflict, ForgedMessage, NotFound, ProcflowError
from ...engine.model.secret import Secret
from .dossier import StatusChange
from .mirror_entry import step_of, told_of
from .port import MirrorBook

LARGEST = 2_000_000
MOST_AT_ONCE = 500
SERVICES = ("DongBoHoSoMC", "CapNhatTienDoHoSoMC")
MESSAGE = "dossier-mirrored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirrored:
    """A message for the engine: somebody may wait for what another system does with a dossier.

    key: the dossier's code. message_id: the same step has the same one.
    """

    name: str
    key: str
    variables: Mapping[str, Any]
    message_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """source: who called. answer: to give back, as JSON."""

    source: str
    events: tuple[Mirrored, ...]
    answer: Mapping[str, str] = field(default_factory=dict)


class Mirror:
    """tokens: of the systems, by name; an empty one lets nobody in."""

    def __init__(self, book: MirrorBook, tokens: Mapping[str, Secret]) -> None:
        self._book = book
        self._tokens = dict(tokens)

    def receive(self, token: Secret, raw: bytes) -> Received:
        """Keep what a call tells.

        Raises ForgedMessage for a token that is nobody's, and BadInput for a call that cannot be
        read; what cannot be kept of a readable call is told in the answer, and the rest is kept.
        """
        source = self._source(token)
        service, rows = _read(raw)
        kept: list[Mirrored] = []
        for row in rows:
            try:
                kept += self._kept(source, service, row)
            except (BadInput, Conflict, NotFound) as error:
                return Received(source=source, events=tuple(kept), answer=_refused(error))
        return Received(source=source, events=tuple(kept), answer=_done())

    def _source(self, token: Secret) -> str:
        """Every token is compared, so that time tells nothing."""
        found = [name for name, known in self._tokens.items() if known and known == token]
        if not found:
            raise ForgedMessage.of("handlers.dossier.mirror-unknown")
        return found[0]

    def _kept(self, source: str, service: str, row: Mapping[str, Any]) -> list[Mirrored]:
        if service == "DongBoHoSoMC":
            told = told_of(row)
            self._book.tell(told, source=source)
            return [_event(source, told.code, told.changes[-1])]
        code, change = step_of(row)
        self._book.tell_steps(code, [change], source=source)
        return [_event(source, code, change)]


def _read(raw: bytes) -> tuple[str, Sequence[Mapping[str, Any]]]:
    try:
        call = json.loads(raw) if len(raw) <= LARGEST else None
    except (ValueError, RecursionError):
        call = None
    if not isinstance(call, dict):
        raise BadInput.of("handlers.dossier.mirror-unreadable")
    service, rows = call.get("service"), call.get("data")
    if service not in SERVICES or not isinstance(rows, list):
        raise BadInput.of("handlers.dossier.mirror-unreadable")
    if not all(isinstance(row, dict) for row in rows):
        raise BadInput.of("handlers.dossier.mirror-unreadable")
    if len(rows) > MOST_AT_ONCE:
        raise BadInput.of("handlers.dossier.mirror-too-much", most=MOST_AT_ONCE)
    return service, rows


def _event(source: str, code: str, change: StatusChange) -> Mirrored:
    at = change.at.isoformat()
    return Mirrored(
        name=MESSAGE,
        key=code,
        variables={"status": change.status, "at": at, "note": change.note, "source": source},
        message_id=f"{source}:{code}:{at}:{change.status}",
    )


def _done() -> Mapping[str, str]:
    return {"error_code": "00", "message": ""}


def _refused(error: ProcflowError) -> Mapping[str, str]:
    return {"error_code": "01", "message": error.sentence("vi")}
