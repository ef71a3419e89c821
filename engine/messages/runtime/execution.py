"""Why a drawing cannot go on."""

from __future__ import annotations

EXECUTION: dict[str, tuple[str, str]] = {
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
    "runtime.execution.called-process-start": (
        "“{label}” gọi quy trình “{called}” nhưng quy trình này chỉ bắt đầu được bằng sự kiện",
        "Expected the process '{called}' that '{label}' calls to have a none start event, but only"
        " an event begins it",
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
}
