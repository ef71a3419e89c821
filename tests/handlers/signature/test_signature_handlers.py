"""The job types that make, sign and verify documents, from variables to variables."""

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from procflow.engine.errors import NotFound
from procflow.engine.handler import Completed, ErrorThrown, Failed, HandlerRegistry, JobContext
from procflow.engine.handler import run_handler as run
from procflow.handlers.signature.codes import as_code, new_code
from procflow.handlers.signature.desk import Desk
from procflow.handlers.signature.handlers import SignatureHandlers
from procflow.handlers.signature.keyring import Keyring
from procflow.handlers.signature.typesetting import Typesetting
from procflow.handlers.signature.verification import Likeness, Verification
from procflow.tests.handlers.signature.authority import NOW, Authority
from procflow.tests.handlers.signature.conftest import PAGE, PASSWORD

VALUES = {"applicant": {"name": "Nguyễn Thị Hoa"}}
WANTED = {
    "templateFile": "giay-tiep-nhan",
    "title": "Giấy tiếp nhận hồ sơ",
    "number": "12/2026/GTN-H56.14",
    "dossier": "H56.14-260302-0001",
}


@pytest.fixture
def do(desk, template):
    """Runs a job: `do(type, key=…, now=…, **variables)`; gives the outcome."""

    def done(job_type, *, key="i1:1", now=NOW, at=desk, **variables):
        context = JobContext(
            key=key,
            type=job_type,
            instance="i1",
            business_key=None,
            definition="d1",
            process="p",
            element="e",
            label="Thử",
            now=now,
            deadline=now + timedelta(minutes=5),
            variables=variables,
            documents=lambda name: template if name == "giay-tiep-nhan" else None,
        )
        handler = HandlerRegistry([SignatureHandlers(at)]).find(job_type)
        return run(handler, variables, context)

    return done


@pytest.fixture
def made(do):
    """Runs a job that must complete; gives its variables."""

    def completed(job_type, **more):
        outcome = do(job_type, **more)
        assert isinstance(outcome, Completed), outcome
        return outcome.variables

    return completed


def test_a_document_is_rendered(made, documents, tmp_path, pdf_tool):
    document = made("document.render", **WANTED, **VALUES)["document"]
    assert re.fullmatch(r"(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}", document["code"])
    assert document["url"] == f"{PAGE}/{document['code']}"
    assert document["title"] == "Giấy tiếp nhận hồ sơ"
    content = documents.content(document["hash"])
    assert len(content) == document["size"]
    (tmp_path / "d.pdf").write_bytes(content)
    text = pdf_tool("pdftotext", str(tmp_path / "d.pdf"), "-")
    for part in ("Nguyễn Thị Hoa", "12/2026/GTN-H56.14", "H56.14-260302-0001", document["code"]):
        assert part in text


def test_variables_carry_no_content(made, documents):
    variables = made("document.render", **WANTED, **VALUES)
    assert "%PDF" not in json.dumps(variables)
    assert set(variables["document"]) == {
        "code",
        "hash",
        "title",
        "number",
        "mediaType",
        "size",
        "url",
    }


def test_a_repeated_job_gives_the_same_document_whenever_it_comes(made, documents):
    first = made("document.render", **WANTED, **VALUES)
    later = made("document.render", now=NOW + timedelta(days=3), **WANTED, **VALUES)
    assert later == first
    other = made("document.render", key="i1:9", **WANTED, **VALUES)
    assert other["document"]["code"] != first["document"]["code"]


def test_a_job_that_died_between_rendering_and_keeping(made, documents, desk, template):
    from procflow.handlers.signature.document import Draft

    draft = Draft(title=WANTED["title"], number=WANTED["number"], dossier=WANTED["dossier"])
    begun = documents.begin(draft, key="i1:1", code="AAAA-BBBB-CCCC-DDDD", now=NOW)
    document = made("document.render", now=NOW + timedelta(hours=1), **WANTED, **VALUES)["document"]
    assert document["code"] == begun.code
    assert documents.find(begun.code).begun_at == NOW


def test_only_the_values_that_are_given_come_into_the_document(made, documents):
    given = {"applicant": {"name": "Lê Văn Tám"}}
    document = made("document.render", **WANTED, values=given, **VALUES)["document"]
    other = made("document.render", key="i1:2", **WANTED, **VALUES)["document"]
    assert document["hash"] != other["hash"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"templateFile": "khong-co"}, "documents/khong-co.typ"),
        ({"templateFile": "../../etc/passwd"}, "'templateFile'"),
        ({"applicant": {}}, "giay-tiep-nhan.typ"),
        ({"title": ""}, "'title'"),
    ],
)
def test_documents_that_cannot_be_made(changes, sentence, do):
    outcome = do("document.render", **{**WANTED, **VALUES, **changes})
    assert isinstance(outcome, Failed)
    assert not outcome.retry
    assert sentence in outcome.sentence("en")


@pytest.fixture
def rendered(made):
    return made("document.render", **WANTED, **VALUES)["document"]


def test_a_document_is_signed_and_verified(rendered, made, documents):
    signed = made("signature.sign", key="i1:2", document=rendered, reason="Tiếp nhận")
    assert signed["document"]["code"] == rendered["code"]
    assert signed["document"]["hash"] != rendered["hash"]
    assert signed["signature"]["signer"] == "UBND phường Thử Nghiệm"
    assert signed["signature"]["signedAt"] == "2026-03-02T08:00:00+07:00"
    assert signed["signature"]["level"] == "B-B"
    verified = made("signature.verify", key="i1:3", document=signed["document"])
    (signature,) = verified["signatures"]
    assert (signature["verdict"], signature["stamped"]) == ("valid", False)


def test_the_same_job_signs_once(rendered, made, documents):
    first = made("signature.sign", key="i1:2", document=rendered)
    again = made("signature.sign", key="i1:2", document=rendered, now=NOW + timedelta(days=1))
    assert again == first
    assert len(documents.find(rendered["code"]).versions) == 2


def test_two_jobs_sign_one_after_the_other(rendered, made, do, documents):
    made("signature.sign", key="i1:2", document=rendered)
    # the second was told of the unsigned document, as branches side by side are
    made("signature.sign", key="i1:3", document=rendered)
    document = documents.find(rendered["code"])
    assert [version.seal is not None for version in document.versions] == [False, True, True]
    outcome = do("signature.verify", document=replaced(rendered, document.newest.hash))
    assert [each["verdict"] for each in outcome.variables["signatures"]] == ["valid", "valid"]


def replaced(reference, content_hash):
    return {**reference, "hash": content_hash}


def test_a_hash_the_document_never_had(rendered, do):
    outcome = do("signature.sign", key="i1:2", document=replaced(rendered, "0" * 64))
    assert isinstance(outcome, Failed)
    assert "never had such a content" in outcome.sentence("en")


def test_a_key_nobody_configured(rendered, do):
    outcome = do("signature.sign", key="i1:2", document=rendered, signingKey="so-xay-dung")
    assert isinstance(outcome, Failed)
    assert not outcome.retry
    assert outcome.sentence("en") == (
        "Expected a signing key 'so-xay-dung' in the settings, but there are: ubnd"
    )


def test_a_document_without_signature(rendered, do):
    outcome = do("signature.verify", document=rendered)
    assert isinstance(outcome, ErrorThrown)
    assert (outcome.code, outcome.variables) == ("SIGNATURE_MISSING", {"signatures": []})


def test_who_must_have_signed(rendered, do, made):
    signed = made("signature.sign", key="i1:2", document=rendered)["document"]
    assert made("signature.verify", document=signed, signer="ubnd phường thử nghiệm")
    outcome = do("signature.verify", document=signed, signer="Sở Xây dựng")
    assert (outcome.code, len(outcome.variables["signatures"])) == ("SIGNATURE_MISSING", 1)


def test_a_file_that_is_no_pdf(do, desk):
    from procflow.handlers.signature.document import Draft

    received = desk.receive(Draft(title="Đơn"), b"no pdf", key="r1", now=NOW)
    reference = {"code": received.code, "hash": received.newest.hash}
    outcome = do("signature.verify", document=reference)
    assert (outcome.code, outcome.variables) == ("SIGNATURE_INVALID", {})


def test_a_signature_by_a_stranger(rendered, documents, held, pen, do, authority):
    from procflow.handlers.signature.pades import PadesPen
    from procflow.handlers.signature.trust import Trust

    stranger = held(*Authority("CA Lạ").issue("Người lạ"), name="la")
    lenient = Desk(
        documents, Typesetting(), Keyring({"la": lambda: stranger}), PadesPen(Trust()), page=PAGE
    )
    signed = do("signature.sign", key="i1:2", document=rendered, at=lenient)
    outcome = do("signature.verify", document=signed.variables["document"])
    assert outcome.code == "SIGNATURE_INVALID"
    assert [each["verdict"] for each in outcome.variables["signatures"]] == ["untrusted"]


def test_a_state_nobody_knows_is_tried_again(rendered, documents, held, pen, do, authority, made):
    signed = made("signature.sign", key="i1:2", document=rendered)["document"]
    old = authority.revocations(since=NOW - timedelta(days=9), until=NOW - timedelta(days=5))
    desk = Desk(documents, Typesetting(), Keyring({}), pen(old), page=PAGE)
    outcome = do("signature.verify", document=signed, at=desk)
    assert isinstance(outcome, Failed)
    assert outcome.retry


# -- the verification page ------------------------------------------------------------------------


def test_the_page_tells_what_was_signed_and_compares_a_file(rendered, made, documents):
    signed = made("signature.sign", key="i1:2", document=rendered)["document"]
    page = Verification(documents)
    newest, older = documents.content(signed["hash"]), documents.content(rendered["hash"])
    assert page.look_up(signed["code"]).likeness is None
    for content, likeness in (
        (newest, Likeness.SAME),
        (older, Likeness.OLDER),
        (newest + b" ", Likeness.OTHER),
    ):
        assert page.look_up(signed["code"], content=content).likeness is likeness
    assert page.look_up(signed["code"], content_hash=signed["hash"].upper()).likeness == "same"
    statement = page.look_up(signed["code"].lower().replace("-", " "))
    assert statement.hash == signed["hash"]
    vietnamese = " ".join(statement.sentences("vi"))
    assert "UBND phường Thử Nghiệm ký số lúc 08:00 02/03/2026" in vietnamese
    assert "Nguyễn" not in vietnamese
    assert "H56.14-260302-0001" not in vietnamese


def test_a_code_nobody_gave(documents):
    assert Verification(documents).look_up("AAAA-AAAA-AAAA-AAAA") is None
    assert Verification(documents).look_up("") is None


def test_an_unsigned_document_says_so(rendered, documents):
    statement = Verification(documents).look_up(rendered["code"])
    assert statement.sentences("en")[-1] == "The document is not signed."


def test_codes_are_typed_back():
    code = new_code()
    assert as_code(code.lower().replace("-", "")) == code
    assert len({new_code() for _ in range(200)}) == 200


def test_no_password_is_shown(rendered, made, desk, documents, capfd, caplog):
    made("signature.sign", key="i1:2", document=rendered)
    shown = [repr(desk), repr(vars(desk)), caplog.text, *capfd.readouterr()]
    assert PASSWORD not in "".join(shown)
    assert replace(documents.find(rendered["code"])) == documents.find(rendered["code"])
    with pytest.raises(NotFound):
        documents.find("X")


def test_a_rehearsal_signs_with_a_key_of_its_own(do, template):
    from procflow.handlers.signature.rehearsal import rehearsal_desk

    desk = rehearsal_desk()
    rendered = do("document.render", at=desk, **WANTED, **VALUES).variables["document"]
    signed = do("signature.sign", key="i1:2", at=desk, document=rendered).variables["document"]
    outcome = do("signature.verify", at=desk, document=signed)
    assert [each["verdict"] for each in outcome.variables["signatures"]] == ["valid"]
    assert all(each.ok for each in desk.checks())
