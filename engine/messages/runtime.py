"""Sentences of the room: runtime."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "runtime.execution.expression-error": (
        "Biểu thức {expression} tại “{label}” không tính được: {reason}",
        "Expected a value of {expression} at '{label}', but {reason_en}",
    ),
    "runtime.execution.condition-is-null": (
        "Điều kiện cho giá trị null và được coi là sai",
        "The condition is null and counts as false",
    ),
    "runtime.execution.not-a-condition": (
        "Điều kiện {expression} tại “{label}” phải cho đúng hoặc sai, nhưng cho {value}",
        "Expected the condition {expression} at '{label}' to be true or false, but it is {value}",
    ),
    "runtime.execution.uncaught-error": (
        "Lỗi “{code}” phát sinh tại “{label}” nhưng không có sự kiện nào trong bản vẽ đón lỗi này",
        "Expected something to catch the error '{code}' thrown at '{label}', but nothing in the"
        " drawing does",
    ),
    "runtime.execution.uncaught-escalation": (
        "Leo thang “{code}” phát ra tại “{label}” nhưng không có sự kiện nào trong bản vẽ đón nhận",
        "Expected something to catch the escalation '{code}' thrown at '{label}', but nothing in"
        " the drawing does",
    ),
    "runtime.execution.no-flow-taken": (
        "Tại “{label}” không có điều kiện nào đúng và không có nhánh mặc định",
        "Expected a flow out of '{label}' whose condition holds, but none does and there is no"
        " default flow",
    ),
    "runtime.execution.no-start": (
        "Quy trình “{process}” không có sự kiện bắt đầu phù hợp",
        "Expected process '{process}' to have such a start event, but it has none",
    ),
    "runtime.execution.called-process-unknown": (
        "“{label}” gọi quy trình “{called}” nhưng không tìm thấy quy trình này",
        "Expected to find the process '{called}' that '{label}' calls, but it is not deployed",
    ),
    "runtime.execution.calls-too-deep": (
        "“{label}” gọi quy trình “{called}” lồng nhau quá {depth} tầng",
        "Expected at most {depth} calls within each other, but '{label}' calls '{called}' once"
        " more",
    ),
    "runtime.execution.decision-unknown": (
        "“{label}” dùng quyết định “{decision}” nhưng không tìm thấy quyết định này",
        "Expected to find the decision '{decision}' of '{label}', but it is not deployed",
    ),
    "runtime.execution.decision-failed": (
        "Quyết định “{decision}” tại “{label}” không tính được: {reason}",
        "Expected the decision '{decision}' of '{label}' to give a value, but {reason_en}",
    ),
    "runtime.execution.endless-loop": (
        "Quy trình “{label}” chạy qua {elements} bước mà không dừng chờ ở đâu",
        "Expected '{label}' to come to a wait, but it ran through {elements} elements without one",
    ),
    "runtime.execution.wrong-collection": (
        "Biểu thức {expression} tại “{label}” phải cho một danh sách phù hợp, nhưng cho {value}",
        "Expected {expression} at '{label}' to be a fitting list, but it is {value}",
    ),
    "runtime.execution.wrong-cardinality": (
        "Biểu thức {expression} tại “{label}” phải cho số lần thực hiện, nhưng cho {value}",
        "Expected {expression} at '{label}' to be a number of instances, but it is {value}",
    ),
    "runtime.execution.timer-value": (
        "Biểu thức {expression} tại “{label}” không cho thời điểm hay thời hạn hợp lệ mà cho"
        " {value}",
        "Expected {expression} at '{label}' to be a fitting moment, duration or cycle, but it is"
        " {value}",
    ),
    "runtime.execution.correlation-key": (
        "Biểu thức {expression} tại “{label}” phải cho khóa đối chiếu là chuỗi hoặc số, nhưng cho"
        " {value}",
        "Expected {expression} at '{label}' to be a correlation key (string or number), but it is"
        " {value}",
    ),
    "runtime.execution.event-name": (
        "Biểu thức {expression} tại “{label}” phải cho một tên hoặc mã, nhưng cho {value}",
        "Expected {expression} at '{label}' to be a name or code, but it is {value}",
    ),
    "runtime.execution.job-value": (
        "Biểu thức {expression} tại “{label}” không cho loại công việc hay số lần thử hợp lệ mà"
        " cho {value}",
        "Expected {expression} at '{label}' to be a job type or a number of retries, but it is"
        " {value}",
    ),
    "runtime.execution.assignment-value": (
        "Biểu thức {expression} tại “{label}” không cho người, nhóm hay mức ưu tiên hợp lệ mà cho"
        " {value}",
        "Expected {expression} at '{label}' to be a person, groups or a priority, but it is"
        " {value}",
    ),
    "runtime.execution.snapshot-format": (
        "Trạng thái đã lưu có định dạng {format} mà phiên bản phần mềm này không đọc được",
        "Expected a saved state this release can read, but its format is {format}",
    ),
    "runtime.execution.stuck": (
        "Hồ sơ không thể đi tiếp: {waiting} chờ điều không bao giờ đến",
        "Expected something that can move the instance on, but {waiting} wait for what can never"
        " come",
    ),
    "runtime.execution.wait-gone": (
        "Hồ sơ không còn chờ việc số {number}",
        "Expected number {number} to be waited for, but it is not, or not any more",
    ),
    "runtime.execution.other-wait": (
        "“{label}” không chờ việc này mà chờ {kind}",
        "Expected '{label}' to wait for this, but it waits for a {kind}",
    ),
    "runtime.execution.token-gone": (
        "Không còn phạm vi biến số {number}",
        "Expected the scope of token {number} to exist, but it is gone",
    ),
    "runtime.execution.started-already": (
        "Hồ sơ đã được bắt đầu",
        "Expected an instance that is to begin, but it has begun",
    ),
    # -- moving a token --------------------------------------------------------------------------
    "runtime.execution.not-movable": (
        "Không có nhánh số {number} có thể dời",
        "Expected a token {number} that can be moved, but there is none",
    ),
    "runtime.move.nothing-there": (
        "Hồ sơ không ở “{element}”",
        "Expected the instance to be at '{element}', but it is not",
    ),
    "runtime.move.several": (
        "Hồ sơ ở “{element}” nhiều lần; hãy nêu số của nhánh: {numbers}",
        "Expected one token at '{element}', but there are several; name its number: {numbers}",
    ),
    "runtime.move.unknown": (
        "Bản vẽ không có phần tử “{element}”",
        "Expected the drawing to have an element '{element}', but it has none",
    ),
    "runtime.move.other-scope": (
        "“{element}” không cùng quy trình con với “{label}”",
        "Expected '{element}' to lie in the same sub-process as '{label}', but it does not",
    ),
    "runtime.move.no-flow": (
        "Không luồng nào dẫn đến được “{element}”",
        "Expected '{element}' to be an element that flows lead to, but it is none",
    ),
    "runtime.move.join": (
        "“{element}” chờ nhiều nhánh; hãy dời đến phần tử sau nó",
        "Expected an element that waits for no other tokens, but '{element}' joins several; move"
        " to what follows it",
    ),
    # -- moving to another version ---------------------------------------------------------------
    "runtime.migrate-which": (
        "Phải nêu các hồ sơ, hoặc quy trình có các hồ sơ cần chuyển",
        "Expected instances, or the process whose instances are to move",
    ),
    "runtime.migration.unknown-element": (
        "Bản vẽ cũ không có phần tử “{element}”",
        "Expected the old drawing to have an element '{element}', but it has none",
    ),
    "runtime.migration.unknown-target": (
        "Bản vẽ mới không có phần tử “{element}”",
        "Expected the new drawing to have an element '{element}', but it has none",
    ),
    "runtime.migration.maps-twice": (
        "Hai phần tử cũ cùng chuyển sang “{element}”",
        "Expected one element to become '{element}', but the plan names two",
    ),
    "runtime.migration.not-running": (
        "Hồ sơ {instance} không còn chạy",
        "Expected instance {instance} to be running, but it is not any more",
    ),
    "runtime.migration.same-version": (
        "Hồ sơ đã ở phiên bản {version}",
        "Expected another version, but the instance is of version {version} already",
    ),
    "runtime.migration.no-counterpart": (
        "Hồ sơ đang ở “{label}” ({element}), bản vẽ mới không có phần tử tương ứng; hãy nêu trong"
        " kế hoạch",
        "Expected the new drawing to have an element for '{label}' ({element}), but it has none;"
        " name one in the plan",
    ),
    "runtime.migration.other-kind": (
        "“{label}” ({element}) và “{other}” của bản vẽ mới không cùng loại",
        "Expected '{other}' of the new drawing to be of the same kind as '{label}' ({element}),"
        " but it is not",
    ),
    "runtime.migration.other-scope": (
        "“{label}” ({element}) nằm trong quy trình con khác ở bản vẽ mới",
        "Expected '{label}' ({element}) to lie in the same sub-process in the new drawing, but it"
        " does not",
    ),
    "runtime.migration.flow-gone": (
        "Một nhánh đã đến “{label}” ({element}) theo luồng {flow}, bản vẽ mới không có luồng này",
        "Expected the new drawing to have the flow {flow} by which a token came to '{label}'"
        " ({element}), but it has none",
    ),
    "runtime.migration.stuck": (
        "Ở bản vẽ mới hồ sơ không thể đi tiếp: {elements} chờ nhánh không bao giờ đến",
        "Expected the instance to be able to go on in the new drawing, but {elements} would wait"
        " in vain",
    ),
    "runtime.migration.job-at-work": (
        "“{label}” đang được {worker} làm và sẽ thành công việc loại khác; hãy chờ xong",
        "Expected nobody to be at work on '{label}', which becomes a job of another type, but"
        " '{worker}' is; wait until it is done",
    ),
    # -- what a call expected, and what it found -------------------------------------------------
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
        "Quy trình “{process}” chỉ bắt đầu khi có tin nhắn, tín hiệu hoặc đến giờ; hãy chỉ rõ sự"
        " kiện bắt đầu",
        "Expected process '{process}' to have a plain start event, but it begins only by a"
        " message, signal"
        " or timer; name the start event",
    ),
    "runtime.unknown-message": (
        "Không quy trình nào nhận tin nhắn “{name}”; các tin nhắn có thể nhận: {known}",
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
    # -- words -----------------------------------------------------------------------------------
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
    # -- why an instance waits -------------------------------------------------------------------
    "runtime.explain.active": (
        "Hồ sơ {code} ({process}) đang chạy",
        "Dossier {code} ({process}) is running",
    ),
    "runtime.explain.ended": (
        "Hồ sơ {code} ({process}) đã kết thúc lúc {ended}.",
        "Dossier {code} ({process}) ended at {ended}.",
    ),
    "runtime.explain.cancelled": (
        "Hồ sơ {code} ({process}) đã bị hủy lúc {ended}.",
        "Dossier {code} ({process}) was cancelled at {ended}.",
    ),
    "runtime.explain.status": ("trạng thái {code} – {name}", "status {code} – {name}"),
    "runtime.explain.due": ("hạn trả kết quả {due}", "the result is due at {due}"),
    "runtime.explain.anybody": ("bất kỳ ai", "anybody"),
    "runtime.explain.user-task": ("Chờ {who} làm “{label}”.", "Waits for {who} to do “{label}”."),
    "runtime.explain.user-task.due": (
        "Chờ {who} làm “{label}”, hạn {due}.",
        "Waits for {who} to do “{label}” by {due}.",
    ),
    "runtime.explain.user-task.late": (
        "Chờ {who} làm “{label}”, đã quá hạn từ {due}.",
        "Waits for {who} to do “{label}”, which was due at {due}.",
    ),
    "runtime.explain.user-task-held": (
        "“{label}” đã làm xong, nhưng hồ sơ chưa đi tiếp được vì sự cố.",
        "“{label}” is done, but an incident keeps the dossier from going on.",
    ),
    "runtime.explain.job.open": (
        "Chờ hệ thống làm “{label}” ({type}).",
        "Waits for the system to do “{label}” ({type}).",
    ),
    "runtime.explain.job.again": (
        "“{label}” ({type}) chưa thành công, đã thử {failures} lần, thử lại lúc {due}: {text}.",
        "“{label}” ({type}) has not succeeded in {failures} tries and is tried again at {due}:"
        " {text}.",
    ),
    "runtime.explain.job.leased": (
        "Hệ thống ({worker}) đang làm “{label}” ({type}), chậm nhất đến {deadline}.",
        "The system ({worker}) is doing “{label}” ({type}), until {deadline} at the latest.",
    ),
    "runtime.explain.job.failed": (
        "“{label}” ({type}) không thành công sau {failures} lần thử: {text}.",
        "“{label}” ({type}) has failed {failures} times: {text}.",
    ),
    "runtime.explain.job.answered": (
        "“{label}” ({type}) đã có kết quả, nhưng hồ sơ chưa đi tiếp được vì sự cố.",
        "“{label}” ({type}) is done, but an incident keeps the dossier from going on.",
    ),
    "runtime.explain.timer": ("Chờ “{label}” đến {due}.", "Waits for “{label}” until {due}."),
    "runtime.explain.timer.then": (
        "Chờ “{label}” đến {due}, sau đó: {then}.",
        "Waits for “{label}” until {due}; then: {then}.",
    ),
    "runtime.explain.timer.interrupts": (
        "Nếu đến {due} mà “{host}” chưa xong thì dừng việc đó ({label}) và chuyển sang: {then}.",
        "If “{host}” is not done by {due}, it is stopped ({label}) and this follows: {then}.",
    ),
    "runtime.explain.timer.beside": (
        "Nếu đến {due} mà “{host}” chưa xong ({label}) thì đồng thời: {then}.",
        "If “{host}” is not done by {due} ({label}), this happens beside it: {then}.",
    ),
    "runtime.explain.message": (
        "Chờ tin “{name}” (khóa {key}) tại “{label}”.",
        "Waits at “{label}” for the message “{name}” (key {key}).",
    ),
    "runtime.explain.message.then": (
        "Chờ tin “{name}” (khóa {key}) tại “{label}”, sau đó: {then}.",
        "Waits at “{label}” for the message “{name}” (key {key}); then: {then}.",
    ),
    "runtime.explain.message.interrupts": (
        "Nếu có tin “{name}” (khóa {key}) thì dừng “{host}” ({label}) và chuyển sang: {then}.",
        "If the message “{name}” (key {key}) comes, “{host}” is stopped ({label}) and this"
        " follows: {then}.",
    ),
    "runtime.explain.message.beside": (
        "Nếu có tin “{name}” (khóa {key}) trong lúc làm “{host}” ({label}) thì đồng thời: {then}.",
        "If the message “{name}” (key {key}) comes during “{host}” ({label}), this happens beside"
        " it: {then}.",
    ),
    "runtime.explain.signal": (
        "Chờ tín hiệu “{name}” tại “{label}”.",
        "Waits at “{label}” for the signal “{name}”.",
    ),
    "runtime.explain.signal.then": (
        "Chờ tín hiệu “{name}” tại “{label}”, sau đó: {then}.",
        "Waits at “{label}” for the signal “{name}”; then: {then}.",
    ),
    "runtime.explain.signal.interrupts": (
        "Nếu có tín hiệu “{name}” thì dừng “{host}” ({label}) và chuyển sang: {then}.",
        "If the signal “{name}” comes, “{host}” is stopped ({label}) and this follows: {then}.",
    ),
    "runtime.explain.signal.beside": (
        "Nếu có tín hiệu “{name}” trong lúc làm “{host}” ({label}) thì đồng thời: {then}.",
        "If the signal “{name}” comes during “{host}” ({label}), this happens beside it: {then}.",
    ),
    "runtime.explain.condition": (
        "Chờ tại “{label}” đến khi điều kiện “{condition}” đúng.",
        "Waits at “{label}” until the condition “{condition}” is true.",
    ),
    "runtime.explain.condition.then": (
        "Chờ tại “{label}” đến khi điều kiện “{condition}” đúng, sau đó: {then}.",
        "Waits at “{label}” until the condition “{condition}” is true; then: {then}.",
    ),
    "runtime.explain.condition.interrupts": (
        "Nếu điều kiện “{condition}” đúng thì dừng “{host}” ({label}) và chuyển sang: {then}.",
        "If the condition “{condition}” becomes true, “{host}” is stopped ({label}) and this"
        " follows: {then}.",
    ),
    "runtime.explain.condition.beside": (
        "Nếu điều kiện “{condition}” đúng trong lúc làm “{host}” ({label}) thì đồng thời: {then}.",
        "If the condition “{condition}” becomes true during “{host}” ({label}), this happens"
        " beside it: {then}.",
    ),
    "runtime.explain.incident": (
        "Sự cố từ {since}, cần người xử lý (đã thử {tries} lần, mã {key}): {sentence}.",
        "An incident since {since}, for a person to mend (tried {tries} times, key {key}):"
        " {sentence}.",
    ),
    "runtime.explain.warning": (
        "Lưu ý tại “{label}”: {expression} không có giá trị, vì: {why}.",
        "Note at “{label}”: {expression} gave nothing, because: {why}.",
    ),
    # -- the doctor ------------------------------------------------------------------------------
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
