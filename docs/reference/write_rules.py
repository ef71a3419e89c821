"""Writes the linter's reference: `python docs/reference/write_rules.py`, a page a rule and a list.

A page is made of the rule's docstring, its sentences and the drawings it is tested with. A rule of
law is shown by what its folders change in a lawful procedure.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from procflow.engine.bpmn.rule import Rule
from procflow.engine.bpmn.rules import RULES
from procflow.engine.messages import page
from procflow.engine.procedure.law import rule as law
from procflow.engine.procedure.law.rules import RULES as LAW

HERE = Path(__file__).parent / "rules"
DRAWINGS = Path(__file__).parents[2] / "tests" / "engine" / "bpmn" / "rules"
LAWFUL = Path(__file__).parents[2] / "tests" / "engine" / "procedure" / "law"
UNCHANGED = "The lawful procedure as it is.\n"
PROCESS = re.compile(r"^  <(?!/definitions).*\n(?:^    .*\n|^  .*\n)*", re.MULTILINE)


def written() -> dict[Path, str]:
    """Every page, by the file it belongs in."""
    pages = {HERE / f"{rule.name}.md": rule_page(rule) for rule in RULES}
    lawful = {HERE / f"{rule.name}.md": law_page(rule) for rule in LAW}
    return {HERE / "README.md": overview(), **pages, **lawful}


def overview() -> str:
    rows = "\n".join(
        f"| [{rule.name}]({rule.name}.md) | {rule.set} | {first_line(rule)} |" for rule in RULES
    )
    return (
        "# Rules of the linter\n\n"
        "`procflow lint` holds a drawing against these rules; an *error* refuses its deployment. "
        "Sets: *correct* must hold to deploy, *law* follows the decrees, *advice* helps people.\n\n"
        f"| rule | set | what holds |\n|---|---|---|\n{rows}\n\n## Law\n\n"
        "Rules of law look at a whole procedure: the drawing, what it calls, the published facts "
        "and the forms, along the ways of a dossier. They have dates: a rule speaks where an act "
        "in force asks for it. Their errors are faults for `procflow lint`; a deployment is not "
        "refused for them. *As declared*: an error where the facts declare *toàn trình*, "
        "else advice. What they find is what the [level](../level.md) is measured by.\n\n"
        f"| no. | rule | finds | what holds |\n|---|---|---|---|\n{law_rows()}\n"
    )


def law_rows() -> str:
    return "\n".join(
        f"| {rule.number} | [{rule.name}]({rule.name}.md) | {rule.severity.replace('-', ' ')} "
        f"| {first_line(rule)} |"
        for rule in LAW
    )


def law_page(rule: law.Rule) -> str:
    acts = "\n".join(f"- {act}" for act in law_acts(rule))
    invalid, valid = (first_folder(rule, kind) for kind in ("invalid", "valid"))
    return (
        f"# {rule.name}\n\n{explained(rule)}\n\n"
        f"Number {rule.number} of the check-list; finds: {rule.severity.replace('-', ' ')}.\n\n"
        f"## Where the law says so\n\n{acts}\n\n"
        f"## What is said\n\n{sentences(rule, 'law')}\n\n"
        f"## Refused\n\nA lawful procedure, but for this:\n\n{changes(invalid)}\n"
        f"## Accepted\n\n{changes(valid) or UNCHANGED}"
    )


def law_acts(rule: law.Rule) -> Iterator[str]:
    for basis in rule.bases:
        until = f" to {basis.act.until}" if basis.act.until else ""
        read = "" if basis.act.confirmed else " (days from memory, to be compared)"
        yield f"{basis.cited('vi')}, in force from {basis.act.from_}{until}{read}"


def first_folder(rule: law.Rule, kind: str) -> Path:
    return min((LAWFUL / "rules" / rule.name).glob(f"{kind}*"), key=lambda each: each.name)


def changes(folder: Path) -> str:
    """What a folder changes in the lawful procedure, file by file."""
    found = [f"`{file.name}`\n\n```diff\n{diff}\n```\n" for file, diff in changed(folder) if diff]
    return "\n".join(found)


def changed(folder: Path) -> Iterator[tuple[Path, str]]:
    for file in sorted(folder.iterdir()):
        base = LAWFUL / "base" / file.name
        before = base.read_text(encoding="utf-8").splitlines() if base.exists() else []
        after = file.read_text(encoding="utf-8").replace("bad-", "").splitlines()
        lines = [line for line in unified_diff(before, after, n=0, lineterm="") if is_change(line)]
        yield file, "\n".join(f"{line[0]} {line[1:].strip()}" for line in lines)


def is_change(line: str) -> bool:
    told = ("+++", "---", "@@")
    return not line.startswith(told) and "<lane " not in line


def rule_page(rule: Rule) -> str:
    return (
        f"# {rule.name}\n\n{explained(rule)}\n\n"
        f"## What is said\n\n{sentences(rule)}\n\n"
        f"## Refused\n\n{drawing(rule, 'invalid')}\n"
        f"## Accepted\n\n{drawing(rule, 'valid')}"
    )


def explained(rule: Rule | law.Rule) -> str:
    return inspect.cleandoc(inspect.getmodule(rule.check).__doc__ or "")


def first_line(rule: Rule | law.Rule) -> str:
    return explained(rule).splitlines()[0]


def sentences(rule: Rule | law.Rule, room: str = "bpmn") -> str:
    keys = [key for key in page(room) if key.split(".")[1] == rule.name]
    return "\n".join(f"- {page(room)[key][0]}<br>{page(room)[key][1]}" for key in keys)


def drawing(rule: Rule, kind: str) -> str:
    """The first drawing of the kind, without the frame all drawings share."""
    file = min((DRAWINGS / rule.name).glob(f"{kind}*.bpmn"), key=lambda each: each.stem)
    found = PROCESS.search(file.read_text(encoding="utf-8"))
    return f"```xml\n{inspect.cleandoc(found[0]) if found else ''}\n```\n"


if __name__ == "__main__":
    for file, text in written().items():
        file.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(written())} pages\n")
