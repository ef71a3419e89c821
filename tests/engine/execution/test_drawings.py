"""Every drawing, run to its end both ways: saved after each element, and only after each step."""

from __future__ import annotations

from pathlib import Path

import pytest

from procflow.engine.execution import Decided, ExecutionFailure

DRAWINGS = sorted(path.stem for path in (Path(__file__).parent / "drawings").glob("*.bpmn"))
GIVEN = {
    "amount": 7,
    "copies": 2,
    "days": 2,
    "left": 0,
    "n": 1,
    "number": 1,
    "tries": 2,
    "x": 5,
    "again": False,
    "due": None,
    "enough": True,
    "full": False,
    "go": True,
    "no": True,
    "channel": "a",
    "code": "H1",
    "item": "lamp",
    "owner": "an",
    "suffix": "!",
    "v": "old",
    "agencies": ["p"],
    "groups": ["g"],
    "items": [1, 2],
    "list": [],
    "people": ["a", "b"],
    "day": "2026-03-20",
    "given": "PT1H",
    "wanted": ["a"],
}


def outcome(play, name: str, every_day, steps: bool) -> tuple[object, ...]:
    """What came of it, answering the oldest work first and letting time pass when there is none."""
    decisions = {"fee-table": lambda variables: Decided(1)}
    try:
        instance = play(name, GIVEN, calendar=every_day, decisions=decisions, steps=steps)
        for _ in range(60):
            work = instance.waits("user_task") or instance.waits("job")
            if work:
                instance.answer(work[0].element)
            elif instance.waits("timer") and not instance.ended:
                instance.passes(days=40)
        return instance.passed, instance.flows, instance.at(), instance.variables
    except ExecutionFailure as failure:
        return failure.kind, failure.element


@pytest.mark.parametrize("name", DRAWINGS)
def test_saving_changes_nothing(play, every_day, name):
    assert outcome(play, name, every_day, True) == outcome(play, name, every_day, False)
