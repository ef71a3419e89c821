"""Sentences of the room: law. `law.<rule>`, or `law.<rule>.<case>` where a rule says several
things.

Vietnamese names the element as the analyst labelled it.
"""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "law.presence-required": (
        "“{element}” buộc người nộp hồ sơ trực tuyến có mặt tại cơ quan.",
        "Expected a dossier filed online to need nobody's presence, but “{element}” does.",
    ),
    "law.on-site-step": (
        "“{element}” là bước kiểm tra, xác minh tại thực địa.",
        "Expected no inspection on the way of an online dossier, but “{element}” is on site.",
    ),
    "law.online-start.none": (
        "Quy trình “{element}” không có sự kiện bắt đầu nào để công dân nộp trực tuyến.",
        "Expected process “{element}” to have an online start, but it has none.",
    ),
    "law.online-start.no-drawing": (
        "Không có bản vẽ nào thực hiện thủ tục này.",
        "Expected a drawing that carries the procedure out, but there is none.",
    ),
    "law.online-start.form": (
        "“{element}” là nơi nộp trực tuyến nhưng không có biểu mẫu điện tử.",
        "Expected the online start “{element}” to have an e-form, but it has none.",
    ),
    "law.online-start.no-fields": (
        "Biểu mẫu “{form}” của “{element}” không có trong thư mục hoặc không hỏi gì.",
        "Expected e-form “{form}” of “{element}” to ask for something, but it is not there or "
        "empty.",
    ),
    "law.online-start.channel": (
        "“{element}” nằm trong làn của công dân nhưng không ghi kênh nộp (channel).",
        "Expected the citizen's start “{element}” to say its channel, but it does not.",
    ),
    "law.original-required.shown": (
        "Thành phần “{name}” buộc xuất trình bản chính trực tiếp.",
        "Expected no original to be shown in person, but component “{name}” asks for it.",
    ),
    "law.original-required.paper": (
        "Thành phần “{name}” không nộp được bằng tệp và không có dữ liệu thay thế.",
        "Expected component “{name}” to be electronic or replaced by data, but it is neither.",
    ),
    "law.original-required.step": (
        "“{element}” buộc xuất trình bản chính trực tiếp.",
        "Expected no original to be shown in person, but “{element}” asks for it.",
    ),
    "law.online-payment.counter": (
        "“{element}” chỉ thu tại quầy; hồ sơ trực tuyến không có lối nộp trực tuyến.",
        "Expected a fee to be payable online, but “{element}” collects at the counter only.",
    ),
    "law.online-payment.missing": (
        "Đường tới “{element}” không qua bước nộp phí, lệ phí nào: {way}.",
        "Expected every way with a fee to pass a payment, but this one to “{element}” does not: "
        "{way}.",
    ),
    "law.wet-signature": (
        "“{element}” ký tay, không ký số.",
        "Expected digital signatures only, but “{element}” is signed by hand.",
    ),
    "law.result-delivery.counter": (
        "“{element}” chỉ trả kết quả tại quầy.",
        "Expected the result to reach the citizen electronically or by post, "
        "but “{element}” hands it over at the counter.",
    ),
    "law.result-delivery.missing": (
        "Đường tới “{element}” không qua bước trả kết quả nào: {way}.",
        "Expected every way to hand over the result, but this one to “{element}” does not: {way}.",
    ),
    "law.partial-reason": (
        "Lý do công bố “{reason}” không thể hiện trên bản vẽ hay trong thành phần hồ sơ.",
        "Expected the drawing to bear out the published reason “{reason}”, but it does not.",
    ),
    "law.partial-needlessly": (
        "Khai là một phần, nhưng không có gì ngăn dịch vụ này là toàn trình.",
        "Expected a service that nothing hinders to be declared full, but it is declared partial.",
    ),
    "law.status-notice": (
        "Tới “{element}”, hồ sơ ở trạng thái {status} mà người nộp chưa được báo.",
        "Expected the citizen to be told of status {status} before “{element}”, but nothing tells "
        "it.",
    ),
    "law.status-notice.unknown": (
        "Tới “{element}”, trạng thái hồ sơ đã đổi mà người nộp chưa được báo.",
        "Expected the citizen to be told of a changed status before “{element}”, but nothing tells "
        "it.",
    ),
    "law.published-parts.manner": (
        "“{element}” nhận hồ sơ qua kênh “{channel}”, nhưng cách thức này chưa công bố.",
        "Expected channel “{channel}” of “{element}” to be published, but it is not.",
    ),
    "law.published-parts.form": (
        "Biểu mẫu “{form}” của “{element}” chưa có trong mẫu đơn hay thành phần công bố.",
        "Expected e-form “{form}” of “{element}” to be a published form or component, but it is "
        "not.",
    ),
    "law.published-parts.fee": (
        "Khoản “{name}” đã công bố nhưng bản vẽ không có bước thu.",
        "Expected the drawing to collect the published fee “{name}”, but no step does.",
    ),
    "law.published-parts.no-fee": (
        "“{element}” thu tiền, nhưng không công bố phí, lệ phí nào.",
        "Expected what “{element}” collects to be published, but no fee is.",
    ),
    "law.published-parts.result": (
        "“{element}” trả kết quả, nhưng không công bố kết quả nào.",
        "Expected what “{element}” hands over to be published, but no result is.",
    ),
    "law.published-identity.no-code": (
        "Quy trình “{element}” không ghi mã thủ tục (procedure.code), phải là “{code}”.",
        "Expected process “{element}” to say its code “{code}” (procedure.code), but it does not.",
    ),
    "law.published-identity.code": (
        "Quy trình “{element}” ghi mã “{found}”, mã công bố là “{code}”.",
        "Expected process “{element}” to have the published code “{code}”, but found “{found}”.",
    ),
    "law.published-identity.name": (
        "Quy trình có tên “{found}”, tên công bố là “{name}”.",
        "Expected the process to have the published name “{name}”, but found “{found}”.",
    ),
    "law.dossier-status.rest": (
        "Hồ sơ chờ ở “{element}” mà không có trạng thái 1–10.",
        "Expected “{element}”, where the dossier waits, to have a status from 1 to 10.",
    ),
    "law.dossier-status.end": (
        "Hồ sơ kết thúc ở “{element}” mà không có trạng thái 3, 7, 8 hay 10.",
        "Expected the end “{element}” to have status 3, 7, 8 or 10, but it has none.",
    ),
    "law.dossier-status.not-terminal": (
        "Hồ sơ kết thúc ở “{element}” với trạng thái {status}; phải là 3, 7, 8 hoặc 10.",
        "Expected the end “{element}” to have status 3, 7, 8 or 10, but found {status}.",
    ),
    "law.supplement-through-one-stop.bypass": (
        "“{element}” yêu cầu bổ sung mà không qua Bộ phận Một cửa.",
        "Expected the supplement of “{element}” to be asked for through the one-stop.",
    ),
    "law.supplement-through-one-stop.return": (
        "Sau “{element}”, hồ sơ bổ sung không trở lại Bộ phận Một cửa.",
        "Expected the supplement to come back to the one-stop after “{element}”.",
    ),
    "law.supplement-through-one-stop.paper": (
        "Hồ sơ chờ bổ sung ở “{element}” mà chưa có phiếu yêu cầu bổ sung (mẫu 02).",
        "Expected paper 02 to be issued before the dossier waits at “{element}” for a supplement.",
    ),
    "law.bypassing-one-stop": (
        "Luồng thông điệp “{source}” → “{target}” nối công dân với người giải quyết mà không qua "
        "Một cửa.",
        "Expected citizens and officers to speak through the one-stop, but “{source}” → “{target}” "
        "does not.",
    ),
    "law.refusal-paper.paper": (
        "Đường tới “{element}” từ chối hồ sơ mà không có phiếu từ chối (mẫu 03): {way}.",
        "Expected paper 03 on the way to “{element}”, but there is none: {way}.",
    ),
    "law.refusal-paper.reason": (
        "“{element}” phát hành phiếu từ chối mà không nêu lý do (content).",
        "Expected “{element}” to give the reason of the refusal (content), but it does not.",
    ),
    "law.refusal-paper.clock": (
        "Sau “{element}”, đồng hồ thời hạn không dừng.",
        "Expected the legal clock to stop with the refusal “{element}”, but it runs on.",
    ),
    "law.refusal-paper.bypass": (
        "Văn bản từ chối của “{element}” không trả qua Bộ phận Một cửa.",
        "Expected the refusal of “{element}” to be handed over through the one-stop.",
    ),
    "law.overdue-apology.none": (
        "Quy trình “{element}” không có văn bản xin lỗi, hẹn lại (mẫu 04) khi sắp quá hạn.",
        "Expected process “{element}” to apologise before a dossier is late (paper 04).",
    ),
    "law.overdue-apology.no-timer": (
        "Tới được “{element}” mà không qua hẹn giờ nào trước hạn.",
        "Expected the apology “{element}” to follow a timer, but a way leads there without one.",
    ),
    "law.overdue-apology.late": (
        "“{element}” chỉ báo trước hạn {hours} giờ làm việc; phải trước ít nhất một ngày.",
        "Expected “{element}” a working day before the deadline, but it is {hours} working hours.",
    ),
    "law.overdue-apology.again": (
        "“{element}” có thể xảy ra nhiều lần nên có thể hẹn lại quá một lần.",
        "Expected one new appointment at most, but “{element}” may go off again.",
    ),
    "law.opinion-deadline.content": (
        "“{element}” xin ý kiến mà không có biểu mẫu nêu nội dung.",
        "Expected “{element}” to say what is asked (a form), but it does not.",
    ),
    "law.opinion-deadline.addressee": (
        "“{element}” xin ý kiến mà không nêu cơ quan được hỏi.",
        "Expected “{element}” to say who is asked (people or a group), but it does not.",
    ),
    "law.opinion-deadline.deadline": (
        "“{element}” xin ý kiến mà không có thời hạn trả lời riêng.",
        "Expected “{element}” to have a due date of its own, but it has none.",
    ),
    "law.opinion-deadline.timeout": (
        "“{element}” không có lối đi khi quá thời hạn mà chưa có ý kiến.",
        "Expected “{element}” to have a way on when nobody answers in time, but it has none.",
    ),
    "law.durations-within-deadline": (
        "Các bước trên đường dài nhất cộng {taken} ngày, quá thời hạn {allowed} ngày: {way}.",
        "Expected the longest way to take {allowed} days at most, but its steps take {taken}: "
        "{way}.",
    ),
    "law.durations-within-deadline.case": (
        "Đường dài nhất cộng {taken} ngày, quá thời hạn {allowed} ngày của trường hợp này: {way}.",
        "Expected this case to take {allowed} days at most, but the longest way takes {taken}: "
        "{way}.",
    ),
    "law.same-day-hand-over": (
        "“{element}” giữ hồ sơ sau khi tiếp nhận mà không có hạn trong một ngày làm việc.",
        "Expected “{element}” to hand the dossier over within a working day, but it is not "
        "bounded.",
    ),
    "law.first-answer": (
        "“{element}” trả lời hồ sơ trực tuyến đầu tiên mà không có hạn 8 giờ làm việc.",
        "Expected “{element}” to answer within eight working hours, but it is not bounded.",
    ),
    "law.paper-digitised": (
        "Hồ sơ giấy nộp ở “{element}” không qua bước số hóa.",
        "Expected a dossier on paper from “{element}” to be digitised, but no step does.",
    ),
    "law.distinct-signing.drafted": (
        "Có đường tới kết quả không qua bước dự thảo của chuyên viên: {way}.",
        "Expected a specialist to draft the result, but this way has none: {way}.",
    ),
    "law.distinct-signing.signed": (
        "Có đường tới kết quả không qua bước ký của lãnh đạo: {way}.",
        "Expected a leader to sign the result, but this way has none: {way}.",
    ),
    "law.distinct-signing.numbered": (
        "Có đường tới kết quả không qua bước vào sổ, phát hành của văn thư: {way}.",
        "Expected a clerk to number and issue the result, but this way has none: {way}.",
    ),
    "law.law-in-force.none": (
        "Không căn cứ pháp lý nào còn hiệu lực ngày {day:%d/%m/%Y}.",
        "Expected the legal basis to be in force on {day}, but no act is.",
    ),
    "law.law-in-force.ended": (
        "{number} đã hết hiệu lực từ sau ngày {until:%d/%m/%Y}.",
        "{number} ended on {until}.",
    ),
    "law.personal-fields.class": (
        "Trường “{element}” của biểu mẫu “{form}” là dữ liệu cá nhân nhưng chưa phân loại "
        "(personal).",
        "Expected personal field “{element}” of form “{form}” to say its class, but it does not.",
    ),
    "law.personal-fields.purpose": (
        "Trường nhạy cảm “{element}” của biểu mẫu “{form}” chưa nêu mục đích (purpose).",
        "Expected sensitive field “{element}” of form “{form}” to say its purpose, but it does "
        "not.",
    ),
    "law.immediate-return.unrecorded": (
        "Có đường trả kết quả ngay mà hồ sơ không được ghi vào kho: {way}.",
        "Expected a dossier answered at once to be recorded, but this way does not: {way}.",
    ),
    "law.immediate-return.receipt": (
        "Thủ tục trả ngay nên “{element}” không cần giấy tiếp nhận và hẹn trả kết quả.",
        "A procedure answered at once needs no receipt, but “{element}” issues one.",
    ),
    "law.downloadable-forms.none": (
        "Mẫu đơn “{name}” chưa có biểu mẫu điện tử (form).",
        "Expected form “{name}” to have an e-form, but it has none.",
    ),
    "law.downloadable-forms.missing": (
        "Biểu mẫu “{form}” đã công bố nhưng không có trong thư mục.",
        "Expected the published e-form “{form}” in the folder, but it is not there.",
    ),
    "law.electronic-dossier": (
        "Hồ sơ nộp từ “{element}” có đường không được mở trong kho hồ sơ điện tử: {way}.",
        "Expected a dossier from “{element}” to be opened in the store, but this way does not: "
        "{way}.",
    ),
    "law.identity-check": (
        "Hồ sơ nộp từ “{element}” không được đối chiếu với lần đăng nhập của người nộp.",
        "Expected a dossier from “{element}” to be held against the applicant's login, "
        "but it is not.",
    ),
}
