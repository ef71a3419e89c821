"""Words that sentences are made of."""

from __future__ import annotations

WORD: dict[str, tuple[str, str]] = {
    "runtime.verb.show": ("xem", "show"),
    "runtime.verb.claim": ("nhận", "claim"),
    "runtime.verb.unclaim": ("trả lại", "unclaim"),
    "runtime.verb.hand-over": ("chuyển giao", "hand over"),
    "runtime.verb.complete": ("hoàn thành", "complete"),
    "runtime.verb.keep-draft": ("lưu nháp", "keep a draft of"),
    "runtime.verb.cancel": ("hủy", "cancel"),
    "runtime.verb.move": ("dời bước của", "move a token of"),
    "runtime.verb.suspend": ("tạm dừng", "suspend"),
    "runtime.verb.retry": ("thử lại", "retry"),
    "runtime.verb.set-variables": ("sửa dữ liệu của", "set variables of"),
    "runtime.state.active": ("đang chạy", "active"),
    "runtime.state.ended": ("đã kết thúc", "ended"),
    "runtime.state.open": ("đang chờ", "open"),
    "runtime.state.leased": ("đang được làm", "leased"),
    "runtime.state.answered": ("đã có kết quả", "answered"),
    "runtime.state.failed": ("không thành công", "failed"),
    "runtime.state.done": ("đã xong", "done"),
    "runtime.state.completing": (
        "đã có người làm xong nhưng còn vướng sự cố",
        "completed already and held by an incident",
    ),
    "runtime.state.completed": ("đã hoàn thành", "completed"),
    "runtime.state.cancelled": ("đã bị hủy", "cancelled"),
    "runtime.word.or": ("hoặc", "or"),
    "runtime.word.and": ("và", "and"),
}
