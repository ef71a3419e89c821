"""Static checks: faults found before an expression runs."""

import time

import pytest

from procflow.engine.expressions import check_expression


def keys(text, **options):
    return [(f.key, f.line, f.column, f.severity) for f in check_expression(text, **options)]


@pytest.mark.parametrize(
    ("text", "key", "column", "severity"),
    [
        ("amont > 5", "feel.check-variable-meant", 1, "warning"),
        ("zzz > 5", "feel.check-variable", 1, "warning"),
        ("for i in items return i + qty", "feel.check-variable", 27, "warning"),
        ("cont(items)", "feel.check-function-meant", 1, "error"),
        ("wonderful(items)", "feel.check-function", 1, "error"),
        ("count(items, 2)", "feel.arity", 1, "error"),
        ("substring(text: amount, start position: 1)", "feel.unknown-parameter", 1, "error"),
        ('amount + 1 = "a"', "feel.check-comparison", 1, "error"),
        ('string length(status) > "5"', "feel.check-comparison", 1, "error"),
        ("[1] < [2]", "feel.check-comparison", 1, "error"),
        ('today() > "2026-01-01"', "feel.check-comparison", 1, "error"),
        ('1 between 0 and "9"', "feel.check-comparison", 17, "error"),
        ('"a" - 1', "feel.arithmetic", 1, "error"),
        ("amount > 1 and 5", "feel.not-boolean", 16, "error"),
        ("if amount + 1 then 1 else 2", "feel.not-boolean", 4, "error"),
        ("get or else(amount)", "feel.arity", 1, "error"),
        ("1 = 1", "feel.check-constant", 1, "warning"),
        ("amount > 1 or true", "feel.check-constant", 1, "warning"),
        ("if false then 1 else 2", "feel.check-constant", 4, "warning"),
        ("amount > 5 and amount < 3", "feel.check-contradiction", 16, "warning"),
        ('status = "a" and status = "b"', "feel.check-contradiction", 18, "warning"),
        ("amount >= 5 and amount < 5", "feel.check-contradiction", 17, "warning"),
        ("amount +", "feel.syntax-unfinished", 9, "error"),
        ("(" * 500, "feel.budget-depth", 1, "error"),
    ],
)
def test_each_fault(text, key, column, severity):
    found = keys(text, known={"amount", "status", "items"})
    assert (key, 1, column, severity) in found
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        'amount > 100 and status = "ok"',
        "items[price > 5]",
        "for i in items return i.price",
        "amount >= 5 and amount <= 5",
        "amount > 5 or amount < 3",
        "count(items) = 0",
        "get or else(amount, 0)",
        'today() > date("2026-01-01")',
        "amount = null",
        "true",
        "{f: function(n) n + 1, r: f(amount)}.r",
        'status = "a" and status != "b"',
        "sum(items.price) * 0.1",
        'if amount > 5 then "a" else 1',
        'date("2026-01-01") + duration("P1D") > today()',
        'amount * duration("P1D") = duration("P2D")',
    ],
)
def test_what_is_right_is_left_alone(text):
    assert keys(text, known={"amount", "status", "items"}) == []


def test_a_text_full_of_faults_is_checked_quickly():
    started = time.process_time()
    text = " + ".join(f"unknown{number}" for number in range(1500))
    known = {f"unknwn{number}" for number in range(300)}
    assert 1 <= len(check_expression(text, known=known)) <= 50
    assert time.process_time() - started < 1


def test_variables_are_not_missed_when_nobody_knows_them():
    assert keys("whatever > 5") == []


def test_a_cell_of_a_table_is_checked_as_one():
    assert keys("< 5, > limit", known={"limit"}, unary=True) == []
    assert keys("-", unary=True) == []
    assert keys("> limt", known={"limit"}, unary=True)[0][0] == "feel.check-variable-meant"


def test_a_finding_speaks_both_languages():
    finding = check_expression("amont", known={"amount"})[0]
    assert finding.message() == "Biến “amont” không được ghi ở đâu cả; có phải ý bạn là “amount”?"
    assert "did you mean 'amount'?" in finding.message("en")
