"""Publishes what is kept about payments to the engine: as often as needed, taken once."""

from __future__ import annotations

from datetime import timedelta
from threading import Event

from ...engine.errors import NotFound
from ..chore import Publish
from ..rounds import Turn, in_rounds
from .gateways import Gateways

LIFE = timedelta(days=30)
"""How long a message waits for a dossier that is not ready for it, and is known as published."""


class Courier:
    """A chore. Several may run at once: the engine takes each message once."""

    def __init__(self, gateways: Gateways, publish: Publish) -> None:
        self._gateways = gateways
        self._publish = publish

    def deliver(self) -> list[object]:
        """Publish what is unsent; what no deployed drawing can receive yet stays unsent."""
        published = []
        for each in self._gateways.unsent():
            try:
                told = self._publish(
                    each.name, each.key, each.variables, message_id=each.message_id, ttl=LIFE
                )
            except NotFound:
                continue
            self._gateways.sent(each.message_id)
            published.append(told)
        return published

    def run_once(self) -> int:
        return len(self.deliver())

    def run(self, stop: Event, pause: float) -> int:
        return in_rounds(lambda: Turn(self.run_once()), stop, pause)
