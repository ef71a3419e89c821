"""The catalogue: each sentence in two languages with the same placeholders; no key is missing."""

import re
from pathlib import Path
from string import Formatter

import pytest

from procflow.engine.messages import ROOMS, page

HOUSE = Path(__file__).parents[2]
SENTENCES = [(key, pair) for room in ROOMS for key, pair in page(room).items()]

DRAWN = {"procedure.code"}
"""Names of `zeebe:properties`, which look like keys."""


def placeholders(text):
    """The names in the text; an argument that is a sentence itself comes as `why` and `why_en`."""
    names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return {name.removesuffix("_en") for name in names}


@pytest.mark.parametrize(("key", "pair"), SENTENCES, ids=[key for key, _ in SENTENCES])
def test_both_languages_say_the_same_things(key, pair):
    vietnamese, english = pair
    assert placeholders(vietnamese) == placeholders(english)
    assert vietnamese.strip() and english.strip()


@pytest.mark.parametrize("room", ROOMS)
def test_keys_begin_with_their_room(room):
    assert all(key.startswith(f"{room}.") for key in page(room))


def test_every_page_of_the_catalogue_is_a_room_or_a_part_of_one():
    texts = {file.stem: file.read_text() for file in (HOUSE / "engine" / "messages").glob("*.py")}
    pages = {name for name, text in texts.items() if "\nSENTENCES" in text}
    parts = set(texts) - pages - {"__init__"}
    assert pages == set(ROOMS)
    for part in parts:
        imported = re.compile(rf"^from \. import .*\b{part}\b", re.M)
        assert any(imported.search(texts[page]) for page in pages), part


def test_every_key_written_out_in_the_code_is_in_the_catalogue():
    known = {key for key, _ in SENTENCES}
    pattern = re.compile(rf'"((?:{"|".join(ROOMS)})\.[a-z][a-z0-9.-]+)"')
    for folder in ("engine", "handlers", "commands"):
        for file in (HOUSE / folder).rglob("*.py"):
            if file.parent.name != "messages":
                for key in pattern.findall(file.read_text()):
                    if key not in DRAWN and not key.endswith((".py", ".toml")):
                        spelled = {key, f"command.{key}"} if folder == "commands" else {key}
                        assert spelled & known, f"{file.relative_to(HOUSE)} names {key}"
