"""Each construct of the other engines, by the model of the drawing that comes out."""

import json

import pytest

from procflow.engine.bpmn.model import Assignment, EventKind, VariableMapping
from procflow.engine.procedure.forms import check_variables, read_form

PREFIXES = ("camunda", "operaton", "flowable", "activiti")


def mappings(each):
    return [(mapping.source, mapping.target) for mapping in each]


def extended(name, inner, attributes=""):
    return f'<{name} id="x" {attributes}><extensionElements>{inner}</extensionElements></{name}>'


# -- people -------------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", PREFIXES)
def test_who_works_and_by_when(bring, prefix):
    attributes = {
        "assignee": "${leader}",
        "candidateGroups": "clerks, leaders",
        "candidateUsers": "${users}",
        "dueDate": "${due}",
        "followUpDate": "2026-03-02T08:00:00",
        "priority": "60",
    }
    written = " ".join(f'{prefix}:{name}="{value}"' for name, value in attributes.items())
    brought = bring(f'<userTask id="x" {written}/>')
    assert brought["x"].assignment == Assignment(
        assignee="=leader",
        candidate_groups="clerks,leaders",
        candidate_users="=users",
        due_date="=due",
        follow_up_date="2026-03-02T08:00:00",
        priority="60",
    )
    assert brought["x"].unread == ()
    assert brought.remaining == brought.changed == []


def test_candidates_with_expressions_among_them_are_one_list(bring):
    brought = bring('<userTask id="x" camunda:candidateGroups="clerks, ${more},area-${area}"/>')
    groups = brought["x"].assignment.candidate_groups
    assert groups == '=flatten(["clerks", more, "area-" + get or else(string(area), "")])'


def test_the_standards_own_roles(bring):
    brought = bring(
        """<userTask id="x">
          <humanPerformer><resourceAssignmentExpression><formalExpression>${an}</formalExpression>
          </resourceAssignmentExpression></humanPerformer>
          <potentialOwner><resourceAssignmentExpression>
            <formalExpression>user(binh), group(clerks), leaders</formalExpression>
          </resourceAssignmentExpression></potentialOwner>
        </userTask>"""
    )
    assert brought["x"].assignment == Assignment(
        assignee="=an", candidate_users="binh", candidate_groups="clerks,leaders"
    )
    assert brought["x"].unread == ()


# -- forms --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attributes", "form"),
    [
        ('camunda:formRef="application" camunda:formRefBinding="latest"', "application"),
        ('flowable:formKey="application"', "application"),
        ('camunda:formKey="${form}"', "=form"),
        ('camunda:formKey="camunda-forms:deployment:forms/application.form"', "application"),
        ('camunda:formKey="camunda-forms:bpmn:application"', "application"),
    ],
)
def test_the_form_of_a_user_task(bring, attributes, form):
    brought = bring(f'<userTask id="x" {attributes}/>')
    assert brought["x"].form_id == form
    assert brought.remaining == []


def test_a_form_is_bound_to_the_deployment(bring):
    attributes = 'camunda:formRef="f" camunda:formRefBinding="deployment"'
    brought = bring(f'<userTask id="x" {attributes}/>')
    assert 'formId="f" bindingType="deployment"' in brought.text
    assert brought["x"].unread == ()


FIELDS = """<camunda:formData>
  <camunda:formField id="name" label="Họ tên" type="string" defaultValue="An">
    <camunda:properties><camunda:property id="personal" value="basic"/></camunda:properties>
    <camunda:validation>
      <camunda:constraint name="required"/><camunda:constraint name="minlength" config="2"/>
      <camunda:constraint name="maxlength" config="20"/>
    </camunda:validation>
  </camunda:formField>
  <camunda:formField id="days" label="Số ngày" type="long" defaultValue="3">
    <camunda:validation><camunda:constraint name="min" config="1"/>
      <camunda:constraint name="max" config="12"/></camunda:validation>
  </camunda:formField>
  <camunda:formField id="urgent" label="Khẩn" type="boolean" defaultValue="true"/>
  <camunda:formField id="from" label="Từ ngày" type="date" defaultValue="${from}"/>
  <camunda:formField id="kind" label="Loại" type="enum" defaultValue="sick">
    <camunda:value id="sick" name="Ốm"/><camunda:value id="other"/>
  </camunda:formField>
  <camunda:formField id="code" label="Mã" type="string">
    <camunda:validation><camunda:constraint name="readonly"/></camunda:validation>
  </camunda:formField>
</camunda:formData>"""


def test_fields_become_a_form_that_checks_what_they_checked(bring):
    brought = bring(extended("userTask", FIELDS))
    assert brought["x"].form_id == "P-x"
    assert brought.remaining == []
    content = brought.imported.forms["P-x"]
    form = read_form("P-x.form", content.encode())
    assert (form.id, form.findings) == ("P-x", ())
    defaults = {each["key"]: each.get("defaultValue") for each in json.loads(content)["components"]}
    assert defaults == {
        "name": "An",
        "days": 3,
        "urgent": True,
        "from": None,
        "kind": "sick",
        "code": None,
    }
    right = {"name": "Bình", "days": 12, "urgent": False, "from": "2026-03-02", "kind": "other"}
    assert check_variables(form, right).problems == {}
    wrong = {"name": "B", "days": 13, "kind": "bad", "from": "yesterday", "urgent": "yes"}
    assert set(check_variables(form, wrong).problems) == set(wrong)
    assert set(check_variables(form, {"days": 1}).problems) >= {"name"}
    assert {field.name: field.personal for field in form.fields}["name"] == "basic"
    assert {field.name: field.locked for field in form.fields}["code"] is True


def test_properties_of_a_form_as_activiti_and_flowable_write_them(bring):
    inner = """<flowable:formProperty id="name" name="Họ tên" type="string" required="true"/>
      <flowable:formProperty id="d" name="Ngày" type="date" variable="day" writable="false"/>
      <flowable:formProperty id="amount" type="double" expression="${amount}"/>"""
    brought = bring(extended("startEvent", inner))
    form = read_form("P-x.form", brought.imported.forms["P-x"].encode())
    shown = [(each.name, each.label, each.rules.required, each.locked) for each in form.fields]
    assert shown == [
        ("name", "Họ tên", True, False),
        ("day", "Ngày", False, True),
        ("amount", "amount", False, False),
    ]
    assert brought["x"].form_id == "P-x"
    assert brought.remaining == []


# -- jobs ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attributes", "job_type"),
    [
        ('camunda:type="external" camunda:topic="send-letter"', "send-letter"),
        ('camunda:type="external" camunda:topic="${topic}"', "=topic"),
        ('camunda:class="vn.gov.book.WriteBookDelegate"', "write-book-delegate"),
        ('camunda:class="HTTPClient2Call"', "http-client2-call"),
        ('camunda:delegateExpression="${sendLetter}"', "send-letter"),
        ('flowable:delegateExpression="#{ sendLetter }"', "send-letter"),
        ('camunda:expression="${mailer.sendTo()}"', "mailer.send-to"),
        ('flowable:type="mail"', "mail"),
    ],
)
@pytest.mark.parametrize("kind", ["serviceTask", "sendTask", "businessRuleTask"])
def test_code_becomes_a_job_type(bring, attributes, job_type, kind):
    brought = bring(f'<{kind} id="x" {attributes}/>')
    assert brought["x"].job.type == job_type
    assert brought["x"].unread == ()
    assert brought.remaining == brought.changed == []


def test_an_event_works_through_its_message(bring):
    brought = bring(
        """<endEvent id="x"><messageEventDefinition camunda:type="external" camunda:topic="tell">
          <extensionElements><camunda:field name="to" expression="${an}"/></extensionElements>
        </messageEventDefinition></endEvent>"""
    )
    assert brought["x"].job.type == "tell"
    assert mappings(brought["x"].inputs) == [("=an", "to")]
    assert brought["x"].unread == ()


def test_a_method_that_returns_something(bring):
    attributes = 'camunda:expression="${fees.of(kind)}" camunda:resultVariable="fee"'
    brought = bring(f'<serviceTask id="x" {attributes}/>')
    assert brought["x"].job.type == "fees.of"
    assert brought["x"].job.headers == {"resultVariable": "fee"}
    assert brought.changed == ["arguments", "result"]


def test_an_expression_without_code_is_computed_by_the_engine(bring):
    attributes = 'camunda:expression="${days * 2}" camunda:resultVariable="twice"'
    brought = bring(f'<serviceTask id="x" implementation="##WebService" {attributes}/>')
    assert brought["x"].kind == "scriptTask"
    assert brought["x"].script.expression == "=get or else(days, 0) * 2"
    assert brought["x"].script.result_variable == "twice"
    assert brought["x"].unread == ()


def test_fields_of_a_delegate_are_inputs_of_the_job(bring):
    inner = """<activiti:field name="to"><activiti:string>an@x.vn</activiti:string></activiti:field>
      <activiti:field name="text" stringValue="Kính gửi ${name}"/>
      <activiti:field name="amount"><activiti:expression>${fee}</activiti:expression>
      </activiti:field>"""
    brought = bring(extended("serviceTask", inner, 'activiti:class="Mail"'))
    assert mappings(brought["x"].inputs) == [
        ('="an@x.vn"', "to"),
        ('="Kính gửi " + get or else(string(name), "")', "text"),
        ("=fee", "amount"),
    ]


@pytest.mark.parametrize(("cycle", "retries"), [("R3/PT10M", "3"), ("PT1M, PT5M", "2")])
def test_retries(bring, cycle, retries):
    inner = f"<camunda:failedJobRetryTimeCycle>{cycle}</camunda:failedJobRetryTimeCycle>"
    brought = bring(extended("serviceTask", inner, 'camunda:class="A"'))
    assert brought["x"].job.retries == retries
    assert brought.changed == ["retries"]


def test_a_connector_is_a_job_with_its_mappings(bring):
    inner = """<camunda:connector><camunda:inputOutput>
        <camunda:inputParameter name="url">https://x.vn/${id}</camunda:inputParameter>
        <camunda:inputParameter name="headers"><camunda:map>
          <camunda:entry key="Accept">application/json</camunda:entry>
        </camunda:map></camunda:inputParameter>
        <camunda:outputParameter name="code">${statusCode}</camunda:outputParameter>
      </camunda:inputOutput><camunda:connectorId>http-connector</camunda:connectorId>
    </camunda:connector>"""
    brought = bring(extended("serviceTask", inner))
    assert brought["x"].job.type == "http-connector"
    assert mappings(brought["x"].inputs) == [
        ('="https://x.vn/" + get or else(string(id), "")', "url"),
        ('={"Accept": "application/json"}', "headers"),
    ]
    assert mappings(brought["x"].outputs) == [("=statusCode", "code")]
    assert brought["x"].unread == ()


# -- variables ----------------------------------------------------------------------------------


def test_inputs_and_outputs_of_all_shapes(bring):
    inner = """<camunda:inputOutput>
      <camunda:inputParameter name="a">12</camunda:inputParameter>
      <camunda:inputParameter name="b">${order.total}</camunda:inputParameter>
      <camunda:inputParameter name="c"/>
      <camunda:inputParameter name="d"><camunda:list>
        <camunda:value>x</camunda:value><camunda:value>${y}</camunda:value>
        <camunda:script scriptFormat="feel">1 + 1</camunda:script>
      </camunda:list></camunda:inputParameter>
      <camunda:inputParameter name="e"><camunda:map>
        <camunda:entry key="k &quot;1&quot;"><camunda:list/></camunda:entry>
        <camunda:entry key="n"><camunda:map/></camunda:entry>
        <camunda:entry key="m"/>
      </camunda:map></camunda:inputParameter>
      <camunda:inputParameter name="f">
        <camunda:script scriptFormat="juel">${a == '1'}</camunda:script>
      </camunda:inputParameter>
      <camunda:outputParameter name="g">${ok}</camunda:outputParameter>
    </camunda:inputOutput>"""
    brought = bring(extended("userTask", inner))
    assert mappings(brought["x"].inputs) == [
        ('="12"', "a"),
        ("=order.total", "b"),
        ("=null", "c"),
        ('=["x", y, 1 + 1]', "d"),
        ('={"k \\"1\\"": [], "n": {}, "m": null}', "e"),
        ('=a = "1"', "f"),
    ]
    assert mappings(brought["x"].outputs) == [("=ok", "g")]
    assert brought["x"].unread == ()
    assert brought.remaining == []
    assert brought.changed == ["compared-as-text", "output"]


def test_mappings_already_there_come_first(bring):
    inner = """<zeebe:ioMapping><zeebe:input source="=1" target="one"/></zeebe:ioMapping>
      <camunda:inputOutput><camunda:inputParameter name="two">2</camunda:inputParameter>
      </camunda:inputOutput>"""
    brought = bring(extended("serviceTask", inner))
    assert mappings(brought["x"].inputs) == [("=1", "one"), ('="2"', "two")]


def test_a_call_passes_what_it_passed_and_nothing_else(bring):
    inner = """<camunda:in businessKey="#{execution.processBusinessKey}"/>
      <camunda:in source="a" target="b"/><camunda:in sourceExpression="${b + 1}" target="c"/>
      <camunda:out source="r" target="result"/>"""
    brought = bring(extended("callActivity", inner, 'calledElement="child"'))
    called = brought["x"].called
    assert (called.process_id, called.binding) == ("child", "latest")
    assert not called.propagate_all_parent_variables
    assert not called.propagate_all_child_variables
    inputs = mappings(brought["x"].inputs)
    assert set(inputs) == {
        ("=businessKey", "businessKey"),
        ("=a", "b"),
        ("=get or else(b, 0) + 1", "c"),
    }
    assert inputs.index(("=get or else(b, 0) + 1", "c")) < inputs.index(("=a", "b"))
    assert mappings(brought["x"].outputs) == [("=r", "result")]
    assert brought["x"].unread == ()
    assert brought.remaining == brought.changed == []


def test_a_call_that_takes_everything_but_is_given_something(bring):
    inner = """<camunda:in source="x" target="x"/><camunda:in businessKey="${key}"/>
      <camunda:out variables="all"/>"""
    brought = bring(extended("callActivity", inner, 'calledElement="child"'))
    assert ("=x", "x") in mappings(brought["x"].inputs)
    assert brought["x"].called.propagate_all_child_variables
    assert brought.remaining == []


def test_a_call_that_passes_everything(bring):
    inner = """<camunda:in variables="all"/><camunda:out variables="all"/>
      <camunda:out source="r" target="r"/>"""
    brought = bring(extended("callActivity", inner, 'calledElement="${child}"'))
    called = brought["x"].called
    assert called.process_id == "=child"
    assert called.propagate_all_parent_variables and called.propagate_all_child_variables
    assert brought["x"].outputs == ()
    assert brought.remaining == []


@pytest.mark.parametrize(
    ("attributes", "binding"),
    [
        ('camunda:calledElementBinding="deployment"', ("deployment", None)),
        (
            'camunda:calledElementBinding="versionTag" camunda:calledElementVersionTag="v2"',
            ("versionTag", "v2"),
        ),
        ('flowable:sameDeployment="true"', ("deployment", None)),
        ('flowable:inheritVariables="false" flowable:inheritBusinessKey="true"', ("latest", None)),
    ],
)
def test_which_version_is_called(bring, attributes, binding):
    brought = bring(f'<callActivity id="x" calledElement="child" {attributes}/>')
    assert (brought["x"].called.binding, brought["x"].called.version_tag) == binding
    assert brought["x"].unread == ()
    assert brought.remaining == []


def test_a_decision(bring):
    brought = bring(
        """<businessRuleTask id="x" camunda:decisionRef="fee"
          camunda:decisionRefBinding="versionTag" camunda:decisionRefVersionTag="2026"
          camunda:mapDecisionResult="singleEntry" camunda:resultVariable="amount"/>"""
    )
    decision = brought["x"].decision
    assert (decision.decision_id, decision.result_variable) == ("fee", "amount")
    assert (decision.binding, decision.version_tag) == ("versionTag", "2026")
    assert brought["x"].unread == ()
    assert brought.remaining == []


@pytest.mark.parametrize(
    ("language", "text", "expression"),
    [("feel", "a + 1", "=a + 1"), ("FEEL", "=a + 1", "=a + 1"), ("juel", "${!a}", "=a != true")],
)
def test_scripts_that_are_expressions(bring, language, text, expression):
    brought = bring(
        f"""<scriptTask id="x" scriptFormat="{language}" camunda:resultVariable="b">
          <script>{text}</script></scriptTask>"""
    )
    assert brought["x"].script.expression == expression
    assert brought["x"].script.result_variable == "b"
    assert brought["x"].unread == ()


# -- the flow -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attributes", "text", "condition"),
    [
        ("", "${a &gt; 1}", "=a > 1"),
        ('xsi:type="tFormalExpression"', "<![CDATA[\n ${a && b} ]]>", "=a and b"),
        ('xsi:type="tFormalExpression" language="juel"', "#{a}", "=a"),
        ('language="feel"', "a and b", "=a and b"),
        ("", "=a and b", "=a and b"),
    ],
)
def test_conditions_of_flows(bring, attributes, text, condition):
    brought = bring(
        f"""<task id="s"/><task id="t"/><sequenceFlow id="f" sourceRef="s" targetRef="t">
          <conditionExpression {attributes}>{text}</conditionExpression></sequenceFlow>"""
    )
    assert brought.process.flows["f"].condition == condition
    assert brought.process.unread == ()
    assert brought.remaining == []


def test_a_multi_instance_by_a_collection(bring):
    brought = bring(
        """<userTask id="x" camunda:assignee="${person}">
          <multiInstanceLoopCharacteristics camunda:collection="${people}"
            camunda:elementVariable="person"><completionCondition>
            ${nrOfCompletedInstances &gt;= 2 || loopCounter == 0}
          </completionCondition></multiInstanceLoopCharacteristics></userTask>"""
    )
    loop = brought["x"].loop
    assert (loop.input_collection, loop.input_element) == ("=people", "person")
    assert loop.completion_condition == "=numberOfCompletedInstances >= 2 or loopCounter - 1 = 0"
    assert brought["x"].unread == ()
    assert brought.remaining == []


def test_a_multi_instance_as_the_standard_refers_to_its_collection(bring):
    brought = bring(
        """<task id="x"><multiInstanceLoopCharacteristics isSequential="true">
          <loopDataInputRef>people</loopDataInputRef><inputDataItem name="person"/>
        </multiInstanceLoopCharacteristics></task>"""
    )
    loop = brought["x"].loop
    assert (loop.input_collection, loop.input_element, loop.sequential) == (
        "=people",
        "person",
        True,
    )
    assert brought["x"].unread == ()


def test_a_multi_instance_by_a_number(bring):
    brought = bring(
        """<subProcess id="o"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality>
          </multiInstanceLoopCharacteristics>
          <task id="x"><multiInstanceLoopCharacteristics>
            <loopCardinality>${loopCounter}</loopCardinality>
          </multiInstanceLoopCharacteristics></task></subProcess>"""
    )
    assert brought["o"].loop.cardinality == "3"
    assert brought["x"].loop.cardinality == "=loopCounter - 1"


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("timeDuration", "PT10M", "PT10M"),
        ("timeDuration", "${wait}", "=wait"),
        ("timeDate", "#{due}", "=due"),
        ("timeCycle", "R3/${wait}", '="R3/" + get or else(string(wait), "")'),
    ],
)
def test_timers(bring, kind, text, value):
    brought = bring(
        f"""<intermediateCatchEvent id="x"><timerEventDefinition><{kind}>{text}</{kind}>
          </timerEventDefinition></intermediateCatchEvent>"""
    )
    assert brought["x"].event.value == value
    assert brought.remaining == []


def test_conditional_events(bring):
    brought = bring(
        """<intermediateCatchEvent id="x"><conditionalEventDefinition camunda:variableName="a"
          camunda:variableEvents="create, update"><condition>${a == 1}</condition>
          </conditionalEventDefinition></intermediateCatchEvent>"""
    )
    assert brought["x"].event.value == "=a = 1"
    assert brought["x"].unread == ()
    assert brought.changed == ["dropped.condition-filter"]


def test_signals_and_messages_with_fixed_names_stay(bring):
    brought = bring(
        """<startEvent id="m"><messageEventDefinition messageRef="M"/></startEvent>
          <endEvent id="x"><signalEventDefinition signalRef="S" camunda:asyncBefore="true"/>
          </endEvent>""",
        root='<signal id="S" name="closed"/><message id="M" name="come"/>',
    )
    assert brought["x"].event.value == "closed"
    assert brought["m"].event.value == "come"
    assert brought.remaining == []


def test_an_error_named_by_its_code_alone_gets_a_declaration(bring):
    brought = bring(
        """<subProcess id="s"/><boundaryEvent id="x" attachedToRef="s">
          <errorEventDefinition errorRef="NO MONEY"/></boundaryEvent>
          <boundaryEvent id="y" attachedToRef="s"><errorEventDefinition errorRef="E2"/>
          </boundaryEvent>
          <boundaryEvent id="z" attachedToRef="s"><errorEventDefinition errorRef="NO MONEY"/>
          </boundaryEvent>""",
        root='<error id="Error_2" errorCode="E2"/>',
    )
    assert [brought[each].event.value for each in "xyz"] == ["NO MONEY", "E2", "NO MONEY"]
    assert brought.drawing.dangling == ()
    assert len(brought.drawing.declarations) == 2
    assert brought["x"].event.kind is EventKind.ERROR


# -- the rest -----------------------------------------------------------------------------------


def test_what_a_process_says_of_itself(bring):
    brought = bring(
        '<task id="x"/>', process='camunda:versionTag="2026-1" camunda:historyTimeToLive="P30D"'
    )
    assert brought.process.version_tag == "2026-1"
    assert brought.process.unread == ()
    assert brought.changed == ["dropped.retention"]


def test_properties_keep_names_and_values(bring):
    properties = '<camunda:property name="dossier.status" value="4"/><camunda:property name="b"/>'
    brought = bring(extended("task", f"<camunda:properties>{properties}</camunda:properties>"))
    assert brought["x"].properties == {"dossier.status": "4", "b": ""}
    assert brought["x"].unread == ()


def test_asynchronous_marks_go_with_one_word_for_the_element(bring):
    marks = """camunda:asyncBefore="true" camunda:asyncAfter="false" camunda:exclusive="false"
      camunda:jobPriority="4\""""
    brought = bring(f'<task id="x" name="Gửi" {marks}/>')
    assert brought["x"].unread == ()
    told = [(note.label, note.text) for note in brought.imported.changed]
    assert told == [("Gửi", "asyncBefore=true, exclusive=false"), ("Gửi", "jobPriority=4")]


def test_inputs_read_in_a_multi_instance_count_from_one(bring):
    inner = """<camunda:inputOutput><camunda:inputParameter name="n">${loopCounter}
      </camunda:inputParameter></camunda:inputOutput>"""
    brought = bring(
        f"""<userTask id="x"><extensionElements>{inner}</extensionElements>
          <multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality>
          </multiInstanceLoopCharacteristics></userTask>"""
    )
    assert brought["x"].inputs == (
        VariableMapping("=loopCounter - 1", "n", brought["x"].inputs[0].line),
    )
