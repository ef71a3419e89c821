"""What a payment is called and how much it is, as FEEL, by the step that collects or the facts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from ...bpmn.model import Element
from ..facts import Fee

FEEL = "="


def fee_name(fees: Sequence[Fee], step: Element | None) -> str:
    """The name of the fee; of several, that of the case."""
    named = [(fee.when, json.dumps(fee.name, ensure_ascii=False)) for fee in fees if fee.name]
    if len({name for _, name in named}) == 1:
        return FEEL + named[0][1]
    if named:
        return FEEL + _by_case(named)
    return FEEL + json.dumps(step.label if step else "Phí, lệ phí", ensure_ascii=False)


def fee_amount(fees: Sequence[Fee], step: Element | None) -> str | None:
    """The amount: what the step is shown, else what is published; None where nobody says it."""
    shown = (
        next((each.source for each in step.inputs if each.target == "amount"), None)
        if step
        else None
    )
    if shown is not None:
        return shown
    if not fees or any(fee.amount is None for fee in fees):
        return None
    return FEEL + _by_case([(fee.when, str(fee.amount)) for fee in fees])


def _by_case(cases: Iterable[tuple[str, str]]) -> str:
    """`if a then x else if b then y else z`, the last case taken where none holds."""
    *first, (_, last) = cases
    text = last
    for when, value in reversed(first):
        condition = when.removeprefix(FEEL).strip() or "true"
        text = f"if {condition} then {value} else {text}"
    return text
