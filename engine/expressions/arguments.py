"""The arguments of functions whose parameters have declared types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .functions import Function
from .run import Run, Spot
from .values import kind

if TYPE_CHECKING:
    from .types import Type


def fitted(
    run: Run, spot: Spot, function: Function, types: Sequence[Type], arguments: Sequence[Any]
) -> list[Any] | None:
    """The arguments, each as the type of its parameter.

    None, with a warning, when there are too many or too few, or one is of another type.
    """
    if len(arguments) != len(types):
        run.warn(
            spot, "feel.arity", function=function.name, expected=len(types), given=len(arguments)
        )
        return None
    values = []
    for place, (type_, argument) in enumerate(zip(types, arguments, strict=True)):
        value = type_.coerced(run, argument)
        if value is None and argument is not None:
            run.warn(
                spot,
                "feel.parameter-type",
                function=function.name,
                name=function.parameter_names[place],
                expected=str(type_),
                given=kind(argument),
            )
            return None
        values.append(value)
    return values
