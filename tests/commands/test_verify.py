"""From the code on a document to what may be said of it: the page, and the command."""

from contextlib import closing
from http.client import HTTPConnection
from threading import Thread
from urllib.parse import urlsplit

import httpx
import pytest

from procflow.commands.composition import build_house
from procflow.commands.payment_desk import PaymentDesk
from procflow.commands.payment_pages import LARGEST, LARGEST_FILE, PageServer
from procflow.commands.settings import load_settings
from procflow.engine.handler import DocumentTemplate
from procflow.handlers.signature.document import Draft
from procflow.handlers.signature.port import Wish
from procflow.tests.handlers.signature.authority import NOW, Authority, key_file, pem

PASSWORD = "planted-key-password-91"
SETTINGS = """
[signature]
page = "http://127.0.0.1:8080/verify"
roots = ["root.pem"]
[signature.keys.ubnd]
file = "ubnd.p12"
password = { file = "ubnd.password" }
"""
DRAFT = Draft(title="Giấy tiếp nhận <hồ sơ>", number="12/2026/GTN", dossier="H56.14-260302-0001")
ANY_BYTES = bytes(range(256)) * 3 + b"\r\n--\r\n"


@pytest.fixture
def settings_file(tmp_path):
    authority = Authority()
    (tmp_path / "root.pem").write_bytes(pem(authority.root))
    (tmp_path / "ubnd.p12").write_bytes(key_file(*authority.issue(), PASSWORD))
    (tmp_path / "ubnd.password").write_text(PASSWORD)
    file = tmp_path / "procflow.toml"
    file.write_text(SETTINGS)
    return file


@pytest.fixture
def house(settings_file, tmp_path):
    settings = load_settings(settings_file, {}, {}, folder=tmp_path)
    with closing(build_house(settings, lambda: NOW)) as house:
        yield house


@pytest.fixture
def signed(house):
    """A document made and signed as its jobs do it, and its content."""
    desk = house.document_desk
    template = DocumentTemplate(name="a.typ", files={"a.typ": "Giấy tiếp nhận".encode()})
    made = desk.render(template, DRAFT, {}, key="i1:1", now=NOW)
    signed = desk.sign(made.code, made.newest.hash, None, Wish(key="i1:2", at=NOW))
    return signed, desk.documents.content(signed.newest.hash)


@pytest.fixture
def served(house):
    with PageServer(("127.0.0.1", 0), PaymentDesk(house, lambda: NOW, "en")) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server.address
        server.shutdown()
        thread.join()


@pytest.fixture
def visit(served):
    """The page of a code, or what it says of a file: `visit(code, content)`."""
    with httpx.Client(trust_env=False, base_url=served, timeout=30) as browser:

        def page(code, content=None, **more):
            if content is None:
                return browser.get(f"/verify/{code}")
            files = {"file": ("a.pdf", content, "application/pdf")}
            return browser.post(f"/verify/{code}", files=files, **more)

        yield page


class TestPage:
    def test_it_is_where_the_code_on_the_document_leads(self, house, signed):
        document, _ = signed
        assert house.document_desk.address(document.code).endswith(f"/verify/{document.code}")

    def test_it_tells_what_the_document_is_and_who_signed_it(self, visit, signed):
        document, _ = signed
        page = visit(document.code)
        assert page.status_code == 200
        assert "Giấy tiếp nhận &lt;hồ sơ&gt;, number 12/2026/GTN" in page.text
        assert "Signed by UBND phường Thử Nghiệm at" in page.text
        assert document.newest.hash in page.text
        assert DRAFT.dossier not in page.text
        assert "default-src 'none'" in page.headers["content-security-policy"]

    def test_the_visitor_s_file_is_compared(self, house, visit, signed):
        document, content = signed
        older = house.document_desk.documents.content(document.versions[0].hash)
        assert "Your file is this document." in visit(document.code, content).text
        assert "before a later signature" in visit(document.code, older).text
        for other in (content + b" ", content[:-1], ANY_BYTES):
            assert "NOT this document" in visit(document.code, other).text

    def test_a_code_there_is_none_of(self, visit, signed):
        document, content = signed
        assert visit(document.code[:-1]).status_code == 404
        assert visit("nothing", content).status_code == 404

    def test_a_file_may_be_larger_than_a_callback_but_not_without_end(self, visit, served, signed):
        document, content = signed
        assert visit(document.code, content + bytes(LARGEST)).status_code == 200
        with closing(HTTPConnection(urlsplit(served).netloc, timeout=30)) as browser:
            browser.putrequest("POST", f"/verify/{document.code}")
            browser.putheader("Content-Length", str(LARGEST_FILE + 1))
            browser.endheaders()
            assert browser.getresponse().status == 413

    def test_every_byte_of_a_file_comes_through(self, house):
        from procflow.commands.payment_desk import Asked

        request = httpx.Request("POST", "http://x/verify/a", files={"file": ("a", ANY_BYTES)})
        headers = {"content-type": request.headers["content-type"]}
        asked = Asked(method="POST", path="/verify/a", body=request.read(), headers=headers)
        assert asked.files == {"file": ANY_BYTES}


class TestCommand:
    @pytest.fixture
    def verify(self, procflow, settings_file):
        given = ("--settings", settings_file, "--at", NOW.isoformat())
        return lambda *what: procflow("verify", *what, *given)

    def test_the_true_file(self, verify, signed, tmp_path):
        document, content = signed
        (tmp_path / "mine.pdf").write_bytes(content)
        told = verify(document.code.lower(), tmp_path / "mine.pdf")
        assert told.code == 0
        assert "Your file is this document." in told.out
        assert "UBND phường Thử Nghiệm" in told.out
        value = verify(document.code, "--json").value
        assert [each["verdict"] for each in value["signatures"]] == ["valid"]
        assert value["likeness"] is None

    def test_another_file(self, verify, signed, tmp_path):
        document, content = signed
        (tmp_path / "mine.pdf").write_bytes(content.replace(b"%PDF-1", b"%PDF-2"))
        told = verify(document.code, tmp_path / "mine.pdf")
        assert told.code == 1
        assert "NOT this document" in told.out

    def test_no_such_document(self, verify):
        told = verify("NOPE-NOPE-NOPE-NOPE")
        assert told.code not in (0, 1)
        assert "NOPE" in told.err
