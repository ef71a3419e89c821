"""Sentences of the room: level. `level.remedy.<rule>[.<case>]` says what to do about a finding."""

from __future__ import annotations

NAMES: dict[str, tuple[str, str]] = {
    "level.rung.0": ("Chưa đạt mức 1", "Below level 1"),
    "level.rung.1": ("Mức 1: thông tin đầy đủ", "Level 1: full information"),
    "level.rung.2": ("Mức 2: có biểu mẫu để tải", "Level 2: forms to download"),
    "level.rung.3": ("Mức 3: nộp hồ sơ trực tuyến", "Level 3: filing online"),
    "level.rung.4": (
        "Mức 4: thanh toán và trả kết quả trực tuyến",
        "Level 4: payment and result online",
    ),
    "level.service.full": ("Toàn trình", "Full"),
    "level.service.partial": ("Một phần", "Partial"),
    "level.service.none": ("Chưa là dịch vụ công trực tuyến", "No online service"),
    "level.reason.presence": (
        "Luật buộc người nộp hồ sơ có mặt tại cơ quan",
        "The law requires the applicant's presence at the agency",
    ),
    "level.reason.on-site": (
        "Cơ quan phải kiểm tra, xác minh tại thực địa theo luật",
        "The agency must inspect or verify on site under the law",
    ),
    "level.reason.failure": (
        "Sự cố kỹ thuật không thể khắc phục ngay",
        "A technical failure that cannot be repaired at once",
    ),
    "level.reason.technical": (
        "Vấn đề kỹ thuật khác chưa giải quyết được",
        "Another technical problem that cannot be solved yet",
    ),
    "level.criterion.information": ("Thông tin công bố đầy đủ", "Full information is published"),
    "level.criterion.forms": ("Mọi mẫu đơn đều tải được", "Every form can be downloaded"),
    "level.criterion.online-filing": (
        "Nộp trực tuyến bằng biểu mẫu tương tác",
        "Filed online, by interactive e-form",
    ),
    "level.criterion.electronic-dossier": (
        "Hồ sơ điện tử được lưu",
        "The dossier is kept electronically",
    ),
    "level.criterion.identity-check": (
        "Người nộp trực tuyến được kiểm tra danh tính",
        "Who files online is held against the login",
    ),
    "level.criterion.online-payment": (
        "Nộp phí, lệ phí trực tuyến được trên mọi đường",
        "Fees can be paid online on every way",
    ),
    "level.criterion.delivery": (
        "Kết quả tới người nộp bằng bản điện tử hoặc bưu chính",
        "The result comes electronically or by post",
    ),
    "level.criterion.presence": ("Không phải có mặt", "Nobody has to come in person"),
    "level.criterion.on-site": ("Không có bước thực địa", "No inspection on site"),
    "level.criterion.original": ("Không phải xuất trình bản chính", "No original is shown"),
    "level.criterion.signature": ("Không ký tay", "Nothing is signed by hand"),
    "level.criterion.identity": (
        "Mã và tên đúng như công bố",
        "Code and name are the published ones",
    ),
    "level.criterion.statuses": (
        "Hồ sơ luôn có một trong mười trạng thái",
        "The dossier always has one of the ten statuses",
    ),
    "level.criterion.notices": (
        "Mỗi lần đổi trạng thái đều được báo",
        "Every change of status is told",
    ),
    "level.criterion.one-stop": (
        "Bổ sung và từ chối đều qua Một cửa",
        "Supplement and refusal pass the one-stop",
    ),
    "level.criterion.followed": (
        "Mọi đường đi đều xem xét được",
        "Every way could be followed",
    ),
}

FOUND: dict[str, tuple[str, str]] = {
    "level.no-scale": (
        "Ngày {day:%d/%m/%Y} chưa có mức độ dịch vụ công trực tuyến nào; sớm nhất là ngày "
        "{first:%d/%m/%Y}.",
        "Expected a day on which online services had levels, but on {day} they had none; "
        "the first was {first}.",
    ),
    "level.no-facts": (
        "Thư mục không có procedure.toml: chưa công bố thông tin nào.",
        "Expected the published facts in procedure.toml, but the folder has none.",
    ),
    "level.followed.unknown": (
        "“{element}” gọi quy trình “{process}” mà ở đây không có, nên không xem được bên trong.",
        "Expected process “{process}”, called by “{element}”, at hand, but it is not: "
        "nothing inside it could be looked at.",
    ),
    "level.followed.computed": (
        "“{element}” gọi một quy trình chỉ biết khi chạy, nên không xem được bên trong.",
        "“{element}” calls a process that is only known at run time: "
        "nothing inside it could be looked at.",
    ),
    "level.followed.deep": (
        "“{element}” gọi “{process}” vòng lại chính nó hoặc lồng quá nhiều tầng, "
        "nên không xem tiếp được.",
        "“{element}” calls “{process}” in a circle or too deep: it was not followed further.",
    ),
    "level.followed.large": (
        "“{element}” có quá nhiều đường song song, không xem xét hết được.",
        "“{element}” has too many ways side by side for all of them to be looked at.",
    ),
}

REMEDIES: dict[str, tuple[str, str]] = {
    "level.remedy.facts": (
        "Điền phần còn thiếu vào procedure.toml.",
        "Fill the missing part in procedure.toml.",
    ),
    "level.remedy.published-parts": (
        "Công bố trong procedure.toml đúng những gì bản vẽ làm.",
        "Publish in procedure.toml what the drawing does.",
    ),
    "level.remedy.downloadable-forms": (
        "Vẽ biểu mẫu vào forms/ và ghi mã của nó (form) trong procedure.toml.",
        "Draw the form into forms/ and name its id (form) in procedure.toml.",
    ),
    "level.remedy.online-start": (
        "Đặt channel = online cho sự kiện bắt đầu của công dân và gắn biểu mẫu điện tử.",
        "Give the citizen's start event channel = online and an e-form.",
    ),
    "level.remedy.online-start.none": (
        "Thêm sự kiện bắt đầu trong làn công dân, channel = online, có biểu mẫu điện tử.",
        "Add a start event in the citizen's lane, channel = online, with an e-form.",
    ),
    "level.remedy.online-start.no-drawing": (
        "Vẽ quy trình, isExecutable = true, có sự kiện bắt đầu trực tuyến.",
        "Draw a process, isExecutable = true, with an online start.",
    ),
    "level.remedy.electronic-dossier": (
        "Mở hồ sơ bằng dossier.open ngay sau khi nộp.",
        "Open the dossier with dossier.open right after filing.",
    ),
    "level.remedy.online-payment": (
        "Gọi quy trình thanh toán trực tuyến trên đường này, hoặc chứng minh lệ phí bằng 0.",
        "Call the online payment on this way, or prove that the fee is zero.",
    ),
    "level.remedy.online-payment.counter": (
        "Thay bằng thanh toán trực tuyến, hoặc để công dân chọn giữa trực tuyến và quầy.",
        "Replace it by the online payment, or let the citizen choose between both.",
    ),
    "level.remedy.result-delivery": (
        "Trả kết quả bằng delivery = electronic hoặc post trên đường này.",
        "Hand over the result on this way, delivery = electronic or post.",
    ),
    "level.remedy.result-delivery.counter": (
        "Trả bản điện tử hoặc qua bưu chính, hoặc để công dân chọn.",
        "Deliver electronically or by post, or let the citizen choose.",
    ),
    "level.remedy.presence-required": (
        "Bỏ yêu cầu có mặt; nếu luật buộc thì khai một phần, lý do presence, và công bố.",
        "Drop the presence; if the law asks for it, declare partial, reason presence, and publish.",
    ),
    "level.remedy.on-site-step": (
        "Nếu luật buộc kiểm tra thì khai một phần, lý do on-site, và công bố.",
        "If the law asks for the inspection, declare partial, reason on-site, and publish.",
    ),
    "level.remedy.original-required": (
        "Nhận tệp ký số hoặc dùng dữ liệu thay thế; nếu luật buộc thì khai một phần, công bố.",
        "Take a signed file or data instead; if the law asks for it, declare partial and publish.",
    ),
    "level.remedy.wet-signature": (
        "Ký số: signature = digital.",
        "Sign digitally: signature = digital.",
    ),
    "level.remedy.published-identity": (
        "Ghi đúng mã và tên thủ tục như đã công bố.",
        "Write code and name as published.",
    ),
    "level.remedy.dossier-status": (
        "Ghi dossier.status cho phần tử này.",
        "Give this element its dossier.status.",
    ),
    "level.remedy.status-notice": (
        "Gọi lib-cap-nhat-trang-thai (hoặc notify.send) ngay sau khi trạng thái đổi.",
        "Call lib-cap-nhat-trang-thai (or notify.send) right after the status changes.",
    ),
    "level.remedy.supplement-through-one-stop": (
        "Yêu cầu bổ sung bằng lib-yeu-cau-bo-sung, trong làn Một cửa.",
        "Ask for the supplement with lib-yeu-cau-bo-sung, in the one-stop's lane.",
    ),
    "level.remedy.bypassing-one-stop": (
        "Nối luồng thông điệp qua làn Một cửa.",
        "Lead the message flow through the one-stop's lane.",
    ),
    "level.remedy.refusal-paper": (
        "Phát hành phiếu từ chối và trả trong làn Một cửa.",
        "Issue the refusal and hand it over in the one-stop's lane.",
    ),
    "level.remedy.followed": (
        "Đo cùng thư mục có quy trình được gọi, hoặc chia nhỏ quy trình.",
        "Measure it together with the called process, or divide the process.",
    ),
}

LADDER: dict[str, tuple[str, str]] = {
    "level.ladder.four": ("Mức {rung} ({act})", "Level {rung} ({act})"),
    "level.ladder.two": (
        "{service} ({act}) · mức {rung} theo thang bốn mức cũ",
        "{service} ({act}) · level {rung} on the former scale of four",
    ),
    "level.ladder.below": (
        "Thấp hơn mức đã khai: {declared}.",
        "Below what is declared: {declared}.",
    ),
    "level.ladder.do": ("→ {remedy} [{basis}]", "→ {remedy} [{basis}]"),
    "level.ladder.forbidden": (
        "Nếu do luật buộc thì không nâng được.",
        "If the law asks for it, it cannot be raised.",
    ),
    "level.ladder.publish": (
        "Lý do phải công bố nếu là một phần: {reason}.",
        "Reason to publish for a partial service: {reason}.",
    ),
    "level.ladder.criterion": ("Tiêu chí", "Criterion"),
    "level.ladder.element": ("Phần tử", "Element"),
    "level.ladder.found": ("Vì sao chưa đạt", "Why it is not met"),
    "level.ladder.remedy": ("Việc cần làm", "What to do"),
    "level.ladder.article": ("Căn cứ", "Article"),
    "level.ladder.code": ("Mã", "Code"),
    "level.ladder.procedure": ("Thủ tục", "Procedure"),
    "level.ladder.level": ("Mức", "Level"),
    "level.ladder.service": ("Hiện hành", "Today's level"),
    "level.ladder.lacks": ("Còn vướng", "Held back by"),
    "level.ladder.count": ("Số thủ tục", "Procedures"),
    "level.ladder.share": ("Tỷ lệ", "Share"),
    "level.ladder.target": (
        "Đạt mục tiêu: {percent} % từ mức {rung} trở lên (cần {goal} %).",
        "Target reached: {percent} % at level {rung} or above (of {goal} %).",
    ),
    "level.ladder.popular-count": ("Phổ biến", "Popular"),
    "level.ladder.popular-share": ("Tỷ lệ phổ biến", "Share of the popular"),
    "level.ladder.target-popular": (
        "Đạt mục tiêu: {count}/{total} thủ tục phổ biến ({percent} %) từ mức {rung} trở lên (cần "
        "{goal} %).",
        "Target reached: {count} of {total} popular procedures ({percent} %) at level {rung} or "
        "above (goal {goal} %).",
    ),
    "level.ladder.target-missed-popular": (
        "Chưa đạt: {count}/{total} thủ tục phổ biến ({percent} %) từ mức {rung} trở lên (cần "
        "{goal} %).",
        "Target missed: {count} of {total} popular procedures ({percent} %) at level {rung} or "
        "above (goal {goal} %).",
    ),
    "level.ladder.target-missed": (
        "Chưa đạt mục tiêu: {percent} % từ mức {rung} trở lên (cần {goal} %).",
        "Target missed: {percent} % at level {rung} or above (of {goal} %).",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**NAMES, **FOUND, **REMEDIES, **LADDER}
