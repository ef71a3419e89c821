"""What holds a procedure's level back, laid over its drawing."""

from __future__ import annotations

from pathlib import Path

from ..engine.bpmn.picture import Badge, Overlay, Tone
from ..engine.messages import message
from ..engine.procedure.level.level import Lack, Level
from ..engine.procedure.level.measure import measure
from .desk import Desk
from .folders import read
from .ladder import advice
from .lenders import lenders


def level_overlay(desk: Desk, file: Path) -> Overlay:
    """The elements that lack something, each with what to do; the drawing's folder is measured."""
    folder = file.parent
    level = measure(read(folder), desk.clock().date(), lenders(desk, [folder]).find)
    lacks = _by_element(level, file.name)
    return Overlay(
        tones={element: _tone(each) for element, each in lacks.items()},
        badges={element: (_badge(desk, _tone(each), each),) for element, each in lacks.items()},
        legend=tuple(
            (tone, message(f"drawings.legend.{name}", desk.language))
            for tone, name in ((Tone.BAD, "level"), (Tone.WARNING, "level-law"))
            if any(_tone(each) is tone for each in lacks.values())
        ),
    )


def _by_element(level: Level, file: str) -> dict[str, list[Lack]]:
    found: dict[str, list[Lack]] = {}
    for lack in level.lacks:
        finding = lack.finding
        if finding.element is not None and Path(finding.file).name == file:
            found.setdefault(finding.element, []).append(lack)
    return found


def _tone(lacks: list[Lack]) -> Tone:
    """Whether it can be raised, or the law may keep it so."""
    return Tone.WARNING if all(lack.reason for lack in lacks) else Tone.BAD


def _badge(desk: Desk, tone: Tone, lacks: list[Lack]) -> Badge:
    told = (
        f"{each.finding.sentence(desk.language)} {advice(each, desk.language)}" for each in lacks
    )
    return Badge(str(lacks[0].criterion.rung), tone, "\n".join(told))
