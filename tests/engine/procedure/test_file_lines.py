import json
import tomllib

from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.procedure.lines import json_lines, line_of, toml_lines

TOML = '''\
code = "1"
text = """
kept = 3
[not.a.table]
"""
literal = \'\'\'
also = 1\'\'\'
steps = [
  "x = 1", # a comment with ] and "
  "[[z]]",
]
[deadline]
value = 3
  [[deadline.cases]]
  when = "a"
[[deadline.cases]]
when = "b"
inline = { a = 1, b = "}" }
[lanes]
"Công dân" = { kind = "citizen" }
[lanes."Một cửa"]
a.b = 1
'''


def test_toml_keys_and_tables_have_their_lines():
    tomllib.loads(TOML)
    assert toml_lines(TOML) == {
        ("code",): 1,
        ("text",): 2,
        ("literal",): 6,
        ("steps",): 8,
        ("deadline",): 12,
        ("deadline", "value"): 13,
        ("deadline", "cases", 0): 14,
        ("deadline", "cases", 0, "when"): 15,
        ("deadline", "cases", 1): 16,
        ("deadline", "cases", 1, "when"): 17,
        ("deadline", "cases", 1, "inline"): 18,
        ("lanes",): 19,
        ("lanes", "Công dân"): 20,
        ("lanes", "Một cửa"): 21,
        ("lanes", "Một cửa", "a", "b"): 22,
    }


def test_a_value_without_a_line_of_its_own_has_the_line_around_it():
    lines = toml_lines(TOML)
    assert line_of(lines, ("steps", 1)) == 8
    assert line_of(lines, ("lanes", "Công dân", "kind")) == 20
    assert line_of(lines, ("nowhere",)) is None


def test_json_values_have_their_lines():
    text = '{"a": [1,\n {"b": "x,}\\""},\n []],\n "c": {}, "d\\"e":\n 1}'
    assert json_lines(text) == {
        (): 1,
        ("a",): 1,
        ("a", 0): 1,
        ("a", 1): 2,
        ("a", 1, "b"): 2,
        ("a", 2): 3,
        ("c",): 4,
        ('d"e',): 5,
    }


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


def paths(value, at=()):
    yield at
    pairs = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in pairs:
        yield from paths(inner, (*at, key))


@given(VALUES)
def test_every_json_value_has_a_line_and_nothing_else_has(value):
    text = json.dumps(value, indent=1)
    lines = json_lines(text)
    assert set(lines) == set(paths(value))
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())
