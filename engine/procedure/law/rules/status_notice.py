"""Whenever a dossier comes to rest, the citizen has been told the status it has.

Every change of the status is told at once (Decree 224/2026, article 15.1.g). A status changes where
an element says so (`dossier.status`) or where a `dossier.set-status` job sets it; a `notify.send`
job tells it, in the drawing or in a process it calls. Held against it is every place at which the
dossier waits for a person, a message or time, and every end. Notices to an agency that is asked for
an opinion do not count. Who files at the counter knows the first status.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..acts import ND_224_2026, TT_32_2017, Basis
from ..known import UNKNOWN
from ..remark import Remark, each_once, of_element
from ..rule import Rule
from ..subject import Main, Subject, channel
from ..telling import Heard, Silence, silences

AT_THE_COUNTER = Heard(status=1)


def check(subject: Subject) -> Iterator[Remark]:
    for main in subject.mains:
        yield from each_once(_remark(main, each) for each in _silences(main))


def _silences(main: Main) -> Iterator[Silence]:
    for start, frame in zip(main.starts, main.frames, strict=True):
        online = channel(start) in (None, "online")
        yield from silences(frame, Heard() if online else AT_THE_COUNTER)


def _remark(main: Main, silence: Silence) -> Remark:
    spot, status = silence.spot, silence.status
    case = "unknown" if status is UNKNOWN else ""
    given = {} if status is UNKNOWN else {"status": status}
    return of_element(main.subject, spot.frame, spot.element, case, **given)


RULE = Rule(
    number="L10",
    name="status-notice",
    check=check,
    bases=(
        Basis(act=TT_32_2017),
        Basis(act=ND_224_2026, article="Điểm g khoản 1 Điều 15"),
    ),
)
