"""Names that the drawing, the forms, the notices and the feature share."""

from __future__ import annotations

CHECKING, DIGITISING, COMPARING = "kiem-tra-ho-so", "nhan-ho-so-giay", "doi-chieu-ban-chinh"
APPRAISING_FORM, INSPECTING_FORM = "tham-dinh", "kiem-tra-thuc-dia"
DRAFTING_FORM, SIGNING_FORM, NUMBERING_FORM = "du-thao", "quyet-dinh", "van-thu-phat-hanh"
RECORDING_FORM, COLLECTING, RETURNING_FORM = "ghi-nhan", "thu-phi", "tra-ket-qua"
PRESENCE_FORM = "co-mat"

COUNTER_MESSAGE, WITHDRAWAL_MESSAGE = "tin-nop-tai-quay", "tin-rut-ho-so"
"""Ids of messages; they are sent by the names below."""

WITHDRAWING = "rut-ho-so"


def counter_message_name(slug: str) -> str:
    return f"nop-tai-quay-{slug}"


def application_form(slug: str) -> str:
    """The e-form that an online dossier is filed with."""
    return f"{slug}-don"


def decision_id(slug: str) -> str:
    """The table of fees."""
    return f"phi-{slug}"
