"""Answers of the commands that make a procedure: from facts and drawing to a deployment."""

from __future__ import annotations

INIT: dict[str, tuple[str, str]] = {
    "head": (
        "# Thiết lập của procflow. Mỗi dòng là giá trị mặc định; bỏ dấu # để đổi.\n"
        "# Biến môi trường (tên trong ngoặc) nặng hơn tệp này, lựa chọn của lệnh nặng hơn cả.",
        "# Settings of procflow. Each line shows the default; remove the # to change it.\n"
        "# The environment (names in brackets) outweighs this file, an option outweighs both.",
    ),
    "people": (
        "# Những người mà lệnh có thể làm thay bằng --as\n"
        '# [people.an]\n# name = "Lê Văn An"\n# groups = ["mot-cua"]\n\n'
        "## Giới hạn theo loại công việc: mỗi tiến trình cùng lúc, và tất cả cộng lại mỗi phút\n"
        '# [jobs."payment.request"]\n# at_once = 4\n# per_minute = 600',
        "# The people the command may act for with --as\n"
        '# [people.an]\n# name = "Lê Văn An"\n# groups = ["mot-cua"]\n\n'
        "## Limits of job types: at once in one worker, and in a minute of all workers together\n"
        '# [jobs."payment.request"]\n# at_once = 4\n# per_minute = 600',
    ),
    "written": ("Đã ghi {file}.", "Wrote {file}."),
    "next": (
        "Tiếp theo: procflow new MÃ TÊN để tạo một thủ tục, procflow doctor để kiểm tra cài đặt.",
        "Next: procflow new CODE NAME makes a procedure, procflow doctor checks the installation.",
    ),
}

NEW: dict[str, tuple[str, str]] = {
    "bad-code": (
        "cần mã thủ tục quốc gia như 1.001193, nhưng là “{code}”",
        "expected a national procedure code such as 1.001193, but found “{code}”",
    ),
    "bad-name": (
        "cần một tên bắt đầu bằng chữ, nhưng là “{name}”",
        "expected a name that begins with a letter, but found “{name}”",
    ),
    "no-name": (
        "Cần NAME: thông tin công bố chưa có tên thủ tục, hoặc không có --from.",
        "Expected a NAME: the facts have none, or there is no --from.",
    ),
    "shape-alone": (
        "--shape chỉ dùng cùng --from.",
        "Expected --from together with --shape.",
    ),
    "other-code": (
        "cần mã của thông tin công bố, {published}, nhưng là “{code}”",
        "expected the code of the facts, {published}, but found “{code}”",
    ),
    "other-name": (
        "cần tên của thông tin công bố, “{published}”, nhưng là “{name}”",
        "expected the name of the facts, “{published}”, but found “{name}”",
    ),
    "level": ("Mức đạt được: {level}", "Level reached: {level}"),
    "shared": (
        "Các quy trình dùng chung được chép vào {folder}.",
        "The shared processes were copied into {folder}.",
    ),
    "asked": ("Phải điền, phải chọn:", "To fill in and to choose:"),
    "written": ("Đã tạo thủ tục trong {folder}:", "The procedure is in {folder}:"),
    "next": (
        "Tiếp theo: procflow lint {folder}, sửa bản vẽ trong Camunda Modeler, "
        "rồi procflow deploy {folder}",
        "Next: procflow lint {folder}, redraw it in Camunda Modeler, then procflow deploy {folder}",
    ),
}

NEW_HANDLER: dict[str, tuple[str, str]] = {
    "bad-name": (
        "“{name}” không dùng được: tên hệ thống gồm chữ thường không dấu và số, nối bằng gạch"
        " ngang, ví dụ tra-cuu-thue",
        "“{name}” is no name of a system: it is made of small letters and figures with hyphens"
        " between, such as tra-cuu-thue",
    ),
    "written": ("Đã tạo gói {folder}:", "Wrote the package {folder}:"),
    "next": (
        "Thử ngay: cd {folder} && python -m pytest. Sau đó sửa port.py, http.py, handlers.py.",
        "Try it: cd {folder} && python -m pytest. Then make port.py, http.py, handlers.py yours.",
    ),
}

FACTS: dict[str, tuple[str, str]] = {
    "nothing": (
        "Cần tên tệp bản ghi, hoặc --catalogue THƯ MỤC.",
        "Expected files with records, or --catalogue FOLDER.",
    ),
    "reading": ("Đang đọc bản ghi", "Reading records"),
    "written": ("{name}: đã ghi {path}.", "{name}: wrote {path}."),
    "kind": ("Loại", "Kind"),
    "fact": ("Phần", "Fact"),
    "sentence": ("Nội dung", "Note"),
    "contradiction": ("mâu thuẫn", "contradiction"),
    "unparsed": ("chưa đọc được", "not read"),
    "assumed": ("phải xem lại", "to be checked"),
    "total": ("{number} thủ tục.", "{number} procedures."),
    "what": ("Theo bản ghi", "By the records"),
    "count": ("Số thủ tục", "Procedures"),
    "share": ("Tỷ lệ", "Share"),
    "online": ("Nộp trực tuyến được", "Filed online"),
    "free": ("Không mất phí, lệ phí", "Free"),
    "bound-presence": ("Lời văn buộc có mặt", "Bound to presence by their own words"),
    "bound-on-site": (
        "Lời văn có kiểm tra thực địa",
        "With an inspection on site by their own words",
    ),
    "allowed-4": ("Thông tin cho phép: mức 4, toàn trình", "Facts allow: level 4, full"),
    "allowed-3": ("Thông tin cho phép: mức 3, một phần", "Facts allow: level 3, partial"),
    "allowed-2": ("Thông tin cho phép: mức 2, chưa trực tuyến", "Facts allow: level 2, offline"),
    "noted-contradiction": ("Có chỗ tự mâu thuẫn", "Contradicting themselves"),
    "noted-unparsed": ("Có chỗ chưa đọc được", "With something not read"),
    "noted-assumed": ("Có chỗ phải điền thêm", "With something to be filled in"),
}

FINDINGS: dict[str, tuple[str, str]] = {
    "where": ("Ở đâu", "Where"),
    "severity": ("Mức", "Severity"),
    "element": ("Phần tử", "Element"),
    "sentence": ("Nội dung", "Finding"),
    "rule": ("Quy tắc", "Rule"),
    "error": ("lỗi", "error"),
    "warning": ("cảnh báo", "warning"),
    "advice": ("lời khuyên", "advice"),
    "none": (
        "Đã kiểm tra {files} tệp: không có gì phải sửa.",
        "{files} files checked: nothing to mend.",
    ),
    "summary": (
        "{errors} lỗi, {warnings} cảnh báo, {advice} lời khuyên.",
        "{errors} errors, {warnings} warnings, {advice} pieces of advice.",
    ),
}

RENDER: dict[str, tuple[str, str]] = {
    "written": ("Đã vẽ {file}.", "Drew {file}."),
    "one-overlay": (
        "chỉ tô được một thứ mỗi lần, nhưng có {options}",
        "expected one thing to lay over the picture, but found {options}",
    ),
}

FEEL: dict[str, tuple[str, str]] = {
    "place": ("Chỗ", "Place"),
    "part": ("Biểu thức con", "Part"),
    "value": ("Giá trị", "Value"),
    "warning": ("{place} “{part}”: {sentence}", "{place} “{part}”: {sentence}"),
}

DECIDE: dict[str, tuple[str, str]] = {
    "because": ("luật {rule} của bảng “{decision}”", "rule {rule} of the table '{decision}'"),
    "outputs": ("kết quả của luật", "outputs of the rule"),
    "annotation": ("ghi chú", "annotation"),
    "rule": ("luật", "rule"),
}

TEMPLATES: dict[str, tuple[str, str]] = {
    "type": ("Loại việc", "Job type"),
    "version": ("Phiên bản", "Version"),
    "title": ("Tên", "Title"),
    "next": (
        "Ghi các mẫu ra tệp: procflow templates -o THƯ_MỤC",
        "Write the templates to files: procflow templates -o FOLDER",
    ),
    "written": ("Đã ghi {number} mẫu vào {folder}.", "Wrote {number} templates to {folder}."),
}

PUBLISH: dict[str, tuple[str, str]] = {
    "written": (
        "Đã công bố {number} thủ tục: mở {folder}/index.html.",
        "Published {number} procedures: open {folder}/index.html.",
    ),
}

DEPLOY: dict[str, tuple[str, str]] = {
    "process": ("Quy trình", "Process"),
    "name": ("Tên", "Name"),
    "version": ("Phiên bản", "Version"),
    "done": ("Đã triển khai.", "Deployed."),
    "refused": (
        "Những thủ tục có lỗi ở trên không được triển khai.",
        "The procedures with the errors above were not deployed.",
    ),
}

PAGES = {
    "init": INIT,
    "new": NEW,
    "new-handler": NEW_HANDLER,
    "facts": FACTS,
    "findings": FINDINGS,
    "render": RENDER,
    "feel": FEEL,
    "decide": DECIDE,
    "templates": TEMPLATES,
    "publish": PUBLISH,
    "deploy": DEPLOY,
}
