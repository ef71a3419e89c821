"""Tells the national portal what waits in the outbox."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event
from typing import Any

from ...engine.errors import (
    BadAnswer,
    BadConfiguration,
    Conflict,
    NotFound,
    OutcomeUnknown,
    RetryLater,
    Unreachable,
)
from ...engine.model.check import Check
from ..rounds import Turn, in_rounds
from .outbox import LEASE, Backlog, Outbox, Waiting
from .portal import SUBJECT, NationalPortal
from .portal_entry import Entry, dossier_entry, step_entry
from .portal_words import written
from .settings import PortalSection

FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=1)
MOST_SILENCES = 2
"""Dossiers in a row that get no answer, after which the portal counts as away."""

MOST_WAITS = 24
"""How often a telling may wait for an answer, at the very most: logins and repetitions included."""

CATCH_UP = timedelta(hours=1)
"""How often dossiers are looked for that a process without the portal has opened."""

NO_PAUSE = timedelta(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drained:
    """What a pass did. again_in: when the next one makes sense, where the portal has said so."""

    told: int = 0
    refused: int = 0
    silent: int = 0
    again_in: timedelta = NO_PAUSE


class PortalSync:
    """Pushes dossiers, each in the order of its steps; one that is refused holds no other.

    clock: the present moment.
    """

    def __init__(
        self,
        outbox: Outbox,
        portal: NationalPortal,
        settings: PortalSection,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._outbox = outbox
        self.portal = portal
        self._settings = settings
        self._clock = clock
        self._caught_up_at: datetime | None = None

    def drain(self) -> Drained:
        """Tell all that waits and may be told now, until the portal is found to be away."""
        told = refused = silent = 0
        while silent < MOST_SILENCES and (waiting := self._lease()):
            try:
                self._tell(waiting)
            except (Conflict, NotFound, BadAnswer) as refusal:
                self._put_off(waiting, str(refusal))
                refused += 1
            except (Unreachable, OutcomeUnknown):
                self._put_off(waiting, None)
                silent += 1
            except (RetryLater, BadConfiguration) as away:
                self._outbox.hand_back(waiting)
                again = away.delay if isinstance(away, RetryLater) else FIRST_PAUSE
                return Drained(told=told, refused=refused, silent=silent, again_in=again)
            else:
                told, silent = told + 1, 0
        again = FIRST_PAUSE if silent else NO_PAUSE
        return Drained(told=told, refused=refused, silent=silent, again_in=again)

    def run_once(self) -> int:
        """Drain what may be told now, dossiers from before there was a portal too; how many
        dossiers were told.
        """
        return self._turn().done

    def run(self, stop: Event, pause: float) -> int:
        """Drain until told to stop, with a look after each pause (seconds); how many were told."""
        return in_rounds(self._turn, stop, pause)

    def _turn(self) -> Turn:
        self._catch_up()
        drained = self.drain()
        return Turn(drained.told, drained.again_in.total_seconds())

    def backlog(self) -> Backlog:
        """What waits."""
        return self._outbox.backlog()

    def dossier(self, code: str) -> Mapping[str, Any]:
        """What the portal knows of a dossier. Raises NotFound."""
        return self.portal.dossier(code)

    def check(self) -> Check:
        """Whether the portal lets us in, and whether it learns in time of what happens."""
        reached = self.portal.check()
        if not reached.ok:
            return reached
        backlog = self._outbox.backlog()
        if backlog.stuck:
            return _stuck(backlog)
        return self._waiting(backlog)

    def close(self) -> None:
        self.portal.close()

    def _catch_up(self) -> None:
        """Now and then: what is written while the portal is set leaves its row by itself."""
        now = self._clock()
        if self._caught_up_at is None or now - self._caught_up_at >= CATCH_UP:
            while self._outbox.leave_what_was_before():
                pass
            self._caught_up_at = now

    def _tell(self, waiting: Waiting) -> None:
        """The dossier comes first where the portal does not know it, else last: it has the word on
        the status, and a step that came late does not undo it.
        """
        kind = self._settings.personal_id_kind
        entry = dossier_entry(waiting.dossier, personal_id_kind=kind)
        if not waiting.known:
            self.portal.tell_dossier(entry, known=False)
            self._outbox.note_known(waiting)
        if waiting.steps:
            self._tell_steps(waiting, entry)
            self._outbox.note_steps(waiting)
        if waiting.known:
            self.portal.tell_dossier(entry, known=True)
        self._outbox.settle(waiting)

    def _tell_steps(self, waiting: Waiting, entry: Entry) -> None:
        """The portal may have lost the dossier: then it gets it again."""
        steps = [step_entry(waiting.dossier, step) for step in waiting.steps]
        try:
            self.portal.tell_steps(steps)
        except NotFound:
            self.portal.tell_dossier(entry, known=False)
            self.portal.tell_steps(steps)

    def _put_off(self, waiting: Waiting, reason: str | None) -> None:
        pause = min(FIRST_PAUSE * 2 ** min(waiting.tries, 10), LONGEST_PAUSE)
        self._outbox.put_off(waiting, self._clock() + pause, reason)

    def _lease(self) -> Waiting | None:
        longest = timedelta(seconds=MOST_WAITS * self._settings.timeout)
        return self._outbox.lease(self._clock(), max(LEASE, longest))

    def _waiting(self, backlog: Backlog) -> Check:
        late = timedelta(minutes=self._settings.late_minutes)
        is_late = backlog.oldest is not None and self._clock() - backlog.oldest > late
        arguments = {"number": backlog.dossiers, "since": written(backlog.oldest) or "–"}
        key = "handlers.dossier.portal-late" if is_late else "handlers.dossier.portal-well"
        return Check(subject=SUBJECT, ok=not is_late, key=key, arguments=arguments)


def _stuck(backlog: Backlog) -> Check:
    code, reason = backlog.stuck[0]
    arguments = {
        "number": len(backlog.stuck),
        "waiting": backlog.dossiers,
        "code": code,
        "reason": reason,
    }
    key = "handlers.dossier.portal-stuck"
    return Check(subject=SUBJECT, ok=False, key=key, arguments=arguments)
