"""The conformance figures for FEEL alone: level 2 complete, level 3 at least 97 %."""

import importlib.util
import sys
from pathlib import Path

import pytest


def _load(name):
    spec = importlib.util.spec_from_file_location(
        f"expressions_{name}", Path(__file__).with_name(f"{name}.py")
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


tck = _load("tck")


@pytest.fixture(scope="module")
def results():
    root = tck.folder()
    if root is None:
        pytest.skip("NO CONFORMANCE RUN: the TCK is neither in $PROCFLOW_TCK nor in ../shared")
    models = tck.Models()
    return tck.measure(filter(models.can_evaluate, tck.cases(root)), models.evaluate)


def failures(results, level, *, with_value=False):
    return [
        f"{result.case.name}: {result.problem}"
        for result in results
        if result.problem
        and result.case.level == level
        and not (with_value and result.case.expected is None)
    ]


def count(results, level, *, with_value=False):
    return sum(
        result.case.level == level and not (with_value and result.case.expected is None)
        for result in results
    )


def test_level_2_is_complete(results):
    assert count(results, 2) > 70
    assert failures(results, 2) == []


@pytest.mark.parametrize("with_value", [False, True])
def test_level_3_holds_for_97_percent(results, with_value):
    total = count(results, 3, with_value=with_value)
    failed = failures(results, 3, with_value=with_value)
    assert total > 1000
    assert len(failed) <= 0.03 * total, failed


def test_a_wrong_result_is_a_failure():
    case = tck.Case(3, "folder", Path("model.dmn"), "1", "node", None, {}, "right", error=False)
    assert tck.problem(case, lambda _: "wrong") is not None
    assert tck.problem(case, lambda _: 1 / 0) is not None
    assert tck.problem(case, lambda _: "right") is None
