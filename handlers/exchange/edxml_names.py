"""The words of edXML that the reader and the writer share.

Source: QCVN 102:2016/BTTTT as seen in samples; the namespace from memory, and not looked at when
reading.
"""

from __future__ import annotations

NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
PREFIX = "edXML"
DAY, MOMENT = "%Y/%m/%d", "%Y/%m/%d %H:%M:%S"
LARGEST = 20_000_000
"""Bytes of a document with all its attachments."""
