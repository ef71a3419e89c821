"""Sentences about payments."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "payments.forged": (
        "Thông báo thanh toán không đúng chữ ký; đã bỏ qua.",
        "Expected a callback signed by the gateway, but the signature does not match",
    ),
    "payments.short-secret": (
        "Khóa ký của cổng thanh toán phải có ít nhất {least} ký tự.",
        "Expected the gateway's secret to have at least {least} characters, but it has fewer",
    ),
    "payments.unknown": (
        "Không có yêu cầu thanh toán nào mang mã “{order}”.",
        "Expected an order with number '{order}', but there is none",
    ),
    "payments.closed": (
        "Không thể thanh toán “{order}” nữa: {state}.",
        "Expected order '{order}' to wait for payment, but it is {state}",
    ),
    "payments.held": (
        "Cổng thanh toán đang giữ khoản tiền và chưa chắc chắn; sẽ hỏi lại.",
        "The gateway holds the money and is not sure of it yet",
    ),
    "payments.no-sandbox": (
        "Không có cổng thanh toán thử: đã cấu hình cổng thật.",
        "Expected the sandbox gateway, but there is none beside the real one",
    ),
    "payments.answer": (
        "{gateway} trả lời ngoài quy ước: {code}.",
        "Expected {gateway} to answer as agreed, but it says: {code}",
    ),
    "payments.unsigned": (
        "Trả lời của {gateway} không đúng chữ ký; đã bỏ qua.",
        "Expected an answer signed by {gateway}, but the signature does not match",
    ),
    "payments.vietqr.bank": (
        "Mã BIN ngân hàng phải có 6 chữ số, nhưng lại là “{found}”.",
        "Expected the bank's BIN of 6 digits, but found '{found}'",
    ),
    "payments.vietqr.account": (
        "“{found}” không phải là số tài khoản (chữ và số, nhiều nhất 19 ký tự).",
        "Expected an account of at most 19 letters and digits, but found '{found}'",
    ),
    "payments.receipts-used-up": (
        "Năm nay đã dùng hết số biên lai (đến {most}); hãy đăng ký ký hiệu khác.",
        "Expected a free receipt number up to {most}, but the year's are used up; take another"
        " series",
    ),
    "payments.no-account": (
        "Thiếu tài khoản thụ hưởng [payment.national.accounts.default].",
        "Expected a beneficiary account in [payment.national.accounts.default], but there is none",
    ),
    "payments.not-paid": (
        "“{order}” chưa được thanh toán ({state}) nên chưa có biên lai.",
        "Expected order '{order}' to be paid before it gets a receipt, but it is {state}",
    ),
    "payments.undecided": (
        "“{order}” chưa có kết quả thanh toán.",
        "Expected order '{order}' to be paid or declined, but it is neither",
    ),
    "payments.other-payment": (
        "“{order}” đã được mở với một số tiền khác; hãy hủy yêu cầu ấy trước.",
        "Expected order '{order}' to be asked with its own amount, but it was asked with another;"
        " cancel it first",
    ),
    "payments.no-gateway": (
        "Không có cổng thanh toán “{name}”; có: {known}.",
        "Expected one of the gateways {known}, but found '{name}'",
    ),
    "payments.gateways": (
        "Các cổng thanh toán phải khác tên nhau và có cổng mặc định “{default}”; đang có: {names}.",
        "Expected gateways with a name each, one of them '{default}', but there are: {names}",
    ),
    "payments.unknown-matter": (
        "Không có khoản thu cần xử lý nào mang mã “{matter}”.",
        "Expected a matter '{matter}', but there is none",
    ),
    "payments.resolved": (
        "Khoản thu “{matter}” đã được xử lý theo cách khác: {resolution}.",
        "Expected matter '{matter}' to be open, but it was resolved: {resolution}",
    ),
    "payments.too-much-back": (
        "“{order}” chỉ còn {left} đồng có thể hoàn, không hoàn được {wanted} đồng.",
        "Expected at most {left} đồng to give back for order '{order}', but {wanted} are wanted",
    ),
    "payments.no-money": (
        "“{order}” chưa nhận được khoản tiền ấy.",
        "Expected such money to have come in for order '{order}', but none did",
    ),
    "payments.button": (
        "Trang thanh toán “{order}” không có nút ấy.",
        "Expected 'pay' or 'decline' on the page of order '{order}', but found something else",
    ),
    "payments.statement.empty": (
        "Tệp sao kê trống.",
        "Expected a statement with a row of headings, but the file is empty",
    ),
    "payments.statement.column": (
        "Tệp sao kê không có cột “{column}”; xem thiết lập [payment.….statement].",
        "Expected a column '{column}' in the statement, but there is none; see the setting"
        " [payment.….statement]",
    ),
    "payments.statement.unread": (
        "Dòng {row} của sao kê: không đọc được cột “{column}”.",
        "Expected row {row} of the statement to be readable, but column '{column}' is not",
    ),
    "payments.statement.long": (
        "Tệp sao kê dài quá {most} byte.",
        "Expected a statement of at most {most} bytes, but it is longer",
    ),
    "payments.statement.encoding": (
        "Tệp sao kê phải là CSV mã UTF-8 hoặc UTF-16.",
        "Expected a statement as CSV in UTF-8 or UTF-16, but it is neither",
    ),
    "payments.check.sandbox": (
        "Cổng thanh toán thử: không có ngân hàng nào phía sau.",
        "The sandbox gateway; there is no bank behind it",
    ),
    "payments.check.unsent": (
        "{count} tin về thanh toán chưa được chuyển: cần chạy procflow work và triển khai"
        " processes/lib.",
        "{count} messages about payments are not delivered: procflow work must run, and"
        " processes/lib be deployed",
    ),
    "payments.check.refused": (
        "{gateway} không nhận câu hỏi đã ký của ta; người quản trị xem lại mã và khóa: {reason}",
        "{gateway} does not take what we sign; whoever runs procflow mends code and secret:"
        " {reason}",
    ),
    "payments.check.ready": ("Đã cấu hình.", "Configured"),
    "payments.matter.other-amount": (
        "Số tiền nộp khác số tiền phải thu",
        "Another amount came than was asked for",
    ),
    "payments.matter.double": ("Nộp hai lần cho một khoản", "It was paid twice"),
    "payments.matter.late": (
        "Tiền đến khi yêu cầu đã đóng hoặc hồ sơ đã rút",
        "Money came after the order was closed or the dossier withdrawn",
    ),
    "payments.matter.unknown": (
        "Sao kê có khoản thu không thuộc yêu cầu nào",
        "Money on the statement that belongs to no order",
    ),
    "payments.matter.missing": (
        "Đã ghi là nộp nhưng sao kê không có, hoặc khác số tiền",
        "Paid as far as we know, but not on the statement, or with another amount",
    ),
    "payments.matter.refund": (
        "Cổng thanh toán không hoàn được tiền",
        "The gateway did not give the money back",
    ),
    "payments.state.paid": ("Đã nộp xong.", "It is paid."),
    "payments.state.declined": ("Thanh toán không thành công.", "The payment did not go through."),
    "payments.state.expired": ("Yêu cầu thanh toán đã hết hạn.", "The order has expired."),
    "payments.state.cancelled": ("Yêu cầu thanh toán đã hủy.", "The order was cancelled."),
    "payments.state.questioned": (
        "Khoản tiền đang được cán bộ thu phí đối soát.",
        "The money is being looked into by an officer.",
    ),
    "payments.state.refunded": ("Tiền đã được hoàn.", "The money was given back."),
    "payments.page.title": ("Nộp phí, lệ phí", "Pay a fee"),
    "payments.page.returned": ("Kết quả thanh toán", "The payment"),
    "payments.page.unknown": ("Không tìm thấy yêu cầu thanh toán", "There is no such order"),
    "payments.page.waiting": (
        "Đang chờ cổng thanh toán xác nhận. Trang này không quyết định kết quả; khi có xác nhận,"
        " hồ sơ tự đi tiếp và ông/bà được báo.",
        "Waiting for the gateway to confirm. This page decides nothing; once it is confirmed, the"
        " dossier goes on by itself and you are told.",
    ),
    "payments.page.sandbox": (
        "Cổng thanh toán thử: không có tiền thật nào được chuyển.",
        "The sandbox: no real money moves.",
    ),
    "payments.page.pay": ("Thanh toán", "Pay"),
    "payments.page.decline": ("Từ chối", "Decline"),
    "payments.page.scan": (
        "Quét mã bằng ứng dụng ngân hàng, hoặc chuyển khoản đúng các thông tin sau. Nội dung phải"
        " có mã thanh toán. Hồ sơ đi tiếp khi sao kê của ngân hàng được đối soát.",
        "Scan the code with a banking app, or transfer with exactly these details. The text must"
        " have the order's number. The dossier goes on when the bank's statement is reconciled.",
    ),
    "payments.page.dossier": ("Mã hồ sơ", "Dossier"),
    "payments.page.fee": ("Khoản thu", "Fee"),
    "payments.page.amount": ("Số tiền", "Amount"),
    "payments.page.order": ("Mã thanh toán", "Order"),
    "payments.page.until": ("Nộp trước", "Payable until"),
    "payments.page.bank": ("Ngân hàng (mã BIN)", "Bank (BIN)"),
    "payments.page.account": ("Số tài khoản", "Account"),
    "payments.page.holder": ("Chủ tài khoản", "Account holder"),
    "payments.page.content": ("Nội dung chuyển khoản", "Text of the transfer"),
}
