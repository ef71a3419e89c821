"""Whoever files online gets the result electronically or by post, on every way to the end.

A step hands over the result with the property `delivery`, or with a `dossier.attach-result` job
that says it. The counter may stay as a choice of the citizen's. A procedure whose facts publish no
result (`results = []`) hands over nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..acts import ND_42_2022, ND_224_2026, Basis
from ..choices import Choices
from ..marks import delivers_at_the_counter, delivery
from ..on_the_way import on_measured_ways
from ..remark import Remark, each_once, of_element
from ..rule import AS_DECLARED, Rule
from ..subject import Main, Subject
from ..ways import told, way


def check(subject: Subject) -> Iterator[Remark]:
    if subject.folder.facts is not None and not subject.facts.results:
        return
    for main in subject.mains:
        choices = Choices(main, delivers_at_the_counter)
        spots = on_measured_ways(main, delivers_at_the_counter, choices)
        yield from each_once(
            of_element(subject, each.frame, each.element, "counter") for each in spots
        )
        yield from _undelivered(main, choices)


def _undelivered(main: Main, choices: Choices) -> Iterator[Remark]:
    question = main.success(lambda frame, element: delivery(frame, element) is not None, choices)
    found = (way(frame, question) for frame in main.measured)
    spots = next((each for each in found if each), None)
    if spots:
        last = spots[-1]
        yield of_element(main.subject, last.frame, last.element, "missing", way=told(spots))


RULE = Rule(
    number="L7",
    name="result-delivery",
    check=check,
    bases=(Basis(act=ND_42_2022), Basis(act=ND_224_2026, article="Điều 14")),
    severity=AS_DECLARED,
)
