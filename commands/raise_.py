"""`procflow raise`: the drawing with the steps that the next level asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from ..engine.bpmn.difference import Comparison, compare
from ..engine.bpmn.layout import laid_out
from ..engine.bpmn.model import Drawing
from ..engine.bpmn.picture import draw_picture
from ..engine.errors import Finding
from ..engine.messages import Language, message
from ..engine.model.actor import Actor
from ..engine.procedure.folder import ProcedureFolder
from ..engine.procedure.level.level import Level
from ..engine.procedure.raising.raising import Raising, raise_level
from .answer import FINDINGS, FINE, Answer, Block, Line
from .base import argument, command, option
from .comparison import comparison_blocks, comparison_overlay, comparison_value
from .composition import build_rehearsal
from .desk import Desk
from .findings import finding_value, findings_answer
from .folders import read
from .ladder import reason_text, standing
from .lenders import lenders
from .lint import checked, located
from .parameters import Day
from .trial import Trial, tried
from .words import shown

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@command("raise")
@argument("procedure", type=FOLDER)
@option("--to", type=click.IntRange(1, 4), default=4, metavar="LEVEL", show_default=True)
@option("--as-of", "day", metavar="DATE", type=Day())
@option("--dry-run", is_flag=True)
@option("-o", "--out", type=click.Path(file_okay=False, path_type=Path))
@option("--picture", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@option("--no-features", "untried", is_flag=True)
@option("--force", is_flag=True, help="command.option.raise-force")
@option("--deploy", is_flag=True)
@option("--migrate", is_flag=True)
@option("--as", "person", metavar="WHO")
def raise_(
    desk: Desk,
    procedure: Path,
    to: int,
    day: date | None,
    dry_run: bool,
    out: Path | None,
    picture: Path | None,
    untried: bool,
    force: bool,
    deploy: bool,
    migrate: bool,
    person: str | None,
) -> Answer:
    if migrate and not deploy:
        raise click.UsageError(message("raising.told.migrate-alone", desk.language))
    before = read(procedure)
    lent = lenders(desk, [procedure])
    raising = raise_level(before, day or desk.clock().date(), lent.find, to=to)
    called = lent.of(raising.folder)
    found = _linted(desk, raising.folder, called)
    comparison = _comparison(before, raising.folder)
    if picture is not None:
        _draw(before, raising.folder, comparison, picture, desk.language)
    is_faulty = any(finding.severity == "error" for finding in found)
    old = _all_files(procedure)
    trial = _tried(procedure, old, raising, called, left_out=untried or is_faulty)
    verdict = _verdict(dry_run=dry_run, is_faulty=is_faulty, holds=trial.holds or force)
    home = out or procedure
    moved: list[_Moved] = []
    if verdict == WRITTEN:
        # In place only what is new or changed; elsewhere the whole folder.
        written = raising.files if out is None else {**old, **raising.files}
        _write(home, written)
        verdict = WRITTEN if written else UNCHANGED
        if deploy:
            verdict = DEPLOYED
            moved = _deployed(desk, raising.folder, (*called, home), person, migrate=migrate)
    told = _Told(desk.language, home, raising, comparison)
    blocks = [
        *told.blocks(found),
        *(trial.told(desk.language) if raising.files and not is_faulty else ()),
        told.line(verdict, TONES[verdict], folder=shown(home)),
        *(told.line("migrated", free=each.free, held=each.held) for each in moved),
        *([told.line("picture", "quiet", file=shown(picture))] if picture else []),
    ]
    value = told.value(found, trial, verdict)
    return Answer(value, blocks, FINE if trial.holds and not is_faulty else FINDINGS)


REFUSED, UNTRUE, DRY_RUN = "refused", "untrue", "dry-run"
WRITTEN, UNCHANGED, DEPLOYED = "written", "unchanged", "deployed"
TONES = {
    REFUSED: "bad",
    UNTRUE: "bad",
    DRY_RUN: "quiet",
    WRITTEN: "good",
    UNCHANGED: "quiet",
    DEPLOYED: "good",
}


def _verdict(*, dry_run: bool, is_faulty: bool, holds: bool) -> str:
    """What becomes of a raised drawing; faulty: the linter found errors."""
    if is_faulty:
        return REFUSED
    if dry_run:
        return DRY_RUN
    return WRITTEN if holds else UNTRUE


def _tried(
    procedure: Path,
    old: Mapping[str, bytes],
    raising: Raising,
    called: Collection[Path],
    *,
    left_out: bool,
) -> Trial:
    """Nothing is played where nothing was raised, or where it was not wanted."""
    if left_out or not raising.files:
        return Trial(left_out=True)
    return tried(procedure, old, {**old, **raising.files}, called)


def _deployed(
    desk: Desk, folder: ProcedureFolder, paths: Sequence[Path], person: str | None, *, migrate: bool
) -> list[_Moved]:
    actor = desk.actor(person)
    for path in paths:
        desk.house.engine.deployments.deploy(path, actor=actor)
    return _migrated(desk, folder, actor) if migrate else []


@dataclass(frozen=True, slots=True)
class _Moved:
    """How many running instances moved to the new version, and how many stay on theirs."""

    free: int
    held: int


def _migrated(desk: Desk, folder: ProcedureFolder, actor: Actor) -> list[_Moved]:
    """Each running instance for itself: one that cannot move safely stays where it is."""
    engine = desk.house.engine
    reason = message("raising.told.reason", desk.language)
    moved: list[_Moved] = []
    for process in folder.processes:
        report = engine.migrations.migrate(process=process, actor=actor, reason=reason, each=True)
        moved.append(_Moved(len(report.instances) - len(report.held), len(report.held)))
    return moved


def _linted(desk: Desk, folder: ProcedureFolder, called: Collection[Path]) -> list[Finding]:
    """What the linter says of the raised folder, among those it calls."""
    house = build_rehearsal(desk.settings, desk.clock)
    try:
        list(checked(house.engine, called))
        return house.engine.deployments.check(folder.files)
    finally:
        house.close()


def _comparison(before: ProcedureFolder, after: ProcedureFolder) -> Comparison:
    pairs = _pairs(before, after)
    return Comparison(tuple(each for old, new in pairs for each in compare(old, new).changes))


def _pairs(before: ProcedureFolder, after: ProcedureFolder) -> Iterator[tuple[Drawing, Drawing]]:
    old = {drawing.file: drawing for drawing in before.drawings}
    return ((old[drawing.file], drawing) for drawing in after.drawings if drawing.file in old)


def _draw(
    before: ProcedureFolder,
    after: ProcedureFolder,
    comparison: Comparison,
    picture: Path,
    language: Language,
) -> None:
    """The first drawing that changed, its changes coloured."""
    for old, new in _pairs(before, after):
        if compare(old, new):
            overlay = comparison_overlay(comparison, laid_out(old), language)
            picture.parent.mkdir(parents=True, exist_ok=True)
            picture.write_text(draw_picture(laid_out(new), overlay).svg, encoding="utf-8")
            return


def _write(home: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _all_files(folder: Path) -> dict[str, bytes]:
    each = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in each}


class _Told:
    """A raising in words and as a value."""

    def __init__(
        self, language: Language, home: Path, raising: Raising, comparison: Comparison
    ) -> None:
        self._language = language
        self._home = home
        self._raising = raising
        self._comparison = comparison

    def line(self, key: str, tone: str = "plain", **arguments: Any) -> Line:
        return Line(message(f"raising.told.{key}", self._language, **arguments), tone)

    def blocks(self, found: Sequence[Finding]) -> Iterator[Block]:
        raising = self._raising
        before, after = self._standing(raising.before), self._standing(raising.after)
        yield self.line("title", "strong", name=raising.after.name, before=before, after=after)
        yield from self._done()
        yield from self._kept()
        yield from self._doubts()
        if raising.files:
            yield Line("")
            yield from comparison_blocks(self._comparison, self._language)
            yield self.line("files")
            yield from (Line(f"  {shown(self._home / name)}") for name in raising.files)
        errors = [located(each, self._home) for each in found if each.severity != "advice"]
        if errors:
            yield from findings_answer(errors, self._language).blocks

    def _done(self) -> Iterator[Block]:
        if not self._raising.raised:
            yield self.line("nothing")
            return
        yield self.line("done")
        for each in self._raising.raised:
            criterion = message(f"level.criterion.{each.lack.criterion.name}", self._language)
            yield Line(f"  ✓ {each.done.sentence(self._language)} [{criterion}]", "good")

    def _kept(self) -> Iterator[Block]:
        if not self._raising.kept:
            return
        yield self.line("kept")
        for each in self._raising.kept:
            yield Line(f"  ✗ {each.lack.finding.sentence(self._language)}", "warning")
            yield Line(f"      {each.left.sentence(self._language)}", "quiet")
        published = self._raising.folder.facts and self._raising.folder.facts.level
        if published and published.reason:
            reason = reason_text(published.reason, self._language)
            yield self.line("publish", "warning", reason=reason, law=published.law)

    def _doubts(self) -> Iterator[Block]:
        if self._raising.doubts:
            yield self.line("doubts", "warning")
        for each in self._raising.doubts:
            yield Line(f"  ? {each.sentence(self._language)}", "warning")

    def _standing(self, level: Level) -> str:
        return standing(level, self._language)

    def value(self, found: Sequence[Finding], trial: Trial, verdict: str) -> Mapping[str, Any]:
        raising = self._raising
        return {
            "folder": str(self._home),
            "before": raising.before.rung,
            "after": raising.after.rung,
            "raised": [
                {
                    "rule": each.lack.finding.rule,
                    "criterion": each.lack.criterion.name,
                    "element": each.lack.finding.element,
                    "done": each.done.sentence(self._language),
                }
                for each in raising.raised
            ],
            "left": [
                {
                    "rule": each.lack.finding.rule,
                    "criterion": each.lack.criterion.name,
                    "element": each.lack.finding.element,
                    "reason": each.lack.reason,
                    "why": each.left.sentence(self._language),
                }
                for each in raising.kept
            ],
            "doubts": [
                {"about": each.key, "words": each.words, "told": each.sentence(self._language)}
                for each in raising.doubts
            ],
            "changes": comparison_value(self._comparison),
            "files": [str(self._home / name) for name in raising.files],
            "findings": [finding_value(each, self._language) for each in found],
            "trial": trial.value(),
            "verdict": verdict,
        }
