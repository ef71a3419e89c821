"""How the history speaks of notices: by what they went, where to, and what came of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..handlers.notification.masked import DOTS
from ..handlers.notification.notice import Unreached
from .desk import Desk


def receipts(desk: Desk, about: Mapping[str, Any]) -> Iterator[str]:
    """What a job that sent a notice gave."""
    notice = about.get("gave", {}).get("notice")
    if notice:
        for channel in (notice["channel"], *notice.get("besides", ())):
            address = notice["address"] if channel == notice["channel"] else DOTS
            yield desk.text("history.notice", channel=channel, address=address or DOTS)
        yield from (_in_vain(desk, each) for each in notice.get("unreached", ()))


def told_later(desk: Desk, about: Mapping[str, Any]) -> str:
    """What the provider reported."""
    key = "history.delivered" if about["delivered"] else "history.undelivered"
    reason = f"({about['reason']})" if about["reason"] else ""
    return desk.text(key, channel=about["channel"], reason=reason).strip()


def _in_vain(desk: Desk, unreached: Mapping[str, str]) -> str:
    told = Unreached(channel=unreached["channel"], reason=unreached["reason"])
    return told.sentence(desk.language)
