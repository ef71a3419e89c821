"""Sentences of the room: forms."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # what an analyst drew
    "forms.not-a-form": (
        "Tệp không phải là biểu mẫu form-js: {why}.",
        "Expected a form-js form, but the file is none: {why}.",
    ),
    "forms.no-id": (
        "Biểu mẫu chưa có mã (id); công việc chỉ tìm được biểu mẫu qua mã này.",
        "Expected the form to have an id, by which user tasks name it, but it has none.",
    ),
    "forms.no-components": (
        "“{path}” phải là danh sách các thành phần của biểu mẫu.",
        "Expected '{path}' to be a list of components.",
    ),
    "forms.unknown-component": (
        "Không có loại thành phần “{type}”; có phải ý bạn là “{near}”?",
        "Expected a component procflow knows, but found '{type}'; did you mean '{near}'?",
    ),
    "forms.no-key": (
        "Trường “{label}” chưa có tên biến ({where}).",
        "Expected the field '{label}' to have a {where}, but it has none.",
    ),
    "forms.double-key": (
        "Biến “{name}” được hỏi hai lần trong cùng một biểu mẫu (trường “{label}”).",
        "Expected each field to have its own key, but '{name}' ('{label}') is asked for twice.",
    ),
    "forms.not-feel": (
        "Điều kiện ẩn phải là biểu thức FEEL bắt đầu bằng “=”, nhưng lại là “{text}”.",
        "Expected the hide condition to be FEEL that begins with '=', but found '{text}'.",
    ),
    "forms.unknown-rule": (
        "Trường “{label}” (loại {type}) không có quy tắc kiểm tra “{name}”.",
        "Expected a rule that a {type} can be checked by, but the field '{label}' has '{name}'.",
    ),
    "forms.bad-pattern": (
        "Mẫu “{pattern}” của trường “{label}” không dùng được: {why}.",
        "Expected an RE2 pattern for '{label}', but '{pattern}' is none: {why}.",
    ),
    "forms.bad-limit": (
        "Giá trị “{value}” của “{name}” ở trường “{label}” không phải là số phù hợp.",
        "Expected '{name}' of the field '{label}' to be a suitable number, but found '{value}'.",
    ),
    "forms.not-choice": (
        "“{path}” phải là một trong: {choices}; nhưng lại là “{value}”.",
        "Expected '{path}' to be one of {choices}, but found '{value}'.",
    ),
    "forms.no-options": (
        "Trường “{label}” chưa có lựa chọn dùng được (values, valuesKey hoặc valuesExpression).",
        "Expected '{label}' to have choices (values, valuesKey or valuesExpression) with values.",
    ),
    "forms.no-expression": (
        "Trường tính sẵn “{label}” chưa có biểu thức.",
        "Expected the computed field '{label}' to have an expression, but it has none.",
    ),
    # what somebody filled in
    "forms.missing": (
        "Hãy điền “{label}”.",
        "Expected '{label}' to be filled in, but it is missing.",
    ),
    "forms.not-asked": (
        "Không cần điền “{label}” trong trường hợp này.",
        "Expected nothing for '{label}', which is not asked for in this case.",
    ),
    "forms.locked": (
        "“{label}” chỉ để xem, không được sửa.",
        "Expected '{label}' to stay as it is, but it was changed.",
    ),
    "forms.unknown-field": (
        "Biểu mẫu không có trường “{label}”.",
        "Expected only fields of the form, but found '{label}'.",
    ),
    "forms.unknown-field-near": (
        "Biểu mẫu không có trường “{label}”; có phải ý bạn là “{near}”?",
        "Expected only fields of the form, but found '{label}'; did you mean '{near}'?",
    ),
    "forms.not-text": (
        "“{label}” phải là chữ.",
        "Expected '{label}' to be text.",
    ),
    "forms.not-written": (
        "“{label}” có ký tự điều khiển không phải là chữ.",
        "Expected '{label}' to be written text, but it has control characters.",
    ),
    "forms.too-short": (
        "“{label}” phải có ít nhất {limit} ký tự, nhưng chỉ có {length}.",
        "Expected '{label}' to have at least {limit} characters, but it has {length}.",
    ),
    "forms.too-long": (
        "“{label}” được có nhiều nhất {limit} ký tự, nhưng lại có {length}.",
        "Expected '{label}' to have at most {limit} characters, but it has {length}.",
    ),
    "forms.not-email": (
        "“{label}” phải là địa chỉ thư điện tử.",
        "Expected '{label}' to be an e-mail address.",
    ),
    "forms.not-phone": (
        "“{label}” phải là số điện thoại.",
        "Expected '{label}' to be a telephone number.",
    ),
    "forms.wrong-pattern": (
        "“{label}” không đúng mẫu {pattern}.",
        "Expected '{label}' to match the pattern {pattern}.",
    ),
    "forms.not-number": (
        "“{label}” phải là số.",
        "Expected '{label}' to be a number.",
    ),
    "forms.too-small": (
        "“{label}” phải từ {limit} trở lên, nhưng lại là {value}.",
        "Expected '{label}' to be at least {limit}, but it is {value}.",
    ),
    "forms.too-big": (
        "“{label}” không được quá {limit}, nhưng lại là {value}.",
        "Expected '{label}' to be at most {limit}, but it is {value}.",
    ),
    "forms.too-many-digits": (
        "“{label}” được có nhiều nhất {limit} chữ số thập phân, nhưng lại là {value}.",
        "Expected '{label}' to have at most {limit} decimal digits, but it is {value}.",
    ),
    "forms.too-precise": (
        "“{label}” có nhiều chữ số hơn mức máy giữ được chính xác: {value}.",
        "Expected '{label}' to have no more digits than can be kept exactly, but it is {value}.",
    ),
    "forms.not-boolean": (
        "“{label}” phải là có hoặc không.",
        "Expected '{label}' to be true or false.",
    ),
    "forms.not-ticked": (
        "Hãy đánh dấu “{label}”.",
        "Expected '{label}' to be ticked.",
    ),
    "forms.no-such-option": (
        "“{label}” không có lựa chọn “{value}”; hãy chọn: {options}.",
        "Expected '{label}' to be one of {options}, but found '{value}'.",
    ),
    "forms.chosen-twice": (
        "“{label}” có lựa chọn “{value}” hai lần.",
        "Expected each choice of '{label}' once, but '{value}' is there twice.",
    ),
    "forms.not-list": (
        "“{label}” phải là danh sách.",
        "Expected '{label}' to be a list.",
    ),
    "forms.not-row": (
        "Dòng {number} của “{label}” phải gồm các trường có tên.",
        "Expected row {number} of '{label}' to be an object.",
    ),
    "forms.fixed-rows": (
        "“{label}” phải giữ nguyên {number} dòng.",
        "Expected '{label}' to keep its {number} rows.",
    ),
    "forms.not-date": (
        "“{label}” phải là ngày dạng 2026-01-31.",
        "Expected '{label}' to be a date like 2026-01-31.",
    ),
    "forms.not-time": (
        "“{label}” phải là giờ dạng 14:30.",
        "Expected '{label}' to be a time like 14:30.",
    ),
    "forms.not-datetime": (
        "“{label}” phải là ngày giờ dạng 2026-01-31T14:30.",
        "Expected '{label}' to be a date and time like 2026-01-31T14:30.",
    ),
    "forms.in-the-past": (
        "“{label}” không được trước hôm nay ({today:%d/%m/%Y}), nhưng lại là {day:%d/%m/%Y}.",
        "Expected '{label}' to be today ({today}) or later, but it is {day}.",
    ),
}
