"""Raises a procedure: lack by lack, from the lowest rung up, each by an edit of its drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from ...bpmn.difference import Change, ChangeKind, Thing, compare
from ...bpmn.layout import laid_out
from ...bpmn.layout.whole import lay_out
from ...bpmn.model import Drawing
from ..facts import ServiceLevel
from ..folder import ProcedureFolder
from ..law.library import Find
from ..level.level import Lack, Level
from ..level.scale import TOP
from .doubts import Doubt, doubts_of
from .draft import Draft
from .outcome import Done, Kept, Left, Raised
from .site import Site
from .table import OF_NEW_STEPS, RAISES
from .toml_text import with_values

MOST = 100
"""Lacks that are raised at most; each is tried once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raising:
    """files: those that are new or changed, by name. before and after: the measured levels.

    doubts: what keeps it from being declared *toàn trình* until somebody has looked.
    """

    files: Mapping[str, bytes]
    raised: tuple[Raised, ...]
    kept: tuple[Kept, ...]
    before: Level
    after: Level
    folder: ProcedureFolder
    doubts: tuple[Doubt, ...] = ()


def raise_level(folder: ProcedureFolder, day: date, find: Find, *, to: int = TOP) -> Raising:
    """The folder raised as far as the law and the drawing allow, at most to a rung.

    Nothing is written: what is to be written is in `files`. find: the processes of other folders.
    """
    draft = Draft(folder, find, day)
    before = draft.level()
    _give_pictures(draft)
    raised, left = _raised(draft, to, _ids(folder))
    _tidy(draft, folder)
    reached = draft.level()
    doubts = _doubts(draft, reached)
    _declare(draft, reached, doubts)
    after = draft.level()
    kept = [
        Kept(lack, left.get(_key(lack)) or _why(lack))
        for lack in _lacks(after)
        if lack.criterion.rung <= to
    ]
    return Raising(
        files={
            name: content
            for name, content in draft.folder.files.items()
            if folder.files.get(name) != content
        },
        raised=tuple(raised),
        kept=tuple(kept),
        before=before,
        after=after,
        folder=draft.folder,
        doubts=doubts,
    )


def _doubts(draft: Draft, level: Level) -> tuple[Doubt, ...]:
    """Only where the drawing is one of a *toàn trình* service: else nobody will declare that."""
    return doubts_of(draft.facts, level.reasons) if level.service is ServiceLevel.FULL else ()


def _ids(folder: ProcedureFolder) -> frozenset[str]:
    """Everything that is drawn already."""
    return frozenset(name for drawing in folder.drawings for name in drawing.ids)


def _raised(
    draft: Draft, to: int, drawn: Set[str]
) -> tuple[list[Raised], dict[tuple[str, ...], Left]]:
    """Try each lack once; what is drawn for one may do for others, or show new ones."""
    raised: list[Raised] = []
    left: dict[tuple[str, ...], Left] = {}
    while len(raised) < MOST:
        tried = {*left, *(_key(each.lack) for each in raised)}
        lack = min(_open(draft, to, drawn, tried), key=_order, default=None)
        if lack is None:
            break
        outcome = RAISES[lack.finding.rule](draft, lack)
        if isinstance(outcome, Done):
            raised.append(Raised(lack, outcome))
        else:
            left[_key(lack)] = outcome
    return raised, left


def _open(draft: Draft, to: int, drawn: Set[str], tried: Set[tuple[str, ...]]) -> Iterator[Lack]:
    """The lacks that can be raised and were not tried yet."""
    for lack in _lacks(draft.level()):
        is_wanted = lack.criterion.rung <= to and lack.finding.rule in RAISES
        if is_wanted and _is_apt(draft, drawn, lack) and _key(lack) not in tried:
            yield lack


def _lacks(level: Level) -> tuple[Lack, ...]:
    """What the level lacks, and what is advised besides."""
    return *level.lacks, *level.advised


def _is_apt(draft: Draft, drawn: Set[str], lack: Lack) -> bool:
    """Whether it is about what people wrote, or of those rules that new steps are held to."""
    finding = lack.finding
    return (
        finding.element in drawn or finding.rule in OF_NEW_STEPS or finding.file == draft.facts.file
    )


def _order(lack: Lack) -> tuple[int, int]:
    return lack.criterion.rung, list(RAISES).index(lack.finding.rule)


def _give_pictures(draft: Draft) -> None:
    """Lay out what has no picture, so that there is ground to draw on."""
    for drawing in draft.folder.drawings:
        if laid_out(drawing) is not drawing:
            _lay_out(draft, drawing)


def _tidy(draft: Draft, before: ProcedureFolder) -> None:
    """Draw what is new or leads elsewhere, now that everything is there."""
    old = {drawing.file: drawing for drawing in before.drawings}
    for drawing in draft.folder.drawings:
        if laid_out(old[drawing.file]) is not old[drawing.file]:
            _lay_out(draft, drawing)
        else:
            _tidy_drawing(draft, old[drawing.file], drawing)


def _lay_out(draft: Draft, drawing: Drawing) -> None:
    """A drawing that had no picture gets one as a whole."""
    pencil = draft.pencil(drawing.file)
    pencil.draw_all(lay_out(drawing))
    draft.keep(drawing.file, pencil)


def _tidy_drawing(draft: Draft, old: Drawing, new: Drawing) -> None:
    fresh = {change.id for change in compare(old, new).changes if _is_fresh(change)}
    for process in new.executable if fresh else ():
        site = Site(draft, new.file, process)
        site.ground.tidy(fresh & {*process.elements, *process.flows})
        site.close()


def _is_fresh(change: Change) -> bool:
    if change.thing not in (Thing.ELEMENT, Thing.FLOW):
        return False
    turned = any(each.aspect in ("source", "target") for each in change.differences)
    return change.kind is ChangeKind.ADDED or turned


def _key(lack: Lack) -> tuple[str, ...]:
    finding = lack.finding
    return finding.rule, finding.key, finding.file, finding.element or ""


def _why(lack: Lack) -> Left:
    """Why nothing raises a lack: the law asks for it, or only people know what to write."""
    if lack.reason is not None:
        return Left("law")
    return Left("undone") if lack.finding.rule in RAISES else Left("by-hand")


def _declare(draft: Draft, level: Level, doubts: Sequence[Doubt]) -> None:
    """Let the facts declare what the drawing reaches, with the reason to publish."""
    declared = draft.facts.level
    if level.scale.has_four or level.service is None or draft.folder.facts is None:
        return
    if level.service is ServiceLevel.FULL:
        if not doubts and (declared is None or declared.declared is not ServiceLevel.FULL):
            told = {"declared": "full", "reason": None, "law": None}
            draft.edit_facts(lambda text: with_values(text, "level", told))
        return
    reason = next(iter(level.reasons), None)
    says_why = declared is not None and declared.reason is not None and bool(declared.law)
    if reason is not None and not says_why:
        partial = {"declared": "partial", "reason": reason.value, "law": _law(level)}
        draft.edit_facts(lambda text: with_values(text, "level", partial))


def _law(level: Level) -> str:
    """The article that asks for what cannot be raised."""
    bases = (lack.basis for lack in level.lacks if lack.reason is not None)
    return next((basis.cited("vi") for basis in bases if basis), "")
