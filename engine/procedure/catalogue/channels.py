"""The catalogue's channels, as facts."""

from __future__ import annotations

from collections.abc import Sequence

from ..facts import Channel
from .record import Method

CHANNELS = {"ONLINE": Channel.ONLINE, "POSTAL": Channel.POST, "DIRECT": Channel.COUNTER}
NAMES = {
    Channel.ONLINE: "trực tuyến",
    Channel.POST: "qua bưu chính",
    Channel.COUNTER: "trực tiếp",
}
ORDER = ("ONLINE", "DIRECT", "POSTAL")


def channel_name(channel: Channel) -> str:
    return NAMES[channel]


def preferred(methods: Sequence[Method]) -> Method | None:
    """The manner whose deadline is the procedure's: online, else at the counter, else the first."""
    ranked = sorted(
        methods, key=lambda each: ORDER.index(each.channel) if each.channel in ORDER else len(ORDER)
    )
    return next(iter(ranked), None)
