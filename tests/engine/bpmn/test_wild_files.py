"""Files from anywhere: a drawing, or one clear finding, and never anything else."""

from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from procflow.engine.bpmn.importing import import_drawing
from procflow.engine.bpmn.linter import lint_drawing
from procflow.engine.bpmn.reader import read_drawing
from procflow.engine.bpmn.xml import LARGEST
from procflow.engine.errors import BadDrawing

FILE = Path(__file__).parent / "drawings" / "everything.bpmn"
TEXT = FILE.read_text(encoding="utf-8")
BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))

HOSTILE = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t ", "empty"),
    "binary": (bytes(range(256)), "not-xml"),
    "zip": (b"PK\x03\x04" + b"\0" * 40, "not-xml"),
    "text": (b"Not a drawing at all", "not-xml"),
    "cut off": (TEXT[: len(TEXT) // 2].encode(), "not-xml"),
    "unknown encoding": (b'<?xml version="1.0" encoding="klingon"?><a/>', "not-xml"),
    "wrong bytes": (f'<definitions xmlns="{BPMN}" id="'.encode() + b'\xff\xfe"/>', "not-xml"),
    "unknown entity": (f'<definitions xmlns="{BPMN}">&nbsp;</definitions>'.encode(), "not-xml"),
    "two roots": (b"<a/><b/>", "not-xml"),
    "html": (b"<html><body>404</body></html>", "not-bpmn"),
    "wrong namespace": (b'<definitions xmlns="http://schema.omg.org/spec/BPMN/2.0"/>', "not-bpmn"),
    "decision table": (
        b'<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>',
        "not-bpmn",
    ),
    "html doctype": (b"<!DOCTYPE html><html/>", "doctype"),
    "external entity": (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        f'<definitions xmlns="{BPMN}"><process id="P" name="&x;"/></definitions>'.encode(),
        "doctype",
    ),
    "external doctype": (
        f'<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd"><definitions xmlns="{BPMN}"/>'.encode(),
        "doctype",
    ),
    "billion laughs": (
        f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]>'
        f'<definitions xmlns="{BPMN}">&l9;</definitions>'.encode(),
        "doctype",
    ),
    "doctype in utf-16": ("<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>".encode("utf-16"), "doctype"),
    "deep": (b"<a>" * 3000 + b"</a>" * 3000, "not-xml"),
    "large": (b"<a>" + b" " * LARGEST + b"</a>", "too-large"),
}


@pytest.mark.parametrize("content,rule", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_drawing_is_one_finding(content, rule):
    with pytest.raises(BadDrawing) as refused:
        read_drawing("strange.bpmn", content)
    finding = refused.value.finding
    assert (finding.rule, finding.severity, finding.file) == (rule, "error", "strange.bpmn")
    assert finding.message and refused.value.sentence("vi") == finding.message
    assert "strange.bpmn" in str(refused.value)


def same_as_file(content):
    read = read_drawing(FILE.name, content)
    expected = read_drawing(FILE.name, FILE.read_bytes())
    return (read.processes, read.diagram, read.declarations) == (
        expected.processes,
        expected.diagram,
        expected.declarations,
    )


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"),
        TEXT.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("bpmn:", "ns0:").replace("xmlns:bpmn=", "xmlns:ns0=").encode(),
        TEXT.replace("<bpmn:", "<")
        .replace("</bpmn:", "</")
        .replace("xmlns:bpmn=", "xmlns=")
        .encode(),
        TEXT.replace("zeebe:", "z:").replace("xmlns:zeebe=", "xmlns:z=").encode(),
        TEXT.replace('attachedToRef="', 'attachedToRef="tns:').encode(),
    ],
    ids=["bom", "utf-16", "utf-16-be", "crlf", "odd prefix", "no prefix", "z prefix", "qnames"],
)
def test_other_spellings_read_the_same(content):
    assert same_as_file(content)


def test_diagram_may_be_missing_or_odd():
    without = TEXT[: TEXT.index("  <bpmndi:BPMNDiagram")] + "</bpmn:definitions>"
    assert read_drawing("a.bpmn", without.encode()).diagram.shapes == {}
    odd = TEXT.replace('x="100.5"', 'x="left"').replace(
        '<di:waypoint x="10"', '<di:waypoint x="nan"'
    )
    diagram = read_drawing("a.bpmn", odd.encode()).diagram
    assert "inner" not in diagram.shapes and "office" in diagram.shapes and not diagram.edges


def test_comments_and_instructions_are_passed_over():
    stuffed = TEXT.replace("<bpmn:", "<!-- a --><?b c?><bpmn:")
    assert [*read_drawing("a.bpmn", stuffed.encode()).processes["procedure"].elements] == [
        *read_drawing("a.bpmn", TEXT.encode()).processes["procedure"].elements
    ]


def test_first_of_two_same_ids_is_kept_and_the_second_told():
    twice = TEXT.replace('id="call" name="Gọi"', 'id="start" name="Gọi"')
    drawing = read_drawing("a.bpmn", twice.encode())
    (duplicate,) = drawing.duplicates
    assert duplicate.id == "start" and duplicate.line > duplicate.first_line
    assert drawing.processes["procedure"].elements["start"].kind == "startEvent"


def test_a_sub_process_with_the_id_of_its_process_lies_not_in_itself():
    content = (
        f'<definitions xmlns="{BPMN}"><process id="P" isExecutable="true">'
        '<subProcess id="P"><task id="t"/></subProcess></process></definitions>'
    )
    drawing = read_drawing("a.bpmn", content.encode())
    assert [each.id for each in drawing.processes["P"].inside("P")] == ["t"]
    assert "duplicate-id" in {finding.rule for finding in lint_drawing(drawing)}


def chain(count):
    nodes = "".join(f'<task id="t{n}" name="t{n}"/>' for n in range(count))
    flows = "".join(
        f'<sequenceFlow id="f{n}" sourceRef="t{n}" targetRef="t{n + 1}"/>' for n in range(count - 1)
    )
    return (
        f'<definitions xmlns="{BPMN}"><process id="P" isExecutable="true">{nodes}{flows}</process>'
        "</definitions>"
    ).encode()


def test_five_thousand_elements_in_a_row():
    drawing = read_drawing("chain.bpmn", chain(5000))
    assert len(drawing.processes["P"].elements) == 5000
    assert [f for f in lint_drawing(drawing) if f.severity == "error"] == []


def test_two_hundred_sub_processes_in_each_other():
    opened = "".join(f'<subProcess id="s{n}">' for n in range(200))
    content = (
        f'<definitions xmlns="{BPMN}"><process id="P" isExecutable="true">{opened}<task id="t"/>'
        f"{'</subProcess>' * 200}</process></definitions>"
    )
    drawing = read_drawing("deep.bpmn", content.encode())
    assert drawing.processes["P"].elements["t"].scope == "s199"
    assert [f for f in lint_drawing(drawing) if f.severity == "error"] == []


def read_and_lint(content):
    """A drawing and its findings in both languages, or a BadDrawing."""
    try:
        drawing = read_drawing("any.bpmn", content)
    except BadDrawing as bad:
        return [bad.finding.sentence("vi"), bad.finding.sentence("en")]
    return [finding.sentence("vi") + finding.sentence("en") for finding in lint_drawing(drawing)]


@given(st.binary(max_size=300))
def test_any_bytes(content):
    assert all(read_and_lint(content))


@given(st.text(max_size=200))
def test_any_text_in_a_drawing(text):
    assert all(
        read_and_lint(
            f'<definitions xmlns="{BPMN}">{text}</definitions>'.encode("utf-8", "replace")
        )
    )


TAGS = st.sampled_from(sorted({part.split()[0].split(">")[0] for part in TEXT.split("<bpmn:")[1:]}))
WORDS = st.sampled_from(["a", "b", "c", "=x", "", " ", "true", "-1", "P1D", "P", "a b", "ß", "🙂"])
ATTRIBUTES = st.sampled_from(
    sorted({part.split()[-1] for part in TEXT.split('="')[:-1] if ":" not in part.split()[-1]})
)
TREES = st.recursive(
    st.tuples(TAGS, st.dictionaries(ATTRIBUTES, WORDS, max_size=4), st.just(())),
    lambda inner: st.tuples(
        TAGS, st.dictionaries(ATTRIBUTES, WORDS, max_size=4), st.lists(inner, max_size=5)
    ),
    max_leaves=25,
)


def as_xml(tree):
    tag, attributes, children = tree
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{written}>{''.join(map(as_xml, children))}</{tag}>"


@settings(max_examples=200)
@given(st.lists(TREES, max_size=6))
def test_any_nesting_of_bpmn_elements(trees):
    inside = "".join(map(as_xml, trees))
    content = (
        f'<definitions xmlns="{BPMN}"><process id="P" isExecutable="true">{inside}</process>'
        "</definitions>"
    )
    assert all(read_and_lint(content.encode()))


@settings(max_examples=100)
@given(st.data())
def test_any_line_of_a_good_drawing_taken_out_or_doubled(data):
    lines = TEXT.splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    times = data.draw(st.sampled_from([0, 2]))
    changed = "\n".join([*lines[:at], *[lines[at]] * times, *lines[at + 1 :]])
    assert all(read_and_lint(changed.encode()))


CORPUS = sorted(Path(__file__).parents[1].glob("**/*.bpmn"))
VALUES = ["", " ", "=", "=x", "=(", "=1/0", "-1", "P1D", "R/PT1H", "true", "##Store", "ß🙂"]


@cache
def tree_of(path):
    return etree.parse(path).getroot()


def any_node(data, root):
    nodes = [each for each in root.iter() if isinstance(each.tag, str)]
    return nodes[data.draw(st.integers(0, len(nodes) - 1))]


def taken_out(data, root, node):
    node.getparent().remove(node)


def doubled(data, root, node):
    node.getparent().append(deepcopy(node))


def moved(data, root, node):
    target = any_node(data, root)
    if target is not node and node not in target.iterancestors():
        target.append(node)


def renamed(data, root, node):
    node.tag = any_node(data, root).tag


def attribute_of_another(data, root, node):
    other = any_node(data, root)
    for name in sorted(other.attrib)[:1]:
        node.set(name, other.get(name))


def attribute_changed(data, root, node):
    for name in sorted(node.attrib)[-1:]:
        node.set(name, data.draw(st.sampled_from(VALUES)))


def rewritten(data, root, node):
    node.text = data.draw(st.sampled_from(VALUES))


CHANGES = [taken_out, doubled, moved, renamed, attribute_of_another, attribute_changed, rewritten]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_drawing_of_the_tests_with_anything_changed(data):
    path = CORPUS[data.draw(st.integers(0, len(CORPUS) - 1))]
    root = deepcopy(tree_of(path))
    for change in data.draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4)):
        node = any_node(data, root)
        if node is not root:
            change(data, root, node)
    content = etree.tostring(root)
    assert all(read_and_lint(content))
    if etree.QName(root).namespace == BPMN:
        assert import_drawing("any.bpmn", content).content
