"""Forms as bpmn.io's form editor writes them (form-js JSON), and whether variables fit them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..errors import Finding, Refused
from ..expressions import Environment
from ..messages import Language, message
from .answer_sheet import AnswerSheet
from .field_reader import FieldReader
from .fields import Field, Personal
from .lines import json_lines
from .tables import Problem

RULE = "form"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form. `id` is what `formDefinition` of a user task names."""

    id: str
    file: str
    fields: tuple[Field, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables that completing the form sets."""
        return tuple(dict.fromkeys(field.path[0] for field in self.fields))

    @property
    def personal(self) -> dict[str, Personal]:
        """The class of each field that has one; fields of rows as `members[].name`."""
        return dict(_personal(self.fields))


@dataclass(frozen=True, slots=True)
class CheckedVariables:
    """values: cleaned, to be set as variables. problems: a sentence for each field's path."""

    values: dict[str, Any]
    problems: dict[str, str]


def read_form(file: str, content: bytes) -> Form:
    """The form of a `.form` file, with a finding for each fault.

    Raises Refused when the file is no form at all.
    """
    text, schema = _parse(file, content)
    reader = FieldReader()
    fields = reader.read_all(schema.get("components"), ("components",))
    identity = schema.get("id")
    problems = list(reader.problems)
    if not isinstance(identity, str) or not identity:
        problems.append(Problem(("id",), "forms.no-id", {}))
    lines = json_lines(text)
    return Form(
        id=identity if isinstance(identity, str) else "",
        file=file,
        fields=fields,
        findings=tuple(problem.finding(RULE, file, lines) for problem in problems),
    )


def check_variables(
    form: Form,
    variables: Mapping[str, Any],
    known: Mapping[str, Any] | None = None,
    environment: Environment | None = None,
    language: Language = "vi",
) -> CheckedVariables:
    """Hold what somebody filled in against the form.

    known: the variables the form was shown with. Conditions and choices may read them, and a value
    that only repeats them is no answer to a question that was not asked.
    """
    sheet = AnswerSheet(environment or Environment())
    values = sheet.check(form.fields, variables, known or {})
    problems = {
        name: message(misfit.key, language, label=label, **misfit.arguments)
        for name, (label, misfit) in sheet.misfits.items()
    }
    return CheckedVariables(values, problems)


def _parse(file: str, content: bytes) -> tuple[str, Mapping[str, Any]]:
    try:
        text = content.decode("utf-8-sig")
        schema = json.loads(text, parse_float=Decimal, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise _unreadable(file, error.msg, error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise _unreadable(file, str(error), None) from error
    if not isinstance(schema, Mapping) or schema.get("type") not in (None, "default"):
        raise _unreadable(file, 'no object with "type": "default"', 1)
    return text, schema


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _unreadable(file: str, why: str, line: int | None) -> Refused:
    key, arguments = "forms.not-a-form", {"why": why}
    return Refused(
        [Finding(rule=RULE, severity="error", key=key, arguments=arguments, file=file, line=line)]
    )


def _personal(fields: tuple[Field, ...], before: str = "") -> list[tuple[str, Personal]]:
    found: list[tuple[str, Personal]] = []
    for field in fields:
        if field.personal is not None:
            found.append((before + field.name, field.personal))
        found.extend(_personal(field.fields, f"{before}{field.name}[]."))
    return found
