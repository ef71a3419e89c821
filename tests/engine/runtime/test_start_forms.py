"""What a citizen files by an e-form is held against the form before anything begins."""

import json

import pytest

from procflow.engine.errors import InvalidVariables

FORM = {
    "type": "default",
    "id": "don",
    "components": [
        {
            "type": "textfield",
            "key": "applicant.name",
            "label": "Họ tên",
            "validate": {"required": True},
        },
        {"type": "number", "key": "workers", "label": "Số lao động"},
    ],
}


@pytest.fixture
def filed(make_engine, deploy, pen):
    engine = make_engine()
    start = (
        '<startEvent id="s" name="Nộp hồ sơ"><extensionElements>'
        '<zeebe:formDefinition formId="don"/></extensionElements></startEvent>'
    )
    drawing = pen.drawing(start, pen.user("check"), pen.end(), pen.flows("s-check", "check-e"))
    deploy(drawing, **{"don.form": json.dumps(FORM).encode()})
    return engine


def test_what_fits_begins_and_the_hosts_own_variables_come_along(filed):
    given = {"applicant": {"name": "Phạm Thị Lan"}, "workers": 2, "unit": "H56.14.01"}
    instance = filed.instances.start("p", given)
    assert filed.instances.variables(instance.key)["unit"] == "H56.14.01"


@pytest.mark.parametrize(
    ("given", "field", "label"),
    [
        ({}, "applicant.name", "Họ tên"),
        ({"applicant": {"name": "Lan"}, "workers": "hai"}, "workers", "Số lao động"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence_a_field(filed, given, field, label):
    with pytest.raises(InvalidVariables, match="Nộp hồ sơ") as refused:
        filed.instances.start("p", given)
    assert label in refused.value.problems[field]
    assert filed.instances.find() == []


def test_naming_the_plain_start_begins_as_without_naming_it(make_engine, deploy, pen):
    engine = make_engine()
    start = (
        '<startEvent id="s"><extensionElements><zeebe:ioMapping>'
        '<zeebe:output source=\'="online"\' target="channel"/>'
        "</zeebe:ioMapping></extensionElements></startEvent>"
    )
    deploy(pen.drawing(start, pen.user("check"), pen.end(), pen.flows("s-check", "check-e")))
    plain = engine.instances.start("p", {"unit": "H56.14.01"})
    named = engine.instances.start("p", {"unit": "H56.14.01"}, at="s")
    expected = {"unit": "H56.14.01", "channel": "online"}
    assert engine.instances.variables(plain.key) == expected
    assert engine.instances.variables(named.key) == expected
