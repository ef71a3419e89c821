import ast
import re
from pathlib import Path

import pytest

from procflow.engine.messages import page

ROOM = Path(__file__).parents[3] / "engine" / "procedure"
NAMED = re.compile(r"^(procedure|forms)\.[a-z0-9-]*[a-z0-9]$")
FILE_NAMES = {"procedure.toml"}


def written(room):
    """The keys written out in the room's code, and those made of a prefix and a name."""
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and NAMED.match(str(node.value)):
                yield node.value
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("line", "misfit"):
                prefix = {"line": "procedure.proof-", "misfit": "forms."}[node.func.id]
                if node.args and isinstance(node.args[0], ast.Constant):
                    yield prefix + node.args[0].value


@pytest.mark.parametrize("room", ["procedure", "forms"])
def test_every_key_has_both_sentences(room):
    keys = {key for key in written(room) if key.startswith(f"{room}.")} - FILE_NAMES
    assert keys
    assert keys <= set(page(room))


@pytest.mark.parametrize("room", ["procedure", "forms"])
def test_every_sentence_is_said_in_both_languages(room):
    for key, (vi, en) in page(room).items():
        assert vi.strip(), key
        assert en.strip(), key
        assert key.startswith(f"{room}.")
