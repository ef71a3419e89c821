"""No step on the way of an online dossier asks the citizen to come in person.

A step asks for it with the property `presence = required`. Where the law itself asks for presence,
the service is *một phần*, for reason 1 of article 14 of Decree 224/2026, which has to be published.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..acts import ND_42_2022, ND_224_2026, Basis
from ..marks import needs_presence
from ..on_the_way import marked
from ..remark import Remark
from ..rule import AS_DECLARED, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    yield from marked(subject, needs_presence)


RULE = Rule(
    number="L1",
    name="presence-required",
    check=check,
    bases=(Basis(act=ND_42_2022), Basis(act=ND_224_2026, article="Điều 14")),
    severity=AS_DECLARED,
)
