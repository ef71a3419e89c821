"""Names of variables that a drawing itself writes, so that FEEL can tell names with blanks."""

from __future__ import annotations

from ..bpmn.model import Element, MultiInstance, Process


def written_names(process: Process) -> frozenset[str]:
    return frozenset(name for each in process.elements.values() for name in _of(each) if name)


def _of(element: Element) -> list[str | None]:
    names: list[str | None] = [
        mapping.target.partition(".")[0] for mapping in (*element.inputs, *element.outputs)
    ]
    if element.script is not None:
        names.append(element.script.result_variable)
    if element.decision is not None:
        names.append(element.decision.result_variable)
    if isinstance(element.loop, MultiInstance):
        names += [element.loop.input_element, element.loop.output_collection]
    return names
