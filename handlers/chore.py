"""What a system does by itself from time to time, beside the jobs that drawings give it."""

from __future__ import annotations

from threading import Event
from typing import Protocol


class Chore(Protocol):
    """Done by `procflow work`; several workers may do the same chore at once."""

    def run_once(self) -> int:
        """Do what is due now; how many things were done."""

    def run(self, stop: Event, pause: float) -> int:
        """Do what is due until told to stop, with a look after each pause (seconds); how many
        things were done.
        """
