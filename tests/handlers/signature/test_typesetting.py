"""Documents are rendered shut in: no network, no file but the procedure's, no endless work."""

from datetime import datetime

import pytest

from procflow.engine.errors import BadInput
from procflow.engine.handler import DocumentTemplate
from procflow.handlers.signature.qr import qr_svg
from procflow.handlers.signature.typesetting import Typesetting

NOW = datetime.fromisoformat("2026-03-02T08:00:00+07:00")
ABOUT = {"code": "AAAA-BBBB", "address": "https://x/AAAA-BBBB", "title": "T", "number": None}
VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
LETTERS = VOWELS + VOWELS.upper() + "đĐ₫–“”…"


def rendered(text, values=None, seconds=20, **files):
    files = {"m.typ": text.encode(), **files}
    template = DocumentTemplate(name="m.typ", files=files)
    qr = qr_svg(ABOUT["address"])
    return Typesetting(seconds=seconds).render(template, values or {}, ABOUT, qr=qr, now=NOW)


def text_of(pdf, tmp_path, pdf_tool):
    file = tmp_path / "x.pdf"
    file.write_bytes(pdf)
    return pdf_tool("pdftotext", str(file), "-")


def test_values_come_into_the_document(tmp_path, pdf_tool):
    source = '#import "procflow.typ": values\nÔng/Bà #values.name (#values.list.at(1))'
    pdf = rendered(source, {"name": "Trần Thị Hường", "list": [1, "hai"]})
    assert text_of(pdf, tmp_path, pdf_tool).strip() == "Ông/Bà Trần Thị Hường (hai)"


def test_every_letter_of_vietnamese_is_in_the_font_and_the_font_in_the_file(tmp_path, pdf_tool):
    pdf = rendered(f'#set text(font: "Libertinus Serif", fallback: false)\n{" ".join(LETTERS)}')
    assert "".join(text_of(pdf, tmp_path, pdf_tool).split()) == LETTERS
    (line,) = pdf_tool("pdffonts", str(tmp_path / "x.pdf")).splitlines()[2:]
    assert "LibertinusSerif" in line
    assert line.split()[-5:-2] == ["yes", "yes", "yes"]


def test_a_letter_no_font_has_is_refused():
    with pytest.raises(BadInput, match="could not be displayed"):
        rendered('#set text(font: "Libertinus Serif", fallback: false)\n漢')


def test_the_same_values_and_moment_give_the_same_bytes():
    source = '#import "procflow.typ": values, qr\n#values.a #qr() #datetime.today().display()'
    assert rendered(source, {"a": 1}) == rendered(source, {"a": 1})


def test_parts_may_lie_beside_it():
    part = b"#let greeting(name) = [Hello #name]"
    source = '#import "chung/khung.typ": greeting\n#greeting("An")'
    assert rendered(source, **{"chung/khung.typ": part}).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    "source",
    [
        '#read("/etc/passwd")',
        '#read("../../../../etc/passwd")',
        '#image("http://127.0.0.1/x.svg")',
        '#import "@preview/cetz:0.3.0"',
        '#import "@pre" + "view/cetz:0.3.0"',
        '#import "@local/x:0.1.0"',
        "#values.missing",
        '#import "procflow.typ": values\n#values.missing',
        "#",
    ],
)
def test_what_is_not_there_is_told(source, tmp_path):
    with pytest.raises(BadInput) as refused:
        rendered(source)
    assert "m.typ" in str(refused.value)
    assert "root:" not in str(refused.value)
    assert "/tmp" not in str(refused.value)


def test_files_that_lead_out_are_left_out(tmp_path):
    rendered("x", **{"../../../out.typ": b"x", "/tmp/procflow-out.typ": b"x"})
    assert not list(tmp_path.parent.parent.parent.glob("out.typ"))


@pytest.mark.parametrize(
    "source",
    [
        '#let a = "x" * 1000000\n#for i in range(100000) { a += a }',
        "#let f(n) = { let s = 0; for i in range(10000) { for j in range(10000) {"
        " for k in range(10000) { s += n } } }; s }\n#f(3)",
    ],
    ids=["memory", "time"],
)
def test_work_without_end_is_ended(source):
    with pytest.raises(BadInput, match="within 2 seconds"):
        rendered(source, seconds=2)


def test_nothing_is_written(tmp_path):
    before = set(tmp_path.iterdir())
    with pytest.raises(BadInput):
        rendered("#panic()")
    assert set(tmp_path.iterdir()) == before


def test_the_code_on_it_can_be_read_back(tmp_path, pdf_tool):
    source = '#import "procflow.typ": about\n#about.code #about.address'
    text = text_of(rendered(source), tmp_path, pdf_tool)
    assert text.split() == ["AAAA-BBBB", "https://x/AAAA-BBBB"]


def test_a_reader_of_codes_finds_the_address(tmp_path, pdf_tool):
    pdf = rendered('#import "procflow.typ": qr\n#qr()')
    (tmp_path / "q.pdf").write_bytes(pdf)
    pdf_tool(
        "pdftoppm", "-r", "150", "-png", "-singlefile", str(tmp_path / "q.pdf"), str(tmp_path / "q")
    )
    found = pdf_tool("zbarimg", "--quiet", "--raw", str(tmp_path / "q.png"), package="zbar-tools")
    assert found.strip() == ABOUT["address"]
