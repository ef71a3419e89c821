"""Holds a drawing against the rules."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import Finding
from .model import Drawing
from .rule import Rule
from .rules import RULES
from .subject import Subject
from .surroundings import Surroundings

UNKNOWN = Surroundings()


def lint_drawing(
    drawing: Drawing, surroundings: Surroundings = UNKNOWN, rules: Iterable[Rule] = RULES
) -> list[Finding]:
    """Everything the rules have to say, in the order of the file.

    A finding with severity `error` means: this drawing is not executed as its author may expect,
    or BPMN forbids it; it must not be deployed.
    """
    subject = Subject(drawing, surroundings)
    found = [finding for rule in rules for finding in rule.findings(subject)]
    return sorted(found, key=lambda finding: (finding.line or 0, finding.rule))
