import json
from pathlib import Path

import pytest

from procflow.engine.procedure.folder import content_hash, kind_of, read_procedure

FACTS = (Path(__file__).parent / "data" / "ho-kinh-doanh" / "procedure.toml").read_bytes()
DRAWING = b"""<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
  <process id="p" isExecutable="true"><startEvent id="s"/></process>
</definitions>
"""
FORM = json.dumps(
    {"type": "default", "id": "don", "components": [{"type": "textfield", "key": "x"}]}, indent=1
).encode()
FILES = {
    "ho-kinh-doanh.bpmn": DRAWING,
    "procedure.toml": FACTS,
    "le-phi.dmn": b"<definitions/>",
    "forms/don.form": FORM,
    "notices/da-nhan.md": b"# S\n\nbody\n",
    "README.md": b"# For people\n",
}


def test_every_file_has_its_place():
    folder = read_procedure(FILES)
    assert folder.findings == ()
    assert [drawing.file for drawing in folder.drawings] == ["ho-kinh-doanh.bpmn"]
    assert list(folder.processes) == ["p"]
    assert folder.facts.code == "1.001612"
    assert list(folder.forms) == ["don"]
    assert list(folder.notices) == ["da-nhan"]
    assert folder.decisions == {"le-phi.dmn": b"<definitions/>"}
    assert set(folder.files) == set(FILES) - {"README.md"}


@pytest.mark.parametrize(
    "moved",
    [
        {f"processes/ho-kinh-doanh/{name}": content for name, content in FILES.items()},
        {f"/srv/x/{name}": content for name, content in FILES.items()},
        {name.replace("/", "\\"): content for name, content in FILES.items()},
        dict(reversed(FILES.items())),
        {name: content.replace(b"\n", b"\r\n") for name, content in FILES.items()},
        {name: b"\xef\xbb\xbf" + content for name, content in FILES.items()},
        {name: content for name, content in FILES.items() if name != "README.md"},
    ],
)
def test_the_same_content_has_the_same_hash(moved):
    assert read_procedure(moved).content_hash == read_procedure(FILES).content_hash


@pytest.mark.parametrize(
    "changed",
    [
        {**FILES, "notices/da-nhan.md": b"# S\n\nbody.\n"},
        {**FILES, "notices/them.md": b"# S\n\nbody\n"},
        {name.replace("da-nhan", "da-gui"): content for name, content in FILES.items()},
    ],
)
def test_other_content_has_another_hash(changed):
    assert read_procedure(changed).content_hash != read_procedure(FILES).content_hash


def test_where_a_name_ends_and_a_content_begins_counts():
    assert content_hash({"a": b"bc"}) != content_hash({"ab": b"c"})
    assert content_hash({"a": b"", "b": b""}) != content_hash({"a": b"b"})


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.bpmn", "drawing"),
        ("x/a.dmn", "decision"),
        ("forms/a.form", "form"),
        ("notices/a.md", "notice"),
        ("x/notices/a.md", "notice"),
        ("documents/a.typ", "document"),
        ("x/documents/anh/quoc-huy.svg", "document"),
        ("a.typ", ""),
        ("documents/a.pdf", ""),
        ("x/procedure.toml", "facts"),
        ("README.md", "beside"),
        ("readme.md", "beside"),
        ("demo.toml", "beside"),
        ("a.md", ""),
        ("procedures.toml", ""),
        ("a.bpmn.bak", ""),
        ("a.json", ""),
    ],
)
def test_what_a_file_is_for(name, kind):
    assert kind_of(name) == kind


def keys(files):
    return [(f.file, f.key) for f in read_procedure(files).findings]


def test_an_unknown_file_is_a_finding_and_no_part_of_the_version():
    files = {**FILES, "notes.txt": b"x"}
    assert keys(files) == [("notes.txt", "procedure.unknown-file")]
    assert read_procedure(files).content_hash == read_procedure(FILES).content_hash


def test_what_cannot_be_read_is_a_finding_and_the_rest_is_read():
    files = {**FILES, "broken.bpmn": b"<x", "procedure.toml": b"a =", "forms/b.form": b"{"}
    folder = read_procedure(files)
    assert {finding.file for finding in folder.findings} == {
        "broken.bpmn",
        "procedure.toml",
        "forms/b.form",
    }
    assert folder.facts is None
    assert list(folder.forms) == ["don"]
    assert list(folder.processes) == ["p"]


def test_findings_inside_files_are_gathered():
    files = {**FILES, "notices/da-nhan.md": b"no subject\n\n{{ 1 + }}\n"}
    assert {file for file, _ in keys(files)} == {"notices/da-nhan.md"}


def test_an_id_names_one_file():
    files = {**FILES, "forms/hai.form": FORM, "lib/notices/da-nhan.md": b"# S\n\nbody\n"}
    assert keys(files) == [
        ("forms/hai.form", "procedure.double-id"),
        ("notices/da-nhan.md", "procedure.double-id"),
    ]
    assert keys({**FILES, "x/procedure.toml": FACTS}) == [
        ("x/procedure.toml", "procedure.double-facts")
    ]


def test_documents_are_named_from_their_folder_on():
    sources = {"documents/giay-hen.typ": b"Xin", "x/documents/chung/khung.typ": b"#let a = 1"}
    folder = read_procedure({**FILES, **sources})
    assert folder.documents == {"giay-hen.typ": b"Xin", "chung/khung.typ": b"#let a = 1"}
    assert folder.content_hash != read_procedure(FILES).content_hash
    assert read_procedure(sources).documents == folder.documents


def test_a_document_is_named_once():
    doubled = {"documents/a.typ": b"1", "lib/documents/a.typ": b"2"}
    assert keys({**FILES, **doubled}) == [("lib/documents/a.typ", "procedure.double-id")]


def test_a_folder_may_be_drawings_alone():
    folder = read_procedure({"lib/a.bpmn": DRAWING})
    assert (folder.facts, folder.findings, list(folder.files)) == (None, (), ["a.bpmn"])


def test_no_files_are_an_empty_folder():
    assert read_procedure({}).files == {}
