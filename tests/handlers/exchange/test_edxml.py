"""edXML as written and read: all comes back, and nothing hostile gets in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.errors import BadInput
from procflow.handlers.exchange.document import (
    Agency,
    Attachment,
    OfficialDocument,
    Signer,
    document_id,
)
from procflow.handlers.exchange.edxml_reader import read_edxml
from procflow.handlers.exchange.edxml_writer import write_edxml
from procflow.handlers.exchange.exercise import NOW, official

texts = (
    st.text(
        st.characters(
            codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"
        ),
        min_size=1,
        max_size=40,
    )
    .map(str.strip)
    .filter(bool)
)
agencies = st.builds(
    Agency, code=st.from_regex(r"[A-Y][0-9]{2}(\.[0-9]{1,3}){0,3}", fullmatch=True), name=texts
)
attachments = st.builds(
    Attachment,
    name=texts,
    content_type=st.sampled_from(["application/pdf", "text/plain"]),
    content=st.binary(max_size=200),
)
documents = st.builds(
    OfficialDocument,
    id=texts,
    sender=agencies,
    to=st.lists(agencies, min_size=1, max_size=3).map(tuple),
    number=texts,
    notation=texts,
    subject=texts,
    kind=texts,
    place=texts,
    day=st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    signer=st.none() | st.builds(Signer, name=texts, position=st.none() | texts),
    answers=st.none() | texts,
    attachments=st.lists(attachments, max_size=3).map(tuple),
)


@given(documents)
def test_what_is_written_is_read(document):
    assert read_edxml(write_edxml(document, NOW)) == document


def test_the_parts_have_the_names_of_the_standard():
    text = write_edxml(official("12"), NOW).decode()
    order = [
        "edXMLEnvelope",
        "edXMLHeader",
        "MessageHeader",
        "From",
        "OrganId",
        "OrganName",
        "To",
        "Code",
        "CodeNumber",
        "CodeNotation",
        "PromulgationInfo",
        "Place",
        "PromulgationDate",
        "DocumentType",
        "TypeName",
        "Subject",
        "SignerInfo",
        "FullName",
        "DocumentId",
        "TraceHeaderList",
        "AttachmentEncoded",
        "AttachmentName",
        "ContentType",
        "ContentTransferEncoded",
    ]
    places = [text.index(f"<edXML:{name}>") for name in order]
    assert places == sorted(places)
    assert "<edXML:PromulgationDate>2026/03/02</edXML:PromulgationDate>" in text
    assert "<edXML:Timestamp>2026/03/02 08:00:00</edXML:Timestamp>" in text


def test_an_id_is_agency_day_and_number():
    assert document_id("H56.14", date(2026, 3, 2), "12", "STN-TH") == "H56.14,2026/03/02,12/STN-TH"


def broken(old, new):
    return write_edxml(official("1"), NOW).decode().replace(old, new).encode()


@pytest.mark.parametrize(
    ("raw", "part"),
    [
        (b"", "edXML"),
        (b"no xml", "edXML"),
        (b"<other/>", "edXML"),
        (broken("MessageHeader", "Header"), "MessageHeader"),
        (broken("<edXML:CodeNumber>1<", "<edXML:CodeNumber><"), "CodeNumber"),
        (
            broken("<edXML:DocumentId>", "<edXML:Id>").replace(
                b"</edXML:DocumentId>", b"</edXML:Id>"
            ),
            "DocumentId",
        ),
        (broken("2026/03/02<", "02-03-2026<"), "PromulgationDate"),
        (broken("<edXML:ContentTransferEncoded>", "<edXML:ContentTransferEncoded>§"), "Content"),
        (broken("Công văn", "x" * 10_001), "TypeName"),
        (b"<edXML>" + b"x" * 20_000_000, "edXML"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_says_which_part(raw, part):
    with pytest.raises(BadInput, match=part):
        read_edxml(raw)


def test_nothing_is_fetched_and_nothing_is_expanded(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("planted")
    for declaration in (
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">',
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY e "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ):
        hostile = broken("Đề nghị", "&e;").decode().partition("?>")[2]
        with pytest.raises(BadInput, match="edXML"):
            read_edxml(f"<?xml version='1.0'?>{declaration}{hostile}".encode())


def test_attachments_below_the_body_and_comments_are_read_too():
    text = write_edxml(official("1"), NOW).decode()
    start, end = text.index("<edXML:AttachmentEncoded>"), text.index("</edXML:edXML>")
    below = text[start:end]
    moved = text[:start] + "</edXML:edXML>"
    body = f"<edXML:edXMLBody>{below}</edXML:edXMLBody></edXML:edXMLEnvelope>"
    moved = moved.replace("</edXML:edXMLEnvelope>", f"<!-- x -->{body}")
    assert read_edxml(moved.encode()) == official("1")


def test_a_document_that_is_too_large_is_not_written():
    large = Attachment(name="x", content_type="x", content=b"x" * 16_000_000)
    with pytest.raises(BadInput, match="bytes"):
        write_edxml(official("1", attachments=(large,)), NOW)
