"""Signatures that are seen where the template left a place for them."""

import shutil
import subprocess

import pytest

from procflow.engine.errors import BadConfiguration
from procflow.engine.handler import DocumentTemplate
from procflow.handlers.signature.appearance import Appearance
from procflow.handlers.signature.desk import Desk
from procflow.handlers.signature.document import Draft
from procflow.handlers.signature.judgement import Verdict
from procflow.handlers.signature.keyring import Keyring
from procflow.handlers.signature.memory import MemoryDocuments
from procflow.handlers.signature.port import Wish
from procflow.handlers.signature.typesetting import Typesetting
from procflow.tests.handlers.signature.authority import NOW

DRAFT = Draft(title="Giấy chứng nhận", number="12/2026/GCN")
PLACES = """#import "procflow.typ": about, signature
#set page(width: 200pt, height: 200pt, margin: 0pt)
#place(dx: 20pt, dy: 20pt, signature("ubnd", width: 60pt, height: 60pt))
#place(dx: 60pt, dy: 20pt, signature("chu-tich", width: 100pt, height: 60pt))
#place(dx: 20pt, dy: 150pt, about.title)
"""
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' preserveAspectRatio='none'>"
RED = f"{SVG}<path d='M0 0h9v9H0z' fill='red'/></svg>"
BLUE = RED.replace("red", "blue")


@pytest.fixture
def pictures(tmp_path):
    for name, svg in (("ubnd", RED), ("chu-tich", BLUE)):
        (tmp_path / f"{name}.svg").write_text(svg)
    return {name: tmp_path / f"{name}.svg" for name in ("ubnd", "chu-tich")}


@pytest.fixture
def desk(authority, held, pen, pictures):
    keys = {name: held(*authority.issue(name), name=name) for name in ("chu-tich", "ubnd")}
    ring = Keyring({name: lambda key=key: key for name, key in keys.items()})
    return Desk(
        MemoryDocuments(), Typesetting(), ring, pen(), page="https://x.vn", pictures=pictures
    )


@pytest.fixture
def signed(desk):
    """The document of a template, signed by some: `signed(template, *names)`."""

    def signed(template, *names):
        given = DocumentTemplate(name="a.typ", files={"a.typ": template.encode()})
        made = desk.render(given, DRAFT, {}, key="i1:0", now=NOW)
        for number, name in enumerate(names, start=1):
            wish = Wish(key=f"i1:{number}", at=NOW)
            made = desk.sign(made.code, made.newest.hash, name, wish)
        return made, desk.documents.content(made.newest.hash)

    return signed


@pytest.fixture
def painted(tmp_path):
    """The page as poppler paints it: colours by place, a point a pixel."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm (Debian package poppler-utils) is not installed")

    def painted(content):
        (tmp_path / "page.pdf").write_bytes(content)
        command = ["pdftoppm", "-r", "72", "-singlefile", str(tmp_path / "page.pdf")]
        picture = subprocess.run(command, capture_output=True, check=True).stdout
        _, size, _, pixels = picture.split(b"\n", 3)
        width = int(size.split()[0])

        def colour(left, top):
            start = 3 * (top * width + left)
            return tuple(pixels[start : start + 3])

        return colour

    return painted


def test_a_picture_fills_the_place_of_its_key_and_no_other(signed, painted):
    _, content = signed(PLACES, "ubnd")
    colour = painted(content)
    assert [colour(50, 50), colour(5, 5), colour(130, 50)] == [(255, 0, 0)] + [(255,) * 3] * 2


def test_a_later_one_covers_an_earlier_and_both_stay_valid(desk, signed, painted):
    document, content = signed(PLACES, "chu-tich", "ubnd")
    colour = painted(content)
    assert [colour(70, 50), colour(110, 50)] == [(255, 0, 0), (0, 0, 255)]
    found = desk.inspect(document.code, document.newest.hash, NOW)
    assert [(each.signer, each.verdict) for each in found] == [
        ("chu-tich", Verdict.VALID),
        ("ubnd", Verdict.VALID),
    ]


def test_poppler_finds_them_valid(signed, tmp_path, pdf_tool):
    _, content = signed(PLACES, "chu-tich", "ubnd")
    (tmp_path / "s.pdf").write_bytes(content)
    told = pdf_tool("pdfsig", str(tmp_path / "s.pdf"))
    assert told.count("Signature is Valid") == 2
    assert "Total document signed" in told


def test_without_a_place_the_signature_is_there_unseen(signed, painted):
    document, content = signed(PLACES.replace("ubnd", "mot-cua"), "ubnd")
    assert [seal.signer for seal in document.seals] == ["ubnd"]
    assert painted(content)(50, 50) == (255, 255, 255)


def test_without_a_picture_it_says_number_and_moment(tmp_path, pdf_tool):
    page = Appearance(Typesetting()).drawn("van-thu", "12/2026/GCN", NOW, 170, 34)
    (tmp_path / "a.pdf").write_bytes(page)
    told = pdf_tool("pdftotext", str(tmp_path / "a.pdf"), "-").split()
    assert told == ["12/2026/GCN", "2026-03-02T08:00:00+07:00"]
    assert "Page size:       170 x 34 pts" in pdf_tool("pdfinfo", str(tmp_path / "a.pdf"))


def test_a_picture_that_is_gone_is_a_wrong_setting(desk, signed, pictures):
    assert all(each.ok for each in desk.checks())
    pictures["ubnd"].unlink()
    assert not all(each.ok for each in desk.checks())
    with pytest.raises(BadConfiguration, match=r"ubnd\.svg"):
        signed(PLACES, "ubnd")
