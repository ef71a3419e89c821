"""The package list of pyproject.toml is the tree on disk."""

import tomllib
from pathlib import Path

HOUSE = Path(__file__).parents[2]
SENTENCES = "procflow.features.steps"
"""Installed too: `procflow raise` plays features by them."""

NOT_INSTALLED = {"tests", "features", "bench", "docs", "build", ".venv", ".typing"}


def packages_on_disk():
    for init in HOUSE.rglob("__init__.py"):
        folder = init.parent.relative_to(HOUSE)
        if not folder.parts or folder.parts[0] not in NOT_INSTALLED:
            yield ".".join(("procflow", *folder.parts))


def test_every_package_is_listed_and_every_listed_package_exists():
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text())
    listed = settings["tool"]["setuptools"]["packages"]
    assert listed == sorted(listed)
    assert set(listed) == {*packages_on_disk(), SENTENCES}


def test_nothing_but_the_public_page_and_the_command_lies_at_the_top():
    assert {file.name for file in HOUSE.glob("*.py")} <= {"__init__.py", "cli.py"}
