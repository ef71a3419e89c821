"""Pages from templates; whatever a fact says is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from .blank_forms import BlankForm
from .page import Page
from .words import day_text


class Html:
    """The templates, read once."""

    def __init__(self) -> None:
        self._templates = Environment(
            loader=PackageLoader(__package__, "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters["day"] = day_text

    def index(self, pages: Sequence[Page], day: date) -> bytes:
        return self._written("index.html", pages=pages, day=day, root="")

    def page(self, page: Page) -> bytes:
        return self._written("page.html", page=page, day=page.day, root="../")

    def form(self, page: Page, form: BlankForm) -> bytes:
        return self._written("form.html", page=page, blank=form, day=page.day, root="../../")

    def _written(self, template: str, **shown: Any) -> bytes:
        return self._templates.get_template(template).render(shown).encode()
