import json

import pytest

from procflow.engine.errors import Refused
from procflow.engine.procedure.fields import FieldKind, Moment, Personal
from procflow.engine.procedure.forms import read_form


def form(*components, **more):
    schema = {"type": "default", "id": "don", "components": list(components), **more}
    return read_form("forms/don.form", json.dumps(schema, indent=1, ensure_ascii=False).encode())


def text(key="name", **more):
    return {"type": "textfield", "key": key, "label": "Họ tên", **more}


def keys(found):
    return [finding.key.partition(".")[2] for finding in found.findings]


def test_fields_in_order_with_their_paths_and_labels():
    found = form(
        {"type": "text", "text": "# Đơn"},
        text("applicant.name"),
        {"type": "datetime", "key": "born", "subtype": "date", "dateLabel": "Ngày sinh"},
        {"type": "number", "key": "amount"},
        {"type": "separator"},
    )
    assert found.findings == ()
    assert [(field.name, field.label) for field in found.fields] == [
        ("applicant.name", "Họ tên"),
        ("born", "Ngày sinh"),
        ("amount", "amount"),
    ]
    assert found.variables == ("applicant", "born", "amount")
    assert found.fields[1].moment is Moment.DATE


def test_a_group_gives_its_path_and_its_condition_to_what_is_in_it():
    group = {
        "type": "group",
        "path": "company",
        "conditional": {"hide": '=kind = "person"'},
        "components": [
            text("name", conditional={"hide": "=secret"}),
            {"type": "group", "components": [text("tax")]},
        ],
    }
    name, tax = form(group).fields
    assert (name.path, name.hides) == (("company", "name"), ('=kind = "person"', "=secret"))
    assert (tax.path, tax.hides) == (("company", "tax"), ('=kind = "person"',))


def test_rows_have_fields_of_their_own():
    (rows,) = form({"type": "dynamiclist", "path": "family.members", "components": [text()]}).fields
    assert (rows.kind, rows.name, [field.name for field in rows.fields]) == (
        FieldKind.ROWS,
        "family.members",
        ["name"],
    )


def test_personal_classes_by_path():
    found = form(
        text("applicant.name", properties={"personal": "basic"}),
        {
            "type": "dynamiclist",
            "path": "members",
            "components": [text("health", properties={"personal": "sensitive"})],
        },
        text("note"),
    )
    assert found.personal == {
        "applicant.name": Personal.BASIC,
        "members[].health": Personal.SENSITIVE,
    }


@pytest.mark.parametrize(
    ("component", "key"),
    [
        ({"type": "filepicker", "key": "f"}, "unknown-component"),
        ({"type": "textfeild", "key": "f"}, "unknown-component"),
        ({"key": "f"}, "unknown-component"),
        ("text", "unknown-component"),
        ({"type": "textfield"}, "no-key"),
        ({"type": "dynamiclist", "key": "x", "components": []}, "no-key"),
        ({"type": "dynamiclist", "path": "x"}, "no-components"),
        (text(conditional={"hide": "secret"}), "not-feel"),
        (text(validate={"min": 3}), "unknown-rule"),
        (text(validate={"minLength": -1}), "bad-limit"),
        (text(validate={"minLength": "many"}), "bad-limit"),
        (text(validate={"pattern": "(?=x)"}), "bad-pattern"),
        (text(validate={"pattern": "("}), "bad-pattern"),
        (text(validate={"validationType": "url"}), "not-choice"),
        (text(properties={"personal": "secret"}), "not-choice"),
        ({"type": "number", "key": "n", "validate": {"max": True}}, "bad-limit"),
        ({"type": "number", "key": "n", "decimalDigits": 1.5}, "bad-limit"),
        ({"type": "select", "key": "s"}, "no-options"),
        ({"type": "radio", "key": "s", "values": [{"label": "A"}]}, "no-options"),
        ({"type": "datetime", "key": "d", "subtype": "week"}, "not-choice"),
        ({"type": "datetime", "key": "d", "timeSerializingFormat": "local"}, "not-choice"),
        ({"type": "expression", "key": "e"}, "no-expression"),
    ],
)
def test_what_cannot_be_checked_is_a_finding(component, key):
    found = form(component)
    assert keys(found) == [key]
    (finding,) = found.findings
    assert finding.severity == "error"
    assert finding.line
    assert finding.sentence("vi") != finding.sentence("en")


@pytest.mark.parametrize(
    "component",
    [
        text(conditional={"hide": "=1 +"}),
        text(readonly="=1 +"),
        {"type": "select", "key": "s", "valuesExpression": "=[1"},
        {"type": "expression", "key": "e", "expression": "=)"},
    ],
)
def test_feel_that_does_not_parse_is_a_finding_in_feels_words(component):
    (finding,) = form(component).findings
    assert finding.key.startswith("feel.")


def test_a_finding_names_the_line_of_its_component():
    content = b"""{"type": "default",
"id": "x",
"components": [
{"type": "text"},
{"type": "textfield",
"key": ""}]}"""
    (finding,) = read_form("x.form", content).findings
    assert (finding.line, finding.element) == (5, "components[2]")


def test_each_variable_is_asked_for_once():
    assert keys(form(text("a"), text("a"))) == ["double-key"]


def test_a_form_needs_an_id():
    assert keys(form(text(), id="")) == ["no-id"]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b'{"type": "default",\n"components": [}', 2),
        (b"[]", 1),
        (b'{"type": "page"}', 1),
        (b'{"a": NaN}', None),
        (b"\xff\xfe", None),
        (b"[" * 100_000, None),
    ],
)
def test_what_is_no_form_is_refused(content, line):
    with pytest.raises(Refused) as refused:
        read_form("x.form", content)
    (finding,) = refused.value.findings
    assert (finding.key, finding.line) == ("forms.not-a-form", line)
