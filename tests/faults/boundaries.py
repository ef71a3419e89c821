"""One dossier, one fault at one commit: every commit of a dossier's life can be tried."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from procflow.tests.faults.blade import STRUCK
from procflow.tests.faults.harbour import Harbour, Sea
from procflow.tests.faults.nursery import Nursery
from procflow.tests.faults.order import Fault, Order
from procflow.tests.faults.storm import audited

AT_ONCE = 2
SEED = 3
LONGEST = 60.0
"""Seconds for one life."""


class Trial(NamedTuple):
    """struck: whether the life came to the fault at all. status: how it ended. again: how the life
    without the fault did.
    """

    fault: Fault
    struck: bool
    status: int
    again: int
    wrong: Sequence[str]


def tried(nursery: Nursery, harbour: Harbour, faults: Iterable[Fault]) -> Iterator[Trial]:
    """For each fault: a life that meets it, a life after it, and the audit of both."""
    struck = [alone(harbour.sea(), fault=fault) for fault in faults]
    statuses = lived(nursery, struck)
    again = lived(nursery, [replace(order, fault=None) for order in struck])
    for order, *ended in zip(struck, statuses, again, strict=True):
        assert order.fault is not None
        struck = STRUCK in (order.place / "crew.log").read_text()
        yield Trial(order.fault, struck, *ended, audited(Sea(order.url, order.place)).wrong)


def alone(sea: Sea, fault: Fault | None = None) -> Order:
    """The order to bring one dossier to its end."""
    return Order(
        role="solo", name="solo", url=sea.url, folder=str(sea.folder), seed=SEED, fault=fault
    )


def lived(nursery: Nursery, orders: Iterable[Order], longest: float = LONGEST) -> list[int]:
    """How the lives ended, in order; a few are lived at once. Who lives too long is killed."""
    waiting, living, statuses = deque(enumerate(orders)), {}, {}
    while waiting or living:
        while waiting and len(living) < AT_ONCE:
            number, order = waiting.popleft()
            living[nursery.start(order)] = number, time.monotonic() + longest
        for pid, status in nursery.ended():
            statuses[living.pop(pid)[0]] = status
        for pid, (_, until) in living.items():
            if time.monotonic() > until:
                nursery.kill(pid)
        time.sleep(0.005)
    return [statuses[number] for number in sorted(statuses)]
