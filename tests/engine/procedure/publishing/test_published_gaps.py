"""What should be published and is not: told as findings, and on the page."""

from datetime import date

from procflow.engine.procedure.folder import read_procedure
from procflow.engine.procedure.level.measure import measure
from procflow.engine.procedure.publishing.missing import missing
from procflow.engine.procedure.publishing.publication import publish
from procflow.engine.procedure.publishing.source import Source

DAY = date(2026, 9, 1)


def keys(*sources, day=DAY):
    return [finding.key for finding in missing(sources, day)]


def test_a_complete_procedure_has_no_gap(lawful):
    assert keys(lawful()) == []


def test_each_missing_part_is_found_and_said_on_the_page(lawful):
    steps = 'steps = ["Nộp hồ sơ.", "Thẩm định.", "Trả kết quả."]'
    source = lawful((steps, ""), ("sets = 1", ""))
    found = missing([source], DAY)
    assert [each.arguments.get("name") for each in found] == ["steps", "sets", None]
    assert found[-1].key == "publishing.missing.below-declared"
    assert {each.file for each in found} == {"thu-tuc/procedure.toml"}
    page = publish([source], DAY).files["thu-tuc/1.000001.html"].decode()
    assert page.count('class="missing"') == 2


def test_a_partial_service_without_reason_or_law(lawful):
    source = lawful(('declared = "full"', 'declared = "partial"'))
    assert keys(source) == ["procedure.level-without-reason", "procedure.level-without-law"]


def test_a_form_that_is_not_there(lawful):
    source = lawful(without=("don.form",))
    assert any(key.startswith("law.downloadable-forms") for key in keys(source))
    page = publish([source], DAY).files["thu-tuc/1.000001.html"].decode()
    assert "chưa có tệp để tải" in page


def test_a_legal_basis_that_has_ended(lawful):
    source = lawful(("from = 2026-01-01", "from = 2026-01-01\nuntil = 2026-08-31"))
    assert "publishing.missing.no-act-in-force" in keys(source)
    page = publish([source], DAY).files["thu-tuc/1.000001.html"].decode()
    assert "Đã hết hiệu lực, từ 01/01/2026 đến 31/08/2026" in page


def test_two_procedures_of_one_code_keep_a_page_each(lawful):
    sources = [lawful(place="a"), lawful(place="b")]
    assert keys(*sources) == ["publishing.missing.same-code"] * 2
    files = publish(sources, DAY).files
    assert {"thu-tuc/1.000001.html", "thu-tuc/1.000001-2.html"} <= set(files)


def test_a_procedure_without_a_drawing(lawful):
    source = lawful(without=("drawing.bpmn",))
    warned = [each for each in missing([source], DAY) if each.severity == "warning"]
    assert [each.key for each in warned] == ["publishing.missing.no-drawing"]
    assert "Chưa có sơ đồ" in publish([source], DAY).files["thu-tuc/1.000001.html"].decode()


def test_a_folder_without_facts_has_no_page_but_a_finding():
    folder = read_procedure({})
    made = publish([Source(place="x", folder=folder, level=measure(folder, DAY))], DAY)
    assert "level.no-facts" in [each.key for each in made.findings]
    assert not [name for name in made.files if name.startswith("thu-tuc/")]


def test_a_level_below_the_declared_one_is_published_as_measured(lawful):
    source = lawful(("[[components]]", "[[components]]\noriginal-shown = true"))
    assert keys(source) == ["publishing.missing.below-declared"]
    page = publish([source], DAY).files["thu-tuc/1.000001.html"].decode()
    assert "<strong>Một phần</strong>" in page
    assert "Luật buộc người nộp hồ sơ có mặt tại cơ quan" in page


def test_before_2022_the_level_is_one_of_four(lawful):
    then = date(2020, 1, 1)
    page = publish([lawful(day=then)], then).files["thu-tuc/1.000001.html"].decode()
    assert "<strong>Mức 4: thanh toán và trả kết quả trực tuyến</strong>" in page
