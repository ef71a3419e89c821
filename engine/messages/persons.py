"""Sentences of the room: who somebody is."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    # -- personal numbers ------------------------------------------------------------------------
    "persons.number-digits": (
        "Số định danh chỉ gồm chữ số.",
        "Expected a number of digits, but found something else",
    ),
    "persons.number-length": (
        "Số {number} có {length} chữ số; số định danh có 12, chứng minh nhân dân cũ có 9.",
        "Expected 12 digits, or 9 of an older card, but {number} has {length}",
    ),
    "persons.number-province": (
        "Ba chữ số đầu của số {number} không phải mã nơi đăng ký khai sinh đã biết; hãy xem lại.",
        "Expected {number} to begin with the code of a known place of birth, but it does not",
    ),
    "persons.provider-number": (
        "Nhà cung cấp danh tính gửi số định danh không thể đúng.",
        "Expected a possible personal number of the identity provider, but found another",
    ),
    # -- the provider ----------------------------------------------------------------------------
    "persons.no-joserfc": (
        "Chưa cài joserfc: cần procflow[identity].",
        "Expected joserfc to be installed (procflow[identity]), but it is not",
    ),
    "persons.other-issuer": (
        "Cấu hình công bố tại {issuer} là của issuer khác.",
        "Expected the configuration at {issuer} to be that issuer's, but it is another's",
    ),
    "persons.bad-endpoint": (
        "{issuer} không công bố {endpoint} đúng cách.",
        "Expected {issuer} to publish an {endpoint} as protected as itself, but it does not",
    ),
    "persons.no-pkce": (
        "{issuer} không hỗ trợ PKCE S256.",
        "Expected {issuer} to take PKCE S256, but it does not",
    ),
    "persons.provider-ready": ("{issuer} trả lời.", "{issuer} answers"),
    "persons.provider-gone": (
        "Không dùng được {issuer}: {reason}",
        "{issuer} cannot be used: {reason}",
    ),
    # -- logging in ------------------------------------------------------------------------------
    "persons.return-to": (
        "Nơi quay lại sau khi đăng nhập phải là đường dẫn của cổng.",
        "Expected a path of the portal to come back to, but found something else",
    ),
    "persons.no-attempt": (
        "Lần đăng nhập này đã dùng, đã quá hạn hoặc thuộc trình duyệt khác; hãy đăng nhập lại.",
        "Expected a login that this browser began and has not finished, but it is unknown, used or"
        " over: begin again",
    ),
    "persons.doubled-parameter": (
        "Kết quả đăng nhập có tham số lặp lại.",
        "Expected each parameter of the answer once, but one comes twice",
    ),
    "persons.declined": (
        "Chưa đăng nhập: bạn hoặc nhà cung cấp danh tính đã từ chối.",
        "Expected the provider to recognise the person, but one of them declined",
    ),
    "persons.begin-again": (
        "Nhà cung cấp danh tính không trả lời; hãy đăng nhập lại.",
        "Expected the identity provider to answer, but it does not: begin again",
    ),
    "persons.client-refused": (
        "Nhà cung cấp danh tính không nhận client_id hoặc khóa bí mật.",
        "Expected the provider to take our client and its secret, but it does not",
    ),
    "persons.request-refused": (
        "Nhà cung cấp danh tính không nhận yêu cầu đăng nhập của hệ thống ({error}). Người quản trị"
        " cần xem lại [identity.provider].",
        "Expected the provider to take our request for a login, but it does not ({error}):"
        " mend [identity.provider]",
    ),
    "persons.code-refused": (
        "Nhà cung cấp danh tính không nhận mã đăng nhập; hãy đăng nhập lại.",
        "Expected the provider to take the code it gave, but it does not: begin again",
    ),
    "persons.other-sender": (
        "Kết quả đăng nhập không đến từ nhà cung cấp đã chọn.",
        "Expected an answer of our provider, but it is another's",
    ),
    "persons.other-person": (
        "Nhà cung cấp danh tính trả thông tin của người khác.",
        "Expected claims of who logged in, but they are of somebody else",
    ),
    "persons.token-shape": (
        "Thẻ danh tính không đúng dạng.",
        "Expected a signed ID token, but found something else",
    ),
    "persons.token-algorithm": (
        "Thuật toán ký của thẻ danh tính không được nhận.",
        "Expected an ID token by an algorithm we take, but it is by another or by none",
    ),
    "persons.token-key": (
        "Thẻ danh tính ký bằng khóa mà nhà cung cấp không công bố.",
        "Expected an ID token by a key of the provider, but it has no such key",
    ),
    "persons.token-signature": (
        "Chữ ký của thẻ danh tính không đúng.",
        "Expected the signature of the ID token to match, but it does not",
    ),
    "persons.token-issuer": (
        "Thẻ danh tính do nơi khác cấp.",
        "Expected an ID token of our provider, but it is another's",
    ),
    "persons.token-audience": (
        "Thẻ danh tính cấp cho ứng dụng khác.",
        "Expected an ID token for us, but it is for another client",
    ),
    "persons.token-nonce": (
        "Thẻ danh tính thuộc lần đăng nhập khác.",
        "Expected the ID token of this login, but it is of another",
    ),
    "persons.token-subject": (
        "Thẻ danh tính không nói về ai.",
        "Expected the ID token to name somebody, but it does not",
    ),
    "persons.token-expired": (
        "Thẻ danh tính đã hết hạn.",
        "Expected an ID token that is valid now, but it has expired",
    ),
    "persons.token-early": (
        "Thẻ danh tính cấp trong tương lai: đồng hồ lệch nhau.",
        "Expected an ID token that was issued by now, but it is of the future: clocks differ",
    ),
    "persons.token-old": (
        "Thẻ danh tính cấp quá lâu rồi.",
        "Expected a fresh ID token, but it was issued long ago",
    ),
    "persons.token-hash": (
        "Thẻ danh tính không khớp với thẻ truy cập.",
        "Expected the ID token to fit the access token, but it does not",
    ),
    "persons.unknown-login": (
        "Không có lần đăng nhập này.",
        "Expected a login of that reference, but there is none",
    ),
    # -- looking up ------------------------------------------------------------------------------
    "persons.other-dossier": (
        "“{field}” phải là hồ sơ đang xử lý ({dossier}).",
        "Expected '{field}' to be the dossier that is worked on ({dossier}), but it is another",
    ),
    "persons.another-citizen": (
        "Cơ sở dữ liệu dân cư trả thông tin của người khác.",
        "Expected the database to tell of who was asked for, but it tells of somebody else",
    ),
    "persons.unknown-look-up": (
        "Không có lần tra cứu số {number}.",
        "Expected look-up {number} in the record, but there is none",
    ),
}
