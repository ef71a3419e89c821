"""The findings gathered while a decision model is read or checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..bpmn.xml import Node, line_of
from ..errors import Finding


class Notes:
    """Findings of one file, in the order they were found."""

    def __init__(self, file: str, findings: Iterable[Finding] = ()) -> None:
        self.file = file
        self.findings = list(findings)

    def refuse(self, key: str, node: Node, **arguments: Any) -> None:
        """An error at an XML node."""
        self.add("error", key, line_of(node), _owner(node), **arguments)

    def add(
        self, severity: str, key: str, line: int, owner: tuple[str, str] | None, **arguments: Any
    ) -> None:
        """A finding at a line; `owner` is the id and the name of the decision it lies in."""
        element, label = owner or (None, None)
        self.findings.append(
            Finding(
                rule=key.partition(".")[2],
                severity=severity,
                key=key,
                arguments={"label": label or self.file, **arguments},
                file=self.file,
                line=line,
                element=element,
                label=label,
            )
        )


def _owner(node: Node) -> tuple[str, str] | None:
    """The nearest node around that has an id and a name."""
    around: Node | None = node
    while around is not None:
        identity, name = around.get("id"), around.get("name")
        if identity and name:
            return identity, name
        around = around.getparent()
    return None
