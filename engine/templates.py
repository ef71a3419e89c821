"""Element templates and reference pages, made from what a job type declares.

The templates follow Camunda's schema for Camunda 8, so that Camunda Modeler and our own page offer
them. Kinds other than texts are given as FEEL, because a static text in a mapping stays a text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from .messages import Language, message
from .model.job_type import FieldFacts, JobTypeFacts, Words

SCHEMA = "https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json"
KEPT = " =:/'"
"""Letters that stay as they are in the address of a picture."""

ELEMENTS = ("bpmn:Task", "bpmn:ServiceTask", "bpmn:SendTask")

Property = dict[str, Any]


def element_template(facts: JobTypeFacts, language: Language = "vi") -> dict[str, Any]:
    """The element template of a job type, with labels in the given language."""
    return {
        "$schema": SCHEMA,
        "name": facts.title.text(language),
        "id": f"procflow.{facts.type}",
        "version": facts.version,
        "description": _description(facts, language),
        **_icon(facts),
        "appliesTo": list(ELEMENTS),
        "elementType": {"value": "bpmn:ServiceTask"},
        "groups": _groups(language),
        "properties": list(_properties(facts, language)),
    }


def template_text(facts: JobTypeFacts, language: Language = "vi") -> str:
    """The element template as the text of its JSON file."""
    return json.dumps(element_template(facts, language), ensure_ascii=False, indent=2) + "\n"


def template_name(facts: JobTypeFacts) -> str:
    """The name of the template's file."""
    return f"{facts.type}.json"


def _icon(facts: JobTypeFacts) -> dict[str, dict[str, str]]:
    """The picture, carried along: nothing is loaded from elsewhere when a drawing is opened."""
    if facts.icon is None:
        return {}
    return {"icon": {"contents": f"data:image/svg+xml,{quote(facts.icon, safe=KEPT)}"}}


def _groups(language: Language) -> list[dict[str, str]]:
    names = ("input", "output", "retries")
    return [{"id": name, "label": message(f"handlers.group.{name}", language)} for name in names]


def _description(facts: JobTypeFacts, language: Language) -> str:
    codes = ", ".join(facts.raises)
    raises = message("handlers.raises", language, codes=codes) if codes else ""
    return " ".join(part for part in (f"{facts.title.en}.", raises) if part)


def _properties(facts: JobTypeFacts, language: Language) -> Iterator[Property]:
    yield _definition("type", facts.type, type="Hidden")
    label = message("handlers.retries", language)
    yield _definition("retries", "3", type="String", label=label, group="retries", feel="optional")
    for field in facts.inputs.values():
        yield _input(field, language)
    for field in facts.outputs.values():
        yield _output(field, language)


def _definition(name: str, value: str, **more: str) -> Property:
    binding = {"type": "zeebe:taskDefinition", "property": name}
    return {"value": value, "binding": binding, **more}


def _input(field: FieldFacts, language: Language) -> Property:
    made: Property = {
        "id": f"input.{field.name}",
        "label": field.label.text(language),
        "description": _hint(field, language),
        "group": "input",
        "binding": {"type": "zeebe:input", "name": field.name},
        **_editor(field, language),
    }
    made |= {"value": field.feel} if field.feel else {}
    made |= {"constraints": _constraints(field)} if field.required else {"optional": True}
    return made


def _editor(field: FieldFacts, language: Language) -> Property:
    """How the field is edited: a list of choices, a text that may be FEEL, or FEEL alone.

    Camunda's schema allows no FEEL in a list of choices; a proposed expression needs a text.
    """
    if field.choices and not field.feel:
        return {"type": "Dropdown", "choices": list(_choices(field, language))}
    return {"type": "String", "feel": "optional" if field.kind == "string" else "required"}


def _choices(field: FieldFacts, language: Language) -> Iterator[dict[str, str]]:
    sign = "" if field.kind == "string" else "="
    for value, words in field.choices.items():
        yield {"name": words.text(language), "value": f"{sign}{value}"}


def _constraints(field: FieldFacts) -> Property:
    return {"notEmpty": True} | _pattern(field.limits.pattern)


def _pattern(pattern: str | None) -> Property:
    return {"pattern": {"value": f"^(=[\\s\\S]*|{pattern})$"}} if pattern else {}


def _hint(field: FieldFacts, language: Language) -> str:
    """The hint, the label in the other language, and the entries of a context."""
    other = field.label.text("en" if language == "vi" else "vi")
    entries = ", ".join(_entry(entry) for entry in field.fields)
    parts = (
        field.hint.text(language) if field.hint else "",
        other,
        f"{{{entries}}}" if entries else "",
    )
    return " · ".join(part for part in parts if part)


def _entry(field: FieldFacts) -> str:
    return field.name if field.required else f"{field.name}?"


def _output(field: FieldFacts, language: Language) -> Property:
    return {
        "id": f"output.{field.name}",
        "label": field.label.text(language),
        "description": _hint(field, language),
        "group": "output",
        "type": "String",
        "value": field.name,
        "optional": True,
        "binding": {"type": "zeebe:output", "source": f"={field.name}"},
    }


def reference_page(facts: JobTypeFacts, language: Language = "en") -> str:
    """The page a developer or analyst reads about one job type, as Markdown."""
    parts = (
        f"# {facts.title.text(language)}",
        message("handlers.reference.head", language, type=facts.type, version=facts.version),
        facts.description if language == "en" else "",
        *_section("inputs", _field_rows(facts.inputs.values(), language), language),
        *_section("outputs", _field_rows(facts.outputs.values(), language), language),
        *_section("errors", _error_rows(facts.raises.items(), language), language),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(name: str, rows: Iterable[tuple[str, ...]], language: Language) -> Iterator[str]:
    lines = list(rows)
    heading = message(f"handlers.reference.{name}", language)
    if not lines:
        return
    columns = message(f"handlers.reference.{name}-columns", language).split("|")
    yield f"## {heading}"
    yield "\n".join(_line(row) for row in (columns, ["---"] * len(columns), *lines))


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _field_rows(
    fields: Iterable[FieldFacts], language: Language, above: str = ""
) -> Iterator[tuple[str, ...]]:
    for field in fields:
        name = f"{above}{field.name}"
        label = field.label.text(language)
        yield f"`{name}`", _kind(field), _needed(field, language), label, _rules(field, language)
        yield from _field_rows(field.fields, language, f"{name}[]." if field.items else f"{name}.")


def _kind(field: FieldFacts) -> str:
    return f"list<{field.items}>" if field.items else field.kind


def _needed(field: FieldFacts, language: Language) -> str:
    return message(f"handlers.reference.{'required' if field.required else 'optional'}", language)


def _rules(field: FieldFacts, language: Language) -> str:
    """Choices, limits and the proposed expression, in a few words."""
    limits = field.limits
    bounds = {
        "pattern": limits.pattern and f"`{limits.pattern}`",
        "minimum": limits.minimum,
        "maximum": limits.maximum,
        "min-length": limits.min_length,
        "max-length": limits.max_length,
        "whole": "" if limits.whole else None,
        "choices": ", ".join(f"`{value}`" for value in field.choices) or None,
        "default": field.feel and f"`{field.feel}`",
    }
    told = ((name, bound) for name, bound in bounds.items() if bound is not None)
    return "; ".join(
        message(f"handlers.limit.{name}", language, limit=bound) for name, bound in told
    )


def _error_rows(
    raises: Iterable[tuple[str, Words]], language: Language
) -> Iterator[tuple[str, ...]]:
    return ((f"`{code}`", words.text(language)) for code, words in raises)
