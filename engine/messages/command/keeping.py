"""Answers of the commands about what is kept: dossiers of the past, copies, money."""

from __future__ import annotations

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

VERIFY: dict[str, tuple[str, str]] = {
    "signer": ("Người ký", "Signer"),
    "at": ("Ký lúc", "Signed at"),
    "verdict": ("Chữ ký", "Signature"),
    "valid": ("hợp lệ", "valid"),
    "altered": ("văn bản đã bị sửa", "the document was altered"),
    "revoked": ("chứng thư đã bị thu hồi", "the certificate was revoked"),
    "expired": ("chứng thư đã hết hạn", "the certificate has expired"),
    "not-yet-valid": ("chứng thư chưa có hiệu lực", "the certificate is not valid yet"),
    "untrusted": ("chứng thư không được tin cậy", "nobody we trust issued the certificate"),
    "unknown": (
        "chưa biết chứng thư có bị thu hồi không",
        "whether it was revoked is not known",
    ),
}

PAGES = {
    "verify": VERIFY,
    "prune": PRUNE,
    "archive": ARCHIVE,
    "backup": BACKUP,
    "restore": RESTORE,
    "sandbox": SANDBOX,
    "reconcile": RECONCILE,
    "payment-pages": PAYMENT_PAGES,
}
