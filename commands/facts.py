"""`procflow facts`: records of the national catalogue as the facts of a procedure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from ..engine.errors import Finding, Refused
from ..engine.messages import Language
from ..engine.procedure.catalogue.draft import Draft, draft_facts
from ..engine.procedure.catalogue.note import Note, NoteKind
from ..engine.procedure.catalogue.reader import read_record
from ..engine.procedure.catalogue.toml_writer import to_toml
from .answer import FINDINGS, FINE, Answer, Block, Line, Table
from .base import argument, command, option
from .catalogue_table import survey_answer
from .desk import Desk
from .progress import tracked
from .words import shown

SUFFIXES = frozenset({".txt", ".json"})
TONES = {
    NoteKind.CONTRADICTION: "bad",
    NoteKind.UNPARSED: "warning",
    NoteKind.ASSUMED: "quiet",
}


@command("facts")
@argument("files", nargs=-1, metavar="[FILE]…", type=click.Path(exists=True, path_type=Path))
@option("--catalogue", "folder", type=click.Path(exists=True, path_type=Path, file_okay=False))
@option("-o", "--out", type=click.Path(path_type=Path))
def facts(desk: Desk, files: tuple[Path, ...], folder: Path | None, out: Path | None) -> Answer:
    if folder is not None:
        drafts, unread = read_all(desk, records_in(folder))
        _write_all(drafts, out, desk.language)
        return survey_answer(desk, drafts, unread)
    if not files:
        raise click.UsageError(desk.text("facts.nothing"))
    drafts, unread = read_all(desk, files)
    written = _write_all(drafts, out, desk.language)
    value = {
        "records": [
            _value(draft, desk.language, written.get(draft.record.file)) for draft in drafts
        ],
        "unreadable": [_unreadable(finding, desk.language) for finding in unread],
    }
    blocks = _told(desk, drafts, written) if out else list(_printed(drafts, desk.language))
    blocks += [Line(f"{each.file}: {each.sentence(desk.language)}", "bad") for each in unread]
    return Answer(value, blocks, FINDINGS if unread else FINE)


def records_in(folder: Path) -> list[Path]:
    """The files that may hold records, JSON before text: it tells more."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    return sorted((path for path in found if path.is_file()), key=lambda path: (path.suffix, path))


def read_all(desk: Desk, files: Sequence[Path]) -> tuple[list[Draft], list[Finding]]:
    """A draft for each record, of two of the same code the first; and the files without one."""
    drafts: dict[str, Draft] = {}
    unread: list[Finding] = []
    for path in tracked(desk, files, "facts.reading"):
        try:
            record = read_record(path.name, path.read_bytes())
        except Refused as refused:
            unread += refused.findings
            continue
        drafts.setdefault(record.code or str(path), draft_facts(record))
    return list(drafts.values()), unread


def _write_all(drafts: Sequence[Draft], out: Path | None, language: Language) -> dict[str, Path]:
    """Each draft in a folder of its own; a single one into the file, where a file is named."""
    if out is None:
        return {}
    written: dict[str, Path] = {}
    for draft in drafts:
        single = len(drafts) == 1 and out.suffix == ".toml"
        path = out if single else out / folder_name(draft) / "procedure.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(toml_of(draft, language), encoding="utf-8")
        written[draft.record.file] = path
    return written


def folder_name(draft: Draft) -> str:
    """The code of the procedure as a folder's name; the record's file name where it has none."""
    code = draft.record.code
    safe = code and all(letter.isalnum() or letter in ".-" for letter in code)
    return code if safe and code.strip(".") else Path(draft.record.file).stem


def toml_of(draft: Draft, language: Language) -> str:
    """The facts, with the notes as comments at their head."""
    return to_toml(draft.facts, tuple(said(note, language) for note in draft.notes))


def said(note: Note, language: Language) -> str:
    return f"[{note.fact}] {note.sentence(language)}"


def _printed(drafts: Sequence[Draft], language: Language) -> Iterator[Block]:
    for draft in drafts:
        yield from (Line(line) for line in toml_of(draft, language).splitlines())


def _told(desk: Desk, drafts: Sequence[Draft], written: dict[str, Path]) -> list[Block]:
    blocks: list[Block] = []
    for draft in drafts:
        path = shown(written[draft.record.file])
        name = f"{draft.facts.name} ({draft.facts.code})"
        blocks.append(Line(desk.text("facts.written", name=name, path=path), "good"))
        if draft.notes:
            blocks.append(_notes(desk, draft.notes))
    return blocks


def _notes(desk: Desk, notes: Sequence[Note]) -> Table:
    ordered = sorted(notes, key=lambda note: list(TONES).index(note.kind))
    rows = [
        (desk.text(f"facts.{note.kind}"), note.fact, note.sentence(desk.language))
        for note in ordered
    ]
    headings = [desk.text(f"facts.{name}") for name in ("kind", "fact", "sentence")]
    return Table(headings, rows, [TONES[note.kind] for note in ordered])


def _value(draft: Draft, language: Language, path: Path | None) -> dict[str, Any]:
    return {
        "file": draft.record.file,
        "code": draft.facts.code,
        "name": draft.facts.name,
        "written": str(path) if path else None,
        "toml": toml_of(draft, language),
        "notes": [
            {"kind": note.kind, "fact": note.fact, "message": note.sentence(language)}
            for note in draft.notes
        ],
    }


def _unreadable(finding: Finding, language: Language) -> dict[str, str]:
    return {"file": finding.file, "message": finding.sentence(language)}
