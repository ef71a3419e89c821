"""What time brings: due timers, messages and signals not yet delivered, messages grown old."""

from __future__ import annotations

import logging
from threading import Event

from .handler.outages import Outages
from .pulse import Pulse
from .runtime.delivery import Delivery
from .runtime.messages import Messages
from .runtime.timers import Timers


class Scheduler:
    """Run one or many; two never fire the same timer. Jobs whose lease ran out need nobody: workers
    take them.
    """

    def __init__(self, timers: Timers, delivery: Delivery, messages: Messages) -> None:
        self._timers = timers
        self._delivery = delivery
        self._messages = messages
        self._pulse = Pulse()
        self._log = logging.getLogger("procflow.scheduler")

    @property
    def pulse(self) -> Pulse:
        """Whether it turns."""
        return self._pulse

    def run_once(self) -> int:
        """Do everything that is due now; returns how many things happened."""
        done = self._delivery.run()
        while fired := self._timers.fire_due():
            self._pulse.beat_if_running()
            done += fired + self._delivery.run()
        left = self._delivery.run()
        return done + (left or self._messages.expire())

    def run(self, stop: Event, pause: float = 0.5) -> int:
        """Do what is due until told to stop; looks again after each pause (seconds); returns how
        many things happened.

        A database that cannot be reached is waited for; any other error is logged, and the next
        round is tried.
        """
        done, outages = 0, Outages(self._log, stop, pause)
        with self._pulse.running(stop):
            while not stop.is_set():
                self._pulse.beat()
                with outages:
                    busy = self.run_once()
                    done += busy
                    if not busy:
                        stop.wait(pause)
        return done
