"""A procedure's folder: drawing, facts, decisions, forms, notices and documents, in one version."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any, TypeVar

from ..bpmn.model import Drawing, Process
from ..bpmn.reader import read_drawing
from ..errors import BadDrawing, Finding, Refused
from .facts import ProcedureFacts
from .facts_reader import read_facts
from .forms import Form, read_form
from .notices import Notice, read_notice

RULE = "folder"
FACTS = "procedure.toml"
NOTICES = "notices"
DOCUMENTS = "documents"
DOCUMENT_SUFFIXES = frozenset({".typ", ".svg"})
BESIDE = frozenset(
    {"README.MD", "DEMO.TOML"}
)  # for people and for rehearsals; no part of the version
KNOWN = (
    "*.bpmn, *.dmn, *.form, notices/*.md, documents/*.typ, documents/*.svg, procedure.toml,"
    " demo.toml, README.md"
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureFolder:
    """What lies in the folder, read. Names are relative to the folder, with `/`.

    files: all that belongs to the version, as bytes. content_hash: of names and contents; the same
    content has the same hash wherever it lies, whatever its line endings are. documents: what
    documents are made from, by the names below `documents/`.
    """

    files: Mapping[str, bytes]
    content_hash: str
    drawings: tuple[Drawing, ...] = ()
    facts: ProcedureFacts | None = None
    forms: Mapping[str, Form] = field(default_factory=dict)
    notices: Mapping[str, Notice] = field(default_factory=dict)
    decisions: Mapping[str, bytes] = field(default_factory=dict)
    documents: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def processes(self) -> dict[str, Process]:
        """The executable processes of all drawings, by id."""
        return {process.id: process for drawing in self.drawings for process in drawing.executable}


def read_procedure(files: Mapping[str, bytes]) -> ProcedureFolder:
    """Read the files of a folder, by their names in it. Raises nothing: faults are findings."""
    named = _relative(files)
    kinds = {name: kind_of(name) for name in named}
    kept = {name: named[name] for name in sorted(named) if kinds[name] in READERS}
    reading = Reading()
    for name, content in kept.items():
        READERS[kinds[name]](reading, name, content)
    for name in sorted(name for name, kind in kinds.items() if not kind):
        reading.find(name, "procedure.unknown-file", name=name, known=KNOWN)
    return ProcedureFolder(
        files=kept,
        content_hash=content_hash(kept),
        drawings=tuple(reading.drawings),
        facts=reading.facts,
        forms=reading.forms,
        notices=reading.notices,
        decisions=reading.decisions,
        documents=reading.documents,
        findings=tuple(reading.findings),
    )


def kind_of(name: str) -> str:
    """What a file is for, by its name: a key of READERS, `beside`, or "" for unknown."""
    path = PurePosixPath(name)
    if path.name == FACTS:
        return "facts"
    if path.suffix == ".md" and NOTICES in path.parent.parts:
        return "notice"
    if path.suffix in DOCUMENT_SUFFIXES and DOCUMENTS in path.parent.parts:
        return "document"
    if path.name.upper() in BESIDE:
        return "beside"
    return {".bpmn": "drawing", ".dmn": "decision", ".form": "form"}.get(path.suffix, "")


def content_hash(files: Mapping[str, bytes]) -> str:
    """The version of a set of files: SHA-256 over sorted names and contents with their lengths."""
    digest = sha256()
    for name in sorted(files):
        for part in (name.encode(), normalised(files[name])):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def normalised(content: bytes) -> bytes:
    """A text without byte order mark and with plain line ends."""
    return content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


class Reading:
    """The reading of one folder: what was found so far."""

    def __init__(self) -> None:
        self.drawings: list[Drawing] = []
        self.facts: ProcedureFacts | None = None
        self.forms: dict[str, Form] = {}
        self.notices: dict[str, Notice] = {}
        self.decisions: dict[str, bytes] = {}
        self.documents: dict[str, bytes] = {}
        self.findings: list[Finding] = []

    def drawing(self, name: str, content: bytes) -> None:
        try:
            self.drawings.append(read_drawing(name, content))
        except BadDrawing as error:
            self.findings.append(error.finding)

    def decision(self, name: str, content: bytes) -> None:
        self.decisions[name] = content

    def document(self, name: str, content: bytes) -> None:
        parts = PurePosixPath(name).parts
        inside = "/".join(parts[parts.index(DOCUMENTS) + 1 :])
        if inside in self.documents:
            self.find(name, "procedure.double-id", id=inside, other=DOCUMENTS)
        self.documents.setdefault(inside, content)

    def procedure_facts(self, name: str, content: bytes) -> None:
        facts = self._read(read_facts, name, content)
        if facts is None:
            return
        if self.facts is not None:
            self.find(name, "procedure.double-facts", name=name, other=self.facts.file)
        self.facts = self.facts or facts

    def form(self, name: str, content: bytes) -> None:
        form = self._read(read_form, name, content)
        if form is not None:
            self._add(self.forms, form.id, form)

    def notice(self, name: str, content: bytes) -> None:
        notice = self._read(read_notice, name, content)
        if notice is not None:
            self._add(self.notices, notice.name, notice)

    def find(self, file: str, key: str, **arguments: Any) -> None:
        self.findings.append(
            Finding(rule=RULE, severity="error", key=key, arguments=arguments, file=file)
        )

    def _read(self, read: Callable[[str, bytes], T], name: str, content: bytes) -> T | None:
        try:
            value = read(name, content)
        except Refused as refused:
            self.findings.extend(refused.findings)
            return None
        self.findings.extend(_findings_of(value))
        return value

    def _add(self, shelf: dict[str, Any], identity: str, value: Any) -> None:
        if identity in shelf:
            other = shelf[identity].file
            self.find(value.file, "procedure.double-id", id=identity, other=other)
        elif identity:
            shelf[identity] = value


READERS: Mapping[str, Callable[[Reading, str, bytes], None]] = {
    "drawing": Reading.drawing,
    "decision": Reading.decision,
    "facts": Reading.procedure_facts,
    "form": Reading.form,
    "notice": Reading.notice,
    "document": Reading.document,
}


def _findings_of(value: Any) -> Iterable[Finding]:
    found: Iterable[Finding] = value.findings
    return found


def _relative(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by their names below the folder they share."""
    names = {
        name: PurePosixPath(unicodedata.normalize("NFC", name.replace("\\", "/"))) for name in files
    }
    shared = _shared_folder([path.parent.parts for path in names.values()])
    return {"/".join(path.parts[shared:]): files[name] for name, path in names.items()}


def _shared_folder(folders: list[tuple[str, ...]]) -> int:
    """How many leading folders all names share, short of the known ones themselves."""
    shared = 0
    for parts in zip(*folders, strict=False):
        if len(set(parts)) > 1 or parts[0] in (NOTICES, DOCUMENTS, "forms"):
            break
        shared += 1
    return shared
