"""procflow's own properties (design §5) have the values they are defined for.

`zeebe:properties` with other names are documentation; one that is nearly ours is probably misspelt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..nearest import nearest
from ..property_names import CLOSE, PROPERTIES
from ..rule import Place, Remark, Rule, remark
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    for process in subject.processes:
        yield from _checked(process, process.properties)
    for _, element in subject.elements():
        yield from _checked(element, element.properties)


def _checked(place: Place, properties: Mapping[str, str]) -> Iterator[Remark]:
    for name, value in properties.items():
        fits = PROPERTIES.get(name)
        if fits is None:
            near = nearest(name, PROPERTIES, CLOSE)
            if near:
                yield remark(place, "near", severity="warning", name=name, near=near)
        elif not fits(value):
            yield remark(place, name=name, value=value)


RULE = Rule("property-value", check)
