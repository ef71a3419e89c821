"""Writes what follows from the handlers' types: `python docs/reference/write_jobs.py`.

Element templates lie in the handlers' folders, a page a job type and their list in `jobs/`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from procflow.engine.handler import HandlerRegistry
from procflow.engine.model.job_type import JobTypeFacts
from procflow.engine.templates import reference_page, template_name, template_text
from procflow.handlers.in_memory import InMemory

HOUSE = Path(__file__).parents[2]
PAGES = Path(__file__).parent / "jobs"

HEAD = """# Job types

What a service task may ask for, system by system. Written from the handlers' types by
`write_jobs.py`; `procflow templates -o DIR` writes the same for every handler an installation
knows, those of packages installed beside included.
"""


def shipped() -> Iterator[tuple[str, JobTypeFacts]]:
    """Each shipped job type with its system, that is its folder under `handlers/`."""
    for handlers in InMemory().handlers:
        system = type(handlers).__module__.split(".")[-2]
        registry = HandlerRegistry([handlers])
        yield from ((system, registry.facts(name)) for name in sorted(registry.types))


def template_file(system: str, facts: JobTypeFacts) -> Path:
    return HOUSE / "handlers" / system / "element-templates" / template_name(facts)


def written() -> dict[Path, str]:
    """Every file with its content."""
    job_types = list(shipped())
    templates = {template_file(system, facts): template_text(facts) for system, facts in job_types}
    pages = {PAGES / f"{facts.type}.md": job_page(facts) for _, facts in job_types}
    return {**templates, **pages, PAGES / "README.md": overview(job_types)}


def job_page(facts: JobTypeFacts) -> str:
    """In Vietnamese for analysts, then in English for developers."""
    return f"{reference_page(facts, 'vi')}\n---\n\n{reference_page(facts, 'en')}"


def overview(job_types: list[tuple[str, JobTypeFacts]]) -> str:
    rows = "".join(
        f"| [{facts.type}]({facts.type}.md) | {system} | {facts.title.vi} | {facts.title.en} |\n"
        for system, facts in job_types
    )
    return f"{HEAD}\n| job type | system | tiếng Việt | English |\n|---|---|---|---|\n{rows}"


def main() -> int:
    wanted = written()
    there = {*PAGES.glob("*.md"), *HOUSE.glob("handlers/*/element-templates/*.json")}
    for file in there - set(wanted):
        file.unlink()
    for file, content in wanted.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    sys.stdout.write(f"{len(wanted)} files\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
