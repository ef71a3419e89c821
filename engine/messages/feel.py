"""Sentences of the room: feel."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # -- the text is no expression --------------------------------------------------------------
    "feel.syntax-character": (
        "Dòng {line}, cột {column}: ký tự {found!r} không dùng được trong biểu thức FEEL",
        "Line {line}, column {column}: expected FEEL, but found the character {found!r}",
    ),
    "feel.syntax-open-string": (
        "Dòng {line}, cột {column}: chuỗi mở bằng {found} nhưng không được đóng lại",
        "Line {line}, column {column}: expected a closing {found}, but the text ends",
    ),
    "feel.syntax-open-comment": (
        "Dòng {line}, cột {column}: chú thích mở bằng /* nhưng không được đóng lại bằng */",
        "Line {line}, column {column}: expected */ to close the comment, but the text ends",
    ),
    "feel.syntax-ended": (
        "Dòng {line}, cột {column}: biểu thức kết thúc quá sớm, còn thiếu “{expected}”",
        "Line {line}, column {column}: expected '{expected}', but the expression ends",
    ),
    "feel.syntax-unfinished": (
        "Dòng {line}, cột {column}: biểu thức kết thúc khi chưa viết xong",
        "Line {line}, column {column}: expected more, but the expression ends",
    ),
    "feel.syntax-expected": (
        "Dòng {line}, cột {column}: cần “{expected}” nhưng gặp “{found}”",
        "Line {line}, column {column}: expected '{expected}', but found '{found}'",
    ),
    "feel.syntax-unexpected": (
        "Dòng {line}, cột {column}: thừa “{found}” sau khi biểu thức đã kết thúc",
        "Line {line}, column {column}: expected the end of the expression, but found '{found}'",
    ),
    "feel.syntax-operand": (
        "Dòng {line}, cột {column}: cần một giá trị nhưng gặp “{found}”",
        "Line {line}, column {column}: expected a value, but found '{found}'",
    ),
    "feel.syntax-name": (
        "Dòng {line}, cột {column}: cần một tên nhưng gặp “{found}”",
        "Line {line}, column {column}: expected a name, but found '{found}'",
    ),
    "feel.syntax-key": (
        "Dòng {line}, cột {column}: cần tên của mục và dấu hai chấm nhưng gặp “{found}”",
        "Line {line}, column {column}: expected a key and a colon, but found '{found}'",
    ),
    "feel.syntax-iteration": (
        "Dòng {line}, cột {column}: cần “tên in danh sách” nhưng gặp “{found}”",
        "Line {line}, column {column}: expected 'name in list', but found '{found}'",
    ),
    "feel.syntax-type": (
        "Dòng {line}, cột {column}: “{found}” không phải là kiểu có tham số",
        "Line {line}, column {column}: expected a type with parts, but found '{found}'",
    ),
    "feel.syntax-number": (
        "Dòng {line}, cột {column}: số {found} vượt quá phạm vi của FEEL",
        "Line {line}, column {column}: expected a number below 10^6145, but found {found}",
    ),
    "feel.syntax-mixed-arguments": (
        "Dòng {line}, cột {column}: hoặc mọi tham số đều có tên, hoặc không tham số nào có tên",
        "Line {line}, column {column}: expected all arguments by name or all by position",
    ),
    # -- budgets --------------------------------------------------------------------------------
    "feel.budget-steps": (
        "Biểu thức cần nhiều hơn {limit} bước tính và đã bị dừng",
        "Expected at most {limit} steps, but the expression needs more; it was stopped",
    ),
    "feel.budget-depth": (
        "Biểu thức lồng nhau sâu hơn {limit} mức và đã bị dừng",
        "Expected a nesting of at most {limit}, but the expression goes deeper; it was stopped",
    ),
    "feel.budget-list": (
        "Biểu thức tạo danh sách dài hơn {limit} phần tử và đã bị dừng",
        "Expected lists of at most {limit} items, but the expression makes a longer one",
    ),
    "feel.budget-string": (
        "Biểu thức tạo chuỗi dài hơn {limit} ký tự và đã bị dừng",
        "Expected strings of at most {limit} characters, but the expression makes a longer one",
    ),
    "feel.budget-text": (
        "Biểu thức dài hơn {limit} ký tự",
        "Expected an expression of at most {limit} characters, but it is longer",
    ),
    "feel.budget-tokens": (
        "Biểu thức có nhiều hơn {limit} từ và dấu",
        "Expected an expression of at most {limit} words and symbols, but it has more",
    ),
    "feel.budget-size": (
        "Kết quả có nhiều hơn {limit} giá trị",
        "Expected a result of at most {limit} values, but it has more",
    ),
    "feel.assertion": (
        "Điều kiện của assert không đúng: {cause}",
        "Expected the condition of assert to be true, but it is not: {cause}",
    ),
    # -- why something is null ------------------------------------------------------------------
    "feel.unknown-variable": (
        "Không có biến “{name}”",
        "Expected a variable '{name}', but there is none",
    ),
    "feel.unknown-value": (
        "Biến “{name}” có kiểu {type} mà FEEL không biết",
        "Expected '{name}' to be a JSON value, but it is a {type}",
    ),
    "feel.no-entry": (
        "Không có mục “{name}”",
        "Expected an entry '{name}', but the context has none",
    ),
    "feel.no-property": (
        "Giá trị kiểu {type} không có thuộc tính “{name}”",
        "Expected a property '{name}', but a {type} has none of that name",
    ),
    "feel.path-of-null": (
        "Lấy “{name}” của một giá trị rỗng (null)",
        "Expected a context with '{name}', but found null",
    ),
    "feel.filter-of-null": (
        "Lọc một danh sách rỗng (null)",
        "Expected a list to filter, but found null",
    ),
    "feel.no-such-item": (
        "Không có phần tử thứ {position} trong danh sách {length} phần tử",
        "Expected an item {position}, but the list has {length}",
    ),
    "feel.not-temporal": (
        "“{value}” không phải ngày, giờ hay khoảng thời gian",
        "Expected a date, time or duration, but found '{value}'",
    ),
    "feel.not-convertible": (
        "Hàm {function}: không chuyển được “{value}”",
        "Function {function}: expected a value it can convert, but found '{value}'",
    ),
    "feel.not-boolean": (
        "Cần điều kiện đúng/sai nhưng gặp {type}",
        "Expected true or false, but found a {type}",
    ),
    "feel.incomparable": (
        "Không so sánh được {left} với {right}",
        "Expected values of one type to compare, but found {left} and {right}",
    ),
    "feel.arithmetic": (
        "Không tính được {left} {operator} {right}",
        "Expected operands that fit '{operator}', but found {left} and {right}",
    ),
    "feel.negation": (
        "Không đổi dấu được {type}",
        "Expected a number or a duration behind the minus sign, but found {type}",
    ),
    "feel.division-by-zero": ("Chia cho số không", "Expected a divisor other than zero"),
    "feel.no-number": (
        "Phép tính không cho ra một số hữu hạn",
        "Expected a finite number, but the calculation gives none",
    ),
    "feel.no-result": (
        "Phép tính trên thời gian không có kết quả",
        "Expected a calculation with times that has a result, but this one has none",
    ),
    "feel.range-ends": (
        "Hai đầu của khoảng phải cùng kiểu, nhưng gặp {left} và {right}",
        "Expected ends of one ordered type, but found {left} and {right}",
    ),
    "feel.doubled-key": (
        "Mục “{name}” xuất hiện hai lần",
        "Expected each key once, but '{name}' is there twice",
    ),
    "feel.iteration-of-null": (
        "Lặp trên một giá trị rỗng (null)",
        "Expected a list to go through, but found null",
    ),
    "feel.no-steps": (
        "Chỉ lặp được giữa hai số nguyên hoặc hai ngày, nhưng gặp {left} và {right}",
        "Expected whole numbers or dates to go through, but found {left} and {right}",
    ),
    "feel.unknown-type": (
        "Không có kiểu “{name}”",
        "Expected a type '{name}', but there is none",
    ),
    "feel.test-undecided": (
        "Không xác định được giá trị có thỏa điều kiện hay không",
        "Expected a test that can be decided for the value, but this one cannot",
    ),
    # -- calls ----------------------------------------------------------------------------------
    "feel.not-a-function": (
        "“{name}” không phải là hàm mà là {type}",
        "Expected a function '{name}', but it is {type}",
    ),
    "feel.external-function": (
        "Hàm viết bằng ngôn ngữ khác không được chạy",
        "Expected a function in FEEL, but it is external; such are not run",
    ),
    "feel.arity": (
        "Hàm {function}: cần {expected} tham số nhưng có {given}",
        "Function {function}: expected {expected} arguments, but found {given}",
    ),
    "feel.unknown-parameter": (
        "Hàm {function}: không có tham số tên “{name}”",
        "Function {function}: expected one of its parameters, but found '{name}'",
    ),
    "feel.parameter-type": (
        "Hàm {function}: tham số “{name}” phải là {expected} nhưng là {given}",
        "Function {function}: expected {expected} for '{name}', but found {given}",
    ),
    "feel.item-type": (
        "Hàm {function}: mọi phần tử của “{name}” phải là {expected} nhưng có {given}",
        "Function {function}: expected only {expected} in '{name}', but found {given}",
    ),
    "feel.numbers-only": (
        "Hàm {function}: cần ít nhất một số, và chỉ các số",
        "Function {function}: expected numbers only, and one at least",
    ),
    "feel.strings-only": (
        "Hàm {function}: chỉ nhận các chuỗi",
        "Function {function}: expected strings only",
    ),
    "feel.no-arguments": (
        "Hàm {function}: cần ít nhất một giá trị",
        "Function {function}: expected a value, but found none",
    ),
    "feel.function-boolean": (
        "Hàm {function}: hàm truyền vào phải trả về đúng/sai nhưng trả về {given}",
        "Function {function}: expected a function that says true or false, but it gave {given}",
    ),
    "feel.scale": (
        "Hàm {function}: số chữ số thập phân {scale} không hợp lệ",
        "Function {function}: expected a whole scale between -6111 and 6176, but found {scale}",
    ),
    "feel.position": (
        "Hàm {function}: không có vị trí {position}",
        "Function {function}: expected a position within the string, but found {position}",
    ),
    "feel.length": (
        "Hàm {function}: độ dài {length} không hợp lệ",
        "Function {function}: expected a whole number that fits, but found {length}",
    ),
    "feel.separators": (
        "Hàm {function}: dấu phân cách không hợp lệ",
        "Function {function}: expected two different separators out of space, comma and full stop",
    ),
    "feel.pattern": (
        "Hàm {function}: biểu thức chính quy “{pattern}” không dùng được ({cause})",
        "Function {function}: expected a regular expression, but '{pattern}' is none ({cause})",
    ),
    "feel.surrogates": (
        "Hàm {function}: chuỗi có ký tự Unicode bị hỏng",
        "Function {function}: expected well-formed Unicode, but the string holds half a character",
    ),
    "feel.format-values": (
        "Hàm {function}: thiếu giá trị cho mẫu “{template}”",
        "Function {function}: expected a value for each placeholder of '{template}'",
    ),
    "feel.format-number": (
        "Hàm {function}: {placeholder} cần một số",
        "Function {function}: expected a number for {placeholder}",
    ),
    "feel.entries": (
        "Hàm {function}: mỗi mục phải có key và value, không trùng key",
        "Function {function}: expected entries with key and value, each key once",
    ),
    "feel.no-keys": (
        "Hàm {function}: danh sách key đang rỗng",
        "Function {function}: expected a key, but the list of keys is empty",
    ),
    "feel.range-shapes": (
        "Hàm {function}: không dùng được với {left} và {right}",
        "Function {function}: expected other points or ranges, but found {left} and {right}",
    ),
    "feel.no-time": (
        "Hàm {function}: không được cho biết thời điểm hiện tại ở đây",
        "Function {function}: expected to be told the time, but here it is not",
    ),
    "feel.no-calendar": (
        "Hàm {function}: không có lịch làm việc “{name}”",
        "Function {function}: expected a working calendar '{name}', but there is none",
    ),
    "feel.not-countable": (
        "Hàm {function}: chỉ đọc được số nguyên dưới một tỷ tỷ, nhưng gặp {value}",
        "Function {function}: expected a whole number below 10^18, but found {value}",
    ),
    # -- static checks --------------------------------------------------------------------------
    "feel.check-variable": (
        "Biến “{name}” không được ghi ở đâu cả",
        "Expected a variable '{name}', but nothing writes it",
    ),
    "feel.check-variable-meant": (
        "Biến “{name}” không được ghi ở đâu cả; có phải ý bạn là “{meant}”?",
        "Expected a variable '{name}', but nothing writes it; did you mean '{meant}'?",
    ),
    "feel.check-function": (
        "Không có hàm “{name}”",
        "Expected a function '{name}', but there is none",
    ),
    "feel.check-function-meant": (
        "Không có hàm “{name}”; có phải ý bạn là “{meant}”?",
        "Expected a function '{name}', but there is none; did you mean '{meant}'?",
    ),
    "feel.check-comparison": (
        "So sánh {left} với {right} không bao giờ đúng",
        "Expected values of one type to compare, but {left} and {right} never match",
    ),
    "feel.check-constant": (
        "Điều kiện này luôn là {value}",
        "Expected a condition that can change, but this one is always {value}",
    ),
    "feel.check-contradiction": (
        "Điều kiện này mâu thuẫn với điều kiện trước nên không bao giờ đúng",
        "Expected conditions that can hold together, but this one contradicts one before it",
    ),
    # -- types ----------------------------------------------------------------------------------
    "feel.kind-number": ("số", "number"),
    "feel.kind-string": ("chuỗi", "string"),
    "feel.kind-boolean": ("đúng/sai", "boolean"),
    "feel.kind-null": ("giá trị rỗng (null)", "null"),
    "feel.kind-list": ("danh sách", "list"),
    "feel.kind-context": ("nhóm giá trị (context)", "context"),
    "feel.kind-range": ("khoảng", "range"),
    "feel.kind-function": ("hàm", "function"),
    "feel.kind-date": ("ngày", "date"),
    "feel.kind-time": ("giờ", "time"),
    "feel.kind-date-and-time": ("ngày giờ", "date and time"),
    "feel.kind-days-and-time-duration": ("khoảng thời gian (ngày, giờ)", "days and time duration"),
    "feel.kind-years-and-months-duration": (
        "khoảng thời gian (năm, tháng)",
        "years and months duration",
    ),
    "feel.kind-working-time": ("thời gian làm việc", "working time"),
    "feel.kind-unknown": ("kiểu không rõ", "unknown"),
}
