"""How long a test waits for what others do: much longer than they need, and not a moment more."""

from collections.abc import Callable
from time import monotonic, sleep
from typing import TypeVar

PATIENCE = 60.0
"""Seconds. Only a test that fails waits for so long."""

Found = TypeVar("Found")


def soon(look: Callable[[], Found], seconds: float = PATIENCE, pause: float = 0.01) -> Found:
    """What `look` gives as soon as it is something; what it gave last, when time is up."""
    end = monotonic() + seconds
    while not (found := look()) and monotonic() < end:
        sleep(pause)
    return found
