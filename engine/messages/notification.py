"""Sentences of the room: notification."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "notification.phone": (
        "«{field}» không phải là số điện thoại.",
        "Expected a telephone number in '{field}', but found something else",
    ),
    "notification.quiet-hours": (
        "Giờ yên lặng phải viết như 21:00-07:00, nhưng lại là «{text}».",
        "Expected quiet hours like 21:00-07:00, but found '{text}'",
    ),
    "notification.no-channel": (
        "Quy tắc gửi thông báo nêu kênh «{channel}», nhưng chỉ có: {known}.",
        "Expected the rule to name channels that are set up, but '{channel}' is not one of {known}",
    ),
    "notification.no-letter": (
        "Không có thông báo «{number}» trong hộp thư này.",
        "Expected notice '{number}' in this inbox, but it is not there",
    ),
    "notification.again": (
        "Kênh {channel} không trả lời rõ ràng; thông báo sẽ được gửi lại, không bị nhân đôi.",
        "Expected an answer of channel {channel} to a notice, but there was none that says"
        " whether it was taken; it will be handed over again under the same number",
    ),
    "notification.in-doubt": (
        "Không biết kênh {channel} đã gửi thông báo hay chưa. Xem ở nhà cung cấp; thử lại việc này"
        " thì thông báo đi bằng kênh kế tiếp.",
        "Expected channel {channel} to say whether it took the notice, but it did not. Look at the"
        " provider's; if this is tried again, the notice goes by the next channel",
    ),
    "notification.too-long": (
        "Kênh {channel} hoãn nhận thông báo quá lâu.",
        "Expected channel {channel} to take the notice in the end, but it puts it off too long",
    ),
    "notification.mail-refused": (
        "Máy chủ thư {server} từ chối thông báo: {reason}",
        "Expected mail server {server} to take the notice, but it refuses: {reason}",
    ),
}
