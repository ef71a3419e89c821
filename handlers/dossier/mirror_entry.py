"""What another system tells of its dossier, read from the words of the national portal.

Systems of ministries speak them already, and the law has them report to the province's system
(NĐ 224/2026/NĐ-CP art. 15).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from ...engine.errors import BadInput
from .application import Applicant, Application, Document
from .dossier import DELIVERED, HANDLED, REFUSED, STATUSES, Result, ResultDocument, StatusChange
from .mirrored import Told
from .portal_words import APPLICANTS, CHANNELS, DELIVERIES, FILED_AT, YES, meant, read_moment

MOST_TEXT = 2_000
FIRST, ACCEPTED = 1, 2


def told_of(entry: Mapping[str, Any]) -> Told:
    """An element of `data` of `DongBoHoSoMC`. Raises BadInput: a field is missing or makes no
    sense.
    """
    received_at = _moment(entry, "NgayNopHoSo") or _needed_moment(entry, "NgayTiepNhan")
    changes = _changes(entry, received_at)
    results = tuple(_result(each, changes[-1].at) for each in _rows(entry, "DanhSachGiayToKetQua"))
    return Told(
        code=_needed(entry, "MaHoSo"),
        application=_application(entry),
        received_at=received_at,
        as_of=changes[-1].at,
        appointed=_moment(entry, "NgayHenTra"),
        changes=changes,
        results=results,
    )


def step_of(entry: Mapping[str, Any]) -> tuple[str, StatusChange]:
    """An element of `data` of `CapNhatTienDoHoSoMC`: the dossier's code and the step. Raises
    BadInput.
    """
    return _needed(entry, "MaHoSo"), StatusChange(
        status=_status(entry, "TrangThai"),
        at=_needed_moment(entry, "ThoiDiemXuLy"),
        note=_text(entry, "NoiDungXuLy") or None,
        due=_moment(entry, "NgayKetThucTheoQuyDinh"),
        handler=_text(entry, "NguoiXuLy") or None,
    )


def _application(entry: Mapping[str, Any]) -> Application:
    return Application(
        procedure_code=_needed(entry, "MaTTHC"),
        procedure_name=_text(entry, "TenTTHC") or None,
        unit=_needed(entry, "DonViXuLy"),
        applicant=_applicant(entry),
        channel=meant(CHANNELS, _text(entry, "KenhThucHien"), "online"),  # type: ignore[arg-type]  # a key of CHANNELS
        title=_text(entry, "TrichYeuHoSo") or None,
        field_code=_text(entry, "MaLinhVuc") or None,
        field_name=_text(entry, "TenLinhVuc") or None,
        filed_at=meant(FILED_AT, _text(entry, "NoiNopHoSo"), "local"),  # type: ignore[arg-type]  # a key of FILED_AT
        documents=tuple(
            _document(each)
            for each in _rows(entry, "TaiLieuNop")
            if _text(each, "IsDeleted").lower() != "true"
        ),
    )


def _applicant(entry: Mapping[str, Any]) -> Applicant:
    identified = _rows(entry, "DinhDanhCHS")
    return Applicant(
        name=_needed(entry, "ChuHoSo"),
        personal_id=_text(identified[0], "SoDinhDanh") or None if identified else None,
        email=_text(entry, "Email") or None,
        phone=_text(entry, "SoDienThoai") or None,
        kind=meant(APPLICANTS, _text(entry, "LoaiDoiTuong"), "other"),  # type: ignore[arg-type]  # a key of APPLICANTS
        account=_text(entry, "MaDoiTuong") or None,
    )


def _changes(entry: Mapping[str, Any], received_at: datetime) -> tuple[StatusChange, ...]:
    """The steps a dossier's own fields tell, by moment; the status it has now comes last.

    A status without a moment of its own has that of the latest field: told again, or late, it takes
    the same place.
    """
    dated = {
        FIRST: received_at,
        ACCEPTED: _moment(entry, "NgayTiepNhan"),
        REFUSED: _moment(entry, "NgayTuChoi"),
        HANDLED: _moment(entry, "NgayKetThucXuLy"),
        DELIVERED: _moment(entry, "NgayTra"),
    }
    status = _status(entry, "TrangThaiHoSo")
    moments = [moment for moment in (*dated.values(), *_supplied(entry)) if moment]
    now = dated.get(status) or max(moments)
    before = [
        StatusChange(status=number, at=at)
        for number, at in dated.items()
        if at and number != status and at <= now
    ]
    note = _text(entry, "GhiChu") or None
    steps = sorted(before, key=lambda change: change.at)
    return (*steps, StatusChange(status=status, at=now, note=note))


def _supplied(entry: Mapping[str, Any]) -> list[datetime | None]:
    names = ("NgayBoSung", "NgayTiepNhanBoSung")
    return [_moment(row, name) for row in _rows(entry, "DanhSachHoSoBoSung") for name in names]


def _document(row: Mapping[str, Any]) -> Document:
    return Document(
        name=_needed(row, "TenTepDinhKem"),
        file=_text(row, "DuongDanTaiTepTin") or _needed(row, "TepDinhKemId"),
        id=_text(row, "TepDinhKemId") or None,
        component=_text(row, "MaThanhPhanHoSo") or None,
        digitised=_text(row, "DuocSoHoa") == YES,
        reused=_text(row, "DuocTaiSuDung") == YES,
    )


def _result(row: Mapping[str, Any], at: datetime) -> Result:
    name = _needed(row, "TenGiayTo")
    number = _text(row, "GiayToId") or _text(row, "MaGiayToKetQua") or name
    return Result(
        number=number,
        document=ResultDocument(
            name=name, number=number, file=_text(row, "DuongDanTepTinKetQua") or None
        ),
        delivery=meant(DELIVERIES, _text(row, "HinhThuc"), "electronic"),  # type: ignore[arg-type]  # a key of DELIVERIES
        attached_at=at,
    )


def _status(entry: Mapping[str, Any], name: str) -> int:
    text = _text(entry, name)
    if not text.isdecimal() or int(text) not in STATUSES:
        raise _unfit(name)
    return int(text)


def _needed(entry: Mapping[str, Any], name: str) -> str:
    if not (text := _text(entry, name)):
        raise _unfit(name)
    return text


def _needed_moment(entry: Mapping[str, Any], name: str) -> datetime:
    if (moment := _moment(entry, name)) is None:
        raise _unfit(name)
    return moment


def _moment(entry: Mapping[str, Any], name: str) -> datetime | None:
    try:
        return read_moment(_text(entry, name))
    except ValueError:
        raise _unfit(name) from None


def _text(entry: Mapping[str, Any], name: str) -> str:
    """A text, or a number as text; nothing for what is not there."""
    value = entry.get(name)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _unfit(name)
    text = str(value).strip()
    if len(text) > MOST_TEXT:
        raise _unfit(name)
    return text


def _rows(entry: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    rows = entry.get(name) or []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _unfit(name)
    return rows


def _unfit(name: str) -> BadInput:
    return BadInput.of("handlers.dossier.mirror-unfit", field=name)
