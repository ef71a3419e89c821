"""Links between the pages of this repository lead somewhere."""

import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
PAGES = [
    page
    for page in sorted(HOUSE.rglob("*.md"))
    if not any(
        part in {"node_modules", "build", "demo"} or part.startswith(".")
        for part in page.relative_to(HOUSE).parts
    )
]
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s#]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(HOUSE)))
def test_links_lead_somewhere(page):
    missing = [link for link in LINK.findall(page.read_text()) if not (page.parent / link).exists()]
    assert missing == []


def test_the_first_page_leads_to_every_page():
    docs = HOUSE / "docs"
    led_to = {(docs / link).resolve() for link in LINK.findall((docs / "README.md").read_text())}
    generated = {docs / "reference" / "rules", docs / "reference" / "jobs"}
    pages = {page for page in docs.rglob("*.md") if page.parent not in generated}
    assert pages - led_to == {docs / "README.md"}
