"""The words of the population database: what is asked, and how its XML is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256

from lxml import etree

from .look_up import Cause, Field, Question, plain_name

ELEMENTS: Mapping[Field, str] = {
    Field.NAME: "HoVaTen",
    Field.PERSONAL_NUMBER: "SoDinhDanh",
    Field.OLD_NUMBER: "SoCMND",
    Field.DATE_OF_BIRTH: "NgayThangNamSinh",
    Field.SEX: "GioiTinh",
    Field.ETHNICITY: "DanToc",
    Field.NATIONALITY: "QuocTich",
    Field.RESIDENCE: "ThuongTru",
}
COLLECTION, CITIZEN = "CongdanCollection", "CongDan"
SEXES = {"0": "male", "1": "female", "nam": "male", "nữ": "female"}
REQUEST_DIGITS = 20


def request_of(
    question: Question, cause: Cause, *, integration: str, service: str, key: str
) -> dict[str, str]:
    """What is asked, by the database's names. The same job asks under the same MaYeuCau."""
    return {
        "MaYeuCau": sha256(f"{cause.dossier}\x1f{key}".encode()).hexdigest()[:REQUEST_DIGITS],
        "MaTichHop": integration,
        "MaDVC": service,
        "MaCanBo": cause.officer,
        "HoVaTen": plain_name(question.name),
        "SoDinhDanh": question.number.digits,
        **_born(question.born),
    }


def read_citizens(xml: bytes) -> list[dict[Field, str]]:
    """The citizens of an answer. Raises ValueError for anything else."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from None
    if root.getroottree().docinfo.internalDTD is not None or _name(root) != COLLECTION:
        raise ValueError(COLLECTION)
    return [_citizen(element) for element in root if _name(element) == CITIZEN]


def limited(citizen: Mapping[Field, str], fields: Sequence[Field]) -> dict[Field, str]:
    """No more than was asked for."""
    return {field: citizen[field] for field in fields if field in citizen}


def _citizen(element: etree._Element) -> dict[Field, str]:
    texts = {_name(child): _text(child) for child in element}
    found = {field: texts[name] for field, name in ELEMENTS.items() if texts.get(name)}
    if Field.DATE_OF_BIRTH in found:
        found[Field.DATE_OF_BIRTH] = _day(found[Field.DATE_OF_BIRTH])
    if Field.SEX in found:
        found[Field.SEX] = SEXES.get(found[Field.SEX].lower(), found[Field.SEX])
    return found


def _text(element: etree._Element) -> str:
    """All text of the element: an address has parts."""
    parts = (str(text).strip() for text in element.itertext())
    return ", ".join(part for part in parts if part)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _born(born: date | int) -> dict[str, str]:
    if isinstance(born, date):
        return {"NgayThangNamSinh": f"{born:%Y%m%d}"}
    return {"Nam": str(born)}


def _day(text: str) -> str:
    """ISO 8601, as far as the database knows the day: 19900115, 1990."""
    try:
        return datetime.strptime(text, "%Y%m%d").date().isoformat()
    except ValueError:
        return text
