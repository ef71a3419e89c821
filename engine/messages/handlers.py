"""Sentences of the room: handlers."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "handlers.missing": (
        "Thiếu «{field}».",
        "Expected '{field}', but it is missing",
    ),
    "handlers.wrong-kind": (
        "«{field}» phải là {expected}, nhưng lại là {found}.",
        "Expected {expected} in '{field}', but found {found}",
    ),
    "handlers.not-a-choice": (
        "«{field}» phải là một trong các giá trị: {choices}.",
        "Expected one of {choices} in '{field}', but found another text",
    ),
    "handlers.pattern": (
        "«{field}» không đúng mẫu {pattern}.",
        "Expected '{field}' to match {pattern}, but it does not",
    ),
    "handlers.too-short": (
        "«{field}» phải có ít nhất {limit} ký tự.",
        "Expected at least {limit} characters in '{field}', but there are fewer",
    ),
    "handlers.too-long": (
        "«{field}» chỉ được có nhiều nhất {limit} ký tự.",
        "Expected at most {limit} characters in '{field}', but there are more",
    ),
    "handlers.too-small": (
        "«{field}» không được nhỏ hơn {limit}.",
        "Expected '{field}' not to be less than {limit}, but it is",
    ),
    "handlers.too-large": (
        "«{field}» không được lớn hơn {limit}.",
        "Expected '{field}' not to be more than {limit}, but it is",
    ),
    "handlers.not-whole": (
        "«{field}» phải là số nguyên.",
        "Expected a whole number in '{field}', but it has a fraction",
    ),
    "handlers.told": ("{text}", "{text}"),
    "handlers.kind.string": ("văn bản", "a text"),
    "handlers.kind.number": ("số", "a number"),
    "handlers.kind.whole-number": ("số nguyên", "a whole number"),
    "handlers.kind.boolean": ("đúng hoặc sai", "true or false"),
    "handlers.kind.date": ("ngày (ví dụ 2026-03-02)", "a date like 2026-03-02"),
    "handlers.kind.date-and-time": (
        "ngày giờ có múi giờ (ví dụ 2026-03-02T08:00:00+07:00)",
        "a date and time with its offset like 2026-03-02T08:00:00+07:00",
    ),
    "handlers.kind.context": ("nhóm giá trị có tên", "a context"),
    "handlers.kind.list": ("danh sách", "a list"),
    "handlers.kind.null": ("trống", "null"),
}
