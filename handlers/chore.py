"""What a system does by itself from time to time, beside the jobs that drawings give it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from threading import Event
from typing import Any, Protocol


class Chore(Protocol):
    """Done by `procflow work`; several workers may do the same chore at once."""

    def run_once(self) -> int:
        """Do what is due now; how many things were done. What another system does not let be done
        now is left for the next time.
        """

    def run(self, stop: Event, pause: float) -> int:
        """Do what is due until told to stop, with a look after each pause (seconds); how many
        things were done.
        """


class Publish(Protocol):
    """The engine's messages, for what a chore finds."""

    def __call__(
        self,
        name: str,
        key: str,
        variables: Mapping[str, Any],
        *,
        message_id: str,
        ttl: timedelta,
    ) -> object:
        """Publish a message; the same id again within the time to live is taken once.

        Raises NotFound when no deployed drawing can receive it.
        """
