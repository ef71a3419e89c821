"""What a way around some steps has to set, because later steps and notices may read it.

Of a field about a person the applicant is meant, of a date the day, of other texts the new step.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ...bpmn.model import Element
from ..fields import Field, FieldKind, Personal
from .draft import Draft

Pair = tuple[str, str]

BY_KIND = {
    FieldKind.NUMBER: "0",
    FieldKind.CHECKBOX: "false",
    FieldKind.CHECKLIST: "[]",
    FieldKind.TAGLIST: "[]",
    FieldKind.ROWS: "[]",
    FieldKind.DATETIME: "string(now().date)",
}
PERSONS = frozenset({Personal.BASIC, Personal.SENSITIVE})
RECEIPT = "receipt"


def bridged(draft: Draft, around: Iterable[Element], label: str) -> list[Pair]:
    """Outputs for the variables that the steps would have set; what is set already stays.

    label: of the new step.
    """
    given: dict[str, str] = {}
    for step in around:
        known = {each.target for each in step.inputs}
        for name, field in _written(draft, step):
            if name not in known:
                given.setdefault(name, _value(name, field, label))
    return [(f"=get or else({name}, {value})", name) for name, value in given.items()]


def _written(draft: Draft, step: Element) -> Iterator[tuple[str, Field | None]]:
    """The variables a step sets, with the form's field where there is one."""
    form = draft.folder.forms.get(step.form_id or "")
    fields = {field.path[0]: field for field in form.fields if not field.locked} if form else {}
    if not step.outputs:
        yield from fields.items()
    for mapping in step.outputs:
        yield mapping.target, fields.get(mapping.target)


def _value(name: str, field: Field | None, label: str) -> str:
    if RECEIPT in name.lower():
        return f"get or else({RECEIPT}, null)"
    if field is None or len(field.path) > 1:
        return "null"
    if field.kind in BY_KIND:
        return BY_KIND[field.kind]
    return "applicant.name" if field.personal in PERSONS else json.dumps(label, ensure_ascii=False)
