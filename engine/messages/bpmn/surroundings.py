"""About what a drawing refers to: jobs, forms, notices, people, other processes."""

from __future__ import annotations

SURROUNDINGS: dict[str, tuple[str, str]] = {
    "bpmn.job-missing": (
        "“{element}” không nêu loại công việc (job type).",
        "Expected a job type at “{element}”, but there is none.",
    ),
    "bpmn.job-missing.type": (
        "Loại công việc (job type) của “{element}” để trống.",
        "Expected a job type at “{element}”, but it is empty.",
    ),
    "bpmn.job-retries": (
        "“{element}”: số lần thử lại phải là số nguyên không âm, không phải “{retries}”.",
        "Expected the retries of “{element}” to be a whole number, but found “{retries}”.",
    ),
    "bpmn.assignment-value.date": (
        "“{element}”: {role} “{text}” không phải là ngày giờ hay khoảng thời gian ISO 8601.",
        "Expected {role} of “{element}” to be an ISO 8601 date or duration, but found “{text}”.",
    ),
    "bpmn.assignment-value.priority": (
        "“{element}”: mức ưu tiên phải là số nguyên từ 0 đến 100, không phải “{text}”.",
        "Expected the priority of “{element}” to be a number from 0 to 100, but found “{text}”.",
    ),
    "bpmn.unknown-job-type": (
        "Không có trình xử lý nào cho loại công việc “{type}” của “{element}”.",
        "Expected a handler for job type “{type}” of “{element}”, but there is none.",
    ),
    "bpmn.unknown-job-type.near": (
        "Không có trình xử lý nào cho loại công việc “{type}” của “{element}”; có phải ý bạn "
        "là “{near}”?",
        "Expected a handler for job type “{type}” of “{element}”, but there is none; did you "
        "mean “{near}”?",
    ),
    "bpmn.missing-job-input": (
        "“{element}”: trình xử lý “{type}” cần biến “{name}”, nhưng không có gì trong bản vẽ "
        "ghi biến này.",
        "Expected variable “{name}” for job type “{type}” of “{element}”, but nothing in the "
        "drawing writes it.",
    ),
    "bpmn.missing-job-input.maybe": (
        "“{element}”: trình xử lý “{type}” cần biến “{name}”; hãy ánh xạ biến này (ioMapping) "
        "để chắc chắn có.",
        "“{element}” needs variable “{name}” for job type “{type}”, which nothing in the "
        "drawing writes.",
    ),
    "bpmn.unknown-document": (
        "“{element}” lập văn bản “{document}”, nhưng không có mẫu documents/{document}.typ.",
        "Expected template “{document}” of “{element}” in documents/, but there is none.",
    ),
    "bpmn.unknown-document.near": (
        "“{element}” lập văn bản “{document}”, nhưng không có mẫu này; có phải ý bạn là “{near}”?",
        "Expected template “{document}” of “{element}” in documents/; did you mean “{near}”?",
    ),
    "bpmn.unknown-notice": (
        "“{element}” gửi thông báo “{notice}”, nhưng không có mẫu thông báo này.",
        "Expected notice “{notice}” of “{element}” to lie beside the drawing, but there is none.",
    ),
    "bpmn.unknown-notice.near": (
        "“{element}” gửi thông báo “{notice}”, nhưng không có mẫu này; có phải ý bạn là “{near}”?",
        "Expected notice “{notice}” of “{element}” beside the drawing; did you mean “{near}”?",
    ),
    "bpmn.unknown-form": (
        "“{element}” dùng biểu mẫu “{form}”, nhưng không có biểu mẫu này.",
        "Expected form “{form}” of “{element}” to be deployed, but there is none.",
    ),
    "bpmn.unknown-form.near": (
        "“{element}” dùng biểu mẫu “{form}”, nhưng không có biểu mẫu này; có phải ý bạn là "
        "“{near}”?",
        "Expected form “{form}” of “{element}” to be deployed, but there is none; did you "
        "mean “{near}”?",
    ),
    "bpmn.start-form": (
        "Biểu mẫu ở sự kiện bắt đầu “{element}” không được dùng: không ai điền biểu mẫu tại đây.",
        "Expected a form only at the none start event of the process, but found one at "
        "“{element}”.",
    ),
    "bpmn.unknown-group": (
        "“{element}” giao cho nhóm “{group}”, nhưng không có nhóm này.",
        "Expected candidate group “{group}” of “{element}” to be a group of the office, but "
        "there is none.",
    ),
    "bpmn.unknown-group.near": (
        "“{element}” giao cho nhóm “{group}”, nhưng không có nhóm này; có phải ý bạn là “{near}”?",
        "Expected candidate group “{group}” of “{element}” to be a group of the office; did "
        "you mean “{near}”?",
    ),
    "bpmn.unknown-lane": (
        "Làn “{element}” không có trong mục [lanes] của procedure.toml.",
        "Expected lane “{element}” in [lanes] of procedure.toml, but it is not there.",
    ),
    "bpmn.unknown-lane.near": (
        "Làn “{element}” không có trong mục [lanes] của procedure.toml; có phải ý bạn là “{near}”?",
        "Expected lane “{element}” in [lanes] of procedure.toml, but it is not there; did you "
        "mean “{near}”?",
    ),
    "bpmn.lane-membership.several": (
        "“{element}” nằm trong nhiều làn: {lanes}.",
        "Expected “{element}” to lie in one lane, but it lies in several: {lanes}.",
    ),
    "bpmn.lane-membership.elsewhere": (
        "Làn “{element}” chứa “{target}”, nhưng phần tử này không thuộc quy trình của làn.",
        "Expected lane “{element}” to hold elements of its own process, but “{target}” is none.",
    ),
    "bpmn.lane-membership.outside": (
        "“{element}” không nằm trong làn nào.",
        "“{element}” lies in no lane.",
    ),
    "bpmn.user-task-without-people": (
        "Không ai nhận được việc “{element}”: không có người, nhóm hay làn có nhóm xử lý.",
        "“{element}” has no assignee, no candidates and no lane with a candidate group: "
        "nobody can do it.",
    ),
    "bpmn.called-process.none": (
        "“{element}” không nói gọi quy trình nào (zeebe:calledElement).",
        "Expected “{element}” to name the process it calls, but it names none.",
    ),
    "bpmn.called-process.tag": (
        "“{element}” gọi theo nhãn phiên bản nhưng không nêu nhãn (versionTag).",
        "Expected a version tag at “{element}”, which binds by version tag, but there is none.",
    ),
    "bpmn.called-process.not-executable": (
        "“{element}” gọi quy trình “{process}”, nhưng quy trình này không thực thi được "
        "(isExecutable).",
        "Expected process “{process}”, called by “{element}”, to be executable, but it is not.",
    ),
    "bpmn.called-process.no-start": (
        "“{element}” gọi quy trình “{process}”, nhưng quy trình này chỉ bắt đầu được bằng sự kiện.",
        "Expected process “{process}”, called by “{element}”, to have a none start event, but "
        "it has none.",
    ),
    "bpmn.called-process.unknown": (
        "“{element}” gọi quy trình “{process}”, nhưng không có quy trình này.",
        "Expected process “{process}”, called by “{element}”, to be deployed, but there is none.",
    ),
    "bpmn.called-process.near": (
        "“{element}” gọi quy trình “{process}”, nhưng không có quy trình này; có phải ý bạn "
        "là “{near}”?",
        "Expected process “{process}”, called by “{element}”, to be deployed; did you mean "
        "“{near}”?",
    ),
    "bpmn.called-decision.none": (
        "“{element}” không nói dùng quyết định nào (zeebe:calledDecision).",
        "Expected “{element}” to name a decision, but it names none.",
    ),
    "bpmn.called-decision.both": (
        "“{element}” vừa gọi quyết định vừa là công việc của trình xử lý; chỉ được một.",
        "Expected either a decision or a job type at “{element}”, but found both.",
    ),
    "bpmn.called-decision.result": (
        "“{element}” không nêu biến nhận kết quả (resultVariable).",
        "Expected a result variable at “{element}”, but there is none.",
    ),
    "bpmn.called-decision.tag": (
        "“{element}” gọi theo nhãn phiên bản nhưng không nêu nhãn (versionTag).",
        "Expected a version tag at “{element}”, which binds by version tag, but there is none.",
    ),
    "bpmn.called-decision.unknown": (
        "“{element}” dùng quyết định “{decision}”, nhưng không có quyết định này.",
        "Expected decision “{decision}” of “{element}” to be deployed, but there is none.",
    ),
    "bpmn.called-decision.near": (
        "“{element}” dùng quyết định “{decision}”, nhưng không có quyết định này; có phải ý "
        "bạn là “{near}”?",
        "Expected decision “{decision}” of “{element}” to be deployed; did you mean “{near}”?",
    ),
}
