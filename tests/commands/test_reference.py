"""docs/reference/command.md is what the command says of itself today."""

from pathlib import Path

from procflow.cli import procflow
from procflow.commands.reference import reference_page

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "command.md"


def test_the_page_is_current():
    assert PAGE.read_text(encoding="utf-8") == reference_page(procflow), "write it anew: make docs"
