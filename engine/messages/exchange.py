"""Sentences about the exchange with other agencies."""

from __future__ import annotations

from collections.abc import Mapping

EXCHANGE: Mapping[str, tuple[str, str]] = {
    "handlers.exchange.not-xml": (
        "Văn bản “{id}” có ký tự không ghi được vào edXML.",
        "Expected texts that XML can hold in document '{id}', but one has another sign",
    ),
    "handlers.exchange.too-large": (
        "Văn bản “{id}” cùng tệp đính kèm lớn hơn {most} byte.",
        "Expected document '{id}' with its attachments to have at most {most} bytes,"
        " but it has more",
    ),
    "handlers.exchange.unread": (
        "Văn bản đến không đọc được: thiếu hoặc sai {part}.",
        "Expected {part} in a document that came, but it is missing or cannot be read",
    ),
    "handlers.exchange.no-service": (
        "Chưa cấu hình dịch vụ “{service}”; hiện có: {known}.",
        "Expected service '{service}' in the settings, but there are only: {known}",
    ),
    "handlers.exchange.other-document": (
        "Đã có văn bản khác mang mã “{id}”; cần số, ký hiệu khác.",
        "Expected '{id}' to be a new document, but another one has its id: it needs another number",
    ),
    "handlers.exchange.refused": (
        "Trục liên thông từ chối văn bản “{id}” (mã {status}).",
        "Expected the exchange to take document '{id}', but it refuses (status {status})",
    ),
    "handlers.exchange.no-document": (
        "Trục liên thông không có văn bản “{id}”.",
        "Expected document '{id}' at the exchange, but there is none",
    ),
    "handlers.exchange.unknown-caller": (
        "Không rõ ai đẩy văn bản đến: mã xuất trình không đúng.",
        "Expected the token of the exchange with a document, but it is another",
    ),
    "handlers.exchange.not-for-us": (
        "Văn bản “{id}” không gửi cho đơn vị này.",
        "Expected a document for our agency, but '{id}' is for others",
    ),
    "handlers.exchange.nobody": (
        "Văn bản cần ít nhất một nơi nhận.",
        "Expected at least one receiver of the document, but there is none",
    ),
    "handlers.exchange.no-file": (
        "Không có tệp “{file}” trong thư mục tệp đính kèm.",
        "Expected file '{file}' in the folder of attachments, but there is none",
    ),
    "handlers.exchange.no-attachment": (
        "Tệp đính kèm cần “file”, hoặc “name” cùng “content” (base64).",
        "Expected 'file', or 'name' with 'content' in base64, of each attachment",
    ),
    "handlers.exchange.no-url": (
        "Địa chỉ không đúng dạng https://máy-chủ/….",
        "Expected an address like https://host/…, but found something else",
    ),
    "handlers.exchange.not-https": (
        "Chỉ được gọi {host} qua https.",
        "Expected https for {host}, but found another scheme",
    ),
    "handlers.exchange.host": (
        "Máy chủ “{host}” không nằm trong [exchange.hosts] của cấu hình.",
        "Expected a host of [exchange.hosts] in the settings, but '{host}' is none",
    ),
    "handlers.exchange.address": (
        "“{host}” dẫn tới một địa chỉ không được phép gọi.",
        "Expected '{host}' to lead to addresses that may be called, but one may not",
    ),
    "handlers.exchange.header": (
        "Bản vẽ không được đặt tiêu đề “{name}”.",
        "Expected headers that a drawing may give, but '{name}' is none",
    ),
    "handlers.exchange.credential": (
        "Không có mã truy cập “{name}” dành cho {host} trong [exchange.credentials].",
        "Expected credential '{name}' for {host} in [exchange.credentials], but there is none",
    ),
    "handlers.exchange.check-credential": (
        "Mã truy cập “{name}” dành cho “{host}”, nhưng máy chủ này không có trong cấu hình.",
        "Credential '{name}' is for '{host}', which is no host of the settings",
    ),
    "handlers.exchange.check-hosts": ("Được gọi: {hosts}.", "May be called: {hosts}"),
    "handlers.exchange.check-unread": (
        "{number} văn bản đến không đọc được, như “{id}”: {reason}",
        "{number} documents that came cannot be read, '{id}' say: {reason}",
    ),
    "handlers.exchange.check-untold": (
        "{number} văn bản đến chưa có bản vẽ nào nhận (thông điệp document-received).",
        "{number} documents came that no drawing takes (message document-received)",
    ),
}
