"""Findings for people and programs: where, the element as labelled, the sentence, the rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..engine.errors import Finding
from ..engine.messages import Language, message
from .answer import FINDINGS, FINE, Answer, Line, Table
from .words import shown

TONES = {"error": "bad", "warning": "warning", "advice": "quiet"}


def findings_answer(findings: Sequence[Finding], language: Language, *, files: int = 0) -> Answer:
    """Exit code 1 for any error; warnings and advice alone are fine."""
    ordered = sorted(findings, key=lambda f: (f.file, f.line or 0, f.column or 0, f.rule))
    code = FINDINGS if any(finding.severity == "error" for finding in findings) else FINE
    return Answer(
        {"findings": [finding_value(finding, language) for finding in ordered]},
        [*_table(ordered, language), _summary(findings, language, files)],
        code,
    )


def finding_value(finding: Finding, language: Language) -> dict[str, Any]:
    return {
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "severity": finding.severity,
        "rule": finding.rule,
        "element": finding.element,
        "label": finding.label,
        "message": finding.sentence(language),
    }


def _table(findings: Sequence[Finding], language: Language) -> list[Table]:
    if not findings:
        return []
    names = ("where", "severity", "element", "sentence", "rule")
    headings = [message(f"command.findings.{name}", language) for name in names]
    rows = [_row(finding, language) for finding in findings]
    return [Table(headings, rows, [TONES.get(finding.severity, "plain") for finding in findings])]


def _row(finding: Finding, language: Language) -> tuple[str, ...]:
    file = finding.file and shown(Path(finding.file))
    where = ":".join(str(part) for part in (file, finding.line, finding.column) if part)
    severity = message(f"command.findings.{finding.severity}", language)
    return where, severity, _element(finding), finding.sentence(language), finding.rule


def _element(finding: Finding) -> str:
    if not finding.element:
        return finding.label or ""
    if not finding.label or finding.label == finding.element:
        return finding.element
    return f"{finding.label} ({finding.element})"


def _summary(findings: Sequence[Finding], language: Language, files: int) -> Line:
    counted = Counter(finding.severity for finding in findings)
    if not findings:
        return Line(message("command.findings.none", language, files=files), "good")
    text = message(
        "command.findings.summary",
        language,
        errors=counted["error"],
        warnings=counted["warning"],
        advice=counted["advice"],
    )
    return Line(text, "bad" if counted["error"] else "warning")
