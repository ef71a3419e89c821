"""Sentences of the room: composing. Why a shape was chosen, and what the facts leave open."""

from __future__ import annotations

SHAPE = {
    "wanted": ("Dạng do người soạn chọn.", "The shape was asked for."),
    "no-result": (
        "Dạng “thông báo, không trả kết quả”: thông tin công bố không có kết quả nào.",
        "The shape “notice without result”: the facts publish no result.",
    ),
    "words-parallel": (
        "Dạng “liên thông, song song”: {count} cơ quan phối hợp, và trình tự nói “{words}”.",
        "The shape “inter-agency in parallel”: {count} agencies, and the steps say “{words}”.",
    ),
    "words-opinion": (
        "Dạng “thẩm định, lấy ý kiến cơ quan”: trình tự nói “{words}”.",
        "The shape “appraisal with opinions”: the steps say “{words}”.",
    ),
    "agencies": (
        "Dạng “thẩm định, lấy ý kiến cơ quan”: có cơ quan phối hợp ({names}).",
        "The shape “appraisal with opinions”: agencies cooperate ({names}).",
    ),
    "deadline": (
        "Dạng “trả ngay”: thời hạn giải quyết trong ngày.",
        "The shape “immediate return”: the deadline is within a day.",
    ),
    "words-immediate": (
        "Dạng “trả ngay”: trình tự nói “{words}”.",
        "The shape “immediate return”: the steps say “{words}”.",
    ),
    "plain": (
        "Dạng “thẩm định đơn giản”: không có cơ quan phối hợp, không phải trả ngay.",
        "The shape “simple appraisal”: no other agency takes part, nothing is returned at once.",
    ),
}

ASK = {
    "deadline": (
        "Thời hạn chưa đọc được thành số (“{words}”): cán bộ tiếp nhận nhập ngày hẹn trả. Điền "
        "`unit` và `value` rồi soạn lại, hoặc giữ nguyên.",
        "The deadline is no number (“{words}”): the reception enters the due date. Fill in `unit` "
        "and `value` and compose again, or leave it.",
    ),
    "no-deadline": (
        "Thông báo này không có thời hạn (“{words}”): bản vẽ không hẹn ngày trả.",
        "This notice has no deadline (“{words}”): the drawing has no due date.",
    ),
    "case-open": (
        "Thời hạn của các trường hợp sau chưa đọc được thành số, đang tính theo thời hạn chung: "
        "{names}.",
        "The deadlines of these cases are no numbers and follow the general one: {names}.",
    ),
    "shares": (
        "Chưa chia thời hạn cho từng bước: ghi `duration` và hạn của mỗi việc khi đã biết thời "
        "hạn.",
        "No step has a share of the deadline: set `duration` and due dates once it is known.",
    ),
    "no-fee": (
        "Thông tin công bố không nói gì về phí, lệ phí: bản vẽ không thu. Nếu có thì điền "
        "`[[fees]]` rồi soạn lại.",
        "The facts say nothing of fees: none is collected. If there is one, fill in `[[fees]]` "
        "and compose again.",
    ),
    "amount": (
        "Mức thu chưa là con số (“{words}”): cán bộ tiếp nhận nhập số tiền. Điền `amount` (theo "
        "nghị quyết của Hội đồng nhân dân tỉnh) rồi soạn lại để có bảng tính phí.",
        "The fee is no number (“{words}”): the reception enters the amount. Fill in `amount` and "
        "compose again for a table of fees.",
    ),
    "amounts": (
        "Có nhiều mức thu mà không rõ trường hợp nào (“{words}”): cán bộ tiếp nhận nhập số tiền. "
        "Ghi điều kiện `when` cho từng mức rồi soạn lại.",
        "There are several amounts and nothing tells them apart (“{words}”): the reception enters "
        "the amount. Give each a condition `when` and compose again.",
    ),
    "presence": (
        "Thông tin công bố buộc có mặt ({words}): bản vẽ đặt việc này trước khi trả kết quả. Dời "
        "đi nếu luật buộc ở bước khác; bỏ nếu luật không buộc.",
        "The facts ask for presence ({words}): the drawing has it before the result is handed "
        "over. Move it where the law wants it elsewhere; drop it if the law does not ask.",
    ),
    "on-site": (
        "Thông tin công bố buộc kiểm tra thực địa ({words}): bản vẽ đặt việc này trước khi thẩm "
        "định.",
        "The facts ask for an inspection on site ({words}): the drawing has it before the "
        "appraisal.",
    ),
    "declared": (
        "Mức khai trong `[level]` được ghi lại theo chính thông tin công bố ({words}); đối chiếu "
        "với luật.",
        "`[level]` was written anew by the facts themselves ({words}); compare it with the law.",
    ),
    "original": (
        "Thông tin công bố nói tới bản chính (“{words}”): nếu nộp trực tuyến cũng phải xuất trình "
        "thì ghi `original-shown = true` cho thành phần đó rồi soạn lại.",
        "The facts speak of originals (“{words}”): if they have to be shown by who files online "
        "too, set `original-shown = true` and compose again.",
    ),
    "agencies": (
        "Chưa biết cơ quan nào được hỏi (“{words}”): bản vẽ ghi tạm “Cơ quan phối hợp”. Điền "
        "`cooperate` rồi soạn lại.",
        "Nobody says which agency is asked (“{words}”): the drawing has one without a name. Fill "
        "in `cooperate` and compose again.",
    ),
    "groups": (
        "Các cơ quan {names} dùng chung nhóm `co-quan`: đặt nhóm riêng cho từng cơ quan nếu cần.",
        "The agencies {names} share the group `co-quan`: give each its own if need be.",
    ),
    "answer-said": (
        "Hạn cho ý kiến là {days} ngày theo trình tự; im lặng là đồng ý. Đối chiếu với luật.",
        "Agencies answer within {days} days, as the steps say; silence is assent. Compare with "
        "the law.",
    ),
    "answer-within": (
        "Hạn cho cơ quan trả lời chưa được công bố: tạm tính {hours} giờ làm việc theo phần thời "
        "hạn.",
        "No deadline for the agencies is published: {hours} working hours, as a share of the "
        "whole.",
    ),
    "decides": (
        "Chưa biết cơ quan nào tiếp nhận, cơ quan nào quyết định: điền `receives` và `decides`.",
        "Nobody says which agency receives and which decides: fill in `receives` and `decides`.",
    ),
    "results": (
        "Có {count} kết quả: văn thư chọn một khi vào sổ. Nếu trả nhiều kết quả thì vẽ thêm.",
        "There are {count} results: the clerk chooses one. Draw more if several are handed over.",
    ),
    "no-form": (
        "Chưa có mẫu đơn nào được công bố: đơn điện tử soạn sẵn chỉ hỏi người nộp và thành phần "
        "hồ sơ.",
        "No form is published: the e-form only asks for the applicant and the parts of the "
        "dossier.",
    ),
    "form": (
        "“{name}”: vẽ các ô của mẫu vào biểu mẫu điện tử đã soạn.",
        "“{name}”: draw the fields of the form into its e-form.",
    ),
}

SENTENCES = {
    **{f"composing.shape.{key}": pair for key, pair in SHAPE.items()},
    **{f"composing.ask.{key}": pair for key, pair in ASK.items()},
}
