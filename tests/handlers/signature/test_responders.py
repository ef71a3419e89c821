"""Certificates whose state an OCSP responder tells, in a process of its own."""

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from procflow.engine.errors import BadAnswer, BadConfiguration, RetryLater, Unreachable
from procflow.handlers.signature.judgement import Verdict
from procflow.handlers.signature.pades import PadesPen
from procflow.handlers.signature.pem import certificates_in
from procflow.handlers.signature.port import Wish
from procflow.handlers.signature.responders import Responders
from procflow.handlers.signature.revocation import RevocationLists
from procflow.handlers.signature.trust import Trust
from procflow.tests.handlers.signature.authority import NOW, Authority, pem
from procflow.tests.speakers.process import speaking

WISH = Wish(key="i1:1", at=NOW, reason="Ký kết quả")


@pytest.fixture(scope="module")
def running():
    with speaking("procflow.tests.speakers.responder") as speaker:
        yield speaker


@pytest.fixture
def responder(running):
    running.tell("now", NOW.isoformat())
    running.tell("refuse", False)
    return running


@pytest.fixture
def issue(responder, held):
    """A key of the responder's authority: `issue(**about)`, and its serial number."""

    def issue(**about):
        told = responder.tell("issue", about)
        issued = x509.load_pem_x509_certificate(told["certificate"].encode())
        key = load_pem_private_key(told["key"].encode(), None)
        return held(key, issued), issued.serial_number

    return issue


@pytest.fixture
def asking(responder, tmp_path, patience):
    """A pen that asks the responder: `asking(addresses, lists)`."""
    root = tmp_path / "ocsp-root.pem"
    root.write_text(responder.state()["root"])
    made = []

    def pen(addresses=None, lists=()):
        asked = Responders([responder.url] if addresses is None else addresses, timeout=patience)
        made.append(PadesPen(Trust(certificates_in(root), RevocationLists(lists, tmp_path), asked)))
        return made[-1]

    yield pen
    for each in made:
        each.close()


def test_a_good_certificate_signs_and_is_asked_about_once(pdf, asking, issue, responder):
    before = len(responder.heard())
    pen, (key, _) = asking(), issue()
    content, _ = pen.sign(pdf, key, WISH)
    assert [each.verdict for each in pen.inspect(content, NOW)] == [Verdict.VALID]
    assert len(responder.heard()) == before + 1
    pen.inspect(content, NOW + timedelta(minutes=6))
    assert len(responder.heard()) == before + 2


def test_a_revoked_certificate_signs_nothing_and_is_found(pdf, asking, issue, responder):
    key, serial = issue()
    content, _ = asking().sign(pdf, key, WISH)
    responder.tell("revoke", serial)
    with pytest.raises(BadConfiguration, match="revoked"):
        asking().sign(pdf, key, WISH)
    assert [each.verdict for each in asking().inspect(content, NOW)] == [Verdict.REVOKED]


@pytest.mark.parametrize(
    ("kind", "asked", "error"),
    [
        ("timeout", 2, Unreachable),
        ("drop", 2, Unreachable),
        ("garbage", 1, BadAnswer),
        ("half", 2, Unreachable),
        ("status-429", 1, RetryLater),
        ("status-503", 1, RetryLater),
        ("status-500", 1, Unreachable),
    ],
)
def test_a_responder_that_is_out_of_order_lets_nobody_sign(
    kind, asked, error, pdf, asking, issue, responder
):
    """asked: how often, since some failures are tried once more at once."""
    pen, (key, _) = asking(), issue()
    responder.misbehave(kind, times=asked)
    with pytest.raises(error):
        pen.sign(pdf, key, WISH)


@pytest.mark.parametrize("kind", ["wrong-signature", "skew"])
def test_an_answer_that_proves_nothing_counts_as_none(kind, pdf, asking, issue, responder):
    pen, (key, _) = asking(), issue()
    responder.misbehave(kind)
    with pytest.raises(BadConfiguration, match="no revocation list"):
        pen.sign(pdf, key, WISH)


def test_a_responder_that_does_not_want_to_tell(pdf, asking, issue, responder):
    responder.tell("refuse", True)
    with pytest.raises(BadAnswer, match="OCSP responder"):
        asking().sign(pdf, issue()[0], WISH)


def test_where_there_are_lists_too_they_do_while_it_is_out_of_order(
    pdf, asking, issue, responder, tmp_path
):
    """A list of another authority's knows nothing of the certificate, so this stays unknown."""
    (tmp_path / "foreign.crl").write_bytes(Authority("CA Lạ").revocations())
    responder.misbehave("garbage")
    pen = asking(lists=["foreign.crl"])
    key, _ = issue()
    with pytest.raises(BadConfiguration, match="no revocation list"):
        pen.sign(pdf, key, WISH)


def test_an_address_in_a_certificate_that_is_not_ours_is_not_asked(
    pdf, asking, held, responder, tmp_path
):
    """Whoever hands in a file chooses what its certificate says."""
    stranger = Authority("CA Kẻ lạ")
    key = held(*stranger.issue(responder=responder.url + "/elsewhere"))
    (tmp_path / "strange.pem").write_bytes(pem(stranger.root))
    content, _ = PadesPen(Trust(certificates_in(tmp_path / "strange.pem"))).sign(pdf, key, WISH)
    before = len(responder.heard())
    assert [each.verdict for each in asking().inspect(content, NOW)] == [Verdict.UNTRUSTED]
    assert len(responder.heard()) == before
