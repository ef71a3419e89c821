"""The shipped procedures: what is published agrees with what is drawn."""

from pathlib import Path

import pytest

from procflow.engine.bpmn.model import EventKind, Kind
from procflow.engine.decisions import load_model
from procflow.engine.expressions import compile_expression, to_json
from procflow.engine.procedure.folder import read_procedure

PROCESSES = Path(__file__).parents[2] / "processes"
PROCEDURES = ["dang-ky-ho-kinh-doanh", "cap-giay-phep-xay-dung"]
ENDS = {"3", "7", "8", "10"}


def folder_of(name):
    home = PROCESSES / name
    files = (path for path in sorted(home.rglob("*")) if path.is_file() and path.suffix != ".toml")
    found = {str(path.relative_to(home)): path.read_bytes() for path in files}
    facts = home / "procedure.toml"
    return read_procedure(found | ({facts.name: facts.read_bytes()} if facts.exists() else {}))


@pytest.fixture(params=PROCEDURES)
def folder(request):
    return folder_of(request.param)


@pytest.fixture
def process(folder):
    (only,) = folder.processes.values()
    return only


@pytest.mark.parametrize("name", [*PROCEDURES, "lib"])
def test_nothing_is_wrong_with_the_files(name):
    assert folder_of(name).findings == ()


def test_code_and_name_are_the_published_ones(folder, process):
    """Decree 224/2026 art. 15.1.b."""
    assert process.properties["procedure.code"] == folder.facts.code
    assert process.name == folder.facts.name


def test_every_lane_is_told_about(folder, process):
    assert {lane.label for lane in process.lanes} == set(folder.facts.lanes)


def test_every_channel_of_a_start_event_is_published(folder, process):
    starts = [e for e in process.inside(process.id) if e.kind is Kind.START_EVENT]
    drawn = {start.properties["channel"] for start in starts}
    assert drawn <= {manner.channel.value for manner in folder.facts.manners}


def test_every_end_of_the_dossier_has_a_lawful_status(process):
    """3 not received, 7 withdrawn, 8 stopped, 10 returned; a path beside the main one has none."""
    ends = [e for e in process.elements.values() if e.kind is Kind.END_EVENT]
    statuses = {end.properties["dossier.status"] for end in ends if end.properties}
    assert statuses == ENDS
    finished = [e for e in ends if e.event.kind is EventKind.TERMINATE]
    assert {end.properties["dossier.status"] for end in finished} == {"8", "10"}


def test_every_form_a_task_names_is_there(folder, process):
    named = {e.form_id for e in process.elements.values() if e.form_id}
    assert named == set(folder.forms)


def test_every_notice_is_used_and_every_used_one_is_there(folder, process):
    given = (m for e in process.elements.values() for m in e.inputs if m.target == "template")
    used = {mapping.source.removeprefix("=").strip('"') for mapping in given}
    assert set(folder.notices) <= used <= set(folder.notices) | set(folder_of("lib").notices)


def test_a_citizen_is_told_of_every_status(process):
    """Decree 224/2026 art. 15.1.g: whatever sets a status also sends a notice."""
    told = [e for e in process.elements.values() if is_status_call(e)]
    assert all({"status", "template", "to"} <= {m.target for m in e.inputs} for e in told)
    assert {"1", "2", "4", "9", "10"} <= {e.properties["dossier.status"] for e in told}


def is_status_call(element):
    return element.called is not None and element.called.process_id == "lib-cap-nhat-trang-thai"


def test_registration_needs_nobody_present():
    (process,) = folder_of("dang-ky-ho-kinh-doanh").processes.values()
    forbidden = {"presence", "onSite", "original"}
    assert not any(forbidden & set(e.properties) for e in process.elements.values())


def test_the_permit_says_why_it_is_partial():
    folder = folder_of("cap-giay-phep-xay-dung")
    (process,) = folder.processes.values()
    on_site = [e.label for e in process.elements.values() if e.properties.get("onSite") == "true"]
    assert on_site == ["Kiểm tra thực địa"]
    assert folder.facts.level.reason == "on-site"


def test_personal_fields_of_the_applications_have_a_class(folder):
    application = next(f for f in folder.forms.values() if "commitment" in f.variables)
    asked = {field.name for field in application.fields if field.path[0] == "applicant"}
    assert asked == set(application.personal)


def drawn_value(process, element, target, variables):
    """What an input, or the script, of an element makes of the variables."""
    found = process.elements[element]
    source = next((m.source for m in found.inputs if m.target == target), None)
    text = (source or found.script.expression).removeprefix("=")
    return to_json(compile_expression(text).evaluate(variables).value)


def decided_value(name, variables):
    """The fee that the procedure's decision table gives, by a rule that can be named."""
    found = load_model(PROCESSES / name / "le-phi.dmn").evaluate(f"le-phi-{name}", variables)
    assert len(found.rules) == 1
    return found.value


def published(items, variables):
    """The one item whose condition holds."""
    return next(item for item in items if not item.when or holds(item.when, variables))


def holds(condition, variables):
    return compile_expression(condition.removeprefix("=")).evaluate(variables).value is True


@pytest.mark.parametrize("channel", ["online", "post", "counter"])
def test_the_registration_fee_is_the_published_one(channel):
    folder = folder_of("dang-ky-ho-kinh-doanh")
    (fee,) = (fee for fee in folder.facts.fees if fee.channel == channel)
    assert decided_value("dang-ky-ho-kinh-doanh", {"channel": channel}) == fee.amount


@pytest.mark.parametrize("kind", ["nha-o-rieng-le", "theo-tuyen"])
def test_the_permit_fee_and_deadline_are_the_published_ones(kind):
    folder = folder_of("cap-giay-phep-xay-dung")
    (process,) = folder.processes.values()
    given = {"structureType": kind}
    fee = published(folder.facts.fees, given)
    assert decided_value("cap-giay-phep-xay-dung", given) == fee.amount
    deadline = folder.facts.deadline
    fitting = [case for case in deadline.cases if holds(case.when, given)] or [deadline]
    assert drawn_value(process, "cap-giay-tiep-nhan", "limit", given) == fitting[0].value


def test_agencies_that_may_be_asked_have_a_name_and_an_address():
    folder = folder_of("cap-giay-phep-xay-dung")
    (process,) = folder.processes.values()
    (asked,) = (f for f in folder.forms["tham-dinh"].fields if f.path == ("agencyCodes",))
    codes = [option.value for option in asked.options.fixed]
    output = next(m for m in process.elements["tham-dinh"].outputs if m.target == "agencies")
    expression = compile_expression(output.source.removeprefix("="))
    agencies = to_json(expression.evaluate({"agencyCodes": codes}).value)
    assert [agency["code"] for agency in agencies] == codes
    assert all(agency["name"] and agency["email"] for agency in agencies)
    assert {agency["name"] for agency in agencies} == set(folder.facts.agencies.cooperate)
