"""Holds what somebody filled in against a form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ..errors import InvalidVariables
from ..messages import message
from ..procedure.forms import Form, check_variables
from .means import Means


def filled(
    form: Form,
    given: Mapping[str, Any],
    known: Mapping[str, Any],
    means: Means,
    now: datetime,
    **named: str,
) -> Mapping[str, Any]:
    """The values as the form has them. named: `label` and `key` of what the form belongs to.

    known: what the form was shown with. Raises InvalidVariables, with a sentence a field.
    """
    checked = check_variables(form, given, known, means.environment(now), means.language)
    if checked.problems:
        problems = " ".join(checked.problems.values())
        text = message("runtime.form-does-not-fit", means.language, problems=problems, **named)
        raise InvalidVariables(text, checked.problems)
    return checked.values
