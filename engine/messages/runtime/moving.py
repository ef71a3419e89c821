"""Why an instance cannot move to another element or version."""

from __future__ import annotations

MOVING: dict[str, tuple[str, str]] = {
    "runtime.execution.not-movable": (
        "Không có nhánh số {number} có thể dời",
        "Expected a token {number} that can be moved, but there is none",
    ),
    "runtime.move.nothing-there": (
        "Hồ sơ không ở “{element}”",
        "Expected the instance to be at '{element}', but it is not",
    ),
    "runtime.move.several": (
        "Hồ sơ ở “{element}” nhiều lần; hãy nêu số của nhánh: {numbers}",
        "Expected one token at '{element}', but there are several; name its number: {numbers}",
    ),
    "runtime.move.unknown": (
        "Bản vẽ không có phần tử “{element}”",
        "Expected the drawing to have an element '{element}', but it has none",
    ),
    "runtime.move.other-scope": (
        "“{element}” không cùng quy trình con với “{label}”",
        "Expected '{element}' to lie in the same sub-process as '{label}', but it does not",
    ),
    "runtime.move.no-flow": (
        "Không luồng nào dẫn đến được “{element}”",
        "Expected '{element}' to be an element that flows lead to, but it is none",
    ),
    "runtime.move.join": (
        "“{element}” chờ nhiều nhánh; hãy dời đến phần tử sau nó",
        "Expected an element that waits for no other tokens, but '{element}' joins several; move"
        " to what follows it",
    ),
    "runtime.migrate-which": (
        "Phải nêu các hồ sơ, hoặc quy trình có các hồ sơ cần chuyển",
        "Expected instances, or the process whose instances are to move",
    ),
    "runtime.migration.unknown-element": (
        "Bản vẽ cũ không có phần tử “{element}”",
        "Expected the old drawing to have an element '{element}', but it has none",
    ),
    "runtime.migration.unknown-target": (
        "Bản vẽ mới không có phần tử “{element}”",
        "Expected the new drawing to have an element '{element}', but it has none",
    ),
    "runtime.migration.maps-twice": (
        "Hai phần tử cũ cùng chuyển sang “{element}”",
        "Expected one element to become '{element}', but the plan names two",
    ),
    "runtime.migration.not-running": (
        "Hồ sơ {instance} không còn chạy",
        "Expected instance {instance} to be running, but it is not any more",
    ),
    "runtime.migration.same-version": (
        "Hồ sơ đã ở phiên bản {version}",
        "Expected another version, but the instance is of version {version} already",
    ),
    "runtime.migration.no-counterpart": (
        "Hồ sơ đang ở “{label}” ({element}), bản vẽ mới không có phần tử tương ứng; hãy nêu trong"
        " kế hoạch",
        "Expected the new drawing to have an element for '{label}' ({element}), but it has none;"
        " name one in the plan",
    ),
    "runtime.migration.other-kind": (
        "“{label}” ({element}) và “{other}” của bản vẽ mới không cùng loại",
        "Expected '{other}' of the new drawing to be of the same kind as '{label}' ({element}),"
        " but it is not",
    ),
    "runtime.migration.other-scope": (
        "“{label}” ({element}) nằm trong quy trình con khác ở bản vẽ mới",
        "Expected '{label}' ({element}) to lie in the same sub-process in the new drawing, but it"
        " does not",
    ),
    "runtime.migration.flow-gone": (
        "Một nhánh đã đến “{label}” ({element}) theo luồng {flow}, bản vẽ mới không có luồng này",
        "Expected the new drawing to have the flow {flow} by which a token came to '{label}'"
        " ({element}), but it has none",
    ),
    "runtime.migration.stuck": (
        "Ở bản vẽ mới hồ sơ không thể đi tiếp: {elements} chờ nhánh không bao giờ đến",
        "Expected the instance to be able to go on in the new drawing, but {elements} would wait"
        " in vain",
    ),
    "runtime.migration.job-at-work": (
        "“{label}” đang được {worker} làm và sẽ thành công việc loại khác; hãy chờ xong",
        "Expected nobody to be at work on '{label}', which becomes a job of another type, but"
        " '{worker}' is; wait until it is done",
    ),
}
