"""What cannot be brought stays in the drawing, and is told by element, place, text and reason."""

import re
from pathlib import Path

import pytest

from procflow.engine.bpmn import importing
from procflow.engine.bpmn.linter import lint_drawing
from procflow.engine.messages import page

ROOM = Path(importing.__file__).parent


def task(kind, attributes="", inner=""):
    extensions = f"<extensionElements>{inner}</extensionElements>" if inner else ""
    return f'<{kind} id="x" name="Bước" {attributes}>{extensions}</{kind}>'


def parameters(inner):
    return task("task", inner=f"<camunda:inputOutput>{inner}</camunda:inputOutput>")


def input_of(inner, name="a"):
    return parameters(f'<camunda:inputParameter name="{name}">{inner}</camunda:inputParameter>')


def fields(*inner):
    return task("userTask", inner=f"<camunda:formData>{''.join(inner)}</camunda:formData>")


def field(kind, attributes="", inner=""):
    return f'<camunda:formField id="f" type="{kind}" {attributes}>{inner}</camunda:formField>'


def rule(name, config=""):
    constraint = f'<camunda:constraint name="{name}" config="{config}"/>'
    return f"<camunda:validation>{constraint}</camunda:validation>"


def flow(condition, attributes=""):
    return f"""<task id="s" name="Trước"/><task id="t" name="Sau"/>
      <sequenceFlow id="x" sourceRef="s" targetRef="t">
        <conditionExpression {attributes}>{condition}</conditionExpression></sequenceFlow>"""


def call(inner, attributes=""):
    return task("callActivity", f'calledElement="c" {attributes}', inner)


def event(definition):
    return f'<intermediateCatchEvent id="x" name="Bước">{definition}</intermediateCatchEvent>'


def looped(attributes="", inner=""):
    loop = f"<multiInstanceLoopCharacteristics {attributes}>{inner}"
    return f'<task id="x" name="Bước">{loop}</multiInstanceLoopCharacteristics></task>'


LISTENER = '<camunda:executionListener event="start" class="vn.gov.Log"/>'
SCRIPT = '<camunda:script scriptFormat="groovy">1 + 1</camunda:script>'
OUT_ALL = '<camunda:out variables="all"/>'

REMAINING = [
    # what stands in the process, where it is told, its text, the reason
    (
        task("task", inner=LISTENER),
        "camunda:executionListener",
        "event=start class=vn.gov.Log",
        "left.listener",
    ),
    (
        task("userTask", inner='<flowable:taskListener event="create" class="A"/>'),
        "flowable:taskListener",
        "event=create class=A",
        "left.listener",
    ),
    (task("startEvent", 'camunda:initiator="who"'), "camunda:initiator", "who", "left.initiator"),
    (
        event('<errorEventDefinition camunda:errorCodeVariable="code"/>'),
        "camunda:errorCodeVariable",
        "code",
        "left.error-variable",
    ),
    (
        event('<escalationEventDefinition camunda:escalationCodeVariable="code"/>'),
        "camunda:escalationCodeVariable",
        "code",
        "left.error-variable",
    ),
    (
        task(
            "serviceTask",
            'camunda:class="A"',
            '<camunda:errorEventDefinition errorRef="E" expression="${true}"/>',
        ),
        "camunda:errorEventDefinition",
        "errorRef=E expression=${true}",
        "left.error-mapping",
    ),
    (task("serviceTask", inner="<camunda:connector/>"), "camunda:connector", "", "left.connector"),
    (
        call("", 'camunda:calledElementTenantId="t"'),
        "camunda:calledElementTenantId",
        "t",
        "left.tenant",
    ),
    (
        call("", 'camunda:variableMappingClass="A"'),
        "camunda:variableMappingClass",
        "A",
        "left.variable-mapping",
    ),
    (
        task("scriptTask", 'camunda:resource="a.groovy"'),
        "camunda:resource",
        "a.groovy",
        "left.resource",
    ),
    (
        task("userTask", 'flowable:skipExpression="${skip}"'),
        "flowable:skipExpression",
        "${skip}",
        "left.skip",
    ),
    (
        task("userTask", 'flowable:businessCalendarName="work"'),
        "flowable:businessCalendarName",
        "work",
        "left.calendar",
    ),
    (task("task", 'activiti:newest="1"'), "activiti:newest", "1", "left.unknown"),
    (
        task("task", inner="<operaton:new a='1'>text</operaton:new>"),
        "operaton:new",
        "a=1 text",
        "left.unknown",
    ),
    (task("userTask", 'camunda:priority="500"'), "camunda:priority", "500", "priority"),
    (
        task("userTask", 'camunda:assignee="${users.first()}"'),
        "camunda:assignee",
        "${users.first()}",
        "juel.method",
    ),
    (
        task("userTask", 'camunda:candidateGroups="a,${f(b)}"'),
        "camunda:candidateGroups",
        "a,${f(b)}",
        "juel.function",
    ),
    ('<userTask id="x" name="Việc của ${ai}"/>', "name", "Việc của ${ai}", "label"),
    (
        """<userTask id="x" name="Bước" camunda:assignee="an">
          <humanPerformer>binh</humanPerformer></userTask>""",
        "bpmn:humanPerformer",
        "binh",
        "role",
    ),
    (
        task("userTask", 'camunda:formKey="embedded:app:forms/a.html"'),
        "camunda:formKey",
        "embedded:app:forms/a.html",
        "form-page",
    ),
    (
        task("userTask", 'camunda:formRef="f" camunda:formRefBinding="version"'),
        "camunda:formRefBinding",
        "version",
        "binding",
    ),
    (
        task(
            "userTask",
            'camunda:formRef="f"',
            "<camunda:formData>" + field("string") + "</camunda:formData>",
        ),
        "camunda:formData",
        "",
        "form-both",
    ),
    (
        task(
            "startEvent",
            inner=f'<camunda:formData businessKey="f">{field("string")}</camunda:formData>',
        ),
        "camunda:formData",
        "f",
        "form-business-key",
    ),
    (fields(field("address")), "camunda:formField", "f: address", "form-type"),
    (
        fields(field("string", inner=rule("validator", "vn.gov.Check"))),
        "camunda:formField",
        "f: vn.gov.Check",
        "form-rule",
    ),
    (fields(field("date", inner=rule("min", "3"))), "camunda:formField", "f: 3", "form-rule"),
    (
        fields(field("string", 'defaultValue="${other}"')),
        "camunda:formField",
        "f: ${other}",
        "form-default",
    ),
    (
        fields(field("date", 'defaultValue="02/03/2026"')),
        "camunda:formField",
        "f: 02/03/2026",
        "form-default",
    ),
    (
        task("userTask", inner='<flowable:formProperty id="f" readable="false"/>'),
        "flowable:formProperty",
        "f",
        "form-hidden",
    ),
    (
        fields(field("string"), '<camunda:formField id="a b" type="string"/>'),
        "camunda:formField",
        "a b",
        "name",
    ),
    (fields(field("string", 'label="${l}"')), "camunda:formField", "${l}", "label"),
    (
        task("serviceTask", 'camunda:delegateExpression="${a ? b : c}"'),
        "camunda:delegateExpression",
        "${a ? b : c}",
        "delegate",
    ),
    (
        task("serviceTask", 'camunda:class="not a class"'),
        "camunda:class",
        "not a class",
        "delegate",
    ),
    (
        task("serviceTask", 'camunda:expression="${a.b().c()}"'),
        "camunda:expression",
        "${a.b().c()}",
        "delegate",
    ),
    (
        task("serviceTask", 'camunda:expression="${a[0](1)}" camunda:resultVariable="r"'),
        "camunda:expression",
        "${a[0](1)}",
        "juel.function",
    ),
    (
        task("serviceTask", 'camunda:class="A"', '<camunda:field name="a b" stringValue="1"/>'),
        "camunda:field",
        "a b: 1",
        "name",
    ),
    (
        task(
            "serviceTask",
            'camunda:class="A"',
            "<camunda:failedJobRetryTimeCycle>${c}</camunda:failedJobRetryTimeCycle>",
        ),
        "camunda:failedJobRetryTimeCycle",
        "${c}",
        "retry-cycle",
    ),
    (input_of("${a.b()}"), "camunda:inputParameter", "a: ${a.b()}", "juel.method"),
    (input_of("1", name="a-b"), "camunda:inputParameter", "a-b: 1", "name"),
    (input_of(SCRIPT), "camunda:inputParameter", "a: 1 + 1", "script"),
    (
        input_of(f"<camunda:list><camunda:value>1</camunda:value>{SCRIPT}</camunda:list>"),
        "camunda:inputParameter",
        "a: 11 + 1",
        "script",
    ),
    (
        input_of('<camunda:script scriptFormat="feel" resource="a.feel"/>'),
        "camunda:inputParameter",
        "a",
        "script-file",
    ),
    (
        input_of('<camunda:script scriptFormat="feel">1 +</camunda:script>'),
        "camunda:inputParameter",
        "a: 1 +",
        "feel",
    ),
    (
        input_of('<camunda:map><camunda:entry key="${k}">1</camunda:entry></camunda:map>'),
        "camunda:inputParameter",
        "a: 1",
        "map-key",
    ),
    (input_of("<camunda:set/>"), "camunda:inputParameter", "a", "parameter"),
    (
        """<scriptTask id="x" name="Bước" scriptFormat="javascript" camunda:resultVariable="r">
          <script>a++</script></scriptTask>""",
        "bpmn:script",
        "a++",
        "script",
    ),
    (
        '<scriptTask id="x" name="Bước" scriptFormat="juel"><script>${a}</script></scriptTask>',
        "bpmn:script",
        "${a}",
        "script-result",
    ),
    (
        task("businessRuleTask", 'camunda:decisionRef="d" camunda:resultVariable="r"'),
        "mapDecisionResult",
        "resultList",
        "decision-result",
    ),
    (
        task("businessRuleTask", 'camunda:decisionRef="d" camunda:decisionRefBinding="version"'),
        "camunda:decisionRefBinding",
        "version",
        "binding",
    ),
    (call('<camunda:in source="a" target="b" local="true"/>'), "camunda:in", "a → b", "local"),
    (call('<camunda:in variables="all" local="true"/>'), "camunda:in", "all", "local"),
    (call('<camunda:in source="a" target="b.c d"/>'), "camunda:in", "a → b.c d", "name"),
    (
        call('<camunda:in sourceExpression="${f(a)}" target="b"/>'),
        "camunda:in",
        "${f(a)}",
        "juel.function",
    ),
    (
        call(f'{OUT_ALL}<camunda:out source="a" target="b"/>'),
        "camunda:out",
        "a → b",
        "out-beside-all",
    ),
    (
        call('<camunda:in source="a" target="b"/><camunda:in source="b" target="a"/>'),
        "camunda:in",
        "a → b",
        "order",
    ),
    (flow("${a.isOpen()}"), "bpmn:conditionExpression", "${a.isOpen()}", "juel.method"),
    (flow("approved"), "bpmn:conditionExpression", "approved", "juel.no-condition"),
    (flow("a == 1", 'language="groovy"'), "bpmn:conditionExpression", "a == 1", "script"),
    (flow("a ==", 'language="feel"'), "bpmn:conditionExpression", "a ==", "feel"),
    (flow("x", 'camunda:resource="a.js"'), "camunda:resource", "a.js", "script-file"),
    (looped('camunda:collection="${a.all()}"'), "camunda:collection", "${a.all()}", "juel.method"),
    (looped('camunda:collection="a b"'), "camunda:collection", "a b", "name"),
    (
        looped('camunda:collection="a" camunda:elementVariable="b c"'),
        "camunda:elementVariable",
        "b c",
        "name",
    ),
    (
        looped("", "<loopDataInputRef>a b</loopDataInputRef>"),
        "bpmn:loopDataInputRef",
        "a b",
        "name",
    ),
    (
        looped(
            "",
            "<completionCondition>${done.size() > 1}</completionCondition>".replace(
                " > ", " &gt; "
            ),
        ),
        "bpmn:completionCondition",
        "${done.size() > 1}",
        "juel.method",
    ),
    (
        event("<timerEventDefinition><timeCycle>0 0 8 * * ?</timeCycle></timerEventDefinition>"),
        "bpmn:timeCycle",
        "0 0 8 * * ?",
        "timer",
    ),
    (
        event("<timerEventDefinition><timeDate>${a.b()}</timeDate></timerEventDefinition>"),
        "bpmn:timeDate",
        "${a.b()}",
        "juel.method",
    ),
    (event('<messageEventDefinition messageRef="M"/>'), "correlationKey", "come", "message-key"),
]

CHANGED = [
    (
        task("task", 'camunda:asyncBefore="true"'),
        "asyncBefore",
        "asyncBefore=true",
        "dropped.async",
    ),
    (
        task(
            "task",
            inner="<camunda:failedJobRetryTimeCycle>R3/PT1M</camunda:failedJobRetryTimeCycle>",
        ),
        "camunda:failedJobRetryTimeCycle",
        "R3/PT1M",
        "dropped.async",
    ),
    (
        task("serviceTask", 'camunda:type="external" camunda:topic="t" camunda:taskPriority="5"'),
        "taskPriority",
        "taskPriority=5",
        "dropped.job-priority",
    ),
    (
        task("userTask", 'flowable:formFieldValidation="true"'),
        "formFieldValidation",
        "formFieldValidation=true",
        "dropped.pages",
    ),
    (
        task("task", 'camunda:modelerTemplate="vn.mail"'),
        "modelerTemplate",
        "modelerTemplate=vn.mail",
        "dropped.template",
    ),
    (
        event('<conditionalEventDefinition camunda:variableName="a"/>'),
        "variableName",
        "variableName=a",
        "dropped.condition-filter",
    ),
    (flow("${a == '1'}"), "bpmn:conditionExpression", "${a == '1'}", "compared-as-text"),
    (
        task("userTask", 'camunda:formKey="camunda-forms:app:a/b.form"'),
        "camunda:formKey",
        "camunda-forms:app:a/b.form",
        "form-file",
    ),
    (
        task("serviceTask", 'camunda:expression="${a.b(c)}"'),
        "camunda:expression",
        "${a.b(c)}",
        "arguments",
    ),
    (
        task("serviceTask", 'camunda:expression="${a.b()}" camunda:resultVariable="r"'),
        "camunda:resultVariable",
        "r",
        "result",
    ),
    (
        task("serviceTask", 'camunda:expression="${a}" camunda:resultVariable="r"'),
        "bpmn:serviceTask",
        "a",
        "became-script",
    ),
    (
        task(
            "serviceTask",
            'camunda:class="A"',
            "<camunda:failedJobRetryTimeCycle>R5/PT1M</camunda:failedJobRetryTimeCycle>",
        ),
        "camunda:failedJobRetryTimeCycle",
        "R5/PT1M",
        "retries",
    ),
    (
        task(
            "serviceTask",
            'camunda:class="A"',
            """<camunda:inputOutput><camunda:outputParameter name="r">1
              </camunda:outputParameter></camunda:inputOutput>""",
        ),
        "camunda:outputParameter",
        "r",
        "output",
    ),
    (
        call(
            """<camunda:inputOutput><camunda:inputParameter name="a">1
              </camunda:inputParameter></camunda:inputOutput>"""
        ),
        "bpmn:callActivity",
        "",
        "extra-inputs",
    ),
    (
        call('<camunda:in source="x" target="x"/><camunda:out variables="all"/>'),
        "bpmn:callActivity",
        "",
        "stays-inside",
    ),
    (event('<errorEventDefinition errorRef="E1"/>'), "errorRef", "E1", "error-declared"),
]

MESSAGE = '<message id="M" name="come"/>'


@pytest.mark.parametrize(("inside", "what", "text", "reason"), REMAINING)
def test_what_remains_is_told_and_still_there(bring, inside, what, text, reason):
    brought = bring(inside, root=MESSAGE)
    notes = [note for note in brought.imported.remaining if note.key == f"importing.{reason}"]
    assert [(notes[0].what, notes[0].text)] == [(what, text)]
    assert notes[0].element == "x" and notes[0].line > 0
    assert brought.remaining == [reason] * len(notes)
    assert notes[0].sentence("vi") != notes[0].sentence("en")


@pytest.mark.parametrize(("inside", "what", "text", "reason"), CHANGED)
def test_what_is_different_is_told(bring, inside, what, text, reason):
    brought = bring(inside)
    told = [(note.element, note.what, note.text, note.key) for note in brought.imported.changed]
    assert told == [("x", what, text, f"importing.{reason}")]
    assert all(element.unread == () for element in brought.process.elements.values())


def test_the_process_is_named_for_what_it_says_of_itself(bring):
    brought = bring('<task id="x"/>', process='name="Nghỉ phép" camunda:candidateStarterGroups="a"')
    (note,) = brought.imported.remaining
    assert (note.element, note.label, note.key) == ("P", "Nghỉ phép", "importing.left.starters")


def test_names_that_are_expressions_are_told_where_they_are_declared(bring):
    root = """<message id="M" name="come-${id}"/><signal id="S" name="${s}"/>
      <error id="E" name="Lỗi" errorCode="${e}"/><escalation id="F" escalationCode="${f}"/>"""
    told = [(note.label, note.text, note.key) for note in bring("", root=root).imported.remaining]
    key = "importing.name-expression"
    assert told == [
        ("come-${id}", "come-${id}", key),
        ("${s}", "${s}", key),
        ("Lỗi", "${e}", key),
        ("F", "${f}", key),
    ]


def test_a_flow_without_a_label_is_called_by_its_ends(bring):
    (note,) = bring(flow("${a.b()}")).imported.remaining
    assert note.label == "Trước → Sau"


def test_a_message_is_told_once_where_it_is_first_awaited(bring):
    brought = bring(
        """<startEvent id="s"><messageEventDefinition messageRef="M"/></startEvent>
          <receiveTask id="a" name="Nhận" messageRef="M"/>
          <subProcess id="p" triggeredByEvent="true"><startEvent id="b">
            <messageEventDefinition messageRef="N"/></startEvent></subProcess>
          <intermediateCatchEvent id="c"><messageEventDefinition messageRef="M"/>
          </intermediateCatchEvent>
          <intermediateCatchEvent id="d"><messageEventDefinition messageRef="K"/>
          </intermediateCatchEvent>""",
        root=MESSAGE
        + """<message id="N" name="withdraw"/><message id="K" name="keyed"><extensionElements>
          <zeebe:subscription correlationKey="=code"/></extensionElements></message>""",
    )
    told = [(note.element, note.text) for note in brought.imported.remaining]
    assert set(told) == {("a", "come"), ("b", "withdraw")} and len(told) == 2


def test_long_texts_are_shortened(bring):
    inner = SCRIPT.replace("1 + 1", "return 1; " * 100)
    (note,) = bring(input_of(inner)).imported.remaining
    assert len(note.text) == 200 and note.text.endswith("…")


def test_what_remains_keeps_the_drawing_from_being_deployed(bring):
    brought = bring(task("userTask", 'camunda:assignee="${a.b()}"', LISTENER) + flow("${a.b()}"))
    rules = {f.rule for f in lint_drawing(brought.drawing) if f.severity == "error"}
    assert {"other-engine", "static-text"} <= rules


def test_a_process_that_other_engines_took_to_be_executable(bring):
    content = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:activiti="http://activiti.org/bpmn"><process id="P"/></definitions>"""
    imported = importing.import_drawing("old.bpmn", content.encode())
    assert [note.key for note in imported.changed] == ["importing.executable"]
    assert b'isExecutable="true"' in imported.content
    assert b"activiti" not in imported.content


def test_every_sentence_is_said_of_some_construct():
    said = {reason for _, _, _, reason in (*REMAINING, *CHANGED)}
    told = {"left.starters", "name-expression", "executable", "dropped.retention"}
    of_expressions = {key for key in page("importing") if key.startswith("importing.juel.")}
    answers = {key for key in page("importing") if key.startswith("importing.answer.")}
    rest = set(page("importing")) - of_expressions - answers
    assert {f"importing.{reason}" for reason in said | told} - of_expressions == rest


def test_every_reason_in_the_code_has_its_sentence():
    code = "\n".join(file.read_text() for file in ROOM.rglob("*.py"))
    reasons = set(re.findall(r'Untranslatable\(\s*"([a-z.-]+)"', code))
    reasons |= {f"juel.{reason}" for reason in re.findall(r'JuelError\("([a-z-]+)"', code)}
    assert len(reasons) > 40
    assert {f"importing.{reason}" for reason in reasons} <= set(page("importing"))
