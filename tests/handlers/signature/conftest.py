import shutil
import subprocess

import pytest

from procflow.engine.handler import DocumentTemplate
from procflow.engine.model.secret import Secret
from procflow.handlers.signature.desk import Desk
from procflow.handlers.signature.keyring import Keyring
from procflow.handlers.signature.memory import MemoryDocuments
from procflow.handlers.signature.pades import PadesPen
from procflow.handlers.signature.pem import certificates_in
from procflow.handlers.signature.revocation import RevocationLists
from procflow.handlers.signature.software import SoftwareKey
from procflow.handlers.signature.trust import Trust
from procflow.handlers.signature.typesetting import Typesetting
from procflow.tests.handlers.signature.authority import NOW, Authority, key_file, pem

PASSWORD = "planted-key-password-91"
PAGE = "https://hoso.example.org/kiem-tra"
RECEIPT = """#import "procflow.typ": values, about, qr
#set document(title: about.title)
#set text(font: "Libertinus Serif", lang: "vi")
= #about.title
Số: #about.number — Mã hồ sơ: #about.dossier

Kính gửi #values.applicant.name, Ủy ban nhân dân phường đã tiếp nhận hồ sơ.

#qr()
#about.code
"""


@pytest.fixture(scope="session")
def authority():
    return Authority()


@pytest.fixture
def root_file(tmp_path, authority):
    file = tmp_path / "root.pem"
    file.write_bytes(pem(authority.root))
    return file


@pytest.fixture
def held(tmp_path):
    """A key in a file, opened: `held(key, certificate)`."""

    def opened(key, issued, name="ubnd"):
        file = tmp_path / f"{name}.p12"
        file.write_bytes(key_file(key, issued, PASSWORD))
        return SoftwareKey(file, Secret(PASSWORD), name=name)

    return opened


@pytest.fixture
def pen(root_file, tmp_path):
    """A pen that trusts the authority: `pen(*revocation lists in DER, stamper=…)`."""
    made = []

    def written(*lists, stamper=None):
        names = []
        for number, content in enumerate(lists):
            names.append(f"{number}.crl")
            (tmp_path / names[-1]).write_bytes(content)
        trust = Trust(certificates_in(root_file), RevocationLists(names, tmp_path))
        made.append(PadesPen(trust, stamper))
        return made[-1]

    yield written
    for each in made:
        each.close()


@pytest.fixture
def template():
    return DocumentTemplate(
        name="giay-tiep-nhan.typ", files={"giay-tiep-nhan.typ": RECEIPT.encode()}
    )


@pytest.fixture(scope="session")
def pdf():
    template = DocumentTemplate(name="a.typ", files={"a.typ": "Giấy chứng nhận".encode()})
    return Typesetting().render(template, {}, {}, qr=b"<svg/>", now=NOW)


@pytest.fixture
def documents():
    return MemoryDocuments()


@pytest.fixture
def desk(documents, authority, held, pen):
    key = held(*authority.issue())
    return Desk(documents, Typesetting(), Keyring({"ubnd": lambda: key}), pen(), page=PAGE)


@pytest.fixture
def pdf_tool():
    """Runs a tool that knows nothing of pyHanko, Typst or segno; gives its output."""

    def run(tool, *arguments, package="poppler-utils"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} (Debian package {package}) is not installed")
        done = subprocess.run([tool, *arguments], capture_output=True, check=False)
        return done.stdout.decode()

    return run
