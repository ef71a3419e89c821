"""Which form a user task or a start event shows."""

from __future__ import annotations

import re

from ..xml import Node
from .bench import Bench
from .untranslatable import Untranslatable
from .vendor import peek, take
from .zeebe import has, put

FORM_FILE = re.compile(r"camunda-forms:[\w-]+:(?:.*/)?(?P<name>[^/]+?)(?:\.form|\.json)?")
PAGE = re.compile(r"embedded:|(?:app|deployment|context):|\S+\.(?:html?|xhtml|jsf|jsp)(?:\?|$)")
BINDINGS = ("latest", "deployment")


def convert(bench: Bench, node: Node) -> None:
    """`formRef` names a form by its id, `formKey` a form or a page."""
    if has(node, "formDefinition"):
        return
    if peek(node, "formRef") is not None:
        _reference(bench, node)
    else:
        _key(bench, node)


def _reference(bench: Bench, node: Node) -> None:
    binding = (peek(node, "formRefBinding") or "latest").strip()
    if binding not in BINDINGS:
        bench.leave_attribute(node, "formRefBinding", Untranslatable("binding", binding=binding))
        bench.pass_over(node, "formRef", "formRefVersion")
        return
    form = bench.taken(node, "formRef")
    if form:
        take(node, "formRefBinding")
        put(node, "formDefinition", formId=form, bindingType=_unless_latest(binding))


def _unless_latest(binding: str) -> str | None:
    return None if binding == "latest" else binding


def _key(bench: Bench, node: Node) -> None:
    text = (peek(node, "formKey") or "").strip()
    file = FORM_FILE.fullmatch(text)
    if file is not None:
        bench.mention_attribute(node, "formKey", Untranslatable("form-file", form=file["name"]))
        take(node, "formKey")
        put(node, "formDefinition", formId=file["name"])
    elif PAGE.match(text):
        bench.leave_attribute(node, "formKey", Untranslatable("form-page"))
    elif form := bench.taken(node, "formKey"):
        put(node, "formDefinition", formId=form)
