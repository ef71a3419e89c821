"""About the file, its elements and their ids."""

from __future__ import annotations

FILE: dict[str, tuple[str, str]] = {
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
    "bpmn.unknown-element": (
        "“{element}”: không thể thực thi <{what}> ở vị trí này.",
        "Expected only what can be executed at “{element}”, but found <{what}>.",
    ),
    "bpmn.told-twice": (
        "“{element}”: <{what}> được ghi thêm một lần nữa, không rõ phải theo bản nào; hãy chỉ giữ "
        "một.",
        "Expected one <{what}> or its like at “{element}”, but there is another; keep one.",
    ),
    "bpmn.unknown-attribute": (
        "“{element}”: không hiểu thuộc tính {what}.",
        "Expected only known attributes and values at “{element}”, but found {what}.",
    ),
    "bpmn.unknown-extension": (
        "“{element}”: phần mở rộng {what} không được hỗ trợ ở phần tử này.",
        "Expected only extension elements that are executed at “{element}”, but found {what}.",
    ),
    "bpmn.other-engine": (
        "“{element}”: {what} thuộc về một động cơ khác; hãy chạy `procflow import` để chuyển "
        "đổi bản vẽ.",
        "Expected procflow's vocabulary at “{element}”, but {what} belongs to another engine; "
        "run `procflow import`.",
    ),
    "bpmn.foreign-extension": (
        "Bản vẽ có {count} phần mở rộng của {vendor}: được giữ lại nhưng không được thực thi.",
        "{count} extensions of {vendor} are kept, but not executed.",
    ),
    "bpmn.missing-id": (
        "Phần tử <{what}> không có id.",
        "Expected an id, but <{what}> has none.",
    ),
    "bpmn.duplicate-id": (
        "Mã id “{element}” đã được dùng ở dòng {first_line}.",
        "Expected ids to be unique, but “{element}” is already used in line {first_line}.",
    ),
    "bpmn.dangling-reference": (
        "“{element}” trỏ tới “{target}” ({attribute}) nhưng trong tệp không có phần tử này.",
        "Expected {attribute} of “{element}” to be in the file, but there is no “{target}”.",
    ),
    "bpmn.no-executable-process": (
        'Bản vẽ không có quy trình nào thực thi được (isExecutable="true").',
        'Expected an executable process, but there is none (isExecutable="true").',
    ),
    "bpmn.empty-process": (
        "“{element}” không có phần tử nào bên trong.",
        "Expected elements inside “{element}”, but it is empty.",
    ),
}
