"""The committed element templates are what the handlers declare.

Run this file (`python tests/handlers/test_element_templates.py`) to write them anew.
"""

import json
import re
from pathlib import Path

import pytest

from procflow.engine.handler import HandlerRegistry
from procflow.engine.templates import reference_page, template_name, template_text
from procflow.handlers.dossier.handlers import DossierHandlers
from procflow.handlers.dossier.memory import MemoryDossiers
from procflow.handlers.notification.handlers import NotificationHandlers
from procflow.handlers.notification.memory import MemoryChannel
from procflow.handlers.payment.handlers import PaymentHandlers
from procflow.handlers.payment.memory import MemoryOrders
from procflow.handlers.payment.sandbox import SandboxGateway

HANDLERS = Path(__file__).parents[2] / "handlers"


def shipped():
    """Each shipped job type with the file its template lies in."""
    from procflow.engine.model.secret import Secret

    gateway = SandboxGateway(MemoryOrders(), Secret("a-secret-of-the-tests"))
    for folder, handlers in (
        ("dossier", DossierHandlers(MemoryDossiers())),
        ("payment", PaymentHandlers(gateway)),
        ("notification", NotificationHandlers([MemoryChannel()])),
    ):
        registry = HandlerRegistry([handlers])
        for job_type in sorted(registry.types):
            facts = registry.facts(job_type)
            yield facts, HANDLERS / folder / "element-templates" / template_name(facts)


SHIPPED = list(shipped())


@pytest.mark.parametrize(("facts", "file"), SHIPPED, ids=[facts.type for facts, _ in SHIPPED])
class TestEachJobType:
    def test_its_template_is_current(self, facts, file):
        assert file.read_text(encoding="utf-8") == template_text(facts)

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


def test_no_template_is_left_over():
    found = set(HANDLERS.glob("*/element-templates/*"))
    assert found == {file for _, file in SHIPPED}


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


if __name__ == "__main__":
    for facts, file in SHIPPED:
        file.parent.mkdir(exist_ok=True)
        file.write_text(template_text(facts), encoding="utf-8")
