"""Where a drawing is converted: its tree, the notes taken and the forms made so far."""

from __future__ import annotations

from ..elements import KINDS
from ..names import BPMN, shown
from ..xml import Node, line_of, local, namespace
from .juel import JuelError, Scope, Translated, is_expression, translate_condition, translate_value
from .notes import Note
from .untranslatable import Untranslatable
from .vendor import full_name, peek, take

SPEAKING = frozenset(
    {*KINDS, "process", "sequenceFlow", "lane", "participant", "collaboration", "definitions"}
    | {"message", "signal", "error", "escalation"}
)
"""Elements that people know by a name."""
REPETITION = "multiInstanceLoopCharacteristics"
ASKED_OUTSIDE = (REPETITION, "loopCardinality")
MARK = "="
LONGEST = 200
"""Letters of a text that a note repeats."""


class Bench:
    """One import under way."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.spaces = frozenset(root.nsmap.values())
        self.notes: list[Note] = []
        self.forms: dict[str, str] = {}
        self.by_id: dict[str, Node] = {}
        self._left: set[tuple[Node, str]] = set()
        for node in root.iter(f"{{{BPMN}}}*"):
            self.by_id.setdefault(node.get("id") or "", node)

    # -- notes ----------------------------------------------------------------------------------

    def leave(self, node: Node, why: Untranslatable, *, what: str = "", text: str = "") -> None:
        """Something stays as it is. what: an attribute of the node; by default the node itself."""
        self._left.add((node, what))
        self._note(node, why, what, text, remains=True)

    def mention(self, node: Node, why: Untranslatable, *, what: str = "", text: str = "") -> None:
        """Something was brought and is not quite the same."""
        self._note(node, why, what, text, remains=False)

    def pass_over(self, node: Node, *names: str) -> None:
        """Something stays with something that has been noted: the node, or its attributes."""
        attributes = (full_name(node, name) for name in names)
        self._left.update(
            (node, what) for what in (attributes if names else [""]) if what is not None
        )

    def is_left(self, node: Node, what: str = "") -> bool:
        return (node, what) in self._left

    def _note(self, node: Node, why: Untranslatable, what: str, text: str, remains: bool) -> None:
        owner = speaking(node)
        self.notes.append(
            Note(
                element=owner.get("id") or local(owner),
                label=self.label(owner),
                line=line_of(node) or line_of(owner),
                what=shown(what or str(node.tag)),
                text=_shortened(text),
                key=why.key,
                arguments=why.arguments,
                remains=remains,
            )
        )

    def label(self, node: Node) -> str:
        """What people call an element: its label, of a flow its ends, else the id."""
        if local(node) != "sequenceFlow" or (node.get("name") or "").strip():
            return own_label(node)
        ends = (self.by_id.get(node.get(end) or "") for end in ("sourceRef", "targetRef"))
        return " → ".join("?" if end is None else own_label(end) for end in ends)

    # -- expressions ----------------------------------------------------------------------------

    def value(self, node: Node, what: str, text: str) -> str | None:
        """A text for an attribute of ours: static as it is, an expression as `=` and FEEL.

        None if it cannot be said in FEEL; then it is noted.
        """
        if not is_expression(text):
            return text.strip()
        found = self.translated(node, what, text)
        return None if found is None else MARK + found.feel

    def translated(self, node: Node, what: str, text: str) -> Translated | None:
        """The value in FEEL, static text too; None and a note if that cannot be."""
        try:
            return self.noted(node, what, text, translate_value(text, scope_of(node)))
        except JuelError as error:
            self.leave(node, error, what=what, text=text)
            return None

    def condition(self, node: Node, text: str, *, judging: bool = False) -> str | None:
        """A condition as `=` and FEEL; None and a note if that cannot be."""
        scope = Scope(repeated=scope_of(node).repeated, judging=judging)
        try:
            found = self.noted(node, "", text, translate_condition(text, scope))
        except JuelError as error:
            self.leave(node, error, text=text)
            return None
        return MARK + found.feel

    def noted(self, node: Node, what: str, text: str, found: Translated) -> Translated:
        """What has been translated, with a word about numbers written as text."""
        if found.compared_as_text:
            numerals = ", ".join(found.compared_as_text)
            why = Untranslatable("compared-as-text", numerals=numerals)
            self.mention(node, why, what=what, text=text)
        return found

    # -- attributes of other engines ------------------------------------------------------------

    def taken(self, node: Node, name: str) -> str | None:
        """Another engine's attribute for one of ours; None if it is not there, empty or left."""
        text, what = peek(node, name), full_name(node, name)
        if text is None or what is None:
            return None
        found = self.value(node, what, text)
        if found is not None:
            take(node, name)
        return found or None

    def leave_attribute(self, node: Node, name: str, why: Untranslatable) -> None:
        self.leave(node, why, what=full_name(node, name) or name, text=peek(node, name) or "")

    def mention_attribute(self, node: Node, name: str, why: Untranslatable) -> None:
        """Said of an attribute that is still there."""
        self.mention(node, why, what=full_name(node, name) or name, text=peek(node, name) or "")


def own_label(node: Node) -> str:
    return " ".join((node.get("name") or "").split()) or node.get("id") or local(node)


def speaking(node: Node) -> Node:
    """The element that people know by a name, of which the node is a part."""
    found = node
    while not _speaks(found):
        around = found.getparent()
        if around is None:
            return node
        found = around
    return found


def _speaks(node: Node) -> bool:
    return namespace(str(node.tag)) == BPMN and local(node) in SPEAKING


def scope_of(node: Node) -> Scope:
    """Whether it lies in a multi-instance activity.

    How often such an activity is done is asked outside of it.
    """
    found = node if local(node) not in ASKED_OUTSIDE else _activity(node).getparent()
    while found is not None:
        if found.find(f"{{{BPMN}}}{REPETITION}") is not None:
            return Scope(repeated=True)
        found = found.getparent()
    return Scope()


def _activity(node: Node) -> Node:
    around = node.getparent()
    if around is None:
        return node
    return around if local(node) == REPETITION else _activity(around)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
