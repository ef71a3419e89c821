"""A variable that is written has a name by which an expression can read it.

Holds for results of scripts and decisions, mapped inputs and outputs (there also `name.inner`),
and the elements and collections of a multi-instance.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Element, MultiInstance
from ..rule import Remark, Rule, remark
from ..subject import Subject
from ..variables import is_path, is_variable_name


def check(subject: Subject) -> Iterator[Remark]:
    for _, element in subject.elements():
        for role, name in _simple(element):
            if name is not None and not is_variable_name(name):
                yield remark(element, role=role, name=name)
        for mapping in (*element.inputs, *element.outputs):
            if not is_path(mapping.target):
                yield remark(element, line=mapping.line, role="target", name=mapping.target)


def _simple(element: Element) -> Iterator[tuple[str, str | None]]:
    if element.script:
        yield "resultVariable", element.script.result_variable or None
    if element.decision:
        yield "resultVariable", element.decision.result_variable or None
    if isinstance(element.loop, MultiInstance):
        yield "inputElement", element.loop.input_element
        yield "outputCollection", element.loop.output_collection


RULE = Rule("variable-name", check)
