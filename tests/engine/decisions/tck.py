"""All of the DMN TCK against the decisions room.

python tests/engine/decisions/tck.py             the table of the docs
python tests/engine/decisions/tck.py --failures  every case that does not pass
"""

import sys
from functools import cache

from procflow.engine.decisions import load_model
from procflow.engine.expressions import FeelError
from procflow.tests.engine.expressions.tck import ENVIRONMENT, Case, cases, folder, measure, table

model_of = cache(load_model)


def evaluate(case: Case):
    """What a case asks for; an error of FEEL counts as null, as the TCK's own runner has it."""
    model = model_of(case.model)
    try:
        if case.invocable is None:
            return model.evaluate(case.node, case.inputs, ENVIRONMENT).value
        value = model.invoke(case.invocable, case.inputs, ENVIRONMENT).value
    except FeelError:
        return None
    return one_of(value, case)


def one_of(value, case: Case):
    """A service with several outputs gives a context; a case names one of them."""
    several = isinstance(value, dict) and case.node in value and case.invocable != case.node
    return value[case.node] if several else value


def main() -> None:
    root = folder()
    if root is None:
        sys.exit("Expected the TCK's files in $PROCFLOW_TCK or ../shared/dmn-tck, but found none")
    results = measure(cases(root), evaluate)
    lines = [table(results)]
    if "--failures" in sys.argv:
        lines += [f"{each.case.name}  =>  {each.problem}" for each in results if each.problem]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
