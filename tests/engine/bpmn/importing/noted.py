"""What the importer says of each construct it does not bring, or not as it was.

Rows: what stands in the process, where it is told, its text, the reason.
"""

from procflow.tests.engine.bpmn.importing.foreign import (
    LISTENER,
    OUT_ALL,
    SCRIPT,
    call,
    event,
    field,
    fields,
    flow,
    input_of,
    looped,
    rule,
    task,
)

REMAINING = [
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
