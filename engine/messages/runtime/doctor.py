"""What the doctor finds."""

from __future__ import annotations

DOCTOR: dict[str, tuple[str, str]] = {
    "runtime.doctor.database": ("Cơ sở dữ liệu sẵn sàng: {name}", "The database is ready: {name}"),
    "runtime.doctor.database.bad": (
        "Cơ sở dữ liệu chưa sẵn sàng: {why}",
        "The database is not ready: {why_en}",
    ),
    "runtime.doctor.queue": (
        "Không có công việc hay đồng hồ nào bị chậm",
        "No job or timer is late",
    ),
    "runtime.doctor.queue.bad": (
        "{number} công việc và đồng hồ đã đến hạn quá 5 phút: procflow work có đang chạy không?",
        "{number} jobs and timers have been due for more than 5 minutes: does procflow work run?",
    ),
    "runtime.ready.turning": ("{name} đang chạy", "The {name} turns"),
    "runtime.ready.stuck": ("{name} không chạy", "The {name} does not turn"),
    "runtime.ready.stopping": ("{name} đang dừng", "The {name} is stopping"),
    "runtime.doctor.history": (
        "Nhật ký của {number} hồ sơ mới nhất còn nguyên vẹn",
        "The audit trails of the {number} newest instances are intact",
    ),
    "runtime.doctor.history.bad": (
        "Nhật ký của {number} hồ sơ đã bị sửa đổi: {keys}",
        "The audit trails of {number} instances have been touched: {keys}",
    ),
    "runtime.doctor.waits": (
        "Việc đang chờ của {number} hồ sơ khớp với trạng thái đã lưu",
        "The waits of {number} running instances agree with their snapshots",
    ),
    "runtime.doctor.waits.bad": (
        "Việc đang chờ của {number} hồ sơ không khớp với trạng thái đã lưu: {keys}",
        "The waits of {number} instances do not agree with their snapshots: {keys}",
    ),
    "runtime.doctor.incidents": (
        "Có {number} sự cố chờ xử lý",
        "There are {number} incidents to mend",
    ),
}
