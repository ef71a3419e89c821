"""Ad-hoc sub-process: what lies in it begins at once or in turn, until enough is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...bpmn.model import AdHoc, Element
from ..tokens import STARTED
from .node import Node
from .scopes import Scope

if TYPE_CHECKING:
    from ..program import ProcessProgram
    from ..tokens import Token


class AdHocSubProcess(Scope):
    """Begins the elements named by `activeElementsCollection`, else all that no flow leads to.

    The completion condition is looked at whenever an activity inside completes, before anything
    follows from it; once nothing runs inside, also whenever a variable changes. `todo` are elements
    still to begin in turn, `next` counts those of them that the last completion asked for; `enough`
    says that the condition has held: from then on no activity begins (BPMN 2.0.2, 13.3.5).
    """

    def __init__(self, program: ProcessProgram, element: Element, name: str | None = None) -> None:
        super().__init__(program, element, name)
        self.ad_hoc = element.ad_hoc or AdHoc()
        self.condition = program.optional(self.ad_hoc.completion_condition)
        self.active = program.optional(self.ad_hoc.active_elements)
        self.sequential = self.ad_hoc.ordering == "Sequential"

    def _run_hook(self, token: Token) -> bool | None:
        self.open_listeners(token)
        chosen = [spec.name for spec in self._chosen(token)]
        token.internal_data["todo"] = chosen[1:] if self.sequential else []
        for name in chosen[:1] if self.sequential else chosen:
            self._begin(token, name)
        if not chosen:
            self._rest(token)
        return None

    def _chosen(self, token: Token) -> list[Node]:
        if self.active is None:
            return self.starts
        names = token.workflow.value(token, self.active)
        specs = self.program.task_specs
        if isinstance(names, list) and all(self._holds(name) for name in names):
            return [specs[name] for name in names]
        raise token.workflow.unfit(token, "wrong-collection", self.active, names)

    def _holds(self, name: Any) -> bool:
        """Whether it is an element inside that may begin when somebody asks for it."""
        spec = self.program.task_specs.get(name) if isinstance(name, str) else None
        if spec is None or not spec.is_drawn or spec.element.scope != self.element.id:
            return False
        element = spec.element
        return not (element.attached_to or element.triggered_by_event or element.for_compensation)

    def _begin(self, token: Token, name: str) -> None:
        token.workflow.place(self.program.task_specs[name], token)

    # -- until enough is done -------------------------------------------------

    def releases(self, token: Token, child: Node) -> bool:
        notes = token.internal_data
        notes["next"] = 0
        if self.condition is not None and _is_work(child):
            self._judge(token)
        return not (notes.get("enough") and self.ad_hoc.cancel_remaining)

    def admits(self, token: Token, child: Node) -> bool:
        """In turn, what follows from what is done comes before what has not begun yet."""
        notes = token.internal_data
        if not _is_work(child):
            return True
        if notes.get("enough"):
            return False
        if self.sequential:
            place = notes.get("next", 0)
            notes["todo"].insert(place, child.name)
            notes["next"] = place + 1
        return not self.sequential

    def _judge(self, token: Token) -> None:
        assert self.condition is not None  # noqa: S101 - asked only where there is one
        if token.workflow.holds(token, self.condition):
            token.internal_data["enough"] = True

    def progress(self, token: Token) -> None:
        if self.is_done(token):
            token.workflow.close(token)
        elif not _has_work(token):
            self._rest(token)

    def _rest(self, token: Token) -> None:
        """Nobody works inside: begin the next, or wait for the condition when nothing is left."""
        todo = token.internal_data["todo"]
        if todo:
            self._begin(token, todo.pop(0))
        elif not token.is_empty:
            return
        elif self.condition is None:
            token.workflow.close(token)
        else:
            token.internal_data["held"] = False
            token.workflow.conditional[token.id] = token
            token.workflow.look_again()

    def is_done(self, token: Token) -> bool:
        notes = token.internal_data
        if notes.get("enough"):
            return self.ad_hoc.cancel_remaining or not _has_work(token)
        return self.condition is None and token.is_empty and not notes["todo"]

    # -- waiting for the condition --------------------------------------------

    def has_become_true(self, token: Token) -> bool:
        if token._state != STARTED or not token.is_empty:
            return False
        self._judge(token)
        return bool(token.internal_data.get("enough"))

    def triggered_by(self, token: Token, values: Mapping[str, Any]) -> None:
        token.workflow.close(token)

    def restored(self, token: Token) -> None:
        if "held" in token.internal_data:
            token.workflow.conditional[token.id] = token


def _is_work(spec: Node) -> bool:
    return spec.element.kind.is_activity


def _has_work(token: Token) -> bool:
    return any(_is_work(child.task_spec) for child in token.children if not child.listens)
