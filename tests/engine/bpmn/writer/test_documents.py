"""An edit changes what it is about, and not a byte elsewhere."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from procflow.engine.bpmn.writer.document import Document
from procflow.engine.bpmn.writer.pieces import Piece
from procflow.engine.bpmn.writer.source import read_source
from procflow.engine.errors import BadInput

HOUSE = Path(__file__).parents[4]
DRAWINGS = sorted((HOUSE / "processes").rglob("*.bpmn"))
SMALL = b"""<?xml version='1.0'?>
<!-- kept --><a xmlns="urn:a"   xmlns:b='urn:b' >
  <b:c  id = 'x'\tname="1 &gt; 0"/>
  <d id="y"></d>
  <e id="z"><f/><![CDATA[<g>]]></e>
</a>
"""


@pytest.mark.parametrize("file", DRAWINGS, ids=[file.stem for file in DRAWINGS])
def test_marks_are_where_lxml_finds_the_elements(file):
    content = file.read_bytes()
    marks = list(read_source(content).root.all())
    nodes = list(etree.fromstring(content).iter("{*}*"))
    assert [mark.name for mark in marks] == [node.tag for node in nodes]
    for mark in marks:
        assert content[mark.start : mark.start + 1] == b"<"
        assert content[mark.end - 1 : mark.end] == b">"


def test_a_child_is_written_in_the_manner_of_the_file():
    document = Document(SMALL)
    edited = document.appended(document.root, Piece("{urn:b}h", {"id": "new"}))
    assert edited.content == SMALL.replace(b"]]></e>\n", b']]></e>\n  <b:h id="new" />\n')


def test_an_empty_element_is_opened():
    document = Document(SMALL)
    edited = document.appended(document.by_id["x"], Piece("{urn:a}h", text="1 < 2"))
    assert b"""<b:c  id = 'x'\tname="1 &gt; 0">\n    <h>1 &lt; 2</h>\n  </b:c>""" in edited.content
    edited = document.appended(document.by_id["y"], Piece("{urn:a}h"))
    assert b'<d id="y">\n    <h />\n  </d>' in edited.content


def test_an_attribute_is_set_in_its_place():
    document = Document(SMALL)
    edited = document.with_attribute(document.by_id["x"], "name", 'a "b" & c')
    assert edited.content == SMALL.replace(b'\tname="1 &gt; 0"', b""" name='a "b" &amp; c'""")
    edited = document.with_attribute(document.by_id["y"], "name", "n")
    assert edited.content == SMALL.replace(b'<d id="y">', b'<d id="y" name="n">')
    edited = document.without_attribute(document.by_id["x"], "name")
    assert edited.content == SMALL.replace(b'\tname="1 &gt; 0"', b"")


def test_a_removed_element_leaves_no_empty_line():
    document = Document(SMALL)
    assert document.removed(document.by_id["y"]).content == SMALL.replace(
        b'\n  <d id="y"></d>', b""
    )


def test_a_missing_namespace_is_declared():
    document = Document(SMALL)
    edited = document.appended(document.by_id["y"], Piece("{urn:new}h"))
    assert b"xmlns:ns='urn:new'" in edited.content or b'xmlns:ns="urn:new"' in edited.content
    assert b"<ns:h />" in edited.content
    etree.fromstring(edited.content)


def test_carriage_returns_stay_and_are_written():
    document = Document(SMALL.replace(b"\n", b"\r\n"))
    edited = document.appended(document.root, Piece("{urn:b}h", children=(Piece("{urn:b}i"),)))
    assert edited.content.count(b"\n") == edited.content.count(b"\r\n")
    assert edited.content.replace(b"\r\n", b"\n").count(b"\n") == SMALL.count(b"\n") + 3


def test_a_file_without_lines_stays_one():
    document = Document(b"<a><b/></a>")
    assert document.appended(document.root, Piece("c")).content == b"<a><b/><c /></a>"


def test_another_encoding_is_refused():
    with pytest.raises(BadInput, match="Expected a drawing in UTF-8, but it is in iso-8859-1"):
        read_source(b'<?xml version="1.0" encoding="iso-8859-1"?><a/>')


TEXTS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"
    ),
    max_size=30,
)


@given(TEXTS, TEXTS)
def test_any_text_is_read_as_it_was_written(value, text):
    document = Document(SMALL)
    piece = Piece("{urn:b}h", {"v": value}, text=text)
    edited = document.appended(document.root, piece)
    node = etree.fromstring(edited.content)[-1]
    assert node.get("v") == value
    assert (node.text or "") == text


@pytest.mark.parametrize("file", DRAWINGS, ids=[file.stem for file in DRAWINGS])
def test_what_is_added_can_be_removed_again(file):
    document = Document(file.read_bytes())
    for mark in list(document.root.all())[::17]:
        if mark.children:
            added = document.appended(mark, Piece("{urn:x}y"))
            assert len(added.content) > len(document.content)
            new = added.find("{urn:x}y")
            back = added.removed(new)
            back = back.without_attribute(back.root, "xmlns:ns")
            assert back.content == document.content
