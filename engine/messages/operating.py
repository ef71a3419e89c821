"""Sentences of the commands an operator gives to what is running."""

from __future__ import annotations

ABOUT: dict[str, tuple[str, str]] = {
    "suspend": (
        "Tạm dừng một hồ sơ, một quy trình, một phần tử hoặc một loại công việc.\n\n"
        "Đang tạm dừng thì không giao việc tự động, không tính giờ, không nhận kết quả của cán bộ; "
        "thông điệp gửi đến được giữ lại. Hồ sơ mới vẫn được tiếp nhận.",
        "Suspend an instance, a process, one of its elements, or a job type.\n\n"
        "Meanwhile jobs are not given out, timers not fired and user tasks refused; messages are "
        "kept. New dossiers are still taken in.",
    ),
    "resume": (
        "Cho chạy tiếp những gì đã tạm dừng bằng cùng các lựa chọn.",
        "Let go on what was suspended with the same words.",
    ),
    "suspensions": (
        "Những gì đang tạm dừng, ai dừng và vì sao.",
        "What is suspended, by whom and why.",
    ),
    "cancel": (
        "Hủy một hồ sơ đang chạy, có ghi lý do vào nhật ký.",
        "End a running instance before its time; the reason goes into its history.",
    ),
}

OPTION: dict[str, tuple[str, str]] = {
    "reason": ("Lý do, được ghi vào nhật ký.", "The reason; it goes into the history."),
    "of-process": ("Quy trình nào.", "Which process."),
    "of-version": ("Chỉ phiên bản này của quy trình.", "Only this version of the process."),
    "of-element": ("Chỉ phần tử này của quy trình.", "Only this element of the process."),
    "job-type": ("Loại công việc nào.", "Which job type."),
    "types": (
        "Chỉ làm các loại công việc này, cách nhau bằng dấu phẩy.",
        "Only jobs of these types, separated by commas.",
    ),
    "concurrency": ("Làm cùng lúc bao nhiêu việc.", "Jobs done at once."),
    "grace": (
        "Khi dừng, chờ việc đang làm bao nhiêu giây rồi trả lại cho tiến trình khác.",
        "When told to stop: seconds for the jobs at hand, before they are handed back.",
    ),
    "closed-suspensions": ("Cả những lần đã cho chạy tiếp.", "Those that are over, too."),
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
    "cancelled": ("Đã hủy hồ sơ {key}: {reason}", "Instance {key} is cancelled: {reason}"),
}

PAGES = {
    "resume": RESUME,
    "suspensions": SUSPENSIONS,
    "cancel": CANCEL,
}
