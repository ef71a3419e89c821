"""Which dossiers somebody looks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .dossier import Dossier

MOST = 100


@dataclass(frozen=True, kw_only=True)
class Search:
    """All that is given must hold; nothing given finds every dossier. By code, at most `limit`.

    status: any of them. due_before: the day told for the result lies before this moment. after: the
    last code of the page before.
    """

    unit: str | None = None
    procedure_code: str | None = None
    status: tuple[int, ...] = ()
    personal_id: str | None = None
    due_before: datetime | None = None
    after: str = ""
    limit: int = MOST

    def finds(self, dossier: Dossier) -> bool:
        """Whether the dossier is one of them, the page aside."""
        application = dossier.application
        return (
            self.unit in (None, application.unit)
            and self.procedure_code in (None, application.procedure_code)
            and (not self.status or dossier.status in self.status)
            and self.personal_id in (None, application.applicant.personal_id)
            and self._is_due(dossier.due)
        )

    def _is_due(self, due: datetime | None) -> bool:
        return self.due_before is None or (due is not None and due < self.due_before)
