"""The steps that hand over a result as the drawing writes them."""

from __future__ import annotations

from ....bpmn.writer import Piece
from ..contents import DELIVERY_CHOICE
from ..nodes import Pairs, job, user_task

ATTACHING = "dossier.attach-result"
ELECTRONIC = "Trả kết quả điện tử"
POSTING = "Gửi kết quả qua bưu chính"
POSTING_FORM = "gui-ket-qua-qua-buu-chinh"
NOTED = {"post": "Ghi kết quả đã gửi", "counter": "Ghi kết quả đã trả"}


def chosen(way: str) -> str:
    """The condition of those who chose a way; who said nothing gets the counter."""
    return f'=get or else({DELIVERY_CHOICE}, "counter") = "{way}"'


def electronic(identity: str, result: str, skipped: Pairs = ()) -> Piece:
    """result: FEEL. skipped: outputs that the steps at the counter would have set."""
    return _attaching(identity, ELECTRONIC, result, "electronic", skipped)


def noting(identity: str, result: str, way: str, skipped: Pairs = ()) -> Piece:
    """Notes what was posted, or handed over at the counter."""
    return _attaching(identity, NOTED[way], result, way, skipped)


def posting_step(identity: str, status: str) -> Piece:
    marks = {"delivery": "post", "dossier.status": status}
    return user_task(identity, POSTING, POSTING_FORM, marks)


def _attaching(identity: str, name: str, result: str, way: str, outputs: Pairs) -> Piece:
    inputs = [("=dossier.code", "code"), (result, "result"), (f'="{way}"', "delivery")]
    return job(identity, name, ATTACHING, inputs, outputs, marks={"delivery": way})
