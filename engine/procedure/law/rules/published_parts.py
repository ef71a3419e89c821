"""Every mandatory part is published, and what is drawn is what is published.

The reading of `procedure.toml` names the parts that are missing (Decree 63/2010, article 8.2). Here
the drawing is held against them: each channel of a start event is a published manner, each fee that
is collected is a published one, each published fee is collected, each e-form a citizen files is
published as a form or a part of the dossier, and a handed-over result is a published one.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...facts import Channel
from ..acts import ND_63_2010, Basis
from ..marks import delivery, pays
from ..remark import Remark, of_element, of_fact
from ..rule import Rule
from ..subject import Main, Subject, channel


def check(subject: Subject) -> Iterator[Remark]:
    if subject.folder.facts is None:
        return
    for main in subject.mains:
        yield from _of_starts(main)
        yield from _of_fees(main)
        yield from _of_results(main)


def _of_starts(main: Main) -> Iterator[Remark]:
    facts = main.subject.facts
    manners = {manner.channel.value for manner in facts.manners}
    forms = {each.form for each in facts.forms} | {each.form for each in facts.components}
    for start, frame in zip(main.starts, main.frames, strict=True):
        drawn = channel(start)
        if drawn in set(Channel) and manners and drawn not in manners:
            yield of_element(main.subject, frame, start, "manner", channel=drawn)
        if drawn == "online" and start.form_id and start.form_id not in forms:
            yield of_element(main.subject, frame, start, "form", form=start.form_id)


def _of_fees(main: Main) -> Iterator[Remark]:
    subject = main.subject
    owed = [fee for fee in subject.facts.fees if fee.amount != 0]
    steps = [(frame, each) for frame, each in main.everything() if pays(frame, each)]
    if owed and not steps:
        yield of_fact(
            subject, ("fees", subject.facts.fees.index(owed[0])), "fee", name=owed[0].name
        )
    if steps and not subject.facts.fees:
        frame, step = steps[0]
        yield of_element(subject, frame, step, "no-fee")


def _of_results(main: Main) -> Iterator[Remark]:
    subject = main.subject
    found = ((frame, each) for frame, each in main.everything() if delivery(frame, each))
    first = next(found, None)
    if first is not None and not subject.facts.results:
        yield of_element(subject, *first, "result")


RULE = Rule(
    number="L11",
    name="published-parts",
    check=check,
    bases=(Basis(act=ND_63_2010, article="Khoản 2 Điều 8"),),
)
