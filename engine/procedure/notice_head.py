"""What stands above a notice between two lines `+++`: the notice in the words of other channels.

    +++
    sms = "Hồ sơ {{ dossier.code }} đã được tiếp nhận"

    [zalo]
    ma_ho_so = "{{ dossier.code }}"
    +++

`sms`: the notice in a sentence or two. `[zalo]`: values for a template that lies with the provider,
by the provider's names; they have placeholders as the notice has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import Refused
from .lines import Path, line_of, toml_lines
from .placeholders import Part, PartReader
from .toml_file import parse_toml

MARK = "+++"
SHORT, FIELDS = "sms", "zalo"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeHead:
    """short, fields: as of the notice. line: where the notice itself begins."""

    short: tuple[Part, ...] = ()
    fields: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)


def split_head(text: str, reader: PartReader) -> tuple[str, str, int]:
    """The head (empty where there is none), the notice below it, and the line that begins on."""
    opened, _, after = text.partition("\n")
    if opened.rstrip() != MARK:
        return "", text, 1
    head, closed, rest = f"\n{after}".partition(f"\n{MARK}\n")
    if not closed:
        reader.add("procedure.open-head", 1)
        return "", after, 2
    line = 3 + head.count("\n")
    below = rest.lstrip("\n")
    return head, below, line + len(rest) - len(below)


def read_head(text: str, reader: PartReader) -> NoticeHead:
    """The head, with a finding of the reader's for each fault. Lines are those of the file."""
    try:
        _, told = parse_toml(reader.file, text.encode(), "notice")
    except Refused as refused:
        reader.findings += refused.findings
        return NoticeHead()
    lines = toml_lines(text)
    texts = {path: value for path, value in _texts(told) if _is_known(path, value)}
    for path, _ in _texts(told):
        if path not in texts:
            reader.add("procedure.notice-head", line_of(lines, path), {"name": ".".join(path)})
    parts = {path: reader.parts(value, line_of(lines, path) or 1) for path, value in texts.items()}
    return NoticeHead(
        short=parts.get((SHORT,), ()),
        fields={path[-1]: each for path, each in parts.items() if path[0] == FIELDS},
    )


def _texts(table: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[Any, Any]]:
    for name, value in table.items():
        path = (*above, name)
        if isinstance(value, dict):
            yield from _texts(value, path)
        else:
            yield path, value


def _is_known(path: Path, value: object) -> bool:
    known = path == (SHORT,) or (len(path) == 2 and path[0] == FIELDS)
    return known and isinstance(value, str)
