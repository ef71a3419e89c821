"""A fact's condition in words: the labels citizens know from the e-forms stand for the names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...expressions import syntax
from ..fields import Field
from ..folder import ProcedureFolder
from ..law.known import tree_of
from .words import said

SIGNS = {"=": "is", "!=": "is-not", "<": "below", "<=": "at-most", ">": "above", ">=": "at-least"}


class Labels:
    """What the forms of a folder call their fields and choices."""

    def __init__(self, folder: ProcedureFolder) -> None:
        self._fields: dict[str, Field] = {}
        for form in folder.forms.values():
            for each in form.fields:
                if each.label:
                    self._fields.setdefault(each.name, each)

    def condition(self, when: str) -> str:
        """The condition in words; the formula itself where the forms have no words for it."""
        if not when:
            return ""
        tree = tree_of(when)
        told = self._told(tree) if tree is not None else None
        return told or said("condition.formula", formula=when.strip().removeprefix("="))

    def _told(self, node: syntax.Node) -> str | None:
        if isinstance(node, syntax.Logic):
            parts = [self._simple(each) for each in node.operands]
            joined = said(f"condition.{node.operator}")
            return joined.join(p for p in parts if p) if all(parts) else None
        return self._simple(node)

    def _simple(self, node: syntax.Node) -> str | None:
        """A single comparison; words for nested ones would need brackets."""
        if isinstance(node, syntax.Comparison) and isinstance(node.right, syntax.Literal):
            field = self._fields.get(_name(node.left) or "")
            return _compared(field, node.operator, node.right.value) if field else None
        return None


def _name(node: syntax.Node) -> str | None:
    if isinstance(node, syntax.Name):
        return node.name
    if isinstance(node, syntax.Path):
        source = _name(node.source)
        return f"{source}.{node.name}" if source else None
    return None


def _compared(field: Field, operator: str, value: Any) -> str | None:
    if operator not in SIGNS:
        return None
    return said(f"condition.{SIGNS[operator]}", field=field.label, value=_choice(field, value))


def _choice(field: Field, value: Any) -> str:
    if isinstance(value, bool):
        return said("yes" if value else "no")
    return _label_of(field.options.fixed, value) or str(value)


def _label_of(options: Iterable[Any], value: Any) -> str | None:
    return next((each.label for each in options if each.value == value), None)
