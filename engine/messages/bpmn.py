"""Sentences of the room: bpmn."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "bpmn.empty": (
        "Tệp {file} trống.",
        "Expected a BPMN drawing, but {file} is empty.",
    ),
    "bpmn.too-large": (
        "Tệp {file} quá lớn: {size} byte, tối đa {largest} byte.",
        "Expected a file of at most {largest} bytes, but {file} has {size}.",
    ),
    "bpmn.doctype": (
        "Tệp {file} có khai báo DOCTYPE hoặc thực thể (entity); vì lý do an toàn không được dùng.",
        "Expected XML without DOCTYPE and entities, but {file} declares one.",
    ),
    "bpmn.not-xml": (
        "Tệp {file} không phải là XML hợp lệ: {why}.",
        "Expected XML, but {file} is not well-formed: {why}.",
    ),
    "bpmn.not-bpmn": (
        "Tệp {file} không phải là bản vẽ BPMN 2.0: phần tử gốc là {root}.",
        "Expected a BPMN 2.0 drawing (bpmn:definitions), but the root of {file} is {root}.",
    ),
    # rules
    "bpmn.unknown-element": (
        "“{element}”: không thể thực thi <{what}> ở vị trí này.",
        "Expected only what can be executed at “{element}”, but found <{what}>.",
    ),
    "bpmn.told-twice": (
        "“{element}”: <{what}> được ghi thêm một lần nữa, không rõ phải theo bản nào; hãy chỉ giữ "
        "một.",
        "Expected one <{what}> or its like at “{element}”, but there is another; keep one.",
    ),
    "bpmn.unknown-attribute": (
        "“{element}”: không hiểu thuộc tính {what}.",
        "Expected only known attributes and values at “{element}”, but found {what}.",
    ),
    "bpmn.unknown-extension": (
        "“{element}”: phần mở rộng {what} không được hỗ trợ ở phần tử này.",
        "Expected only extension elements that are executed at “{element}”, but found {what}.",
    ),
    "bpmn.other-engine": (
        "“{element}”: {what} thuộc về một động cơ khác; hãy chạy `procflow import` để chuyển "
        "đổi bản vẽ.",
        "Expected procflow's vocabulary at “{element}”, but {what} belongs to another engine; "
        "run `procflow import`.",
    ),
    "bpmn.foreign-extension": (
        "Bản vẽ có {count} phần mở rộng của {vendor}: được giữ lại nhưng không được thực thi.",
        "{count} extensions of {vendor} are kept, but not executed.",
    ),
    "bpmn.missing-id": (
        "Phần tử <{what}> không có id.",
        "Expected an id, but <{what}> has none.",
    ),
    "bpmn.duplicate-id": (
        "Mã id “{element}” đã được dùng ở dòng {first_line}.",
        "Expected ids to be unique, but “{element}” is already used in line {first_line}.",
    ),
    "bpmn.dangling-reference": (
        "“{element}” trỏ tới “{target}” ({attribute}) nhưng trong tệp không có phần tử này.",
        "Expected {attribute} of “{element}” to be in the file, but there is no “{target}”.",
    ),
    "bpmn.no-executable-process": (
        'Bản vẽ không có quy trình nào thực thi được (isExecutable="true").',
        'Expected an executable process, but there is none (isExecutable="true").',
    ),
    "bpmn.empty-process": (
        "“{element}” không có phần tử nào bên trong.",
        "Expected elements inside “{element}”, but it is empty.",
    ),
    "bpmn.flow-to-nowhere.source": (
        "Luồng “{element}” không bắt đầu từ một phần tử của quy trình (“{target}”).",
        "Expected flow “{element}” to come from an element, but it comes from “{target}”.",
    ),
    "bpmn.flow-to-nowhere.target": (
        "Luồng “{element}” không dẫn tới phần tử nào của quy trình (“{target}”).",
        "Expected flow “{element}” to lead to an element, but it leads to “{target}”.",
    ),
    "bpmn.flow-across-border": (
        "Luồng “{element}” đi qua biên của quy trình con hoặc của pool.",
        "Expected flow “{element}” to stay inside its process and sub-process, but it crosses "
        "a border.",
    ),
    "bpmn.start-with-incoming": (
        "Sự kiện bắt đầu “{element}” không được có luồng đi vào.",
        "Expected no flow into start event “{element}”, but there is one.",
    ),
    "bpmn.end-with-outgoing": (
        "Sự kiện kết thúc “{element}” không được có luồng đi ra.",
        "Expected no flow out of end event “{element}”, but there is one.",
    ),
    "bpmn.start-without-outgoing": (
        "Sự kiện bắt đầu “{element}” không dẫn tới đâu.",
        "Start event “{element}” leads nowhere.",
    ),
    "bpmn.start-and-end.end": (
        "“{element}” có sự kiện bắt đầu nhưng không có sự kiện kết thúc.",
        "“{element}” has a start event, but no end event.",
    ),
    "bpmn.start-and-end.start": (
        "“{element}” có sự kiện kết thúc nhưng không có sự kiện bắt đầu.",
        "“{element}” has an end event, but no start event.",
    ),
    "bpmn.boundary-with-incoming": (
        "Sự kiện biên “{element}” không được có luồng đi vào.",
        "Expected no flow into boundary event “{element}”, but there is one.",
    ),
    "bpmn.boundary-without-outgoing": (
        "Sự kiện biên “{element}” không dẫn tới đâu: hãy vẽ luồng đi ra.",
        "Expected a flow out of boundary event “{element}”, but there is none.",
    ),
    "bpmn.boundary-host.none": (
        "Sự kiện biên “{element}” không gắn vào hoạt động nào.",
        "Expected boundary event “{element}” to be attached to an activity, but it is "
        "attached to nothing.",
    ),
    "bpmn.boundary-host.wrong": (
        "Sự kiện biên “{element}” phải gắn vào một hoạt động cùng cấp, không phải “{host}”.",
        "Expected boundary event “{element}” to be attached to an activity beside it, but "
        "found “{host}”.",
    ),
    "bpmn.intermediate-unconnected.in": (
        "Sự kiện trung gian “{element}” không có luồng đi vào.",
        "Expected a flow into intermediate event “{element}”, but there is none.",
    ),
    "bpmn.intermediate-unconnected.out": (
        "Sự kiện trung gian “{element}” không có luồng đi ra: nhánh kết thúc tại đây.",
        "Intermediate event “{element}” has no flow out: the path ends there.",
    ),
    "bpmn.without-incoming": (
        "Không có luồng nào dẫn tới “{element}”: phần tử này không bao giờ được thực hiện.",
        "Expected a flow into “{element}”, but there is none: it is never reached.",
    ),
    "bpmn.link.unnamed": (
        "Sự kiện liên kết “{element}” không có tên liên kết.",
        "Expected link event “{element}” to have a link name, but it has none.",
    ),
    "bpmn.link.no-target": (
        "Liên kết “{name}” phát đi từ “{element}” không có điểm đến trong cùng quy trình.",
        "Expected a catching link “{name}” for “{element}” in the same scope, but there is none.",
    ),
    "bpmn.link.no-source": (
        "Không có sự kiện nào dẫn tới liên kết “{name}” của “{element}”.",
        "Expected a throwing link “{name}” for “{element}” in the same scope, but there is none.",
    ),
    "bpmn.link.several": (
        "Liên kết “{name}” có nhiều điểm đến, trong đó có “{element}”.",
        "Expected one catching link “{name}”, but there are several, “{element}” among them.",
    ),
    "bpmn.link.outgoing": (
        "Sự kiện phát liên kết “{element}” không được có luồng đi ra.",
        "Expected no flow out of throwing link “{element}”, but there is one.",
    ),
    "bpmn.link.incoming": (
        "Sự kiện nhận liên kết “{element}” không được có luồng đi vào.",
        "Expected no flow into catching link “{element}”, but there is one.",
    ),
    "bpmn.gateway-direction": (
        "Cổng “{element}” khai báo {direction} nhưng có {arriving} luồng vào và {leaving} "
        "luồng ra.",
        "Expected gateway “{element}” to be {direction}, but it has {arriving} flows in and "
        "{leaving} out.",
    ),
    "bpmn.gateway-without-effect": (
        "Cổng “{element}” không rẽ nhánh cũng không nhập nhánh.",
        "Expected gateway “{element}” to split or to merge, but it does neither.",
    ),
    "bpmn.default-flow.elsewhere": (
        "Luồng mặc định “{flow}” của “{element}” không đi ra từ chính phần tử này.",
        "Expected the default flow of “{element}” to leave it, but “{flow}” does not.",
    ),
    "bpmn.default-flow.condition": (
        "Luồng mặc định “{element}” không được có điều kiện.",
        "Expected no condition on the default flow “{element}”, but it has one.",
    ),
    "bpmn.default-flow.mixed": (
        "“{element}” có luồng mặc định “{flow}” bên cạnh luồng không điều kiện: luồng mặc "
        "định không bao giờ được đi.",
        "Expected conditions on all flows beside the default flow “{flow}” of “{element}”, "
        "but one has none.",
    ),
    "bpmn.condition-misplaced": (
        "Luồng “{element}” không được có điều kiện vì đi ra từ “{source}”.",
        "Expected no condition on flow “{element}”, since “{source}” asks none.",
    ),
    "bpmn.condition-missing": (
        "Luồng “{element}” ra khỏi cổng “{gateway}” phải có điều kiện hoặc là luồng mặc định.",
        "Expected a condition on flow “{element}” out of gateway “{gateway}”, but it has none "
        "and is not the default.",
    ),
    "bpmn.condition-alone": (
        "Luồng có điều kiện “{element}” là luồng duy nhất ra khỏi “{source}”: phải có thêm "
        "luồng khác.",
        "Expected another flow out of “{source}” beside the conditional flow “{element}”, but "
        "there is none.",
    ),
    "bpmn.default-missing": (
        "“{element}” không có luồng mặc định: nếu không điều kiện nào đúng, hồ sơ sẽ dừng lại "
        "vì sự cố.",
        "“{element}” has no default flow: if no condition holds, the instance stops with an "
        "incident.",
    ),
    "bpmn.event-gateway.too-few": (
        "Cổng sự kiện “{element}” phải dẫn tới ít nhất hai sự kiện chờ.",
        "Expected at least two events after event-based gateway “{element}”, but there are fewer.",
    ),
    "bpmn.event-gateway.wrong-target": (
        "Sau cổng sự kiện “{gateway}” phải là sự kiện chờ hoặc công việc nhận thông điệp, "
        "không phải “{element}”.",
        "Expected something to wait for after event-based gateway “{gateway}”, but found "
        "“{element}”.",
    ),
    "bpmn.event-gateway.other-flow": (
        "“{element}” đứng sau cổng sự kiện “{gateway}” nên không được có luồng khác đi vào.",
        "Expected only the flow from event-based gateway “{gateway}” into “{element}”, but "
        "there are more.",
    ),
    "bpmn.event-gateway.boundary": (
        "“{element}” đứng sau cổng sự kiện “{gateway}” nên không được có sự kiện biên.",
        "Expected no boundary event on “{element}” after event-based gateway “{gateway}”, but "
        "there is one.",
    ),
    "bpmn.event-gateway.mixed": (
        "Sau cổng sự kiện “{element}” không được vừa có sự kiện thông điệp vừa có công việc "
        "nhận thông điệp.",
        "Expected either message events or receive tasks after event-based gateway "
        "“{element}”, but found both.",
    ),
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
    "bpmn.several-none-starts": (
        "Ngoài “{first}” không được có thêm sự kiện bắt đầu không định nghĩa “{element}”.",
        "Expected one none start event, but “{element}” stands beside “{first}”.",
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
    "bpmn.static-text.feel": (
        "“{element}”: {role} phải là biểu thức FEEL bắt đầu bằng dấu “=”, nhưng lại là “{text}”.",
        "Expected {role} of “{element}” to be FEEL with a leading “=”, but found “{text}”.",
    ),
    "bpmn.static-text.static": (
        "“{element}”: {role} phải là chữ cố định, không phải biểu thức “{text}”.",
        "Expected {role} of “{element}” to be a fixed text, but found the expression “{text}”.",
    ),
    "bpmn.expression": (
        "“{element}”: không đọc được biểu thức {role} “{text}”. {why}.",
        "Expected FEEL in {role} of “{element}”, but “{text}” cannot be read. {why_en}.",
    ),
    "bpmn.constant-value.key": (
        "“{element}”: {role} “{text}” không bao giờ cho chuỗi hay số, nên không thông điệp nào "
        "khớp được.",
        "Expected a text or number from {role} “{text}” of “{element}”, but it never gives one: no "
        "message could match.",
    ),
    "bpmn.constant-value.condition": (
        "“{element}”: {role} “{text}” không bao giờ cho đúng hay sai.",
        "Expected true or false from {role} “{text}” of “{element}”, but it never gives either.",
    ),
    "bpmn.constant-value.collection": (
        "“{element}”: {role} “{text}” không bao giờ cho danh sách.",
        "Expected a list from {role} “{text}” of “{element}”, but it never gives one.",
    ),
    "bpmn.constant-value.cardinality": (
        "“{element}”: {role} “{text}” không bao giờ cho số nguyên không âm.",
        "Expected a whole number, 0 or more, from {role} “{text}” of “{element}”, but it never "
        "gives one.",
    ),
    "bpmn.variable-name": (
        "“{element}”: {role} “{name}” không phải là tên biến.",
        "Expected {role} of “{element}” to be the name of a variable, but found “{name}”.",
    ),
    "bpmn.mapping-without-source": (
        "“{element}”: ánh xạ tới biến “{target}” không có nguồn.",
        "Expected a source for the mapping to “{target}” at “{element}”, but there is none.",
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
    "bpmn.complex-gateway": (
        "Cổng phức hợp “{element}” nhập nhánh nên phải có điều kiện kích hoạt "
        "(activationCondition).",
        "Expected an activation condition for merging complex gateway “{element}”, but there "
        "is none.",
    ),
    "bpmn.cancel-boundary": (
        "Giao dịch “{element}” có thể bị hủy nhưng không có sự kiện hủy trên biên: hãy vẽ sự kiện "
        "đó và nhánh xử lý khi giao dịch bị hủy.",
        "Expected a cancel event on the border of transaction “{element}”, which can be cancelled, "
        "but there is none.",
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
    "bpmn.message-flow.inside": (
        "Luồng thông điệp “{element}” nối hai phần tử trong cùng một pool.",
        "Expected message flow “{element}” to connect two pools, but both ends are in the "
        "same one.",
    ),
    "bpmn.message-flow.source": (
        "Luồng thông điệp “{element}” đi ra từ “{end}”, nhưng phần tử này không gửi được "
        "thông điệp.",
        "Expected message flow “{element}” to come from something that can send, but “{end}” "
        "cannot.",
    ),
    "bpmn.message-flow.target": (
        "Luồng thông điệp “{element}” dẫn tới “{end}”, nhưng phần tử này không nhận được "
        "thông điệp.",
        "Expected message flow “{element}” to lead to something that can receive, but “{end}” "
        "cannot.",
    ),
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
    "bpmn.script.none": (
        "“{element}” không có biểu thức (zeebe:script).",
        "Expected an expression at script task “{element}”, but there is none.",
    ),
    "bpmn.script.both": (
        "“{element}” vừa có biểu thức vừa là công việc của trình xử lý; chỉ được một.",
        "Expected either an expression or a job type at “{element}”, but found both.",
    ),
    "bpmn.script.result": (
        "“{element}” không nêu biến nhận kết quả (resultVariable).",
        "Expected a result variable at script task “{element}”, but there is none.",
    ),
    "bpmn.property-value": (
        "“{element}”: thuộc tính {name} không nhận giá trị “{value}”.",
        "Expected property {name} of “{element}” to have one of its values, but found “{value}”.",
    ),
    "bpmn.property-value.near": (
        "“{element}”: không hiểu thuộc tính {name}; có phải ý bạn là {near}?",
        "Property {name} of “{element}” is not known; did you mean {near}?",
    ),
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
