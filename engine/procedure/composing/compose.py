"""Composes a procedure from its facts: decides first, then writes every file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..facts import ProcedureFacts
from ..folder import FACTS, NOTICES, ProcedureFolder, read_procedure
from ..law.library import Find
from ..level.level import Level
from ..level.measure import measure
from ..raising.draft import FORMS
from .charge import Pricing
from .drawing import draw
from .feature import feature_of
from .fee_table import fee_table
from .forms import forms_of
from .notices import notices_of
from .plan import Plan, plan_of, without_blanks
from .published import published, with_forms
from .question import Question, ask
from .readme import readme_of
from .shape import Chosen, Shape

README, TABLE = "README.md", "phi.dmn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """files: of the folder, by name. feature: the text of the first one. level: what it reaches."""

    slug: str
    files: Mapping[str, bytes]
    feature: str
    chosen: Chosen
    questions: tuple[Question, ...]
    level: Level
    folder: ProcedureFolder


def compose(
    text: str,
    given: ProcedureFacts,
    slug: str,
    day: date,
    find: Find,
    *,
    code: str,
    name: str,
    shape: Shape | None = None,
) -> Composition:
    """text: of `procedure.toml`; given: the facts it holds. slug: id and folder of the procedure.

    code and name stand in where the facts have none. find: the processes of other folders.
    """
    facts = with_forms(without_blanks(given, code, name), slug)
    plan, questions = plan_of(slug, facts, shape)
    questions += _of_forms(given)
    files = {file: content.encode() for file, content in _texts(text, given, plan).items()}
    files[f"{slug}.bpmn"] = draw(plan)
    folder = read_procedure(files)
    level = measure(folder, day, find)
    files[README] = readme_of(plan, questions).encode()
    return Composition(
        slug=slug,
        files=files,
        feature=feature_of(plan),
        chosen=plan.chosen,
        questions=tuple(questions),
        level=level,
        folder=folder,
    )


def _texts(text: str, given: ProcedureFacts, plan: Plan) -> dict[str, str]:
    forms = {f"{FORMS}/{name}.form": form for name, form in forms_of(plan).items()}
    notices = {f"{NOTICES}/{name}.md": notice for name, notice in notices_of(plan).items()}
    table = {TABLE: fee_table(plan)} if plan.charge.pricing is Pricing.TABLE else {}
    return {FACTS: published(text, given, plan), **table, **forms, **notices}


def _of_forms(given: ProcedureFacts) -> list[Question]:
    if not given.forms:
        return [ask("forms", "no-form")]
    return [ask("forms", "form", name=form.name) for form in given.forms if not form.form]
