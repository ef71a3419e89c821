"""Writes the linter's reference: `python docs/reference/write_rules.py`, a page a rule and a list.

A page is made of the rule's docstring, its sentences and the drawings it is tested with.
"""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path

from procflow.engine.bpmn.rule import Rule
from procflow.engine.bpmn.rules import RULES
from procflow.engine.messages import page

HERE = Path(__file__).parent / "rules"
DRAWINGS = Path(__file__).parents[2] / "tests" / "engine" / "bpmn" / "rules"
PROCESS = re.compile(r"^  <(?!/definitions).*\n(?:^    .*\n|^  .*\n)*", re.MULTILINE)


def written() -> dict[Path, str]:
    """Every page, by the file it belongs in."""
    pages = {HERE / f"{rule.name}.md": rule_page(rule) for rule in RULES}
    return {HERE / "README.md": overview(), **pages}


def overview() -> str:
    rows = "\n".join(
        f"| [{rule.name}]({rule.name}.md) | {rule.set} | {first_line(rule)} |" for rule in RULES
    )
    return (
        "# Rules of the linter\n\n"
        "`procflow lint` holds a drawing against these rules; an *error* refuses its deployment. "
        "Sets: *correct* must hold to deploy, *law* follows the decrees, *advice* helps people.\n\n"
        f"| rule | set | what holds |\n|---|---|---|\n{rows}\n"
    )


def rule_page(rule: Rule) -> str:
    return (
        f"# {rule.name}\n\n{explained(rule)}\n\n"
        f"## What is said\n\n{sentences(rule)}\n\n"
        f"## Refused\n\n{drawing(rule, 'invalid')}\n"
        f"## Accepted\n\n{drawing(rule, 'valid')}"
    )


def explained(rule: Rule) -> str:
    return inspect.cleandoc(inspect.getmodule(rule.check).__doc__ or "")


def first_line(rule: Rule) -> str:
    return explained(rule).splitlines()[0]


def sentences(rule: Rule) -> str:
    keys = [key for key in page("bpmn") if key.split(".")[1] == rule.name]
    return "\n".join(f"- {page('bpmn')[key][0]}<br>{page('bpmn')[key][1]}" for key in keys)


def drawing(rule: Rule, kind: str) -> str:
    """The first drawing of the kind, without the frame all drawings share."""
    file = min((DRAWINGS / rule.name).glob(f"{kind}*.bpmn"), key=lambda each: each.stem)
    found = PROCESS.search(file.read_text(encoding="utf-8"))
    return f"```xml\n{inspect.cleandoc(found[0]) if found else ''}\n```\n"


if __name__ == "__main__":
    for file, text in written().items():
        file.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(written())} pages\n")
