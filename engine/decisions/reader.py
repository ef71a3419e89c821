"""DMN file -> model. DMN 1.2 to 1.5, read through the same hardened XML reader as drawings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from ..bpmn.names import ZEEBE
from ..bpmn.xml import Node, content_of, line_of, local, namespace, parse_xml
from ..errors import Finding, Refused
from . import model
from .boxed_reader import BoxedReader
from .names import folded
from .notes import Notes

NAMESPACES = {
    "http://www.omg.org/spec/DMN/20180521/MODEL/": "1.2",
    "https://www.omg.org/spec/DMN/20191111/MODEL/": "1.3",
    "https://www.omg.org/spec/DMN/20211108/MODEL/": "1.4",
    "https://www.omg.org/spec/DMN/20230324/MODEL/": "1.5",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What a DMN file says; `findings` tell of the parts that could not be read."""

    definitions: model.Definitions
    findings: tuple[Finding, ...]


def read_definitions(file: str, content: bytes) -> model.Definitions:
    """The model in a DMN file.

    Raises BadDrawing for what is no XML, Refused for what is no DMN 1.2–1.5 or has parts that
    cannot be read.
    """
    draft = read_draft(file, content)
    if draft.findings:
        raise Refused(draft.findings)
    return draft.definitions


def read_draft(file: str, content: bytes) -> Draft:
    """The model as far as it can be read; what cannot is taken as empty.

    Raises BadDrawing for what is no XML, Refused for what is no DMN 1.2–1.5.
    """
    root = parse_xml(file, content)
    notes = Notes(file)
    space = namespace(str(root.tag))
    if local(root) != "definitions" or space not in NAMESPACES:
        notes.add("error", "decisions.not-dmn", line_of(root), None, found=str(root.tag))
        raise Refused(notes.findings)
    definitions = _DefinitionsReader(space, notes).read(root)
    return Draft(definitions, tuple(notes.findings))


class _Identity(TypedDict):
    id: str
    name: str
    variable: model.Variable
    line: int


class _DefinitionsReader:
    def __init__(self, space: str, notes: Notes) -> None:
        self._notes = notes
        self._boxed = BoxedReader(space, notes)
        self._namespace = ""

    def read(self, root: Node) -> model.Definitions:
        self._namespace = root.get("namespace") or ""
        definitions = model.Definitions(
            file=self._notes.file,
            name=root.get("name") or self._notes.file,
            namespace=self._namespace,
            imports=tuple(map(self._import, self._boxed.children(root, "import"))),
            types=tuple(map(self._item, self._boxed.children(root, "itemDefinition"))),
        )
        for child in self._boxed.children(root):
            node = self._node(child)
            if node is not None:
                self._keep(definitions, node, child)
        return definitions

    def _keep(self, definitions: model.Definitions, node: model.Node, xml: Node) -> None:
        if not node.name:
            self._notes.refuse("decisions.unnamed", xml, kind=local(xml))
        if node.id in definitions.nodes:
            self._notes.refuse("decisions.duplicate-id", xml, id=node.id)
        definitions.nodes[node.id] = node

    def _node(self, node: Node) -> model.Node | None:
        match local(node):
            case "inputData":
                return model.InputDatum(**self._identity(node))
            case "decision":
                return self._decision(node)
            case "businessKnowledgeModel":
                return self._knowledge_model(node)
            case "decisionService":
                return self._service(node)
        return None

    def _identity(self, node: Node) -> _Identity:
        name = folded(node.get("name"))
        inner = self._boxed.child(node, "variable")
        given = None if inner is None else self._boxed.variable(inner)
        variable = model.Variable(
            name=(given.name if given else "") or name,
            type=given.type if given else None,
            line=given.line if given else line_of(node),
        )
        return {
            "id": node.get("id") or f"#{name}",
            "name": name,
            "variable": variable,
            "line": line_of(node),
        }

    def _decision(self, node: Node) -> model.Decision:
        return model.Decision(
            **self._identity(node),
            logic=self._boxed.expression_in(node),
            version_tag=self._version_tag(node),
            requires=self._required(
                node, "informationRequirement", ("requiredDecision", "requiredInput")
            ),
            knowledge=self._required(node, "knowledgeRequirement", ("requiredKnowledge",)),
        )

    def _version_tag(self, node: Node) -> str | None:
        """`zeebe:versionTag`, as Camunda 8 has it on each decision."""
        extensions = self._boxed.child(node, "extensionElements")
        tag = None if extensions is None else extensions.find(f"{{{ZEEBE}}}versionTag")
        return None if tag is None else tag.get("value") or None

    def _knowledge_model(self, node: Node) -> model.KnowledgeModel:
        logic = self._boxed.child(node, "encapsulatedLogic")
        return model.KnowledgeModel(
            **self._identity(node),
            function=None if logic is None else self._boxed.function(logic),
            knowledge=self._required(node, "knowledgeRequirement", ("requiredKnowledge",)),
        )

    def _service(self, node: Node) -> model.Service:
        return model.Service(
            **self._identity(node),
            outputs=self._references(node, "outputDecision"),
            encapsulated=self._references(node, "encapsulatedDecision"),
            input_decisions=self._references(node, "inputDecision"),
            input_data=self._references(node, "inputData"),
        )

    def _required(self, node: Node, requirement: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            reference
            for link in self._boxed.children(node, requirement)
            for kind in kinds
            for reference in self._references(link, kind)
        )

    def _references(self, node: Node, name: str) -> tuple[str, ...]:
        return tuple(self._reference(link) for link in self._boxed.children(node, name))

    def _reference(self, node: Node) -> str:
        """`#id` and this model's own `namespace#id` become the id; another model's stays whole."""
        href = node.get("href") or ""
        space, found, identity = href.rpartition("#")
        if not identity:
            self._notes.refuse("decisions.reference", node, reference=href)
        return identity if not found or space in ("", self._namespace) else href

    def _import(self, node: Node) -> model.Import:
        return model.Import(
            name=folded(node.get("name")),
            namespace=node.get("namespace") or "",
            location=node.get("locationURI"),
            line=line_of(node),
        )

    def _item(self, node: Node) -> model.ItemDefinition:
        inner = self._boxed.child(node, "typeRef")
        function = self._boxed.child(node, "functionItem")
        name = folded(node.get("name"))
        return model.ItemDefinition(
            id=node.get("id") or name,
            name=name,
            line=line_of(node),
            type=None if inner is None else content_of(inner).strip(),
            collection=node.get("isCollection") == "true",
            allowed_values=self._boxed.text_of(self._boxed.child(node, "allowedValues")),
            constraint=self._boxed.text_of(self._boxed.child(node, "typeConstraint")),
            components=tuple(map(self._item, self._boxed.children(node, "itemComponent"))),
            parameters=self._parameters(function),
            result=None if function is None else function.get("outputTypeRef"),
        )

    def _parameters(self, function: Node | None) -> tuple[model.Variable, ...] | None:
        if function is None:
            return None
        return tuple(map(self._boxed.variable, self._boxed.children(function, "parameters")))
