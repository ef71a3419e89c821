"""Whatever a fact says, it stays text."""

import csv
import io
from datetime import date
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from procflow.engine.procedure.publishing.naming import safe_name, unique_names
from procflow.engine.procedure.publishing.publication import publish

DAY = date(2026, 9, 1)
EVIL = """</title><script>alert(1)</script>'"><img src=x onerror=alert(2)>{{ 7 * 7 }}"""
QUOTED = EVIL.replace('"', '\\"')


def hostile(lawful):
    return lawful(
        ('"1.000001"', '"../../1.000001/x"'),
        ('"Cấp giấy xác nhận"', f'"{QUOTED}"'),
        ('"Công dân"]', f'"{QUOTED}", "=cmd()"]'),
        ('"Nộp hồ sơ."', f'"{QUOTED}"'),
        ('receives = "', f'receives = "{QUOTED}'),
        ('name = "Đơn đề nghị"', f'name = "{QUOTED}"'),
        ('name = "Giấy xác nhận"', f'name = "{QUOTED}"'),
        ('field = "Thử nghiệm"', 'field = "=HYPERLINK(1)"'),
    )


def test_no_fact_becomes_markup(lawful):
    files = publish([hostile(lawful)], DAY).files
    pages = {
        name: html.document_fromstring(each) for name, each in files.items() if ".html" in name
    }
    assert len(pages) == 3
    for name, page in pages.items():
        assert page.xpath("//script/@src") == (
            ["tai-nguyen/tim-kiem.js"] if name == "index.html" else []
        )
        assert not page.xpath("//script[text()] | //@onerror | //img[@src='x']")
        assert "{{ 7 * 7 }}" in page.text_content()
    for name, content in files.items():
        if name.endswith(".svg"):
            picture = etree.fromstring(content)
            assert not picture.xpath("//*[local-name()='script']")


def test_no_name_leads_out_of_the_folder(lawful):
    for name in publish([hostile(lawful)], DAY).files:
        assert ".." not in PurePosixPath(name).parts and not name.startswith("/")


def test_no_cell_of_the_csv_is_a_formula(lawful):
    table = publish([hostile(lawful)], DAY).files["thu-tuc.csv"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table)))
    assert rows[1][2] == "'=HYPERLINK(1)"
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


@given(st.text())
def test_a_safe_name_is_plain(text):
    name = safe_name(text)
    assert name and name.isascii() and len(name) <= 80
    assert "/" not in name and "\\" not in name and not name.startswith(".")


@given(st.lists(st.sampled_from(["Đơn", "don", "don-2", "", "…"]), max_size=8))
def test_names_are_unique(texts):
    names = unique_names(texts)
    assert len(set(names)) == len(names) == len(texts)


def test_a_name_can_still_be_read():
    assert safe_name("Cấp giấy phép Xây dựng, đợt 2") == "cap-giay-phep-xay-dung-dot-2"
