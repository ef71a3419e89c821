"""Lets `procflow` play features: the step library as a plugin of pytest, and what came of each.

    python -m pytest -p procflow.features.steps.playing --processes FOLDER --played FILE …

FILE gets a line of JSON for each scenario: feature, scenario, failed, step, reason.
"""

import json
from pathlib import Path

import pytest

from . import given, office, payments, then, when

WHAT, WHERE = pytest.StashKey[dict](), pytest.StashKey[dict]()


def pytest_addoption(parser):
    parser.addoption("--processes", help="where the procedures lie")
    parser.addoption("--played", help="where it is written what came of each scenario")


def pytest_configure(config):
    for module in (given, office, payments, then, when):
        config.pluginmanager.register(module)


def pytest_bdd_before_scenario(request, feature, scenario):
    name = Path(feature.filename).name
    request.node.stash[WHAT] = {"feature": name, "scenario": scenario.name}


def pytest_bdd_step_error(request, step, exception):
    request.node.stash[WHERE] = stumbled(step, exception)


def pytest_bdd_step_func_lookup_error(request, step, exception):
    request.node.stash[WHERE] = stumbled(step, exception)


def stumbled(step, exception):
    return {"step": f"{step.keyword} {step.name}", "reason": said(exception)}


def said(exception):
    """Its first line, without what pytest adds about the comparison."""
    return next(iter(str(exception).splitlines()), type(exception).__name__)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if WHAT in item.stash and (report.when == "call" or report.failed):
        where = {"reason": said(call.excinfo.value)} if call.excinfo else {}
        line = {**item.stash[WHAT], "failed": report.failed, **where}
        note(item.config, {**line, **item.stash.get(WHERE, {})})
    return report


def note(config, line):
    with Path(config.getoption("--played")).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
