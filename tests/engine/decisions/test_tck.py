"""The conformance figures for all of DMN: level 2 complete, level 3 at least 97 %."""

import pytest

from procflow.tests.engine.decisions.tck import evaluate
from procflow.tests.engine.expressions.tck import cases, folder, measure


@pytest.fixture(scope="module")
def results():
    root = folder()
    if root is None:
        pytest.skip("NO CONFORMANCE RUN: the TCK is neither in $PROCFLOW_TCK nor in ../shared")
    return measure(cases(root), evaluate)


@pytest.mark.parametrize("with_value", [False, True])
@pytest.mark.parametrize(("level", "share", "least"), [(2, 1.0, 100), (3, 0.97, 1000)])
def test_the_level_is_reached(results, level, share, least, with_value):
    chosen = [
        result
        for result in results
        if result.case.level == level and not (with_value and result.case.expected is None)
    ]
    failed = [f"{each.case.name}: {each.problem}" for each in chosen if each.problem]
    assert len(chosen) > least
    assert len(failed) <= (1 - share) * len(chosen), failed
