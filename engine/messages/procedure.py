"""Sentences of the room: procedure."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # files
    "procedure.not-utf8": (
        "Tệp không phải văn bản UTF-8: {why}.",
        "Expected text in UTF-8, but the file is not: {why}.",
    ),
    "procedure.not-toml": (
        "Tệp không phải TOML: {why}.",
        "Expected TOML, but the file is not: {why}.",
    ),
    "procedure.unknown-file": (
        "Không biết tệp “{name}” để làm gì; thư mục thủ tục chỉ nhận {known}.",
        "Expected only {known} in a procedure's folder, but found '{name}'.",
    ),
    "procedure.double-id": (
        "Mã “{id}” đã được dùng trong tệp “{other}”.",
        "Expected '{id}' to be the id of one file, but '{other}' has it too.",
    ),
    "procedure.double-facts": (
        "Thủ tục có hai tệp procedure.toml: “{other}” và “{name}”.",
        "Expected one procedure.toml, but found '{other}' and '{name}'.",
    ),
    # tables
    "procedure.unknown-key": (
        "Không có mục “{name}”; các mục hợp lệ: {known}.",
        "Expected one of {known}, but found '{name}'.",
    ),
    "procedure.unknown-key-near": (
        "Không có mục “{name}”; có phải ý bạn là “{near}”?",
        "Expected a known key, but found '{name}'; did you mean '{near}'?",
    ),
    "procedure.missing-key": (
        "Thiếu mục “{path}”.",
        "Expected '{path}' to be given, but it is missing.",
    ),
    "procedure.not-text": (
        "“{path}” phải là chữ trong ngoặc kép, nhưng lại là “{value}”.",
        "Expected '{path}' to be text, but found '{value}'.",
    ),
    "procedure.not-boolean": (
        "“{path}” phải là true hoặc false, nhưng lại là “{value}”.",
        "Expected '{path}' to be true or false, but found '{value}'.",
    ),
    "procedure.not-whole-number": (
        "“{path}” phải là số nguyên, nhưng lại là “{value}”.",
        "Expected '{path}' to be a whole number, but found '{value}'.",
    ),
    "procedure.not-number": (
        "“{path}” phải là số, nhưng lại là “{value}”.",
        "Expected '{path}' to be a number, but found '{value}'.",
    ),
    "procedure.not-date": (
        "“{path}” phải là ngày dạng 2026-01-31, không có ngoặc kép, nhưng lại là “{value}”.",
        "Expected '{path}' to be a date like 2026-01-31 without quotes, but found '{value}'.",
    ),
    "procedure.not-time": (
        "“{path}” phải là giờ dạng 15:00:00, không có ngoặc kép, nhưng lại là “{value}”.",
        "Expected '{path}' to be a time like 15:00:00 without quotes, but found '{value}'.",
    ),
    "procedure.not-list-of-texts": (
        "“{path}” phải là danh sách các chuỗi chữ, nhưng lại là “{value}”.",
        "Expected '{path}' to be a list of texts, but found '{value}'.",
    ),
    "procedure.not-list-of-tables": (
        "“{path}” phải là các bảng viết [[{path}]].",
        "Expected '{path}' to be tables written [[{path}]].",
    ),
    "procedure.not-table": (
        "“{path}” phải là một bảng.",
        "Expected '{path}' to be a table.",
    ),
    "procedure.not-choice": (
        "“{path}” phải là một trong: {choices}; nhưng lại là “{value}”.",
        "Expected '{path}' to be one of {choices}, but found '{value}'.",
    ),
    # facts
    "procedure.missing-fact": (
        "Thủ tục chưa công bố “{name}” (Nghị định 63/2010/NĐ-CP, Điều 8).",
        "Expected the procedure to publish '{name}' (Decree 63/2010, art. 8), but it is missing.",
    ),
    "procedure.deadline-without-text": (
        "Thời hạn thuộc loại khác phải được nói bằng lời trong “{path}”.",
        "Expected '{path}' to say in words what a deadline of unit 'other' means.",
    ),
    "procedure.deadline-without-value": (
        "Thời hạn tính bằng “{unit}” phải có “{path}” từ 1 trở lên.",
        "Expected '{path}' to be 1 or more for a deadline in '{unit}'.",
    ),
    "procedure.same-day-without-cutoff": (
        "Thời hạn trong ngày nên có giờ chốt “{path}” (quy định chung là 15:00:00).",
        "Expected a same-day deadline to name the hour '{path}' after which the next day counts.",
    ),
    "procedure.fee-without-amount": (
        "Khoản “{name}” phải có mức thu (amount) hoặc nói ai quy định (text).",
        "Expected the fee '{name}' to have an amount, or a text that says who sets it.",
    ),
    "procedure.fee-not-in-dong": (
        "Mức thu của “{name}” phải là số đồng chẵn, không âm; nhưng lại là {amount}.",
        "Expected the fee '{name}' to be whole đồng, not negative, but it is {amount}.",
    ),
    "procedure.lane-without-group": (
        "Làn “{lane}” chưa nói nhóm nào xử lý (group).",
        "Expected the lane '{lane}' to name the candidate group that works it, but it names none.",
    ),
    "procedure.no-citizen-lane": (
        "Không có làn nào của công dân; thủ tục không có việc nào cho người nộp hồ sơ.",
        "Expected a lane of kind 'citizen', but there is none: nothing is left to the applicant.",
    ),
    "procedure.level-without-reason": (
        "Dịch vụ công một phần phải nêu lý do, một trong: {choices} (NĐ 224/2026/NĐ-CP, Điều 14).",
        "Expected a partial service to give a reason: {choices} (Decree 224/2026, art. 14).",
    ),
    "procedure.level-without-law": (
        "Dịch vụ công một phần phải dẫn điều luật buộc như vậy (NĐ 224/2026/NĐ-CP, Điều 14).",
        "Expected a partial service to name the law behind its reason (Decree 224/2026, art. 14).",
    ),
    "procedure.act-ends-before": (
        "Văn bản {number} có hiệu lực từ {from_:%d/%m/%Y} nhưng hết hiệu lực {until:%d/%m/%Y}.",
        "Expected {number} to be in force from {from_} until a later day, but it ends on {until}.",
    ),
    # notices
    "procedure.no-subject": (
        "Dòng đầu của mẫu thông báo phải là tiêu đề: “# Tiêu đề”.",
        "Expected the first line of the notice to be its subject, '# …'.",
    ),
    "procedure.no-body": (
        "Mẫu thông báo chưa có nội dung.",
        "Expected the notice to have a body, but it has none.",
    ),
    "procedure.notice-head": (
        "Giữa hai dòng +++ chỉ có câu sms và các giá trị dạng chữ trong [zalo], không có “{name}”.",
        "Expected a text 'sms' and texts in [zalo] between the lines '+++', but found '{name}'.",
    ),
    "procedure.open-head": (
        "Phần đầu mở bằng +++ chưa được đóng bằng một dòng +++.",
        "Expected the head that begins with '+++' to end with a line '+++'.",
    ),
    "procedure.open-placeholder": (
        "Chỗ điền bắt đầu bằng “{{{{” chưa được đóng bằng “}}}}”.",
        "Expected the placeholder that begins with '{{{{' to be closed by '}}}}'.",
    ),
    "procedure.unwritten": (
        "Chỗ điền “{formula}” đọc biến “{name}”, nhưng không bản vẽ nào ghi biến này.",
        "Expected something to write variable '{name}' of the placeholder '{formula}', but nothing"
        " in the drawings does.",
    ),
    "procedure.unwritten.near": (
        "Chỗ điền “{formula}” đọc biến “{name}” mà không có gì ghi; có phải ý bạn là “{near}”?",
        "Expected something to write variable '{name}' of the placeholder '{formula}'; did you mean"
        " '{near}'?",
    ),
    "procedure.null-placeholder": (
        "Chỗ điền “{formula}” không có giá trị.",
        "Expected the placeholder '{formula}' to have a value, but it is null.",
    ),
    # calendars
    "procedure.calendar-incomplete": (
        'Lịch làm việc phải có ít nhất một năm (year) và giờ làm việc chung (unit = "*").',
        "Expected a calendar of at least one year and office hours for unit '*'.",
    ),
    "procedure.day-of-other-year": (
        "Ngày {day:%d/%m/%Y} không thuộc năm {year} của tệp.",
        "Expected days of {year}, the year of the file, but found {day}.",
    ),
    "procedure.day-twice": (
        "Ngày {day:%d/%m/%Y} được nêu hai lần.",
        "Expected each day once, but {day} is there twice.",
    ),
    "procedure.day-works-anyway": (
        "Ngày {day:%d/%m/%Y} vốn là ngày làm việc; chỉ nêu thứ Bảy, Chủ nhật làm bù.",
        "Expected a Saturday or Sunday that is worked, but {day} is a weekday.",
    ),
    "procedure.bad-spans": (
        "Giờ làm việc phải là các khoảng dạng “07:00-11:30” theo thứ tự, nhưng lại là: {spans}.",
        "Expected spans like '07:00-11:30', one after the other, but found: {spans}.",
    ),
    "procedure.weekday-0": ("thứ Hai", "Monday"),
    "procedure.weekday-1": ("thứ Ba", "Tuesday"),
    "procedure.weekday-2": ("thứ Tư", "Wednesday"),
    "procedure.weekday-3": ("thứ Năm", "Thursday"),
    "procedure.weekday-4": ("thứ Sáu", "Friday"),
    "procedure.weekday-5": ("thứ Bảy", "Saturday"),
    "procedure.weekday-6": ("Chủ nhật", "Sunday"),
    # the legal clock, line by line
    "procedure.term-working-day": ("{value} ngày làm việc", "{value} working days"),
    "procedure.term-day": ("{value} ngày", "{value} days"),
    "procedure.term-working-hour": ("{value} giờ làm việc", "{value} working hours"),
    "procedure.term-hour": ("{value} giờ", "{value} hours"),
    "procedure.term-month": ("{value} tháng", "{value} months"),
    "procedure.term-same-day": ("trong ngày", "the same day"),
    "procedure.term-other": ("{text}", "{text}"),
    "procedure.pause-supplement": ("chờ công dân bổ sung", "waiting for a supplement"),
    "procedure.pause-payment": ("chờ nghĩa vụ tài chính", "waiting for payment"),
    "procedure.pause-agency": ("chờ cơ quan khác", "waiting for another agency"),
    "procedure.pause-other": ("tạm dừng", "paused"),
    "procedure.proof-term": ("Thời hạn: {term}.", "Deadline: {term}."),
    "procedure.proof-term-source": (
        "Thời hạn: {term} (căn cứ: {source}).",
        "Deadline: {term} (source: {source}).",
    ),
    "procedure.proof-waiting": (
        "Chưa bắt đầu tính thời hạn.",
        "The clock has not started yet.",
    ),
    "procedure.proof-started": (
        "Bắt đầu tính lúc {since:%H:%M} {since_weekday} {since:%d/%m/%Y}.",
        "The clock started at {since:%H:%M} on {since_weekday} {since:%Y-%m-%d}.",
    ),
    "procedure.proof-restarted": (
        "Tính lại từ đầu lúc {since:%H:%M} {since_weekday} {since:%d/%m/%Y}; "
        "phần đã tính từ {before:%d/%m/%Y} không còn giá trị.",
        "The clock restarted from zero at {since:%H:%M} on {since_weekday} {since:%Y-%m-%d}; "
        "what was counted since {before:%Y-%m-%d} does not count any more.",
    ),
    "procedure.proof-reckoned": (
        "Đến sau {cutoff:%H:%M} hoặc vào ngày nghỉ nên coi như nhận {day_weekday} {day:%d/%m/%Y}.",
        "It came after {cutoff:%H:%M} or on a day off, so it counts as received on {day_weekday} "
        "{day}.",
    ),
    "procedure.proof-first-day": (
        "Ngày đầu, {day_weekday} {day:%d/%m/%Y}, không tính.",
        "The first day, {day_weekday} {day}, is not counted.",
    ),
    "procedure.proof-weekend": (
        "Không tính {day_weekday} {day:%d/%m/%Y}: nghỉ hằng tuần.",
        "{day_weekday} {day} is not counted: weekly rest.",
    ),
    "procedure.proof-off": (
        "Không tính {day_weekday} {day:%d/%m/%Y}: {name} ({source}).",
        "{day_weekday} {day} is not counted: {name} ({source}).",
    ),
    "procedure.proof-off-unconfirmed": (
        "Không tính {day_weekday} {day:%d/%m/%Y}: {name} ({source}; chưa được xác nhận).",
        "{day_weekday} {day} is not counted: {name} ({source}; not confirmed).",
    ),
    "procedure.proof-worked": (
        "Có tính {day_weekday} {day:%d/%m/%Y}: {name} ({source}).",
        "{day_weekday} {day} is counted: {name} ({source}).",
    ),
    "procedure.proof-worked-unconfirmed": (
        "Có tính {day_weekday} {day:%d/%m/%Y}: {name} ({source}; chưa được xác nhận).",
        "{day_weekday} {day} is counted: {name} ({source}; not confirmed).",
    ),
    "procedure.proof-paused": (
        "Đồng hồ dừng từ {since:%H:%M} {since:%d/%m/%Y} đến {until:%H:%M} {until:%d/%m/%Y} "
        "({why}): {length} không tính.",
        "The clock was paused from {since:%Y-%m-%d %H:%M} to {until:%Y-%m-%d %H:%M} ({why}): "
        "{length} not counted.",
    ),
    "procedure.proof-paused-still": (
        "Đồng hồ đang dừng từ {since:%H:%M} {since:%d/%m/%Y} ({why}); hạn dưới đây là sớm nhất và "
        "lùi thêm cho đến khi đồng hồ chạy lại.",
        "The clock has been paused since {since:%Y-%m-%d %H:%M} ({why}); the due date below is the "
        "earliest one and moves until the clock runs again.",
    ),
    "procedure.proof-stopped": (
        "Đồng hồ kết thúc lúc {until:%H:%M} {until_weekday} {until:%d/%m/%Y}.",
        "The clock stopped at {until:%H:%M} on {until_weekday} {until:%Y-%m-%d}.",
    ),
    "procedure.proof-rolled": (
        "Ngày cuối {day_weekday} {day:%d/%m/%Y} là ngày nghỉ nên lùi đến ngày làm việc tiếp theo.",
        "The last day, {day_weekday} {day}, is a day off: the end rolls to the next working day.",
    ),
    "procedure.proof-due": (
        "Hết hạn lúc {due:%H:%M} {due_weekday} {due:%d/%m/%Y}.",
        "Due at {due:%H:%M} on {due_weekday} {due:%Y-%m-%d}.",
    ),
    "procedure.proof-no-due": (
        "Thời hạn này không tính ra được ngày hẹn trả.",
        "No due date follows from this deadline.",
    ),
}
