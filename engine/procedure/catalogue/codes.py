"""Codes, numbers of legal texts, and days, as the catalogue writes them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

PROCEDURE = re.compile(r"\d\.\d{6}(?:\.[0-9A-Z.]+)?")
LEGAL = re.compile(r"\d+(?:\.\d+)?/(?:\d{4}/)?[A-ZĐ][A-ZĐƯ0-9-]*\d*", re.IGNORECASE)
YEAR = re.compile(r"/((?:19|20)\d{2})(?:/|\b)")
SIGNED = re.compile(
    r"ngày\s+(\d{1,2})\s*(?:/|-|\.|\s+tháng\s+)\s*(\d{1,2})\s*(?:/|-|\.|\s+năm\s+)\s*((?:19|20)\d{2})",
    re.IGNORECASE,
)
FORM = re.compile(
    r"(?i)\bmẫu\s+(?:số\s+)?((?:\d[\w./-]*|[A-ZĐ]{1,4}\d[\w./-]*|[IVX]+-\d+[\w./-]*))"
)


def is_procedure_code(text: str) -> bool:
    """`1.001612`, or with the code of the office that has a copy: `1.001193.000.00.00.H56`."""
    return PROCEDURE.fullmatch(text) is not None


def signed_on(name: str) -> date | None:
    """The day a legal text was signed, where its name says so."""
    match = SIGNED.search(name)
    if match is None:
        return None
    with suppress(ValueError):
        return date(int(match[3]), int(match[2]), int(match[1]))
    return None


def year_of(number: str) -> int | None:
    """The year in a number such as `168/2025/NĐ-CP`."""
    match = YEAR.search(number)
    return int(match[1]) if match else None


def legal_number_in(text: str) -> str:
    """The first number of a legal text, or nothing."""
    match = LEGAL.search(text)
    return match[0] if match else ""


def form_number_in(text: str) -> str:
    """`01/2025/LLTP` of “… Mẫu số 01/2025/LLTP …”, or nothing."""
    match = FORM.search(text)
    return match[1].rstrip(".-/") if match else ""
