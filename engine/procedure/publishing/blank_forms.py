"""The forms of a procedure to download: a blank page to print and fill in, and the e-form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..forms import Form
from .naming import unique_names
from .source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankForm:
    """number: of the legal form. file: safe name; None where there is no e-form to download."""

    name: str
    number: str
    form: Form | None
    content: bytes = b""
    file: str | None = None


def blank_forms(source: Source) -> tuple[BlankForm, ...]:
    """The published forms, then the e-forms that parts of the dossier name besides."""
    named = list(_named(source))
    there = source.folder.forms
    files = unique_names(form for _, _, form in named)
    return tuple(
        BlankForm(
            name=name,
            number=number,
            form=there.get(form),
            content=source.folder.files[there[form].file] if form in there else b"",
            file=file if form in there else None,
        )
        for (name, number, form), file in zip(named, files, strict=True)
    )


def _named(source: Source) -> Iterator[tuple[str, str, str]]:
    published = {each.form for each in source.facts.forms}
    yield from ((each.name, each.number, each.form) for each in source.facts.forms)
    for component in source.facts.components:
        if component.form and component.form not in published:
            yield component.name, "", component.form
