"""A dossier filed online is opened in the dossier store, on every way to the result.

Level 3 keeps the dossier electronically; that is the job `dossier.open`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..acts import ND_42_2022, ND_43_2011, ND_224_2026, Basis
from ..marks import opens_dossier
from ..remark import Remark, of_element
from ..rule import AS_DECLARED, Rule
from ..subject import Subject
from ..ways import told, way


def check(subject: Subject) -> Iterator[Remark]:
    for main in subject.mains:
        for frame in main.online:
            spots = way(frame, main.success(opens_dossier))
            if spots:
                yield of_element(subject, spots[0].frame, spots[0].element, way=told(spots))


RULE = Rule(
    number="M3",
    name="electronic-dossier",
    check=check,
    bases=(
        Basis(act=ND_43_2011, article="Khoản 4 Điều 3"),
        Basis(act=ND_42_2022),
        Basis(act=ND_224_2026, article="Khoản 1 Điều 15"),
    ),
    severity=AS_DECLARED,
)
