"""Reads a record from the text the catalogue's pages were saved as."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .amounts import whole_number
from .record import FeeEntry, Method, Named, Paper, PaperGroup, Record
from .text_sections import sections_of
from .words import NO_RESULT, lines_of, one_line, parts_of, plain, told

METHOD = re.compile(r"^\s*\*\s*Hình thức nộp:\s*(.*)$")
ENTRY = re.compile(r"^\s{2,}(Thời hạn giải quyết|Phí, lệ phí|Mô tả):\s?(.*)$")
GROUP = re.compile(r"^\s*\[\s?(.*?)\s*\]\s*$")
PAPER = re.compile(r"^\s{2,}- (.*)$")
QUANTITY = re.compile(r"^\s*Số lượng:\s*Bản chính:\s*(\d*)\s*,\s*Bản sao:\s*(\d*)")
UNIT = re.compile(r"^(.*?)\s*\b([A-Z_]{3,})$")
FEE = re.compile(r"^\s*([\d.,]*)\s*(?:VNĐ|VND|đồng)?\s*(?:\((.*)\))?\s*$", re.DOTALL)
ACT = re.compile(r"^(.*?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*$", re.DOTALL)


def read_text(file: str, text: str) -> Record:
    """The record; what stands nowhere is among its `unread`."""
    sections, before = sections_of(text)
    given = {label: one_line(section) for label, section in sections.items()}
    methods, lost = _methods(sections.get("Cách thức thực hiện", ""))
    groups, lost_too = _groups(sections.get("Thành phần hồ sơ", ""))
    return Record(
        file=file,
        code=given.get("Mã thủ tục", ""),
        name=given.get("Tên thủ tục", ""),
        decision=given.get("Số quyết định", ""),
        tier=given.get("Cấp thực hiện", ""),
        kind=given.get("Loại thủ tục", ""),
        field=given.get("Lĩnh vực", ""),
        steps=lines_of(sections.get("Trình tự thực hiện", "")),
        methods=methods,
        groups=groups,
        who=parts_of(sections.get("Đối tượng thực hiện", "")),
        executing=parts_of(sections.get("Cơ quan thực hiện", "")),
        competent=parts_of(sections.get("Cơ quan có thẩm quyền", "")),
        receiving=told(sections.get("Địa chỉ tiếp nhận HS", "")),
        authorised=parts_of(sections.get("Cơ quan được ủy quyền", "")),
        cooperating=parts_of(sections.get("Cơ quan phối hợp", "")),
        results=_results(sections.get("Kết quả thực hiện", "")),
        legal=tuple(_acts(sections.get("Căn cứ pháp lý", ""))),
        conditions=told(sections.get("Yêu cầu, điều kiện thực hiện", "")),
        description=told(sections.get("Mô tả", "")),
        keywords=given.get("Từ khóa", ""),
        unread=tuple(plain(line) for line in (*before, *lost, *lost_too)),
    )


def _methods(section: str) -> tuple[tuple[Method, ...], list[str]]:
    lines = section.split("\n")
    begins = [number for number, line in enumerate(lines) if METHOD.match(line)]
    blocks = [lines[start:end] for start, end in pairwise([*begins, len(lines)])]
    lost = [line for line in lines[: begins[0] if begins else None] if told(line)]
    return tuple(_method(block) for block in blocks), lost


def _method(block: list[str]) -> Method:
    """The lines below a channel: each begins an entry, or goes on with the one before it."""
    head = METHOD.match(block[0])
    entries: dict[str, list[str]] = {}
    open_at = "Mô tả"
    for line in block[1:]:
        entry = ENTRY.match(line)
        if entry and entry[1] not in entries:
            open_at = entry[1]
            entries[open_at] = [entry[2]]
        else:
            entries.setdefault(open_at, []).append(line)
    written = {name: "\n".join(lines) for name, lines in entries.items()}
    quantity, unit = _length(written.get("Thời hạn giải quyết", ""))
    return Method(
        channel=plain(head[1]) if head else "",
        quantity=quantity,
        unit=unit,
        text=told(written.get("Mô tả", "")),
        fees=tuple(_fees(written.get("Phí, lệ phí", ""))),
    )


def _length(text: str) -> tuple[str, str]:
    """`10 WORKING_DAY` is ten of a unit; `10 ngày` is words."""
    said = one_line(text)
    match = UNIT.match(said)
    return (match[1].strip(), match[2]) if match else (said, "")


def _fees(text: str) -> Iterator[FeeEntry]:
    for part in re.split(r"\s\|(?:\s|$)|^\|\s", text):
        said = told(part)
        if not said:
            continue
        match = FEE.match(said)
        amount = whole_number(match[1]) if match and match[1] else None
        words = match[2] if match and (match[1] or match[2]) else said
        yield FeeEntry(amount=amount, text=told(words or ""))


def _groups(section: str) -> tuple[tuple[PaperGroup, ...], list[str]]:
    groups: list[tuple[str, list[Paper]]] = []
    lost: list[str] = []
    for line in section.split("\n"):
        if heading := GROUP.match(line):
            groups.append((plain(heading[1]), []))
        elif paper := PAPER.match(line):
            if not groups:
                groups.append(("", []))
            groups[-1][1].append(Paper(name=one_line(_without_dash(paper[1]))))
        elif quantity := QUANTITY.match(line):
            _count(groups, quantity)
        elif told(line):
            _go_on(groups, line, lost)
    last = len(groups) - 1
    found = (
        PaperGroup(heading=name, papers=tuple(papers), ends=number < last)
        for number, (name, papers) in enumerate(groups)
    )
    return tuple(group for group in found if group.papers), lost


def _without_dash(text: str) -> str:
    return re.sub(r"^\s*[-–•*]\s+", "", text)


def _count(groups: list[tuple[str, list[Paper]]], quantity: re.Match[str]) -> None:
    if groups and groups[-1][1]:
        last = groups[-1][1].pop()
        originals, copies = (int(each[:4]) if each else 0 for each in quantity.groups())
        groups[-1][1].append(Paper(name=last.name, originals=originals, copies=copies))


def _go_on(groups: list[tuple[str, list[Paper]]], line: str, lost: list[str]) -> None:
    """A line that goes on with the name of the last paper."""
    if groups and groups[-1][1]:
        last = groups[-1][1].pop()
        name = f"{last.name} {one_line(line)}".strip()
        groups[-1][1].append(Paper(name=name, originals=last.originals, copies=last.copies))
    else:
        lost.append(line)


def _results(text: str) -> tuple[Named, ...]:
    if one_line(text).lower().strip(" .") in NO_RESULT:
        return ()
    return tuple(Named(name=each) for each in parts_of(text))


def _acts(section: str) -> Iterator[Named]:
    entries = re.split(r"(?m)^\s*\*\s+", section)
    for entry in entries:
        said = one_line(entry)
        if not said:
            continue
        match = ACT.match(said)
        yield Named(name=match[1], code=match[2].strip()) if match else Named(name=said)
