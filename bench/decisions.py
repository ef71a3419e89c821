"""A decision table of a hundred rules and four inputs, beside one FEEL condition per rule."""

import timeit
from collections.abc import Iterator

from bench._table import Row, beside, show
from procflow.engine.decisions import Model, read_model
from procflow.engine.expressions import compile_expression

INPUTS = "abce"
GIVEN = {"a": 995, "b": "a4", "c": 50, "e": True}


def table(rules: int = 100) -> Model:
    rows = "".join(
        f"<rule><inputEntry><text>[{n * 10}..{n * 10 + 9}]</text></inputEntry>"
        f'<inputEntry><text>"a{n % 5}"</text></inputEntry>'
        "<inputEntry><text>&lt; 100</text></inputEntry><inputEntry><text>-</text></inputEntry>"
        f"<outputEntry><text>{n}</text></outputEntry></rule>"
        for n in range(rules)
    )
    data = "".join(f'<inputData id="{name}" name="{name}"/>' for name in INPUTS)
    needs = "".join(
        f'<informationRequirement><requiredInput href="#{name}"/></informationRequirement>'
        for name in INPUTS
    )
    columns = "".join(
        f"<input><inputExpression><text>{name}</text></inputExpression></input>" for name in INPUTS
    )
    text = (
        '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="t" namespace="t">'
        f'{data}<decision id="D" name="D">{needs}<decisionTable>{columns}<output name="o"/>{rows}'
        "</decisionTable></decision></definitions>"
    )
    return read_model("t.dmn", {"t.dmn": text.encode()})


def microseconds(call, rounds: int = 500) -> float:
    return min(timeit.repeat(call, number=rounds, repeat=5)) / rounds * 1e6


def rows() -> Iterator[Row]:
    model, condition = table(), compile_expression('a in [990..999] and b = "a4" and c < 100')
    one = microseconds(lambda: condition.evaluate(GIVEN))
    whole = microseconds(lambda: model.evaluate("D", GIVEN))
    yield beside("a decision table of 100 rules, 4 inputs", whole, "one condition of three", one)


if __name__ == "__main__":
    show(rows())
