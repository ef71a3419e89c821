"""What an installation may set of payments."""

from __future__ import annotations

from dataclasses import dataclass

from ...engine.handler import setting
from ...engine.model.secret import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxSection:
    """Section `[payment.sandbox]`: the gateway without a bank.

    secret: signs its callbacks; without one, one is made and kept in the file `kept`.
    """

    secret: Secret | None = setting(
        None,
        "Khóa ký thông báo của cổng thử; bỏ trống: tự tạo và giữ trong tệp kept",
        "Secret that signs the sandbox gateway's callbacks; without it one is made, in `kept`",
    )
    kept: str = setting(
        ".procflow-secret", "Tệp giữ khóa tự tạo", "File that keeps the secret made by procflow"
    )
    beside: bool = setting(
        False,
        "Giữ cổng thử cả khi đã có cổng thật",
        "Keep the sandbox although there is a real gateway",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentSettings:
    """Section `[payment]`. The sandbox is there as long as there is no real gateway."""

    page: str = setting(
        "http://127.0.0.1:8080/pay",
        "Địa chỉ các trang thanh toán; mã thanh toán được viết tiếp vào sau",
        "Address of the payment pages; an order's number is put behind it",
    )
    default: str = setting(
        "",
        "Cổng mặc định: vnpay, vietqr, national, sandbox; bỏ trống: cổng đầu tiên có cấu hình",
        "Default gateway: vnpay, vietqr, national, sandbox; empty: the first that is configured",
    )
    sandbox: SandboxSection = setting(SandboxSection, "Cổng thanh toán thử", "The sandbox gateway")
