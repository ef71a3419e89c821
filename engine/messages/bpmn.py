"""Sentences of the room: bpmn."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "bpmn.empty": (
        "Tệp {file} trống.",
        "Expected a BPMN drawing, but {file} is empty.",
    ),
    "bpmn.too-large": (
        "Tệp {file} quá lớn: {size} byte, tối đa {largest} byte.",
        "Expected a file of at most {largest} bytes, but {file} has {size}.",
    ),
    "bpmn.doctype": (
        "Tệp {file} có khai báo DOCTYPE hoặc thực thể (entity); vì lý do an toàn không được dùng.",
        "Expected XML without DOCTYPE and entities, but {file} declares one.",
    ),
    "bpmn.not-xml": (
        "Tệp {file} không phải là XML hợp lệ: {why}.",
        "Expected XML, but {file} is not well-formed: {why}.",
    ),
    "bpmn.not-bpmn": (
        "Tệp {file} không phải là bản vẽ BPMN 2.0: phần tử gốc là {root}.",
        "Expected a BPMN 2.0 drawing (bpmn:definitions), but the root of {file} is {root}.",
    ),
}
