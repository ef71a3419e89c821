"""Each lack is raised by its own edit; what cannot be is said, with the reason."""

import tomllib
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

import pytest

from procflow.engine.bpmn.layout import laid_out
from procflow.engine.bpmn.layout.space import overlap
from procflow.engine.bpmn.linter import lint_drawing
from procflow.engine.bpmn.model import Bounds, Diagram, EventKind
from procflow.engine.bpmn.reader import read_drawing
from procflow.engine.bpmn.writer import Pencil
from procflow.engine.procedure.facts import ServiceLevel
from procflow.engine.procedure.raising.contents import DELIVERY_CHOICE, PAYMENT_CHOICE
from procflow.engine.procedure.raising.walk import reached

from .conftest import FACTS, PROCESS, STEPS, drawn, pictured


def process_of(raised):
    return raised.folder.processes[PROCESS]


def followers(raised, element):
    process = process_of(raised)
    return {process.elements[flow.target].label for flow in process.leaving(element)}


def told(raised):
    return {each.lack.finding.rule for each in raised.raised}


def left(raised):
    return {each.lack.finding.rule: each.left.key for each in raised.kept}


def errors(raised):
    found = [each for drawing in raised.folder.drawings for each in lint_drawing(drawing)]
    return [each for each in (*found, *raised.folder.findings) if each.severity == "error"]


def without(*names):
    return [step for step in STEPS if step[1] not in names]


def test_a_paper_procedure_becomes_a_full_one(raising):
    raised = raising()
    assert (raised.before.rung, raised.after.rung) == (1, 4)
    assert left(raised) == {}
    assert told(raised) == {
        "downloadable-forms",
        "online-start",
        "electronic-dossier",
        "identity-check",
        "online-payment",
        "result-delivery",
        "wet-signature",
        "status-notice",
    }
    assert errors(raised) == []


def test_raising_stops_at_the_rung_that_is_asked_for(raising):
    raised = raising(to=3)
    assert raised.after.rung == 3
    assert told(raised) == {
        "downloadable-forms",
        "online-start",
        "electronic-dossier",
        "identity-check",
    }


def test_the_old_scale_is_raised_by_its_own_law(raising):
    raised = raising(day=date(2019, 5, 1))
    assert raised.after.rung == 4
    assert "wet-signature" not in told(raised)


def test_an_online_start_stands_beside_the_counters(raising):
    raised = raising()
    process = process_of(raised)
    start = process.elements["nop-truc-tuyen"]
    assert start.properties == {"channel": "online"}
    assert start.form_id == "to-khai"
    assert process.lane_of("nop-truc-tuyen").label == "Người nộp hồ sơ"
    assert followers(raised, "nop-truc-tuyen") == {"Kiểm tra danh tính người nộp"}
    assert followers(raised, "kiem-tra-danh-tinh") == followers(raised, "bat-dau")
    facts = raised.folder.facts
    assert {manner.channel for manner in facts.manners} == {"counter", "online"}
    assert facts.lanes["Người nộp hồ sơ"].kind == "citizen"


def test_an_unsaid_channel_is_the_counters(raising):
    raised = raising(drawn(start={}))
    assert process_of(raised).elements["bat-dau"].properties == {"channel": "counter"}


def test_what_the_counter_asks_is_asked_online(raising):
    form = (
        b'{"type": "default", "id": "nhan", "components": [{"type": "textfield", "label": "T",'
        b' "key": "applicant.name", "properties": {"personal": "basic"}},'
        b' {"type": "textfield", "key": "channel", "label": "K"}]}'
    )
    steps = [("serviceTask", "mo", "Mở", "Một cửa", {})]
    drawing = drawn([STEPS[0], *steps, *STEPS[1:]]).replace(
        b"<zeebe:userTask />", b'<zeebe:userTask /><zeebe:formDefinition formId="nhan" />', 1
    )
    drawing = drawing.replace(
        b'<bpmn:serviceTask id="mo" name="M\xe1\xbb\x9f"><bpmn:extensionElements>',
        b'<bpmn:serviceTask id="mo" name="M\xe1\xbb\x9f"><bpmn:extensionElements>'
        b'<zeebe:taskDefinition type="dossier.open" />',
    )
    facts = FACTS.replace('\n[[forms]]\nname = "Tờ khai"\nform = "to-khai"\n', "")
    raised = raising(drawing, facts, **{"forms/nhan.form": form})
    process = process_of(raised)
    start = process.elements["nop-truc-tuyen"]
    keys = {field.name for field in raised.folder.forms[start.form_id].fields}
    assert "applicant.name" in keys and "channel" not in keys
    assert followers(raised, "kiem-tra-danh-tinh") == {"Mở"}


def test_who_files_online_is_held_against_the_login(raising):
    raised = raising()
    process = process_of(raised)
    check = process.elements["kiem-tra-danh-tinh"]
    assert check.job.type == "identity.verify"
    assert {each.target for each in check.inputs} == {"login", "level", "personalNumber"}
    assert process.lane_of(check.id).label == process.lane_of("nop-truc-tuyen").label
    (doubt,) = process.boundaries(check.id)
    assert (doubt.event.kind, doubt.event.value) == (EventKind.ERROR, None)
    assert followers(raised, doubt.id) == followers(raised, check.id)
    assert not process_of(raised).elements["bat-dau"].job


def test_the_officer_who_looks_first_is_told_of_a_doubt(raising):
    raised = raising()
    form = raised.folder.forms[process_of(raised).elements["tiep-nhan"].form_id]
    assert [(each.name, each.locked) for each in form.fields] == [("identityFault", True)]


def test_a_drawing_that_checks_identities_is_not_given_another_check(raising):
    first = raising()
    files = {**first.folder.files}
    again = raising(files["xac-nhan.bpmn"], files["procedure.toml"].decode())
    assert "identity-check" not in told(again)


def test_nobody_to_tell_of_a_doubt_is_said(raising):
    steps = [("serviceTask", *each[1:]) for each in STEPS]
    raised = raising(drawn(steps), FACTS)
    assert left(raised)["identity-check"] == "no-officer"
    assert raised.after.rung >= 3


def test_the_fee_is_paid_online_or_at_the_counter(raising):
    process = process_of(raising())
    (which,) = [e for e in process.elements.values() if e.label == "Nộp tiền cách nào?"]
    assert which.properties == {"choice": "citizen"}
    ways = {flow.name: flow for flow in process.leaving(which.id)}
    assert which.default == ways["Tại quầy"].id
    assert "thu-phi" in reached(process, ways["Tại quầy"].id) | reached(process, which.id)
    pay = process.elements[ways["Trực tuyến"].target]
    assert pay.called.process_id == "lib-thanh-toan-truc-tuyen"
    inputs = {each.target: each.source for each in pay.inputs}
    assert (inputs["fee"], inputs["amount"]) == ('="Phí xác nhận"', "=20000")


def test_the_citizen_is_asked_for_both_ways_when_filing(raising):
    raised = raising()
    fields = {field.path[0]: field for field in raised.folder.forms["to-khai"].fields}
    assert [each.value for each in fields[PAYMENT_CHOICE].options.fixed] == ["online", "counter"]
    assert {each.value for each in fields[DELIVERY_CHOICE].options.fixed} == {
        "electronic",
        "post",
        "counter",
    }


def test_a_fee_by_case_is_asked_by_case(raising):
    fees = (
        '[[fees]]\nname = "Phí nhỏ"\namount = 10000\nwhen = "=small"\n\n'
        '[[fees]]\nname = "Phí lớn"\namount = 30000\nwhen = "=not(small)"\n'
    )
    facts = FACTS.replace('[[fees]]\nname = "Phí xác nhận"\namount = 20000\n', fees)
    process = process_of(raising(facts=facts))
    pay = next(
        e for e in process.elements.values() if e.called and "thanh-toan" in e.called.process_id
    )
    inputs = {each.target: each.source for each in pay.inputs}
    assert inputs["amount"] == "=if small then 10000 else 30000"
    assert inputs["fee"] == '=if small then "Phí nhỏ" else "Phí lớn"'


def test_a_fee_nobody_collects_is_asked_for_online(raising):
    raised = raising(drawn(without("thu-phi")))
    process = process_of(raised)
    (pay,) = [e for e in process.elements.values() if e.properties.get("payment") == "online"]
    assert raised.after.rung == 4
    assert [process.elements[f.source].label for f in process.arriving(pay.id)].count("Ký") == 1


def test_a_result_nobody_hands_over_is_handed_over_electronically(raising):
    raised = raising(drawn(without("tra")))
    process = process_of(raised)
    (step,) = [e for e in process.elements.values() if e.properties.get("delivery")]
    assert (step.job.type, step.properties["delivery"]) == ("dossier.attach-result", "electronic")
    assert raised.after.rung == 4


def test_a_missing_status_is_that_of_the_step_before(raising):
    steps = [*STEPS[:1], ("userTask", "xem", "Xem lại", "Chuyên viên", {}), *STEPS[1:]]
    raised = raising(drawn(steps))
    assert process_of(raised).elements["xem"].properties["dossier.status"] == "2"


def test_a_supplement_passes_the_one_stop(raising):
    steps = [
        *STEPS[:1],
        (
            "serviceTask",
            "yeu-cau",
            "Yêu cầu bổ sung",
            "Chuyên viên",
            {"paper": "supplement", "dossier.status": "5"},
        ),
        ("userTask", "cho", "Chờ bổ sung", "Chuyên viên", {"dossier.status": "5"}),
        *STEPS[1:],
    ]
    drawing = drawn(steps).replace(
        b'<zeebe:properties><zeebe:property name="paper"',
        b'<zeebe:taskDefinition type="dossier.issue-paper" />'
        b'<zeebe:properties><zeebe:property name="paper"',
    )
    raised = raising(drawing)
    process = process_of(raised)
    labels = {e.label: process.lane_of(e.id).label for e in process.elements.values()}
    assert labels["Đã trả văn bản yêu cầu bổ sung"] == "Một cửa"
    assert labels["Nhận hồ sơ bổ sung"] == "Một cửa"
    assert "supplement-through-one-stop" in told(raised)
    assert "supplement-through-one-stop" not in left(raised)


def test_code_and_name_become_the_published_ones(raising):
    raised = raising(drawn(name="Tên khác").replace(b"1.001193", b"1.000001"))
    process = process_of(raised)
    assert (process.name, process.properties["procedure.code"]) == (
        "Xác nhận thông tin",
        "1.001193",
    )


@pytest.mark.parametrize(
    ("marks", "reason"),
    [({"presence": "required"}, "presence"), ({"onSite": "true"}, "on-site")],
)
def test_what_the_law_forbids_is_said_and_published(raising, marks, reason):
    steps = [(*STEPS[0][:4], {**STEPS[0][4], **marks}), *STEPS[1:]]
    raised = raising(drawn(steps))
    assert raised.after.rung == 3
    assert set(left(raised).values()) == {"law"}
    level = tomllib.loads(raised.files["procedure.toml"].decode())["level"]
    assert (level["declared"], level["reason"]) == ("partial", reason)
    assert level["law"] == "Điều 14 Nghị định 224/2026/NĐ-CP"


def test_a_full_service_is_declared_as_one(raising):
    facts = FACTS.replace(
        'declared = "full"', 'declared = "partial"\nreason = "technical"\nlaw = "Điều 14"'
    )
    raised = raising(facts=facts)
    level = tomllib.loads(raised.files["procedure.toml"].decode())["level"]
    assert level == {"declared": "full"}


def test_comments_and_order_of_the_facts_stay(raising):
    after = iter(raising().files["procedure.toml"].decode().splitlines())
    assert all(line in after for line in FACTS.splitlines())


def test_an_unknown_amount_is_not_made_up(raising):
    facts = FACTS.replace("amount = 20000", 'text = "Theo nghị quyết"')
    raised = raising(facts=facts)
    assert left(raised)["online-payment"] == "amount"


def test_without_the_shared_processes_it_says_what_is_needed(raising):
    raised = raising(find=None)
    assert left(raised)["online-payment"] == "library"
    (kept,) = [each for each in raised.kept if each.lack.finding.rule == "online-payment"]
    assert "lib-thanh-toan-truc-tuyen" in kept.left.sentence("en")


def test_a_step_with_several_ways_out_is_left_to_people(raising):
    drawing = drawn().replace(
        b"</bpmn:process>",
        b'<bpmn:sequenceFlow id="more" sourceRef="tra" targetRef="xong" /></bpmn:process>',
    )
    assert left(raising(drawing))["result-delivery"] == "shape"


def test_nothing_is_done_to_what_lacks_nothing(raising):
    once = raising()
    files = {
        name: content
        for name, content in once.folder.files.items()
        if name not in ("procedure.toml",)
    }
    again = raising(
        files.pop("xac-nhan.bpmn"), once.folder.files["procedure.toml"].decode(), **files
    )
    assert again.files == {}
    assert again.raised == ()


def test_what_was_drawn_keeps_its_place(raising):
    content = pictured(drawn())
    before, after = read_drawing("x", content).diagram, raising(content).folder.drawings[0].diagram
    for name, shape in before.shapes.items():
        box, now = shape.bounds, after.shapes[name].bounds
        if name == "pool" or name.startswith("lane"):
            assert (now.x, now.y) == (box.x, box.y)
            assert now.width >= box.width and now.height >= box.height
        else:
            assert now == box


def test_what_is_new_overlaps_nothing_and_lies_in_its_lane(raising):
    raised = raising(pictured(drawn()))
    process, shapes = process_of(raised), raised.folder.drawings[0].diagram.shapes
    placed = [each for each in process.inside(PROCESS) if not each.attached_to]
    for one, other in combinations(placed, 2):
        assert not overlap(shapes[one.id].bounds, shapes[other.id].bounds, 0), (one.id, other.id)
    for each in placed:
        lane, box = shapes[process.lane_of(each.id).id].bounds, shapes[each.id].bounds
        assert lane.y <= box.y and box.y + box.height <= lane.y + lane.height, each.id


def test_every_line_has_right_angles(raising):
    raised = raising(pictured(drawn()))
    edges = raised.folder.drawings[0].diagram.edges
    for name in process_of(raised).flows:
        points = edges[name].waypoints
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points)), name


def test_a_low_lane_is_no_hindrance(raising):
    content = pictured(drawn())
    pencil = Pencil("x", content)
    box = pencil.drawing.diagram.shapes["lane-1"].bounds
    pencil.resize("lane-1", Bounds(box.x, box.y, box.width, 60))
    assert raising(pencil.content).after.rung == 4


def test_a_drawing_without_a_picture_is_laid_out_as_a_whole(raising):
    drawing = raising().folder.drawings[0]
    assert laid_out(drawing) is drawing
    anew = laid_out(replace(drawing, diagram=Diagram())).diagram
    assert corners(drawing.diagram) == corners(anew)


def corners(diagram):
    return {name: (round(s.bounds.x), round(s.bounds.y)) for name, s in diagram.shapes.items()}


def test_a_pool_that_stands_below_is_not_covered(raising):
    other = '<bpmn:participant id="other" name="Cơ quan khác" /></bpmn:collaboration>'
    content = pictured(drawn().replace(b"</bpmn:collaboration>", other.encode()))
    raised = raising(content)
    process, shapes = process_of(raised), raised.folder.drawings[0].diagram.shapes
    assert process.lane_of("nop-truc-tuyen").label == "Một cửa"
    assert not overlap(shapes["pool"].bounds, shapes["other"].bounds, 0)


def test_words_that_bind_keep_the_facts_from_declaring_it_full(raising):
    words = "Người nộp phải có mặt; xuất trình bản chính giấy khai sinh."
    partial = FACTS.replace('declared = "full"', 'declared = "partial"')
    raised = raising(facts=partial.replace("Nộp, thẩm định, ký, trả.", words))
    assert raised.after.service is ServiceLevel.FULL
    assert [each.key for each in raised.doubts] == ["presence", "original"]
    assert raised.folder.facts.level.declared is ServiceLevel.PARTIAL
    assert raising(facts=partial).folder.facts.level.declared is ServiceLevel.FULL
