"""A service is not declared *một phần* when nothing in it keeps it from being *toàn trình*.

Rules L1 to L7 find nothing: then Decree 224/2026, article 14, asks for *toàn trình*. A failure or a
technical problem that is given as the reason is not seen in a drawing, and is believed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...facts import Reason, ServiceLevel
from ..acts import ND_224_2026, Basis
from ..remark import Remark, of_fact
from ..rule import Rule
from ..subject import Subject
from . import (
    on_site_step,
    online_payment,
    online_start,
    original_required,
    presence_required,
    result_delivery,
    wet_signature,
)

HINDRANCES = (
    presence_required.RULE,
    on_site_step.RULE,
    online_start.RULE,
    original_required.RULE,
    online_payment.RULE,
    wet_signature.RULE,
    result_delivery.RULE,
)
UNSEEN = frozenset({Reason.FAILURE, Reason.TECHNICAL})


def check(subject: Subject) -> Iterator[Remark]:
    level = subject.facts.level
    if level is None or level.declared is ServiceLevel.FULL or level.reason in UNSEEN:
        return
    if not any(any(rule.check(subject)) for rule in HINDRANCES):
        yield of_fact(subject, ("level", "declared"))


RULE = Rule(
    number="L9",
    name="partial-needlessly",
    check=check,
    bases=(Basis(act=ND_224_2026, article="Điều 14"),),
    severity="warning",
)
