"""Fields drawn into a user task or start event become a form of their own (form-js JSON)."""

from __future__ import annotations

import json
import re

from ..xml import Node, local
from .bench import Bench
from .form_components import component
from .untranslatable import Untranslatable
from .vendor import discard, extras, inner
from .zeebe import has, put

SCHEMA = {
    "type": "default",
    "schemaVersion": 18,
    "executionPlatform": "Camunda Cloud",
    "executionPlatformVersion": "8.8.0",
}


def convert(bench: Bench, node: Node) -> None:
    holders = list(extras(node, "formData")) or list(extras(node, "formProperty"))
    fields = [field for holder in holders for field in _fields(holder)]
    if not fields:
        return
    if has(node, "formDefinition"):
        bench.leave(holders[0], Untranslatable("form-both"))
        return
    form = form_id(node)
    bench.forms[form] = _written(bench, form, fields)
    put(node, "formDefinition", formId=form)
    for holder in holders:
        _note_business_key(bench, holder)
        discard(holder)


def _fields(holder: Node) -> list[Node]:
    return [holder] if local(holder) == "formProperty" else list(inner(holder, "formField"))


def form_id(node: Node) -> str:
    """By process and element, in letters a file name may have."""
    process = next((each for each in node.iterancestors("{*}process")), node)
    name = f"{process.get('id') or 'process'}-{node.get('id') or local(node)}"
    return re.sub(r"[^\w-]+", "-", name)


def _written(bench: Bench, form: str, fields: list[Node]) -> str:
    components = [component(bench, field, number) for number, field in enumerate(fields, 1)]
    known = {each["key"]: each for each in components if each is not None}
    whole = {**SCHEMA, "id": form, "components": list(known.values())}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _note_business_key(bench: Bench, holder: Node) -> None:
    name = holder.get("businessKey")
    if name is not None:
        bench.leave(holder, Untranslatable("form-business-key", name=name), text=name)
