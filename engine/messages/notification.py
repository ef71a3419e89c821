"""Sentences of the room: notification."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "notification.check.no-template": (
        "Chưa khai mẫu ZNS nào ([notification.zalo.templates.TÊN]): không thông báo nào đi qua"
        " Zalo được.",
        "Expected a template ([notification.zalo.templates.NAME]), but there is none: no notice"
        " goes by Zalo",
    ),
    "notification.reason.no-address": (
        "người nhận không có địa chỉ của kênh này",
        "the recipient has no address that the channel goes to",
    ),
    "notification.reason.wrong-address": ("địa chỉ không đúng", "the address is none"),
    "notification.reason.no-template": (
        "nhà cung cấp không có mẫu cho thông báo này",
        "the provider has no template for this notice",
    ),
    "notification.reason.no-account": (
        "số điện thoại này không có tài khoản",
        "nobody at the provider has this telephone number",
    ),
    "notification.reason.declined": (
        "người nhận không nhận tin qua kênh này",
        "the recipient takes no notices by this channel",
    ),
    "notification.reason.night": ("ban đêm không làm chuông reo", "no telephone rings at night"),
    "notification.reason.limit": ("đủ số tin của một ngày", "enough for one day"),
    "notification.reason.out-of-order": ("kênh đang hỏng", "the channel did not work just then"),
    "notification.reason.in-doubt": (
        "có thể đã gửi, không biết chắc",
        "it may have gone out; it is not known whether it did",
    ),
    "notification.quiet-now": (
        "Giờ yên lặng: sáng mai mới được làm chuông điện thoại reo.",
        "Quiet hours: telephones may ring again in the morning",
    ),
    "notification.only-rings": (
        "Chỉ còn kênh làm chuông điện thoại reo mới tới được người nhận; chờ đến sáng.",
        "Only channels that ring reach the recipient: it waits for the morning",
    ),
    "notification.renewing": (
        "Một tiến trình khác đang đổi mã truy cập Zalo.",
        "Another worker is renewing Zalo's token",
    ),
    "notification.being-sent": (
        "Một lần thử khác đang gửi thông báo này.",
        "Another try is sending the notice",
    ),
    "notification.phone": (
        "“{field}” không phải là số điện thoại.",
        "Expected a telephone number in '{field}', but found something else",
    ),
    "notification.quiet-hours": (
        "Giờ yên lặng phải viết như 21:00-07:00, nhưng lại là “{text}”.",
        "Expected quiet hours like 21:00-07:00, but found '{text}'",
    ),
    "notification.no-channel": (
        "Quy tắc gửi thông báo nêu kênh “{channel}”, nhưng chỉ có: {known}.",
        "Expected the rule to name channels that are set up, but '{channel}' is not one of {known}",
    ),
    "notification.no-letter": (
        "Không có thông báo “{number}” trong hộp thư này.",
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
    "notification.refused": (
        "{system} không nhận thông báo: {reason}",
        "Expected {system} to take the notice, but it refuses: {reason}",
    ),
    "notification.long-text": (
        "Thông báo “{field}” cần {count} tin nhắn, nhiều hơn {most}; viết câu ngắn (sms) cho nó.",
        "Expected notice '{field}' to fit into {most} text messages, but it takes {count}:"
        " write a short text (sms) for it",
    ),
    "notification.forged": (
        "Báo cáo gửi thông báo không đúng chữ ký; đã bỏ qua.",
        "Expected a report signed by the provider, but the signature does not match",
    ),
    "notification.no-reports": (
        "Không có kênh “{channel}” nào nhận báo cáo; chỉ có: {known}.",
        "Expected a channel whose provider reports, one of {known}, but found '{channel}'",
    ),
    "notification.unknown": (
        "Không có thông báo nào mang mã “{number}”.",
        "Expected a notice with number '{number}', but this channel sent none",
    ),
    "notification.zalo-token": (
        "Zalo không cấp mã truy cập mới ({reason}). Cần ủy quyền lại cho ứng dụng và đặt"
        " refresh_token mới.",
        "Expected Zalo to give a new access token, but it does not ({reason}). Authorise the"
        " application anew and set its new refresh_token",
    ),
    "notification.zalo-sealed": (
        "Không mở được mã truy cập Zalo đã lưu: secret_key đã đổi. Cần ủy quyền lại cho ứng dụng"
        " và đặt refresh_token mới.",
        "Expected Zalo's tokens to be sealed with the present secret_key, but they are not."
        " Authorise the application anew and set its new refresh_token",
    ),
    "notification.zalo-fields": (
        "Zalo báo thiếu giá trị cho mẫu {template}; xem mục [zalo] của mẫu thông báo (“{field}”).",
        "Expected all values of Zalo's template {template}, but some are missing: look at the"
        " section [zalo] of the notice ('{field}')",
    ),
    "notification.no-joserfc": (
        "Muốn gửi Zalo cần gói joserfc: pip install 'procflow[zalo]'.",
        "Expected the package joserfc for Zalo: pip install 'procflow[zalo]'",
    ),
    "notification.zalo-reports": (
        "Chưa đặt oa_secret nên không nhận báo cáo của Zalo.",
        "Expected oa_secret in the settings for Zalo's reports, but there is none",
    ),
}
