"""About what the drawing does as a whole."""

from __future__ import annotations

SOUNDNESS: dict[str, tuple[str, str]] = {
    "bpmn.error-never-raised": (
        "“{element}” bắt lỗi “{code}”, nhưng không có gì bên trong gây ra lỗi này.",
        "“{element}” catches error “{code}”, but nothing inside raises it.",
    ),
    "bpmn.error-uncaught": (
        "“{element}” có thể gây lỗi “{code}”, nhưng không có sự kiện nào bắt lỗi này.",
        "“{element}” can raise error “{code}”, but nothing around it catches it.",
    ),
    "bpmn.escalation-uncaught": (
        "“{element}” phát ra leo thang “{code}”, nhưng không có sự kiện nào đón nhận.",
        "“{element}” throws escalation “{code}”, but nothing around it catches it.",
    ),
    "bpmn.unwritten-variable": (
        "“{element}”: {role} đọc biến “{name}”, nhưng không có gì trong bản vẽ ghi biến này.",
        "{role} of “{element}” reads variable “{name}”, but nothing in the drawing writes it.",
    ),
    "bpmn.unwritten-variable.near": (
        "“{element}”: {role} đọc biến “{name}” mà không có gì ghi; có phải ý bạn là “{near}”?",
        "{role} of “{element}” reads variable “{name}”, which nothing writes; did you mean "
        "“{near}”?",
    ),
    "bpmn.message-never-sent": (
        "“{element}” chờ thông điệp “{name}”, nhưng không có gì gửi thông điệp này.",
        "“{element}” waits for message “{name}”, but nothing sends it.",
    ),
    "bpmn.message-never-sent.near": (
        "“{element}” chờ thông điệp “{name}” mà không có gì gửi; có phải ý bạn là “{near}”?",
        "“{element}” waits for message “{name}”, which nothing sends; did you mean “{near}”?",
    ),
    "bpmn.unlabelled": (
        "Phần tử “{element}” chưa có nhãn.",
        "Expected a label at “{element}”, but there is none.",
    ),
    "bpmn.unreachable": (
        "Không có đường nào từ sự kiện bắt đầu dẫn tới “{element}”.",
        "Expected a path from a start event to “{element}”, but there is none.",
    ),
    "bpmn.unreachable.no-beginning": (
        "Trong “{element}” không có gì để bắt đầu: mọi phần tử đều có luồng đi vào.",
        "Expected something to begin in “{element}”, but every element has a flow into it.",
    ),
    "bpmn.no-way-out": (
        "Từ “{element}” không có đường nào dẫn tới kết thúc.",
        "Expected a way to an end from “{element}”, but there is none.",
    ),
    "bpmn.endless-loop": (
        "Vòng lặp không bao giờ dừng và không chờ gì: {loop}.",
        "Expected a loop to wait for something or to have a way out, but this one has "
        "neither: {loop}.",
    ),
    "bpmn.deadlock.always": (
        "“{element}” chờ mãi vì không bao giờ nhận đủ các nhánh: {path}.",
        "Expected “{element}” to get a token from each of its flows, but it never does: {path}.",
    ),
    "bpmn.deadlock.sometimes": (
        "“{element}” có thể chờ mãi vì không nhận đủ các nhánh: {path}.",
        "“{element}” can wait for ever for one of its flows: {path}.",
    ),
    "bpmn.lack-of-synchronisation": (
        "“{element}” và các bước sau có thể được thực hiện nhiều lần vì các nhánh song song "
        "không được nhập lại: {path}.",
        "“{element}” and what follows can be done several times, since parallel branches are "
        "not joined: {path}.",
    ),
}
