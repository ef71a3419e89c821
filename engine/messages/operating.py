"""Sentences of the commands an operator gives to what is running."""

from __future__ import annotations

ABOUT: dict[str, tuple[str, str]] = {
    "move": (
        "Dời một hồ sơ từ phần tử này sang phần tử khác, có ghi lý do vào nhật ký.\n\n"
        "SOURCE là phần tử hồ sơ đang ở, hoặc số của nhánh; TARGET ở cùng quy trình con.",
        "Move an instance from one element to another; the reason goes into its history.\n\n"
        "SOURCE is the element it stands at, or the token's number; TARGET lies in the same "
        "sub-process.",
    ),
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
    "migrate": (
        "Chuyển hồ sơ đang chạy sang phiên bản khác của bản vẽ.\n\n"
        "Phần tử được ghép theo mã, rồi theo nhãn; còn lại ghi trong kế hoạch. Tất cả được kiểm "
        "tra trước, rồi chuyển hết hoặc không chuyển gì. Đồng hồ giữ nguyên giờ hẹn, việc đã "
        "nhận giữ nguyên người nhận.",
        "Move running instances to another version of their drawing.\n\n"
        "Elements are matched by id, then by label; a plan names the rest. All are checked first, "
        "then all move or none. Timers keep their moment, user tasks their claims.",
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
    "from": ("Chỉ các hồ sơ ở phiên bản này.", "Only instances of this version."),
    "to": (
        "Sang phiên bản nào; mặc định là bản mới nhất.",
        "To which version; by default the newest.",
    ),
    "plan": (
        "Kế hoạch (TOML hoặc JSON): process, from, to và bảng elements.",
        "The plan (TOML or JSON): process, from, to and a table of elements.",
    ),
    "map": (
        "Phần tử cũ thành phần tử mới. Lặp lại được.",
        "An old element and the one it becomes. Repeatable.",
    ),
    "dry-run": ("Chỉ kiểm tra, không đổi gì.", "Only look; nothing is changed."),
    "each": (
        "Chuyển từng hồ sơ một; hồ sơ vướng thì ở lại.",
        "Each instance on its own; those that cannot, stay.",
    ),
    "kind": ("Mọi sự cố loại này.", "All incidents of this kind."),
    "at-element": ("Chỉ ở phần tử này.", "Only at this element."),
    "closed-suspensions": ("Cả những lần đã cho chạy tiếp.", "Those that are over, too."),
}

ERROR: dict[str, tuple[str, str]] = {
    "not-a-plan": (
        "{file}: kế hoạch chỉ có process, from, to và bảng elements (mã cũ = mã mới)",
        "{file}: expected a plan with process, from, to and a table of elements (old = new)",
    ),
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
    "cancelled": ("Đã hủy hồ sơ {key}: {reason}", "Instance {key} is cancelled: {reason}"),
}

MOVE: dict[str, tuple[str, str]] = {
    "moved": ("Đã dời sang “{to}”.", "Moved to '{to}'."),
}

PAGES = {
    "move": MOVE,
    "migrate": MIGRATE,
    "resume": RESUME,
    "suspensions": SUSPENSIONS,
    "cancel": CANCEL,
}
