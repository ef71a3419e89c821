"""What differs between drawings, for people, for programs and laid over a picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..engine.bpmn.difference import Change, ChangeKind, Comparison, Difference, Thing
from ..engine.bpmn.model import Drawing
from ..engine.bpmn.picture import Badge, Overlay, Tone
from ..engine.bpmn.picture.palette import PAINTS
from ..engine.messages import Language, message
from .answer import Block, Line, Table

TONES = {
    ChangeKind.ADDED: Tone.ADDED,
    ChangeKind.REMOVED: Tone.REMOVED,
    ChangeKind.CHANGED: Tone.CHANGED,
    ChangeKind.MOVED: Tone.MOVED,
}
ROW_TONES = {
    ChangeKind.ADDED: "good",
    ChangeKind.REMOVED: "bad",
    ChangeKind.CHANGED: "warning",
    ChangeKind.MOVED: "quiet",
}
FRAMES = frozenset({Thing.POOL, Thing.LANE})
LONGEST = 90


def comparison_blocks(comparison: Comparison, language: Language) -> list[Block]:
    """A row for each change, or the sentence that there is none."""
    if not comparison:
        return [Line(message("drawings.diff.none", language), "good")]
    names = ("kind", "thing", "label", "what")
    headings = [message(f"drawings.diff.{name}", language) for name in names]
    rows = [_row(change, language) for change in comparison.changes]
    tones = [ROW_TONES[change.kind] for change in comparison.changes]
    return [Table(headings, rows, tones), Line(summary(comparison, language), "strong")]


def summary(comparison: Comparison, language: Language) -> str:
    counts = {
        kind.value: sum(change.kind is kind for change in comparison.changes) for kind in ChangeKind
    }
    return message("drawings.diff.summary", language, **counts)


def comparison_value(comparison: Comparison) -> list[dict[str, Any]]:
    return [
        {
            "kind": change.kind.value,
            "thing": change.thing.value,
            "id": change.id,
            "label": change.label,
            **({"was": change.was} if change.was else {}),
            "differences": [_difference_value(each) for each in change.differences],
        }
        for change in comparison.changes
    ]


def comparison_overlay(comparison: Comparison, old: Drawing, language: Language) -> Overlay:
    """Colours and signs for what changed; what is gone is shown where it stood."""
    shown = [change for change in comparison.changes if _is_shown(change)]
    kinds = dict.fromkeys(change.kind for change in shown)
    return Overlay(
        tones={change.id: TONES[change.kind] for change in shown},
        badges={
            change.id: (_badge(change, language),)
            for change in shown
            if change.thing is Thing.ELEMENT
        },
        ghosts=old,
        gone=comparison.ids(ChangeKind.REMOVED),
        legend=tuple(
            (TONES[kind], message(f"drawings.legend.{kind.value}", language))
            for kind in ChangeKind
            if kind in kinds
        ),
    )


def _is_shown(change: Change) -> bool:
    """A pool that only grew is not coloured: its surface lies under everything."""
    return not (change.thing in FRAMES and change.kind is ChangeKind.MOVED)


def _badge(change: Change, language: Language) -> Badge:
    tone = TONES[change.kind]
    return Badge(PAINTS[tone].sign, tone, "\n".join(_told(change, language)))


def _row(change: Change, language: Language) -> tuple[str, str, str, str]:
    named = f"{change.label} ({change.id})" if change.label != change.id else change.id
    return (
        message(f"drawings.kind.{change.kind.value}", language),
        message(f"drawings.thing.{change.thing.value}", language),
        named,
        "; ".join(_told(change, language)),
    )


def _told(change: Change, language: Language) -> Iterator[str]:
    if change.was:
        yield message("drawings.difference.was", language, before=change.was)
    for each in change.differences:
        yield _difference(each, language)


def _difference(each: Difference, language: Language) -> str:
    aspect = message(f"drawings.aspect.{each.aspect}", language)
    named = f"{aspect} {each.of}" if each.of else aspect
    case = "gained" if each.before is None else "lost" if each.after is None else "changed"
    return message(
        f"drawings.difference.{case}",
        language,
        aspect=named,
        before=_short(each.before),
        after=_short(each.after),
    )


def _short(text: str | None) -> str:
    one_line = " ".join((text or "").split())
    return one_line if len(one_line) <= LONGEST else one_line[: LONGEST - 1] + "…"


def _difference_value(each: Difference) -> dict[str, Any]:
    named = {"of": each.of} if each.of else {}
    return {"aspect": each.aspect, **named, "before": each.before, "after": each.after}
