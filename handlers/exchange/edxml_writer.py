"""Writes an official document as edXML."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime

from lxml import etree

from ...engine.errors import BadInput
from ..local_time import local
from .document import Agency, Attachment, OfficialDocument
from .edxml_names import DAY, LARGEST, MOMENT, NAMESPACE, PREFIX

Element = etree._Element


def write_edxml(document: OfficialDocument, now: datetime) -> bytes:
    """The document as it is sent. Raises BadInput: too large, or a text has a sign XML has not."""
    root = etree.Element(_name("edXML"), nsmap={PREFIX: NAMESPACE})
    try:
        header = _add(_add(root, "edXMLEnvelope"), "edXMLHeader")
        _message(_add(header, "MessageHeader"), document)
        _trace(_add(header, "TraceHeaderList"), document, now)
        _attachments(_add(root, "AttachmentEncoded"), document.attachments)
    except ValueError:
        raise BadInput.of("handlers.exchange.not-xml", id=document.id) from None
    raw: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    if len(raw) > LARGEST:
        raise BadInput.of("handlers.exchange.too-large", id=document.id, most=LARGEST)
    return raw


def _message(into: Element, document: OfficialDocument) -> None:
    _agency(_add(into, "From"), document.sender)
    for agency in document.to:
        _agency(_add(into, "To"), agency)
    code = _add(into, "Code")
    _add(code, "CodeNumber", document.number)
    _add(code, "CodeNotation", document.notation)
    promulgated = _add(into, "PromulgationInfo")
    _add(promulgated, "Place", document.place)
    _add(promulgated, "PromulgationDate", document.day.strftime(DAY))
    kind = _add(into, "DocumentType")
    _add(kind, "Type", "2")
    _add(kind, "TypeName", document.kind)
    _add(into, "Subject", document.subject)
    _signer(into, document)
    if document.answers:
        _add(_add(into, "ResponseFor"), "DocumentId", document.answers)
    _add(into, "DocumentId", document.id)


def _signer(into: Element, document: OfficialDocument) -> None:
    if document.signer is None:
        return
    signer = _add(into, "SignerInfo")
    _add(signer, "Competence", document.signer.competence or "")
    _add(signer, "Position", document.signer.position or "")
    _add(signer, "FullName", document.signer.name)


def _agency(into: Element, agency: Agency) -> None:
    _add(into, "OrganId", agency.code)
    _add(into, "OrganName", agency.name)


def _trace(into: Element, document: OfficialDocument, now: datetime) -> None:
    trace = _add(into, "TraceHeader")
    _add(trace, "OrganId", document.sender.code)
    _add(trace, "Timestamp", local(now).strftime(MOMENT))


def _attachments(into: Element, attachments: tuple[Attachment, ...]) -> None:
    for attachment in attachments:
        each = _add(into, "Attachment")
        _add(each, "AttachmentName", attachment.name)
        _add(each, "ContentType", attachment.content_type)
        _add(each, "ContentTransferEncoded", b64encode(attachment.content).decode())


def _add(into: Element, name: str, text: str | None = None) -> Element:
    each = etree.SubElement(into, _name(name))
    each.text = text
    return each


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
