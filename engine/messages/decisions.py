"""Sentences of the decision room: reading, checking and evaluating DMN."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # -- reading -----------------------------------------------------------------------------
    "decisions.not-dmn": (
        "{label}: cần một tệp DMN 1.2–1.5, nhưng phần tử gốc là {found}",
        "{label}: expected a DMN 1.2–1.5 file, but its root is {found}",
    ),
    "decisions.language": (
        "{label}: chỉ dùng được ngôn ngữ FEEL, nhưng ở đây ghi {language}",
        "{label}: expected the language FEEL, but it is {language}",
    ),
    "decisions.empty-expression": (
        "{label}: thiếu biểu thức trong phần “{part}”",
        "{label}: expected an expression in '{part}', but it is empty",
    ),
    "decisions.hit-policy": (
        "{label}: chính sách chọn luật “{policy}” không có trong DMN",
        "{label}: expected a hit policy of DMN, but found '{policy}'",
    ),
    "decisions.aggregation": (
        "{label}: phép gộp “{aggregation}” không có trong DMN (chỉ có SUM, MIN, MAX, COUNT)",
        "{label}: expected SUM, MIN, MAX or COUNT, but the aggregation is '{aggregation}'",
    ),
    "decisions.unnamed": (
        "{label}: phần tử {kind} cần có tên",
        "{label}: expected a name on {kind}, but it has none",
    ),
    "decisions.duplicate-id": (
        "{label}: mã “{id}” đã dùng cho phần tử khác",
        "{label}: expected ids to be unique, but '{id}' is used twice",
    ),
    "decisions.reference": (
        "{label}: tham chiếu “{reference}” không chỉ tới phần tử nào",
        "{label}: expected a reference to an element, but found '{reference}'",
    ),
    "decisions.unknown-reference": (
        "{label}: tham chiếu “{reference}” không chỉ tới phần tử nào trong mô hình",
        "{label}: expected '{reference}' to be an element of the model, but there is none",
    ),
    "decisions.unknown-type": (
        "{label}: kiểu “{type}” chưa được định nghĩa",
        "{label}: expected a known type, but '{type}' is not defined",
    ),
    "decisions.syntax": (
        "{label}: không đọc được biểu thức FEEL “{text}”. {why}",
        "{label}: the FEEL expression '{text}' cannot be read. {why_en}",
    ),
    "decisions.cycle": (
        "{label}: các quyết định phụ thuộc vòng tròn qua “{name}”",
        "{label}: expected decisions not to require themselves, but '{name}' closes a circle",
    ),
    "decisions.import-unknown": (
        "{label}: không tìm thấy mô hình được nhập “{name}” trong thư mục",
        "{label}: expected the imported model '{name}' beside this one, but it is not there",
    ),
    "decisions.import-cycle": (
        "{label}: các mô hình nhập lẫn nhau qua “{name}”",
        "{label}: expected models not to import each other, but '{name}' does",
    ),
    "decisions.ragged-rule": (
        "{label}: luật {rule} cần {expected} ô, nhưng có {found}",
        "{label}: expected {expected} cells in rule {rule}, but it has {found}",
    ),
    # -- checking tables -----------------------------------------------------------------------
    "decisions.cell-type": (
        "Bảng “{label}”, luật {rule}: “{input}” thuộc kiểu {type}, nhưng ô ghi kiểu {found}",
        "Table '{label}', rule {rule}: the input '{input}' is a {type}, but the cell is a {found}",
    ),
    "decisions.overlap": (
        "Bảng “{label}”: các luật {rules} cùng đúng khi {example}; hãy tách điều kiện cho rời nhau",
        "Table '{label}': the rules {rules} both hit when {example}; make them disjoint",
    ),
    "decisions.unreachable": (
        "Bảng “{label}”: luật {rule} không bao giờ được dùng",
        "Table '{label}': rule {rule} never counts",
    ),
    "decisions.gap": (
        "Bảng “{label}”: không luật nào đúng khi {example}; hãy thêm luật hoặc giá trị mặc định",
        "Table '{label}': no rule hits when {example}; add a rule or a default",
    ),
    # -- evaluating: why a value is null -------------------------------------------------------
    "decisions.wrong-type": (
        "giá trị của “{name}” không thuộc kiểu {type}",
        "the value of '{name}' is not of the type {type}",
    ),
    "decisions.value-not-allowed": (
        "giá trị của “{name}” không nằm trong các giá trị cho phép",
        "the value of '{name}' is not among those allowed",
    ),
    "decisions.no-rule": (
        "không luật nào của bảng “{name}” phù hợp, và bảng không có giá trị mặc định",
        "no rule of the table '{name}' hits, and it has no default",
    ),
    "decisions.not-unique": (
        "các luật {rules} của bảng “{name}” cùng phù hợp, trong khi chỉ được một luật (U)",
        "the rules {rules} of the table '{name}' hit, but only one may (U)",
    ),
    "decisions.not-the-same": (
        "các luật {rules} của bảng “{name}” cho kết quả khác nhau, trong khi phải như nhau (A)",
        "the rules {rules} of the table '{name}' differ, but must give the same (A)",
    ),
    "decisions.not-a-list": (
        "“{name}” cần một danh sách, nhưng nhận được {type}",
        "'{name}' goes over a list, but found {type}",
    ),
    "decisions.condition": (
        "điều kiện trong “{name}” cần đúng hoặc sai, nhưng nhận được {type}",
        "the condition in '{name}' must be true or false, but is {type}",
    ),
    "decisions.input-missing": (
        "thiếu đầu vào “{name}”",
        "the input '{name}' is missing",
    ),
    "decisions.no-logic": (
        "“{name}” chưa có nội dung quyết định",
        "'{name}' has no logic",
    ),
    "decisions.external-function": (
        "hàm “{name}” viết bằng {language} không được chạy",
        "the function '{name}' is written in {language} and is not run",
    ),
}
