"""Sentences of the room: importing. Each says why something stays, or what is different now."""

from __future__ import annotations

JUEL: dict[str, tuple[str, str]] = {
    "syntax": (
        "Không đọc được biểu thức tại “{at}”.",
        "Expected a JUEL expression, but it cannot be read at “{at}”.",
    ),
    "too-long": (
        "Biểu thức quá dài hoặc lồng quá sâu để chuyển đổi.",
        "The expression is too long or too deeply nested to be translated.",
    ),
    "method": (
        "Biểu thức gọi phương thức {name}(…); FEEL không gọi được mã Java.",
        "The expression calls the method {name}(…); FEEL calls no Java code.",
    ),
    "function": (
        "Biểu thức gọi hàm “{name}” của động cơ cũ.",
        "The expression calls the function “{name}” of the other engine.",
    ),
    "index": (
        "Chỉ số trong […] phải là số nguyên không âm hoặc một tên trong ngoặc kép.",
        "Expected a whole number or a quoted name in […].",
    ),
    "no-condition": (
        "Điều kiện phải là đúng một biểu thức ${{…}}.",
        "Expected the condition to be one expression ${{…}}.",
    ),
    "engine-object": (
        "“{name}” là đối tượng của động cơ cũ, ở đây không có.",
        "“{name}” is an object of the other engine that does not exist here.",
    ),
    "absent": (
        "“{name}” ở đây chỉ đọc được trong điều kiện hoàn thành của vòng lặp.",
        "“{name}” can be read here only in the completion condition of the multi-instance.",
    ),
    "name": (
        "FEEL không đọc được tên biến: {names}.",
        "FEEL cannot read a variable of this name: {names}.",
    ),
    "arithmetic": (
        "Không tính được với “{operand}”: không phải là số.",
        "Expected a number in the calculation, but found “{operand}”.",
    ),
    "remainder": (
        "Phép chia lấy dư của một biểu thức ghép phải viết lại bằng modulo(…).",
        "The remainder of a composed expression must be written anew with modulo(…).",
    ),
    "no-truth": (
        "“{text}” không phải là đúng hay sai.",
        "Expected true or false, but found “{text}”.",
    ),
    "order": (
        "Không so sánh lớn nhỏ được: {left} với {right}.",
        "{left} and {right} are in no order.",
    ),
    "kinds": (
        "Hai vế khác loại: {left} và {right}.",
        "The two sides are of different kinds: {left} and {right}.",
    ),
}

DROPPED: dict[str, tuple[str, str]] = {
    "async": (
        "Đã bỏ: procflow tự lưu sau mỗi bước và tự thử lại.",
        "Dropped: procflow saves after every step and retries by itself.",
    ),
    "job-priority": (
        "Đã bỏ: các việc tự động được làm theo thứ tự đến.",
        "Dropped: jobs are done in the order they come.",
    ),
    "retention": (
        "Đã bỏ: thời hạn lưu nhật ký không nằm trong bản vẽ.",
        "Dropped: how long history is kept is no matter of the drawing.",
    ),
    "pages": (
        "Đã bỏ: chỉ dành cho trang của động cơ cũ.",
        "Dropped: it was for the other engine's own pages.",
    ),
    "template": (
        "Đã bỏ: mẫu phần tử của công cụ vẽ cũ.",
        "Dropped: an element template of the other modeler.",
    ),
    "condition-filter": (
        "Đã bỏ: điều kiện được xét lại mỗi khi có biến thay đổi.",
        "Dropped: the condition is looked at whenever a variable changes.",
    ),
}

LEFT: dict[str, tuple[str, str]] = {
    "listener": (
        "Không có trình nghe (listener); hãy vẽ thành một bước.",
        "There are no listeners; draw what it does as an element.",
    ),
    "initiator": (
        "Tên người bắt đầu không tự thành biến; hãy đưa vào khi bắt đầu hồ sơ.",
        "Who starts an instance is no variable by itself; give it when starting.",
    ),
    "starters": (
        "Ai được bắt đầu hồ sơ không do bản vẽ quyết định.",
        "Who may start an instance is not decided by the drawing.",
    ),
    "error-variable": (
        "Mã và nội dung lỗi không tự thành biến; hãy dùng ánh xạ đầu ra của sự kiện.",
        "Code and message of an error become no variables; use output mappings of the event.",
    ),
    "error-mapping": (
        "Trình xử lý tự gây lỗi BPMN; điều kiện này phải chuyển vào mã của nó.",
        "The handler raises BPMN errors itself; this condition belongs into its code.",
    ),
    "connector": (
        "Một phần của connector không chuyển được.",
        "A part of the connector could not be brought.",
    ),
    "tenant": (
        "Không có khách thuê (tenant).",
        "There are no tenants.",
    ),
    "variable-mapping": (
        "Không ánh xạ biến bằng mã được; hãy viết ánh xạ vào và ra.",
        "Variables are not mapped by code; write input and output mappings.",
    ),
    "resource": (
        "Đoạn mã nằm ở tệp khác.",
        "The script lies in another file.",
    ),
    "skip": (
        "Không bỏ qua một bước bằng biểu thức được; hãy vẽ một cổng.",
        "An element is not skipped by an expression; draw a gateway.",
    ),
    "calendar": (
        "Lịch của động cơ cũ; hãy dùng working days(…) với lịch làm việc của procflow.",
        "A calendar of the other engine; use working days(…) with procflow's own.",
    ),
    "unknown": (
        "Không có gì tương ứng trong procflow.",
        "There is nothing like it in procflow.",
    ),
}

CHANGED: dict[str, tuple[str, str]] = {
    "compared-as-text": (
        "So sánh như chữ với {numerals}; nếu biến là số thì phải bỏ dấu ngoặc kép.",
        "Compared as text with {numerals}; where the variable is a number, take off the quotes.",
    ),
    "form-file": (
        "Mã biểu mẫu được lấy theo tên tệp: “{form}”; hãy xem tệp có đúng mã ấy không.",
        "The form's id was taken from the file name: “{form}”; see that the file has this id.",
    ),
    "arguments": (
        "Trình xử lý nhận các biến của hồ sơ, không nhận đối số ({arguments}).",
        "The handler gets the variables of the instance, not the arguments ({arguments}).",
    ),
    "result": (
        "Trình xử lý phải trả kết quả trong biến “{name}”.",
        "The handler must give its result as the variable “{name}”.",
    ),
    "retries": (
        "Thử {count} lần; khoảng cách giữa các lần do procflow quyết định.",
        "Tried {count} times; how long apart is up to procflow.",
    ),
    "output": (
        "Từ nay chỉ những biến có ánh xạ đầu ra mới ra khỏi bước này.",
        "From now on only variables with an output mapping leave this element.",
    ),
    "became-script": (
        "Biểu thức không gọi mã nào nên bước này thành bước tính toán (script task).",
        "The expression calls no code, so this is a script task now.",
    ),
    "extra-inputs": (
        "Quy trình được gọi cũng nhận các biến: {names}.",
        "The called process gets these variables too: {names}.",
    ),
    "stays-inside": (
        "Biến được đưa vào quy trình được gọi là của riêng nó; giá trị mới ở bên trong không trở "
        "ra: {names}.",
        "What is mapped into the called process is its own; what it writes there does not come "
        "back: {names}.",
    ),
    "error-declared": (
        "Lỗi “{code}” chưa được khai báo; đã thêm khai báo.",
        "The error “{code}” was not declared; a declaration was added.",
    ),
    "executable": (
        "Quy trình không nói có thực thi hay không; đã ghi là có, như động cơ cũ hiểu.",
        "The process did not say whether it is executable; the other engine took it to be.",
    ),
}

STAYING: dict[str, tuple[str, str]] = {
    "priority": (
        "Độ ưu tiên phải từ 0 đến 100.",
        "Expected a priority from 0 to 100.",
    ),
    "role": (
        "Việc này đã giao cho người hoặc nhóm khác.",
        "The user task is assigned otherwise already.",
    ),
    "binding": (
        "Không gắn được theo “{binding}”; hãy chọn bản mới nhất, cùng bản triển khai hoặc theo "
        "nhãn phiên bản.",
        "Cannot bind by “{binding}”; choose latest, deployment or a version tag.",
    ),
    "form-page": (
        "Trang biểu mẫu của động cơ cũ; hãy vẽ lại bằng trình vẽ biểu mẫu (form-js).",
        "A page of the other engine; draw the form anew with the form editor (form-js).",
    ),
    "form-both": (
        "Bước này đã có biểu mẫu khác.",
        "There is another form here already.",
    ),
    "form-business-key": (
        "Mã hồ sơ không lấy được từ trường “{name}”; hãy đưa vào khi bắt đầu hồ sơ.",
        "The business key cannot come from the field “{name}”; give it when starting.",
    ),
    "form-type": (
        "Không biết loại trường “{type}”; đã ghi thành ô chữ.",
        "The kind of field “{type}” is not known; it became a text field.",
    ),
    "form-rule": (
        "Ràng buộc “{rule}” không chuyển được vào biểu mẫu.",
        "The rule “{rule}” could not be brought into the form.",
    ),
    "form-default": (
        "Giá trị có sẵn này không chuyển được; hãy đặt biến trước khi tới bước này.",
        "This default could not be brought; set the variable before.",
    ),
    "form-hidden": (
        "Trường này trước kia không hiện ra; nay hiện trong biểu mẫu.",
        "The field was not shown before; now the form shows it.",
    ),
    "label": (
        "Nhãn là chữ cố định, không tính biểu thức.",
        "A label is a fixed text; expressions in it are not evaluated.",
    ),
    "delegate": (
        "Không suy ra được tên loại công việc từ cách viết này.",
        "No job type can be told from this.",
    ),
    "retry-cycle": (
        "Không đọc được số lần thử lại.",
        "The number of retries cannot be told.",
    ),
    "name": (
        "“{name}” không phải là tên biến.",
        "Expected the name of a variable, but found “{name}”.",
    ),
    "parameter": (
        "Không hiểu cách viết giá trị này.",
        "This kind of value is not known.",
    ),
    "map-key": (
        "Khóa của bảng phải là chữ cố định, không trùng nhau.",
        "Expected the keys of the map to be fixed texts, each once.",
    ),
    "script": (
        "Không chạy được ngôn ngữ “{language}”; hãy viết lại bằng FEEL hoặc thành trình xử lý.",
        "Scripts in “{language}” are not run; write it in FEEL or as a handler.",
    ),
    "script-file": (
        "Đoạn mã nằm ở tệp khác.",
        "The script lies in another file.",
    ),
    "script-result": (
        "Đoạn mã không nói kết quả vào biến nào.",
        "The script does not say which variable its result goes to.",
    ),
    "feel": (
        "Không phải là FEEL hợp lệ.",
        "This is no FEEL.",
    ),
    "decision-result": (
        "Kết quả theo kiểu “{mapping}” không có; biến nhận đúng giá trị của quyết định. Hãy xem "
        "lại những chỗ đọc biến này.",
        "There is no result as “{mapping}”; the variable gets the decision's own value. Look at "
        "whatever reads it.",
    ),
    "local": (
        "Không chuyển được biến cục bộ.",
        "Local variables cannot be passed.",
    ),
    "out-beside-all": (
        "Không thể vừa nhận tất cả biến vừa đổi tên một số biến.",
        "It is not possible to take all variables and to rename some.",
    ),
    "order": (
        "Các biến đổi chỗ cho nhau; ở đây ánh xạ được làm lần lượt.",
        "The variables change places; here mappings are done one after the other.",
    ),
    "timer": (
        "Không phải là ngày giờ, khoảng thời gian hay chu kỳ theo ISO 8601.",
        "Expected a date, a duration or a cycle of ISO 8601.",
    ),
    "code-expression": (
        "Mã phải cố định, không tính biểu thức.",
        "A code is fixed; expressions in it are not evaluated.",
    ),
    "message-key": (
        "Chưa có khóa liên kết (correlationKey); nếu để trống thì hồ sơ được tìm theo mã hồ sơ.",
        "The correlation key is still to be said; without one the business key finds the instance.",
    ),
}

ANSWER: dict[str, tuple[str, str]] = {
    "written": ("Đã ghi {file}.", "Wrote {file}."),
    "remaining": (
        "Chưa chuyển được, phải sửa tay ({count}):",
        "What could not be brought and is left to you ({count}):",
    ),
    "changed": (
        "Đã chuyển, nhưng khác trước ({count}):",
        "What was brought and is not quite the same ({count}):",
    ),
    "complete": ("Mọi thứ đã được chuyển.", "Everything was brought."),
    "next": ("Tiếp theo: procflow lint {file}", "Next: procflow lint {file}"),
    "line": ("Dòng", "Line"),
    "element": ("Phần tử", "Element"),
    "what": ("Ở đâu", "Where"),
    "text": ("Nguyên văn", "As it was"),
    "reason": ("Vì sao", "Why"),
}

SENTENCES: dict[str, tuple[str, str]] = {
    **{f"importing.juel.{name}": sentence for name, sentence in JUEL.items()},
    **{f"importing.dropped.{name}": sentence for name, sentence in DROPPED.items()},
    **{f"importing.left.{name}": sentence for name, sentence in LEFT.items()},
    **{f"importing.{name}": sentence for name, sentence in (CHANGED | STAYING).items()},
    **{f"importing.answer.{name}": sentence for name, sentence in ANSWER.items()},
}
