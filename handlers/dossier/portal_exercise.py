"""What everything that knows the dossiers of the national portal must do.

for step in REGISTER_EXERCISE:
    step(Portal(register, dossiers, tell))
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ...engine.errors import NotFound
from ..expectations import expect, expect_refusal
from .dossier import StatusChange
from .exercise import DAY, HOUR, MORNING, application
from .papers import PaperKind
from .port import Dossiers
from .portal_handlers import NationalRegister


@dataclass(frozen=True, slots=True)
class Portal:
    """A register, and the dossiers it knows. tell: lets it know what was written."""

    register: NationalRegister
    dossiers: Dossiers
    tell: Callable[[], object]


def knows_what_was_told(portal: Portal) -> None:
    code = portal.dossiers.open(application("H56.90"), key="known:1", now=MORNING).code
    portal.dossiers.set_status(code, StatusChange(status=1, at=MORNING), key="known:2")
    portal.tell()
    found = portal.register.dossier(code)
    expect("the code and the status", (found["MaHoSo"], found["TrangThaiHoSo"]), (code, "1"))
    expect("the procedure", found["MaTTHC"], "1.001612")


def knows_the_newest(portal: Portal) -> None:
    code = portal.dossiers.open(application("H56.91"), key="new:1", now=MORNING).code
    portal.tell()
    due, at = MORNING + 3 * DAY, MORNING + HOUR
    portal.dossiers.issue_paper(code, PaperKind.RECEIPT, key="new:2", now=at, due=due)
    portal.dossiers.set_status(code, StatusChange(status=2, at=at), key="new:3")
    portal.tell()
    found = portal.register.dossier(code)
    told = (found["TrangThaiHoSo"], found["NgayHenTra"])
    expect("the status and the promised day", told, ("2", "20260305080000"))


def knows_no_other(portal: Portal) -> None:
    expect_refusal(NotFound, partial(portal.register.dossier, "H56.92-260302-9999"))


def tells_that_it_is_well(portal: Portal) -> None:
    expect("the check", portal.register.check().ok, True)


REGISTER_EXERCISE: tuple[Callable[[Portal], None], ...] = (
    knows_what_was_told,
    knows_the_newest,
    knows_no_other,
    tells_that_it_is_well,
)
