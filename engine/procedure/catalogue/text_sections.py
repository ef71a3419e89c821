"""The sections of a text record: labels at the beginning of lines, in a fixed order."""

from __future__ import annotations

LABELS = (
    "Mã thủ tục",
    "Số quyết định",
    "Tên thủ tục",
    "Cấp thực hiện",
    "Loại thủ tục",
    "Lĩnh vực",
    "Trình tự thực hiện",
    "Cách thức thực hiện",
    "Thành phần hồ sơ",
    "Đối tượng thực hiện",
    "Cơ quan thực hiện",
    "Cơ quan có thẩm quyền",
    "Địa chỉ tiếp nhận HS",
    "Cơ quan được ủy quyền",
    "Cơ quan phối hợp",
    "Kết quả thực hiện",
    "Căn cứ pháp lý",
    "Yêu cầu, điều kiện thực hiện",
    "Từ khóa",
    "Mô tả",
)
HEADING = "Chi tiết thủ tục hành chính"


def sections_of(text: str) -> tuple[dict[str, str], list[str]]:
    """The text under each label, and the lines before the first.

    The text of a section may itself have lines that look like labels. So a label counts only in its
    place of the order: none that is due before it comes later.
    """
    lines = text.split("\n")
    found = [(number, _label(line)) for number, line in enumerate(lines)]
    labelled = [(number, label) for number, label in found if label is not None]
    begins = _in_order(labelled)
    places = [*begins.values(), len(lines)]
    sections = {
        LABELS[label]: "\n".join(_body(lines, start, places[index + 1]))
        for index, (label, start) in enumerate(begins.items())
    }
    before = lines[: places[0]]
    return sections, [line for line in before if line.strip() and line.strip() != HEADING]


def _in_order(labelled: list[tuple[int, int]]) -> dict[int, int]:
    """The line of each label that counts, by its place in the order."""
    begins: dict[int, int] = {}
    due = 0
    for index, (number, label) in enumerate(labelled):
        later = {other for _, other in labelled[index + 1 :]}
        if label >= due and not later & set(range(due, label)):
            begins[label] = number
            due = label + 1
    return begins


def _label(line: str) -> int | None:
    name, colon, _ = line.partition(":")
    return LABELS.index(name) if colon and name in LABELS else None


def _body(lines: list[str], start: int, end: int) -> list[str]:
    return [lines[start].partition(":")[2].strip(), *lines[start + 1 : end]]
