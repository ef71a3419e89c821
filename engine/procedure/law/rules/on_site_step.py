"""No step on the way of an online dossier is an inspection on site.

A step is one with the property `onSite = true`. Where the law itself asks for an inspection, the
service is *một phần*, for reason 2 of article 14 of Decree 224/2026, which has to be published.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..acts import ND_42_2022, ND_224_2026, Basis
from ..marks import is_on_site
from ..on_the_way import marked
from ..remark import Remark
from ..rule import AS_DECLARED, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    yield from marked(subject, is_on_site)


RULE = Rule(
    number="L2",
    name="on-site-step",
    check=check,
    bases=(Basis(act=ND_42_2022), Basis(act=ND_224_2026, article="Điều 14")),
    severity=AS_DECLARED,
)
