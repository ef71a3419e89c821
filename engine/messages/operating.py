"""Sentences of the commands an operator gives to what is running."""

from __future__ import annotations

ABOUT: dict[str, tuple[str, str]] = {
    "move": (
        "Dời một hồ sơ từ phần tử này sang phần tử khác, có ghi lý do vào nhật ký.\n\n"
        "SOURCE là phần tử hồ sơ đang ở, hoặc số của nhánh; TARGET ở cùng quy trình con.",
        "Move an instance from one element to another; the reason goes into its history.\n\n"
        "SOURCE is the element it stands at, or the token's number; TARGET lies in the same "
        "sub-process.",
    ),
    "suspend": (
        "Tạm dừng một hồ sơ, một quy trình, một phần tử hoặc một loại công việc.\n\n"
        "Đang tạm dừng thì không giao việc tự động, không tính giờ, không nhận kết quả của cán bộ; "
        "thông điệp gửi đến được giữ lại. Hồ sơ mới vẫn được tiếp nhận.",
        "Suspend an instance, a process, one of its elements, or a job type.\n\n"
        "Meanwhile jobs are not given out, timers not fired and user tasks refused; messages are "
        "kept. New dossiers are still taken in.",
    ),
    "resume": (
        "Cho chạy tiếp những gì đã tạm dừng bằng cùng các lựa chọn.",
        "Let go on what was suspended with the same words.",
    ),
    "suspensions": (
        "Những gì đang tạm dừng, ai dừng và vì sao.",
        "What is suspended, by whom and why.",
    ),
    "migrate": (
        "Chuyển hồ sơ đang chạy sang phiên bản khác của bản vẽ.\n\n"
        "Phần tử được ghép theo mã, rồi theo nhãn; còn lại ghi trong kế hoạch. Tất cả được kiểm "
        "tra trước, rồi chuyển hết hoặc không chuyển gì. Đồng hồ giữ nguyên giờ hẹn, việc đã "
        "nhận giữ nguyên người nhận.",
        "Move running instances to another version of their drawing.\n\n"
        "Elements are matched by id, then by label; a plan names the rest. All are checked first, "
        "then all move or none. Timers keep their moment, user tasks their claims.",
    ),
    "prune": (
        "Dọn chi tiết của hồ sơ đã kết thúc từ lâu.\n\n"
        "Biến, công việc và sự cố được xóa; mã, ngày tháng, trạng thái và nhật ký còn lại. Với "
        "--archive, tất cả được ghi vào tệp trước, rồi nhật ký cũng được xóa khỏi cơ sở dữ liệu. "
        "Hồ sơ đang chạy không bao giờ bị đụng đến.",
        "Take away the details of instances that ended long ago.\n\n"
        "Variables, work and incidents go; codes, dates, states and the history stay. With "
        "--archive everything is written to a file before, and the history goes from the "
        "database, too. What runs is never touched.",
    ),
    "payment-pages": (
        "Phục vụ trang thanh toán và nhận thông báo của các cổng, đến khi bị dừng (Ctrl+C).\n\n"
        "/pay/MÃ đưa người nộp tới nơi thanh toán, /notify/CỔNG nhận thông báo của cổng, "
        "/return/CỔNG là nơi trình duyệt quay về.",
        "Serve the payment pages and take callbacks of the gateways, until stopped (Ctrl+C).\n\n"
        "/pay/ORDER leads to where it is paid, /notify/GATEWAY takes a gateway's callbacks, "
        "/return/GATEWAY is where browsers come back to.",
    ),
    "reconcile": (
        "Đối soát sao kê của ngân hàng hoặc cổng thanh toán với các yêu cầu thanh toán.\n\n"
        "FILE là tệp CSV có dòng tiêu đề; tên cột khai ở [payment.….statement]. Khoản nào sao kê "
        "chứng minh thì hồ sơ đi tiếp; khoản nào không khớp thành một việc của Bộ phận thu phí.",
        "Hold a statement of a bank or a gateway against the orders.\n\n"
        "FILE is a CSV file with headings, named in [payment.….statement]. What the statement "
        "proves lets dossiers go on; every difference becomes an officer's task.",
    ),
    "archive": (
        "Kiểm tra một tệp lưu trữ, hoặc xem nhật ký của một hồ sơ trong đó.\n\n"
        "Chuỗi băm của từng hồ sơ được so với giá trị băm mà cơ sở dữ liệu còn giữ.",
        "Verify an archive, or show the history of one instance in it.\n\n"
        "The hash chain of each instance is held against the hash that the database keeps.",
    ),
    "backup": (
        "Sao lưu cơ sở dữ liệu SQLite vào một tệp, trong khi mọi việc vẫn chạy.",
        "Copy the SQLite database to a file, while everything goes on.",
    ),
    "restore": (
        "Phục hồi cơ sở dữ liệu SQLite từ một bản sao lưu.\n\n"
        "Dừng mọi tiến trình và dời tệp cũ đi trước.",
        "Put a backup in the place of the SQLite database.\n\n"
        "Stop all processes and move the old file away before.",
    ),
    "cancel": (
        "Hủy hồ sơ đang chạy, có ghi lý do vào nhật ký.\n\n"
        "Nêu từng hồ sơ, hoặc --process để hủy mọi hồ sơ đang chạy của một quy trình.",
        "End running instances before their time; the reason goes into their histories.\n\n"
        "Name the instances, or --process for all running ones of a process.",
    ),
}

OPTION: dict[str, tuple[str, str]] = {
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
    "from": ("Chỉ các hồ sơ ở phiên bản này.", "Only instances of this version."),
    "to": (
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

ERROR: dict[str, tuple[str, str]] = {
    "not-address": (
        "“{text}” không phải địa chỉ HOST:PORT",
        "expected an address HOST:PORT, but found '{text}'",
    ),
    "not-a-plan": (
        "{file}: kế hoạch chỉ có process, from, to và bảng elements (mã cũ = mã mới)",
        "{file}: expected a plan with process, from, to and a table of elements (old = new)",
    ),
}

MIGRATE: dict[str, tuple[str, str]] = {
    "progress": ("{done}/{whole} hồ sơ", "{done} of {whole} instances"),
    "done": (
        "Đã chuyển {number} hồ sơ, {held} hồ sơ ở lại.",
        "{number} instances have moved, {held} stay.",
    ),
    "would": (
        "Có thể chuyển {number} hồ sơ; chưa chuyển gì.",
        "{number} instances can move; nothing has moved.",
    ),
    "held": (
        "Chưa chuyển gì: {held} hồ sơ chưa chuyển được, {number} hồ sơ chuyển được.",
        "Nothing has moved: {held} instances cannot, {number} could.",
    ),
    "instance": ("Hồ sơ", "Instance"),
    "versions": ("Phiên bản", "Versions"),
    "obstacle": ("Vướng", "What stands in the way"),
}

RESUME: dict[str, tuple[str, str]] = {
    "resumed": ("“{target}” chạy tiếp.", "'{target}' goes on."),
}

SUSPENSIONS: dict[str, tuple[str, str]] = {
    "none": ("Không có gì đang tạm dừng.", "Nothing is suspended."),
    "since": ("Từ", "Since"),
    "until": ("Đến", "Until"),
    "what": ("Nội dung", "What and why"),
}

CANCEL: dict[str, tuple[str, str]] = {
    "which": (
        "Nêu hồ sơ, hoặc --process; không cả hai",
        "Expected instances, or --process; not both, and not none",
    ),
    "would": (
        "Sẽ hủy {number} hồ sơ; chưa hủy gì.",
        "{number} instances would be cancelled; nothing has changed.",
    ),
    "done": (
        "Đã hủy {number} hồ sơ; {left} hồ sơ đã kết thúc trước đó.",
        "{number} instances are cancelled; {left} had ended before.",
    ),
    "at-work": ("Đang hủy", "Cancelling"),
    "cancelled": ("Đã hủy hồ sơ {key}: {reason}", "Instance {key} is cancelled: {reason}"),
}

MOVE: dict[str, tuple[str, str]] = {
    "moved": ("Đã dời sang “{to}”.", "Moved to '{to}'."),
}

RETRY: dict[str, tuple[str, str]] = {
    "refused": ("Không làm lại được {key}: {why}", "{key} could not be tried again: {why}"),
    "at-work": ("Đang làm lại", "Trying again"),
}

PRUNE: dict[str, tuple[str, str]] = {
    "process": ("Quy trình", "Process"),
    "before": ("Kết thúc trước", "Ended before"),
    "instances": ("Hồ sơ", "Instances"),
    "no-age": (
        "Cần --older-than, hoặc mục retention trong thiết lập",
        "Expected --older-than, or ages under retention in the settings, but there are none",
    ),
    "none": ("Không có hồ sơ nào đủ cũ.", "Nothing is old enough."),
    "would": ("Sẽ dọn {number} hồ sơ; chưa dọn gì.", "{number} would go; nothing has gone."),
    "done": ("Đã dọn {number} hồ sơ.", "{number} have gone."),
    "archived": (
        "Đã đưa {number} hồ sơ vào {file}. Hãy giữ tệp này: nhật ký chỉ còn ở đó.",
        "{number} have gone to {file}. Keep that file: their history is nowhere else.",
    ),
    "at-work": ("Đang dọn", "Taking away"),
}

ARCHIVE: dict[str, tuple[str, str]] = {
    "intact": (
        "{file}: {number} hồ sơ còn nguyên vẹn.",
        "{file}: {number} instances are there as they were.",
    ),
    "changed": ("Đã bị sửa đổi: {keys}", "Changed: {keys}"),
    "missing": ("Không còn trong tệp: {keys}", "Missing from the file: {keys}"),
    "strange": (
        "{number} hồ sơ mà cơ sở dữ liệu này không ghi là đã đưa vào tệp.",
        "{number} instances of which this database does not say that they went there.",
    ),
    "unreadable": ("{number} dòng không đọc được.", "{number} lines cannot be read."),
}

BACKUP: dict[str, tuple[str, str]] = {
    "done": ("Đã sao lưu vào {file} ({size} kB).", "The backup is {file} ({size} kB)."),
    "by-pg-dump": (
        "PostgreSQL: dùng pg_dump, phục hồi bằng pg_restore",
        "Expected an SQLite file; PostgreSQL is backed up by pg_dump and restored by pg_restore",
    ),
}

RESTORE: dict[str, tuple[str, str]] = {
    "done": (
        "Đã phục hồi {file}. Hãy chạy procflow doctor.",
        "{file} is restored. Run procflow doctor now.",
    ),
}

MONITOR: dict[str, tuple[str, str]] = {
    "listens": (
        "Đo đạc và kiểm tra tại {address}/metrics, /health, /ready.",
        "Metrics and checks are at {address}/metrics, /health, /ready.",
    ),
}

RECONCILE: dict[str, tuple[str, str]] = {
    "summary": (
        "{gateway}, {since} – {until}: {lines} dòng, thu {came} đ, chi {went} đ; {agreed} dòng"
        " khớp, {confirmed} yêu cầu được xác nhận.",
        "{gateway}, {since} – {until}: {lines} lines, {came} đ in, {went} đ out; {agreed} lines"
        " agree, {confirmed} orders are confirmed.",
    ),
    "agrees": ("Không có khoản nào lệch.", "Nothing differs."),
    "differs": (
        "{number} khoản lệch; mỗi khoản là một việc của Bộ phận thu phí.",
        "{number} differences; each is an officer's task.",
    ),
    "kind": ("Điều không khớp", "What differs"),
    "dossier": ("Hồ sơ", "Dossier"),
    "order": ("Mã thanh toán", "Order"),
    "expected": ("Phải thu", "Expected"),
    "found": ("Đã vào", "Found"),
    "transaction": ("Giao dịch", "Transaction"),
    "content": ("Nội dung", "Text"),
}

PAYMENT_PAGES: dict[str, tuple[str, str]] = {
    "listens": ("Trang thanh toán ở {address}/pay/…", "Payment pages are at {address}/pay/…"),
}

PAGES = {
    "payment-pages": PAYMENT_PAGES,
    "reconcile": RECONCILE,
    "monitor": MONITOR,
    "prune": PRUNE,
    "archive": ARCHIVE,
    "backup": BACKUP,
    "restore": RESTORE,
    "move": MOVE,
    "migrate": MIGRATE,
    "resume": RESUME,
    "suspensions": SUSPENSIONS,
    "cancel": CANCEL,
}
