"""The identity check of an online dossier as the drawing writes it.

Who cannot be told for sure is not turned away: only the one-stop may refuse, in writing, and people
may file for others. The officer who looks at the dossier first is told.
"""

from __future__ import annotations

from typing import Any

from ....bpmn.writer import Piece, bpmn, extensions, mappings
from ..nodes import job

CHECK, DOUBT = "Kiểm tra danh tính người nộp", "Chưa rõ danh tính"
FAULT = "identityFault"
"""The variable by which the officer is told; null where all is well."""

LEVEL = 2
"""What public services ask of an electronic identity: an account checked in person."""

INPUTS = (
    ("=get or else(applicant.login, null)", "login"),
    (f"={LEVEL}", "level"),
    ("=get or else(applicant.personalId, null)", "personalNumber"),
)
WORDS = (
    f"=if get or else(identityLevel, 0) < {LEVEL} "
    f'then "Chưa đăng nhập bằng định danh điện tử mức {LEVEL}" '
    'else "Số định danh đã khai không phải của người đã đăng nhập"'
)


def checking(identity: str) -> Piece:
    return job(identity, CHECK, "identity.verify", INPUTS, [("=identity", "identity")])


def doubting(identity: str, host: str) -> Piece:
    """The event on the border of the check, for all its error codes."""
    told = extensions(mappings(outputs=[(WORDS, FAULT)]))
    event = Piece(bpmn("errorEventDefinition"))
    attributes = {"id": identity, "name": DOUBT, "attachedToRef": host}
    return Piece(bpmn("boundaryEvent"), attributes, (told, event))


def doubt_field() -> dict[str, Any]:
    """What the officer sees who looks at the dossier first, if there is a doubt."""
    return {
        "type": "textfield",
        "id": FAULT,
        "key": FAULT,
        "label": "Cảnh báo: chưa rõ danh tính người nộp",
        "readonly": True,
        "conditional": {"hide": f"={FAULT} = null"},
        "properties": {"personal": "internal"},
    }
