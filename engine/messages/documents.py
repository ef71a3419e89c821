"""Sentences of the room: documents and signatures."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "documents.no-template": (
        "Thủ tục không có mẫu văn bản “{document}” (documents/{document}.typ).",
        "Expected a document '{document}' (documents/{document}.typ) in the procedure, but there is"
        " none does",
    ),
    "documents.document-unfit": (
        "Không lập được văn bản “{document}”: {fault}",
        "Expected template '{document}' and its values to make a document, but: {fault}",
    ),
    "documents.document-too-large": (
        "Văn bản “{document}” không lập xong trong {seconds} giây hoặc cần quá nhiều bộ nhớ.",
        "Expected document '{document}' to be made within {seconds} seconds and the memory"
        " there is, but it was not",
    ),
    "documents.no-typst": (
        "Chưa cài Typst: cần procflow[signature].",
        "Expected Typst to be installed (procflow[signature]), but it is not",
    ),
    "documents.no-pyhanko": (
        "Chưa cài pyHanko: cần procflow[signature].",
        "Expected pyHanko to be installed (procflow[signature]), but it is not",
    ),
    "documents.unreadable": (
        "Không đọc được tệp {file}: {reason}",
        "Expected to read {file}, but: {reason}",
    ),
    "documents.no-certificates": (
        "{file} không chứa chứng thư hay danh sách thu hồi (PEM hoặc DER).",
        "Expected certificates or revocation lists (PEM or DER) in {file}, but found none",
    ),
    "documents.key-closed": (
        "Không mở được khóa ký {file}: sai mật khẩu hoặc không phải tệp PKCS#12.",
        "Expected to open the signing key {file}, but the password is wrong or it is no PKCS#12"
        " file",
    ),
    "documents.key-incomplete": (
        "Tệp {file} cần có cả khóa (RSA hoặc EC) và chứng thư.",
        "Expected a key (RSA or EC) and its certificate in {file}, but one is missing",
    ),
    "documents.module-pin": (
        "Mô-đun bảo mật không nhận mã PIN của thẻ {token}; không thử lại kẻo thẻ bị khóa. Sửa PIN"
        " rồi khởi động lại.",
        "Expected the module to take the PIN of token '{token}', but it does not. It is not tried"
        " again, lest the token be locked: mend the PIN and start anew",
    ),
    "documents.module-incomplete": (
        "Mô-đun bảo mật không có thẻ {token} hoặc khóa, chứng thư {label} trên đó, hoặc không nạp"
        " được thư viện. Người quản trị cần xem lại [signature.tokens].",
        "Expected token '{token}' with key and certificate '{label}' in the module, but one is not"
        " there, or its library cannot be loaded: mend [signature.tokens]",
    ),
    "documents.module-gone": (
        "Mô-đun bảo mật có thẻ {token} đang không trả lời; sẽ thử lại.",
        "Expected the module with token '{token}' to answer, but it is out of order",
    ),
    "documents.no-pkcs11": (
        "Muốn ký bằng mô-đun bảo mật cần gói python-pkcs11: pip install 'procflow[hsm]'.",
        "Expected the package python-pkcs11 for hardware keys: pip install 'procflow[hsm]'",
    ),
    "documents.doubled-key": (
        "Tên khóa {name} có ở cả [signature.keys] và [signature.tokens]. Người quản trị cần đổi một"
        " tên.",
        "Expected names of their own in [signature.keys] and [signature.tokens], but '{name}' is in"
        " both",
    ),
    "documents.key-of-another": (
        "Chứng thư trong {file} không phải của khóa trong đó.",
        "Expected key and certificate in {file} to belong together, but they do not",
    ),
    "documents.unknown-key": (
        "Cấu hình không có khóa ký “{name}”; có: {known}.",
        "Expected a signing key '{name}' in the settings, but there are: {known}",
    ),
    "documents.key-ready": ("Khóa ký {file} sẵn sàng.", "The signing key {file} is there"),
    "documents.key-gone": (
        "Khóa ký {file} không dùng được: {reason}",
        "The signing key {file} cannot be used: {reason}",
    ),
    "documents.pen-ready": (
        "Sẵn sàng ký và kiểm tra chữ ký.",
        "Ready to sign and to verify",
    ),
    "documents.pen-gone": (
        "Không ký và kiểm tra chữ ký được: {reason}",
        "Nothing can be signed or verified: {reason}",
    ),
    "documents.certificate-refused": (
        "Không được ký bằng chứng thư của “{name}”: {why}.",
        "Expected a certificate of '{name}' that may sign, but {why}",
    ),
    "documents.verdict.valid": ("hợp lệ", "it is valid"),
    "documents.verdict.altered": (
        "chữ ký không khớp với nội dung",
        "the signature does not match the content",
    ),
    "documents.verdict.revoked": ("chứng thư đã bị thu hồi", "it is revoked"),
    "documents.verdict.expired": ("chứng thư đã hết hạn", "it has expired"),
    "documents.verdict.not-yet-valid": ("chứng thư chưa có hiệu lực", "it is not valid yet"),
    "documents.verdict.untrusted": (
        "chứng thư không do tổ chức được tin cậy cấp hoặc không dùng để ký",
        "no authority we trust has issued it for signing",
    ),
    "documents.verdict.unknown": (
        "không danh sách thu hồi hay dịch vụ OCSP nào cho biết chứng thư có bị thu hồi không",
        "no revocation list in force, and no responder, tells of it",
    ),
    "documents.responder-refused": (
        "{system} không cho biết tình trạng của chứng thư.",
        "Expected {system} to tell the state of a certificate, but it does not",
    ),
    "documents.stamp-refused": (
        "Dịch vụ dấu thời gian không cấp dấu hoặc cấp dấu cho yêu cầu khác.",
        "Expected a time stamp for what was asked, but the authority gave none or another",
    ),
    "documents.stamp-untrusted": (
        "Dấu thời gian không đúng hoặc không do tổ chức được tin cậy cấp.",
        "Expected a time stamp of an authority we trust, but it is not, or does not match",
    ),
    "documents.stamp-skewed": (
        "Giờ của dấu thời gian lệch quá nhiều so với giờ của hệ thống.",
        "Expected a time stamp of now, but its time is minutes away from ours",
    ),
    "documents.state-unknown": (
        "Chưa biết chứng thư của người ký có bị thu hồi không: danh sách thu hồi thiếu hoặc đã cũ,"
        " dịch vụ OCSP không trả lời.",
        "Expected a revocation list in force, or a responder, to tell of the signer's certificate,"
        " but none does",
    ),
    "documents.no-pdf": (
        "Tệp không phải là PDF đọc được.",
        "Expected a PDF, but the file cannot be read as one",
    ),
    "documents.unknown-document": (
        "Không có văn bản nào mang mã “{code}”.",
        "Expected a document with code '{code}', but there is none",
    ),
    "documents.unknown-content": (
        "Không có nội dung nào có mã băm {hash}.",
        "Expected a content with hash {hash}, but there is none",
    ),
    "documents.content-changed": (
        "Nội dung lưu dưới mã băm {hash} đã bị thay đổi.",
        "Expected the content kept as {hash} to be what was kept, but it was changed",
    ),
    "documents.other-content": (
        "Văn bản “{code}” đã có nội dung khác.",
        "Expected document '{code}' to have no content yet, but it has another",
    ),
    "documents.overtaken": (
        "Văn bản “{code}” vừa được người khác ký; sẽ ký lại trên bản mới.",
        "Expected to sign the newest content of document '{code}', but there is a newer one",
    ),
    "documents.other-hash": (
        "Văn bản “{code}” chưa bao giờ có nội dung với mã băm đã cho.",
        "Expected a hash of a content of document '{code}', but it never had such a content",
    ),
    "documents.no-content": (
        "Văn bản “{code}” chưa lập xong.",
        "Expected document '{code}' to have a content, but it has none yet",
    ),
    "documents.page.title": ("Kiểm tra văn bản", "Verify a document"),
    "documents.page.unknown": (
        "Không có văn bản nào mang mã này",
        "There is no document with this code",
    ),
    "documents.page.code": ("Mã văn bản", "Code"),
    "documents.page.hash": ("Mã băm SHA-256 của tệp", "SHA-256 of the file"),
    "documents.page.own": (
        "Tệp bạn đang giữ có đúng là văn bản này không?",
        "Is the file you have this document?",
    ),
    "documents.page.compare": ("So sánh", "Compare"),
    "documents.statement.document": (
        "{title}, số {number}, lập ngày {day}.",
        "{title}, number {number}, made on {day} (day/month/year).",
    ),
    "documents.statement.seal": (
        "Đã được {signer} ký số lúc {moment}.",
        "Signed by {signer} at {moment} (day/month/year).",
    ),
    "documents.statement.unsigned": (
        "Văn bản chưa được ký số.",
        "The document is not signed.",
    ),
    "documents.statement.same": (
        "Tệp của bạn đúng là văn bản này.",
        "Your file is this document.",
    ),
    "documents.statement.older": (
        "Tệp của bạn là bản trước của văn bản này; sau đó văn bản đã được ký thêm.",
        "Your file is this document as it was before a later signature.",
    ),
    "documents.statement.other": (
        "Tệp của bạn KHÔNG phải là văn bản này hoặc đã bị sửa.",
        "Your file is NOT this document, or was changed.",
    ),
}
