"""What an installation may set of notices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ...engine.handler import needed, setting
from ...engine.model.secret import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpSection:
    """Section `[notification.smtp]`: notices by mail."""

    host: str = needed("Máy chủ SMTP", "SMTP host")
    port: int = setting(587, "Cổng SMTP", "SMTP port")
    security: Literal["starttls", "tls", "none"] = setting(
        "starttls", "Bảo vệ đường truyền SMTP", "How the SMTP connection is protected"
    )
    user: str = setting(
        "", "Tài khoản SMTP; để trống: không đăng nhập", "SMTP user; empty: no login"
    )
    password: Secret | None = setting(None, "Mật khẩu SMTP", "SMTP password")
    ca_file: str = setting(
        "",
        "Tệp chứng thư gốc của máy chủ; để trống: theo máy",
        "Certificates of the server's authority; empty: the machine's",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationSettings:
    """Section `[notification]`: without a mail server notices become files of a Maildir."""

    sender: str = setting(
        "procflow@localhost", "Địa chỉ người gửi thông báo", "Sender's address of notices"
    )
    maildir: str = setting(
        "notices",
        "Thư mục ghi thông báo khi không có máy chủ thư",
        "Folder of the notices where there is no mail server",
    )
    smtp: SmtpSection | None = setting(None, "Thông báo qua thư điện tử", "Notices by mail")
