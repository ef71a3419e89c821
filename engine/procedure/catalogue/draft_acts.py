"""The legal basis of a record. The catalogue tells no day of effect: the day of signing stands
in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..facts import LegalAct
from .codes import legal_number_in, signed_on, year_of
from .note import Note, assumed
from .record import Named, Record

UNKNOWN = LegalAct(
    number="…",
    name="Bản ghi không nêu căn cứ pháp lý",
    from_=date(1900, 1, 1),
    source="Không có trong bản ghi; phải điền",
)
SIGNED = "Ngày ký theo tên văn bản trong bản ghi; phải thay bằng ngày có hiệu lực"
YEAR = "Chỉ biết năm theo số hiệu; phải thay bằng ngày có hiệu lực"
NO_DAY = "Bản ghi không cho biết ngày; 1900-01-01 là ngày tạm, phải thay bằng ngày có hiệu lực"


def draft_acts(record: Record) -> tuple[tuple[LegalAct, ...], list[Note]]:
    acts = tuple(dict.fromkeys(_act(each) for each in record.legal))
    if not acts:
        return (UNKNOWN,), [assumed("legal-basis", "no-act")]
    return acts, list(_notes(acts))


def _act(named: Named) -> LegalAct:
    number = legal_number_in(named.code) or named.code or legal_number_in(named.name)
    day, source = _day(number, named.name)
    return LegalAct(number=number or "…", name=named.name, from_=day, source=source)


def _day(number: str, name: str) -> tuple[date, str]:
    signed = signed_on(name)
    year = year_of(number) or year_of(name)
    if signed is not None and year in (None, signed.year):
        return signed, SIGNED
    return (date(year, 1, 1), YEAR) if year else (date(1900, 1, 1), NO_DAY)


def _notes(acts: tuple[LegalAct, ...]) -> Iterator[Note]:
    for source, key in ((SIGNED, "signed"), (YEAR, "year"), (NO_DAY, "no-day")):
        numbers = [act.number for act in acts if act.source == source]
        if numbers:
            yield assumed("legal-basis", key, acts=", ".join(numbers))
