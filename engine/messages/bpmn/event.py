"""About events: what they wait for and what they throw."""

from __future__ import annotations

EVENT: dict[str, tuple[str, str]] = {
    "bpmn.kind.none": ("thường", "none"),
    "bpmn.kind.message": ("thông điệp", "message"),
    "bpmn.kind.timer": ("hẹn giờ", "timer"),
    "bpmn.kind.signal": ("tín hiệu", "signal"),
    "bpmn.kind.conditional": ("có điều kiện", "conditional"),
    "bpmn.kind.error": ("lỗi", "error"),
    "bpmn.kind.escalation": ("leo thang", "escalation"),
    "bpmn.kind.compensate": ("bù trừ", "compensation"),
    "bpmn.kind.cancel": ("hủy", "cancel"),
    "bpmn.kind.link": ("liên kết", "link"),
    "bpmn.kind.terminate": ("chấm dứt", "terminate"),
    "bpmn.event-kind": (
        "Sự kiện “{element}” không được thuộc loại {kind} ở vị trí này.",
        "Expected another kind of event at this place than {kind_en} for “{element}”.",
    ),
    "bpmn.event-kind.cancel": (
        "Sự kiện hủy “{element}” chỉ dùng được trong (hoặc trên biên của) một giao dịch.",
        "Expected cancel event “{element}” to belong to a transaction, but it does not.",
    ),
    "bpmn.several-event-definitions.thrown": (
        "Sự kiện “{element}” phát {count} sự kiện cùng lúc; chỉ được một, hãy vẽ lần lượt.",
        "Expected “{element}” to throw one event, but it throws {count}; draw one after the other.",
    ),
    "bpmn.several-event-definitions.alone": (
        "Sự kiện liên kết, bù trừ hoặc hủy “{element}” phải đứng một mình, nhưng có {count} "
        "định nghĩa.",
        "Expected a link, compensation or cancel event to stand alone, but “{element}” has "
        "{count} events.",
    ),
    "bpmn.several-event-definitions.passing": (
        "Lỗi và leo thang không thể chờ cùng lúc với sự kiện khác ở “{element}” ({count} sự kiện).",
        "Expected “{element}” to wait for all {count} of its events, but errors and escalations "
        "pass at once.",
    ),
    "bpmn.several-event-definitions.begin": (
        "Quy trình không thể bắt đầu bằng việc chờ đủ cả {count} sự kiện ở “{element}”.",
        "Expected “{element}” to begin the process with one of its events, but it asks for "
        "all {count}.",
    ),
    "bpmn.non-interrupting": (
        "Sự kiện {kind} “{element}” phải là loại ngắt (interrupting).",
        "Expected {kind_en} event “{element}” to interrupt, but it does not.",
    ),
    "bpmn.start-interrupting": (
        "Sự kiện bắt đầu “{element}” không nằm trong quy trình con sự kiện nên không thể là "
        "loại không ngắt.",
        'Expected isInterrupting="false" only in an event sub-process, but found it at '
        "“{element}”.",
    ),
    "bpmn.several-none-starts": (
        "Ngoài “{first}” không được có thêm sự kiện bắt đầu không định nghĩa “{element}”.",
        "Expected one none start event, but “{element}” stands beside “{first}”.",
    ),
    "bpmn.instantiating": (
        "“{element}” tạo hồ sơ mới (instantiate) nên phải đứng đầu quy trình và không có sự "
        "kiện bắt đầu nào khác.",
        "Expected “{element}”, which starts an instance, to come first without any start "
        "event beside it.",
    ),
    "bpmn.instantiating.loop": (
        "“{element}” tạo hồ sơ mới (instantiate) nên chỉ nhận một thông điệp, không được lặp lại.",
        "Expected “{element}”, which starts an instance, to be done once, but it is repeated.",
    ),
    "bpmn.instantiating.condition": (
        "“{element}” đứng sau cổng “{gateway}” tạo hồ sơ mới (instantiate) nên không được chờ một "
        "điều kiện: khi đó chưa có hồ sơ nào để xét.",
        "Expected “{element}” after gateway “{gateway}”, which starts an instance, not to wait for "
        "a condition: there is no instance yet.",
    ),
    "bpmn.event-without-name": (
        "“{element}” phải nêu tên thông điệp hoặc tín hiệu.",
        "Expected the name of a message or signal at “{element}”, but there is none.",
    ),
    "bpmn.event-without-name.code": (
        "“{element}” phải nêu mã lỗi hoặc mã leo thang.",
        "Expected an error or escalation code at “{element}”, but there is none.",
    ),
    "bpmn.event-without-name.condition": (
        "Sự kiện có điều kiện “{element}” không nêu điều kiện.",
        "Expected a condition at conditional event “{element}”, but there is none.",
    ),
    "bpmn.message-without-key": (
        "“{element}” chờ thông điệp “{name}” mà không nêu khóa tương quan: mã hồ sơ "
        "(businessKey) sẽ được dùng.",
        "“{element}” waits for message “{name}” without a correlation key: the business key "
        "correlates.",
    ),
    "bpmn.same-event-twice": (
        "“{element}” và “{first}” cùng bắt một sự kiện ở cùng một chỗ.",
        "Expected “{element}” and “{first}” to catch different events, but they catch the same.",
    ),
    "bpmn.timer.missing": (
        "Sự kiện hẹn giờ “{element}” không nói khi nào.",
        "Expected a date, duration or cycle at timer “{element}”, but there is none.",
    ),
    "bpmn.timer.date": (
        "Sự kiện hẹn giờ “{element}”: “{value}” không phải là ngày giờ ISO 8601.",
        "Expected an ISO 8601 date and time at timer “{element}”, but found “{value}”.",
    ),
    "bpmn.timer.duration": (
        "Sự kiện hẹn giờ “{element}”: “{value}” không phải là khoảng thời gian ISO 8601, ví "
        "dụ P10D.",
        "Expected an ISO 8601 duration such as P10D at timer “{element}”, but found “{value}”.",
    ),
    "bpmn.timer.cycle": (
        "Sự kiện hẹn giờ “{element}”: “{value}” không phải là chu kỳ ISO 8601, ví dụ R3/PT24H.",
        "Expected an ISO 8601 cycle such as R3/PT24H at timer “{element}”, but found “{value}”.",
    ),
    "bpmn.timer.once": (
        "Sự kiện hẹn giờ “{element}” chỉ xảy ra một lần nên không dùng được chu kỳ.",
        "Expected a date or duration at timer “{element}”, which happens only once, but found "
        "a cycle.",
    ),
    "bpmn.timer.start": (
        "Sự kiện hẹn giờ “{element}” bắt đầu quy trình nên không dùng được khoảng thời gian; hãy "
        "dùng ngày giờ hoặc chu kỳ.",
        "Expected a date or cycle at timer “{element}”, which starts the process, but found a "
        "duration.",
    ),
    "bpmn.cancel-boundary": (
        "Giao dịch “{element}” có thể bị hủy nhưng không có sự kiện hủy trên biên: hãy vẽ sự kiện "
        "đó và nhánh xử lý khi giao dịch bị hủy.",
        "Expected a cancel event on the border of transaction “{element}”, which can be cancelled, "
        "but there is none.",
    ),
    "bpmn.compensation-throw.cannot": (
        "“{element}” bù trừ cho “{activity}”, nhưng hoạt động này không có hoạt động bù trừ ở "
        "cùng cấp.",
        "Expected “{activity}”, which “{element}” compensates for, to have a handler in the "
        "same scope.",
    ),
    "bpmn.compensation-throw.nothing": (
        "“{element}” không có gì để bù trừ.",
        "Expected something to compensate for at “{element}”, but no activity has a "
        "compensation handler.",
    ),
}
