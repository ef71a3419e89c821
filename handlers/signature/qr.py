"""The QR code that stands on a document."""

from __future__ import annotations

from io import BytesIO

import segno


def qr_svg(address: str) -> bytes:
    """A QR code of the address as SVG, readable with a seventh of it lost."""
    picture = BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="svg", xmldecl=False, border=1)
    return picture.getvalue()
