"""A key in a hardware module: SoftHSM behind PKCS#11, where it is installed.

    apt install softhsm2

Without root: `apt-get download softhsm2 libsofthsm2 libbotan-2-19`, `dpkg -x` each into a folder,
and name the folder in PROCFLOW_SOFTHSM.
"""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from procflow.engine.errors import BadConfiguration
from procflow.engine.model.secret import Secret
from procflow.handlers.signature.exercise import KEY_EXERCISE
from procflow.handlers.signature.hardware import HardwareKey, Slot
from procflow.handlers.signature.judgement import Verdict
from procflow.handlers.signature.port import Wish
from procflow.handlers.signature.settings import KeySection, SignatureSettings, TokenSection
from procflow.handlers.signature.wiring import signature_system
from procflow.handlers.surroundings import Surroundings
from procflow.tests.handlers.signature.authority import NOW, pem

PIN = "planted-pin-1734"
WISH = Wish(key="i1:1", at=NOW)


def _installed():
    """The folder SoftHSM lies in, as `/` or where it was unpacked."""
    for root in (os.environ.get("PROCFLOW_SOFTHSM", ""), "/"):
        library = Path(root or "/") / "usr/lib/softhsm/libsofthsm2.so"
        if library.exists():
            return Path(root or "/"), library.resolve()
    pytest.skip("SoftHSM (Debian package softhsm2) is not installed")
    return None


@pytest.fixture(scope="module")
def module(tmp_path_factory):
    """SoftHSM with a token of its own, and its library."""
    pytest.importorskip("pkcs11")
    root, library = _installed()
    folder = tmp_path_factory.mktemp("softhsm")
    (folder / "tokens").mkdir()
    conf = folder / "softhsm2.conf"
    conf.write_text(f"directories.tokendir = {folder}/tokens\nobjectstore.backend = file\n")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(conf)
    tool = shutil.which("softhsm2-util", path=f"{root}/usr/bin")
    command = [tool, "--module", str(library), "--init-token", "--free", "--label", "thu"]
    libraries = {"LD_LIBRARY_PATH": f"{root}/usr/lib/x86_64-linux-gnu"} if root != Path("/") else {}
    subprocess.run(
        [*command, "--pin", PIN, "--so-pin", "5678"],
        check=True,
        capture_output=True,
        env={**os.environ, **libraries},
    )
    yield library
    os.environ.pop("SOFTHSM2_CONF")
    if before:
        os.environ["SOFTHSM2_CONF"] = before


@pytest.fixture(scope="module")
def put(module, authority):
    """Puts a key and its certificate into the token: `put(kind)` gives their label."""
    import pkcs11
    from pkcs11.util.ec import decode_ec_private_key
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    decoded = {"rsa": decode_rsa_private_key, "ec": decode_ec_private_key}

    def put(kind, label=None):
        label = label or f"ubnd-{kind}"
        key, issued = authority.issue(kind=kind)
        der = key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
        token = pkcs11.lib(str(module)).get_token(token_label="thu")
        with token.open(rw=True, user_pin=PIN) as session:
            told = {pkcs11.Attribute.LABEL: label, pkcs11.Attribute.TOKEN: True}
            held = {pkcs11.Attribute.PRIVATE: True, pkcs11.Attribute.SENSITIVE: True}
            session.create_object({**decoded[kind](der), **told, **held})
            certificate = decode_x509_certificate(issued.public_bytes(Encoding.DER))
            session.create_object({**certificate, **told})
        return label, issued

    return put


@pytest.fixture(scope="module")
def keys(module, put):
    return {kind: put(kind) for kind in ("rsa", "ec")}


@pytest.fixture
def key(module, keys):
    """A key of the token: `key(kind, **slot)`."""

    def key(kind="ec", **how):
        slot = Slot(
            **{
                "library": module,
                "token": "thu",
                "label": keys[kind][0],
                "pin": Secret(PIN),
                **how,
            }
        )
        return HardwareKey(slot, name="ubnd")

    return key


@pytest.mark.parametrize("kind", ["rsa", "ec"])
@pytest.mark.parametrize("step", KEY_EXERCISE, ids=lambda step: step.__name__)
def test_exercise(step, kind, key):
    step(key(kind))


@pytest.mark.parametrize("kind", ["rsa", "ec"])
def test_it_signs_documents_that_poppler_finds_valid(kind, key, pen, pdf, tmp_path, pdf_tool):
    content, seal = pen().sign(pdf, key(kind), WISH)
    assert seal.signer == "UBND phường Thử Nghiệm"
    assert [each.verdict for each in pen().inspect(content, NOW)] == [Verdict.VALID]
    (tmp_path / "s.pdf").write_bytes(content)
    assert "Signature is Valid" in pdf_tool("pdfsig", str(tmp_path / "s.pdf"))


def test_the_certificates_may_lie_in_a_file(key, keys, pen, pdf, tmp_path, authority):
    file = tmp_path / "chain.pem"
    file.write_bytes(pem(keys["ec"][1]) + pem(authority.root))
    held = key(certificates=file)
    assert len(held.chain().others) == 1
    content, _ = pen().sign(pdf, held, WISH)
    assert [each.verdict for each in pen().inspect(content, NOW)] == [Verdict.VALID]


def test_two_keys_of_a_token_at_once(key):
    first, second = key("rsa"), key("ec")
    assert first.chain().signer != second.chain().signer
    assert first.sign(b"a", key="1") and second.sign(b"a", key="2")


@pytest.mark.parametrize("how", [{"token": "nobody"}, {"label": "nobody"}])
def test_a_token_or_key_that_is_not_there(how, key):
    held = key(**how)
    with pytest.raises(BadConfiguration, match="nobody"):
        held.chain()
    check = held.check()
    assert not check.ok
    assert "Mô-đun bảo mật không có thẻ" in check.sentence("vi")


WRONG_PIN = """
import sys
from pathlib import Path
from procflow.engine.errors import BadConfiguration
from procflow.engine.model.secret import Secret
from procflow.handlers.signature.hardware import HardwareKey, Slot

library, label = sys.argv[1:]
slot = Slot(library=Path(library), token="thu", label=label, pin=Secret("planted-wrong"))
key = HardwareKey(slot, name="ubnd")
for _ in range(20):
    try:
        key.sign(b"a", key="1")
    except BadConfiguration as error:
        print(error)
"""


def test_a_wrong_pin_is_tried_once(module, keys, key):
    """In a process of its own, since a login is of the whole process."""
    command = [sys.executable, "-c", WRONG_PIN, str(module), keys["ec"][0]]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert len(lines) == 20
    assert all("not tried again" in line for line in lines)
    assert "planted-wrong" not in done.stdout + done.stderr
    assert key().sign(b"a", key="1")


def test_the_settings_bring_it_to_the_desk(module, keys, tmp_path, root_file):
    section = TokenSection(library=str(module), token="thu", label=keys["rsa"][0], pin=Secret(PIN))
    settings = SignatureSettings(tokens={"ubnd": section}, roots=(root_file.name,))
    around = Surroundings(database=f"sqlite:///{tmp_path}/d.db", folder=tmp_path)
    with closing(signature_system(settings, around)) as system:
        assert all(each.ok for each in system.desk.checks())
        assert PIN not in repr(settings) + repr(system.desk.checks())
    file = KeySection(file="a.p12", password=Secret("x"))
    both = SignatureSettings(tokens={"ubnd": section}, keys={"ubnd": file})
    with pytest.raises(BadConfiguration, match="in both"):
        signature_system(both, around)
