"""Holds a procedure's folder against the law of a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ...errors import Finding
from ..folder import ProcedureFolder
from .library import Drawn, Find
from .rule import Rule
from .rules import RULES
from .subject import Subject


def nowhere(_process_id: str) -> Drawn | None:
    """The library of who knows no other folder."""
    return None


def law_findings(
    folder: ProcedureFolder, day: date, find: Find = nowhere, rules: Iterable[Rule] = RULES
) -> list[Finding]:
    """What the rules in force on the day have to say, in the order of the files.

    A folder without published facts carries no procedure out (called processes are kept in such
    folders): nothing is said of it. find: the processes of other folders.
    """
    if folder.facts is None:
        return []
    subject = Subject(folder, find, day)
    found = [finding for rule in rules if rule.applies(day) for finding in rule.findings(subject)]
    return sorted(found, key=lambda finding: (finding.file, finding.line or 0, finding.rule))
