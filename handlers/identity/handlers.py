"""The job types that ask who somebody is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from ...engine.errors import BadInput, BpmnError
from ...engine.handler import JobContext, handles, label
from ...engine.model.check import Check
from ..icons import icon
from .person import Login
from .personal_number import PersonalNumber, Sex
from .port import Logins

TOO_LOW, TOO_OLD, MISMATCH = "IDENTITY_LEVEL_TOO_LOW", "IDENTITY_TOO_OLD", "IDENTITY_MISMATCH"
FAULTS = {
    TOO_LOW: (
        "Chưa đăng nhập hoặc mức định danh thấp hơn yêu cầu",
        "Not logged in, or with less assurance than is wanted",
    ),
    TOO_OLD: ("Lần đăng nhập đã quá lâu", "The login is too long ago"),
    MISMATCH: (
        "Người khai không phải là người đã đăng nhập",
        "Who is declared is not who logged in",
    ),
}


@dataclass(frozen=True, kw_only=True)
class VerifyIdentity:
    """Hold who is declared against the login."""

    login: str | None = field(
        default=None,
        metadata=label("Lần đăng nhập", "Login", feel="=applicant.login"),
    )
    level: int = field(
        default=1, metadata=label("Mức định danh tối thiểu", "Least level", minimum=1, maximum=9)
    )
    personal_number: str | None = field(
        default=None,
        metadata=label("Số định danh đã khai", "Declared number", feel="=applicant.personalId"),
    )
    date_of_birth: date | None = field(
        default=None, metadata=label("Ngày sinh đã khai", "Declared date of birth")
    )
    sex: Sex | None = field(
        default=None,
        metadata=label(
            "Giới tính đã khai",
            "Declared sex",
            choices={"male": ("Nam", "Male"), "female": ("Nữ", "Female")},
        ),
    )
    within_hours: int | None = field(
        default=None,
        metadata=label("Đăng nhập trong vòng (giờ)", "Logged in within (hours)", minimum=1),
    )


@dataclass(frozen=True, kw_only=True)
class ProvedIdentity:
    name: str = field(metadata=label("Họ tên", "Name"))
    masked_number: str | None = field(metadata=label("Số định danh (che)", "Number, masked"))
    level: int = field(metadata=label("Mức định danh", "Level"))
    number_remark: str | None = field(
        metadata=label("Lưu ý về số định danh", "What to look at in the number")
    )
    provider: str = field(metadata=label("Nhà cung cấp", "Provider"))
    logged_in_at: datetime = field(metadata=label("Lúc đăng nhập", "Logged in at"))


@dataclass(frozen=True, kw_only=True)
class IdentityVerified:
    identity: ProvedIdentity = field(metadata=label("Danh tính", "Identity"))


class IdentityHandlers:
    """Holds what is declared against the kept logins. health: of the provider."""

    icon = icon("identity")

    def __init__(self, logins: Logins, health: Callable[[], Check] | None = None) -> None:
        self._logins = logins
        self._health = health

    @handles(
        "identity.verify",
        version=1,
        title=("Kiểm tra danh tính", "Verify who somebody is"),
        raises=FAULTS,
    )
    def verify(self, wanted: VerifyIdentity, job: JobContext) -> IdentityVerified:
        if not wanted.login:
            raise _fault(TOO_LOW, level=0)
        login = self._logins.find(wanted.login)
        if login.level < wanted.level:
            raise _fault(TOO_LOW, level=login.level)
        if wanted.within_hours and job.now - login.at > timedelta(hours=wanted.within_hours):
            raise _fault(TOO_OLD, level=login.level)
        if not _same_person(wanted, login):
            raise _fault(MISMATCH, level=login.level)
        return IdentityVerified(identity=_proved(login))

    def check(self) -> Check:
        kept = self._logins.check()
        return self._health() if self._health is not None and kept.ok else kept


def _fault(code: str, level: int) -> BpmnError:
    return BpmnError(code, FAULTS[code][1], {"identityLevel": level})


def _same_person(wanted: VerifyIdentity, login: Login) -> bool:
    """What is declared, as far as something is, agrees with the login and with the number."""
    number = login.person.number
    if wanted.personal_number is not None and not _same_number(wanted.personal_number, number):
        return False
    if wanted.date_of_birth and login.person.born not in (None, wanted.date_of_birth):
        return False
    return number is None or number.fits(born=wanted.date_of_birth, sex=wanted.sex)


def _same_number(declared: str, proved: PersonalNumber | None) -> bool:
    try:
        return proved is not None and PersonalNumber.parse(declared) == proved
    except BadInput:
        return False


def _proved(login: Login) -> ProvedIdentity:
    person = login.person
    return ProvedIdentity(
        name=person.name,
        masked_number=person.number.masked if person.number else None,
        number_remark=person.number.remark("vi") if person.number else None,
        level=login.level,
        provider=person.provider,
        logged_in_at=login.at,
    )
