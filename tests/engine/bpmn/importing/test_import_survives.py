"""Whatever the file, the import gives a drawing or says that it is none."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from procflow.engine.bpmn.importing import import_drawing
from procflow.engine.bpmn.importing.juel import (
    JuelError,
    translate_condition,
    translate_list,
    translate_value,
)
from procflow.engine.bpmn.reader import read_drawing
from procflow.engine.errors import BadDrawing
from procflow.engine.expressions import compile_expression

FILES = [
    file
    for folder in (Path(__file__).parent / "drawings", Path(__file__).parents[1])
    for file in sorted(folder.rglob("*.bpmn*"))
]
OWN = sorted((Path(__file__).parent / "drawings").iterdir())
CONTENTS = [file.read_bytes() for file in OWN]

ODD = [
    "",
    " ",
    "${",
    "${}",
    "${a}",
    "${'",
    "#{a.b()}",
    "=",
    "=1 +",
    "R3/PT1M",
    "R/",
    "²",
    "-1",
    "all",
    "external",
    "true",
    "versionTag",
    "../../x",
    "${a}, ${b.c()},",
    "\u0301",
    "a:b",
    "x" * 5000,
    "${" + "(" * 500,
    "${a" + ".b" * 500 + "}",
    "${a" + "+1" * 140 + "}",
    "${" + "-" * 29 + "1" * 40 + "}",
    "user(a), group(",
]
NAMES = ["in", "out", "field", "list", "map", "entry", "value", "script", "inputParameter"]
NAMES += ["inputOutput", "formField", "formData", "validation", "constraint", "connector"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_drawing_of_the_tests_is_imported_and_can_be_read(file):
    brought = import_drawing(file.name, file.read_bytes())
    read_drawing(file.name, brought.content)
    again = import_drawing(file.name, brought.content)
    assert again.content == brought.content


@pytest.mark.parametrize(
    "content", [b"", b"<a/>", b"<a", b"\x00\x01", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"]
)
def test_what_is_no_drawing_is_said_to_be_none(content):
    with pytest.raises(BadDrawing):
        import_drawing("old.bpmn", content)


@st.composite
def damaged(draw):
    """A drawing with attributes, texts and elements changed, moved, doubled and taken out."""
    root = etree.fromstring(draw(st.sampled_from(CONTENTS)))
    for _ in range(draw(st.integers(1, 6))):
        nodes = list(root.iter("{*}*"))
        node = draw(st.sampled_from(nodes))
        draw(st.sampled_from([damage_attribute, damage_text, rename, double, move, remove]))(
            draw, node, nodes
        )
    return etree.tostring(root)


def damage_attribute(draw, node, nodes):
    names = sorted({name for each in nodes for name in each.attrib})
    node.set(draw(st.sampled_from(names)), draw(st.sampled_from(ODD)))


def damage_text(draw, node, nodes):
    node.text = draw(st.sampled_from(ODD))


def rename(draw, node, nodes):
    name = draw(st.sampled_from([*NAMES, *(etree.QName(each).localname for each in nodes)]))
    space = draw(st.sampled_from([etree.QName(each).namespace for each in nodes]))
    node.tag = f"{{{space}}}{name}"


def double(draw, node, nodes):
    if node.getparent() is not None:
        node.addnext(etree.fromstring(etree.tostring(node, with_tail=False)))


def move(draw, node, nodes):
    target = draw(st.sampled_from(nodes))
    if node is not target and node not in target.iterancestors() and node.getparent() is not None:
        target.append(node)


def remove(draw, node, nodes):
    if node.getparent() is not None:
        node.getparent().remove(node)


@settings(max_examples=300, deadline=None)
@given(damaged())
def test_a_damaged_drawing_is_imported_or_refused(content):
    try:
        brought = import_drawing("old.bpmn", content)
    except BadDrawing:
        return
    read_drawing("new.bpmn", brought.content)
    for note in brought.notes:
        assert note.sentence("vi") and note.sentence("en")
    assert all("/" not in name and "." not in name for name in brought.forms)


ALPHABET = ["${", "#{", "}", "a", "b.c", "(", ")", "'x'", '"', "1", "0.5", " ", ",", "?", ":", "\\"]
ALPHABET += ["==", "!=", "<", ">=", "&&", "||", "!", "-", "+", "*", "/", "%", "[", "]", "."]
ALPHABET += ["empty ", "not ", " and ", " or ", " eq ", "null", "true", "now()", "đ", "$", "\n"]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(ALPHABET), max_size=30).map("".join) | st.text(max_size=20))
def test_any_text_is_translated_to_feel_or_refused(text):
    for translate in (translate_condition, translate_value, translate_list):
        try:
            found = translate(text)
        except JuelError:
            continue
        for each in found if isinstance(found, list) else [found]:
            assert compile_expression(each.feel).variables == each.names
