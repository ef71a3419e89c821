"""Forms and facts are edited in their text; what is not edited stays as it is."""

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.procedure.raising.form_text import keys_of, new_form, with_components
from procflow.engine.procedure.raising.toml_text import with_lane, with_table, with_values

FORM = """{
  "type": "default",
  "note": "a \\"components\\": [ in a text",
  "components": [
    { "type": "textfield", "key": "a" },
    { "type": "group", "components": [{"type": "textfield", "key": "b"}] }
  ],
  "id": "don"
}
"""
TOML = """# đầu
code = "1"

[level]
declared = "partial"   # lời chú ở dòng
reason = "on-site"

# làn
[lanes]
"A" = { kind = "one-stop", group = "a" }
"""


def test_components_come_after_the_forms_own():
    text = with_components(FORM, [{"type": "radio", "key": "c"}])
    form = json.loads(text)
    assert [each.get("key") for each in form["components"]] == ["a", None, "c"]
    assert text.startswith(FORM[: FORM.index("\n  ],")])
    assert text.endswith('\n  ],\n  "id": "don"\n}\n')


def test_a_question_that_is_asked_already_is_not_asked_again():
    assert with_components(FORM, [{"key": "a"}, {"key": "b"}]) == FORM


def test_an_empty_form_gets_its_first_component():
    text = with_components('{"id": "x", "components": []}', [{"key": "c"}])
    assert json.loads(text)["components"] == [{"key": "c"}]


def test_a_new_form_is_one():
    assert set(keys_of(json.loads(new_form("x", [{"key": "c"}])))) == {"c"}


@given(st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=4), st.text(max_size=10))
def test_any_component_is_read_as_it_was_written(keys, label):
    given_ = [{"key": f"k{key}", "label": label} for key in keys]
    text = with_components(FORM, given_)
    assert json.loads(text)["components"][2:] == given_


def test_values_are_changed_taken_away_and_added():
    text = with_values(TOML, "level", {"declared": "full", "reason": None, "law": "Điều 14"})
    assert tomllib.loads(text)["level"] == {"declared": "full", "law": "Điều 14"}
    assert text.index("law") < text.index("# làn")
    assert text.startswith("# đầu\n")


def test_a_missing_table_is_made():
    text = with_values('code = "1"\n', "level", {"declared": "full", "reason": None})
    assert tomllib.loads(text) == {"code": "1", "level": {"declared": "full"}}


def test_another_table_stands_after_the_last_of_its_kind():
    text = with_table('[[m]]\na = "1"\n\n# b\n[b]\n', "[[m]]", {"a": "2"})
    assert text == '[[m]]\na = "1"\n\n[[m]]\na = "2"\n\n# b\n[b]\n'


def test_a_lane_is_told_about():
    assert tomllib.loads(with_lane(TOML, "Công dân", "citizen", "c"))["lanes"]["Công dân"] == {
        "kind": "citizen",
        "group": "c",
    }
    one = '[lanes."A"]\nkind = "one-stop"\n'
    assert set(tomllib.loads(with_lane(one, "B", "citizen", "c"))["lanes"]) == {"A", "B"}


def test_carriage_returns_stay():
    text = with_values(TOML.replace("\n", "\r\n"), "level", {"reason": "presence"})
    assert text.count("\n") == text.count("\r\n")


def test_facts_that_are_written_otherwise_are_not_broken():
    with pytest.raises(tomllib.TOMLDecodeError):
        with_values('level = { declared = "full" }\n', "level", {"declared": "partial"})
