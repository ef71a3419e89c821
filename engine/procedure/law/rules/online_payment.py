"""Whoever files online and owes a fee can pay it online, on every way to the result.

A step collects online with `payment = online` (a call must then reach a `payment.request`) and at
the counter with `payment = counter`. A way without payment is lawful where the drawing proves that
nothing is owed: its condition says that the amount is zero, or that the case of the published fee
does not hold, or every amount that the scripts and decisions can give is zero. The counter may stay
as a choice of the citizen's (see [level](../level.md)).
"""

from __future__ import annotations

from collections.abc import Iterator

from ....bpmn.model import SequenceFlow
from ..acts import ND_42_2022, ND_43_2011, ND_224_2026, Basis
from ..choices import Choices
from ..fees import Fees
from ..frames import Frame
from ..marks import pays, pays_at_the_counter
from ..remark import Remark, each_once, of_element
from ..rule import AS_DECLARED, Rule
from ..subject import Main, Subject
from ..ways import Spot, on_ways, told, way


def check(subject: Subject) -> Iterator[Remark]:
    for main in subject.mains:
        yield from each_once(each for frame in main.measured for each in _of_frame(main, frame))


def _of_frame(main: Main, frame: Frame) -> Iterator[Remark]:
    fees = Fees(main, frame)
    if not fees.are_owed:
        return
    choices = Choices(main, pays_at_the_counter)

    def is_shut(inside: Frame, flow: SequenceFlow) -> bool:
        return choices(inside, flow) or fees.are_none_on(inside, flow)

    for spot in on_ways(frame, main.success(shut=is_shut)):
        if pays_at_the_counter(spot.frame, spot.element):
            yield of_element(main.subject, spot.frame, spot.element, "counter")
    unpaid = way(frame, main.success(pays, is_shut))
    if unpaid is not None:
        yield _unpaid(main, unpaid)


def _unpaid(main: Main, unpaid: list[Spot]) -> Remark:
    last = unpaid[-1]
    return of_element(main.subject, last.frame, last.element, "missing", way=told(unpaid))


RULE = Rule(
    number="L5",
    name="online-payment",
    check=check,
    bases=(
        Basis(act=ND_43_2011, article="Khoản 4 Điều 3"),
        Basis(act=ND_42_2022),
        Basis(act=ND_224_2026, article="Điểm đ khoản 1 Điều 15"),
    ),
    severity=AS_DECLARED,
)
