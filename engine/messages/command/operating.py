"""Answers of the commands an operator gives to what is running."""

from __future__ import annotations

WORK: dict[str, tuple[str, str]] = {
    "working": (
        "{worker} đang làm việc; Ctrl+C để dừng sau việc đang làm.",
        "{worker} is working; Ctrl+C stops it after the job at hand.",
    ),
    "done": ("Đã làm {number} việc.", "{number} jobs and timers done."),
}

DOCTOR: dict[str, tuple[str, str]] = {
    "subject": ("Phần", "Part"),
    "verdict": ("Tình trạng", "State"),
    "sentence": ("Nội dung", "Finding"),
    "ok": ("tốt", "well"),
    "not-ok": ("cần xem", "look here"),
    "well": ("Mọi thứ đều tốt.", "Everything is well."),
    "ill": (
        "Có điều cần xem lại ở trên: người vận hành sửa procflow.toml, tệp bí mật hoặc đường tới"
        " hệ thống ấy, rồi hỏi lại.",
        "Something above needs care: whoever runs procflow mends procflow.toml, a secret's file or"
        " the way to that system, and asks again.",
    ),
    "unknown-variable": (
        "Không ai đọc biến môi trường {name}; có thể viết sai tên.",
        "Nobody reads the environment variable {name}; its name may be misspelt.",
    ),
    "pretended-time": (
        "Đang dùng giờ giả định {at}; chỉ dành cho diễn tập.",
        "The time is pretended to be {at}; that is for rehearsals only.",
    ),
}

MONITOR: dict[str, tuple[str, str]] = {
    "listens": (
        "Đo đạc và kiểm tra tại {address}/metrics, /health, /ready.",
        "Metrics and checks are at {address}/metrics, /health, /ready.",
    ),
}

INCIDENTS: dict[str, tuple[str, str]] = {
    "none": ("Không có sự cố nào.", "No incidents."),
    "opened": ("Lúc", "At"),
    "kind": ("Loại", "Kind"),
    "element": ("Ở bước", "Element"),
    "sentence": ("Nội dung", "What happened"),
    "tries": ("Số lần", "Tries"),
    "instance": ("Hồ sơ", "Instance"),
    "key": ("Khóa", "Key"),
    "step": ("Bước sẽ làm lại: {kind} (biến: {names})", "The step kept: {kind} ({names})"),
    "next": (
        "Sửa nguyên nhân rồi làm lại bước đó: procflow retry KHÓA",
        "Mend the cause, then take the step again: procflow retry KEY",
    ),
}

RETRY: dict[str, tuple[str, str]] = {
    "which": (
        "Hãy nêu các sự cố, hoặc --kind, --process, --element để chọn nhiều sự cố",
        "Expected incidents, or --kind, --process or --element to choose many",
    ),
    "resolved": ("Sự cố đã qua: {sentence}", "The incident is resolved: {sentence}"),
    "again": ("Vẫn vướng: {sentence}", "It failed again: {sentence}"),
    "refused": ("Không làm lại được {key}: {why}", "{key} could not be tried again: {why}"),
    "at-work": ("Đang làm lại", "Trying again"),
}

MOVE: dict[str, tuple[str, str]] = {
    "moved": ("Đã dời sang “{to}”.", "Moved to '{to}'."),
}

MIGRATE: dict[str, tuple[str, str]] = {
    "progress": ("{done}/{whole} hồ sơ", "{done} of {whole} instances"),
    "done": (
        "Đã chuyển {number} hồ sơ, {held} hồ sơ ở lại.",
        "{number} instances have moved, {held} stay.",
    ),
    "would": (
        "Có thể chuyển {number} hồ sơ; chưa chuyển gì.",
        "{number} instances can move; nothing has moved.",
    ),
    "held": (
        "Chưa chuyển gì: {held} hồ sơ chưa chuyển được, {number} hồ sơ chuyển được.",
        "Nothing has moved: {held} instances cannot, {number} could.",
    ),
    "instance": ("Hồ sơ", "Instance"),
    "versions": ("Phiên bản", "Versions"),
    "obstacle": ("Vướng", "What stands in the way"),
}

RESUME: dict[str, tuple[str, str]] = {
    "resumed": ("“{target}” chạy tiếp.", "'{target}' goes on."),
}

SUSPENSIONS: dict[str, tuple[str, str]] = {
    "none": ("Không có gì đang tạm dừng.", "Nothing is suspended."),
    "since": ("Từ", "Since"),
    "until": ("Đến", "Until"),
    "what": ("Nội dung", "What and why"),
}

CANCEL: dict[str, tuple[str, str]] = {
    "which": (
        "Nêu hồ sơ, hoặc --process; không cả hai",
        "Expected instances, or --process; not both, and not none",
    ),
    "would": (
        "Sẽ hủy {number} hồ sơ; chưa hủy gì.",
        "{number} instances would be cancelled; nothing has changed.",
    ),
    "done": (
        "Đã hủy {number} hồ sơ; {left} hồ sơ đã kết thúc trước đó.",
        "{number} instances are cancelled; {left} had ended before.",
    ),
    "at-work": ("Đang hủy", "Cancelling"),
    "cancelled": ("Đã hủy hồ sơ {key}: {reason}", "Instance {key} is cancelled: {reason}"),
}

PAGES = {
    "work": WORK,
    "doctor": DOCTOR,
    "monitor": MONITOR,
    "incidents": INCIDENTS,
    "retry": RETRY,
    "move": MOVE,
    "migrate": MIGRATE,
    "resume": RESUME,
    "suspensions": SUSPENSIONS,
    "cancel": CANCEL,
}
