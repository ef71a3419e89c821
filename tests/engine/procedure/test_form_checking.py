import json
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.expressions import Environment
from procflow.engine.procedure.forms import check_variables, read_form

NOW = Environment(now=datetime.fromisoformat("2026-03-02T08:00:00+07:00"))


def form(*components):
    schema = {"type": "default", "id": "don", "components": list(components)}
    found = read_form("don.form", json.dumps(schema).encode())
    assert found.findings == ()
    return found


def field(kind="textfield", key="x", label="Ô", **more):
    return {"type": kind, "key": key, "label": label, **more}


def check(form, variables, known=None):
    return check_variables(form, variables, known, NOW, "en")


def one(component, answer):
    """The cleaned answer, or the sentence that refuses it."""
    checked = check(form(component), {"x": answer})
    assert bool(checked.problems) != ("x" in checked.values)
    return checked.problems.get("x") or checked.values["x"]


OPTIONS = [{"label": "Một", "value": 1}, {"label": "Đúng", "value": True}, "hai"]


@pytest.mark.parametrize(
    ("component", "answer", "cleaned"),
    [
        (field(), "  Nguyễn Văn A ", "Nguyễn Văn A"),
        (field(), "Nguye\u0302\u0303n", "Nguyễn"),
        (field(validate={"minLength": 3, "maxLength": 3}), "Lê ơ", None),
        (field(validate={"maxLength": 4}), "Lê ơ", "Lê ơ"),
        (field(validate={"pattern": "[0-9]{3}"}), "số 123", "số 123"),
        (field(validate={"pattern": "^[0-9]{3}$"}), "số 123", None),
        (field(validate={"validationType": "email"}), "a@b.vn", "a@b.vn"),
        (field(validate={"validationType": "email"}), "a@b", None),
        (field(validate={"validationType": "phone"}), "0912 345 678", "0912 345 678"),
        (field(validate={"validationType": "phone"}), "+84912345678", "+84912345678"),
        (field(validate={"validationType": "phone"}), "12345", None),
        (field(), 12, None),
        (field("textarea"), "một\n\thai", "một\n\thai"),
        (field("textarea"), "một\x00hai", None),
        (field("textarea"), "\ud800", None),
        (field(), "  ", ""),
        (field("number"), 3, 3),
        (field("number"), 3.0, 3),
        (field("number"), 0.1, 0.1),
        (field("number"), Decimal("0.10"), 0.1),
        (field("number"), "3", None),
        (field("number"), True, None),
        (field("number"), float("nan"), None),
        (field("number"), Decimal("0.12345678901234567890123"), None),
        (field("number", serializeToString=True), "003.50", "3.50"),
        (field("number", validate={"min": 0.1, "max": 0.3}), 0.3, 0.3),
        (field("number", validate={"min": "0.1"}), 0.09999, None),
        (field("number", decimalDigits=2), 1.25, 1.25),
        (field("number", decimalDigits=2), 1.255, None),
        (field("number", decimalDigits=0), 100, 100),
        (field("checkbox"), True, True),
        (field("checkbox"), False, False),
        (field("checkbox", validate={"required": True}), False, None),
        (field("checkbox"), "true", None),
        (field("select", values=OPTIONS), 1, 1),
        (field("radio", values=OPTIONS), True, True),
        (field("select", values=OPTIONS), "hai", "hai"),
        (field("select", values=OPTIONS), "ba", None),
        (field("select", values=[0]), False, None),
        (field("checklist", values=OPTIONS), [1, "hai"], [1, "hai"]),
        (field("checklist", values=OPTIONS), [1, 1], None),
        (field("checklist", values=OPTIONS), ["ba"], None),
        (field("taglist", values=OPTIONS), "hai", None),
        (field("datetime", subtype="date"), "2024-02-29", "2024-02-29"),
        (field("datetime", subtype="date"), "2026-02-29", None),
        (field("datetime", subtype="date"), "20260228", None),
        (field("datetime", subtype="date", disallowPassedDates=True), "2026-03-02", "2026-03-02"),
        (field("datetime", subtype="date", disallowPassedDates=True), "2026-03-01", None),
        (field("datetime", subtype="time"), "09:30", "09:30"),
        (field("datetime", subtype="time"), "9:30", None),
        (field("datetime", subtype="time"), "24:30", None),
        (field("datetime", subtype="time"), "09:30+07:00", None),
        (
            field("datetime", subtype="time", timeSerializingFormat="utc_offset"),
            "09:30+07:00",
            "09:30+07:00",
        ),
        (
            field("datetime", subtype="time", timeSerializingFormat="utc_normalized"),
            "02:30Z",
            "02:30Z",
        ),
        (field("datetime", subtype="datetime"), "2026-03-02T09:30", "2026-03-02T09:30"),
        (field("datetime", subtype="datetime"), "2026-03-02", None),
        (field("datetime", subtype="datetime"), 20260302, None),
    ],
)
def test_an_answer_is_cleaned_or_refused_with_a_sentence(component, answer, cleaned):
    if cleaned is None:
        assert one(component, answer).startswith("Expected 'Ô' to ") or "'Ô'" in one(
            component, answer
        )
    elif cleaned == "":
        assert check(form(component), {"x": answer}).values == {"x": None}
    else:
        found = one(component, answer)
        assert (found, type(found)) == (cleaned, type(cleaned))


def test_sentences_name_the_label_in_vietnamese():
    checked = check_variables(form(field(label="Số tiền", kind="number")), {"x": "nhiều"})
    assert checked.problems == {"x": "“Số tiền” phải là số."}
    assert checked.values == {}


REQUIRED = {"validate": {"required": True}}


@pytest.mark.parametrize("answer", [{}, {"x": None}, {"x": ""}, {"x": " \n"}])
def test_a_required_field_must_be_filled_in_whatever_was_known(answer):
    checked = check(form(field(**REQUIRED)), answer, {"x": "cũ"})
    assert checked.problems == {"x": "Expected 'Ô' to be filled in, but it is missing."}


def test_an_optional_field_left_out_keeps_what_is_known_else_it_is_empty():
    asked = form(field(), field("checkbox", "tick"), field("checklist", "list", values=["a"]))
    assert check(asked, {}).values == {"x": None, "tick": False, "list": []}
    assert check(asked, {}, {"x": "cũ", "tick": True, "list": ["a"]}).values == {}
    assert check(asked, {"x": ""}, {"x": "cũ", "tick": True, "list": []}).values == {"x": None}


def test_unknown_fields_are_refused_at_any_depth_and_the_nearest_is_named():
    asked = form(field(key="applicant.name"))
    checked = check(asked, {"applicant": {"nam": "A", "name": "B"}, "role": "admin"})
    assert set(checked.problems) == {"applicant.nam", "role"}
    assert "did you mean 'applicant.name'" in checked.problems["applicant.nam"]


def test_what_only_repeats_what_is_known_is_not_refused():
    known = {"applicant": {"name": "A", "email": "a@b.vn"}, "dossier": {"code": "H56"}}
    given = {"applicant": {"name": "B", "email": "a@b.vn"}, "dossier": {"code": "H56"}}
    checked = check(form(field(key="applicant.name")), given, known)
    assert checked.problems == {}
    assert checked.values == {"applicant": {"name": "B", "email": "a@b.vn"}}
    assert known["applicant"]["name"] == "A"


def test_text_where_an_object_is_asked_for_is_refused():
    checked = check(form(field(key="applicant.name")), {"applicant": "A"})
    assert set(checked.problems) == {"applicant"}


def test_a_hidden_field_is_not_asked_for():
    asked = form(
        field("radio", "verdict", values=["ok", "no"], **REQUIRED),
        field(key="reason", conditional={"hide": '=verdict != "no"'}, **REQUIRED),
    )
    assert check(asked, {"verdict": "ok"}).values == {"verdict": "ok"}
    assert check(asked, {"verdict": "ok", "reason": ""}).problems == {}
    assert set(check(asked, {"verdict": "ok", "reason": "x"}).problems) == {"reason"}
    assert set(check(asked, {"verdict": "no"}).problems) == {"reason"}
    assert check(asked, {"verdict": "no", "reason": "x"}).values == {"verdict": "no", "reason": "x"}


def test_a_condition_reads_what_is_known_and_what_is_answered_answers_first():
    asked = form(
        field("radio", "verdict", values=["ok", "no"]),
        field(key="reason", conditional={"hide": '=verdict != "no" or level < 2'}, **REQUIRED),
    )
    known = {"verdict": "no", "level": 2}
    assert set(check(asked, {}, known).problems) == {"reason"}
    assert check(asked, {"verdict": "ok"}, known).problems == {}
    assert check(asked, {}, {"verdict": "no", "level": 1}).problems == {}


@pytest.mark.parametrize(
    "lock", [{"disabled": True}, {"readonly": True}, {"readonly": "=level > 1"}]
)
def test_a_locked_field_cannot_be_changed(lock):
    asked = form(field(**lock, **REQUIRED))
    known = {"x": "cũ", "level": 2}
    assert check(asked, {}, known).values == {}
    assert check(asked, {"x": "cũ"}, known).problems == {}
    assert check(asked, {"x": "mới"}, known).problems == {
        "x": "Expected 'Ô' to stay as it is, but it was changed."
    }


def test_a_field_is_open_while_its_lock_is_not_true():
    asked = form(field(readonly="=level > 1"))
    assert check(asked, {"x": "mới"}, {"x": "cũ", "level": 1}).values == {"x": "mới"}


def test_choices_out_of_variables_and_expressions():
    known = {"units": {"all": [{"label": "Sở", "value": "H56.14"}]}, "years": [2025, 2026]}
    asked = form(
        field("select", "unit", valuesKey="units.all"),
        field("select", "year", valuesExpression="=for y in years return y + 1"),
    )
    assert check(asked, {"unit": "H56.14", "year": 2027}, known).problems == {}
    assert set(check(asked, {"unit": "H57", "year": 2025}, known).problems) == {"unit", "year"}
    assert set(check(asked, {"unit": "H56.14"}, {}).problems) == {"unit"}


def test_a_computed_field_is_computed_here():
    asked = form(field("number", "a"), field("expression", "double", expression="=a * 2"))
    assert check(asked, {"a": 0.1, "double": 99}).values == {"a": 0.1, "double": 0.2}


MEMBERS = {
    "type": "dynamiclist",
    "path": "members",
    "label": "Thành viên",
    "components": [
        field(key="name", label="Họ tên", **REQUIRED),
        field("checkbox", "minor", "Chưa thành niên"),
        field(
            key="guardian", label="Người giám hộ", conditional={"hide": "=not(minor)"}, **REQUIRED
        ),
    ],
}


def test_rows_are_checked_one_by_one():
    given = {"members": [{"name": "A", "minor": False}, {"minor": True, "age": 3}, {"name": " "}]}
    checked = check(form(MEMBERS), given)
    assert checked.problems == {
        "members[2].name": "Expected 'Họ tên' to be filled in, but it is missing.",
        "members[2].guardian": "Expected 'Người giám hộ' to be filled in, but it is missing.",
        "members[2].age": checked.problems["members[2].age"],
        "members[3].name": "Expected 'Họ tên' to be filled in, but it is missing.",
    }
    good = {"members": [{"name": "A", "minor": True, "guardian": "B"}, {"name": " C "}]}
    assert check(form(MEMBERS), good).values == {
        "members": [
            {"name": "A", "minor": True, "guardian": "B"},
            {"name": "C", "minor": False},
        ]
    }


@pytest.mark.parametrize("answer", ["A", {"name": "A"}, ["A"]])
def test_rows_must_be_rows(answer):
    assert set(check(form(MEMBERS), {"members": answer}).problems) == {"members"}


def test_new_rows_take_nothing_over_from_old_ones():
    known = {"members": [{"name": "A", "minor": False, "note": "của A"}]}
    assert check(form(MEMBERS), {"members": [{"name": "B"}]}, known).values == {
        "members": [{"name": "B", "minor": False}]
    }


def test_a_condition_in_a_row_reads_the_row_before_what_is_around_it():
    asked = form(MEMBERS)
    around = {"minor": True, "name": "ngoài"}
    assert check(asked, {"members": [{"name": "A"}]}, around).problems == {}
    outer = field(key="guardian", conditional={"hide": "=parent.small or i > 1"}, **REQUIRED)
    asked = form({**MEMBERS, "components": [field(key="name"), outer]})
    two = {"members": [{"name": "A"}, {"name": "B"}]}
    assert set(check(asked, two, {"small": False}).problems) == {"members[1].guardian"}
    assert check(asked, two, {"small": True}).problems == {}


def test_fixed_rows_keep_what_the_form_does_not_ask_for():
    opinions = {
        "type": "dynamiclist",
        "path": "agencies",
        "label": "Cơ quan",
        "allowAddRemove": False,
        "components": [field(key="name", disabled=True), field(key="opinion")],
    }
    known = {"agencies": [{"name": "A", "code": "1"}, {"name": "B", "code": "2"}]}
    given = {"agencies": [{"opinion": "Đồng ý"}, {"name": "B", "opinion": ""}]}
    assert check(form(opinions), given, known).values == {
        "agencies": [
            {"name": "A", "code": "1", "opinion": "Đồng ý"},
            {"name": "B", "code": "2", "opinion": None},
        ]
    }
    assert set(check(form(opinions), {"agencies": [{}]}, known).problems) == {"agencies"}
    swapped = {"agencies": [{"name": "B"}, {"name": "A"}]}
    assert set(check(form(opinions), swapped, known).problems) == {
        "agencies[1].name",
        "agencies[2].name",
    }


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abxmf"), inner, max_size=3)
    ),
    max_leaves=10,
)
ANY_FORM = form(
    {"type": "dynamiclist", "path": "f", "allowAddRemove": False, "components": [field(key="x")]},
    field(key="a.b", validate={"minLength": 1}),
    field("number", "x", validate={"min": 0}),
    field("checklist", "b", values=[1, "1", True]),
    {"type": "dynamiclist", "path": "m", "components": [field("datetime", "a"), field(key="x")]},
)


@given(
    st.dictionaries(st.sampled_from("abxmf"), JSON), st.dictionaries(st.sampled_from("abxmf"), JSON)
)
def test_whatever_is_given_is_answered_by_values_or_sentences(given, known):
    checked = check(ANY_FORM, given, known)
    assert set(checked.values) <= {"a", "b", "x", "m", "f"}
    assert all(isinstance(sentence, str) and sentence for sentence in checked.problems.values())


@given(st.dictionaries(st.sampled_from("abxmf"), JSON))
def test_cleaned_values_are_clean(given):
    checked = check(ANY_FORM, given)
    again = check(ANY_FORM, checked.values)
    if not checked.problems:
        assert (again.values, again.problems) == (checked.values, {})
