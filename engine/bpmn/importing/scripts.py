"""Script tasks: an expression and the variable for its value."""

from __future__ import annotations

from ..names import BPMN
from ..xml import Node
from .bench import MARK, Bench, scope_of
from .layout import remove
from .script_texts import script_source
from .untranslatable import Untranslatable
from .vendor import peek, take
from .zeebe import has, put

SCRIPT = f"{{{BPMN}}}script"
SCRIPT_TASK = f"{{{BPMN}}}scriptTask"
OF_SERVICES = ("implementation", "operationRef")


def convert(bench: Bench, node: Node) -> None:
    script = node.find(SCRIPT)
    if script is None or has(node, "script"):
        return
    text = "".join(str(each) for each in script.itertext("*"))
    try:
        if not peek(node, "resultVariable"):
            raise Untranslatable("script-result")
        found = script_source(node.get("scriptFormat"), script, scope_of(node))
    except Untranslatable as error:
        bench.leave(script, error, text=text)
        bench.pass_over(node, "resultVariable")
        return
    source = MARK + bench.noted(script, "", text, found).feel
    put(node, "script", expression=source, resultVariable=take(node, "resultVariable"))
    node.attrib.pop("scriptFormat", "")
    remove(script)


def become_script(bench: Bench, node: Node, feel: str, result: str) -> None:
    """A service task that only computed is drawn as the script task it is."""
    bench.mention(node, Untranslatable("became-script"), text=feel)
    for name in OF_SERVICES:
        node.attrib.pop(name, "")
    node.tag = SCRIPT_TASK
    put(node, "script", expression=MARK + feel, resultVariable=result)
