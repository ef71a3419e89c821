"""What each option means."""

from __future__ import annotations

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
    "out-drawing": ("Tệp ghi bản vẽ mới.", "File for the new drawing."),
    "out-file": (
        "Tệp ghi kết quả; vẽ nhiều hình thì là thư mục.",
        "File to write to; a folder where there are several pictures.",
    ),
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
    "picture": (
        "Vẽ hình có tô thay đổi vào tệp SVG này.",
        "Draw the change, coloured, into this SVG file.",
    ),
    "no-features": (
        "Không thử các kịch bản của thủ tục.",
        "Do not play the procedure's features.",
    ),
    "raise-force": (
        "Ghi, triển khai cả khi có kịch bản không đạt.",
        "Write and deploy even if a scenario does not hold.",
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
    "metrics": (
        "Mở /metrics, /health và /ready tại địa chỉ này.",
        "Serve /metrics, /health and /ready at this address.",
    ),
    "log": (
        "Nhật ký vận hành ra stderr: text cho người, json cho máy.",
        "Log on standard error: text for people, json for programs.",
    ),
    "older-than": (
        "Kết thúc đã quá bao nhiêu ngày; mặc định theo mục retention của thiết lập.",
        "Ended longer ago than this; by default as the settings say under retention.",
    ),
    "archive": (
        "Ghi trước vào tệp lưu trữ này, rồi dọn cả nhật ký.",
        "Write all of it to this archive before; the history goes, too.",
    ),
    "address": ("Nghe ở địa chỉ này.", "Listen at this address."),
    "gateway": (
        "Sao kê của cổng nào; mặc định theo thiết lập.",
        "Whose statement it is; by default as the settings say.",
    ),
    "reason": ("Lý do, được ghi vào nhật ký.", "The reason; it goes into the history."),
    "of-process": ("Quy trình nào.", "Which process."),
    "of-version": ("Chỉ phiên bản này của quy trình.", "Only this version of the process."),
    "of-element": ("Chỉ phần tử này của quy trình.", "Only this element of the process."),
    "job-type": ("Loại công việc nào.", "Which job type."),
    "types": (
        "Chỉ làm các loại công việc này, cách nhau bằng dấu phẩy.",
        "Only jobs of these types, separated by commas.",
    ),
    "concurrency": ("Làm cùng lúc bao nhiêu việc.", "Jobs done at once."),
    "grace": (
        "Khi dừng, chờ việc đang làm bao nhiêu giây rồi trả lại cho tiến trình khác.",
        "When told to stop: seconds for the jobs at hand, before they are handed back.",
    ),
    "all-of-process": (
        "Mọi hồ sơ đang chạy của quy trình này.",
        "All running instances of this process.",
    ),
    "in": (
        "Chuyển hồ sơ sang phiên bản này của bản vẽ trước, với biểu thức đã sửa.",
        "Move the instance to this version of the drawing before, with other expressions.",
    ),
    "newest": (
        "Chuyển hồ sơ sang phiên bản mới nhất trước.",
        "Move the instance to the newest version before.",
    ),
    "from-version": ("Chỉ các hồ sơ ở phiên bản này.", "Only instances of this version."),
    "to-version": (
        "Sang phiên bản nào; mặc định là bản mới nhất.",
        "To which version; by default the newest.",
    ),
    "plan": (
        "Kế hoạch (TOML hoặc JSON): process, from, to và bảng elements.",
        "The plan (TOML or JSON): process, from, to and a table of elements.",
    ),
    "map": (
        "Phần tử cũ thành phần tử mới. Lặp lại được.",
        "An old element and the one it becomes. Repeatable.",
    ),
    "dry-run": ("Chỉ kiểm tra, không đổi gì.", "Only look; nothing is changed."),
    "each": (
        "Chuyển từng hồ sơ một; hồ sơ vướng thì ở lại.",
        "Each instance on its own; those that cannot, stay.",
    ),
    "kind": ("Mọi sự cố loại này.", "All incidents of this kind."),
    "at-element": ("Chỉ ở phần tử này.", "Only at this element."),
    "closed-suspensions": ("Cả những lần đã cho chạy tiếp.", "Those that are over, too."),
}
