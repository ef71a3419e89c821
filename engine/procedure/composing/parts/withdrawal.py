"""Whoever filed may withdraw at any time."""

from __future__ import annotations

from ...facts import LaneKind
from ...raising.nodes import call
from ..names import WITHDRAWAL_MESSAGE
from ..pieces import end, event_sub_process, waiting_start
from ..sketch import Sketch, chained

WORDS = "Người nộp có thể rút hồ sơ bất cứ lúc nào."


def withdraw(sketch: Sketch) -> None:
    begun = waiting_start("yeu-cau-rut", "Yêu cầu rút hồ sơ", WITHDRAWAL_MESSAGE, WORDS)
    name, status = "Ghi nhận rút hồ sơ", {"dossier.status": "7"}
    noted = call("rut-ho-so", name, "lib-rut-ho-so", (), marks=status)
    inside = chained([begun, noted, end("da-rut-ho-so", "Đã rút hồ sơ", "7")])
    piece = event_sub_process("nguoi-nop-rut-ho-so", "Người nộp rút hồ sơ", inside)
    sketch.beside(piece, LaneKind.SYSTEM)
