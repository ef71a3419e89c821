"""Elements as other engines draw them, each around one construct."""


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
