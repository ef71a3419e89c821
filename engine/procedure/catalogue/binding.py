"""What the words of a record bind a citizen to: presence, an inspection on site, an original."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..facts import ProcedureFacts, Reason
from .record import Record
from .words import snippet

PATTERNS: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        Reason.PRESENCE,
        re.compile(
            r"(?i)\b(?:phải|bắt buộc|cùng|đều)(?: \w+){0,3} có mặt\b"
            r"|có mặt (?:tại|khi|để)|yêu cầu .{0,30}có mặt"
            r"|lấy (?:dấu )?vân tay|thu nhận (?:vân tay|mống mắt|sinh trắc)|lăn tay"
            r"|phỏng vấn (?:trực tiếp|người)|phải trực tiếp (?:nộp|đến|ký|thực hiện)"
        ),
    ),
    (
        Reason.ON_SITE,
        re.compile(
            r"(?i)kiểm tra,? ?(?:tại )?(?:thực địa|hiện trường)|thẩm định thực tế"
            r"|khảo sát (?:thực|hiện)|kiểm tra thực tế (?:tại|điều kiện|cơ sở)"
            r"|thẩm định (?:thực tế )?tại (?:cơ sở|địa điểm)"
            r"|xác minh tại (?:chỗ|thực địa|nơi)|kiểm tra (?:điều kiện )?tại (?:cơ sở|địa điểm|nơi)"
            r"|(?:thành lập|tổ chức) đoàn (?:thẩm định|kiểm tra|đánh giá)"
        ),
    ),
)
SHOWN = re.compile(r"(?i)xuất trình bản (?:chính|gốc)|đối chiếu (?:với )?bản (?:chính|gốc)")
ONLY_DIRECT = re.compile(
    r"(?i)trường hợp (?:nộp|lựa chọn|tiếp nhận)[^.;]{0,40}trực tiếp|theo hình thức trực tiếp"
    r"|hình thức nộp hồ sơ trực tiếp|nếu (?:nộp|người yêu cầu nộp)[^.;]{0,40}trực tiếp"
)
SENTENCE = re.compile(r"[^.;\n]+[.;]?")


@dataclass(frozen=True, slots=True)
class Bound:
    """The words, and the lawful reason they come to (Decree 224/2026, article 14)."""

    reason: Reason
    words: str


def bound_by(record: Record) -> tuple[Bound, ...]:
    """What binds whoever files online too; what is asked at the counter only does not."""
    return bound_in((*record.steps, *_paper_names(record), record.conditions))


def bound_in(texts: Iterable[str]) -> tuple[Bound, ...]:
    """The same, of any texts about a procedure."""
    return tuple(dict.fromkeys(_bound(texts)))


def _bound(texts: Iterable[str]) -> Iterator[Bound]:
    for text in texts:
        for sentence in SENTENCE.findall(text):
            if ONLY_DIRECT.search(sentence):
                continue
            for reason, pattern in PATTERNS:
                if match := pattern.search(sentence):
                    yield Bound(reason, snippet(sentence, match.start()))


def _paper_names(record: Record) -> Iterator[str]:
    yield from (paper.name for _, paper in record.papers)


def shown_originals(record: Record) -> tuple[str, ...]:
    """The papers whose originals are shown, in the record's words."""
    return originals_in(paper.name for _, paper in record.papers)


def originals_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Where texts speak of originals that are shown."""
    found = ((text, SHOWN.search(text)) for text in texts)
    return tuple(snippet(text, match.start()) for text, match in found if match is not None)


def texts_of(facts: ProcedureFacts) -> Iterator[str]:
    """All that is published about how the procedure goes."""
    yield from facts.steps
    yield from facts.conditions
    yield from (component.name for component in facts.components)
