"""Which version of a called process or decision is meant: the latest, the one beside, a tagged."""

import pytest

from procflow.engine.testing import TestEngine

BINDINGS = {
    "latest": "",
    "deployment": 'bindingType="deployment"',
    "versionTag": 'bindingType="versionTag" versionTag="cũ"',
}


@pytest.fixture
def engine():
    with TestEngine(handlers=None) as engine:
        yield engine


def called(pen, answer, tag):
    drawn = pen.drawing(
        pen.start(),
        pen.script("x", answer, "answer"),
        pen.end(),
        pen.flows("s-x", "x-e"),
        process="lib",
    ).decode()
    extension = f'<extensionElements><zeebe:versionTag value="{tag}"/></extensionElements>'
    return drawn.replace('isExecutable="true">', f'isExecutable="true">{extension}').encode()


def decision(answer, tag):
    return f"""<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
      xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="m" name="m" namespace="m">
      <decision id="fee" name="Lệ phí">
        <extensionElements><zeebe:versionTag value="{tag}"/></extensionElements>
        <literalExpression><text>{answer}</text></literalExpression>
      </decision></definitions>""".encode()


def calling(pen, binding):
    call = (
        f'<callActivity id="a" name="a"><extensionElements>'
        f'<zeebe:calledElement processId="lib" propagateAllChildVariables="true" {binding}/>'
        "</extensionElements></callActivity>"
    )
    return pen.drawing(pen.start(), call, pen.end(), pen.flows("s-a", "a-e"))


def deciding(pen, binding):
    rule = (
        f'<businessRuleTask id="a" name="a"><extensionElements>'
        f'<zeebe:calledDecision decisionId="fee" resultVariable="answer" {binding}/>'
        "</extensionElements></businessRuleTask>"
    )
    return pen.drawing(pen.start(), rule, pen.end(), pen.flows("s-a", "a-e"))


def answer(engine):
    return engine.instances.variables(engine.instances.start("p").key)["answer"]


@pytest.mark.parametrize(
    ("binding", "expected"), [("latest", 3), ("deployment", 2), ("versionTag", 1)]
)
def test_of_a_called_process(engine, deploy, pen, binding, expected):
    deploy(called(pen, 1, "cũ"))
    deploy(called(pen, 2, "mới"), calling(pen, BINDINGS[binding]))
    deploy(called(pen, 3, "sau"))
    assert answer(engine) == expected


@pytest.mark.parametrize(
    ("binding", "expected"), [("latest", 3), ("deployment", 2), ("versionTag", 1)]
)
def test_of_a_decision(engine, deploy, pen, binding, expected):
    deploy(**{"fee.dmn": decision(1, "cũ")})
    deploy(deciding(pen, BINDINGS[binding]), **{"fee.dmn": decision(2, "mới")})
    deploy(**{"fee.dmn": decision(3, "sau")})
    assert answer(engine) == expected


@pytest.mark.parametrize("drawn", [calling, deciding])
def test_a_tag_nobody_has_is_an_incident(engine, deploy, pen, drawn):
    deploy(
        called(pen, 1, "mới"),
        drawn(pen, BINDINGS["versionTag"]),
        **{"fee.dmn": decision(1, "mới")},
    )
    instance = engine.instances.start("p")
    (incident,) = engine.incidents.find(instance=instance.key)
    assert incident.kind in ("called-process-unknown", "decision-unknown")
    assert incident.element == "a"


def test_of_two_versions_with_one_tag_the_later_is_meant(engine, deploy, pen):
    deploy(called(pen, 1, "cũ"))
    deploy(called(pen, 2, "cũ"), calling(pen, BINDINGS["versionTag"]))
    deploy(called(pen, 3, "mới"))
    assert answer(engine) == 2
