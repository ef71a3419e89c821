"""Bodies that run their activity several times: multi-instance and standard loop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...bpmn.model import Element, MultiInstance, StandardLoop
from ...model.trail import Happening
from ..written import Written
from .awaited import Awaited
from .node import Node
from .throwing import THROW

if TYPE_CHECKING:
    from ..program import ProcessProgram
    from ..tokens import Token


class Body(Node):
    """What is drawn as one activity: boundaries and flows belong to it, mappings to each round."""

    owns_scope = True

    def __init__(self, program: ProcessProgram, element: Element, each: Node) -> None:
        super().__init__(program, element)
        self.each = each
        each.is_local = each.is_round = True

    def enter(self, token: Token) -> None:
        token.workflow.variables.open(token.id)

    def leave(self, token: Token) -> None:
        self.map_result(token)
        outer = token.holder.internal_data
        if self.undone_by is not None:
            outer.setdefault("done", []).append(
                {"of": self.element.id, "handler": self.undone_by.name}
            )
        elif "done" in token.internal_data:
            outer.setdefault("done", []).extend(token.internal_data.pop("done"))

    def map_result(self, token: Token) -> None:
        """What the whole leaves behind."""

    def begin(self, token: Token, number: int, values: Mapping[str, Any]) -> None:
        """One round, with variables of its own."""
        workflow = token.workflow
        instance = workflow.new_token(self.each, token)
        workflow.variables.put(instance.id, {**values, "loopCounter": number})
        instance.internal_data["round"] = number
        workflow.trail.note(Happening.ENTERED, instance, {"loopCounter": number})
        self.each._update(instance)

    def continues(self, former: Node) -> bool:
        alike = isinstance(former, Body) and super().continues(former)
        return alike and self.each.continues(former.each)

    def progress(self, token: Token) -> None:
        token.workflow.close(token)

    def is_done(self, token: Token) -> bool:
        raise NotImplementedError(self.name)


class MultiInstanceBody(Body):
    """By a collection or by a number. `total`, `begun` and `ended` count the instances."""

    def __init__(self, program: ProcessProgram, element: Element, each: Node) -> None:
        super().__init__(program, element, each)
        assert isinstance(element.loop, MultiInstance)  # noqa: S101 - the builder chose this class by it
        loop = self.loop = element.loop
        self.collection = program.optional(loop.input_collection)
        self.cardinality = program.optional(loop.cardinality)
        self.output = program.optional(loop.output_element)
        self.condition = program.optional(loop.completion_condition)
        self.result = own_name(loop.output_element)
        self.thrown = None if loop.thrown is None else Awaited.of(program, loop.thrown)

    def _run_hook(self, token: Token) -> bool | None:
        items = self._items(token)
        token.internal_data.update(total=len(items), begun=0, ended=0)
        variables = token.workflow.variables
        if self.loop.output_collection:
            self._keep_results(token, self.loop.output_collection, [None] * len(items))
        if self.loop.sequential:
            variables.keep(token, "items", items)
            items = items[:1]
        for item in items:
            self._begin(token, item)
        return None if items else True

    def _items(self, token: Token) -> list[Any]:
        if self.collection is None:
            return [None] * self._count(token)
        items = token.workflow.value(token, self.collection)
        if isinstance(items, list):
            return items
        raise token.workflow.unfit(token, "wrong-collection", self.collection, items)

    def _count(self, token: Token) -> int:
        assert self.cardinality is not None  # noqa: S101 - the linter wants a collection or a cardinality
        value = token.workflow.value(token, self.cardinality)
        if isinstance(value, str) and value.isdigit():
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST:
            return value
        raise token.workflow.unfit(token, "wrong-cardinality", self.cardinality, value)

    def _begin(self, token: Token, item: Any) -> None:
        state = token.internal_data
        state["begun"] += 1
        values: dict[str, Any] = {}
        if self.result:
            values[self.result] = None
        if self.loop.input_element:
            values[self.loop.input_element] = item
        self.begin(token, state["begun"], values)

    def continues(self, former: Node) -> bool:
        is_alike = isinstance(former, MultiInstanceBody) and super().continues(former)
        return is_alike and self.loop.sequential == former.loop.sequential

    def moved(self, token: Token, former: Node) -> None:
        """Results are gathered from now on, if they were not before."""
        assert isinstance(former, MultiInstanceBody)  # noqa: S101 - it continues this one
        name = self.loop.output_collection
        if name and name != former.loop.output_collection:
            nothing = [None] * token.internal_data["total"]
            results = token.workflow.variables.kept(token, "results", nothing)
            self._keep_results(token, name, results)

    def collect(self, token: Token, child: Token) -> None:
        token.internal_data["ended"] += 1
        if self.loop.output_collection and self.output is not None:
            self._gather(token, child, self.loop.output_collection, self.output)
        if self.condition is not None:
            self._judge(token, child, self.condition)
        if self.thrown is not None:
            self._throw(token, self.thrown)

    def _throw(self, token: Token, event: Awaited) -> None:
        """`None` throws at the end of each instance, `One` at the end of the first."""
        if self.loop.behavior == "None" or token.internal_data["ended"] == 1:
            THROW[event.kind](token, event, _counts(token.internal_data))

    def _gather(self, token: Token, child: Token, name: str, output: Written) -> None:
        results = list(token.workflow.variables.kept(token, "results"))
        results[child.internal_data["round"] - 1] = token.workflow.value(child, output)
        self._keep_results(token, name, results)

    def _keep_results(self, token: Token, name: str, results: list[Any]) -> None:
        """To be seen by its name, and kept apart: what is inside may write that name too."""
        token.workflow.variables.put(token.id, {name: results})
        token.workflow.variables.keep(token, "results", results)

    def _judge(self, token: Token, child: Token, condition: Written) -> None:
        state = token.internal_data
        seen = token.workflow.variables.seen_from(child).with_names(_counts(state))
        if token.workflow.holds(child, condition, seen):
            state["enough"] = True

    def progress(self, token: Token) -> None:
        state = token.internal_data
        if self.is_done(token):
            super().progress(token)
        elif self.loop.sequential:
            items = token.workflow.variables.kept(token, "items")
            self._begin(token, items[state["begun"]])

    def is_done(self, token: Token) -> bool:
        state = token.internal_data
        return bool(state.get("enough")) or state["ended"] == state["total"]

    def map_result(self, token: Token) -> None:
        name = self.loop.output_collection
        if name:
            variables = token.workflow.variables
            results = variables.kept(token, "results")
            variables.propagate(self.goal(token), {name: results}, token)


def _counts(state: Mapping[str, int]) -> dict[str, int]:
    """What Camunda 8 lets a completion condition see, and BPMN an event of the activity carry."""
    return {
        "numberOfInstances": state["total"],
        "numberOfActiveInstances": state["begun"] - state["ended"],
        "numberOfCompletedInstances": state["ended"],
        "numberOfTerminatedInstances": 0,
    }


class LoopBody(Body):
    """While the condition holds, at most so many times; the condition sees the rounds so far."""

    def __init__(self, program: ProcessProgram, element: Element, each: Node) -> None:
        super().__init__(program, element, each)
        assert isinstance(element.loop, StandardLoop)  # noqa: S101 - the builder chose this class by it
        self.loop = element.loop
        self.condition = program.optional(element.loop.condition)

    def _run_hook(self, token: Token) -> bool | None:
        token.internal_data["rounds"] = 0
        if self.loop.test_before and not self._again(token):
            return True
        self._begin(token)
        return None

    def _again(self, token: Token) -> bool:
        rounds, workflow = token.internal_data["rounds"], token.workflow
        if self.loop.maximum is not None and rounds >= self.loop.maximum:
            return False
        if self.condition is None:
            return True
        seen = workflow.variables.seen_from(token).with_names({"loopCounter": rounds})
        return workflow.holds(token, self.condition, seen)

    def _begin(self, token: Token) -> None:
        token.internal_data["rounds"] += 1
        self.begin(token, token.internal_data["rounds"], {})

    def progress(self, token: Token) -> None:
        if self._again(token):
            self._begin(token)
        else:
            super().progress(token)

    def is_done(self, token: Token) -> bool:
        return token.is_empty


MOST = 100_000
"""Instances of one multi-instance activity."""


LITERALS = frozenset({"null", "true", "false"})


def own_name(output_element: str | None) -> str | None:
    """The variable an output element begins with; Zeebe makes it local to each instance.

    So that what an instance answers does not overwrite what another answered.
    """
    text = (output_element or "").strip()
    name = text[1:].partition(".")[0].strip()
    is_name = text.startswith("=") and name.isidentifier() and name not in LITERALS
    return name if is_name else None
