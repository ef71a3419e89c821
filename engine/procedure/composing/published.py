"""procedure.toml of a composed procedure: what was given, with what the drawing needs besides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..facts import Lane, ProcedureFacts, PublishedForm
from ..raising.toml_text import with_item_value, with_lane, with_root_value, with_table, with_values
from .names import application_form
from .plan import Plan
from .wording import known

E_FORM = "Đơn điện tử"


def with_forms(facts: ProcedureFacts, slug: str) -> ProcedureFacts:
    """Every published form has an e-form; where none is published, the application is."""
    if not facts.forms:
        return replace(facts, forms=(PublishedForm(name=E_FORM, form=application_form(slug)),))
    forms = tuple(
        form if form.form else replace(form, form=_form_name(slug, number))
        for number, form in enumerate(facts.forms)
    )
    return replace(facts, forms=forms)


def _form_name(slug: str, number: int) -> str:
    return application_form(slug) if number == 0 else f"{slug}-mau-{number + 1}"


def published(text: str, given: ProcedureFacts, plan: Plan) -> str:
    """given: the facts as the text has them. Comments and the order of things stay."""
    for key in ("code", "name"):
        if not known(getattr(given, key)):
            text = with_root_value(text, key, getattr(plan.facts, key))
    text = _with_forms(text, given, plan)
    level = plan.demand.level
    if level is not given.level:
        told = {"declared": level.declared.value, "law": level.law or None}
        reason = level.reason.value if level.reason else None
        text = with_values(text, "level", {**told, "reason": reason})
    return _with_lanes(text, given.lanes, plan.lanes)


def _with_forms(text: str, given: ProcedureFacts, plan: Plan) -> str:
    if not given.forms:
        (form,) = plan.facts.forms
        return with_table(text, "[[forms]]", {"name": form.name, "form": form.form})
    for number, (before, after) in enumerate(zip(given.forms, plan.facts.forms, strict=True)):
        if before.form != after.form:
            text = with_item_value(text, "[[forms]]", number, "form", after.form)
    return text


def _with_lanes(text: str, there: Mapping[str, Lane], lanes: Mapping[str, Lane]) -> str:
    for label, lane in lanes.items():
        if label not in there:
            text = with_lane(text, label, lane.kind.value, lane.group)
    return text
