"""The FEEL of a translated expression gives what JUEL gives: compared with a small JUEL.

The reference below follows JSR 245 (Expression Language 2.2), §1.7 to §1.18, for values that fit
the operators: numbers with numbers, texts with texts, and null anywhere.
"""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from procflow.engine.bpmn.importing.juel import translate_condition, translate_value
from procflow.engine.expressions import compile_expression

# -- the trees: (operator, operands…), written out with no more brackets than needed --------------

LEVELS = {"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4}
LEVELS |= {"+": 5, "-": 5, "*": 6, "/": 6, "%": 6, "!": 7, "neg": 7, "empty": 7, "?": 0}
SPELLED = {
    "&&": "and",
    "||": "or",
    "==": "eq",
    "!=": "ne",
    "<": "lt",
    ">": "gt",
    "<=": "le",
    ">=": "ge",
    "%": "mod",
    "/": "div",
}


def written(tree, spelled):
    """The tree as JUEL. spelled: whether operators are written as words."""
    operator, *operands = tree
    match operator:
        case "value":
            return literal(operands[0])
        case "name":
            return operands[0]
        case "!":
            return ("not " if spelled else "!") + within(operands[0], 7, spelled)
        case "neg":
            return "-" + within(operands[0], 7, spelled)
        case "empty":
            return "empty " + within(operands[0], 7, spelled)
        case "?":
            condition, yes, no = operands
            asked = within(condition, 1, spelled)
            return f"{asked} ? {written(yes, spelled)} : {written(no, spelled)}"
    left, right = operands
    sign = SPELLED.get(operator, operator) if spelled else operator
    level = LEVELS[operator]
    return f"{within(left, level, spelled)} {sign} {within(right, level + 1, spelled)}"


def within(tree, level, spelled):
    text = written(tree, spelled)
    return text if LEVELS.get(tree[0], 9) >= level else f"({text})"


def literal(value):
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return str(float(value)) if value != int(value) else str(int(value))


# -- the reference -----------------------------------------------------------------------------


def juel(tree, env):
    operator, *operands = tree
    match operator:
        case "value":
            return operands[0]
        case "name":
            value = env
            for part in operands[0].split("."):
                value = None if value is None else value[part]
            return value
        case "?":
            condition, yes, no = operands
            return juel(yes if truth(juel(condition, env)) else no, env)
        case "&&":
            return all(truth(juel(each, env)) for each in operands)
        case "||":
            return any(truth(juel(each, env)) for each in operands)
    return APPLIED[operator](*(juel(each, env) for each in operands))


def truth(value):
    """To Boolean (§1.18.5): null is false."""
    return False if value is None else value


def number(value):
    """To a number (§1.18.3): null is 0."""
    return Fraction(0 if value is None else value)


def equal(left, right):
    """§1.9.2; a truth value and a text are compared as truth values."""
    if left is None or right is None:
        return left is right
    if isinstance(left, bool) != isinstance(right, bool):
        left, right = (each == "true" if isinstance(each, str) else each for each in (left, right))
    return left == right


def ordered(compare, equal_counts):
    """§1.9.1."""

    def apply(left, right):
        if left is None or right is None:
            return equal_counts and left is right
        return compare(left, right)

    return apply


def remainder(left, right):
    """Java's: the sign is the dividend's."""
    left, right = number(left), number(right)
    assume(right != 0)
    return left - right * int(left / right)


def quotient(left, right):
    right = number(right)
    assume(right != 0)
    return number(left) / right


APPLIED = {
    "!": lambda value: not truth(value),
    "neg": lambda value: -number(value),
    "empty": lambda value: value is None or value in ("", [], {}),
    "==": equal,
    "!=": lambda left, right: not equal(left, right),
    "<": ordered(lambda a, b: a < b, False),
    ">": ordered(lambda a, b: a > b, False),
    "<=": ordered(lambda a, b: a <= b, True),
    ">=": ordered(lambda a, b: a >= b, True),
    "+": lambda left, right: number(left) + number(right),
    "-": lambda left, right: number(left) - number(right),
    "*": lambda left, right: number(left) * number(right),
    "/": quotient,
    "%": remainder,
}


# -- what is tried -----------------------------------------------------------------------------

numbers = st.sampled_from([Fraction(n, 2) for n in range(-8, 9)])
texts = st.sampled_from(["", "a", "b", "A\\", "it's", "true", "đã", "x\ny"])
truths = st.booleans()
PLAIN = {"n": numbers, "m": numbers, "s": texts, "t": texts, "b": truths, "c": truths}
environments = st.fixed_dictionaries(
    {
        **{name: st.none() | values for name, values in PLAIN.items()},
        "box": st.none()
        | st.fixed_dictionaries({name: st.none() | v for name, v in PLAIN.items()}),
        "items": st.none() | st.lists(numbers, max_size=2),
    }
)


def named(*names):
    return st.sampled_from([("name", each) for name in names for each in (name, f"box.{name}")])


def valued(values):
    return values.map(lambda value: ("value", value))


nothing = st.just(("value", None))
zero = st.just(("value", Fraction(0)))
divisors = st.sampled_from([("value", Fraction(n, 2)) for n in (1, 2, 4, 5, -1, -4)])
simple_numbers = valued(numbers.filter(lambda n: n >= 0)) | named("n", "m")


def tree(operators, *operands):
    return st.tuples(st.sampled_from(operators), *operands)


def grown_numbers(inner):
    return (
        tree(["+", "-", "*"], inner, inner)
        | tree(["/"], inner, divisors)
        | tree(["%"], simple_numbers, divisors)
        | tree(["neg"], inner)
        | tree(["?"], named("b", "c"), inner, inner)
    )


number_trees = st.recursive(simple_numbers | nothing, grown_numbers, max_leaves=6)
text_trees = valued(texts) | named("s", "t") | tree(["?"], named("b"), valued(texts), named("s"))
anything = (
    number_trees | text_trees | named("b") | st.just(("name", "items")) | st.just(("name", "box"))
)
comparisons = (
    tree(["==", "!=", "<", ">", "<=", ">="], number_trees, number_trees)
    | tree(["==", "!=", "<", ">", "<=", ">="], text_trees, text_trees)
    | tree(["==", "!="], tree(["%"], number_trees, divisors), zero)
    | tree(["==", "!="], named("b", "s"), valued(st.sampled_from(["true", "false"])))
    | tree(["==", "!="], anything.filter(lambda each: each[0] == "name"), nothing)
    | tree(["empty"], anything)
)
conditions = st.recursive(
    comparisons | named("b", "c") | valued(truths),
    lambda inner: (
        tree(["&&", "||"], inner, inner)
        | tree(["!"], inner)
        | tree(["?"], inner, inner, inner)
        | tree(["==", "!="], inner, inner)
    ),
    max_leaves=8,
)


def feel(text, env):
    return compile_expression(text).evaluate(variables(env)).value


def variables(value):
    """As JSON: decimals for fractions."""
    if isinstance(value, dict):
        return {name: variables(each) for name, each in value.items()}
    if isinstance(value, list):
        return [variables(each) for each in value]
    return float(value) if isinstance(value, Fraction) else value


def same(found, expected):
    if isinstance(expected, Fraction):
        return not isinstance(found, bool | str | None) and Fraction(found) == expected
    return type(found) is type(expected) and found == expected


@given(conditions, environments, st.booleans())
def test_a_condition_holds_exactly_where_it_held(tree, env, spelled):
    expected = truth(juel(tree, env))
    text = "${" + written(tree, spelled) + "}"
    assert (feel(translate_condition(text).feel, env) is True) == expected


@given(conditions, environments)
def test_a_truth_that_is_stored_is_the_same_truth(tree, env):
    expected = juel(tree, env)
    found = feel(translate_value("${" + written(tree, False) + "}").feel, env)
    assert found is expected


@given(number_trees | text_trees, environments, st.booleans())
def test_a_value_is_the_same_value(tree, env, spelled):
    expected = juel(tree, env)
    assert same(feel(translate_value("${" + written(tree, spelled) + "}").feel, env), expected)


@given(st.lists(texts | text_trees | named("b"), max_size=4), environments)
def test_a_text_with_expressions_in_it_is_the_same_text(pieces, env):
    """To String (§1.18.2): null is empty, truth values are spelled out."""
    juel_text, expected = "Text:", "Text:"
    for piece in pieces:
        if isinstance(piece, str):
            juel_text, expected = juel_text + piece, expected + piece
        else:
            value = juel(piece, env)
            juel_text += "${" + written(piece, False) + "}"
            expected += {None: "", True: "true", False: "false"}.get(value, value)
    assume("\\$" not in juel_text)
    assert feel(translate_value(juel_text).feel, env) == expected
