"""Small models around boxed expressions, written as XML."""

from xml.sax.saxutils import escape

from procflow.engine.decisions import Model, read_model
from procflow.engine.expressions import evaluate, to_json

MODEL = "https://www.omg.org/spec/DMN/20230324/MODEL/"


def literal(text):
    return f"<literalExpression><text>{escape(text)}</text></literalExpression>"


def decision(name, logic, type_="Any", needs=""):
    return (
        f'<decision id="{name}" name="{name}"><variable name="{name}" typeRef="{type_}"/>'
        f"{needs}{logic}</decision>"
    )


def function(name, parameters, logic, type_="Any", own_type="Any", needs=""):
    """A business knowledge model; own_type: the `typeRef` of its logic."""
    formal = "".join(
        f'<formalParameter name="{parameter}" typeRef="{parameter_type}"/>'
        for parameter, parameter_type in parameters.items()
    )
    return (
        f'<businessKnowledgeModel id="{name}" name="{name}">'
        f'<variable name="{name}" typeRef="{type_}"/>'
        f'<encapsulatedLogic typeRef="{own_type}">{formal}{logic}</encapsulatedLogic>{needs}'
        "</businessKnowledgeModel>"
    )


def knowing(*names):
    return "".join(
        f'<knowledgeRequirement><requiredKnowledge href="#{name}"/></knowledgeRequirement>'
        for name in names
    )


def requiring(*names):
    return "".join(
        f'<informationRequirement><requiredInput href="#{name}"/></informationRequirement>'
        for name in names
    )


def model(*parts) -> Model:
    text = f'<definitions xmlns="{MODEL}" name="m" namespace="m">{"".join(parts)}</definitions>'
    return read_model("m.dmn", {"m.dmn": text.encode()})


def value_of(*parts, name="D", inputs=None):
    return to_json(model(*parts).evaluate(name, inputs or {}).value)


def feel(text):
    return to_json(evaluate(text, {}))
