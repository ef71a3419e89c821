"""Signatures are PAdES that independent tools accept; certificates that may not sign do not."""

import re
import shutil
import subprocess
import traceback
from datetime import timedelta

import pytest

from procflow.engine.errors import (
    BadAnswer,
    BadConfiguration,
    BadInput,
    RetryLater,
    Unreachable,
)
from procflow.engine.model.secret import Secret
from procflow.handlers.signature.judgement import Verdict
from procflow.handlers.signature.pades import PadesPen
from procflow.handlers.signature.pem import certificates_in
from procflow.handlers.signature.port import Wish
from procflow.handlers.signature.software import SoftwareKey
from procflow.handlers.signature.timestamps import WiredStamper
from procflow.handlers.signature.trust import Trust
from procflow.handlers.wire import Wire, WireSettings
from procflow.tests.handlers.signature.authority import NOW, YEAR, Authority, key_file, new_key, pem
from procflow.tests.speakers.process import speaking

WISH = Wish(key="i1:1", at=NOW, reason="Ký kết quả", location="Thanh Hóa")
DAY = timedelta(days=1)


@pytest.fixture
def signed(pdf, pen, held, authority):
    """The PDF signed by a good key, and the pen: `signed(kind)`."""

    def make(kind="ec"):
        writing = pen()
        content, seal = writing.sign(pdf, held(*authority.issue(kind=kind)), WISH)
        return content, seal, writing

    return make


@pytest.mark.parametrize("kind", ["ec", "rsa"])
def test_a_signature_is_found_and_valid(kind, signed):
    content, seal, writing = signed(kind)
    (found,) = writing.inspect(content, NOW + DAY)
    assert (found.verdict, found.whole, found.stamped) == (Verdict.VALID, True, False)
    assert found.signer == seal.signer == "UBND phường Thử Nghiệm"
    assert (found.serial, found.signed_at) == (seal.serial, NOW)
    assert (seal.level, seal.signed_at, seal.reason) == ("B-B", NOW, "Ký kết quả")


@pytest.mark.parametrize("kind", ["ec", "rsa"])
def test_poppler_finds_the_signature_valid(kind, signed, tmp_path, pdf_tool):
    content, _, _ = signed(kind)
    file = tmp_path / "signed.pdf"
    file.write_bytes(content)
    told = pdf_tool("pdfsig", str(file))
    for line in (
        "Signer Certificate Common Name: UBND phường Thử Nghiệm",
        "Signature Type: ETSI.CAdES.detached",
        "Signing Hash Algorithm: SHA-256",
        "Total document signed",
        "Signature Validation: Signature is Valid.",
    ):
        assert line in told
    file.write_bytes(content.replace(b"/Count 1", b"/Count 2", 1))
    assert "Signature is Invalid" in pdf_tool("pdfsig", str(file)) or "Digest Mismatch" in pdf_tool(
        "pdfsig", str(file)
    )


@pytest.mark.parametrize("kind", ["ec", "rsa"])
def test_openssl_finds_the_signature_and_its_certificate_valid(kind, signed, tmp_path, root_file):
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    content, _, _ = signed(kind)
    cms, covered = taken_apart(content)
    assert verified_by_openssl(cms, covered, root_file, tmp_path)
    assert not verified_by_openssl(cms, covered.replace(b"obj", b"obJ", 1), root_file, tmp_path)


def taken_apart(content):
    """The CMS and the bytes it covers, by the byte range alone."""
    numbers = re.search(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)", content).groups()
    first, length, second, rest = map(int, numbers)
    hexadecimal = content[first + length : second].strip(b"<>")
    der = bytes.fromhex(hexadecimal.decode())
    size = int.from_bytes(der[2 : 2 + (der[1] & 0x7F)], "big") + 2 + (der[1] & 0x7F)
    return der[:size], content[first : first + length] + content[second : second + rest]


def verified_by_openssl(cms, covered, root_file, folder):
    (folder / "cms.der").write_bytes(cms)
    (folder / "covered").write_bytes(covered)
    command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "cms.der"]
    trusting = ["-content", "covered", "-CAfile", str(root_file), "-purpose", "any"]
    at = ["-attime", str(int(NOW.timestamp())), "-out", "/dev/null"]
    done = subprocess.run([*command, *trusting, *at], cwd=folder, capture_output=True, check=False)
    return done.returncode == 0


def test_a_second_signature_leaves_the_first_valid(signed, held, authority):
    content, _, writing = signed()
    clerk = held(*authority.issue("Văn thư"), name="van-thu")
    twice, seal = writing.sign(content, clerk, WISH)
    assert twice.startswith(content)
    found = writing.inspect(twice, NOW)
    assert [each.verdict for each in found] == [Verdict.VALID, Verdict.VALID]
    assert [each.whole for each in found] == [False, True]
    assert [each.signer for each in found] == ["UBND phường Thử Nghiệm", "Văn thư"]
    assert seal.signer == "Văn thư"


def test_what_was_changed_is_found_altered(signed):
    content, _, writing = signed()
    place = content.index(b"stream") + 20
    touched = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
    (found,) = writing.inspect(touched, NOW)
    assert found.verdict is Verdict.ALTERED


def test_what_was_put_behind_is_found_altered(signed):
    from io import BytesIO

    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    content, _, writing = signed()
    writer = IncrementalPdfFileWriter(BytesIO(content))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = __import__("pyhanko.pdf_utils.generic", fromlist=["x"]).NumberObject(90)
    writer.update_container(page)
    out = BytesIO()
    writer.write(out)
    (found,) = writing.inspect(out.getvalue(), NOW)
    assert found.verdict is Verdict.ALTERED


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04 a zip", b"<html>"])
def test_what_is_no_pdf_is_refused(content, pen, held, authority):
    with pytest.raises(BadInput):
        pen().inspect(content, NOW)
    with pytest.raises(BadInput):
        pen().sign(content, held(*authority.issue()), WISH)


def test_a_pdf_without_signatures_has_none(pdf, pen):
    assert pen().inspect(pdf, NOW) == ()


# -- who may not sign ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("about", "why"),
    [
        ({"until": NOW - DAY}, "expired"),
        ({"since": NOW + DAY}, "not valid yet"),
        ({"usage": {"key_encipherment"}}, "for signing"),
    ],
    ids=["expired", "not-yet", "not-for-signing"],
)
def test_a_certificate_that_may_not_sign(about, why, pdf, pen, held, authority):
    with pytest.raises(BadConfiguration, match=why):
        pen().sign(pdf, held(*authority.issue(**about)), WISH)


def test_a_certificate_of_another_authority(pdf, pen, held):
    stranger = Authority("CA Lạ")
    with pytest.raises(BadConfiguration, match="no authority we trust"):
        pen().sign(pdf, held(*stranger.issue()), WISH)


def test_without_a_root_only_the_dates_count(pdf, held, authority):
    writing = PadesPen(Trust())
    content, _ = writing.sign(pdf, held(*authority.issue()), WISH)
    (found,) = writing.inspect(content, NOW)
    assert found.verdict is Verdict.UNTRUSTED
    with pytest.raises(BadConfiguration, match="expired"):
        writing.sign(pdf, held(*authority.issue(until=NOW - DAY)), WISH)


def test_a_revoked_certificate(pdf, pen, held, authority):
    key, issued = authority.issue()
    holder = held(key, issued)
    content, _ = pen(authority.revocations()).sign(pdf, holder, WISH)
    revoking = pen(authority.revocations((issued, NOW - timedelta(hours=1))))
    with pytest.raises(BadConfiguration, match="revoked"):
        revoking.sign(pdf, holder, WISH)
    (found,) = revoking.inspect(content, NOW)
    assert found.verdict is Verdict.REVOKED


def test_with_lists_every_certificate_must_be_known(pdf, pen, held, authority):
    holder = held(*authority.issue())
    old = authority.revocations(since=NOW - 20 * DAY, until=NOW - 10 * DAY)
    foreign = Authority("CA Lạ").revocations()
    content, _ = pen().sign(pdf, holder, WISH)
    for stale in (old, foreign):
        with pytest.raises(BadConfiguration, match="no revocation list"):
            pen(stale).sign(pdf, holder, WISH)
        (found,) = pen(stale).inspect(content, NOW)
        assert found.verdict is Verdict.UNKNOWN


def test_a_list_that_is_none(pdf, pen, held, authority):
    with pytest.raises(BadConfiguration, match=r"0\.crl"):
        pen(b"no list").sign(pdf, held(*authority.issue()), WISH)


def test_an_old_signature_is_judged_by_now_without_a_time_stamp(signed):
    content, _, writing = signed()
    (found,) = writing.inspect(content, NOW + 2 * YEAR)
    assert found.verdict is Verdict.EXPIRED


# -- key files ----------------------------------------------------------------------------------


def test_key_files_that_cannot_be_used(tmp_path, authority):
    key, issued = authority.issue()
    file = tmp_path / "k.p12"
    with pytest.raises(BadConfiguration, match=r"k\.p12"):
        SoftwareKey(file, Secret("x"), name="k")
    file.write_bytes(key_file(key, issued, "right-password-7"))
    wrong = "-".join(("planted", "wrong"))
    with pytest.raises(BadConfiguration, match="password is wrong") as refused:
        SoftwareKey(file, Secret(wrong), name="k")
    assert wrong not in "".join(traceback.format_exception(refused.value))
    file.write_bytes(b"no key at all")
    with pytest.raises(BadConfiguration):
        SoftwareKey(file, Secret("x"), name="k")


def test_a_key_with_the_certificate_of_another(tmp_path, authority):
    class Liar:
        def __init__(self, good, other):
            self.good, self.other = good, other

        def chain(self):
            return self.other.chain()

        def sign(self, attributes, *, key):
            return self.good.sign(attributes, key=key)

    one, two = (held_in(tmp_path, name, authority) for name in ("a", "b"))
    pen = PadesPen(Trust())
    from procflow.engine.handler import DocumentTemplate
    from procflow.handlers.signature.typesetting import Typesetting

    template = DocumentTemplate(name="a.typ", files={"a.typ": b"x"})
    pdf = Typesetting().render(template, {}, {}, qr=b"<svg/>", now=NOW)
    with pytest.raises(BadConfiguration, match="does not match"):
        pen.sign(pdf, Liar(one, two), WISH)


def held_in(folder, name, authority):
    file = folder / f"{name}.p12"
    file.write_bytes(key_file(*authority.issue(), "pw"))
    return SoftwareKey(file, Secret("pw"), name=name)


def test_other_kinds_of_keys_are_refused(tmp_path):
    from cryptography.hazmat.primitives.asymmetric import ed25519
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        pkcs12,
    )

    file = tmp_path / "ed.p12"
    locked = BestAvailableEncryption(b"pw")
    key = ed25519.Ed25519PrivateKey.generate()
    file.write_bytes(pkcs12.serialize_key_and_certificates(b"k", key, None, None, locked))
    with pytest.raises(BadConfiguration, match="one is missing"):
        SoftwareKey(file, Secret("pw"), name="k")
    assert new_key()


# -- time stamps --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def stamps():
    with speaking("procflow.tests.speakers.stamps") as speaker:
        yield speaker


@pytest.fixture
def stamping(stamps, tmp_path, root_file, patience):
    """A pen that asks the authority for time stamps, and trusts it."""
    stamps.tell("now", NOW.isoformat())
    trusted = tmp_path / "stamps.pem"
    trusted.write_text(stamps.state()["root"])
    wire = Wire(WireSettings(address=stamps.url, timeout=patience, failures=100), system="the TSA")
    roots = [*certificates_in(root_file), *certificates_in(trusted)]
    pen = PadesPen(Trust(roots), WiredStamper(wire))
    yield pen
    pen.close()


def test_a_time_stamp_proves_when(pdf, stamping, held, authority, tmp_path, pdf_tool):
    content, seal = stamping.sign(pdf, held(*authority.issue()), WISH)
    assert seal.level == "B-T"
    (found,) = stamping.inspect(content, NOW + 2 * YEAR)
    assert (found.verdict, found.stamped, found.signed_at) == (Verdict.VALID, True, NOW)
    (tmp_path / "t.pdf").write_bytes(content)
    assert "Signature is Valid" in pdf_tool("pdfsig", str(tmp_path / "t.pdf"))


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("timeout", Unreachable),
        ("drop", Unreachable),
        ("garbage", BadAnswer),
        ("half", Unreachable),
        ("status-429", RetryLater),
        ("status-503", RetryLater),
        ("status-500", Unreachable),
        ("wrong-signature", BadAnswer),
        ("skew", BadAnswer),
    ],
)
def test_an_authority_that_misbehaves(kind, error, pdf, stamping, stamps, held, authority):
    # asked twice for one signature, and each time once more where that is safe
    stamps.misbehave(kind, times=4)
    with pytest.raises(error):
        stamping.sign(pdf, held(*authority.issue()), WISH)
    while True:
        try:
            stamping.sign(pdf, held(*authority.issue()), WISH)
            return
        except error:
            continue


@pytest.mark.parametrize("how", ["refusal", "replay"])
def test_an_authority_that_refuses(how, pdf, stamping, stamps, held, authority):
    stamping.sign(pdf, held(*authority.issue()), WISH)
    stamps.tell("refuse", how)
    try:
        with pytest.raises(BadAnswer, match="time stamp"):
            stamping.sign(pdf, held(*authority.issue()), WISH)
    finally:
        stamps.tell("refuse", "")


def test_an_authority_nobody_trusts(pdf, stamps, root_file, held, authority):
    stamps.tell("now", NOW.isoformat())
    wire = Wire(WireSettings(address=stamps.url), system="the TSA")
    pen = PadesPen(Trust(certificates_in(root_file)), WiredStamper(wire))
    with pytest.raises(BadAnswer, match="an authority we trust"):
        pen.sign(pdf, held(*authority.issue()), WISH)
    pen.close()


def test_roots_are_read_from_pem_and_der(tmp_path, authority):
    from cryptography.hazmat.primitives.serialization import Encoding

    both = [tmp_path / "a.pem", tmp_path / "a.der"]
    both[0].write_bytes(pem(authority.root) * 2)
    both[1].write_bytes(authority.root.public_bytes(Encoding.DER))
    assert [len(certificates_in(file)) for file in both] == [2, 1]
    both[0].write_bytes(b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    with pytest.raises(BadConfiguration):
        certificates_in(both[0])
