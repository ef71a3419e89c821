"""What the job types of payments take and give."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from ...engine.handler import label
from .matter import Resolution
from .money import RefundState
from .order import OrderState

ORDER = label("Mã thanh toán", "Order", feel="=payment.order", min_length=1)
BY = label("Người quyết định; bỏ trống: làn của bước", "Who decided; empty: the lane of the step")
RECEIPT = ("Ghi trên biên lai", "Written on the receipt")
RESOLUTIONS = {
    "accept": ("Ghi nhận là khoản thu của hồ sơ", "It counts as the fee"),
    "returned": ("Đã trả lại người nộp", "It was given back"),
}


@dataclass(frozen=True, kw_only=True)
class Payer:
    name: str = field(default="", metadata=label("Họ tên", "Name"))
    personal_id: str = field(default="", metadata=label("Số định danh", "Personal number"))
    address: str = field(default="", metadata=label("Địa chỉ", "Address"))


@dataclass(frozen=True, kw_only=True)
class CollectFee:
    """Ask the applicant to pay a fee: an order is opened, its page is where to pay."""

    code: str = field(
        metadata=label("Mã hồ sơ", "Dossier code", feel="=dossier.code", min_length=1)
    )
    fee: str = field(metadata=label("Tên phí, lệ phí", "Name of the fee", min_length=1))
    amount: Decimal = field(
        metadata=label("Số tiền (đồng)", "Amount (đồng)", feel="=amount", minimum=1, whole=True)
    )
    expires_at: datetime | None = field(
        default=None, metadata=label("Hạn thanh toán", "Payable until")
    )
    procedure_code: str | None = field(
        default=None, metadata=label("Mã thủ tục", "Procedure code", hint=RECEIPT)
    )
    procedure_name: str | None = field(
        default=None, metadata=label("Tên thủ tục", "Procedure name", hint=RECEIPT)
    )
    payer: Payer | None = field(
        default=None, metadata=label("Người nộp", "Payer", feel="=applicant", hint=RECEIPT)
    )
    gateway: str | None = field(
        default=None,
        metadata=label(
            "Cổng thanh toán; bỏ trống: cổng mặc định", "Gateway; empty: the default one"
        ),
    )


@dataclass(frozen=True, kw_only=True)
class OpenedPayment:
    order: str = field(metadata=label("Mã thanh toán", "Order"))
    url: str = field(metadata=label("Trang thanh toán", "Page where to pay"))
    amount: Decimal = field(metadata=label("Số tiền (đồng)", "Amount (đồng)", whole=True))
    expires_at: datetime = field(metadata=label("Hạn thanh toán", "Payable until"))
    gateway: str = field(metadata=label("Cổng thanh toán", "Gateway"))


@dataclass(frozen=True, kw_only=True)
class PaymentRequested:
    payment: OpenedPayment = field(metadata=label("Yêu cầu thanh toán", "Payment"))


@dataclass(frozen=True, kw_only=True)
class OrderToAsk:
    """Ask the gateway what it knows of an order now."""

    order: str = field(metadata=ORDER)


@dataclass(frozen=True, kw_only=True)
class CancelPayment:
    """Close an order that nobody has paid; the gateway is asked first."""

    order: str = field(metadata=ORDER)


@dataclass(frozen=True, kw_only=True)
class KnownPayment:
    order: str = field(metadata=label("Mã thanh toán", "Order"))
    state: OrderState = field(metadata=label("Tình trạng", "State"))
    paid_at: datetime | None = field(default=None, metadata=label("Nộp lúc", "Paid at"))
    receipt: str | None = field(
        default=None, metadata=label("Số giao dịch của cổng", "The gateway's number")
    )


@dataclass(frozen=True, kw_only=True)
class PaymentKnown:
    payment: KnownPayment | None = field(
        default=None, metadata=label("Yêu cầu thanh toán", "Payment")
    )


@dataclass(frozen=True, kw_only=True)
class PaymentCancelled:
    payment: KnownPayment = field(metadata=label("Yêu cầu thanh toán", "Payment"))


@dataclass(frozen=True, kw_only=True)
class ClosePayments:
    """A dossier ends: close its open orders; what was paid meanwhile becomes an officer's task."""

    code: str = field(
        metadata=label("Mã hồ sơ", "Dossier code", feel="=dossier.code", min_length=1)
    )


@dataclass(frozen=True, kw_only=True)
class PaymentsClosed:
    payments: tuple[KnownPayment, ...] = field(
        metadata=label("Các yêu cầu đã đóng", "The closed payments")
    )


@dataclass(frozen=True, kw_only=True)
class IssueReceipt:
    """Give a paid order the next number of the year's e-receipts; one for an order."""

    order: str = field(metadata=ORDER)
    amount_in_words: str = field(
        metadata=label(
            "Số tiền bằng chữ", "Amount in words", feel="=amount in words(amount)", min_length=1
        )
    )


@dataclass(frozen=True, kw_only=True)
class WrittenReceipt:
    form: str = field(metadata=label("Ký hiệu mẫu", "Form"))
    series: str = field(metadata=label("Ký hiệu biên lai", "Series"))
    number: str = field(metadata=label("Số", "Number"))
    collector: str = field(metadata=label("Tổ chức thu", "Collector"))
    tax_code: str = field(metadata=label("Mã số thuế", "Tax code"))
    payer: str = field(metadata=label("Người nộp", "Payer"))
    fee: str = field(metadata=label("Tên phí, lệ phí", "Name of the fee"))
    amount: Decimal = field(metadata=label("Số tiền (đồng)", "Amount (đồng)", whole=True))
    amount_in_words: str = field(metadata=label("Số tiền bằng chữ", "Amount in words"))
    order: str = field(metadata=label("Mã thanh toán", "Order"))
    dossier: str = field(metadata=label("Mã hồ sơ", "Dossier code"))
    issued_at: datetime = field(metadata=label("Ngày lập", "Issued at"))


@dataclass(frozen=True, kw_only=True)
class ReceiptIssued:
    e_receipt: WrittenReceipt | None = field(
        default=None,
        metadata=label(
            "Biên lai điện tử; trống: chương trình khác lập",
            "E-receipt; empty: another program issues it",
        ),
    )


@dataclass(frozen=True, kw_only=True)
class RefundPayment:
    """Give money back through the gateway it came by."""

    order: str | None = field(default=None, metadata=ORDER)
    by: str | None = field(default=None, metadata=BY)
    reason: str = field(default="", metadata=label("Lý do", "Reason", max_length=200))
    transaction: str | None = field(
        default=None,
        metadata=label("Giao dịch; bỏ trống: khoản đầu tiên", "Transaction; empty: the first"),
    )
    amount: Decimal | None = field(
        default=None,
        metadata=label(
            "Số tiền (đồng); bỏ trống: toàn bộ", "Amount (đồng); empty: all", minimum=1, whole=True
        ),
    )


@dataclass(frozen=True, kw_only=True)
class ReturnedPayment:
    order: str = field(metadata=label("Mã thanh toán", "Order"))
    amount: Decimal = field(metadata=label("Số tiền (đồng)", "Amount (đồng)", whole=True))
    state: RefundState = field(metadata=label("Tình trạng", "State"))
    reference: str | None = field(
        default=None, metadata=label("Số giao dịch hoàn", "The refund's number")
    )


@dataclass(frozen=True, kw_only=True)
class Refunded:
    refund: ReturnedPayment = field(metadata=label("Khoản hoàn", "Refund"))


@dataclass(frozen=True, kw_only=True)
class ResolveMatter:
    """Note how an officer resolved money that does not fit an order."""

    matter_key: str = field(
        metadata=label("Khoản cần xử lý", "Matter", feel="=matter.key", min_length=1)
    )
    order: str | None = field(
        default=None, metadata=label("Mã thanh toán", "Order", feel="=matter.order")
    )
    resolution: Resolution = field(
        metadata=label("Cách xử lý", "Resolution", feel="=resolution", choices=RESOLUTIONS)
    )
    by: str | None = field(default=None, metadata=BY)
    reference: str | None = field(
        default=None, metadata=label("Số chứng từ trả lại", "Number of the transfer back")
    )
