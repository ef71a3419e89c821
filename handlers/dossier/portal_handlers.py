"""The job type that asks the national portal, and the portal's check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from ...engine.errors import BadAnswer, BpmnError, NotFound
from ...engine.handler import JobContext, handles, label
from ...engine.model.check import Check
from ..icons import icon
from .jobs import CODE, STATUS_CHOICES
from .portal_words import read_moment


@dataclass(frozen=True, kw_only=True)
class LookUpAtPortal:
    """Look up what the national portal knows of a dossier, whoever runs it."""

    code: str = field(metadata=CODE)


@dataclass(frozen=True, kw_only=True)
class KnownToPortal:
    code: str = field(metadata=label("Mã hồ sơ", "Dossier code"))
    procedure_code: str = field(metadata=label("Mã thủ tục", "Procedure code"))
    status: int = field(metadata=label("Trạng thái", "Status", choices=STATUS_CHOICES))
    due: datetime | None = field(metadata=label("Ngày hẹn trả", "Due"))
    unit: str = field(metadata=label("Mã đơn vị xử lý", "Unit that handles it"))


@dataclass(frozen=True, kw_only=True)
class FoundAtPortal:
    known: KnownToPortal = field(metadata=label("Hồ sơ trên Cổng DVCQG", "Dossier at the portal"))


class NationalRegister(Protocol):
    """Knows the dossiers of the whole country, as the national portal does."""

    def dossier(self, code: str) -> Mapping[str, Any]:
        """A dossier in the portal's words. Raises NotFound."""

    def check(self) -> Check:
        """Whether it is configured and can be reached."""


class PortalHandlers:
    """Asks the national portal."""

    icon = icon("dossier")

    def __init__(self, register: NationalRegister) -> None:
        self._register = register

    @handles(
        "dossier.look-up-national",
        version=1,
        title=("Tra cứu hồ sơ trên Cổng DVCQG", "Look a dossier up at the national portal"),
        raises={"DOSSIER_UNKNOWN": ("Cổng không có hồ sơ này", "The portal has no such dossier")},
    )
    def look_up(self, wanted: LookUpAtPortal, _job: JobContext) -> FoundAtPortal:
        try:
            found = self._register.dossier(wanted.code)
        except NotFound as unknown:
            raise BpmnError("DOSSIER_UNKNOWN", str(unknown)) from None
        return FoundAtPortal(known=_read(found))

    def check(self) -> Check:
        return self._register.check()


def _read(found: Mapping[str, Any]) -> KnownToPortal:
    try:
        return KnownToPortal(
            code=str(found["MaHoSo"]),
            procedure_code=str(found.get("MaTTHC") or ""),
            status=int(found["TrangThaiHoSo"]),
            due=read_moment(str(found.get("NgayHenTra") or "")),
            unit=str(found.get("DonViXuLy") or ""),
        )
    except (KeyError, ValueError):
        raise BadAnswer.of(
            "wire.unread", system="Cổng DVCQG", expected="MaHoSo, TrangThaiHoSo", status=200
        ) from None
