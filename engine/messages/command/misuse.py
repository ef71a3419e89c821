"""What a call of the command got wrong, and the settings file."""

from __future__ import annotations

HELP_PAGE: dict[str, tuple[str, str]] = {
    "usage": ("Cách dùng:", "Usage:"),
    "some-options": ("[LỰA CHỌN]", "[OPTIONS]"),
    "some-command": ("LỆNH [THAM SỐ]…", "COMMAND [ARGS]…"),
    "commands": ("Các lệnh", "Commands"),
    "begin": ("Làm quen", "Begin"),
    "draw": ("Vẽ một thủ tục", "Draw a procedure"),
    "run": ("Giải quyết hồ sơ", "Take dossiers on their way"),
    "operate": ("Vận hành", "Keep it running"),
    "connect": ("Nối với hệ thống khác", "Connect other systems"),
    "options": ("Lựa chọn", "Options"),
    "common": ("Lựa chọn chung", "Common options"),
    "default": ("mặc định", "default"),
    "required": ("bắt buộc", "required"),
}

ERROR: dict[str, tuple[str, str]] = {
    "no-such-command": ("Không có lệnh “{name}”.", "There is no command “{name}”."),
    "no-such-option": ("Không có lựa chọn “{name}”.", "There is no option “{name}”."),
    "meant": ("Có phải ý bạn là “{name}”?", "Did you mean “{name}”?"),
    "missing": ("Thiếu {name}.", "{name} is missing."),
    "bad-value": (
        "Giá trị của {name} không dùng được: {why}",
        "The value of {name} does not fit: {why}",
    ),
    "file": ("Không dùng được tệp {file}: {why}.", "Cannot use the file {file}: {why}."),
    "unexpected": (
        "Lỗi ngoài dự kiến ({kind}): {text}. Thêm --debug để biết lỗi ở đâu.",
        "An unexpected error ({kind}): {text}. Add --debug to see where.",
    ),
    "no-such-path": (
        "không có tệp hay thư mục “{file}”",
        "there is no file or folder “{file}”",
    ),
    "no-such-file": ("không có tệp “{file}”", "there is no file “{file}”"),
    "not-json": (
        "{source} không phải là JSON: {why} (dòng {line}, cột {column})",
        "{source} is not JSON: {why} (line {line}, column {column})",
    ),
    "not-object": (
        "{source}: cần một đối tượng JSON với tên các biến",
        "{source}: expected a JSON object with the names of the variables",
    ),
    "not-assignment": (
        "cần TÊN=GIÁ TRỊ, nhưng là “{text}”",
        "expected NAME=VALUE, but found “{text}”",
    ),
    "not-duration": (
        "cần một khoảng thời gian như PT30M hoặc P2D, nhưng là “{text}”",
        "expected a duration such as PT30M or P2D, but found “{text}”",
    ),
    "not-date": (
        "cần một ngày như 2026-07-01 hoặc 01/07/2026, nhưng là “{text}”",
        "expected a date such as 2026-07-01 or 01/07/2026, but found “{text}”",
    ),
    "no-procedures": (
        "Không có thủ tục nào trong {paths}: cần thư mục có tệp .bpmn hoặc procedure.toml.",
        "There is no procedure in {paths}: expected a folder with a .bpmn file or procedure.toml.",
    ),
    "exists": (
        "{file} đã có. Thêm --force để ghi đè.",
        "{file} is there already. Add --force to write over it.",
    ),
    "not-address": (
        "“{text}” không phải địa chỉ HOST:PORT",
        "expected an address HOST:PORT, but found '{text}'",
    ),
    "not-a-plan": (
        "{file}: kế hoạch chỉ có process, from, to và bảng elements (mã cũ = mã mới)",
        "{file}: expected a plan with process, from, to and a table of elements (old = new)",
    ),
}

SETTINGS: dict[str, tuple[str, str]] = {
    "unreadable": ("Không đọc được {file}: {reason}", "Cannot read {file}: {reason}"),
    "unknown": ("không có thiết lập “{name}”.{meant}", "there is no setting “{name}”.{meant}"),
    "meant": (" Có phải ý bạn là “{name}”?", " Did you mean “{name}”?"),
    "wrong-type": (
        "thiết lập “{name}” cần {expected}, nhưng là {found}",
        "the setting “{name}” takes {expected}, but found {found}",
    ),
    "missing": (
        "thiếu thiết lập “{name}” (hoặc biến môi trường {variable})",
        "the setting “{name}” (or the variable {variable}) is needed, but missing",
    ),
    "missing-secret": (
        "thiếu bí mật “{name}”: đặt biến môi trường {variable}, hoặc {variable}_FILE là tệp giữ nó",
        "the secret “{name}” is needed, but missing: set the variable {variable},"
        " or {variable}_FILE to the file that holds it",
    ),
    "no-package": (
        "thiết lập “handlers.{name}” cần gói handler “{name}”, nhưng gói ấy chưa được cài;"
        " các gói đã cài: {known}",
        "the setting “handlers.{name}” wants the handler package “{name}”, which is not installed;"
        " installed are: {known}",
    ),
    "broken-package": (
        "không nạp được gói handler “{name}”: {reason}",
        "the handler package “{name}” cannot be loaded: {reason}",
    ),
    "plain-secret": (
        "bí mật “{name}” không được viết trong tệp thiết lập: đặt biến môi trường {variable},"
        ' hoặc viết {{ file = "tệp giữ nó" }}',
        "the secret “{name}” may not stand in the settings file: set the variable {variable},"
        ' or write {{ file = "the file that holds it" }}',
    ),
    "bad-time": (
        "Giờ giả định “{at}” không đúng dạng, ví dụ đúng: 2026-03-02T08:00:00+07:00",
        "The pretended time “{at}” is no time; a right one is 2026-03-02T08:00:00+07:00",
    ),
    "str": ("một chuỗi chữ", "a text"),
    "int": ("một số nguyên", "a whole number"),
    "bool": ("true hoặc false", "true or false"),
    "list": ("một danh sách", "a list"),
    "dict": ("một bảng", "a table"),
}

PAGES = {
    "help-page": HELP_PAGE,
    "error": ERROR,
    "settings": SETTINGS,
}
