"""A published form that has no e-form gets one."""

from __future__ import annotations

from ...level.level import Lack
from ..contents import application, component_field
from ..draft import Draft
from ..outcome import Done, Left


def raise_form(draft: Draft, lack: Lack) -> Done | Left:
    form = lack.finding.arguments.get("form")
    if not form:
        return Left("facts")
    parts = [
        component_field(number, each.name)
        for number, each in enumerate(draft.facts.components, 1)
        if not each.form
    ]
    draft.add_form(str(form), [*application(), *parts])
    return Done("form-written", {"form": str(form)})
