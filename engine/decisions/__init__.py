"""DMN: decision tables and the other decision logic, checked and evaluated with our FEEL.

from procflow.engine.decisions import load_model

model = load_model("le-phi.dmn")
model.evaluate("Lệ phí", {"kênh nộp": "online"})   # -> Evaluation(value, warnings, rules)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

from ..errors import NotFound
from ..expressions.environment import NOWHERE, Environment
from ..expressions.errors import BudgetExceeded, FeelError
from ..expressions.functions import Function
from ..expressions.run import FeelWarning, Spot
from ..expressions.values import native
from . import model as _model
from .checks import check_tables
from .evaluation import Decisions
from .graph import CompiledNode, Graph
from .loader import files_beside, load_graph
from .run import ModelRun, RuleHit

__all__ = ["Evaluation", "Model", "RuleHit", "check_tables", "load_model", "read_model"]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A value, why parts of it are null, and the rules of decision tables that led to it."""

    value: Any
    warnings: tuple[FeelWarning, ...]
    rules: tuple[RuleHit, ...]


class Model:
    """A loaded model. It keeps nothing of an evaluation and may be shared."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    @property
    def decisions(self) -> tuple[tuple[str, str], ...]:
        """Id and name of each decision."""
        return tuple((each.id, each.name) for each in self._graph.definitions.decisions)

    def decides(self, name: str) -> bool:
        """Whether there is a decision of this name or id."""
        return self._graph.named(name, _model.Decision) is not None

    @property
    def definitions(self) -> _model.Definitions:
        """What the file says."""
        return self._graph.definitions

    def evaluate(
        self,
        decision: str,
        inputs: Mapping[str, Any],
        environment: Environment = NOWHERE,
        *,
        from_json: bool = False,
    ) -> Evaluation:
        """The value of a decision, by name or id.

        from_json: the inputs are JSON values, which have no dates; a text is read as a date, a time
        or a duration where the model declares that type.

        Raises NotFound for an unknown decision, BudgetExceeded when it uses up its budget.
        """
        compiled = self._found(decision, _model.Decision)
        run = ModelRun(inputs, environment, from_json=from_json)
        return _evaluated(run, lambda: Decisions(run, inputs).value(compiled))

    def invoke(
        self,
        name: str,
        inputs: Mapping[str, Any] | Sequence[Any] = (),
        environment: Environment = NOWHERE,
        *,
        from_json: bool = False,
    ) -> Evaluation:
        """What a decision service or a business knowledge model gives.

        Arguments go by name or by place; one that is missing among the names is null. from_json: as
        with `evaluate`.

        Raises NotFound for an unknown one, BudgetExceeded when it uses up its budget.
        """
        compiled = self._found(name, _model.Service, _model.KnowledgeModel)
        run = ModelRun({}, environment, from_json=from_json)
        return _evaluated(run, lambda: _invoked(run, compiled, inputs))

    def _found(self, name: str, *kinds: type[_model.Node]) -> CompiledNode:
        compiled = self._graph.named(name, *kinds)
        if compiled is None:
            file = self._graph.definitions.file
            raise NotFound(f"Expected a decision '{name}' in {file}, but there is none")
        return compiled


def _evaluated(run: ModelRun, value: Callable[[], Any]) -> Evaluation:
    try:
        return Evaluation(value(), run.warnings(), tuple(run.hits))
    except RecursionError:
        raise BudgetExceeded("depth", run.environment.budget.depth) from None
    except ArithmeticError:
        raise FeelError("feel.no-number") from None


def _invoked(
    run: ModelRun, compiled: CompiledNode, inputs: Mapping[str, Any] | Sequence[Any]
) -> Any:
    function, name = Decisions(run, {}).value(compiled), compiled.node.name
    if not isinstance(function, Function):
        return None
    spot = Spot(name, 0, len(name))
    if not isinstance(inputs, Mapping):
        return function.invoke(run, spot, [native(value) for value in inputs])
    names = function.parameter_names
    if missing := set(names) - set(inputs):
        run.warn(spot, "decisions.input-missing", name=", ".join(sorted(missing)))
    return function.invoke(run, spot, [native(inputs.get(name)) for name in names])


def load_model(path: str | PathLike[str]) -> Model:
    """The model in a DMN file; the models it imports lie in the same folder.

    Raises Refused with all findings when it cannot be loaded, BadDrawing for what is no XML.
    """
    file = Path(path)
    return Model(load_graph(file.name, files_beside(file) | {file.name: file.read_bytes()}))


def read_model(file: str, files: Mapping[str, bytes]) -> Model:
    """The same from bytes: `files` holds the model and those it imports."""
    return Model(load_graph(file, files))
