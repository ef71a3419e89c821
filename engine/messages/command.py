"""Sentences of the room: command.

`command.about.<name>`: the first line is the short help in the list of commands.
"""

from __future__ import annotations

from . import operating

ABOUT: dict[str, tuple[str, str]] = {
    "procflow": (
        "Động cơ quy trình cho thủ tục hành chính: một bản vẽ là một dịch vụ.",
        "A workflow engine for administrative procedures: a drawing is a service.",
    ),
    "init": (
        "Tạo procflow.toml có chú giải trong một thư mục.",
        "Write a commented procflow.toml into a folder.",
    ),
    "new": (
        "Tạo thư mục thủ tục mới: bản vẽ, thông tin công khai, biểu mẫu, thông báo, kịch bản."
        "\n\nVới --from, mọi thứ được soạn từ thông tin công bố, ở mức mà thông tin ấy cho phép; "
        "những chỗ chưa biết được liệt kê để điền. NAME chỉ cần khi thông tin chưa có tên.",
        "Write the folder of a new procedure: drawing, facts, form, notice and a first feature."
        "\n\nWith --from all is composed from the published facts, at the level these allow; what "
        "they leave open is listed. NAME is needed only where the facts have none.",
    ),
    "new-handler": (
        "Tạo một gói handler nối procflow với một hệ thống khác; kiểm thử của nó chạy được ngay."
        "\n\nNAME là tên của hệ thống, ví dụ tra-cuu-thue; gói nằm trong thư mục procflow-NAME.",
        "Write a package of handlers that connects procflow with another system; its tests pass at "
        "once.\n\nNAME is that of the system, such as tra-cuu-thue; the package lies in the folder "
        "procflow-NAME.",
    ),
    "import": (
        "Chuyển một bản vẽ của Camunda 7, Operaton, Flowable hay Activiti sang từ vựng của "
        "procflow.\n\nBản mới là NAME.procflow.bpmn bên cạnh FILE; những gì không chuyển "
        "được được liệt kê.",
        "Bring a drawing of Camunda 7, Operaton, Flowable or Activiti into procflow's vocabulary."
        "\n\nThe new drawing is NAME.procflow.bpmn beside FILE; what could not be brought is "
        "listed.",
    ),
    "render": (
        "Vẽ bản vẽ thành SVG hoặc PNG, có thể tô thêm: hồ sơ đang ở đâu, đã đi qua đâu, khác gì "
        "bản cũ.\n\n"
        "FILE là một bản vẽ, hoặc thư mục có bản vẽ. Bản vẽ chưa có hình thì được xếp hình.",
        "Draw a drawing as SVG or PNG, with what is known laid over it.\n\n"
        "FILE is a drawing, or a folder with drawings. One without a picture is laid out.",
    ),
    "diff": (
        "Bản vẽ mới khác bản cũ điều gì: thêm, bỏ, sửa, dời chỗ, theo nhãn.\n\n"
        "OLD và NEW là hai bản vẽ, hoặc hai thư mục có bản vẽ.",
        "What a new drawing says differently: added, removed, changed, moved, by label.\n\n"
        "OLD and NEW are two drawings, or two folders with drawings.",
    ),
    "lint": (
        "Kiểm tra bản vẽ và các tệp của thủ tục; chưa triển khai gì.\n\n"
        "Mỗi điều cần sửa có tệp, dòng, phần tử, câu giải thích và quy tắc.",
        "Check drawings and the other files of procedures; nothing is deployed.\n\n"
        "Each finding has file, line, element, sentence and rule.",
    ),
    "raise": (
        "Vẽ thêm vào bản vẽ những bước còn thiếu để lên mức dịch vụ công cao hơn.\n\n"
        "Chỉ sửa những chỗ cần sửa; nói rõ chỗ nào luật không cho nâng và điền lý do phải công bố.",
        "Draw the steps that are missing for a higher level into the drawing.\n\n"
        "Touches nothing else; says what the law forbids to raise, and fills in the reason.",
    ),
    "level": (
        "Đo mức độ dịch vụ công trực tuyến của từng thủ tục, theo mọi đường trên bản vẽ.\n\n"
        "Mỗi điều còn thiếu có phần tử, điều luật và việc cần làm; "
        "nhiều thủ tục thì có bảng tỷ lệ.",
        "Measure the level each procedure reaches, along all ways of its drawing.\n\n"
        "Each lack has element, article and remedy; several procedures get a table of shares.",
    ),
    "publish": (
        "Công bố danh mục thủ tục thành một thư mục mở được ngay, không cần máy chủ.\n\n"
        "Mỗi thủ tục một trang đủ các phần phải công bố; có tìm kiếm, biểu mẫu, JSON và CSV. "
        "Phần còn thiếu được liệt kê.",
        "Publish the catalogue of procedures as a folder that needs no server.\n\n"
        "A page for each procedure with all mandatory parts; search, forms, JSON and CSV. "
        "What is missing is listed.",
    ),
    "facts": (
        "Chuyển bản ghi của danh mục quốc gia thành procedure.toml.\n\n"
        "Giữ nguyên lời văn; đọc số tiền, thời hạn, mã số; liệt kê những gì chưa đọc được, "
        "tự mâu thuẫn, hoặc phải điền thêm.",
        "Turn records of the national catalogue into procedure.toml.\n\n"
        "Texts are kept; amounts, lengths and codes are read; what could not be read, contradicts "
        "itself or has to be filled in is listed.",
    ),
    "deploy": (
        "Kiểm tra rồi triển khai các thủ tục; nội dung không đổi thì giữ nguyên phiên bản.",
        "Check procedures and deploy them; the same content keeps its version.",
    ),
    "start": (
        "Bắt đầu một hồ sơ theo quy trình.",
        "Start a process instance.",
    ),
    "tasks": (
        "Các việc đang chờ người làm.",
        "User tasks that wait for somebody.",
    ),
    "claim": (
        "Nhận một việc về mình.",
        "Claim a user task.",
    ),
    "complete": (
        "Hoàn thành một việc, kèm các giá trị của biểu mẫu.",
        "Complete a user task with the values of its form.",
    ),
    "message": (
        "Gửi một thông điệp cho hồ sơ đang chờ nó.\n\n"
        "KEY là khóa liên kết, thường là mã hồ sơ hoặc mã đơn thanh toán.",
        "Publish a message to whoever waits for it.\n\n"
        "KEY is the correlation key, mostly a dossier code or a payment order.",
    ),
    "work": (
        "Làm các việc tự động và các hẹn giờ, đến khi bị dừng (Ctrl+C).",
        "Do jobs and timers until stopped (Ctrl+C).",
    ),
    "instances": (
        "Các hồ sơ đang chạy và đã kết thúc.",
        "Process instances, running and ended.",
    ),
    "explain": (
        "Hồ sơ đang chờ ai, chờ việc gì, đến bao giờ, và vì sao.\n\n"
        "INSTANCE là khóa của hồ sơ trong procflow hoặc mã hồ sơ.",
        "Whom an instance waits for, for what, until when, and why.\n\n"
        "INSTANCE is the instance's key or its business key (dossier code).",
    ),
    "history": (
        "Nhật ký của một hồ sơ: ai, việc gì, khi nào; --verify kiểm tra chuỗi băm.",
        "The history of an instance: who, what, when; --verify checks the hash chain.",
    ),
    "incidents": (
        "Các sự cố cần người xử lý.",
        "Incidents that a person must mend.",
    ),
    "retry": (
        "Làm lại bước đã gây sự cố, sau khi đã sửa nguyên nhân.",
        "Take the step of an incident again, after its cause was mended.",
    ),
    "templates": (
        "Mẫu phần tử của các việc tự động, cho Camunda Modeler và trang vẽ của procflow.",
        "Element templates of the handlers, for Camunda Modeler and procflow's designer.",
    ),
    "sandbox": (
        "Cổng thanh toán thử: đóng vai ngân hàng trả lời một đơn thanh toán.",
        "The sandbox payment gateway: play the bank that answers an order.",
    ),
    "pay": (
        "Đơn thanh toán được trả tiền; báo về bằng thông điệp có chữ ký.",
        "The order is paid; the signed callback is delivered.",
    ),
    "decline": (
        "Đơn thanh toán bị từ chối; báo về bằng thông điệp có chữ ký.",
        "The order is declined; the signed callback is delivered.",
    ),
    "silent": (
        "Đơn được trả tiền nhưng cổng im lặng: không báo gì về.",
        "The order is paid but the gateway keeps silent: no callback comes.",
    ),
    "feel": (
        "Tính một biểu thức FEEL.",
        "Evaluate a FEEL expression.",
    ),
    "decide": (
        "Tính một quyết định trong tệp DMN.\n\n"
        "DECISION là tên hoặc mã của quyết định, hàm quyết định hay dịch vụ quyết định.",
        "Evaluate a decision of a DMN file.\n\n"
        "DECISION is the name or id of a decision, knowledge model or decision service.",
    ),
    "doctor": (
        "Kiểm tra cài đặt: cơ sở dữ liệu, lược đồ, các việc tự động, lịch, chuỗi nhật ký.",
        "Check the installation: database, migrations, handlers, calendar, history chains.",
    ),
    "demo": (
        "Diễn hai thủ tục thật trên SQLite theo đồng hồ ảo, kể từng bước.",
        "Play two real procedures on SQLite under a virtual clock, step by step.",
    ),
}

OPTION: dict[str, tuple[str, str]] = {
    "help": ("Xem trang này.", "Show this page."),
    "json": ("In một tài liệu JSON cho chương trình đọc.", "Print one JSON document for programs."),
    "language": ("Ngôn ngữ: vi hoặc en.", "Language: vi or en."),
    "database": (
        "Cơ sở dữ liệu, thay cho thiết lập.",
        "The database, instead of the one in the settings.",
    ),
    "settings": (
        "Tệp thiết lập, thay cho procflow.toml gần nhất.",
        "The settings file, instead of the nearest procflow.toml.",
    ),
    "at": (
        "Giả định bây giờ là giờ này (diễn tập).",
        "Pretend that it is this time now (rehearsal).",
    ),
    "debug": ("Khi có lỗi, in cả vết lỗi của Python.", "Print Python's traceback on an error."),
    "as": (
        "Làm với tư cách người này; mặc định là người vận hành đang đăng nhập máy.",
        "Act as this person; by default the operator at the terminal.",
    ),
    "set": (
        "Một biến TÊN=GIÁ TRỊ; giá trị là JSON, không đọc được thì là chữ. Lặp lại được.",
        "A variable NAME=VALUE; the value is JSON, else text. Repeatable.",
    ),
    "variables": (
        "Các biến: một tệp JSON, hoặc - để đọc đầu vào chuẩn.",
        "Variables: a JSON file, or - for standard input.",
    ),
    "business-key": ("Mã hồ sơ.", "The business key (dossier code)."),
    "start-at": ("Sự kiện bắt đầu, khi có nhiều.", "The start event, where there are several."),
    "group": ("Chỉ việc của nhóm này.", "Only user tasks of this group."),
    "mine": ("Chỉ việc của người nêu ở --as.", "Only user tasks of the person of --as."),
    "instance": ("Chỉ của hồ sơ này.", "Only of this instance."),
    "process": ("Chỉ của quy trình này.", "Only of this process."),
    "state": ("Chỉ ở trạng thái này.", "Only in this state."),
    "limit": ("Nhiều nhất bao nhiêu dòng.", "At most this many rows."),
    "message-id": (
        "Mã của thông điệp; gửi lại cùng mã thì không tính lần nữa.",
        "Id of the message; the same id again is not delivered again.",
    ),
    "ttl": (
        "Giữ thông điệp bao lâu khi chưa ai chờ, ví dụ PT1H.",
        "How long to keep the message while nobody waits for it, such as PT1H.",
    ),
    "until-idle": ("Dừng khi không còn gì để làm.", "Stop when there is nothing left to do."),
    "worker": ("Tên của tiến trình làm việc này.", "Name of this worker."),
    "all": (
        "Cả những việc nhỏ: vào bước, đi theo nhánh, đặt biến.",
        "Small things too: elements entered, flows taken, variables set.",
    ),
    "verify": ("Kiểm tra chuỗi băm của nhật ký.", "Check the hash chain of the history."),
    "out": ("Thư mục ghi kết quả.", "Folder to write to."),
    "output": ("Tệp ghi bản vẽ mới.", "File for the new drawing."),
    "folder": ("Thư mục chứa các thủ tục.", "Folder that holds the procedures."),
    "into": ("Thư mục để viết vào.", "Folder to write into."),
    "from": (
        "procedure.toml để soạn thủ tục từ đó.",
        "procedure.toml to compose the procedure from.",
    ),
    "shape": (
        "Dạng thủ tục, thay cho dạng suy ra từ thông tin công bố: immediate (trả ngay), simple "
        "(thẩm định đơn giản), opinions (lấy ý kiến cơ quan), parallel (liên thông song song), "
        "notice (thông báo, không trả kết quả).",
        "Shape of the procedure, instead of the one the facts speak for: immediate return, simple "
        "appraisal, appraisal with opinions of agencies, agencies in parallel, notice without "
        "result.",
    ),
    "force": ("Ghi đè tệp đã có.", "Write over what is there."),
    "context": (
        "Các biến của biểu thức: một tệp JSON.",
        "Variables of the expression: a JSON file.",
    ),
    "level-overlay": (
        "Tô những gì giữ mức độ dịch vụ công lại.",
        "Show what holds the level back.",
    ),
    "to": ("Nâng nhiều nhất đến mức này.", "Raise at most to this level."),
    "dry-run": ("Chỉ cho xem, không ghi gì.", "Show it only; write nothing."),
    "picture": (
        "Vẽ hình có tô thay đổi vào tệp SVG này.",
        "Draw the change, coloured, into this SVG file.",
    ),
    "deploy": ("Triển khai luôn bản đã nâng.", "Deploy what was raised."),
    "migrate": (
        "Chuyển những hồ sơ đang chạy sang bản mới, hồ sơ nào không chuyển an toàn được thì ở lại.",
        "Move running dossiers to the new version; those that cannot move safely stay.",
    ),
    "svg": ("Vẽ thành SVG (mặc định).", "As SVG (the default)."),
    "png": ("Vẽ thành PNG.", "As PNG."),
    "a4": (
        "Chia thành các trang A4 đọc được.",
        "On sheets of A4 that can be read.",
    ),
    "tokens": (
        "Tô nơi hồ sơ này đang ở và đã đi qua.",
        "Show where this instance is and what it has passed.",
    ),
    "coverage": (
        "Tô những gì các hồ sơ trong cơ sở dữ liệu đã đi qua, kèm số lần.",
        "Show what the instances in the database have passed, and how often.",
    ),
    "diff": ("Tô những gì khác với bản vẽ này.", "Show what differs from this drawing."),
    "explain": (
        "In giá trị của từng biểu thức con.",
        "Print the value of each sub-expression.",
    ),
    "input": ("Đầu vào, viết thẳng JSON hoặc tên tệp.", "The inputs, as JSON or as a file."),
    "closed": ("Cả những sự cố đã xử lý.", "Resolved incidents too."),
    "catalogue": (
        "Đọc mọi bản ghi (.txt, .json) trong thư mục và in bảng tổng hợp.",
        "Read all records (.txt, .json) of a folder and print what they say.",
    ),
    "as-of": (
        "Theo luật của ngày này; mặc định là hôm nay.",
        "By the law of this day; by default today.",
    ),
    "markdown": ("In dạng Markdown để đưa vào báo cáo.", "Print Markdown, for a report."),
    "slowly": ("Kể chậm, nghỉ giữa các bước.", "Tell it slowly, with a pause after each step."),
}

HELP_PAGE: dict[str, tuple[str, str]] = {
    "usage": ("Cách dùng:", "Usage:"),
    "some-options": ("[LỰA CHỌN]", "[OPTIONS]"),
    "commands": ("Các lệnh", "Commands"),
    "options": ("Lựa chọn", "Options"),
    "common": ("Lựa chọn chung", "Common options"),
}

ERROR: dict[str, tuple[str, str]] = {
    "no-such-command": ("Không có lệnh “{name}”.", "There is no command “{name}”."),
    "no-such-option": ("Không có lựa chọn “{name}”.", "There is no option “{name}”."),
    "meant": ("Có phải ý bạn là “{name}”?", "Did you mean “{name}”?"),
    "missing": ("Thiếu {name}.", "{name} is missing."),
    "bad-value": (
        "Giá trị của {name} không dùng được: {why}",
        "The value of {name} does not fit: {why}",
    ),
    "file": ("Không dùng được tệp {file}: {why}.", "Cannot use the file {file}: {why}."),
    "unexpected": (
        "Lỗi ngoài dự kiến ({kind}): {text}. Thêm --debug để biết lỗi ở đâu.",
        "An unexpected error ({kind}): {text}. Add --debug to see where.",
    ),
    "no-such-path": (
        "không có tệp hay thư mục “{file}”",
        "there is no file or folder “{file}”",
    ),
    "no-such-file": ("không có tệp “{file}”", "there is no file “{file}”"),
    "not-json": (
        "{source} không phải là JSON: {why} (dòng {line}, cột {column})",
        "{source} is not JSON: {why} (line {line}, column {column})",
    ),
    "not-object": (
        "{source}: cần một đối tượng JSON với tên các biến",
        "{source}: expected a JSON object with the names of the variables",
    ),
    "not-assignment": (
        "cần TÊN=GIÁ TRỊ, nhưng là “{text}”",
        "expected NAME=VALUE, but found “{text}”",
    ),
    "not-duration": (
        "cần một khoảng thời gian như PT30M hoặc P2D, nhưng là “{text}”",
        "expected a duration such as PT30M or P2D, but found “{text}”",
    ),
    "not-date": (
        "cần một ngày như 2026-07-01 hoặc 01/07/2026, nhưng là “{text}”",
        "expected a date such as 2026-07-01 or 01/07/2026, but found “{text}”",
    ),
    "no-procedures": (
        "Không có thủ tục nào trong {paths}: cần thư mục có tệp .bpmn hoặc procedure.toml.",
        "There is no procedure in {paths}: expected a folder with a .bpmn file or procedure.toml.",
    ),
    "exists": (
        "{file} đã có. Thêm --force để ghi đè.",
        "{file} is there already. Add --force to write over it.",
    ),
}

PUBLISH: dict[str, tuple[str, str]] = {
    "written": (
        "Đã công bố {number} thủ tục: mở {folder}/index.html.",
        "Published {number} procedures: open {folder}/index.html.",
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

SETTINGS: dict[str, tuple[str, str]] = {
    "unreadable": ("Không đọc được {file}: {reason}", "Cannot read {file}: {reason}"),
    "unknown": ("không có thiết lập “{name}”.{meant}", "there is no setting “{name}”.{meant}"),
    "meant": (" Có phải ý bạn là “{name}”?", " Did you mean “{name}”?"),
    "wrong-type": (
        "thiết lập “{name}” cần {expected}, nhưng là {found}",
        "the setting “{name}” takes {expected}, but found {found}",
    ),
    "missing": (
        "thiếu thiết lập “{name}” (hoặc biến môi trường {variable})",
        "the setting “{name}” (or the variable {variable}) is needed, but missing",
    ),
    "missing-secret": (
        "thiếu bí mật “{name}”: đặt biến môi trường {variable}, hoặc {variable}_FILE là tệp giữ nó",
        "the secret “{name}” is needed, but missing: set the variable {variable},"
        " or {variable}_FILE to the file that holds it",
    ),
    "no-package": (
        "thiết lập “handlers.{name}” cần gói handler “{name}”, nhưng gói ấy chưa được cài;"
        " các gói đã cài: {known}",
        "the setting “handlers.{name}” wants the handler package “{name}”, which is not installed;"
        " installed are: {known}",
    ),
    "broken-package": (
        "không nạp được gói handler “{name}”: {reason}",
        "the handler package “{name}” cannot be loaded: {reason}",
    ),
    "plain-secret": (
        "bí mật “{name}” không được viết trong tệp thiết lập: đặt biến môi trường {variable},"
        ' hoặc viết {{ file = "tệp giữ nó" }}',
        "the secret “{name}” may not stand in the settings file: set the variable {variable},"
        ' or write {{ file = "the file that holds it" }}',
    ),
    "bad-time": (
        "Giờ giả định “{at}” không đúng dạng, ví dụ đúng: 2026-03-02T08:00:00+07:00",
        "The pretended time “{at}” is no time; a right one is 2026-03-02T08:00:00+07:00",
    ),
    "str": ("một chuỗi chữ", "a text"),
    "int": ("một số nguyên", "a whole number"),
    "bool": ("true hoặc false", "true or false"),
    "list": ("một danh sách", "a list"),
    "dict": ("một bảng", "a table"),
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

RENDER: dict[str, tuple[str, str]] = {
    "written": ("Đã vẽ {file}.", "Drew {file}."),
    "one-overlay": (
        "chỉ tô được một thứ mỗi lần, nhưng có {options}",
        "expected one thing to lay over the picture, but found {options}",
    ),
}

START: dict[str, tuple[str, str]] = {
    "started": ("Đã bắt đầu {process}: {key}.", "Started {process}: {key}."),
    "next": (
        "Xem hồ sơ chờ gì: procflow explain {key}",
        "What it waits for: procflow explain {key}",
    ),
}

INSTANCES: dict[str, tuple[str, str]] = {
    "none": ("Không có hồ sơ nào.", "No instances."),
    "dossier": ("Mã hồ sơ", "Dossier"),
    "process": ("Quy trình", "Process"),
    "state": ("Tình trạng", "State"),
    "status": ("Trạng thái hồ sơ", "Status"),
    "due": ("Hạn trả", "Due"),
    "started": ("Bắt đầu", "Started"),
    "incidents": ("Sự cố", "Incidents"),
    "key": ("Khóa", "Key"),
}

INSTANCE_STATE: dict[str, tuple[str, str]] = {
    "active": ("đang chạy", "active"),
    "ended": ("đã xong", "ended"),
    "cancelled": ("đã hủy", "cancelled"),
}

TASKS: dict[str, tuple[str, str]] = {
    "none": ("Không có việc nào đang chờ.", "No user tasks are waiting."),
    "label": ("Việc", "User task"),
    "groups": ("Dành cho", "For"),
    "assignee": ("Người nhận", "Assignee"),
    "state": ("Tình trạng", "State"),
    "opened": ("Từ lúc", "Since"),
    "due": ("Hạn", "Due"),
    "key": ("Khóa", "Key"),
}

TASK_STATE: dict[str, tuple[str, str]] = {
    "open": ("đang chờ", "open"),
    "completing": ("đã trả lời, vướng sự cố", "answered, held by an incident"),
    "completed": ("đã xong", "completed"),
    "cancelled": ("đã hủy", "cancelled"),
}

CLAIM: dict[str, tuple[str, str]] = {
    "claimed": ("{who} đã nhận việc “{label}”.", "{who} claimed “{label}”."),
}

COMPLETE: dict[str, tuple[str, str]] = {
    "done": ("Đã hoàn thành việc “{label}”.", "Completed “{label}”."),
}

MESSAGE: dict[str, tuple[str, str]] = {
    "correlated": (
        "Thông điệp “{name}” đã tới hồ sơ {instances}.",
        "The message “{name}” reached {instances}.",
    ),
    "started": (
        "Thông điệp “{name}” đã bắt đầu hồ sơ {instances}.",
        "The message “{name}” started {instances}.",
    ),
    "buffered": (
        "Chưa ai chờ thông điệp “{name}” với khóa “{key}”; đã giữ lại.",
        "Nobody waits for the message “{name}” with the key “{key}” yet; it is kept.",
    ),
    "duplicate": (
        "Thông điệp “{name}” này đã có, không tính lần nữa.",
        "This message “{name}” has come before; it does not count again.",
    ),
}

INCIDENTS: dict[str, tuple[str, str]] = {
    "none": ("Không có sự cố nào.", "No incidents."),
    "opened": ("Lúc", "At"),
    "kind": ("Loại", "Kind"),
    "element": ("Ở bước", "Element"),
    "sentence": ("Nội dung", "What happened"),
    "tries": ("Số lần", "Tries"),
    "instance": ("Hồ sơ", "Instance"),
    "key": ("Khóa", "Key"),
    "step": ("Bước sẽ làm lại: {kind} (biến: {names})", "The step kept: {kind} ({names})"),
    "next": (
        "Sửa nguyên nhân rồi làm lại bước đó: procflow retry KHÓA",
        "Mend the cause, then take the step again: procflow retry KEY",
    ),
}

RETRY: dict[str, tuple[str, str]] = {
    "which": (
        "Hãy nêu các sự cố, hoặc --kind, --process, --element để chọn nhiều sự cố",
        "Expected incidents, or --kind, --process or --element to choose many",
    ),
    "resolved": ("Sự cố đã qua: {sentence}", "The incident is resolved: {sentence}"),
    "again": ("Vẫn vướng: {sentence}", "It failed again: {sentence}"),
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

TEMPLATES: dict[str, tuple[str, str]] = {
    "type": ("Loại việc", "Job type"),
    "version": ("Phiên bản", "Version"),
    "title": ("Tên", "Title"),
    "next": (
        "Ghi các mẫu ra tệp: procflow templates --out THƯ_MỤC",
        "Write the templates to files: procflow templates --out FOLDER",
    ),
    "written": ("Đã ghi {number} mẫu vào {folder}.", "Wrote {number} templates to {folder}."),
}

WORK: dict[str, tuple[str, str]] = {
    "working": (
        "{worker} đang làm việc; Ctrl+C để dừng sau việc đang làm.",
        "{worker} is working; Ctrl+C stops it after the job at hand.",
    ),
    "done": ("Đã làm {number} việc.", "{number} jobs and timers done."),
}

FEEL: dict[str, tuple[str, str]] = {
    "place": ("Chỗ", "Place"),
    "part": ("Biểu thức con", "Part"),
    "value": ("Giá trị", "Value"),
    "warning": ("{place} “{part}”: {sentence}", "{place} “{part}”: {sentence}"),
}

SANDBOX: dict[str, tuple[str, str]] = {
    "silent": (
        "Đã trả tiền; cổng im lặng, không báo gì về.",
        "Paid; the gateway keeps silent.",
    ),
    "correlated": (
        "Đã báo kết quả của đơn {order} về hồ sơ đang chờ.",
        "The result of {order} reached the instance that waits for it.",
    ),
    "buffered": (
        "Đã báo kết quả của đơn {order}; chưa hồ sơ nào chờ nó, đã giữ lại.",
        "The result of {order} is kept; no instance waits for it yet.",
    ),
    "started": (
        "Kết quả của đơn {order} đã bắt đầu một hồ sơ.",
        "The result of {order} started an instance.",
    ),
    "duplicate": (
        "Kết quả này của đơn {order} đã báo rồi, không tính lần nữa.",
        "This result of {order} has come before; it does not count again.",
    ),
}

HISTORY: dict[str, tuple[str, str]] = {
    "at": ("Lúc", "At"),
    "who": ("Ai", "Who"),
    "what": ("Việc", "What"),
    "element": ("Ở bước", "Element"),
    "about": ("Thêm", "About"),
    "notice": ("qua {channel} tới {address}", "by {channel} to {address}"),
    "delivered": ("{channel}: đã tới người nhận", "{channel}: delivered"),
    "undelivered": ("{channel}: không tới được {reason}", "{channel}: not delivered {reason}"),
    "intact": (
        "Chuỗi nhật ký nguyên vẹn: {number} sự kiện.",
        "The history chain is intact: {number} events.",
    ),
    "changed": (
        "Nhật ký đã bị sửa: nội dung sự kiện số {number} không khớp với mã băm.",
        "The history was changed: event {number} is not what was hashed.",
    ),
    "missing": (
        "Nhật ký bị mất sự kiện số {number}.",
        "Event {number} of the history is missing.",
    ),
    "cut": (
        "Nhật ký bị cắt: từ sự kiện số {number} không còn.",
        "The history was cut off before event {number}.",
    ),
}

HAPPENING: dict[str, tuple[str, str]] = {
    "started": ("bắt đầu", "started"),
    "entered": ("vào bước", "entered"),
    "completed": ("xong bước", "completed"),
    "taken": ("đi theo nhánh", "took the flow"),
    "cancelled": ("bỏ bước", "withdrawn"),
    "triggered": ("sự kiện đến", "triggered"),
    "caught": ("bắt được lỗi", "caught"),
    "set": ("đặt biến", "variable set"),
    "warned": ("cảnh báo biểu thức", "expression warned"),
    "decided": ("tra bảng quyết định", "decided"),
    "complete-job": ("làm xong việc tự động", "did the job"),
    "throw-error": ("việc tự động báo lỗi cho bản vẽ", "the job threw an error"),
    "job-failed": ("việc tự động không xong", "the job failed"),
    "fire-timer": ("đến giờ", "the timer fired"),
    "notice-report": ("nhà cung cấp báo về thông báo", "the provider told of a notice"),
    "claim": ("nhận việc", "claimed"),
    "unclaim": ("trả việc", "unclaimed"),
    "hand-over": ("bàn giao việc", "handed over"),
    "complete-user-task": ("hoàn thành việc", "completed the user task"),
    "complete-job": ("hệ thống làm xong việc", "completed the job"),
    "job-failed": ("việc của hệ thống không thành", "the job failed"),
    "throw-error": ("báo lỗi nghiệp vụ", "threw an error"),
    "fire-timer": ("đến giờ", "the timer fired"),
    "deliver-message": ("nhận thông điệp", "received the message"),
    "deliver-signal": ("nhận tín hiệu", "received the signal"),
    "cancel": ("hủy hồ sơ", "cancelled the instance"),
    "pruned": ("dọn chi tiết của hồ sơ", "took the details away"),
    "archived": ("đưa hồ sơ vào tệp lưu trữ", "moved the instance to an archive"),
    "set-variables": ("sửa biến", "changed variables"),
    "migrate": ("chuyển phiên bản", "moved to another version"),
    "move": ("dời bước", "moved a token"),
    "suspend": ("tạm dừng hồ sơ", "suspended the instance"),
    "resume": ("cho hồ sơ chạy tiếp", "resumed the instance"),
    "ended": ("kết thúc", "ended"),
    "incident-opened": ("có sự cố", "incident opened"),
    "incident-remains": ("vẫn vướng sự cố", "incident remains"),
    "incident-retried": ("làm lại bước có sự cố", "incident retried"),
    "incident-resolved": ("sự cố đã qua", "incident resolved"),
}

DOCTOR: dict[str, tuple[str, str]] = {
    "subject": ("Phần", "Part"),
    "verdict": ("Tình trạng", "State"),
    "sentence": ("Nội dung", "Finding"),
    "ok": ("tốt", "well"),
    "not-ok": ("cần xem", "look here"),
    "well": ("Mọi thứ đều tốt.", "Everything is well."),
    "ill": ("Có điều cần xem lại ở trên.", "Something above needs care."),
    "unknown-variable": (
        "Không ai đọc biến môi trường {name}; có thể viết sai tên.",
        "Nobody reads the environment variable {name}; its name may be misspelt.",
    ),
    "pretended-time": (
        "Đang dùng giờ giả định {at}; chỉ dành cho diễn tập.",
        "The time is pretended to be {at}; that is for rehearsals only.",
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

DEMO: dict[str, tuple[str, str]] = {
    "at": ("Lúc", "At"),
    "who": ("Ai", "Who"),
    "what": ("Việc", "What"),
    "code": ("Mã hồ sơ", "Dossier"),
    "status": ("Trạng thái", "Status"),
    "due": ("Hẹn trả", "Due"),
    "paper": ("Giấy tờ", "Paper"),
    "number": ("Số", "Number"),
    "to": ("Gửi tới", "To"),
    "subject": ("Nội dung", "Subject"),
    "deployed": ("Đã triển khai: {name}", "Deployed: {name}"),
    "files": ("Nộp hồ sơ", "Files the dossier"),
    "sends": ("Gửi: {label}", "Sends: {label}"),
    "paid": ("Trả tiền qua cổng thanh toán", "Pays through the gateway"),
    "declined": ("Trả tiền nhưng ngân hàng từ chối", "Pays, but the bank declines"),
    "silent": ("Trả tiền; cổng thanh toán im lặng", "Pays; the gateway keeps silent"),
    "notice": ("✉ {subject}", "✉ {subject}"),
    "complete-user-task": ("Hoàn thành: {label}", "Completes: {label}"),
    "fire-timer": ("Đến giờ: {label}", "It is time: {label}"),
    "incident": ("Sự cố ở: {label}", "Incident at: {label}"),
    "papers": ("Giấy tờ và kết quả đã phát hành", "Papers and results issued"),
    "form": ("Mẫu {form} {title}", "Form {form} {title}"),
    "notices": ("Thông báo đã gửi (trong {folder})", "Notices sent (in {folder})"),
    "broken": (
        "Nhật ký không nguyên vẹn sau {number} sự kiện.",
        "The history is not intact after {number} events.",
    ),
    "next": ("Thử tiếp:", "Try next:"),
    "settings": (
        "# Do procflow demo ghi: hồ sơ diễn thử nằm ở đây, giờ giả định là giờ cuối buổi diễn.\n"
        'database = "sqlite:///procflow.db"\nat = "{at}"',
        "# Written by procflow demo: its dossiers lie here; the time is the end of the play.\n"
        'database = "sqlite:///procflow.db"\nat = "{at}"',
    ),
}

DECIDE: dict[str, tuple[str, str]] = {
    "because": ("luật {rule} của bảng «{decision}»", "rule {rule} of the table '{decision}'"),
    "outputs": ("kết quả của luật", "outputs of the rule"),
    "annotation": ("ghi chú", "annotation"),
    "rule": ("luật", "rule"),
}

EXPLAIN: dict[str, tuple[str, str]] = {
    "proof": ("Hạn trả được tính như sau:", "How the due date is computed:"),
}

PAGES = {
    "explain": EXPLAIN,
    "demo": DEMO,
    "deploy": DEPLOY,
    "history": HISTORY,
    "happening": HAPPENING,
    "doctor": DOCTOR,
    "feel": FEEL,
    "decide": DECIDE,
    "sandbox": SANDBOX,
    "templates": TEMPLATES,
    "work": WORK,
    "new": NEW,
    "new-handler": NEW_HANDLER,
    "render": RENDER,
    "start": START,
    "instances": INSTANCES,
    "instance-state": INSTANCE_STATE,
    "tasks": TASKS,
    "task-state": TASK_STATE,
    "claim": CLAIM,
    "complete": COMPLETE,
    "message": MESSAGE,
    "incidents": INCIDENTS,
    "retry": RETRY | operating.RETRY,
    "init": INIT,
    "about": ABOUT | operating.ABOUT,
    "option": OPTION | operating.OPTION,
    "help-page": HELP_PAGE,
    "error": ERROR | operating.ERROR,
    "facts": FACTS,
    "publish": PUBLISH,
    "settings": SETTINGS,
    "findings": FINDINGS,
    **operating.PAGES,
}

SENTENCES: dict[str, tuple[str, str]] = {
    f"command.{page}.{name}": sentence
    for page, sentences in PAGES.items()
    for name, sentence in sentences.items()
}
