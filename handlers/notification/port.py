"""What procflow asks of a way to reach people, in procflow's words."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from ...engine.model.check import Check
from .notice import Notice, Receipt


class NoticeChannel(Protocol):
    """A way to reach people. `name` is what an analyst calls it, such as `email`."""

    @property
    def name(self) -> str: ...

    def send(self, notice: Notice, *, key: str, now: datetime) -> Receipt | None:
        """Send the notice; the same key again sends nothing and gives the first receipt.

        None: this channel cannot reach the recipient. Raises UnfitInput for an address that is
        none, RetryLater while another try for the same key is under way.
        """

    def check(self) -> Check:
        """Whether the channel is configured and can be reached."""
