"""FEEL, the expression language of DMN 1.5, made safe: the page of public names."""

from __future__ import annotations

from .checks import check_expression
from .durations import DaysTime, WorkingTime, YearsMonths
from .environment import Budget, Environment, WorkingCalendar
from .errors import AssertionFailed, BudgetExceeded, FeelError, FeelSyntaxError
from .explain import Part, explain
from .expression import (
    Evaluation,
    Expression,
    UnaryExpression,
    compile_expression,
    compile_unary,
    evaluate,
    evaluate_unary,
    parse_static,
)
from .findings import FeelFinding
from .functions import Function
from .json_values import from_json, to_json
from .ranges import Range
from .run import FeelWarning, Run
from .temporal import Date, DateTime, Time
from .types import Type

__all__ = [
    "AssertionFailed",
    "Budget",
    "BudgetExceeded",
    "Date",
    "DateTime",
    "DaysTime",
    "Environment",
    "Evaluation",
    "Expression",
    "FeelError",
    "FeelFinding",
    "FeelSyntaxError",
    "FeelWarning",
    "Function",
    "Part",
    "Range",
    "Run",
    "Time",
    "Type",
    "UnaryExpression",
    "WorkingCalendar",
    "WorkingTime",
    "YearsMonths",
    "check_expression",
    "compile_expression",
    "compile_unary",
    "evaluate",
    "evaluate_unary",
    "explain",
    "from_json",
    "parse_static",
    "to_json",
]
