"""What providers tell later of notices: judged, noted in the history, told to whoever waits."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from ..engine.errors import NotFound
from ..engine.model.actor import Actor
from ..handlers.notification.report import Reported

if TYPE_CHECKING:
    from .composition import House


def take_report(
    house: House, channel: str, raw: bytes, headers: Mapping[str, str], *, now: datetime
) -> Reported | None:
    """A report as it came over the wire; the same one again changes nothing.

    Raises NotFound for a channel nobody reports on and a notice it did not send, ForgedMessage,
    BadConfiguration.
    """
    if channel not in house.reporting:
        known = ", ".join(house.reporting) or "-"
        raise NotFound.of("notification.no-reports", channel=channel, known=known)
    reported = house.reporting[channel].receive(raw, headers, now=now)
    if reported:
        _publish(house, reported)
        _note(house, reported, Actor(id=channel))
    return reported


def _publish(house: House, reported: Reported) -> None:
    """A drawing may wait for it, most do not."""
    with suppress(NotFound):
        house.engine.messages.publish(
            reported.name, reported.key, reported.variables, message_id=reported.message_id
        )


def _note(house: House, reported: Reported, provider: Actor) -> None:
    """In the history of the dossier, where it is one of ours."""
    dossier = reported.variables["dossierCode"]
    if dossier:
        with suppress(NotFound):
            instance = house.engine.instances.get(dossier).key
            about = reported.variables
            house.engine.history.note(
                instance, reported.name, about, provider, once=reported.message_id
            )
