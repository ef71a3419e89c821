"""Runs cases of the DMN Technology Compatibility Kit against the decisions room.

    python tests/engine/decisions/tck.py [-v] [FOLDER…]

The cases are read from the folder named by PROCFLOW_TCK, else from `shared/dmn-tck` beside the
checkout. A test that needs them is skipped, loudly, where they are not.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from lxml import etree

from procflow.engine.decisions import Model, load_model
from procflow.engine.expressions.comparison import equal
from procflow.engine.expressions.environment import Environment
from procflow.engine.expressions.errors import FeelError
from procflow.engine.expressions.parse_values import parse_temporal
from procflow.engine.expressions.run import Run
from procflow.engine.expressions.values import kind, native

SPACE = "{http://www.omg.org/spec/DMN/20160719/testcase}"
TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
TOLERANCE = Decimal("1e-8")
ENVIRONMENT = Environment(now=datetime(2026, 3, 2, 8, 0, tzinfo=UTC), zone=UTC)


@dataclass(frozen=True)
class Outcome:
    level: str
    folder: str
    case: str
    result: str
    passed: bool
    expects_value: bool
    why: str = ""

    @property
    def name(self):
        return f"{self.folder}/{self.case}/{self.result}"


def home() -> Path | None:
    given = os.environ.get("PROCFLOW_TCK")
    folder = Path(given) if given else Path(__file__).resolve().parents[4] / "shared" / "dmn-tck"
    return folder if folder.is_dir() else None


def outcomes(folder: Path) -> Iterator[Outcome]:
    for file in sorted(folder.rglob("*-test-*.xml")):
        yield from outcomes_of(file)


def outcomes_of(file: Path) -> Iterator[Outcome]:
    root = etree.parse(str(file)).getroot()
    level, folder = file.parent.parent.name[-1], file.parent.name
    try:
        model, broken = load_model(file.parent / root.findtext(f"{SPACE}modelName")), ""
    except Exception as error:
        model, broken = None, f"model: {error}"
    for case in root.iterfind(f"{SPACE}testCase"):
        for result in case.iterfind(f"{SPACE}resultNode"):
            expected = value_of(result.find(f"{SPACE}expected"))
            why = broken or failure(model, case, result, expected)
            yield Outcome(
                level,
                folder,
                case.get("id"),
                result.get("name"),
                not why,
                expected is not None,
                why,
            )


def failure(model: Model, case, result, expected) -> str:
    inputs = {node.get("name"): value_of(node) for node in case.iterfind(f"{SPACE}inputNode")}
    try:
        got = evaluate(model, case, result, inputs)
    except FeelError as error:
        got, note = None, f" ({error})"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    else:
        note = "".join(f" ({warning.key} {warning.expression})" for warning in got.warnings)
        got = got.value
        if len(case.findall(f"{SPACE}resultNode")) > 1 and case.get("type") == "decisionService":
            got = got[result.get("name")]
    return "" if same(got, expected) else f"expected {expected!r}, got {got!r}{note}"


def evaluate(model: Model, case, result, inputs):
    if case.get("type") in ("decisionService", "bkm"):
        return model.invoke(case.get("invocableName"), inputs, ENVIRONMENT)
    return model.evaluate(result.get("name"), inputs, ENVIRONMENT)


def value_of(node):
    """The FEEL value written in an inputNode, expected, item or component."""
    if node is None:
        return None
    items = node.find(f"{SPACE}list")
    if items is not None:
        return (
            None
            if items.get(NIL) == "true"
            else [value_of(item) for item in items.iterfind(f"{SPACE}item")]
        )
    components = node.findall(f"{SPACE}component")
    if components:
        return {component.get("name"): value_of(component) for component in components}
    value = node.find(f"{SPACE}value")
    return None if value is None or value.get(NIL) == "true" else simple(value)


def simple(value):
    type_, text = (value.get(TYPE) or "xsd:string").partition(":")[2], value.text or ""
    match type_:
        case "decimal" | "double" | "integer" | "int" | "long" | "float":
            return Decimal(text.strip())
        case "boolean":
            return text.strip() == "true"
        case "date" | "time" | "dateTime" | "duration":
            return parse_temporal(text.strip())
    return text


def same(got, expected) -> bool:
    if isinstance(got, Decimal) and isinstance(expected, Decimal):
        return abs(got - expected) <= TOLERANCE * max(1, abs(expected))
    if isinstance(expected, list):
        return (
            isinstance(got, list)
            and len(got) == len(expected)
            and all(same(native(a), b) for a, b in zip(got, expected, strict=True))
        )
    if isinstance(expected, dict):
        return (
            isinstance(got, dict)
            and got.keys() == expected.keys()
            and all(same(native(got[key]), expected[key]) for key in expected)
        )
    return kind(got) == kind(expected) and equal(Run({}, ENVIRONMENT), got, expected) is True


def main(arguments: list[str]) -> None:
    verbose = "-v" in arguments
    folders = [Path(each) for each in arguments if each != "-v"] or [home()]
    counts: dict[str, Counter] = {}
    for folder in folders:
        for outcome in outcomes(folder):
            count = counts.setdefault(outcome.level, Counter())
            count["all"] += 1
            count["passed"] += outcome.passed
            count["values"] += outcome.expects_value
            count["values passed"] += outcome.passed and outcome.expects_value
            if verbose and not outcome.passed:
                sys.stdout.write(f"{outcome.name}: {outcome.why[:300]}\n")
    for level, count in sorted(counts.items()):
        share = count["passed"] / count["all"]
        values = count["values passed"] / count["values"]
        sys.stdout.write(
            f"level {level}: {count['passed']}/{count['all']} = {share:.1%}; with a value"
            f" {count['values passed']}/{count['values']} = {values:.1%}\n"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
