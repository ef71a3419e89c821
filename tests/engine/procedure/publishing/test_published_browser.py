"""The catalogue in a real browser, from disk: the search finds a procedure."""

import os
import subprocess
from pathlib import Path

import pytest
from lxml import html

CHROMIUM = Path(os.environ.get("PROCFLOW_CHROMIUM", "/usr/bin/chromium"))
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

pytestmark = pytest.mark.skipif(
    not CHROMIUM.is_file(),
    reason=f"NO BROWSER: {CHROMIUM} is not there; PROCFLOW_CHROMIUM names another",
)


@pytest.fixture
def shown(shipped, tmp_path):
    """What the browser made of a page of the catalogue, its scripts run."""
    home = tmp_path / "catalogue"
    for name, content in shipped.files.items():
        place = home / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)

    def opened(page):
        done = subprocess.run(
            [
                str(CHROMIUM),
                *FLAGS,
                f"--user-data-dir={tmp_path / 'profile'}",
                "--dump-dom",
                f"{home.as_uri()}/{page}",
            ],
            capture_output=True,
            timeout=120,
            check=True,
        )
        return html.document_fromstring(done.stdout.decode())

    return opened


def visible(page):
    return page.xpath("//ul[@id='danh-sach']/li[not(@hidden)]//a/@href")


def test_the_search_finds_a_procedure_without_diacritics(shown):
    page = shown("index.html?q=dang+ky+HO+kinh+doanh")
    assert visible(page) == ["thu-tuc/1.001612.html"]
    assert page.get_element_by_id("so-ket-qua").text == "Tìm thấy 1 trong 2 thủ tục."
    assert not page.xpath("//form[@hidden]")


def test_the_search_finds_nothing_where_nothing_is(shown):
    page = shown("index.html?q=kh%C3%B4ng+c%C3%B3+th%E1%BB%A7+t%E1%BB%A5c+n%C3%A0o")
    assert visible(page) == []
    assert page.get_element_by_id("so-ket-qua").text == "Tìm thấy 0 trong 2 thủ tục."
