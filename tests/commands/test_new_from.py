"""`procflow new CODE --from procedure.toml`."""

import pytest

FACTS = """code = "1.900020"
name = "Thủ tục cấp phép trồng cây"
field = "Cây xanh"
who = ["Công dân"]
sets = 1
steps = ["Nộp hồ sơ.", "Quyết định."]
fees = [{ name = "Phí", amount = 10000 }]

[agencies]
receives = "Bộ phận Một cửa"
decides = "Ủy ban nhân dân xã"

[[manners]]
channel = "online"

[[components]]
name = "Đơn"

[deadline]
value = 4
unit = "working-day"

[[results]]
name = "Giấy phép"

[[legal-basis]]
number = "61/2018/NĐ-CP"
name = "Nghị định"
from = 2018-06-21

[level]
declared = "full"
"""
SLUG = "cap-phep-trong-cay"


@pytest.fixture
def facts(tmp_path):
    (tmp_path / "facts.toml").write_text(FACTS)
    return tmp_path / "facts.toml"


def test_a_whole_procedure_is_written_with_what_it_calls(procflow, facts, tmp_path):
    ran = procflow("new", "1.900020", "--from", facts, "--json")
    assert ran.code == 0
    assert (ran.value["process"], ran.value["shape"], ran.value["level"]) == (SLUG, "simple", 4)
    home = tmp_path / "processes"
    assert {path.name for path in home.iterdir()} == {SLUG, "lib"}
    assert (tmp_path / "features" / f"{SLUG.replace('-', '_')}.feature").exists()
    assert (home / SLUG / "README.md").exists()
    linted = procflow("lint", "--json")
    assert [each for each in linted.value["findings"] if each["severity"] == "error"] == []


def test_what_is_open_is_asked_and_why_it_has_its_shape_is_told(procflow, facts):
    facts.write_text(FACTS.replace("amount = 10000", 'text = "Hội đồng nhân dân quyết định"'))
    out = procflow("new", "1.900020", "--from", facts).out
    assert "The shape “simple appraisal”: no other agency takes part" in out
    assert "Level reached: Full" in out
    assert "To fill in and to choose:" in out
    assert "The fee is no number (“Phí: Hội đồng nhân dân quyết định”)" in out


def test_the_shape_may_be_another(procflow, facts):
    ran = procflow("new", "1.900020", "--from", facts, "--shape", "notice", "--json")
    assert (ran.value["shape"], ran.value["why"]) == ("notice", "The shape was asked for.")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["1.900021", "--from", "facts.toml"], "expected the code of the facts, 1.900020"),
        (["1.900020", "Khác", "--from", "facts.toml"], "expected the name of the facts"),
        (["1.900020", "Khác", "--shape", "simple"], "Expected --from together with --shape"),
        (["1.900020"], "Expected a NAME"),
        (["1.900020", "--from", "nowhere.toml"], "no file"),
    ],
)
def test_what_does_not_fit_is_refused(procflow, facts, tmp_path, arguments, sentence):
    ran = procflow("new", *arguments)
    assert ran.code == 2
    assert sentence in ran.err
    assert not (tmp_path / "processes").exists()


def test_facts_without_a_name_take_the_one_given(procflow, facts):
    facts.write_text(FACTS.replace('"Thủ tục cấp phép trồng cây"', '"…"'))
    assert procflow("new", "1.900020", "--from", facts).code == 2
    assert procflow("new", "1.900020", "Trồng cây", "--from", facts).code == 0


def test_nothing_is_written_over_but_by_force(procflow, facts, tmp_path):
    assert procflow("new", "1.900020", "--from", facts).code == 0
    drawing = tmp_path / "processes" / SLUG / f"{SLUG}.bpmn"
    shared = tmp_path / "processes" / "lib" / "lib-rut-ho-so.bpmn"
    drawing.write_text("mine")
    shared.write_text("mine too")
    assert procflow("new", "1.900020", "--from", facts).code == 2
    assert drawing.read_text() == "mine"
    assert procflow("new", "1.900020", "--from", facts, "--force").code == 0
    assert drawing.read_text() != "mine"
    assert shared.read_text() == "mine too"


def test_facts_that_lack_something_are_told_so(procflow, facts):
    facts.write_text(FACTS.replace('field = "Cây xanh"\n', ""))
    ran = procflow("new", "1.900020", "--from", facts)
    assert ran.code == 0
    assert "field" in ran.out
