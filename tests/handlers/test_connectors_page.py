"""The page of connectors says what the exercises and the tests say, and leaves nothing out."""

from pathlib import Path
from runpy import run_path

import pytest

HOUSE = Path(__file__).parents[2]
WRITER = run_path(str(HOUSE / "docs" / "reference" / "write_connectors.py"))
MADE_LATE = {"LatePen"}
"""Hands everything on to another adapter, which it makes when it is first needed."""


def test_the_page_is_up_to_date():
    """If this fails, run `make docs`."""
    assert WRITER["PAGE"].read_text(encoding="utf-8") == WRITER["written"]()


@pytest.mark.parametrize("system", WRITER["SYSTEMS"])
def test_each_exercise_is_done(system):
    done = {name for proof in WRITER["proofs"](system) for name in proof.exercises}
    assert done == WRITER["exercises"](system).keys()
    assert done


@pytest.mark.parametrize("system", WRITER["SYSTEMS"])
def test_each_adapter_of_a_port_is_put_to_the_test(system):
    tested = {name for proof in WRITER["proofs"](system) for name in proof.adapters}
    assert WRITER["adapters"](system) - tested <= MADE_LATE
    assert all(WRITER["ports"](system).values())


def test_every_folder_of_handlers_is_on_the_page():
    folders = {file.parent.name for file in (HOUSE / "handlers").glob("*/port.py")}
    assert folders == set(WRITER["SYSTEMS"])
