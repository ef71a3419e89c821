"""Explanations: every part with the value it gave."""

from procflow.engine.expressions import explain
from procflow.engine.expressions.explain import MAX_PARTS


def test_every_part_is_told_in_the_order_of_evaluation():
    parts = explain('amount > 100 and status = "ok"', {"amount": 150, "status": "no"})
    told = [(part.line, part.column, part.source, part.value) for part in parts]
    assert told == [
        (1, 1, "amount", 150),
        (1, 1, "amount > 100", True),
        (1, 18, "status", "no"),
        (1, 18, 'status = "ok"', False),
        (1, 1, 'amount > 100 and status = "ok"', False),
    ]


def test_what_is_not_evaluated_is_not_told():
    sources = [part.source for part in explain("if true then 1 else missing", {})]
    assert "missing" not in sources


def test_a_part_of_an_iteration_is_told_every_time():
    parts = explain("for i in 1..3 return i + 1", {})
    assert [part.value for part in parts if part.source == "i + 1"] == [2, 3, 4]


def test_long_explanations_end_with_the_whole():
    parts = explain("for i in 1..2000 return i", {})
    assert len(parts) == MAX_PARTS
    assert len(parts[-1].value) == 2000
