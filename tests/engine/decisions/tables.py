"""Small decision tables, written as lists."""

from xml.sax.saxutils import escape

from procflow.engine.decisions import Model, read_model


def dmn(inputs, outputs, rules, policy="UNIQUE", extra="", aggregation="", drawn=True):
    """A model with one decision D over the given columns; drawn: its inputs are in the graph.

    inputs: {name: type}; outputs: {name: attributes of the output}; rules: rows of cells.
    """
    data = "".join(
        f'<inputData id="in-{place}" name="{name}"><variable name="{name}" typeRef="{type_}"/>'
        "</inputData>"
        for place, (name, type_) in enumerate(inputs.items() if drawn else ())
    )
    needs = "".join(
        f'<informationRequirement><requiredInput href="#in-{place}"/></informationRequirement>'
        for place in range(len(inputs) if drawn else 0)
    )
    columns = "".join(
        f'<input label="{name}"><inputExpression typeRef="{type_}"><text>{name}</text>'
        "</inputExpression></input>"
        for name, type_ in inputs.items()
    )
    results = "".join(f'<output name="{name}">{inner}</output>' for name, inner in outputs.items())
    rows = "".join(row(cells, len(inputs)) for cells in rules)
    gathered = f' aggregation="{aggregation}"' if aggregation else ""
    return (
        '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">'
        f'{data}<decision id="D" name="D">{needs}<decisionTable hitPolicy="{policy}"{gathered}>'
        f"{columns}{results}{rows}</decisionTable></decision>{extra}</definitions>"
    ).encode()


def row(cells, inputs):
    return (
        "<rule>"
        + "".join(
            f"<{'inputEntry' if place < inputs else 'outputEntry'}><text>{escape(cell)}</text>"
            f"</{'inputEntry' if place < inputs else 'outputEntry'}>"
            for place, cell in enumerate(cells)
        )
        + "</rule>"
    )


def model(*arguments, **more) -> Model:
    return read_model("m.dmn", {"m.dmn": dmn(*arguments, **more)})
