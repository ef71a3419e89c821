"""Answers of the commands that take dossiers on their way and tell where they are."""

from __future__ import annotations

START: dict[str, tuple[str, str]] = {
    "started": ("Đã bắt đầu {process}: {key}.", "Started {process}: {key}."),
    "next": (
        "Xem hồ sơ chờ gì: procflow explain {key}",
        "What it waits for: procflow explain {key}",
    ),
}

INSTANCES: dict[str, tuple[str, str]] = {
    "none": ("Không có hồ sơ nào.", "No instances."),
    "dossier": ("Mã hồ sơ", "Dossier"),
    "process": ("Quy trình", "Process"),
    "state": ("Tình trạng", "State"),
    "status": ("Trạng thái hồ sơ", "Status"),
    "due": ("Hạn trả", "Due"),
    "started": ("Bắt đầu", "Started"),
    "incidents": ("Sự cố", "Incidents"),
    "key": ("Khóa", "Key"),
}

INSTANCE_STATE: dict[str, tuple[str, str]] = {
    "active": ("đang chạy", "active"),
    "ended": ("đã xong", "ended"),
    "cancelled": ("đã hủy", "cancelled"),
}

TASKS: dict[str, tuple[str, str]] = {
    "none": ("Không có việc nào đang chờ.", "No user tasks are waiting."),
    "label": ("Việc", "User task"),
    "groups": ("Dành cho", "For"),
    "assignee": ("Người nhận", "Assignee"),
    "state": ("Tình trạng", "State"),
    "opened": ("Từ lúc", "Since"),
    "due": ("Hạn", "Due"),
    "key": ("Khóa", "Key"),
}

TASK_STATE: dict[str, tuple[str, str]] = {
    "open": ("đang chờ", "open"),
    "completing": ("đã trả lời, vướng sự cố", "answered, held by an incident"),
    "completed": ("đã xong", "completed"),
    "cancelled": ("đã hủy", "cancelled"),
}

CLAIM: dict[str, tuple[str, str]] = {
    "claimed": ("{who} đã nhận việc “{label}”.", "{who} claimed “{label}”."),
}

COMPLETE: dict[str, tuple[str, str]] = {
    "done": ("Đã hoàn thành việc “{label}”.", "Completed “{label}”."),
}

MESSAGE: dict[str, tuple[str, str]] = {
    "correlated": (
        "Thông điệp “{name}” đã tới hồ sơ {instances}.",
        "The message “{name}” reached {instances}.",
    ),
    "started": (
        "Thông điệp “{name}” đã bắt đầu hồ sơ {instances}.",
        "The message “{name}” started {instances}.",
    ),
    "buffered": (
        "Chưa ai chờ thông điệp “{name}” với khóa “{key}”; đã giữ lại.",
        "Nobody waits for the message “{name}” with the key “{key}” yet; it is kept.",
    ),
    "duplicate": (
        "Thông điệp “{name}” này đã có, không tính lần nữa.",
        "This message “{name}” has come before; it does not count again.",
    ),
}

EXPLAIN: dict[str, tuple[str, str]] = {
    "proof": ("Hạn trả được tính như sau:", "How the due date is computed:"),
}

HISTORY: dict[str, tuple[str, str]] = {
    "at": ("Lúc", "At"),
    "who": ("Ai", "Who"),
    "what": ("Việc", "What"),
    "element": ("Ở bước", "Element"),
    "about": ("Thêm", "About"),
    "notice": ("qua {channel} tới {address}", "by {channel} to {address}"),
    "delivered": ("{channel}: đã tới người nhận", "{channel}: delivered"),
    "undelivered": ("{channel}: không tới được {reason}", "{channel}: not delivered {reason}"),
    "intact": (
        "Chuỗi nhật ký nguyên vẹn: {number} sự kiện.",
        "The history chain is intact: {number} events.",
    ),
    "changed": (
        "Nhật ký đã bị sửa: nội dung sự kiện số {number} không khớp với mã băm.",
        "The history was changed: event {number} is not what was hashed.",
    ),
    "missing": (
        "Nhật ký bị mất sự kiện số {number}.",
        "Event {number} of the history is missing.",
    ),
    "cut": (
        "Nhật ký bị cắt: từ sự kiện số {number} không còn.",
        "The history was cut off before event {number}.",
    ),
}

HAPPENING: dict[str, tuple[str, str]] = {
    "started": ("bắt đầu", "started"),
    "entered": ("vào bước", "entered"),
    "completed": ("xong bước", "completed"),
    "taken": ("đi theo nhánh", "took the flow"),
    "cancelled": ("bỏ bước", "withdrawn"),
    "triggered": ("sự kiện đến", "triggered"),
    "caught": ("bắt được lỗi", "caught"),
    "set": ("đặt biến", "variable set"),
    "warned": ("cảnh báo biểu thức", "expression warned"),
    "decided": ("tra bảng quyết định", "decided"),
    "notice-report": ("nhà cung cấp báo về thông báo", "the provider told of a notice"),
    "claim": ("nhận việc", "claimed"),
    "unclaim": ("trả việc", "unclaimed"),
    "hand-over": ("bàn giao việc", "handed over"),
    "complete-user-task": ("hoàn thành việc", "completed the user task"),
    "complete-job": ("hệ thống làm xong việc", "completed the job"),
    "job-failed": ("việc của hệ thống không thành", "the job failed"),
    "throw-error": ("báo lỗi nghiệp vụ", "threw an error"),
    "fire-timer": ("đến giờ", "the timer fired"),
    "deliver-message": ("nhận thông điệp", "received the message"),
    "deliver-signal": ("nhận tín hiệu", "received the signal"),
    "cancel": ("hủy hồ sơ", "cancelled the instance"),
    "pruned": ("dọn chi tiết của hồ sơ", "took the details away"),
    "archived": ("đưa hồ sơ vào tệp lưu trữ", "moved the instance to an archive"),
    "set-variables": ("sửa biến", "changed variables"),
    "migrate": ("chuyển phiên bản", "moved to another version"),
    "move": ("dời bước", "moved a token"),
    "suspend": ("tạm dừng hồ sơ", "suspended the instance"),
    "resume": ("cho hồ sơ chạy tiếp", "resumed the instance"),
    "ended": ("kết thúc", "ended"),
    "incident-opened": ("có sự cố", "incident opened"),
    "incident-remains": ("vẫn vướng sự cố", "incident remains"),
    "incident-retried": ("làm lại bước có sự cố", "incident retried"),
    "incident-resolved": ("sự cố đã qua", "incident resolved"),
}

DEMO: dict[str, tuple[str, str]] = {
    "at": ("Lúc", "At"),
    "who": ("Ai", "Who"),
    "what": ("Việc", "What"),
    "code": ("Mã hồ sơ", "Dossier"),
    "status": ("Trạng thái", "Status"),
    "due": ("Hẹn trả", "Due"),
    "paper": ("Giấy tờ", "Paper"),
    "number": ("Số", "Number"),
    "to": ("Gửi tới", "To"),
    "subject": ("Nội dung", "Subject"),
    "deployed": ("Đã triển khai: {name}", "Deployed: {name}"),
    "files": ("Nộp hồ sơ", "Files the dossier"),
    "sends": ("Gửi: {label}", "Sends: {label}"),
    "paid": ("Trả tiền qua cổng thanh toán", "Pays through the gateway"),
    "declined": ("Trả tiền nhưng ngân hàng từ chối", "Pays, but the bank declines"),
    "silent": ("Trả tiền; cổng thanh toán im lặng", "Pays; the gateway keeps silent"),
    "notice": ("✉ {subject}", "✉ {subject}"),
    "complete-user-task": ("Hoàn thành: {label}", "Completes: {label}"),
    "fire-timer": ("Đến giờ: {label}", "It is time: {label}"),
    "incident": ("Sự cố ở: {label}", "Incident at: {label}"),
    "papers": ("Giấy tờ và kết quả đã phát hành", "Papers and results issued"),
    "form": ("Mẫu {form} {title}", "Form {form} {title}"),
    "notices": ("Thông báo đã gửi (trong {folder})", "Notices sent (in {folder})"),
    "broken": (
        "Nhật ký không nguyên vẹn sau {number} sự kiện.",
        "The history is not intact after {number} events.",
    ),
    "next": ("Thử tiếp:", "Try next:"),
    "settings": (
        "# Do procflow demo ghi: hồ sơ diễn thử nằm ở đây, giờ giả định là giờ cuối buổi diễn.\n"
        'database = "sqlite:///procflow.db"\nat = "{at}"',
        "# Written by procflow demo: its dossiers lie here; the time is the end of the play.\n"
        'database = "sqlite:///procflow.db"\nat = "{at}"',
    ),
}

PAGES = {
    "start": START,
    "instances": INSTANCES,
    "instance-state": INSTANCE_STATE,
    "tasks": TASKS,
    "task-state": TASK_STATE,
    "claim": CLAIM,
    "complete": COMPLETE,
    "message": MESSAGE,
    "explain": EXPLAIN,
    "history": HISTORY,
    "happening": HAPPENING,
    "demo": DEMO,
}
