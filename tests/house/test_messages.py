"""The catalogue: each sentence in two languages with the same placeholders; no key is missing."""

import re
from pathlib import Path
from string import Formatter

import pytest

from procflow.engine.messages import ROOMS, page

HOUSE = Path(__file__).parents[2]
CATALOGUE = HOUSE / "engine" / "messages"
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


def test_every_file_of_the_catalogue_is_a_room_or_a_part_of_one():
    texts = {file: file.read_text() for file in CATALOGUE.rglob("*.py")}
    del texts[CATALOGUE / "__init__.py"]
    pages = {file for file, text in texts.items() if "\nSENTENCES" in text}
    rooms = {file.parent.name if file.stem == "__init__" else file.stem for file in pages}
    assert rooms == set(ROOMS)
    for part in set(texts) - pages:
        imported = re.compile(rf"^from \. import .*\b{part.stem}\b", re.M)
        siblings = [texts[page] for page in pages if page.parent == part.parent]
        assert any(imported.search(text) for text in siblings), part


@pytest.mark.parametrize("room", ROOMS)
def test_no_part_of_a_room_hides_a_sentence_of_another(room):
    lone, whole = CATALOGUE / f"{room}.py", CATALOGUE / room
    files = whole.glob("*.py") if whole.is_dir() else [lone]
    keys = re.findall(rf'^ +"({room}\.[^"]+)":', "".join(map(Path.read_text, files)), re.M)
    assert len(keys) == len(set(keys))


def test_every_key_written_out_in_the_code_is_in_the_catalogue():
    known = {key for key, _ in SENTENCES}
    pattern = re.compile(rf'"((?:{"|".join(ROOMS)})\.[a-z][a-z0-9.-]+)"')
    for folder in ("engine", "handlers", "commands"):
        for file in (HOUSE / folder).rglob("*.py"):
            if CATALOGUE not in file.parents:
                for key in pattern.findall(file.read_text()):
                    if key not in DRAWN and not key.endswith((".py", ".toml")):
                        spelled = {key, f"command.{key}"} if folder == "commands" else {key}
                        assert spelled & known, f"{file.relative_to(HOUSE)} names {key}"
