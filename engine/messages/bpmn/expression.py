"""About expressions, names and values."""

from __future__ import annotations

EXPRESSION: dict[str, tuple[str, str]] = {
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
}
