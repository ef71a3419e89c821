"""How fast FEEL is: beside Python's own `eval` of the same, and beside other FEEL packages.

    python -m bench.feel             ours and Python's
    python -m bench.feel --others    also bkflow-feel (PyPI) and feelin (npm), fetched into a
                                     temporary folder by pip and npm; a row is left out where the
                                     package cannot be had

Every figure is the best of several rounds of one run on this machine; the ratio is to Python's
compiled code in the same run. Wanted: the first condition under 1 µs, compiled under 50 µs.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from timeit import Timer
from typing import Any

from bench._table import Row, beside, show
from procflow.engine.expressions import compile_expression

ROUNDS = 5
SECONDS = 0.05
PYTHON = "Python, compiled"


@dataclass(frozen=True, slots=True)
class Task:
    """The same thing said in FEEL and in Python, and what it is said of."""

    name: str
    feel: str
    python: str
    context: dict[str, Any]


TASKS = (
    Task(
        "a condition",
        'amount > 100 and status = "ok"',
        'amount > 100 and status == "ok"',
        {"amount": 150, "status": "ok"},
    ),
    Task(
        "a fee",
        "if area <= 200 then 50000 else 50000 + (area - 200) * 1500",
        "50000 if area <= 200 else 50000 + (area - 200) * 1500",
        {"area": 350},
    ),
    Task(
        "a path and a default",
        'get or else(dossier.applicant.name, "-")',
        'dossier.get("applicant", {}).get("name") or "-"',
        {"dossier": {"applicant": {"name": "An"}}},
    ),
    Task(
        "the sum of 100 filtered items",
        "sum(items[paid].fee)",
        'sum([item["fee"] for item in items if item["paid"]])',
        {"items": [{"fee": number, "paid": number % 2 == 0} for number in range(100)]},
    ),
)

BKFLOW = """
import json, sys, timeit
from bkflow_feel.api import parse_expression
text, context = json.loads(sys.argv[1])
assert parse_expression(expression=text, context=context) is True
timer = timeit.Timer(lambda: parse_expression(expression=text, context=context))
print(min(timer.repeat(5, 200)) / 200 * 1e6)
"""
FEELIN = """
const { evaluate } = require('feelin');
const [text, context] = JSON.parse(process.argv[1]);
const value = evaluate(text, context);
if ((value && value.value !== undefined ? value.value : value) !== true) process.exit(1);
let best = Infinity;
for (let round = 0; round < 5; round++) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < 2000; i++) evaluate(text, context);
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 2000 / 1000);
}
console.log(best);
"""


def microseconds(call: Callable[[], Any]) -> float:
    """The time of one call in µs, the best of several rounds."""
    timer = Timer(call)
    once = max(timer.timeit(10) / 10, 1e-9)
    number = max(10, int(SECONDS / once))
    return min(timer.repeat(ROUNDS, number)) / number * 1e6


def rows() -> Iterator[Row]:
    for task in TASKS:
        yield from ours(task)
    if "--others" in sys.argv:
        yield from others(TASKS[0])


def ours(task: Task) -> Iterator[Row]:
    """Evaluating and compiling one task, ours and Python's."""
    expression = compile_expression(task.feel)
    code = compile(task.python, "<bench>", "eval")
    reference = microseconds(lambda: eval(code, {}, task.context))
    found = microseconds(lambda: expression.evaluate(task.context))
    assert expression.evaluate(task.context).value == eval(code, {}, task.context)
    first = task is TASKS[0]
    what = f"FEEL, compiled: {task.name}"
    yield beside(what, found, PYTHON, reference, wanted="< 1 µs" if first else "")
    text = microseconds(lambda: eval(task.python, {}, task.context))
    yield beside(f"Python's eval of the text: {task.name}", text, PYTHON, reference)
    compiling = microseconds(lambda: compile_expression(task.feel))
    what = f"FEEL, compiling it: {task.name}"
    yield beside(what, compiling, PYTHON, reference, wanted="< 50 µs" if first else "")


def others(task: Task) -> Iterator[Row]:
    """Other packages evaluating one task; they parse it every time."""
    code = compile(task.python, "<bench>", "eval")
    reference = microseconds(lambda: eval(code, {}, task.context))
    given = json.dumps([task.feel, task.context])
    with tempfile.TemporaryDirectory() as folder:
        for name, measure in (("bkflow-feel", bkflow), ("feelin in Node", feelin)):
            found = measure(Path(folder), given)
            if found is None:
                yield Row(f"{name}: {task.name}", "not to be had here")
            else:
                yield beside(f"{name}: {task.name}", found, PYTHON, reference)


def bkflow(folder: Path, given: str) -> float | None:
    venv.create(folder / "python", with_pip=True)
    python = str(folder / "python" / "bin" / "python")
    if not done([python, "-m", "pip", "install", "-q", "bkflow-feel"], folder):
        return None
    return answered([python, "-c", BKFLOW, given], folder)


def feelin(folder: Path, given: str) -> float | None:
    if not done(["npm", "install", "--silent", "--no-fund", "feelin"], folder):
        return None
    return answered(["node", "-e", FEELIN, given], folder)


def done(command: list[str], folder: Path) -> bool:
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def answered(command: list[str], folder: Path) -> float | None:
    answer = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return float(answer.stdout) if answer.returncode == 0 else None


if __name__ == "__main__":
    show(rows())
