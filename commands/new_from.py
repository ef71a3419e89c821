"""`procflow new CODE --from procedure.toml`: a procedure composed from its published facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import click

from ..engine.errors import Finding
from ..engine.procedure.composing import Composition, compose
from ..engine.procedure.composing.shape import Shape
from ..engine.procedure.composing.wording import known
from ..engine.procedure.facts import ProcedureFacts
from ..engine.procedure.facts_reader import read_facts
from .answer import Answer, Block, Line, Table
from .desk import Desk
from .ladder import standing
from .lenders import Lenders
from .naming import check_code, check_name, short_slug_of
from .new_files import write_all
from .words import shown

LIBRARY = "lib"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for. processes: the folder the procedure's own comes into."""

    code: str
    name: str | None
    facts: Path
    shape: str | None
    processes: Path
    force: bool


def new_from(desk: Desk, wanted: Wanted) -> Answer:
    check_code(desk, wanted.code)
    content = wanted.facts.read_bytes()
    given = read_facts(wanted.facts.name, content)
    name = _name(desk, wanted, given)
    slug = short_slug_of(name)
    home = wanted.processes / slug
    lenders = Lenders([home], [wanted.processes])
    shape = Shape(wanted.shape) if wanted.shape else None
    composed = compose(
        content.decode("utf-8-sig"),
        given,
        slug,
        desk.clock().date(),
        lenders.find,
        code=wanted.code,
        name=name,
        shape=shape,
    )
    own = {home / file: text for file, text in composed.files.items()}
    feature = wanted.processes.parent / "features" / f"{slug.replace('-', '_')}.feature"
    own[feature] = composed.feature.encode()
    write_all(desk, own, force=wanted.force)
    shared = _shared(wanted.processes)
    write_all(desk, shared, force=False)
    blocks = _told(desk, home, composed, given.findings, shares=bool(shared))
    return Answer(_value(desk, composed, [*own, *shared]), list(blocks))


def _name(desk: Desk, wanted: Wanted, given: ProcedureFacts) -> str:
    """The published name, else the one given; the code has to be that of the facts."""
    if known(given.code) not in ("", wanted.code):
        told = desk.text("new.other-code", code=wanted.code, published=given.code)
        raise click.BadParameter(told, param_hint="CODE")
    name = known(given.name) or wanted.name
    if not name:
        raise click.UsageError(desk.text("new.no-name"))
    if wanted.name and wanted.name != name:
        told = desk.text("new.other-name", name=wanted.name, published=given.name)
        raise click.BadParameter(told, param_hint="NAME")
    check_name(desk, name)
    return name


def _shared(processes: Path) -> dict[Path, bytes]:
    """The shared processes that are called, where the folder has none yet."""
    home = processes / LIBRARY
    if home.exists():
        return {}
    shipped = Path(str(files("procflow.processes"))) / LIBRARY
    found = (file for file in sorted(shipped.rglob("*")) if file.is_file())
    return {home / file.relative_to(shipped): file.read_bytes() for file in found}


def _told(
    desk: Desk, home: Path, composed: Composition, found: tuple[Finding, ...], *, shares: bool
) -> Iterator[Block]:
    language = desk.language
    yield Line(desk.text("new.written", folder=shown(home)), "good")
    yield Line(f"  {composed.chosen.sentence(language)}")
    yield Line(f"  {desk.text('new.level', level=standing(composed.level, language))}")
    for each in composed.level.lacks:
        yield Line(f"    ✗ {each.finding.sentence(language)}", "warning")
    if shares:
        yield Line(f"  {desk.text('new.shared', folder=shown(home.parent / LIBRARY))}", "quiet")
    yield from _asked(desk, composed, found)
    yield Line(desk.text("new.next", folder=shown(home.parent)), "quiet")


def _asked(desk: Desk, composed: Composition, found: tuple[Finding, ...]) -> Iterator[Block]:
    """What is left to fill in: what the facts leave open, and what is wrong with them."""
    rows = [(each.fact, each.sentence(desk.language)) for each in composed.questions]
    rows += [(each.element or "–", each.sentence(desk.language)) for each in found]
    if rows:
        yield Line(desk.text("new.asked"), "warning")
        yield Table([desk.text(f"facts.{name}") for name in ("fact", "sentence")], rows)


def _value(desk: Desk, composed: Composition, written: list[Path]) -> dict[str, Any]:
    return {
        "process": composed.slug,
        "files": [str(file) for file in written],
        "shape": composed.chosen.shape.value,
        "why": composed.chosen.sentence(desk.language),
        "level": composed.level.rung,
        "service": composed.level.service,
        "asked": [
            {"fact": each.fact, "question": each.sentence(desk.language)}
            for each in composed.questions
        ],
    }
