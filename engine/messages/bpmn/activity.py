"""About activities: sub-processes, repetition, compensation."""

from __future__ import annotations

ACTIVITY: dict[str, tuple[str, str]] = {
    "bpmn.event-sub-process.flow": (
        "Quy trình con sự kiện “{element}” không được có luồng vào hay ra.",
        "Expected no flow into or out of event sub-process “{element}”, but there is one.",
    ),
    "bpmn.event-sub-process.kind": (
        "Giao dịch và quy trình con tùy biến (ad-hoc) “{element}” không thể được kích hoạt "
        "bằng sự kiện.",
        "Expected an ordinary sub-process to be triggered by an event, but “{element}” is a "
        "transaction or ad hoc.",
    ),
    "bpmn.event-sub-process.loop": (
        "Quy trình con sự kiện “{element}” không được lặp hay dùng để bù trừ.",
        "Expected event sub-process “{element}” without loop and compensation, but it has one.",
    ),
    "bpmn.event-sub-process.start": (
        "Quy trình con sự kiện “{element}” phải có đúng một sự kiện bắt đầu, nhưng có {count}.",
        "Expected one start event in event sub-process “{element}”, but there are {count}.",
    ),
    "bpmn.sub-process-start": (
        "Sự kiện bắt đầu “{element}” trong quy trình con “{scope}” không được thuộc loại {kind}.",
        "Expected a none start event in sub-process “{scope}”, but “{element}” is a {kind_en} "
        "event.",
    ),
    "bpmn.ad-hoc.frame": (
        "Quy trình con tùy biến “{scope}” không được chứa sự kiện bắt đầu hay kết thúc "
        "“{element}”.",
        "Expected no start or end event in ad-hoc sub-process “{scope}”, but found “{element}”.",
    ),
    "bpmn.ad-hoc.empty": (
        "Quy trình con tùy biến “{element}” không có hoạt động nào.",
        "Expected activities in ad-hoc sub-process “{element}”, but there are none.",
    ),
    "bpmn.multi-instance.over-nothing": (
        "“{element}” lặp theo tập hợp nhưng không nói tập hợp nào (inputCollection).",
        "Expected an input collection (or a cardinality) for multi-instance “{element}”, but "
        "there is none.",
    ),
    "bpmn.multi-instance.over-both": (
        "“{element}” chỉ được có inputCollection hoặc loopCardinality, không cả hai.",
        "Expected either an input collection or a cardinality for “{element}”, but found both.",
    ),
    "bpmn.multi-instance.cardinality": (
        "“{element}”: số lần thực hiện phải là số nguyên không âm hoặc biểu thức FEEL, nhưng lại "
        "là “{value}”.",
        "Expected a whole number or FEEL for how often “{element}” is done, but found “{value}”.",
    ),
    "bpmn.multi-instance.half-output": (
        "“{element}”: outputCollection và outputElement phải đi cùng nhau.",
        "Expected outputCollection and outputElement of “{element}” together, but found only one.",
    ),
    "bpmn.multi-instance.behavior": (
        "“{element}”: behavior=“{behavior}” cần chỉ ra thông điệp, tín hiệu, leo thang hoặc lỗi mà "
        "nó phát ra; “Complex” không được hỗ trợ.",
        "Expected behavior “{behavior}” of multi-instance “{element}” to be All, or None or One "
        "with the message, signal, escalation or error that it throws.",
    ),
    "bpmn.standard-loop.endless": (
        "Vòng lặp “{element}” không có điều kiện cũng không có số lần tối đa nên không bao "
        "giờ dừng.",
        "Expected a condition or a maximum for loop “{element}”, but there is neither: it "
        "would never end.",
    ),
    "bpmn.standard-loop.never": (
        "Vòng lặp “{element}” có số lần tối đa là 0.",
        "Expected a maximum of at least one for loop “{element}”, but found 0.",
    ),
    "bpmn.quantity": (
        '“{element}”: {attribute}="{value}" không được hỗ trợ, chỉ 1.',
        "Expected {attribute} of “{element}” to be 1, but it is {value}.",
    ),
    "bpmn.compensation-handler.flow": (
        "Sự kiện bù trừ “{element}” không được có luồng đi ra; hãy nối bằng đường chấm tới "
        "hoạt động bù trừ.",
        "Expected no flow out of compensation event “{element}”, but there is one; draw an "
        "association.",
    ),
    "bpmn.compensation-handler.handlers": (
        "Sự kiện bù trừ “{element}” phải nối tới đúng một hoạt động bù trừ, nhưng có {count}.",
        "Expected one compensation activity for event “{element}”, but there are {count}.",
    ),
    "bpmn.compensation-handler.unmarked": (
        '“{element}” bù trừ cho “{event}” nên phải có isForCompensation="true".',
        "Expected “{element}”, which compensates for “{event}”, to be marked "
        'isForCompensation="true".',
    ),
    "bpmn.compensation-handler.elsewhere": (
        "Hoạt động bù trừ “{element}” phải nằm cùng cấp với sự kiện “{event}”.",
        "Expected compensation activity “{element}” beside event “{event}”, but it lies in "
        "another scope.",
    ),
    "bpmn.compensation-handler.handler-flow": (
        "Hoạt động bù trừ “{element}” không được có luồng vào hay ra.",
        "Expected no flow into or out of compensation activity “{element}”, but there is one.",
    ),
    "bpmn.compensation-handler.border": (
        "Hoạt động bù trừ “{handler}” không được mang sự kiện biên “{element}”; hãy vẽ hoạt động "
        "bù trừ là một quy trình con và bắt sự kiện ở bên trong.",
        "Expected nothing on the border of compensation activity “{handler}”, but there is "
        "“{element}”; draw the activity as a sub-process and catch the event inside.",
    ),
    "bpmn.compensation-handler.unbound": (
        "Hoạt động bù trừ “{element}” phải thuộc về đúng một sự kiện bù trừ, nhưng có {count}.",
        "Expected compensation activity “{element}” to belong to one event, but it belongs to "
        "{count}.",
    ),
}
