"""The files of the public catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files as resources

from ...errors import Finding
from .html import Html
from .missing import missing
from .naming import unique_names
from .page import Page, page_of
from .records import as_csv, as_json, form_path, page_path
from .source import Source

ASSETS = ("trang.css", "tim-kiem.js")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """files: by path below the catalogue's folder. findings: what should be there and is not."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]


def publish(sources: Sequence[Source], day: date) -> Publication:
    """The catalogue on a day. Procedures without published facts have no page, but a finding."""
    told = [source for source in sources if source.folder.facts is not None]
    names = unique_names(each.facts.code or each.facts.name or each.place for each in told)
    pages = [page_of(source, name, day) for source, name in zip(told, names, strict=True)]
    ordered = sorted(pages, key=lambda page: (page.facts.field, page.title, page.file))
    return Publication(files=dict(_files(ordered, day)), findings=missing(sources, day))


def _files(pages: Sequence[Page], day: date) -> Iterator[tuple[str, bytes]]:
    html = Html()
    yield "index.html", html.index(pages, day)
    yield "thu-tuc.json", as_json(pages)
    yield "thu-tuc.csv", as_csv(pages)
    for name in ASSETS:
        yield f"tai-nguyen/{name}", (resources(__package__) / "assets" / name).read_bytes()
    for page in pages:
        yield from _files_of(page, html)


def _files_of(page: Page, html: Html) -> Iterator[tuple[str, bytes]]:
    yield page_path(page), html.page(page)
    for number, diagram in enumerate(page.diagrams, 1):
        yield f"so-do/{page.file}-{number}.svg", diagram.svg.encode()
    for each in page.forms:
        printed = form_path(page, each.file, ".html")
        kept = form_path(page, each.file, ".form")
        if each.form is not None and printed and kept:
            yield printed, html.form(page, each)
            yield kept, each.content
