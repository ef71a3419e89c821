"""The job types that collect fees."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from ...engine.errors import BpmnError
from ...engine.handler import JobContext, handles, label, write_json
from ...engine.model.check import Check
from ..icons import icon
from .order import Intent, Order, OrderState, Refusal
from .port import PaymentGateway

REFUSED = "PAYMENT_REFUSED_BY_GATEWAY"
ALREADY_PAID = "PAYMENT_ALREADY_PAID"


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


@dataclass(frozen=True, kw_only=True)
class OpenedPayment:
    order: str = field(metadata=label("Mã thanh toán", "Order"))
    url: str = field(metadata=label("Trang thanh toán", "Page where to pay"))
    amount: Decimal = field(metadata=label("Số tiền (đồng)", "Amount (đồng)", whole=True))
    expires_at: datetime = field(metadata=label("Hạn thanh toán", "Payable until"))


@dataclass(frozen=True, kw_only=True)
class PaymentRequested:
    payment: OpenedPayment = field(metadata=label("Yêu cầu thanh toán", "Payment"))


@dataclass(frozen=True, kw_only=True)
class CancelPayment:
    """Close an order that nobody has paid."""

    order: str = field(
        metadata=label("Mã thanh toán", "Order", feel="=payment.order", min_length=1)
    )


@dataclass(frozen=True, kw_only=True)
class ClosedPayment:
    order: str = field(metadata=label("Mã thanh toán", "Order"))
    state: OrderState = field(metadata=label("Tình trạng", "State"))


@dataclass(frozen=True, kw_only=True)
class PaymentCancelled:
    payment: ClosedPayment = field(metadata=label("Yêu cầu thanh toán", "Payment"))


@dataclass(frozen=True, kw_only=True)
class PaymentTaken:
    """The variables that go with the error that the order is paid already."""

    order: str
    state: OrderState
    paid_at: datetime | None
    receipt: str | None


class PaymentHandlers:
    """Collects fees through the given gateway."""

    icon = icon("payment")

    def __init__(self, gateway: PaymentGateway) -> None:
        self._gateway = gateway

    @handles(
        "payment.request",
        version=1,
        title=("Yêu cầu thanh toán", "Request a payment"),
        raises={REFUSED: ("Cổng thanh toán không nhận", "The gateway does not take the order")},
    )
    def request(self, wanted: CollectFee, job: JobContext) -> PaymentRequested:
        intent = Intent(
            dossier=wanted.code,
            fee=wanted.fee,
            amount=wanted.amount,
            expires_at=wanted.expires_at,
        )
        match self._gateway.open(intent, key=job.key, now=job.now):
            case Refusal(reason):
                raise BpmnError(REFUSED, reason)
            case order:
                return PaymentRequested(payment=_opened(order))

    @handles(
        "payment.cancel",
        version=1,
        title=("Hủy yêu cầu thanh toán", "Cancel a payment"),
        raises={ALREADY_PAID: ("Đã thanh toán trước khi hủy", "It was paid before")},
    )
    def cancel(self, wanted: CancelPayment, job: JobContext) -> PaymentCancelled:
        order = self._gateway.query(wanted.order, now=job.now)
        if order.state is not OrderState.PAID:
            order = self._gateway.cancel(wanted.order, now=job.now)
        if order.state is OrderState.PAID:  # also when it was paid between query and cancel
            raise BpmnError(ALREADY_PAID, variables={"payment": write_json(_taken(order))})
        return PaymentCancelled(payment=ClosedPayment(order=order.number, state=order.state))

    def check(self) -> Check:
        return self._gateway.check()


def _opened(order: Order) -> OpenedPayment:
    return OpenedPayment(
        order=order.number, url=order.url, amount=order.amount, expires_at=order.expires_at
    )


def _taken(order: Order) -> PaymentTaken:
    return PaymentTaken(
        order=order.number, state=order.state, paid_at=order.paid_at, receipt=order.receipt
    )
