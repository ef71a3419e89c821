"""What procflow asks of a way to reach people, in procflow's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol, runtime_checkable

from ...engine.model.check import Check
from .notice import Notice, Receipt, Unreached
from .report import Reported

NONE: Mapping[str, str] = {}


class NoticeChannel(Protocol):
    """A way to reach people. `name` is what an analyst calls it, such as `email`.

    rings: whether it makes somebody's telephone ring, so that the night and the daily limit count.
    """

    @property
    def name(self) -> str: ...

    @property
    def rings(self) -> bool: ...

    def address(self, notice: Notice) -> str | Unreached:
        """Where the notice would go. Raises UnfitInput for an address that is none."""

    def begun(self, key: str) -> bool:
        """Whether a notice with the key may have gone out here already: then no other channel
        begins with it.
        """

    def send(self, notice: Notice, *, key: str, now: datetime) -> Receipt | Unreached:
        """Send the notice; the same key again sends nothing and gives the first receipt.

        Raises UnfitInput for an address that is none, RetryLater while another try for the same key
        is under way, Unreachable when the channel is out of order, OutcomeUnknown when the notice
        may have gone out; asked once more it answers that it is in doubt.
        """

    def check(self) -> Check:
        """Whether the channel is configured and can be reached."""


@runtime_checkable
class Reporting(Protocol):
    """A channel whose provider tells later what became of a notice."""

    @property
    def name(self) -> str: ...

    def receive(
        self, raw: bytes, headers: Mapping[str, str] = NONE, *, now: datetime
    ) -> Reported | None:
        """Take a provider's report as it came over the wire; the same one again changes nothing.

        raw: the body, or the query where the report has no body. headers: by lower-case name.

        None: it is true, but of something else. Raises ForgedMessage for one that is not the
        provider's, NotFound for a notice this channel did not send.
        """
