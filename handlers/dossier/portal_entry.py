"""A dossier in the words of the national portal: `DongBoHoSoMC` and `CapNhatTienDoHoSoMC`.

The whole dossier is written each time as it stands, so that what is sent twice, or late, says
nothing wrong. What procflow does not know is sent empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .application import Applicant, Document
from .dossier import DELIVERED, HANDLED, PAYMENT, REFUSED, STATUSES, Dossier, Result, StatusChange
from .portal_words import (
    APPLICANTS,
    CHANNELS,
    DELIVERIES,
    FILED_AT,
    NO,
    NOT_PAID_ONLINE,
    PAID_AT_OURS,
    YES,
    written,
)
from .supplements import Supplement, supplements

ACCEPTED = 2
Entry = dict[str, Any]


def dossier_entry(dossier: Dossier, *, personal_id_kind: str) -> Entry:
    """An element of `data` of `DongBoHoSoMC`."""
    return {
        **_identity(dossier),
        **_owner(dossier.application.applicant, personal_id_kind),
        **_course(dossier),
        "TaiLieuNop": [_document(each) for each in _documents(dossier)],
        "DanhSachLePhi": [],
        "DanhSachTepDinhKemKhac": [],
        "DanhSachHoSoBoSung": [
            _supplement(dossier, number, each)
            for number, each in enumerate(supplements(dossier), start=1)
        ],
        "DanhSachGiayToKetQua": [_result(each) for each in dossier.results],
    }


def step_entry(dossier: Dossier, change: StatusChange) -> Entry:
    """An element of `data` of `CapNhatTienDoHoSoMC`: the same step is always written the same."""
    return {
        "MaHoSo": dossier.code,
        "NguoiXuLy": change.handler or "",
        "ChucDanh": "",
        "ThoiDiemXuLy": written(change.at),
        "PhongBanXuLy": dossier.application.unit,
        "NoiDungXuLy": change.note or STATUSES[change.status][0],
        "TrangThai": str(change.status),
        "NgayBatDau": written(change.at),
        "NgayKetThucTheoQuyDinh": written(change.due),
    }


def _identity(dossier: Dossier) -> Entry:
    application = dossier.application
    return {
        "MaHoSo": dossier.code,
        "MaTTHC": application.procedure_code,
        "TenTTHC": application.procedure_name or "",
        "MaLinhVuc": application.field_code or "",
        "TenLinhVuc": application.field_name or "",
        "KenhThucHien": CHANNELS[application.channel],
        "NoiNopHoSo": FILED_AT[application.filed_at],
        "TrichYeuHoSo": application.title or application.procedure_name or "",
        "DonViXuLy": application.unit,
    }


def _owner(applicant: Applicant, personal_id_kind: str) -> Entry:
    identified = [{"LoaiDinhDanh": personal_id_kind, "SoDinhDanh": applicant.personal_id}]
    return {
        "ChuHoSo": applicant.name,
        "LoaiDoiTuong": APPLICANTS[applicant.kind],
        "MaDoiTuong": applicant.account or "",
        "DinhDanhCHS": identified if applicant.personal_id else [],
        "Email": applicant.email or "",
        "Fax": "",
        "SoDienThoai": applicant.phone or "",
        "ThongTinKhac": applicant.address or "",
        "TaiKhoanDuocXacThucVoiVNeID": YES if applicant.account else NO,
    }


def _course(dossier: Dossier) -> Entry:
    last = dossier.changes[-1] if dossier.changes else None
    result = dossier.results[-1] if dossier.results else None
    return {
        "NgayNopHoSo": written(dossier.received_at),
        "NgayTiepNhan": written(_first(dossier, ACCEPTED)),
        "NgayHenTra": written(dossier.due),
        "TrangThaiHoSo": str(dossier.status or 1),
        "NgayTuChoi": written(_first(dossier, REFUSED)),
        "NgayKetThucXuLy": written(_first(dossier, HANDLED)),
        "NgayTra": written(_first(dossier, DELIVERED)),
        "ThongTinTra": result.document.name if result else "",
        "HinhThuc": DELIVERIES[result.delivery] if result else NO,
        "GhiChu": (last.note if last else None) or "",
        "HoSoCoThanhPhanSoHoa": _yes(any(each.digitised for each in _documents(dossier))),
        "DuocThanhToanTrucTuyen": PAID_AT_OURS if _has_paid(dossier) else NOT_PAID_ONLINE,
        "DSKetNoiCSDL": [],
    }


def _document(document: Document) -> Entry:
    return {
        "TepDinhKemId": document.id or document.file,
        "TenTepDinhKem": document.name,
        "IsDeleted": "False",
        "MaThanhPhanHoSo": document.component or "",
        "DuongDanTaiTepTin": document.file,
        "DuocSoHoa": _yes(document.digitised),
        "DuocTaiSuDung": _yes(document.reused),
        "DuocLayTuKhoDMQG": NO,
        "MaKetQuaThayThe": "",
    }


def _supplement(dossier: Dossier, number: int, supplement: Supplement) -> Entry:
    return {
        "HoSoBoSungId": f"{dossier.code}-BS{number}",
        "NguoiYeuCauBoSung": dossier.application.unit,
        "NoiDungBoSung": supplement.paper.content or "",
        "NgayBoSung": written(supplement.paper.issued_at),
        "NguoiTiepNhanBoSung": dossier.application.unit if supplement.supplied_at else "",
        "NgayTiepNhanBoSung": written(supplement.supplied_at),
        "TrangThaiBoSung": _yes(supplement.supplied_at is not None),
        "NgayHenTraTruoc": written(supplement.due_before),
        "NgayHenTraMoi": written(supplement.due_after),
    }


def _result(result: Result) -> Entry:
    return {
        "TenGiayTo": result.document.name,
        "MaThanhPhanHoSo": "",
        "GiayToId": result.number,
        "DuongDanTepTinKetQua": result.document.file or "",
        "MaGiayToKetQua": result.number,
    }


def _documents(dossier: Dossier) -> tuple[Document, ...]:
    supplied = (each for supply in dossier.supplies for each in supply.documents)
    return (*dossier.application.documents, *supplied)


def _first(dossier: Dossier, status: int) -> datetime | None:
    return next((change.at for change in dossier.changes if change.status == status), None)


def _has_paid(dossier: Dossier) -> bool:
    """The applicant was asked to pay online (status 6), and the dossier went on."""
    numbers = [change.status for change in dossier.changes]
    asked = PAYMENT in numbers
    return asked and any(
        number in (ACCEPTED, 4, HANDLED, DELIVERED) for number in numbers[numbers.index(PAYMENT) :]
    )


def _yes(truth: bool) -> str:
    return YES if truth else NO


def code_of(entry: Mapping[str, Any]) -> str:
    return str(entry["MaHoSo"])
