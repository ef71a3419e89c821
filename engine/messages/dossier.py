"""Sentences about dossier systems."""

from __future__ import annotations

from collections.abc import Mapping

DOSSIER: Mapping[str, tuple[str, str]] = {
    "handlers.dossier.no-form": (
        "Ngày {day} không có mẫu cho giấy tờ “{paper}” (đang áp dụng: {circular}).",
        "Expected a form in force on {day} for paper '{paper}', but {circular} has none",
    ),
    "handlers.dossier.unknown": (
        "Không có hồ sơ nào mang mã “{code}”.",
        "Expected a dossier with code '{code}', but there is none",
    ),
    "handlers.dossier.run-elsewhere": (
        "Hồ sơ “{code}” do hệ thống “{source}” giải quyết, ở đây chỉ xem.",
        "Expected to change dossier '{code}', but it is run by '{source}' and only mirrored here",
    ),
    "handlers.dossier.not-theirs": (
        "Hồ sơ “{code}” không phải của hệ thống “{source}”.",
        "Expected a dossier of '{source}', but '{code}' is not its own",
    ),
    "handlers.dossier.decided": (
        "Không rút được hồ sơ “{code}” nữa: {status}.",
        "Expected to withdraw dossier '{code}', but it is decided: {status_en}",
    ),
    "handlers.dossier.unknown-procedure": (
        "Không có thủ tục nào mang mã “{code}”.",
        "Expected a procedure with code '{code}', but there is none",
    ),
    "handlers.dossier.portal-login": (
        "Cổng DVCQG không cho đăng nhập: {reason}. Người quản trị cần xem lại tài khoản.",
        "Expected the national portal to let us in, but it says: {reason}. Mend the account",
    ),
    "handlers.dossier.portal-refused": (
        "Cổng DVCQG không nhận hồ sơ “{code}”: {reason}",
        "Expected the national portal to take dossier '{code}', but it says: {reason}",
    ),
    "handlers.dossier.portal-refused-service": (
        "Cổng DVCQG không trả lời “{service}”: {reason}",
        "Expected the national portal to answer '{service}', but it says: {reason}",
    ),
    "handlers.dossier.portal-well": (
        "Cổng DVCQG cho đăng nhập; {number} hồ sơ chờ đồng bộ (từ {since}).",
        "The national portal lets us in; {number} dossiers wait to be told (since {since})",
    ),
    "handlers.dossier.portal-late": (
        "{number} hồ sơ chờ đồng bộ quá lâu, từ {since}; cần xem procflow work có chạy không.",
        "{number} dossiers wait too long to be told, since {since}; see that procflow work runs",
    ),
    "handlers.dossier.portal-stuck": (
        "Cổng DVCQG không nhận {number} trong {waiting} hồ sơ đang chờ, như “{code}”: {reason}",
        "The national portal refuses {number} of {waiting} that wait, '{code}' say: {reason}",
    ),
    "handlers.dossier.mirror-unknown": (
        "Không rõ hệ thống nào gọi: mã xuất trình không đúng.",
        "Expected the token of a system whose dossiers are mirrored, but it is nobody's",
    ),
    "handlers.dossier.mirror-unreadable": (
        "Không đọc được lời gọi đồng bộ hồ sơ.",
        "Expected service and data of a dossier sync, but found something else",
    ),
    "handlers.dossier.mirror-too-much": (
        "Mỗi lần chỉ đồng bộ được nhiều nhất {most} mục.",
        "Expected at most {most} entries at once, but there are more",
    ),
    "handlers.dossier.mirror-unfit": (
        "Trường {field} thiếu hoặc không đúng.",
        "Expected a value that fits in {field}, but it is missing or makes no sense",
    ),
}
