"""Notices as text messages through a gateway that speaks as eSMS does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from ...engine.errors import BadConfiguration, NotFound, ProcflowError
from ...engine.model.check import Check
from ...engine.model.secret import Secret
from ..wire import Answer, Wire
from .asking import ask_once
from .esms_protocol import (
    SEND,
    TAKEN,
    TAKEN_BEFORE,
    UNKNOWN_ERROR,
    WRONG_SETTINGS,
    Message,
    Result,
    callback_address,
    read_report,
    read_result,
)
from .ledger import Ledger
from .mail import on_one_line
from .masked import masked
from .notice import Notice, Receipt, Unreached, notice_id
from .once import Once, Taken
from .phone import mobile_number
from .port import NONE
from .report import Reported, reported
from .sms_text import Accents, sms_text

REMEMBERED = timedelta(hours=23)
"""The gateway knows a RequestId again for 24 hours; an hour is for clocks that differ."""

LONGEST_REASON = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class EsmsAccount:
    """The agency's account at the gateway. brand: the registered name messages come from. most:
    messages a notice may cost. page: where the gateway reports delivery; empty: it does not.
    """

    api_key: Secret
    secret_key: Secret
    brand: str
    accents: Accents = "when-free"
    most: int = 3
    page: str = ""
    sandbox: bool = False


class EsmsChannel:
    """Sends notices to who has a Vietnamese mobile number."""

    rings = True

    def __init__(
        self, wire: Wire, account: EsmsAccount, ledger: Ledger, *, name: str = "sms"
    ) -> None:
        self._wire = wire
        self._account = account
        self._ledger = ledger
        self._once = Once(ledger=ledger, channel=name, repeatable=REMEMBERED)
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    def address(self, notice: Notice) -> str | Unreached:
        number = mobile_number(notice.to.phone) if notice.to.phone else None
        return number or Unreached(channel=self._name, reason="no-address")

    def begun(self, key: str) -> bool:
        return self._once.begun(key)

    def send(self, notice: Notice, *, key: str, now: datetime) -> Receipt | Unreached:
        phone = self.address(notice)
        if isinstance(phone, Unreached):
            return phone
        return self._once.send(
            partial(self._hand_over, self._message(notice, phone, notice_id(key))),
            key=key,
            address=masked(phone),
            dossier=notice.dossier,
            now=now,
        )

    def receive(
        self,
        raw: bytes,
        headers: Mapping[str, str] = NONE,  # noqa: ARG002 - the report is a query alone
        *,
        now: datetime,
    ) -> Reported | None:
        number, report = read_report(raw, self._account.secret_key, now=now)
        if report is None:
            return None
        entry = self._ledger.report(number, self._name, report)
        if entry is None or entry.report is None:
            raise NotFound.of("notification.unknown", number=number)
        return reported(number, self._name, entry.dossier, entry.report)

    def check(self) -> Check:
        return self._wire.check(f"notice: {self._name} (esms)")

    def _message(self, notice: Notice, phone: str, number: str) -> Message:
        account = self._account
        text = sms_text(notice, account.accents, account.most)
        callback = (
            callback_address(account.page, number, account.secret_key) if account.page else ""
        )
        return Message(phone=phone, text=text, number=number, callback=callback)

    def _hand_over(self, message: Message, taken: Taken) -> None:
        answer = ask_once(self._wire, SEND, partial(self._request, message))
        result = self._result(answer)
        if result.code in (TAKEN, TAKEN_BEFORE):
            taken(result.message)
        elif result.code in ("", UNKNOWN_ERROR):
            raise answer.unread("CodeResult")
        else:
            kind = BadConfiguration if result.code in WRONG_SETTINGS else ProcflowError
            raise kind.of("notification.refused", system=answer.system, reason=result.reason)

    def _result(self, answer: Answer) -> Result:
        """What the gateway says, without our keys, should they be in there."""
        result = read_result(answer.fields())
        words = result.words
        for secret in (self._account.api_key, self._account.secret_key):
            words = words.replace(secret.reveal(), "…")
        return replace(result, words=on_one_line(words)[:LONGEST_REASON])

    def _request(self, message: Message) -> Mapping[str, object]:
        account = self._account
        return {
            "json": message.fields(
                account.api_key, account.secret_key, brand=account.brand, sandbox=account.sandbox
            )
        }
