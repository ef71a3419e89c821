"""A service declared *một phần* publishes one of the four reasons, and the drawing bears it out.

The reasons are presence, on-site inspection, a failure, another technical problem (Decree 224/2026,
article 14), with the law that asks for it; the reading of `procedure.toml` refuses a service
without them. Here the reason is held against what is drawn: presence and inspection show in the
drawing or in the components; failures and technical problems do not, and are believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...facts import Reason, ServiceLevel
from ..acts import ND_224_2026, Basis
from ..remark import Remark, of_fact
from ..rule import Rule
from ..subject import Subject
from . import on_site_step, original_required, presence_required

SHOWN_BY: dict[Reason, tuple[Rule, ...]] = {
    Reason.PRESENCE: (presence_required.RULE, original_required.RULE),
    Reason.ON_SITE: (on_site_step.RULE,),
}


def check(subject: Subject) -> Iterator[Remark]:
    level = subject.facts.level
    if level is None or level.declared is ServiceLevel.FULL or level.reason is None:
        return
    if not _is_shown(subject, SHOWN_BY.get(level.reason)):
        yield of_fact(subject, ("level", "reason"), reason=level.reason.value)


def _is_shown(subject: Subject, rules: Iterable[Rule] | None) -> bool:
    return rules is None or any(any(rule.check(subject)) for rule in rules)


RULE = Rule(
    number="L8",
    name="partial-reason",
    check=check,
    bases=(Basis(act=ND_224_2026, article="Điều 14"),),
    severity="warning",
)
