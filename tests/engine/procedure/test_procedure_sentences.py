"""Keys that the code puts together; tests/house looks after those written out."""

import ast
from pathlib import Path

import pytest

from procflow.engine.messages import page
from procflow.engine.procedure.facts import Unit
from procflow.engine.procedure.fields import Moment
from procflow.engine.procedure.ledger import REASONS

ROOM = Path(__file__).parents[3] / "engine" / "procedure"
PREFIXES = {"line": "procedure.proof-", "misfit": "forms."}


def called_with(function):
    """The texts a function of the room is called with first."""
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and getattr(node.func, "id", "") == function
            if called and node.args and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value


@pytest.mark.parametrize("function", PREFIXES)
def test_every_proof_line_and_every_misfit_has_its_sentence(function):
    prefix = PREFIXES[function]
    keys = {prefix + name for name in called_with(function)}
    assert len(keys) > 8
    assert keys <= set(page(prefix.partition(".")[0]))


def test_every_name_inside_a_sentence_has_its_words():
    known = set(page("procedure"))
    assert {f"procedure.term-{unit.value}" for unit in Unit} <= known
    assert {f"procedure.pause-{reason}" for reason in REASONS} <= known
    assert {f"procedure.weekday-{number}" for number in range(7)} <= known
    assert {f"procedure.proof-{kind}-unconfirmed" for kind in ("off", "worked")} <= known
    assert {f"forms.not-{moment.value}" for moment in Moment} <= set(page("forms"))
