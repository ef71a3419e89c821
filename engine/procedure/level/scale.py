"""Which law names the levels of online services on a day.

The four levels of Decree 43/2011 ended on 14 August 2022; figures of the years before are still
given in them, so later levels are converted: what is *toàn trình* is level 4. Since then there are
two levels, *một phần* and *toàn trình* (Decree 42/2022; since 1 July 2026 Decree 224/2026).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...errors import BadInput
from ..law.acts import ND_42_2022, ND_43_2011, ND_224_2026, Act

TOP = 4
ONLINE = 3
"""The lowest rung at which a dossier is filed online."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """act: the one that names the levels. has_four: whether they are the four of Decree 43/2011."""

    act: Act
    has_four: bool = False


SCALES = (
    Scale(act=ND_43_2011, has_four=True),
    Scale(act=ND_42_2022),
    Scale(act=ND_224_2026),
)


def scale_on(day: date) -> Scale:
    """The scale of a day. Raises BadInput for a day before there was one."""
    found = next((scale for scale in SCALES if scale.act.in_force(day)), None)
    if found is None:
        raise BadInput.of("level.no-scale", day=day, first=ND_43_2011.from_)
    return found
