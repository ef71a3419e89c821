"""What an installation may set of notices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ...engine.handler import needed, secret, setting
from ...engine.model.secret import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpSection:
    """Section `[notification.smtp]`: notices by mail, channel `email`."""

    host: str = needed("Máy chủ SMTP", "SMTP host")
    port: int = setting(587, "Cổng SMTP", "SMTP port")
    security: Literal["starttls", "tls", "none"] = setting(
        "starttls", "Bảo vệ đường truyền SMTP", "How the SMTP connection is protected"
    )
    user: str = setting(
        "", "Tài khoản SMTP; để trống: không đăng nhập", "SMTP user; empty: no login"
    )
    password: Secret | None = setting(None, "Mật khẩu SMTP", "SMTP password")
    timeout: int = setting(
        30, "Số giây chờ mỗi câu trả lời của máy chủ", "Seconds to wait for each answer"
    )
    ca_file: str = setting(
        "",
        "Tệp chứng thư gốc của máy chủ; để trống: theo máy",
        "Certificates of the server's authority; empty: the machine's",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SmsSection:
    """Section `[notification.sms]`: text messages through a gateway that speaks as eSMS does,
    channel `sms`.
    """

    address: str = needed(
        "Địa chỉ cổng tin nhắn (giao thức eSMS), trước /MainService.svc",
        "Address of the gateway (eSMS protocol), what stands before /MainService.svc",
    )
    brand: str = needed("Tên định danh (brandname) đã đăng ký", "Registered brand name")
    api_key: Secret = secret("Khóa ApiKey", "ApiKey")
    secret_key: Secret = secret("Khóa SecretKey", "SecretKey")
    accents: Literal["keep", "drop", "when-free"] = setting(
        "when-free",
        "Dấu tiếng Việt: keep giữ, drop bỏ, when-free chỉ giữ khi không tốn thêm tin",
        "Accents: keep, drop, or when-free: only where they cost no further message",
    )
    most: int = setting(
        3, "Số tin nhắn nhiều nhất của một thông báo", "The most messages a notice may cost"
    )
    report_page: str = setting(
        "",
        "Địa chỉ nhận báo cáo phát tin; để trống: không nhận",
        "Address where the gateway reports delivery; empty: it does not",
    )
    sandbox: bool = setting(False, "Chạy thử, không gửi thật", "On trial: nothing is really sent")
    timeout: int = setting(10, "Số giây chờ trả lời", "Seconds to wait for an answer")
    ca_file: str = setting(
        "",
        "Tệp chứng thư gốc; để trống: theo máy",
        "Certificates of the gateway's authority; empty: the machine's",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaloTemplate:
    """`[notification.zalo.templates.NOTICE]`: the approved template for a notice."""

    id: str = needed("Mã mẫu ZNS (template_id)", "Zalo's template id")


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaloSection:
    """Section `[notification.zalo]`: Zalo's notification service, channel `zalo`."""

    app: str = needed("Mã ứng dụng Zalo (app_id)", "Zalo application id")
    secret_key: Secret = secret("Khóa bí mật của ứng dụng", "Secret key of the application")
    refresh_token: Secret = secret(
        "Refresh token khi ủy quyền; từ đó procflow tự đổi và giữ trong cơ sở dữ liệu",
        "Refresh token from the authorisation; later ones are kept in the database",
    )
    oa_secret: Secret | None = setting(
        None,
        "Khóa ký báo cáo của Zalo OA; bỏ trống: không nhận báo cáo",
        "Secret that signs the account's reports; without it none is taken",
    )
    templates: Mapping[str, ZaloTemplate] = setting(
        dict, "Mẫu ZNS theo tên mẫu thông báo", "Zalo's templates by the notices' names"
    )
    development: bool = setting(
        False, "Mẫu chưa duyệt, chỉ gửi quản trị viên", "Templates on trial, to administrators only"
    )
    address: str = setting(
        "https://business.openapi.zalo.me", "Địa chỉ gửi ZNS", "Address that takes notices"
    )
    token_address: str = setting(
        "https://oauth.zaloapp.com", "Địa chỉ cấp mã truy cập", "Address that gives tokens"
    )
    timeout: int = setting(10, "Số giây chờ trả lời", "Seconds to wait for an answer")
    ca_file: str = setting(
        "",
        "Tệp chứng thư gốc; để trống: theo máy",
        "Certificates of the server's authority; empty: the machine's",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxSection:
    """Section `[notification.inbox]`: the inbox at the portal, channel `inbox`."""

    keep_days: int = setting(
        365, "Số ngày giữ thông báo trong hộp thư", "Days a notice stays in the inbox"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationSettings:
    """Section `[notification]`: without a mail server notices become files of a Maildir."""

    channels: tuple[str, ...] = setting(
        (),
        "Thứ tự kênh: gửi bằng kênh đầu tiên tới được; để trống: zalo, sms, email nếu có",
        "The first of these that reaches is taken; empty: zalo, sms, email, as far as set up",
    )
    besides: tuple[str, ...] = setting(
        (),
        "Các kênh luôn gửi thêm; để trống: inbox nếu có",
        "Channels each notice goes by too; empty: inbox, if set up",
    )
    quiet: str = setting(
        "21:00-07:00",
        "Giờ không gửi tin nhắn và Zalo; để trống: không có",
        "Hours without text messages and Zalo; empty: none",
    )
    at_night: Literal["wait", "next"] = setting(
        "wait",
        "Trong giờ đó: wait chờ đến sáng, next gửi bằng kênh kế tiếp",
        "In those hours: wait for the morning, or go by the next channel",
    )
    most_a_day: int = setting(
        0,
        "Số tin nhắn và Zalo nhiều nhất mỗi ngày cho một số điện thoại; 0: không giới hạn",
        "The most text messages and Zalo notices a day for a number; 0: no limit",
    )
    sender: str = setting(
        "procflow@localhost", "Địa chỉ người gửi thông báo", "Sender's address of notices"
    )
    maildir: str = setting(
        "notices",
        "Thư mục ghi thông báo khi không có máy chủ thư",
        "Folder of the notices where there is no mail server",
    )
    smtp: SmtpSection | None = setting(None, "Thông báo qua thư điện tử", "Notices by mail")
    sms: SmsSection | None = setting(None, "Thông báo qua tin nhắn", "Notices by text message")
    zalo: ZaloSection | None = setting(None, "Thông báo qua Zalo", "Notices by Zalo")
    inbox: InboxSection | None = setting(
        None, "Hộp thư trên cổng dịch vụ công", "The inbox at the portal"
    )
