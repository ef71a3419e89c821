"""The reference page: its snippet is true and every function is on it."""

import re
from pathlib import Path

from procflow.engine.expressions.builtins import BUILTINS, SPECIAL_FORMS
from procflow.engine.expressions.environment import Budget
from procflow.engine.expressions.lexer import MAX_TEXT, MAX_TOKENS

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "feel.md").read_text()
POINT = "date|date and time|days and time duration|number|string|time|years and months duration"


def test_every_overload_is_on_the_page():
    for function in BUILTINS.values():
        for overload in function.overloads:
            assert overload.signature.replace(POINT, "point") in PAGE
    for name in SPECIAL_FORMS:
        assert f"{name}(" in PAGE


def test_the_page_names_no_function_there_is_not():
    for block in re.findall(r"```text\n(.*?)```", PAGE, re.S):
        for line in block.splitlines():
            assert line.partition("(")[0] in BUILTINS


def test_the_budgets_are_those_of_the_code():
    for name in ("steps", "depth", "list", "string", "warnings"):
        assert f"| {name} | {getattr(Budget(), name):,} |" in PAGE
    assert f"| text | {MAX_TEXT:,}, fixed |" in PAGE
    assert f"| tokens | {MAX_TOKENS:,}, fixed |" in PAGE


def test_the_snippet_gives_what_it_says():
    (snippet,) = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    names = {}
    for line in snippet.splitlines():
        code, _, said = line.partition("  #")
        if not said:
            exec(code, names)
        else:
            assert eval(code, names) == eval(
                said, names, {"Decimal": __import__("decimal").Decimal}
            )
