"""The parts of the dossier of a record, the forms among them, and the notes between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..facts import Component, PublishedForm
from .codes import form_number_in
from .note import Note, assumed
from .record import Paper, PaperGroup, Record

UNKNOWN = "Bản ghi không nêu thành phần hồ sơ"
NOTE_HEADING = re.compile(r"(?i)lưu ý|ghi chú|chú ý")
FORM_NAME = re.compile(
    r"(?i)^(?:mẫu (?:số )?\S+\s+)?(?:tờ khai|đơn|giấy đề nghị|phiếu đề nghị|văn bản đề nghị"
    r"|bản khai|thông báo|mẫu hộ tịch điện tử|tờ trình|công văn đề nghị)\b"
)
LONGEST_FORM = 200


def draft_components(record: Record) -> tuple[tuple[Component, ...], list[Note]]:
    found = tuple(
        _component(group, paper) for group, paper in record.papers if not is_note(group, paper)
    )
    if found:
        return found, []
    return (Component(name=UNKNOWN, required=False),), [assumed("components", "components")]


def is_note(group: PaperGroup, paper: Paper) -> bool:
    """Whether it only explains: it stands under “Lưu ý”, and nothing of it is handed in."""
    return bool(NOTE_HEADING.search(group.heading)) and not (paper.originals or paper.copies)


def notes_on_papers(record: Record) -> tuple[str, ...]:
    """What stands between the papers to explain them."""
    return tuple(paper.name for group, paper in record.papers if is_note(group, paper))


def _component(group: PaperGroup, paper: Paper) -> Component:
    heading = group.heading.strip("* :") if group.ends else ""
    return Component(
        name=paper.name.rstrip(" ;") or "…",
        code=paper.code,
        originals=paper.originals,
        copies=paper.copies,
        required=bool(paper.originals or paper.copies),
        source=f"Nhóm “{heading}” trong bản ghi" if heading else "",
    )


def draft_forms(record: Record) -> tuple[PublishedForm, ...]:
    """The papers that are forms: by their first words, a number of a form, or a file on them."""
    return tuple(dict.fromkeys(_forms(record)))


def _forms(record: Record) -> Iterator[PublishedForm]:
    for group, paper in record.papers:
        number = form_number_in(paper.name)
        fills = FORM_NAME.match(paper.name) is not None
        if not is_note(group, paper) and (paper.files or fills):
            yield PublishedForm(name=_short(paper.name), number=number)


def _short(name: str) -> str:
    """The first clause of a long name."""
    if len(name) <= LONGEST_FORM:
        return name.rstrip(" ;.")
    cut = re.split(r"[;(.]", name, maxsplit=1)[0].strip()
    return (cut or name)[:LONGEST_FORM].rstrip()
