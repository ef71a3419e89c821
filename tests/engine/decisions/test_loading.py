"""Whatever is wrong with a decision file is told at once, each thing where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from procflow.engine.decisions import read_model
from procflow.engine.errors import ProcflowError, Refused
from procflow.tests.engine.decisions.tables import dmn

FAULTY = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="Lệ phí" namespace="m">
  <itemDefinition id="kenh" name="Kênh">
    <typeRef>string</typeRef>
    <allowedValues><text>"mạng", ((</text></allowedValues>
  </itemDefinition>
  <itemDefinition id="le" name="Lệ"><typeRef>Tiền</typeRef></itemDefinition>
  <decision id="mot" name="Một">
    <literalExpression>
      <text>
        1 +
      </text>
    </literalExpression>
  </decision>
  <decision id="hai" name="Hai">
    <decisionTable hitPolicy="ONE">
      <input><inputExpression><text>x +</text></inputExpression></input>
      <output name="o"/>
      <rule>
        <inputEntry><text>&lt; </text></inputEntry>
        <outputEntry><text>((</text></outputEntry>
      </rule>
      <rule>
        <inputEntry><text>1</text></inputEntry>
        <outputEntry><text>"a</text></outputEntry>
      </rule>
    </decisionTable>
  </decision>
</definitions>
"""

PLAIN = """<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="p" namespace="p">
  <itemDefinition name="Phí-Lẻ"><typeRef>feel:number</typeRef></itemDefinition>
  <itemDefinition name="Rỗng"><typeRef></typeRef></itemDefinition>
  <decision id="a" name="a"><variable name="a" typeRef="tns:Phí-Lẻ"/>
    <literalExpression><text>1 <!-- thử --> + <![CDATA[2]]></text></literalExpression></decision>
  <decision id="b" name="b"><variable name="b" typeRef="&lt;Undefined&gt;"/>
    <literalExpression><text>1 instance of Phí-Lẻ</text></literalExpression></decision>
  <decision id="c" name="c"><variable name="c" typeRef="xsd:string"/>
    <literalExpression><text>"c"</text></literalExpression></decision>
</definitions>"""

IMPORTING = """<definitions
  xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="n" namespace="n">
  <import name="m" namespace="m" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
  <decision id="N" name="N"><literalExpression><text>1</text></literalExpression></decision>
</definitions>"""


def faults(files, file="m.dmn"):
    with pytest.raises(Refused) as refused:
        read_model(file, files)
    return refused.value.findings


def test_every_fault_is_told_with_its_line_and_element():
    found = [
        (each.line, each.element, each.key.partition(".")[2])
        for each in faults({"m.dmn": FAULTY.encode()})
    ]
    assert found == [
        (3, "kenh", "syntax"),
        (7, "le", "unknown-type"),
        (11, "mot", "syntax"),
        (16, "hai", "hit-policy"),
        (17, "hai", "syntax"),
        (20, "hai", "syntax"),
        (21, "hai", "syntax"),
        (25, "hai", "syntax"),
    ]


def test_a_fault_is_told_in_vietnamese_with_the_text_and_the_reason():
    sentence = faults({"m.dmn": FAULTY.encode()})[2].sentence("vi")
    assert sentence.startswith("Một: không đọc được biểu thức FEEL “1 +”. Dòng 1, cột 4:")


@pytest.mark.parametrize(("decision", "value"), [("a", 3), ("b", True), ("c", "c")])
def test_comments_and_the_prefixes_of_types_mean_nothing(decision, value):
    assert read_model("p.dmn", {"p.dmn": PLAIN.encode()}).evaluate(decision, {}).value == value


def test_a_faulty_file_beside_does_not_hinder_the_others():
    files = {"m.dmn": dmn({"n": "number"}, {"o": ""}, [["-", "1"]]), "faulty.dmn": b"<definitions"}
    assert read_model("m.dmn", files).evaluate("D", {"n": 1}).value == 1


def test_an_import_of_a_faulty_file_is_refused_with_its_faults():
    found = faults({"n.dmn": IMPORTING.encode(), "m.dmn": FAULTY.encode()}, "n.dmn")
    assert {each.file for each in found} == {"m.dmn"} and len(found) == 8


def test_an_import_of_what_cannot_be_read_is_unknown():
    found = faults({"n.dmn": IMPORTING.encode(), "m.dmn": b"<definitions"}, "n.dmn")
    assert [each.key for each in found] == ["decisions.import-unknown"]


@given(text=some.text(alphabet=some.characters(exclude_categories=("C",)), max_size=12))
def test_any_text_in_a_cell_is_a_model_or_a_refusal(text):
    try:
        read_model("m.dmn", {"m.dmn": dmn({"n": "number"}, {"o": ""}, [[text, text]])})
    except ProcflowError as error:
        assert isinstance(error, Refused) and error.findings


@given(place=some.integers(0, len(FAULTY.encode()) - 1), byte=some.integers(0, 255))
def test_a_changed_byte_is_a_model_or_a_refusal(place, byte):
    content = bytearray(FAULTY.encode())
    content[place] = byte
    try:
        read_model("m.dmn", {"m.dmn": bytes(content)})
    except ProcflowError:
        return
