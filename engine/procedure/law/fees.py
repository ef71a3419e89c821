"""Whether a citizen owes a fee on a way, by the published facts and by what is drawn."""

from __future__ import annotations

from functools import cached_property

from ...bpmn.model import Element, SequenceFlow
from ..facts import Channel, Fee
from .amounts import amounts_of
from .conditions import Said, Variable, proves_zero, rules_out, said_on, variable_of
from .frames import Frame
from .known import tree_of
from .marks import pays
from .subject import Main


class Fees:
    """The fees on the ways of one frame, which begins at one start."""

    def __init__(self, main: Main, frame: Frame) -> None:
        self._folder = main.subject.folder
        self._published = main.subject.facts.fees
        self._frame = frame

    @cached_property
    def steps(self) -> list[tuple[Frame, Element]]:
        """The steps that collect, where the procedure itself draws them."""
        return [
            (inside, element)
            for inside in self._frame.inward()
            if inside.chart is self._frame.chart
            for element in inside.elements
            if pays(inside, element)
        ]

    @cached_property
    def owed(self) -> tuple[Fee, ...]:
        """The published fees that may be owed by who comes online."""
        ways = (None, Channel.ONLINE)
        return tuple(fee for fee in self._published if fee.channel in ways and fee.amount != 0)

    @property
    def are_owed(self) -> bool:
        if self._published:
            return bool(self.owed) and not self._are_drawn_free
        return bool(self.steps) and not self._are_drawn_free

    @property
    def _are_drawn_free(self) -> bool:
        """Whether every step that collects asks for nothing, whatever happens."""
        amounts = [amounts_of(frame, each, self._folder) for frame, each in self.steps]
        return bool(amounts) and all(each == {0} for each in amounts)

    def are_none_on(self, frame: Frame, flow: SequenceFlow) -> bool:
        """Whether who takes the flow owes nothing."""
        said = said_on(frame, flow)
        if not said.holds and not said.fails:
            return False
        return self._is_zero(said) or self._is_ruled_out(said)

    def _is_zero(self, said: Said) -> bool:
        variables = self._variables
        return bool(variables) and all(proves_zero(said, each) for each in variables)

    def _is_ruled_out(self, said: Said) -> bool:
        return bool(self.owed) and all(fee.when and rules_out(said, fee.when) for fee in self.owed)

    @cached_property
    def _variables(self) -> set[Variable]:
        """The variables that hold the amount."""
        sources = (
            mapping.source
            for _, element in self.steps
            for mapping in element.inputs
            if mapping.target == "amount"
        )
        trees = (tree_of(source) for source in sources)
        return {variable for tree in trees if tree and (variable := variable_of(tree))}
