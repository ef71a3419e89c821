"""The ten statuses of a dossier, as the national public service portal lists them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..bpmn.model import Process
from ..errors import BadInput
from ..messages import Language
from ..model.trail import Happening, TrailEvent
from .trails import properties_of

PROPERTY = "dossier.status"


@dataclass(frozen=True, slots=True)
class Status:
    """terminal: nothing comes after it."""

    code: int
    vi: str
    en: str
    terminal: bool = False

    def name(self, language: Language) -> str:
        return self.vi if language == "vi" else self.en


STATUSES: Mapping[int, Status] = {
    status.code: status
    for status in (
        Status(1, "Mới đăng ký", "Newly submitted"),
        Status(2, "Được tiếp nhận", "Accepted"),
        Status(3, "Không được tiếp nhận", "Not accepted", terminal=True),
        Status(4, "Đang xử lý", "In progress"),
        Status(5, "Yêu cầu bổ sung giấy tờ", "Supplement requested"),
        Status(6, "Yêu cầu thực hiện nghĩa vụ tài chính", "Payment requested"),
        Status(7, "Công dân yêu cầu rút hồ sơ", "Withdrawn by the citizen", terminal=True),
        Status(8, "Dừng xử lý", "Stopped", terminal=True),
        Status(9, "Đã xử lý xong", "Resolved"),
        Status(10, "Đã trả kết quả", "Result returned", terminal=True),
    )
}
TERMINAL = frozenset(code for code, status in STATUSES.items() if status.terminal)


def status(code: int | str) -> Status:
    """The status of a code. Raises BadInput for one that is not 1 to 10."""
    found = STATUSES.get(int(code)) if str(code).isdecimal() else None
    if found is None:
        raise BadInput(f"Expected a dossier status from 1 to 10, but found '{code}'")
    return found


def project(trail: Iterable[TrailEvent], processes: Mapping[str, Process]) -> int | None:
    """The dossier's status after the trail, or None when no element in it says one.

    It is the status of the element entered last among those a token is still at; when none is
    left, the status that was entered last. processes: by the key of the definition the trail names.
    """
    active: dict[tuple[str, int], int] = {}
    last: int | None = None
    for event, properties in properties_of(trail, processes):
        code = properties.get(PROPERTY)
        if code is None:
            continue
        if event.happening is Happening.ENTERED:
            last = status(code).code
            active[event.element, event.token] = last
        elif event.happening in (Happening.COMPLETED, Happening.CANCELLED):
            active.pop((event.element, event.token), None)
    return next(reversed(active.values()), last)
