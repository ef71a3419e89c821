"""A procedure answered at once needs no receipt, but its dossiers are recorded all the same.

That is a procedure with a deadline of the same day. On every way to its end the dossier is opened
(`dossier.open`); a receipt (`paper = receipt`) may be left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...facts import Unit
from ..acts import one_stop
from ..marks import issues, opens_dossier
from ..remark import Remark, each_once, of_element, of_place
from ..rule import Rule
from ..subject import Main, Subject
from ..ways import told, way

is_receipt = issues("receipt")


def check(subject: Subject) -> Iterator[Remark]:
    deadline = subject.facts.deadline
    if deadline is None or deadline.unit is not Unit.SAME_DAY:
        return
    for main in subject.mains:
        yield from _unrecorded(main)
        receipts = ((frame, each) for frame, each in main.everything() if is_receipt(frame, each))
        yield from each_once(of_element(subject, *each, "receipt") for each in receipts)


def _unrecorded(main: Main) -> Iterator[Remark]:
    found = (way(frame, main.success(opens_dossier)) for frame in main.frames)
    if spots := next((each for each in found if each), None):
        yield of_place(main.drawn.file, main.drawn.process, "unrecorded", way=told(spots))


RULE = Rule(
    number="P14",
    name="immediate-return",
    check=check,
    bases=one_stop("Khoản 4 Điều 17"),
    severity="advice",
)
