"""JUEL of the simple kind becomes FEEL; the rest is refused with a reason."""

import pytest

from procflow.engine.bpmn.importing.juel import (
    JuelError,
    Scope,
    translate_condition,
    translate_list,
    translate_value,
)
from procflow.engine.messages import message

CONDITIONS = [
    ("${a == 'x' && b > 3 || !c}", 'a = "x" and b > 3 or c != true'),
    ("#{approved}", "approved"),
    (" ${ approved } ", "approved"),
    ("${a eq 1 and (b ne 2 or not c)}", "a = 1 and (b != 2 or c != true)"),
    ("${a lt 1 || a gt 2 || a le 3 || a ge 4}", "a < 1 or a > 2 or a <= 3 or a >= 4"),
    ("${!(a == 1)}", "not(a = 1)"),
    ("${!(a < b)}", "(a < b) != true"),
    ("${!!c}", "not(c != true)"),
    ("${a <= b}", "a <= b or a = b"),
    ("${empty x}", 'list contains([null, "", [], {}], x)'),
    ("${not empty order.items}", 'not(list contains([null, "", [], {}], order.items))'),
    ("${x == null}", "x = null"),
    ("${x.y.z != null}", "x.y.z != null"),
    ("${ok == 'true'}", 'string(ok) = "true"'),
    ("${a ? b : c}", "if a then b else c"),
    ("${n % 2 == 0}", "modulo(get or else(n, 0), 2) = 0"),
    ("${a == (b || c)}", "a = ((b or c) = true)"),
    ("${execution.processBusinessKey == 'K1'}", 'businessKey = "K1"'),
]
VALUES = [
    ("", '""'),
    ("plain 'text'", "\"plain 'text'\""),
    ('say "a\\b"', '"say \\"a\\\\b\\""'),
    ("${x}", "x"),
    ("${'it\\'s'}", '"it\'s"'),
    ('${"a\\\\b"}', '"a\\\\b"'),
    ("Dossier ${code}", '"Dossier " + get or else(string(code), "")'),
    ("${'a'}-${2}", '"a" + "-" + string(2)'),
    ("\\${x}", '"${x}"'),
    ("cost: $5", '"cost: $5"'),
    ("${a && b}", "(a and b) = true"),
    ("${(a + b) * -c}", "(get or else(a, 0) + get or else(b, 0)) * -get or else(c, 0)"),
    ("${a - (b - 1)}", "get or else(a, 0) - (get or else(b, 0) - 1)"),
    ("${1.50 + 1e3}", "1.5 + 1000"),
    ("${7 % 4}", "7 - 4 * round down(7 / 4, 0)"),
    ("${x[0]}", "x[1]"),
    ("${x['y']['z w']}", 'get value(x.y, "z w")'),
    ("${a ? 'x' : b ? 'y' : 'z'}", 'if a then "x" else if b then "y" else "z"'),
    ("${now()}", "now()"),
    ("${true}", "true"),
]
REFUSED = [
    ("${x.isEmpty()}", "method"),
    ("${list.size() > 0}", "method"),
    ("${dateTime().plusDays(3)}", "method"),
    ("${currentUser()}", "function"),
    ("${var:get(x)}", "function"),
    ("${execution.id == 1}", "engine-object"),
    ("${task.assignee == 'an'}", "engine-object"),
    ("${x[i]}", "index"),
    ("${x[1.5]}", "index"),
    ("${x[-1]}", "index"),
    ("${(a + b) % 2 == 1}", "remainder"),
    ("${'a' + b == 1}", "arithmetic"),
    ("${now() + 1 == 2}", "arithmetic"),
    ("${true < a}", "order"),
    ("${'a' == 1}", "kinds"),
    ("${3}", "no-truth"),
    ("${a ? 'yes' : b}", "no-truth"),
    ("approved", "no-condition"),
    ("", "no-condition"),
    ("${a}${b}", "no-condition"),
    ("${for == 1}", "name"),
    ("${function}", "name"),
    ("${$x == 1}", "name"),
    ("${a = 1}", "syntax"),
    ("${a == }", "syntax"),
    ("${a", "syntax"),
    ("${}", "syntax"),
    ("${'a}", "syntax"),
    ("${'\\n' == a}", "syntax"),
    ("${a instanceof b}", "syntax"),
    ("${1.a}", "syntax"),
    ("${'a'.b}", "syntax"),
    ("${a -> b}", "syntax"),
    ("${a; b}", "syntax"),
    ("${" + "(" * 40 + "a" + ")" * 40 + "}", "too-long"),
    ("${" + "!" * 100 + "a}", "too-long"),
    ("${" + " && ".join(["a"] * 500) + "}", "too-long"),
    ("${a == 1e999999999}", "too-long"),
    ("${a == 1e99999999999999999999}", "too-long"),
]


@pytest.mark.parametrize(("juel", "feel"), CONDITIONS)
def test_conditions(juel, feel):
    assert translate_condition(juel).feel == feel


@pytest.mark.parametrize(("juel", "feel"), VALUES)
def test_values(juel, feel):
    assert translate_value(juel).feel == feel


@pytest.mark.parametrize(("juel", "reason"), REFUSED)
def test_what_is_not_of_the_simple_kind_is_refused_with_a_reason(juel, reason):
    with pytest.raises(JuelError) as refused:
        translate_condition(juel)
    error = refused.value
    assert error.key == f"importing.juel.{reason}"
    assert message(error.key, "vi", **error.arguments) and message(
        error.key, "en", **error.arguments
    )


def test_the_variables_read_are_told():
    found = translate_condition("${a.b == c[0] && !d}")
    assert found.names == {"a", "c", "d"}


def test_numbers_in_quotes_are_told_since_juel_would_convert_them():
    assert translate_condition("${level == '3' || level == '-4.5'}").compared_as_text == (
        "3",
        "-4.5",
    )
    assert translate_condition("${level == 'three' || '.' == level}").compared_as_text == ()


def test_a_multi_instance_counts_from_one_here():
    inside = Scope(repeated=True)
    assert translate_value("${loopCounter * 2}", inside).feel == "(loopCounter - 1) * 2"
    assert translate_value("${loopCounter}").feel == "loopCounter"
    assert translate_value("${nrOfInstances}").feel == "nrOfInstances"
    with pytest.raises(JuelError, match="absent"):
        translate_value("${nrOfInstances}", inside)


def test_how_many_are_done_is_known_where_that_is_judged():
    found = translate_condition(
        "${nrOfCompletedInstances / nrOfInstances >= 0.6 && nrOfActiveInstances == 0}",
        Scope(repeated=True, judging=True),
    )
    assert found.feel == (
        "numberOfCompletedInstances / numberOfInstances >= 0.6 and numberOfActiveInstances = 0"
    )


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("a, ${b} ,c", ['"a"', "b", '"c"']),
        ("${a},${b}", ["a", "b"]),
        ("x-${a}", ['"x-" + get or else(string(a), "")']),
        (" , ${a},, ", ["a"]),
        ("${a ? 'x,y' : b}", ['if a then "x,y" else b']),
    ],
)
def test_items_of_a_list_stand_between_commas_outside_of_expressions(text, items):
    assert [each.feel for each in translate_list(text)] == items
