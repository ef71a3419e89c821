"""A citizen can file online, with an interactive e-form.

A process that carries the procedure out has a start event with `channel = online` and a form that
asks for something. A start event in the citizen's lane says its channel; other channels (the
counter, the post) may have start events beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....bpmn.model import Element, Kind
from ...facts import LaneKind
from ..acts import ND_42_2022, ND_43_2011, ND_224_2026, TT_32_2017, Basis
from ..frames import Frame
from ..marks import lane_kind
from ..remark import Remark, of_element, of_fact, of_place
from ..rule import AS_DECLARED, Rule
from ..subject import Main, Subject, channel


def check(subject: Subject) -> Iterator[Remark]:
    if not subject.mains:
        yield of_fact(subject, ("code",), "no-drawing")
    for main in subject.mains:
        if not main.online:
            yield of_place(main.drawn.file, main.drawn.process, "none")
        for start, frame in zip(main.starts, main.frames, strict=True):
            yield from _of_start(main, frame, start)


def _of_start(main: Main, frame: Frame, start: Element) -> Iterator[Remark]:
    subject = main.subject
    if channel(start) == "online":
        form = subject.folder.forms.get(start.form_id or "")
        if not start.form_id:
            yield of_element(subject, frame, start, "form")
        elif form is None or not form.fields:
            yield of_element(subject, frame, start, "no-fields", form=start.form_id)
    elif channel(start) is None and _is_citizens(frame, start):
        yield of_element(subject, frame, start, "channel")


def _is_citizens(frame: Frame, start: Element) -> bool:
    return start.kind is Kind.START_EVENT and lane_kind(frame, start) is LaneKind.CITIZEN


RULE = Rule(
    number="L3",
    name="online-start",
    check=check,
    bases=(
        Basis(act=ND_43_2011, article="Khoản 4 Điều 3"),
        Basis(act=TT_32_2017, article="Khoản 3 Điều 5"),
        Basis(act=ND_42_2022),
        Basis(act=ND_224_2026, article="Điểm c khoản 1 Điều 15"),
    ),
    severity=AS_DECLARED,
)
