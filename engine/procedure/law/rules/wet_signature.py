"""No step on the way of an online dossier is signed by hand.

A step is with the property `signature = wet`; `signature = digital` says that a result or a form is
signed digitally (Decree 224/2026, article 15.1.e).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..acts import ND_42_2022, ND_224_2026, Basis
from ..marks import signs_by_hand
from ..on_the_way import marked
from ..remark import Remark
from ..rule import AS_DECLARED, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    yield from marked(subject, signs_by_hand)


RULE = Rule(
    number="L6",
    name="wet-signature",
    check=check,
    bases=(Basis(act=ND_42_2022), Basis(act=ND_224_2026, article="Điểm e khoản 1 Điều 15")),
    severity=AS_DECLARED,
)
