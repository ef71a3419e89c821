"""Notices in memory: for rehearsals and features; they are gone when the process ends."""

from __future__ import annotations

from datetime import datetime
from threading import Lock

from ...engine.model.check import Check
from ..local_time import local
from .mail import address_of, on_one_line
from .masked import masked
from .notice import Notice, Receipt, Sent, Unreached, notice_id


class MemoryChannel:
    """Keeps notices in a dictionary. anybody: also for who has no e-mail address.

    rings: as a channel that makes a telephone ring, for rehearsing the night.
    """

    def __init__(self, *, name: str = "email", anybody: bool = True, rings: bool = False) -> None:
        self._name = name
        self._anybody = anybody
        self._rings = rings
        self._notices: dict[str, tuple[Notice, Receipt]] = {}
        self._turn = Lock()

    @property
    def name(self) -> str:
        return self._name

    @property
    def rings(self) -> bool:
        return self._rings

    def address(self, notice: Notice) -> str | Unreached:
        if notice.to.email:
            return address_of(notice.to).addr_spec
        if self._anybody:
            return notice.to.phone or notice.to.name or ""
        return Unreached(channel=self._name, reason="no-address")

    def begun(self, key: str) -> bool:
        return notice_id(key) in self._notices

    def send(self, notice: Notice, *, key: str, now: datetime) -> Receipt | Unreached:
        address, number = self.address(notice), notice_id(key)
        if isinstance(address, Unreached):
            return address
        with self._turn:
            receipt = Receipt(
                id=number, channel=self._name, sent_at=local(now), address=masked(address)
            )
            return self._notices.setdefault(number, (notice, receipt))[1]

    def sent(self) -> tuple[Sent, ...]:
        """All notices, in the order they were sent."""
        return tuple(_sent(notice, receipt) for notice, receipt in self._notices.values())

    def check(self) -> Check:
        subject = f"notice: {self._name} (memory)"
        return Check(subject=subject, ok=True, key="handlers.check.memory")


def _sent(notice: Notice, receipt: Receipt) -> Sent:
    return Sent(
        to=notice.to.named,
        subject=on_one_line(notice.subject),
        body=notice.body,
        sent_at=receipt.sent_at,
    )
