"""What a provider says later of a notice it took."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..local_time import local

REPORT_MESSAGE = "notice-report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """reason: the provider's word for why it was not delivered."""

    delivered: bool
    at: datetime
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A report that is certainly the provider's, as the message to publish to the engine.

    key: the notice's id. message_id: the same for every report that says the same.
    """

    name: str
    key: str
    message_id: str
    variables: Mapping[str, Any]


def reported(number: str, channel: str, dossier: str | None, report: Report) -> Reported:
    """The message for a report on the notice."""
    return Reported(
        name=REPORT_MESSAGE,
        key=number,
        message_id=f"{number}:{channel}:{'delivered' if report.delivered else 'failed'}",
        variables={
            "notice": number,
            "channel": channel,
            "dossierCode": dossier,
            "delivered": report.delivered,
            "reportedAt": local(report.at).isoformat(),
            "reason": report.reason,
        },
    )
