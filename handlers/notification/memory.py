"""Notices in memory: for rehearsals and features; they are gone when the process ends."""

from __future__ import annotations

from datetime import datetime
from threading import Lock

from ...engine.model.check import Check
from ..local_time import local
from .mail import address_of, on_one_line
from .notice import Notice, Receipt, Sent, notice_id


class MemoryChannel:
    """Keeps notices in a dictionary. anybody: also for who has no e-mail address."""

    def __init__(self, *, name: str = "email", anybody: bool = True) -> None:
        self._name = name
        self._anybody = anybody
        self._notices: dict[str, tuple[Notice, Receipt]] = {}
        self._turn = Lock()

    @property
    def name(self) -> str:
        return self._name

    def send(self, notice: Notice, *, key: str, now: datetime) -> Receipt | None:
        if not self._anybody and not notice.to.email:
            return None
        if notice.to.email:
            address_of(notice.to)
        number = notice_id(key)
        with self._turn:
            receipt = Receipt(id=number, channel=self._name, sent_at=local(now))
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
