"""The part of the DMN Technology Compatibility Kit that lies beside the checkout."""

import pytest

from procflow.tests.engine.decisions import tck

EXPECTED = {"2": 1.0, "3": 0.97}


@pytest.fixture(scope="module")
def outcomes():
    folder = tck.home()
    if folder is None:
        pytest.skip("the DMN TCK is not beside the checkout; set PROCFLOW_TCK to its folder")
    return list(tck.outcomes(folder))


@pytest.mark.parametrize("level", ["2", "3"])
def test_the_level_is_reached(outcomes, level):
    of_level = [outcome for outcome in outcomes if outcome.level == level]
    passed = sum(outcome.passed for outcome in of_level)
    assert passed / len(of_level) >= EXPECTED[level]


@pytest.mark.parametrize("level", ["2", "3"])
def test_the_level_is_reached_by_cases_that_expect_a_value(outcomes, level):
    of_level = [each for each in outcomes if each.level == level and each.expects_value]
    passed = sum(outcome.passed for outcome in of_level)
    assert passed / len(of_level) >= EXPECTED[level]


def test_no_case_fails_by_an_error_of_another_kind(outcomes):
    strange = [each.name for each in outcomes if "Error:" in each.why]
    assert strange == []
