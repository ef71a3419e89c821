"""Sentences of the room: publishing. The public pages themselves are Vietnamese."""

from __future__ import annotations

MISSING: dict[str, tuple[str, str]] = {
    "publishing.missing.below-declared": (
        "Bản vẽ chưa đạt mức đã khai; trang công bố mức đo được. Xem procflow level.",
        "Expected the drawing to reach the declared level, but it does not; the measured one is "
        "published. See procflow level.",
    ),
    "publishing.missing.no-act-in-force": (
        "Không có căn cứ pháp lý nào còn hiệu lực vào ngày {day:%d/%m/%Y}.",
        "Expected a legal basis in force on {day}, but there is none.",
    ),
    "publishing.missing.same-code": (
        "Mã thủ tục “{code}” được dùng cho nhiều thủ tục.",
        "Expected the code '{code}' to be that of one procedure, but several have it.",
    ),
    "publishing.missing.no-drawing": (
        "Thủ tục chưa có bản vẽ, trang công bố không có sơ đồ.",
        "Expected a drawing, but there is none: the page has no diagram.",
    ),
}

FACTS: dict[str, tuple[str, str]] = {
    "publishing.yes": ("có", "yes"),
    "publishing.no": ("không", "no"),
    "publishing.sentence": ("{text}.", "{text}."),
    "publishing.checked": ("(đối chiếu ngày {day})", "(compared on {day})"),
    "publishing.amount": ("{amount} đồng", "{amount} đồng"),
    "publishing.amount-none": ("Không thu", "Nothing is collected"),
    "publishing.amount-elsewhere": ("Theo quy định riêng", "Set by another text"),
    "publishing.channel.online": ("Trực tuyến", "Online"),
    "publishing.channel.counter": ("Trực tiếp tại Bộ phận Một cửa", "At the one-stop counter"),
    "publishing.channel.post": ("Qua dịch vụ bưu chính công ích", "By public post"),
    "publishing.channel.any": ("Mọi cách", "Any"),
    "publishing.fee.charge": ("Phí", "Charge"),
    "publishing.fee.fee": ("Lệ phí", "Fee"),
    "publishing.fee.when": ("Áp dụng khi {condition}.", "Applies when {condition}."),
    "publishing.fee.legal": ("Theo {act}.", "By {act}."),
    "publishing.collected.reception": ("Tiếp nhận hồ sơ", "Reception"),
    "publishing.collected.supplement": ("Bổ sung hồ sơ", "Supplement"),
    "publishing.collected.return": ("Trả kết quả", "Return of the result"),
    "publishing.component.when": ("Chỉ cần khi {condition}.", "Only when {condition}."),
    "publishing.component.optional": ("Không bắt buộc.", "Not required."),
    "publishing.component.original-shown": (
        "Phải xuất trình bản chính.",
        "The original has to be shown.",
    ),
    "publishing.component.paper-only": (
        "Không nộp được bằng tệp điện tử.",
        "Cannot be given as a file.",
    ),
    "publishing.component.replaced-by": (
        "Không phải nộp khi tra được từ: {source}.",
        "Needless when it is found in: {source}.",
    ),
    "publishing.condition.is": ("“{field}” là “{value}”", "“{field}” is “{value}”"),
    "publishing.condition.is-not": (
        "“{field}” không phải là “{value}”",
        "“{field}” is not “{value}”",
    ),
    "publishing.condition.below": ("“{field}” nhỏ hơn {value}", "“{field}” is below {value}"),
    "publishing.condition.at-most": (
        "“{field}” không quá {value}",
        "“{field}” is at most {value}",
    ),
    "publishing.condition.above": ("“{field}” lớn hơn {value}", "“{field}” is above {value}"),
    "publishing.condition.at-least": (
        "“{field}” từ {value} trở lên",
        "“{field}” is at least {value}",
    ),
    "publishing.condition.and": (" và ", " and "),
    "publishing.condition.or": (" hoặc ", " or "),
    "publishing.condition.formula": (
        "thỏa điều kiện: {formula}",
        "the condition holds: {formula}",
    ),
    "publishing.unit.working-day": ("{value} ngày làm việc", "{value} working days"),
    "publishing.unit.day": ("{value} ngày", "{value} days"),
    "publishing.unit.working-hour": ("{value} giờ làm việc", "{value} working hours"),
    "publishing.unit.hour": ("{value} giờ", "{value} hours"),
    "publishing.unit.month": ("{value} tháng", "{value} months"),
    "publishing.unit.same-day": ("Trong ngày", "The same day"),
    "publishing.unit.same-day-cutoff": (
        "Trong ngày; hồ sơ nhận sau {cutoff:%H:%M} tính sang ngày làm việc tiếp theo",
        "The same day; what comes after {cutoff:%H:%M} counts as the next working day's",
    ),
    "publishing.unit.other": ("Theo quy định riêng", "Set by another text"),
    "publishing.from.accepted": (
        "kể từ ngày nhận đủ hồ sơ hợp lệ",
        "from the day a complete and valid dossier was accepted",
    ),
    "publishing.from.received": ("kể từ ngày nhận hồ sơ", "from the day the dossier came in"),
    "publishing.from.paid": (
        "kể từ ngày hoàn thành nghĩa vụ tài chính",
        "from the day the financial duty was met",
    ),
    "publishing.act.in-force": ("Đang có hiệu lực, từ {from_}", "In force since {from_}"),
    "publishing.act.in-force-until": (
        "Đang có hiệu lực, từ {from_} đến {until}",
        "In force from {from_} to {until}",
    ),
    "publishing.act.not-yet": ("Chưa có hiệu lực, từ {from_}", "Not yet in force, from {from_}"),
    "publishing.act.not-yet-until": (
        "Chưa có hiệu lực, từ {from_} đến {until}",
        "Not yet in force, from {from_} to {until}",
    ),
    "publishing.act.ended": (
        "Đã hết hiệu lực, từ {from_} đến {until}",
        "No longer in force, from {from_} to {until}",
    ),
    "publishing.diagram.own": ("Việc của người nộp hồ sơ", "What the applicant does"),
    "publishing.diagram.applicant": ("Người nộp hồ sơ", "Applicant"),
    "publishing.diagram.office": ("Cơ quan giải quyết", "Authority"),
    "publishing.phase.1": ("Kiểm tra hồ sơ", "The dossier is checked"),
    "publishing.phase.2": ("Tiếp nhận, hẹn ngày trả", "Received, a day is named"),
    "publishing.phase.4": ("Giải quyết hồ sơ", "The dossier is resolved"),
    "publishing.phase.5": ("Bổ sung hồ sơ khi được yêu cầu", "Supplement, if asked for"),
    "publishing.phase.6": ("Nộp phí, lệ phí", "Pay the fee"),
    "publishing.phase.9": ("Đã có kết quả", "The result is there"),
    "publishing.phase.delivery": ("Nhận kết quả: {ways}", "Get the result: {ways}"),
    "publishing.phase.end-3": ("Không được tiếp nhận", "Not received"),
    "publishing.phase.end-7": ("Đã rút hồ sơ", "Withdrawn"),
    "publishing.phase.end-8": ("Dừng hoặc từ chối, có văn bản", "Stopped or refused, in writing"),
    "publishing.phase.end-10": ("Đã xong", "Done"),
    "publishing.delivery.electronic": ("bản điện tử", "electronically"),
    "publishing.delivery.post": ("qua bưu chính", "by post"),
    "publishing.delivery.counter": ("tại quầy", "at the counter"),
}

PARTS: dict[str, tuple[str, str]] = {
    "publishing.part.whole": ("Toàn bộ thông tin", "All"),
    "publishing.part.code": ("Mã thủ tục", "Code"),
    "publishing.part.name": ("Tên thủ tục", "Name"),
    "publishing.part.field": ("Lĩnh vực", "Sector"),
    "publishing.part.who": ("Đối tượng thực hiện", "Who may apply"),
    "publishing.part.agencies": ("Cơ quan thực hiện", "Agencies"),
    "publishing.part.steps": ("Trình tự thực hiện", "Steps"),
    "publishing.part.manners": ("Cách thức thực hiện", "Manner"),
    "publishing.part.components": ("Thành phần hồ sơ", "Components"),
    "publishing.part.sets": ("Số lượng hồ sơ", "Sets"),
    "publishing.part.deadline": ("Thời hạn giải quyết", "Deadline"),
    "publishing.part.fees": ("Phí, lệ phí", "Fees"),
    "publishing.part.results": ("Kết quả thực hiện", "Result"),
    "publishing.part.forms": ("Mẫu đơn, tờ khai", "Forms"),
    "publishing.part.legal-basis": ("Căn cứ pháp lý", "Legal basis"),
    "publishing.part.level": ("Mức độ dịch vụ công", "Level"),
    "publishing.part.lanes": ("Người xử lý", "Who handles it"),
}

COLUMNS: dict[str, tuple[str, str]] = {
    "publishing.column.code": ("Mã thủ tục", "Code"),
    "publishing.column.name": ("Tên thủ tục", "Name"),
    "publishing.column.field": ("Lĩnh vực", "Sector"),
    "publishing.column.tier": ("Cấp thực hiện", "Level of government"),
    "publishing.column.decision": ("Quyết định công bố", "Decision"),
    "publishing.column.who": ("Đối tượng thực hiện", "Who may apply"),
    "publishing.column.receives": ("Nơi tiếp nhận", "Receiving agency"),
    "publishing.column.decides": ("Cơ quan quyết định", "Deciding agency"),
    "publishing.column.manners": ("Cách thức thực hiện", "Manner"),
    "publishing.column.sets": ("Số bộ hồ sơ", "Sets"),
    "publishing.column.deadline": ("Thời hạn giải quyết", "Deadline"),
    "publishing.column.fees": ("Phí, lệ phí", "Fees"),
    "publishing.column.results": ("Kết quả", "Result"),
    "publishing.column.service": ("Dịch vụ công trực tuyến", "Online service"),
    "publishing.column.reasons": ("Lý do một phần", "Reason for a partial service"),
    "publishing.column.law": ("Điều luật của lý do", "Law of the reason"),
    "publishing.column.page": ("Trang", "Page"),
}

SENTENCES: dict[str, tuple[str, str]] = {**MISSING, **FACTS, **PARTS, **COLUMNS}
