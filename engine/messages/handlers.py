"""Sentences of the room: handlers."""

from __future__ import annotations

from . import dossier, exchange

SENTENCES: dict[str, tuple[str, str]] = {
    **dossier.DOSSIER,
    **exchange.EXCHANGE,
    "handlers.missing": (
        "Thiếu “{field}”.",
        "Expected '{field}', but it is missing",
    ),
    "handlers.wrong-kind": (
        "“{field}” phải là {expected}, nhưng lại là {found}.",
        "Expected {expected} in '{field}', but found {found}",
    ),
    "handlers.not-a-choice": (
        "“{field}” phải là một trong các giá trị: {choices}.",
        "Expected one of {choices} in '{field}', but found another text",
    ),
    "handlers.pattern": (
        "“{field}” không đúng mẫu {pattern}.",
        "Expected '{field}' to match {pattern}, but it does not",
    ),
    "handlers.too-short": (
        "“{field}” phải có ít nhất {limit} ký tự.",
        "Expected at least {limit} characters in '{field}', but there are fewer",
    ),
    "handlers.too-long": (
        "“{field}” chỉ được có nhiều nhất {limit} ký tự.",
        "Expected at most {limit} characters in '{field}', but there are more",
    ),
    "handlers.too-small": (
        "“{field}” không được nhỏ hơn {limit}.",
        "Expected '{field}' not to be less than {limit}, but it is",
    ),
    "handlers.too-large": (
        "“{field}” không được lớn hơn {limit}.",
        "Expected '{field}' not to be more than {limit}, but it is",
    ),
    "handlers.not-whole": (
        "“{field}” phải là số nguyên.",
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
    "handlers.group.input": ("Đầu vào", "Input"),
    "handlers.group.output": ("Kết quả", "Output"),
    "handlers.group.retries": ("Thử lại", "Retries"),
    "handlers.retries": ("Số lần thử", "Number of tries"),
    "handlers.raises": ("Mã lỗi có thể bắt: {codes}.", "Error codes to catch: {codes}."),
    "handlers.reference.head": (
        "Loại việc `{type}`, phiên bản {version}.",
        "Job type `{type}`, version {version}.",
    ),
    "handlers.reference.inputs": ("Đầu vào", "Input"),
    "handlers.reference.inputs-columns": (
        "Tên|Kiểu|Bắt buộc|Nghĩa|Quy tắc",
        "Name|Type|Required|Meaning|Rules",
    ),
    "handlers.reference.outputs": ("Kết quả", "Output"),
    "handlers.reference.outputs-columns": (
        "Tên|Kiểu|Luôn có|Nghĩa|Quy tắc",
        "Name|Type|Always there|Meaning|Rules",
    ),
    "handlers.reference.errors": ("Mã lỗi", "Error codes"),
    "handlers.reference.errors-columns": ("Mã|Nghĩa", "Code|Meaning"),
    "handlers.reference.required": ("có", "yes"),
    "handlers.reference.optional": ("không", "no"),
    "handlers.limit.pattern": ("theo mẫu {limit}", "matches {limit}"),
    "handlers.limit.minimum": ("từ {limit}", "at least {limit}"),
    "handlers.limit.maximum": ("đến {limit}", "at most {limit}"),
    "handlers.limit.min-length": ("ít nhất {limit} ký tự", "at least {limit} characters"),
    "handlers.limit.max-length": ("nhiều nhất {limit} ký tự", "at most {limit} characters"),
    "handlers.limit.whole": ("số nguyên{limit}", "whole number{limit}"),
    "handlers.limit.choices": ("một trong {limit}", "one of {limit}"),
    "handlers.limit.default": ("đề nghị {limit}", "proposed {limit}"),
    "handlers.check.memory": (
        "Giữ trong bộ nhớ, mất khi tắt máy.",
        "Kept in memory, gone when the process ends",
    ),
    "handlers.check.database": ("Dùng được {name}.", "{name} answers"),
    "handlers.check.database-gone": (
        "Không dùng được {name}: {reason}",
        "{name} does not answer: {reason}",
    ),
    "handlers.notice.sender": (
        "“{sender}” không phải là địa chỉ người gửi.",
        "Expected a sender like 'Name <address@example.org>', but found '{sender}'",
    ),
    "handlers.notice.address": (
        "“{field}” không phải là địa chỉ thư điện tử.",
        "Expected an e-mail address in '{field}', but found something else",
    ),
    "handlers.notice.refused": (
        "Máy chủ thư không nhận địa chỉ trong “{field}”: {reason}",
        "Expected the mail server to know the address in '{field}', but it says: {reason}",
    ),
    "handlers.notice.not-taken": (
        "Máy chủ thư {server} chưa nhận thông báo: {reason}",
        "Expected mail server {server} to take the notice, but: {reason}",
    ),
    "handlers.notice.settings": (
        "Cấu hình máy chủ thư {server} không đúng: {reason}",
        "Expected settings that fit mail server {server}, but: {reason}",
    ),
    "handlers.notice.bare-password": (
        "Không gửi mật khẩu tới {server} khi đường truyền không được bảo vệ.",
        "Expected a protected connection to {server} for the password, but security is none",
    ),
    "handlers.notice.channels": (
        "Cần ít nhất một kênh thông báo, mỗi kênh một tên.",
        "Expected at least one notice channel, each with a name of its own",
    ),
    "handlers.notice.no-template": (
        "Thủ tục không có mẫu thông báo “{template}”.",
        "Expected a notice '{template}' in the procedure, but there is none",
    ),
    "handlers.notice.hole": (
        "Mẫu thông báo “{template}” cần “{field}”, nhưng không có giá trị.",
        "Expected a value for '{field}' in notice '{template}', but there is none",
    ),
    "handlers.check.folder": ("Ghi được vào {folder}.", "{folder} can be written to"),
    "handlers.check.folder-closed": (
        "Không ghi được vào {folder}.",
        "{folder} cannot be written to",
    ),
    "handlers.check.server": ("Máy chủ {server} trả lời.", "{server} answers"),
    "handlers.check.server-gone": (
        "Máy chủ {server} không dùng được: {reason}",
        "{server} cannot be used: {reason}",
    ),
}
