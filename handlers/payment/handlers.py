"""The job types that collect fees, and give them back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import timedelta

from ...engine.errors import BpmnError, RetryLater
from ...engine.handler import JobContext, handles, write_json
from ...engine.model.check import Check
from ..icons import icon
from .account import Decision
from .gateways import Gateways
from .jobs import (
    CancelPayment,
    ClosePayments,
    CollectFee,
    IssueReceipt,
    KnownPayment,
    OpenedPayment,
    OrderToAsk,
    Payer,
    PaymentCancelled,
    PaymentKnown,
    PaymentRequested,
    PaymentsClosed,
    ReceiptIssued,
    Refunded,
    RefundPayment,
    ResolveMatter,
    ReturnedPayment,
    WrittenReceipt,
)
from .money import RefundState
from .order import About, Intent, Order, OrderState, Refusal
from .port import RefundWish
from .receipt_desk import ReceiptDesk

REFUSED = "PAYMENT_REFUSED_BY_GATEWAY"
ALREADY_PAID = "PAYMENT_ALREADY_PAID"
IN_QUESTION = "PAYMENT_IN_QUESTION"
REFUND_REFUSED = "PAYMENT_REFUND_REFUSED"
HELD = timedelta(minutes=30)

NO_ORDER = "Khoản tiền không thuộc yêu cầu thanh toán nào"

PAID_BEFORE = ("Đã thanh toán rồi", "It is paid already")
QUESTIONED = ("Khoản tiền đang chờ đối soát", "The money is being looked into")


class PaymentHandlers:
    """Collects fees through the given gateways, and writes receipts."""

    icon = icon("payment")

    def __init__(self, gateways: Gateways, receipts: ReceiptDesk) -> None:
        self._gateways = gateways
        self._receipts = receipts

    @handles(
        "payment.request",
        version=2,
        title=("Yêu cầu thanh toán", "Request a payment"),
        raises={
            REFUSED: ("Cổng thanh toán không nhận", "The gateway does not take the order"),
            ALREADY_PAID: PAID_BEFORE,
        },
    )
    def request(self, wanted: CollectFee, job: JobContext) -> PaymentRequested:
        intent = Intent(
            dossier=wanted.code,
            fee=wanted.fee,
            amount=wanted.amount,
            expires_at=wanted.expires_at,
            about=_about(wanted),
        )
        opened = self._gateways.open(intent, key=job.key, now=job.now, gateway=wanted.gateway)
        if isinstance(opened, Refusal):
            raise BpmnError(REFUSED, opened.reason)
        if opened.state is OrderState.PAID:
            raise BpmnError(ALREADY_PAID, variables={"payment": write_json(_known(opened))})
        return PaymentRequested(payment=_opened(opened))

    @handles(
        "payment.query",
        version=1,
        title=("Hỏi cổng về một khoản thanh toán", "Ask the gateway about a payment"),
    )
    def query(self, wanted: OrderToAsk, job: JobContext) -> PaymentKnown:
        return PaymentKnown(payment=_known(self._gateways.query(wanted.order, now=job.now)))

    @handles(
        "payment.cancel",
        version=2,
        title=("Hủy yêu cầu thanh toán", "Cancel a payment"),
        raises={ALREADY_PAID: PAID_BEFORE, IN_QUESTION: QUESTIONED},
    )
    def cancel(self, wanted: CancelPayment, job: JobContext) -> PaymentCancelled:
        order = self._gateways.query(wanted.order, now=job.now)
        order = self._gateways.cancel(order.number, now=job.now)
        match order.state:
            case OrderState.PAID:
                raise BpmnError(ALREADY_PAID, variables={"payment": write_json(_known(order))})
            case OrderState.QUESTIONED:
                raise BpmnError(IN_QUESTION, variables={"payment": write_json(_known(order))})
            case OrderState.OPENED:
                raise RetryLater.after(HELD, "payments.held")
        return PaymentCancelled(payment=_known(order))

    @handles(
        "payment.close",
        version=1,
        title=("Đóng các yêu cầu thanh toán của hồ sơ", "Close a dossier's payments"),
    )
    def close(self, wanted: ClosePayments, job: JobContext) -> PaymentsClosed:
        closed = self._gateways.close(wanted.code, now=job.now)
        if any(order.state is OrderState.OPENED for order in closed):
            raise RetryLater.after(HELD, "payments.held")
        return PaymentsClosed(payments=tuple(_known(order) for order in closed))

    @handles(
        "payment.receipt",
        version=1,
        title=("Lập biên lai điện tử", "Issue an e-receipt"),
    )
    def receipt(self, wanted: IssueReceipt, job: JobContext) -> ReceiptIssued:
        issued = self._receipts.issue(wanted.order, wanted.amount_in_words, now=job.now)
        if issued is None:
            return ReceiptIssued()
        written = {each.name: getattr(issued, each.name) for each in fields(issued)}
        return ReceiptIssued(e_receipt=WrittenReceipt(**written))

    @handles(
        "payment.refund",
        version=1,
        title=("Hoàn tiền", "Give money back"),
        raises={REFUND_REFUSED: ("Cổng thanh toán không hoàn được", "The gateway does not refund")},
    )
    def refund(self, wanted: RefundPayment, job: JobContext) -> Refunded:
        if wanted.order is None:
            raise _not_refunded(NO_ORDER)
        wish = RefundWish(
            by=_who(wanted.by, job),
            reason=wanted.reason,
            transaction=wanted.transaction,
            amount=wanted.amount,
        )
        refund = self._gateways.refund(wanted.order, wish, key=job.key, now=job.now)
        if refund.state is RefundState.REFUSED:
            raise _not_refunded(refund.reason or "")
        returned = ReturnedPayment(
            order=wanted.order,
            amount=refund.amount,
            state=refund.state,
            reference=refund.reference,
        )
        return Refunded(refund=returned)

    @handles(
        "payment.resolve",
        version=1,
        title=("Ghi cách xử lý khoản thu", "Note how a matter was resolved"),
    )
    def resolve(self, wanted: ResolveMatter, job: JobContext) -> PaymentKnown:
        decision = Decision(
            matter=wanted.matter_key,
            resolution=wanted.resolution,
            by=_who(wanted.by, job),
            at=job.now,
            reference=wanted.reference,
        )
        if wanted.order is None:
            return PaymentKnown(payment=None)
        return PaymentKnown(payment=_known(self._gateways.resolve(wanted.order, decision)))

    def checks(self) -> Sequence[Check]:
        return self._gateways.checks()


def _not_refunded(reason: str) -> BpmnError:
    return BpmnError(REFUND_REFUSED, reason, {"refundProblem": reason})


def _who(by: str | None, job: JobContext) -> str:
    return by or job.lane or job.label


def _about(wanted: CollectFee) -> About:
    payer = wanted.payer or Payer()
    return About(
        procedure=wanted.procedure_code or "",
        procedure_name=wanted.procedure_name or "",
        payer=payer.name,
        payer_id=payer.personal_id,
        payer_address=payer.address,
    )


def _opened(order: Order) -> OpenedPayment:
    return OpenedPayment(
        order=order.number,
        url=order.url,
        amount=order.amount,
        expires_at=order.expires_at,
        gateway=order.gateway,
    )


def _known(order: Order) -> KnownPayment:
    return KnownPayment(
        order=order.number, state=order.state, paid_at=order.paid_at, receipt=order.receipt
    )
