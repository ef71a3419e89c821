"""The national portal: its session, and the services of the dossier sync.

Each call is `POST {session, madonvi, service, …}`. All of them may be repeated: a dossier is sent
whole, and a step is sent to the letter as before.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Any

from ...engine.errors import BadConfiguration, Conflict, NotFound, ProcflowError
from ...engine.model.check import Check
from ..wire import Answer, Wire
from .portal_entry import Entry, code_of
from .portal_reply import Reply, Verdict
from .settings import PortalSection

SUBJECT = "dossier: national portal"


class NationalPortal:
    """Tells the portal of dossiers, and looks things up there. Safe for threads.

    now: seconds that never go back, for the age of the session.
    """

    def __init__(
        self,
        settings: PortalSection,
        wire: Wire,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._wire = wire
        self._now = now
        self._turn = Lock()
        self._session = ""
        self._begun = 0.0

    def tell_dossier(self, entry: Entry, *, known: bool) -> None:
        """Send a dossier as it stands. known: the portal is thought to have it; where it is not
        so, it is sent once more as what it is.

        Raises Conflict when the portal refuses it.
        """
        reply = self._sync(entry, known)
        if reply.verdict is (Verdict.UNKNOWN if known else Verdict.EXISTS):
            reply = self._sync(entry, not known)
        self._must_be_done(reply, code_of(entry))

    def tell_steps(self, entries: Sequence[Entry]) -> None:
        """Send steps of one dossier, by moment.

        Raises NotFound when the portal does not have the dossier, Conflict when it refuses them.
        """
        code = code_of(entries[0])
        reply = self._ask("CapNhatTienDoHoSoMC", data=list(entries))
        if reply.verdict is Verdict.UNKNOWN:
            raise NotFound.of("handlers.dossier.unknown", code=code)
        self._must_be_done(reply, code)

    def dossier(self, code: str) -> Mapping[str, Any]:
        """What the portal knows of a dossier (`TraCuuHoSo`). Raises NotFound."""
        found = self._look_up("TraCuuHoSo", mahoso=code)
        if not found:
            raise NotFound.of("handlers.dossier.unknown", code=code)
        return found[0]

    def procedures(self) -> Sequence[Mapping[str, Any]]:
        """The procedures the agency publishes (`LayDanhSachTTHC`)."""
        return self._look_up("LayDanhSachTTHC")

    def procedure(self, code: str) -> Mapping[str, Any]:
        """A procedure as published (`LayThuTuc`). Raises NotFound."""
        found = self._look_up("LayThuTuc", maTTHC=code)
        if not found:
            raise NotFound.of("handlers.dossier.unknown-procedure", code=code)
        return found[0]

    def agencies(self) -> Sequence[Mapping[str, Any]]:
        """All agencies (`LayDanhMucCoQuan`)."""
        return self._look_up("LayDanhMucCoQuan")

    def fields(self) -> Sequence[Mapping[str, Any]]:
        """All fields of administration (`LayDanhMucLinhVuc`)."""
        return self._look_up("LayDanhMucLinhVuc")

    def check(self) -> Check:
        """Whether the portal lets us in."""
        about = {"server": self._settings.address}
        try:
            self._renewed("")
        except ProcflowError as error:
            why = about | {"reason": error}
            key = "handlers.check.server-gone"
            return Check(subject=SUBJECT, ok=False, key=key, arguments=why)
        return Check(subject=SUBJECT, ok=True, key="handlers.check.server", arguments=about)

    def close(self) -> None:
        self._wire.close()

    def _sync(self, entry: Entry, known: bool) -> Reply:
        return self._ask("DongBoHoSoMC", isUpdating=str(known), data=[entry])

    def _look_up(self, service: str, **more: Any) -> Sequence[Mapping[str, Any]]:
        reply = self._ask(service, **more)
        if reply.verdict is Verdict.UNKNOWN:
            return ()
        if reply.verdict is not Verdict.DONE:
            raise Conflict.of(
                "handlers.dossier.portal-refused-service", service=service, reason=reply.reason
            )
        return reply.result

    def _ask(self, service: str, **more: Any) -> Reply:
        """Ask within a session; one that the portal has ended is renewed once."""
        session = self._current()
        reply = self._asked(session, service, more)
        if reply.verdict is Verdict.NO_SESSION:
            reply = self._asked(self._renewed(session), service, more)
        if reply.verdict is Verdict.NO_SESSION:
            raise BadConfiguration.of("handlers.dossier.portal-login", reason=reply.reason)
        return reply

    def _asked(self, session: str, service: str, more: Mapping[str, Any]) -> Reply:
        body = {"session": session, "madonvi": self._settings.agency, "service": service, **more}
        path = self._settings.service_path
        answer = self._wire.ask("POST", path, json=body, headers=self._headers(), repeatable=True)
        return self._reply(answer)

    def _current(self) -> str:
        with self._turn:
            age = self._now() - self._begun
            if self._session and age < self._settings.session_minutes * 60:
                return self._session
            stale = self._session
        return self._renewed(stale)

    def _renewed(self, stale: str) -> str:
        """A new session, unless somebody has renewed the stale one meanwhile."""
        with self._turn:
            if self._session in ("", stale):
                self._session, self._begun = self._logged_in(), self._now()
            return self._session

    def _logged_in(self) -> str:
        """Raises BadConfiguration when the portal does not know us."""
        settings = self._settings
        body = {"username": settings.user, "password": settings.password.reveal()}
        answer = self._wire.ask(
            "POST", settings.login_path, json=body, headers=self._headers(), repeatable=True
        )
        reply = self._reply(answer)
        if reply.verdict is not Verdict.DONE or not reply.session:
            raise BadConfiguration.of("handlers.dossier.portal-login", reason=reply.reason)
        return reply.session

    def _headers(self) -> dict[str, str]:
        route = self._settings.route
        return {"dstcode": route} if route else {}

    def _reply(self, answer: Answer) -> Reply:
        settings = self._settings
        return Reply.read(
            answer, exists=settings.exists_codes, no_session=settings.no_session_codes
        )

    def _must_be_done(self, reply: Reply, code: str) -> None:
        if reply.verdict is not Verdict.DONE:
            raise Conflict.of("handlers.dossier.portal-refused", code=code, reason=reply.reason)
