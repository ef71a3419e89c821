"""The VietQR code of a transfer: NAPAS's fields in an EMVCo code, and its picture."""

from __future__ import annotations

import io
from decimal import Decimal

import segno

from . import emv

APPLICATION, TO_ACCOUNT = "A000000727", "QRIBFTTA"
ONCE, DONG, VIETNAM = "12", "704", "VN"
LONGEST_PURPOSE = 25


def transfer(*, bank: str, account: str, amount: Decimal, reference: str) -> str:
    """The text of a code that is paid once. bank: its BIN. reference: what the transfer must say.

    Raises ValueError for what does not fit.
    """
    if len(reference) > LONGEST_PURPOSE:
        raise ValueError(f"Expected at most {LONGEST_PURPOSE} characters, but found {reference!r}")
    receiver = emv.field("00", bank) + emv.field("01", account)
    routed = emv.field("00", APPLICATION) + emv.field("01", receiver) + emv.field("02", TO_ACCOUNT)
    said = emv.field("01", reference) + emv.field("08", reference)
    return emv.code(
        [
            ("00", "01"),
            ("01", ONCE),
            ("38", routed),
            ("53", DONG),
            ("54", str(int(amount))),
            ("58", VIETNAM),
            ("62", said),
        ]
    )


def svg(text: str) -> str:
    """The picture, to stand in an HTML page."""
    return segno.make(text, error="m").svg_inline(scale=5, border=4)


def png(text: str) -> bytes:
    out = io.BytesIO()
    segno.make(text, error="m").save(out, kind="png", scale=8, border=4)
    return out.getvalue()
