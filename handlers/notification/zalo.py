"""Notices by Zalo, made of templates that Zalo has approved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from ...engine.errors import (
    BadConfiguration,
    NotFound,
    Problem,
    ProcflowError,
    RetryLater,
    UnfitInput,
)
from ...engine.model.check import Check
from ...engine.model.secret import Secret
from ..wire import Answer, Wire
from . import zns
from .asking import ask_once
from .ledger import Ledger
from .mail import on_one_line
from .masked import masked
from .notice import Notice, Receipt, Unreached, notice_id
from .once import Once, Taken
from .phone import mobile_number
from .port import NONE
from .report import Reported, reported
from .tokens import AccessToken

NEVER_AGAIN = timedelta(0)
"""Zalo does not know a tracking id again: what may have gone out is not sent once more."""

MORNING_COMES = timedelta(hours=1)
LONGEST_REASON = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaloAccount:
    """The agency's account. templates: Zalo's template id by the name of the notice. secret: signs
    its reports; without it none is taken. development: templates that are not approved yet go to
    the account's administrators.
    """

    app: str
    templates: Mapping[str, str] = field(default_factory=dict)
    secret: Secret | None = None
    development: bool = False


class ZaloChannel:
    """Sends notices that Zalo has a template for to who has a Vietnamese mobile number."""

    rings = True

    def __init__(
        self,
        wire: Wire,
        account: ZaloAccount,
        token: AccessToken,
        ledger: Ledger,
        *,
        name: str = "zalo",
    ) -> None:
        self._wire = wire
        self._account = account
        self._token = token
        self._ledger = ledger
        self._once = Once(ledger=ledger, channel=name, repeatable=NEVER_AGAIN)
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    def address(self, notice: Notice) -> str | Unreached:
        if notice.template not in self._account.templates:
            return self._unreached("no-template")
        number = mobile_number(notice.to.phone) if notice.to.phone else None
        return number or self._unreached("no-address")

    def begun(self, key: str) -> bool:
        return self._once.begun(key)

    def send(self, notice: Notice, *, key: str, now: datetime) -> Receipt | Unreached:
        phone = self.address(notice)
        if isinstance(phone, Unreached):
            return phone
        if not self.begun(key):  # a worker killed over a renewal must not leave a notice in doubt
            self._token.valid(now=now)
        return self._once.send(
            partial(self._hand_over, self._message(notice, phone, notice_id(key)), now),
            key=key,
            address=masked(phone),
            dossier=notice.dossier,
            now=now,
        )

    def receive(
        self,
        raw: bytes,
        headers: Mapping[str, str] = NONE,
        *,
        now: datetime,  # noqa: ARG002 - Zalo tells when it was delivered
    ) -> Reported | None:
        if self._account.secret is None:
            raise BadConfiguration.of("notification.zalo-reports")
        signature = headers.get(zns.SIGNATURE, "")
        event = zns.read_event(raw, signature, self._account.app, self._account.secret)
        if event.report is None:
            return None
        entry = self._ledger.report(event.number, self._name, event.report)
        if entry is None or entry.report is None:
            raise NotFound.of("notification.unknown", number=event.number)
        return reported(event.number, self._name, entry.dossier, entry.report)

    def check(self) -> Check:
        subject = f"notice: {self._name} (zns)"
        if not self._account.templates:
            return Check(subject=subject, ok=False, key="notification.check.no-template")
        return self._wire.check(subject)

    def _message(self, notice: Notice, phone: str, number: str) -> dict[str, Any]:
        message = {
            "phone": phone,
            "template_id": self._account.templates[notice.template],
            "template_data": dict(notice.fields),
            "tracking_id": number,
        }
        return message | ({"mode": "development"} if self._account.development else {})

    def _hand_over(
        self, message: Mapping[str, Any], now: datetime, taken: Taken
    ) -> Unreached | None:
        token = self._token.valid(now=now)
        answer, told = self._asked(message, token)
        if told.error == zns.WRONG_TOKEN:
            answer, told = self._asked(message, self._token.after(token, now=now))
        if told.error == zns.TAKEN:
            taken(told.message)
            return None
        if told.error is None:
            raise answer.unread("a number as error")
        if told.error in zns.UNREACHED:
            return self._unreached(zns.UNREACHED[told.error])
        raise self._refusal(told, message)

    def _asked(self, message: Mapping[str, Any], token: Secret) -> tuple[Answer, zns.Told]:
        answer = ask_once(self._wire, zns.SEND, partial(_request, message, token))
        return answer, zns.read_answer(answer.fields())

    def _refusal(self, told: zns.Told, message: Mapping[str, Any]) -> ProcflowError:
        words = on_one_line(told.words)[:LONGEST_REASON]
        reason = f"{told.error} {words}".strip()
        match told.error:
            case zns.WRONG_PHONE:
                return _unfit(Problem(field="to.phone", key="notification.phone"))
            case zns.NO_FIELDS:
                template = {"template": str(message["template_id"])}
                return _unfit(
                    Problem(field="fields", key="notification.zalo-fields", arguments=template)
                )
            case zns.NO_TEMPLATE | zns.WRONG_TOKEN:
                return self._error(BadConfiguration, reason)
            case zns.AT_NIGHT:
                return RetryLater.after(MORNING_COMES, "notification.quiet-now")
        return self._error(ProcflowError, reason)

    def _error(self, kind: type[ProcflowError], reason: str) -> ProcflowError:
        return kind.of("notification.refused", system=self._wire.system, reason=reason)

    def _unreached(self, reason: str) -> Unreached:
        return Unreached(channel=self._name, reason=reason)


def _unfit(problem: Problem) -> UnfitInput:
    return UnfitInput(problem.sentence("en"), problem)


def _request(message: Mapping[str, Any], token: Secret) -> Mapping[str, Any]:
    return {"json": message, "headers": {"access_token": token.reveal()}}
