"""VNPAY 2.1.0: signed redirect, callback (IPN), query and refund.

Every time somebody is sent to VNPAY is an attempt with a reference of its own. An attempt is asked
for with exactly the moment it was made, and is over before the order can be closed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from hashlib import sha256

from ...engine.errors import BadAnswer, ForgedMessage, OutcomeUnknown
from ...engine.handler import wall_clock
from ...engine.model.check import Check
from ...engine.model.secret import Secret
from ..wire import Wire
from . import vnpay_text as text
from .account import Account
from .money import Attempt, Payment, Refund, RefundState, Report, Result
from .order import Intent, Order, Quote, Refusal
from .port import Redirect, Reply, Verdict, Visit, Way
from .probe import probed
from .statement import StatementLayout, StatementLine, read_statement

NUMBER_LENGTH = 15
MOST = Decimal(1_000_000_000)
OK, NOT_FOUND, REPEATED, UNSURE = "00", "91", "94", "99"
HELD = frozenset({"04", "07"})
UNFINISHED = "01"
NOT_RETURNED = "09"
RETURN_TYPES = frozenset({"02", "03"})

REPLIES = {
    Verdict.CONFIRMED: ("00", "Confirm Success"),
    Verdict.UNKNOWN: ("01", "Order not found"),
    Verdict.REPEATED: ("02", "Order already confirmed"),
    Verdict.OTHER_AMOUNT: ("04", "Invalid amount"),
    Verdict.FORGED: ("97", "Invalid signature"),
    Verdict.FAILED: ("99", "Unknown error"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VnpayMerchant:
    """Who we are at VNPAY. code: vnp_TmnCode. page: where payers are sent. returns: where browsers
    come back to. window: how long an attempt lasts. address: of our server.
    """

    code: str
    secret: Secret
    page: str
    returns: str
    kind: str = "other"
    window: timedelta = timedelta(minutes=15)
    address: str = "127.0.0.1"


class VnpayProvider:
    """wire: to the merchant interface. new_id: names a question, differently each time. clock: the
    present moment, for the check.
    """

    name = "vnpay"

    def __init__(
        self,
        merchant: VnpayMerchant,
        wire: Wire,
        *,
        new_id: Callable[[], str],
        layout: StatementLayout | None = None,
        clock: Callable[[], datetime] = wall_clock,
    ) -> None:
        self._merchant = merchant
        self._wire = wire
        self._new_id = new_id
        self._layout = layout or StatementLayout()
        self._clock = clock

    def quote(self, intent: Intent) -> Quote | Refusal:
        if intent.amount >= MOST:
            return Refusal(f"VNPAY chỉ nhận dưới {MOST} đồng")
        return Quote(gateway=self.name, amount=intent.amount)

    def begin(self, account: Account, number: int, visit: Visit, now: datetime) -> Attempt:
        order = account.order
        return Attempt(
            number=number,
            reference=f"{order.number}{number}",
            moment=now.replace(microsecond=0),
            expires_at=min(now + self._merchant.window, order.expires_at),
            address=visit.address,
        )

    def way(self, order: Order, attempt: Attempt, visit: Visit) -> Way:
        merchant = self._merchant
        fields = {
            "vnp_Version": text.VERSION,
            "vnp_Command": "pay",
            "vnp_TmnCode": merchant.code,
            "vnp_Amount": text.amount_text(order.amount),
            "vnp_CurrCode": "VND",
            "vnp_TxnRef": attempt.reference,
            "vnp_OrderInfo": _info(order),
            "vnp_OrderType": merchant.kind,
            "vnp_ReturnUrl": merchant.returns,
            "vnp_IpAddr": attempt.address,
            "vnp_Locale": "en" if visit.language == "en" else "vn",
            "vnp_CreateDate": text.moment_text(attempt.moment),
            "vnp_ExpireDate": text.moment_text(attempt.expires_at),
        }
        return Redirect(f"{merchant.page}?{text.signed_query(fields, merchant.secret)}")

    def hear(self, raw: bytes) -> Report:
        fields = text.verified_query(raw, self._merchant.secret)
        if fields.get("vnp_TmnCode") != self._merchant.code:
            raise ForgedMessage.of("payments.forged")
        try:
            return _heard(fields)
        except (KeyError, ValueError):
            raise ForgedMessage.of("payments.forged") from None

    def reply(self, verdict: Verdict, raw: bytes, now: datetime) -> Reply:  # noqa: ARG002 - the protocol of all providers
        code, message = REPLIES[verdict]
        return Reply(body=json.dumps({"RspCode": code, "Message": message}).encode())

    def ask(self, account: Account, now: datetime) -> Sequence[Report]:
        return tuple(self._asked(account, now))

    close = ask

    def give_back(
        self, account: Account, payment: Payment, refund: Refund, now: datetime
    ) -> Refund:
        attempt = _attempt_of(account, payment)
        values = self._values("refund", attempt, now) | {
            "RequestId": sha256(refund.key.encode()).hexdigest()[:32],
            "TransactionType": "02" if refund.amount == payment.amount else "03",
            "Amount": text.amount_text(refund.amount),
            "TransactionNo": payment.transaction,
            "CreateBy": text.plain(refund.by) or "procflow",
        }
        values["OrderInfo"] = text.plain(refund.reason or "") or values["OrderInfo"]
        try:
            answer = self._post(values, text.REFUND_FIELDS, text.ANSWER_FIELDS, repeatable=False)
        except OutcomeUnknown:
            return self._looked_up(attempt, refund, now)
        code = answer["vnp_ResponseCode"]
        if code in (REPEATED, UNSURE):
            return self._looked_up(attempt, refund, now)
        if code != OK:
            return replace(refund, state=RefundState.REFUSED, reason=f"VNPAY {code}")
        done = answer.get("vnp_TransactionStatus") == OK
        state = RefundState.DONE if done else RefundState.ACCEPTED
        return replace(refund, state=state, reference=answer.get("vnp_TransactionNo") or None)

    def lines(self, statement: bytes) -> Sequence[StatementLine]:
        return read_statement(statement, self._layout)

    def check(self) -> Check:
        """Whether VNPAY answers, and takes what we sign."""
        return probed("payment: vnpay", self._wire, self._query, self._clock())

    def _asked(self, account: Account, now: datetime) -> Iterator[Report]:
        for attempt in account.attempts:
            if attempt.closed or not _is_worth_asking(account, attempt):
                continue
            answer = self._query(attempt, now)
            if answer is not None:
                yield from _told(account, attempt, answer)

    def _query(self, attempt: Attempt, now: datetime) -> dict[str, str] | None:
        """What VNPAY knows of an attempt; None while it knows nothing of it."""
        values = self._values("querydr", attempt, now) | {"RequestId": self._new_id()}
        answer = self._post(values, text.QUERY_FIELDS, text.QUERY_ANSWER_FIELDS, repeatable=True)
        code = answer["vnp_ResponseCode"]
        if code == NOT_FOUND:
            return None
        if code != OK or answer.get("vnp_TxnRef") != attempt.reference:
            raise BadAnswer.of("payments.answer", gateway="VNPAY", code=code)
        return answer

    def _looked_up(self, attempt: Attempt, refund: Refund, now: datetime) -> Refund:
        """Whether a refund with an unknown outcome was made. Raises OutcomeUnknown."""
        answer = self._query(attempt, now)
        if answer is None or answer.get("vnp_TransactionType") not in RETURN_TYPES:
            raise OutcomeUnknown.of("wire.outcome-unknown", system="VNPAY")
        status = answer.get("vnp_TransactionStatus", "")
        if status == NOT_RETURNED:
            return replace(refund, state=RefundState.REFUSED, reason=f"VNPAY {status}")
        state = RefundState.DONE if status == OK else RefundState.ACCEPTED
        return replace(refund, state=state, reference=answer.get("vnp_TransactionNo") or None)

    def _values(self, command: str, attempt: Attempt, now: datetime) -> dict[str, str]:
        return {
            "Version": text.VERSION,
            "Command": command,
            "TmnCode": self._merchant.code,
            "TxnRef": attempt.reference,
            "TransactionDate": text.moment_text(attempt.moment),
            "CreateDate": text.moment_text(now),
            "IpAddr": self._merchant.address,
            "OrderInfo": f"{command} {attempt.reference}",
        }

    def _post(
        self,
        values: dict[str, str],
        signed: Sequence[str],
        answered: Sequence[str],
        *,
        repeatable: bool,
    ) -> dict[str, str]:
        """The answer, if it is certainly VNPAY's. Raises BadAnswer.

        An unsigned answer to a refund says nothing about whether it was made.
        """
        secret = self._merchant.secret
        body = text.signed_values(values, signed, secret)
        try:
            answer = self._wire.ask("POST", json=body, repeatable=repeatable).fields()
            if "vnp_ResponseCode" not in answer or not text.is_signed(answer, answered, secret):
                raise BadAnswer.of("payments.unsigned", gateway="VNPAY")
        except BadAnswer:
            if repeatable:
                raise
            raise OutcomeUnknown.of("wire.outcome-unknown", system="VNPAY") from None
        return {name: "" if value is None else str(value) for name, value in answer.items()}


def _heard(fields: dict[str, str]) -> Report:
    """Raises KeyError and ValueError for fields that are missing or none."""
    codes = (fields["vnp_ResponseCode"], fields.get("vnp_TransactionStatus", ""))
    number, attempt = _named(fields["vnp_TxnRef"])
    return Report(
        order=number,
        attempt=attempt,
        result=_result(codes),
        amount=text.read_amount(fields["vnp_Amount"]),
        transaction=fields["vnp_TransactionNo"],
        at=text.read_moment(fields.get("vnp_PayDate", "")),
        receipt=fields.get("vnp_TransactionNo") or None,
    )


def _result(codes: tuple[str, str]) -> Result:
    if codes == (OK, OK):
        return Result.PAID
    return Result.PENDING if HELD & set(codes) else Result.DECLINED


def _told(account: Account, attempt: Attempt, answer: dict[str, str]) -> Iterator[Report]:
    """What an answer to a query means. Raises BadAnswer for an amount that is none."""
    status = answer.get("vnp_TransactionStatus", "")
    if answer.get("vnp_TransactionType") in RETURN_TYPES:
        yield from _returned(account, attempt, status)
        return
    if status == UNFINISHED:
        return
    try:
        amount = text.read_amount(answer.get("vnp_Amount", ""))
    except ValueError:
        raise BadAnswer.of("payments.answer", gateway="VNPAY", code="vnp_Amount") from None
    yield Report(
        order=account.order.number,
        attempt=attempt.number,
        result=_result((OK, status)),
        amount=amount,
        transaction=answer.get("vnp_TransactionNo", ""),
        at=text.read_moment(answer.get("vnp_PayDate", "")),
        receipt=answer.get("vnp_TransactionNo") or None,
    )


def _returned(account: Account, attempt: Attempt, status: str) -> Iterator[Report]:
    results = {OK: Result.RETURNED, NOT_RETURNED: Result.NOT_RETURNED}
    for payment in account.payments:
        if payment.attempt == attempt.number and status in results:
            yield Report(
                order=account.order.number,
                result=results[status],
                transaction=payment.transaction,
            )


def _is_worth_asking(account: Account, attempt: Attempt) -> bool:
    """An attempt that is paid can tell nothing new but how a refund ended."""
    paid = [each for each in account.payments if each.attempt == attempt.number]
    doing = {each.transaction for each in account.refunds if each.state is RefundState.ACCEPTED}
    return not paid or any(each.transaction in doing for each in paid)


def _attempt_of(account: Account, payment: Payment) -> Attempt:
    """Raises BadAnswer for money that came in another way, by a statement, say."""
    for attempt in account.attempts:
        if attempt.number == payment.attempt:
            return attempt
    raise BadAnswer.of("payments.answer", gateway="VNPAY", code=payment.transaction)


def _named(reference: str) -> tuple[str, int]:
    """The order's number, and which attempt. Raises ValueError."""
    return reference[:NUMBER_LENGTH], int(reference[NUMBER_LENGTH:])


def _info(order: Order) -> str:
    return text.plain(f"{order.fee} ho so {order.dossier}")
