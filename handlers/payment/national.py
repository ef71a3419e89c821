"""The payment platform of the national public service portal: INIT, call-back, QUERY.

Written from public code that speaks with it; see the README for what is proved and what is not.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from httpx import Headers

from ...engine.errors import BadAnswer, ForgedMessage
from ...engine.handler import needed, wall_clock
from ...engine.model.check import Check
from ...engine.model.secret import Secret
from ..wire import Wire
from . import national_text as text
from .account import Account
from .money import Attempt, Payment, Refund, RefundState, Report, Result
from .order import Intent, Order, Quote, Refusal
from .port import Redirect, Reply, Verdict, Visit, Way
from .probe import probed
from .statement import StatementLayout, StatementLine, read_statement

NUMBER_LENGTH = 15
MOST = Decimal(10_000_000_000)
DONE, PAID = "0", "00"
BY_HAND = "Nền tảng thanh toán quốc gia không có bản tin hoàn tiền; hãy hoàn trả bằng tay"
SAID = {
    Verdict.CONFIRMED: ("00", "Thành công"),
    Verdict.REPEATED: ("00", "Đã ghi nhận trước đó"),
    Verdict.UNKNOWN: ("01", "Không tìm thấy mã tham chiếu"),
    Verdict.OTHER_AMOUNT: ("04", "Số tiền không khớp"),
    Verdict.FORGED: ("97", "Sai mã xác thực"),
    Verdict.FAILED: ("99", "Lỗi hệ thống"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalAccount:
    """Whose money it is: the unit, and the account of the treasury or the bank."""

    unit: str = needed("Mã đơn vị (MaDonVi)", "Code of the unit (MaDonVi)")
    unit_name: str = needed("Tên đơn vị", "Name of the unit")
    account: str = needed("Tài khoản thụ hưởng", "Beneficiary account")
    bank: str = needed("Mã ngân hàng, kho bạc thụ hưởng", "Code of the beneficiary's bank")
    holder: str = needed("Tên tài khoản thụ hưởng", "Holder of the account")


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalPartner:
    """Who we are to the platform. token: sent as Bearer where it is asked for. accounts: of single
    procedures, by their code, where they differ from `account`.
    """

    code: str
    secret: Secret
    account: NationalAccount
    accounts: Mapping[str, NationalAccount] = field(default_factory=dict)
    token: Secret | None = None
    channel: str = "1"
    device: str = "1"


class NationalProvider:
    """clock: the present moment, for the check."""

    name = "national"

    def __init__(
        self,
        partner: NationalPartner,
        wire: Wire,
        *,
        layout: StatementLayout | None = None,
        clock: Callable[[], datetime] = wall_clock,
    ) -> None:
        self._partner = partner
        self._wire = wire
        self._layout = layout or StatementLayout()
        self._clock = clock

    def quote(self, intent: Intent) -> Quote | Refusal:
        if intent.amount >= MOST:
            return Refusal(f"Nền tảng thanh toán quốc gia chỉ nhận dưới {MOST} đồng")
        return Quote(gateway=self.name, amount=intent.amount)

    def begin(self, account: Account, number: int, visit: Visit, now: datetime) -> Attempt:
        """Ask the platform for its page. Raises BadAnswer, and what `Wire.ask` raises."""
        order = account.order
        reference = f"{order.number}{number}"
        values = self._init(order, reference, visit, now)
        message = text.signed(values, text.INIT, self._partner.secret)
        answer = self._post({**message, "ThongTinBienLai": self._receipt(account)})
        url = answer.get("UrlThanhToan")
        if not isinstance(url, str) or not url.startswith(("https://", "http://")):
            raise BadAnswer.of("payments.answer", gateway=self._wire.system, code="UrlThanhToan")
        return Attempt(
            number=number,
            reference=reference,
            moment=now,
            expires_at=order.expires_at,
            address=visit.address,
            url=url,
        )

    def way(self, order: Order, attempt: Attempt, visit: Visit) -> Way:  # noqa: ARG002 - the protocol of all providers
        return Redirect(attempt.url)

    def hear(self, raw: bytes) -> Report:
        said = _fields(raw)
        if said is None or not text.is_signed(said, text.CONFIRM, self._partner.secret):
            raise ForgedMessage.of("payments.forged")
        if said.get("MaDoiTac") != self._partner.code:
            raise ForgedMessage.of("payments.forged")
        try:
            return _report(said)
        except (KeyError, TypeError, ValueError):
            raise ForgedMessage.of("payments.forged") from None

    def reply(self, verdict: Verdict, raw: bytes, now: datetime) -> Reply:  # noqa: ARG002 - the same
        code, words = SAID[verdict]
        values = {
            "MaLoi": code,
            "MoTaLoi": words,
            "MaDoiTac": self._partner.code,
            "ThoiGianGD": text.moment_text(now),
        }
        said = text.signed(values, text.REPLY, self._partner.secret)
        return Reply(body=json.dumps(said, ensure_ascii=False).encode())

    def ask(self, account: Account, now: datetime) -> Sequence[Report]:
        paid = {each.attempt for each in account.payments}
        asked = (each for each in account.attempts if not each.closed and each.number not in paid)
        answers = (self._query(attempt, now) for attempt in asked)
        return tuple(answer for answer in answers if answer is not None)

    close = ask

    def give_back(
        self,
        account: Account,  # noqa: ARG002 - the same
        payment: Payment,  # noqa: ARG002 - the same
        refund: Refund,
        now: datetime,  # noqa: ARG002 - the same
    ) -> Refund:
        return replace(refund, state=RefundState.REFUSED, reason=BY_HAND)

    def lines(self, statement: bytes) -> Sequence[StatementLine]:
        return read_statement(statement, self._layout)

    def check(self) -> Check:
        """Whether the platform answers, and takes what we sign."""
        return probed("payment: national", self._wire, self._query, self._clock())

    def _init(self, order: Order, reference: str, visit: Visit, now: datetime) -> dict[str, str]:
        return {
            "LoaiBanTin": "INIT",
            "PhienBan": text.VERSION,
            "MaDoiTac": self._partner.code,
            "MaThamChieu": reference,
            "SoTien": str(int(order.amount)),
            "LoaiHinhThanhToan": "PAY",
            "MaKenhThanhToan": self._partner.channel,
            "MaThietBi": self._partner.device,
            "NgonNgu": "en-US" if visit.language == "en" else "vi-VN",
            "MaTienTe": "VND",
            "MaNganHang": "PAYMENT",
            "ThongTinGiaoDich": f"{order.fee} {order.dossier}",
            "ThoiGianGD": text.moment_text(now),
            "Ip": visit.address,
        }

    def _receipt(self, account: Account) -> dict[str, Any]:
        """What the e-receipt of the platform must say: for what, to whom, by whom."""
        order, about = account.order, account.about
        to = self._partner.accounts.get(about.procedure, self._partner.account)
        amount = str(int(order.amount))
        return {
            "MaDichVu": "2",
            "MaDVC": about.procedure,
            "TenDVC": about.procedure_name,
            "MaTTHC": about.procedure,
            "TenTTHC": about.procedure_name,
            "MaDonVi": to.unit,
            "TenDonVi": to.unit_name,
            "MaHoSo": order.dossier,
            "TKThuHuong": to.account,
            "MaNHThuHuong": to.bank,
            "TenTKThuHuong": to.holder,
            "HoTenNguoiNop": about.payer,
            "SoCMNDNguoiNop": about.payer_id,
            "DiaChiNguoiNop": about.payer_address,
            "NoiDungThanhToan": order.fee,
            "PhiLePhi": [
                {
                    "LoaiPhiLePhi": "2",
                    "MaPhiLePhi": "",
                    "TenPhiLePhi": order.fee,
                    "SoTien": amount,
                }
            ],
            "DSKhoanNop": [{"NoiDung": order.fee, "SoTien": amount}],
        }

    def _query(self, attempt: Attempt, now: datetime) -> Report | None:
        values = {
            "LoaiBanTin": "QUERY",
            "PhienBan": text.VERSION,
            "MaDoiTac": self._partner.code,
            "MaThamChieu": attempt.reference,
            "ThoiGianGD": text.moment_text(now),
        }
        answer = self._post(text.signed(values, text.QUERY, self._partner.secret))
        if not answer:
            return None
        if not text.is_signed(answer, text.CONFIRM, self._partner.secret):
            raise BadAnswer.of("payments.unsigned", gateway=self._wire.system)
        try:
            return _report(answer)
        except (KeyError, TypeError, ValueError):
            raise BadAnswer.of("payments.answer", gateway=self._wire.system, code="QUERY") from None

    def _post(self, message: Mapping[str, Any]) -> Mapping[str, Any]:
        """What the platform says; nothing where it knows nothing. Asking again changes nothing."""
        answer = self._wire.ask(
            "POST", json=dict(message), headers=_bearer(self._partner.token), repeatable=True
        )
        said = answer.fields()
        if str(said.get("error_code")) != DONE:
            if message["LoaiBanTin"] == "QUERY" and said.get("message") in (None, "", {}):
                return {}
            code = str(said.get("error_code"))[:20]
            raise BadAnswer.of("payments.answer", gateway=self._wire.system, code=code)
        told = said.get("message")
        read = _fields(told.encode()) if isinstance(told, str) else told
        if not isinstance(read, dict):
            raise answer.unread("a message of the platform")
        return read


def _bearer(token: Secret | None) -> Headers | None:
    """Headers that do not show the token in a traceback."""
    return Headers({"Authorization": f"Bearer {token.reveal()}"}) if token else None


def _fields(raw: bytes) -> dict[str, Any] | None:
    try:
        read = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def _report(said: Mapping[str, Any]) -> Report:
    """Raises KeyError, TypeError and ValueError for what is missing or none."""
    reference = str(said["MaThamChieu"])
    return Report(
        order=reference[:NUMBER_LENGTH],
        attempt=int(reference[NUMBER_LENGTH:]),
        result=Result.PAID if said["MaLoi"] == PAID else Result.DECLINED,
        amount=text.read_amount(str(said["SoTien"])),
        transaction=str(said["MaGiaoDich"]),
        at=text.read_moment(str(said["ThoiGianGD"])),
        receipt=str(said["MaGiaoDich"]) or None,
    )
