"""Reads edXML that somebody else wrote: nothing is fetched, nothing is expanded."""

from __future__ import annotations

import binascii
from base64 import b64decode
from datetime import date, datetime

from lxml import etree

from ...engine.errors import BadInput
from .document import Agency, Attachment, OfficialDocument, Signer
from .edxml_names import DAY, LARGEST

Element = etree._Element
MOST_TEXT = 10_000


def read_edxml(raw: bytes) -> OfficialDocument:
    """The document. Raises BadInput for what is no edXML, is too large, or lacks a part that a
    document cannot be without.
    """
    header = _below(_below(_root(raw), "edXMLEnvelope"), "edXMLHeader")
    message = _below(header, "MessageHeader")
    code, promulgated = _below(message, "Code"), _below(message, "PromulgationInfo")
    return OfficialDocument(
        id=_text(message, "DocumentId"),
        sender=_agency(_below(message, "From")),
        to=tuple(_agency(each) for each in _all(message, "To")),
        number=_text(code, "CodeNumber"),
        notation=_text(code, "CodeNotation"),
        subject=_text(message, "Subject"),
        kind=_kind(message),
        place=_text_or_none(promulgated, "Place") or "",
        day=_day(promulgated),
        signer=_signer(message),
        answers=_answers(message),
        attachments=_attachments(header),
    )


def _root(raw: bytes) -> Element:
    if len(raw) > LARGEST:
        raise _unread("edXML")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise _unread("edXML") from None
    if root.getroottree().docinfo.internalDTD is not None or _local(root) != "edXML":
        raise _unread("edXML")
    return root


def _kind(message: Element) -> str:
    found = _all(message, "DocumentType")
    return (_text_or_none(found[0], "TypeName") or "") if found else ""


def _signer(message: Element) -> Signer | None:
    found = _all(message, "SignerInfo")
    name = _text_or_none(found[0], "FullName") if found else None
    if name is None:
        return None
    return Signer(
        name=name,
        position=_text_or_none(found[0], "Position"),
        competence=_text_or_none(found[0], "Competence"),
    )


def _answers(message: Element) -> str | None:
    found = _all(message, "ResponseFor")
    return _text_or_none(found[0], "DocumentId") if found else None


def _agency(element: Element) -> Agency:
    return Agency(code=_text(element, "OrganId"), name=_text(element, "OrganName"))


def _day(promulgated: Element) -> date:
    try:
        return datetime.strptime(_text(promulgated, "PromulgationDate"), DAY).date()
    except ValueError:
        raise _unread("PromulgationDate") from None


def _attachments(header: Element) -> tuple[Attachment, ...]:
    """They lie below the root, or below the envelope's body: where exactly is not looked at."""
    root = header.getroottree().getroot()
    return tuple(_attachment(each) for each in root.iter() if _local(each) == "Attachment")


def _attachment(element: Element) -> Attachment:
    encoded = _below(element, "ContentTransferEncoded").text or ""
    try:
        content = b64decode("".join(encoded.split()), validate=True)
    except (binascii.Error, ValueError):
        raise _unread("ContentTransferEncoded") from None
    return Attachment(
        name=_text(element, "AttachmentName"),
        content_type=_text_or_none(element, "ContentType") or "application/octet-stream",
        content=content,
    )


def _text(element: Element, name: str) -> str:
    if (text := _text_or_none(element, name)) is None:
        raise _unread(name)
    return text


def _text_or_none(element: Element, name: str) -> str | None:
    found = _all(element, name)
    text = (found[0].text or "").strip() if found else ""
    if len(text) > MOST_TEXT:
        raise _unread(name)
    return text or None


def _below(element: Element, name: str) -> Element:
    found = _all(element, name)
    if not found:
        raise _unread(name)
    return found[0]


def _all(element: Element, name: str) -> list[Element]:
    return [each for each in element if _local(each) == name]


def _local(element: Element) -> str:
    """The name without its namespace; nothing for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _unread(part: str) -> BadInput:
    return BadInput.of("handlers.exchange.unread", part=part)
