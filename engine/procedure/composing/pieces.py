"""The elements a composed drawing has, and a raised one has not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...bpmn.names import XSI
from ...bpmn.writer import Piece, bpmn, extensions, mappings, properties, zeebe
from ..raising.nodes import Pairs

FORMAL = {f"{{{XSI}}}type": "bpmn:tFormalExpression"}


def message_start(identity: str, name: str, message: str, channel: str) -> Piece:
    """A start at the counter or by post, which begins by a message."""
    told = extensions(properties([("channel", channel)]))
    event = Piece(bpmn("messageEventDefinition"), {"messageRef": message})
    return Piece(bpmn("startEvent"), {"id": identity, "name": name}, (told, event))


def begin_event(identity: str, name: str) -> Piece:
    return Piece(bpmn("startEvent"), {"id": identity, "name": name})


def end(identity: str, name: str, status: str | None = None, *, last: bool = False) -> Piece:
    """status: what the dossier ends with. last: whatever else goes on ends too."""
    told = (extensions(properties([("dossier.status", status)])),) if status else ()
    event = (Piece(bpmn("terminateEventDefinition")),) if last else ()
    return Piece(bpmn("endEvent"), {"id": identity, "name": name}, (*told, *event))


def timer_on(host: str, identity: str, name: str, date: str, outputs: Pairs) -> Piece:
    """A timer on the border of an element, which goes on."""
    event = Piece(bpmn("timeDate"), FORMAL, text=date)
    return Piece(
        bpmn("boundaryEvent"),
        {"id": identity, "name": name, "attachedToRef": host, "cancelActivity": "false"},
        (
            extensions(mappings(outputs=outputs)),
            Piece(bpmn("timerEventDefinition"), children=(event,)),
        ),
    )


def decision(identity: str, name: str, decides: str, variable: str) -> Piece:
    """A decision table of the same folder."""
    called = {"decisionId": decides, "resultVariable": variable, "bindingType": "deployment"}
    inside = extensions(Piece(zeebe("calledDecision"), called))
    return Piece(bpmn("businessRuleTask"), {"id": identity, "name": name}, (inside,))


def script(
    identity: str,
    name: str,
    expression: str,
    variable: str,
    marks: Mapping[str, str] | None = None,
    outputs: Pairs = (),
) -> Piece:
    told = (properties(marks.items()),) if marks else ()
    mapped = (mappings(outputs=outputs),) if outputs else ()
    written = Piece(zeebe("script"), {"expression": expression, "resultVariable": variable})
    inside = extensions(written, *mapped, *told)
    return Piece(bpmn("scriptTask"), {"id": identity, "name": name}, (inside,))


def fork(identity: str, name: str) -> Piece:
    return Piece(bpmn("parallelGateway"), {"id": identity, "name": name})


def for_each(piece: Piece, collection: str, element: str, gathered: tuple[str, str]) -> Piece:
    """The same activity for each of a collection, side by side.

    gathered: the variable of the results, and FEEL of one of them.
    """
    loop = {
        "inputCollection": collection,
        "inputElement": element,
        "outputCollection": gathered[0],
        "outputElement": gathered[1],
    }
    inside = extensions(Piece(zeebe("loopCharacteristics"), loop))
    each = Piece(bpmn("multiInstanceLoopCharacteristics"), children=(inside,))
    return Piece(piece.name, piece.attributes, (*piece.children, each))


def sub_process(
    identity: str, name: str, inside: Sequence[Piece], marks: Mapping[str, str]
) -> Piece:
    told = extensions(properties(marks.items()))
    return Piece(bpmn("subProcess"), {"id": identity, "name": name}, (told, *inside))


def event_sub_process(identity: str, name: str, inside: Sequence[Piece]) -> Piece:
    attributes = {"id": identity, "name": name, "triggeredByEvent": "true"}
    return Piece(bpmn("subProcess"), attributes, tuple(inside))


def waiting_start(identity: str, name: str, message: str, words: str) -> Piece:
    """Begins by a message; words: what a person reads who asks what is waited for."""
    told = extensions(properties([("waiting", words)]))
    event = Piece(bpmn("messageEventDefinition"), {"messageRef": message})
    return Piece(bpmn("startEvent"), {"id": identity, "name": name}, (told, event))
