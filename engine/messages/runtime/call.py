"""What a call expected, and what it found."""

from __future__ import annotations

CALL: dict[str, tuple[str, str]] = {
    "runtime.database-too-new": (
        "Cơ sở dữ liệu ở phiên bản {found}, do một bản procflow mới hơn ghi (bản này biết đến"
        " {expected}):"
        " hãy cài bản mới hơn hoặc dùng cơ sở dữ liệu khác",
        "Expected a database of revision {expected} or older, but it is of revision {found},"
        " which a"
        " newer procflow wrote: install that version, or use another database",
    ),
    "runtime.database-too-old": (
        "Cơ sở dữ liệu ở phiên bản {found}, cần {expected}: hãy mở một lần với migrate=True",
        "Expected a database of revision {expected}, but it is of revision {found}: open it once"
        " with migrate=True",
    ),
    "runtime.database-unreachable": (
        "Không dùng được cơ sở dữ liệu: {reason}",
        "Expected to reach the database, but it says: {reason}",
    ),
    "runtime.no-such-file": (
        "Không có tệp hay thư mục “{path}”",
        "Expected a file or folder '{path}', but there is none",
    ),
    "runtime.unknown-process": (
        "Không có quy trình “{process}” nào được triển khai",
        "Expected a deployed process '{process}', but there is none",
    ),
    "runtime.unknown-definition": (
        "Không có phiên bản quy trình “{key}”",
        "Expected a process definition '{key}', but there is none",
    ),
    "runtime.unknown-instance": (
        "Không có hồ sơ “{key}”",
        "Expected a process instance '{key}', but there is none",
    ),
    "runtime.activate-how": (
        "Muốn nhận việc tự động phải nói tên, số lượng và thời hạn giữ; nhận được “{worker}”, "
        "{limit}, {lease}",
        "Expected a worker's name, a limit of one or more and a lease of some time, but found "
        "'{worker}', {limit} and {lease}",
    ),
    "runtime.bad-lease": (
        "“{text}” không phải là mã giữ việc",
        "Expected the text of a lease, but found '{text}'",
    ),
    "runtime.retry-cannot-move": (
        "Hồ sơ “{key}” không chuyển được sang phiên bản đó: {why}",
        "Expected instance '{key}' to move to that version, but: {why_en}",
    ),
    "runtime.file-exists": (
        "Tệp “{file}” đã có",
        "Expected '{file}' to be a new file, but it is there already",
    ),
    "runtime.backup-by-pg-dump": (
        "PostgreSQL được sao lưu bằng pg_dump, phục hồi bằng pg_restore",
        "Expected an SQLite database; a PostgreSQL one is backed up by pg_dump and restored by "
        "pg_restore",
    ),
    "runtime.pruned": (
        "Biến và công việc của hồ sơ “{key}” đã được dọn; nhật ký vẫn còn",
        "Expected instance '{key}' with its variables, but they have been taken away; its history "
        "is still here",
    ),
    "runtime.archived": (
        "Chi tiết và nhật ký của hồ sơ “{key}” nằm trong tệp lưu trữ “{file}”",
        "Expected instance '{key}' with its history, but that lies in the archive '{file}'",
    ),
    "runtime.not-archived": (
        "Hồ sơ “{key}” chưa được đưa vào tệp lưu trữ nào",
        "Expected instance '{key}' to be in an archive, but it is not",
    ),
    "runtime.not-in-archive": (
        "Tệp lưu trữ “{file}” không có hồ sơ “{key}”",
        "Expected instance '{key}' in the archive '{file}', but it is not there",
    ),
    "runtime.archive-at-work": (
        "Một tiến trình khác đang ghi tệp lưu trữ “{file}”",
        "Expected to write to the archive '{file}' alone, but another process is doing so",
    ),
    "runtime.unknown-user-task": (
        "Không có việc “{key}”",
        "Expected a user task '{key}', but there is none",
    ),
    "runtime.unknown-job": (
        "Không có công việc tự động “{key}”",
        "Expected a job '{key}', but there is none",
    ),
    "runtime.unknown-incident": (
        "Không có sự cố “{key}”",
        "Expected an incident '{key}', but there is none",
    ),
    "runtime.unknown-start": (
        "Quy trình “{process}” không có sự kiện bắt đầu “{element}”",
        "Expected process '{process}' to have a start event '{element}', but it has none",
    ),
    "runtime.no-condition-holds": (
        "Quy trình “{process}” bắt đầu khi một điều kiện đúng, nhưng với dữ liệu đã cho không có"
        " điều kiện nào đúng",
        "Expected a condition by which process '{process}' begins to hold, but with these"
        " variables none does",
    ),
    "runtime.no-plain-start": (
        "Quy trình “{process}” chỉ bắt đầu khi có thông điệp, tín hiệu hoặc đến giờ; hãy chỉ rõ sự"
        " kiện bắt đầu",
        "Expected process '{process}' to have a plain start event, but it begins only by a"
        " message, signal"
        " or timer; name the start event",
    ),
    "runtime.unknown-message": (
        "Không quy trình nào nhận thông điệp “{name}”; các thông điệp có thể nhận: {known}",
        "Expected a message that some deployed process can receive, but none knows '{name}';"
        " known: {known}",
    ),
    "runtime.process-drawn-twice": (
        "Quy trình “{process}” được vẽ trong nhiều tệp: {files}",
        "Expected one drawing of process '{process}', but it is drawn in {files}",
    ),
    "runtime.start-timer": (
        "Sự kiện hẹn giờ “{label}” bắt đầu quy trình, nhưng khi chưa có hồ sơ thì “{text}” không "
        "cho ngày giờ hay chu kỳ nào",
        "Expected a date or cycle at timer “{label}”, which starts the process, but “{text}” gives "
        "none before there is an instance",
    ),
    "runtime.no-drawing": (
        "Không có bản vẽ (.bpmn) hay bảng quyết định (.dmn) nào để triển khai",
        "Expected a drawing (.bpmn) or decisions (.dmn) to deploy, but there are none",
    ),
    "runtime.unknown-version": (
        "Quy trình “{process}” không có phiên bản {version}",
        "Expected version {version} of process '{process}', but there is none",
    ),
    "runtime.suspend-one": (
        "Phải chọn đúng một: hồ sơ, quy trình (có thể kèm phiên bản hoặc phần tử), hoặc loại công"
        " việc",
        "Expected one of: an instance, a process (with a version or an element, if need be), a job"
        " type",
    ),
    "runtime.suspended-already": (
        "“{target}” đang tạm dừng rồi",
        "Expected to suspend '{target}', but it is suspended already",
    ),
    "runtime.not-suspended": (
        "“{target}” không bị tạm dừng",
        "Expected to resume '{target}', but it is not suspended",
    ),
    "runtime.suspended": (
        "“{target}” đang tạm dừng ({who}): {reason}",
        "'{target}' is suspended by {who}: {reason}",
    ),
    "runtime.work-suspended": (
        "Chưa thể làm “{label}”: việc này đang tạm dừng ({who}): {reason}",
        "Expected to work on '{label}', but it is suspended by {who}: {reason}",
    ),
    "runtime.no-reason": (
        "Phải ghi lý do",
        "Expected a reason, but none was given",
    ),
    "runtime.not-begun": (
        "Hồ sơ “{key}” chưa bắt đầu được vì có sự cố",
        "Expected instance '{key}' to have begun, but an incident holds its first step",
    ),
    "runtime.instance-not-active": (
        "Không thể {verb} hồ sơ “{key}”: hồ sơ {state}",
        "Expected to {verb} process instance '{key}', but it is {state}",
    ),
    "runtime.incident-resolved": (
        "Sự cố “{key}” đã được xử lý xong",
        "Expected to retry incident '{key}', but it is resolved",
    ),
    "runtime.user-task-not-open": (
        "Không thể {verb} việc “{label}” ({key}): việc {state}",
        "Expected to {verb} user task '{key}' ({label}), but it is {state}",
    ),
    "runtime.claimed-by-another": (
        "Không thể nhận việc “{label}” ({key}): {assignee} đã nhận",
        "Expected to claim user task '{key}' ({label}), but it is claimed by '{assignee}'",
    ),
    "runtime.not-claimed": (
        "Không thể trả lại việc “{label}” ({key}): chưa ai nhận việc này",
        "Expected to unclaim user task '{key}' ({label}), but nobody has claimed it",
    ),
    "runtime.not-the-assignee": (
        "{actor} không thể {verb} việc “{label}” ({key}): {assignee} đang giữ việc này",
        "Expected '{assignee}' to {verb} user task '{key}' ({label}), but it was '{actor}'",
    ),
    "runtime.not-a-candidate": (
        "{actor} không thể {verb} việc “{label}” ({key}): việc dành cho {candidates}",
        "Expected one of {candidates} to {verb} user task '{key}' ({label}), but it was '{actor}'",
    ),
    "runtime.form-does-not-fit": (
        "Biểu mẫu của việc “{label}” ({key}) chưa đúng: {problems}",
        "Expected the form of user task '{key}' ({label}) to be filled in properly, but:"
        " {problems}",
    ),
    "runtime.job-not-free": (
        "Không thể giao việc tự động “{label}” ({key}): việc {state}, làm từ {due}",
        "Expected job '{key}' ({label}) to be free, but it is {state}, to be done from {due}",
    ),
    "runtime.lease-over": (
        "Kết quả của “{label}” ({key}) đến quá muộn: {worker} chỉ được giữ việc đến {deadline}",
        "Expected an answer for job '{key}' ({label}) before {deadline}, but it came later;"
        " '{worker}' has"
        " lost it",
    ),
    "runtime.lease-taken": (
        "Kết quả của “{label}” ({key}) đến quá muộn: việc của {worker} đã giao cho {other}",
        "Expected worker '{worker}' to hold job '{key}' ({label}), but it was given to '{other}'"
        " meanwhile",
    ),
    "runtime.lease-lost": (
        "{worker} không còn giữ “{label}” ({key}): việc {state}",
        "Expected worker '{worker}' to hold job '{key}' ({label}), but it is {state}",
    ),
    "runtime.no-retries": (
        "Việc tự động “{label}” ({type}) không thành công và đã hết lượt thử: {text}",
        "Expected job '{label}' ({type}) to succeed, but it failed and no try is left: {text}",
    ),
    "runtime.engine-fault": (
        "Phần mềm gặp lỗi khi chạy “{label}”: {fault}",
        "Expected the engine to run '{label}', but it has a fault: {fault}",
    ),
}
