"""The committed element templates and reference pages are what the handlers declare.

If they are not, `make docs` writes them anew.
"""

import json
import re
from pathlib import Path
from runpy import run_path

import pytest

from procflow.engine.templates import reference_page

HOUSE = Path(__file__).parents[2]
HANDLERS = HOUSE / "handlers"
WRITER = run_path(str(HOUSE / "docs" / "reference" / "write_jobs.py"))
SHIPPED = [(facts, WRITER["template_file"](system, facts)) for system, facts in WRITER["shipped"]()]


def test_what_is_committed_is_what_the_handlers_declare():
    pages = WRITER["written"]()
    there = {*HANDLERS.glob("*/element-templates/*"), *WRITER["PAGES"].glob("*")}
    assert there == set(pages)
    assert {file: file.read_text(encoding="utf-8") for file in pages} == pages


@pytest.mark.parametrize(("facts", "file"), SHIPPED, ids=[facts.type for facts, _ in SHIPPED])
class TestEachJobType:
    def test_all_it_declares_is_labelled_in_both_languages(self, facts, file):
        fields = [*facts.inputs.values(), *facts.outputs.values()]
        while fields:
            field = fields.pop()
            assert field.label.vi != field.name, field.name
            assert field.label.vi != field.label.en, field.name
            fields += field.fields
        assert all(words.vi != code for code, words in facts.raises.items())
        assert facts.title.vi != facts.type

    def test_its_folder_s_page_names_it_and_its_errors(self, facts, file):
        page = (file.parents[1] / "README.md").read_text(encoding="utf-8")
        for name in (facts.type, *facts.raises, *facts.inputs, *facts.outputs):
            assert f"`{name}`" in page, name

    def test_its_reference_page_can_be_made(self, facts, file):
        for language in ("vi", "en"):
            assert facts.title.text(language) in reference_page(facts, language)


def test_the_error_codes_a_page_names_are_declared():
    for page in HANDLERS.glob("*/README.md"):
        codes = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)`", page.read_text(encoding="utf-8")))
        declared = {
            code
            for facts, file in SHIPPED
            if file.parents[1] == page.parent
            for code in facts.raises
        }
        assert codes == declared, page


def test_templates_are_json_with_the_parts_a_drawing_program_needs():
    for _, file in SHIPPED:
        template = json.loads(file.read_text(encoding="utf-8"))
        assert {"$schema", "name", "id", "appliesTo", "properties", "icon"} <= set(template)
