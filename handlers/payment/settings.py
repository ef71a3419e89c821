"""What an installation may set of payments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...engine.handler import needed, secret, setting
from ...engine.model.secret import Secret
from .national import NationalAccount
from .receipts import ReceiptSeries
from .statement import StatementLayout


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
class VnpaySection:
    """Section `[payment.vnpay]`: VNPAY 2.1.0."""

    merchant: str = needed(
        "Mã website tại VNPAY (vnp_TmnCode)", "Merchant code at VNPAY (vnp_TmnCode)"
    )
    secret: Secret = secret("Chuỗi bí mật (vnp_HashSecret)", "Hash secret (vnp_HashSecret)")
    page: str = needed(
        "Địa chỉ trang thanh toán, kết thúc bằng vpcpay.html",
        "Address of the payment page, ending with vpcpay.html",
    )
    interface: str = needed(
        "Địa chỉ truy vấn và hoàn tiền, kết thúc bằng api/transaction",
        "Address for queries and refunds, ending with api/transaction",
    )
    returns: str = needed(
        "Địa chỉ trình duyệt quay về sau khi thanh toán",
        "Address browsers come back to after paying",
    )
    kind: str = setting("other", "Loại hàng hóa (vnp_OrderType)", "Kind of order (vnp_OrderType)")
    window: int = setting(
        15, "Số phút của một lần thanh toán", "Minutes that one attempt to pay lasts"
    )
    address: str = setting(
        "127.0.0.1", "Địa chỉ IP của máy chủ này", "IP address of this server (vnp_IpAddr)"
    )
    timeout: int = setting(10, "Số giây chờ VNPAY trả lời", "Seconds to wait for VNPAY")
    ca_file: str = setting(
        "",
        "Tệp chứng thư gốc; để trống: theo máy",
        "Certificates of the authority; empty: the machine's",
    )
    statement: StatementLayout | None = setting(
        None, "Các cột của tệp đối soát", "The columns of a statement file"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class VietqrSection:
    """Section `[payment.vietqr]`: transfers by a code, confirmed by the bank's statement."""

    bank: str = needed("Mã BIN của ngân hàng, 6 chữ số", "BIN of the bank, 6 digits")
    account: str = needed("Số tài khoản thu", "Account that collects")
    holder: str = needed("Chủ tài khoản", "Holder of the account")
    statement: StatementLayout | None = setting(
        None, "Các cột của tệp sao kê", "The columns of a statement file"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalSection:
    """Section `[payment.national]`: the payment platform of the national portal.

    accounts: by the code of a procedure; `default` is for all others.
    """

    address: str = needed("Địa chỉ nền tảng", "Address of the platform")
    partner: str = needed("Mã đối tác (MaDoiTac)", "Partner code (MaDoiTac)")
    secret: Secret = secret("Khóa xác thực", "Secret of MaXacThuc")
    accounts: Mapping[str, NationalAccount] = setting(
        dict,
        "Tài khoản thụ hưởng theo mã thủ tục; mục default là của các thủ tục còn lại",
        "Beneficiary accounts by procedure code; the entry default is for all others",
    )
    token: Secret | None = setting(
        None, "Mã truy cập (Bearer), nếu nền tảng yêu cầu", "Access token (Bearer), if it wants one"
    )
    channel: str = setting("1", "Mã kênh (MaKenhThanhToan)", "Channel (MaKenhThanhToan)")
    device: str = setting("1", "Mã thiết bị (MaThietBi)", "Device (MaThietBi)")
    timeout: int = setting(30, "Số giây chờ trả lời", "Seconds to wait for an answer")
    ca_file: str = setting(
        "",
        "Tệp chứng thư gốc; để trống: theo máy",
        "Certificates of the authority; empty: the machine's",
    )
    statement: StatementLayout | None = setting(
        None, "Các cột của tệp đối soát", "The columns of a statement file"
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
    vnpay: VnpaySection | None = setting(None, "Cổng VNPAY", "The gateway VNPAY")
    vietqr: VietqrSection | None = setting(
        None, "Chuyển khoản bằng mã VietQR", "Transfers by VietQR"
    )
    national: NationalSection | None = setting(
        None, "Nền tảng thanh toán quốc gia", "The national payment platform"
    )
    receipts: ReceiptSeries | None = setting(
        None, "Biên lai điện tử do procflow cấp số", "E-receipts numbered by procflow"
    )
