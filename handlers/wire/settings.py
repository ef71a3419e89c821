"""How another system is reached over HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class WireSettings:
    """address: with which every path begins. timeout: seconds for a whole answer. largest: bytes of
    an answer. ca_file: whom to trust besides the machine's own authorities. failures: how many in a
    row open the circuit breaker, pause: for how many seconds.
    """

    address: str
    timeout: float = 10.0
    largest: int = 5_000_000
    ca_file: Path | None = None
    failures: int = 5
    pause: float = 30.0
