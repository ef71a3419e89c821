"""What is decided from facts: shape, level, deadline, fee, and what is asked of the analyst."""

import tomllib
from itertools import combinations, pairwise

import pytest

from procflow.engine.bpmn.model import Kind
from procflow.engine.procedure.composing.shape import Shape
from procflow.engine.procedure.facts import Reason, ServiceLevel
from procflow.engine.procedure.law.check import law_findings
from procflow.engine.procedure.raising.raising import raise_level

from .conftest import BY_SHAPE, DAY, PAPER, facts_of

EVERY = {**BY_SHAPE, "paper": PAPER}
LEVELS = {"immediate": 4, "simple": 3, "opinions": 3, "parallel": 4, "notice": 4, "paper": 2}


@pytest.mark.parametrize("name", BY_SHAPE)
def test_the_facts_speak_for_a_shape(composed, name):
    assert composed(BY_SHAPE[name]).chosen.shape == name


@pytest.mark.parametrize(
    ("changes", "shape"),
    [
        ({"deadline": 'value = 8\nunit = "working-hour"'}, "immediate"),
        ({"deadline": 'unit = "other"\ntext = "?"', "steps": '"Trả ngay."'}, "immediate"),
        ({"deadline": 'value = 1\nunit = "working-day"', "steps": '"Tiếp nhận."'}, "simple"),
        ({"steps": '"Sau 15 giờ thì hẹn."'}, "simple"),
        ({"agencies": '"Công an xã"'}, "opinions"),
        ({"agencies": '"A", "B"', "steps": '"Giải quyết song song."'}, "parallel"),
        ({"agencies": '"A"', "steps": '"Giải quyết song song."'}, "opinions"),
        ({"results": ""}, "notice"),
    ],
)
def test_deadline_agencies_results_and_words_decide(composed, changes, shape):
    assert composed(facts_of(**changes)).chosen.shape == shape


def test_the_shape_may_be_wanted(composed):
    made = composed(facts_of(), shape=Shape.PARALLEL)
    assert made.chosen.shape is Shape.PARALLEL
    assert "agencies" in {each.key for each in made.questions}


@pytest.mark.parametrize("name", EVERY)
def test_it_is_at_the_level_the_facts_allow(composed, name):
    made = composed(EVERY[name])
    assert made.level.rung == LEVELS[name]
    declared = made.folder.facts.level.declared
    assert declared is (ServiceLevel.FULL if LEVELS[name] == 4 else ServiceLevel.PARTIAL)


@pytest.mark.parametrize("name", EVERY)
def test_the_law_finds_nothing_but_what_the_facts_bind(composed, find, name):
    made = composed(EVERY[name])
    found = law_findings(made.folder, DAY, find)
    assert [each for each in found if each.severity in ("error", "warning")] == []
    assert made.folder.findings == ()
    assert made.folder.facts.findings == ()


@pytest.mark.parametrize("name", BY_SHAPE)
def test_there_is_nothing_left_to_raise(composed, find, name):
    raising = raise_level(composed(BY_SHAPE[name]).folder, DAY, find)
    assert [each.done.key for each in raising.raised] == []
    assert all(each.left.key == "law" for each in raising.kept)


def test_what_the_facts_bind_is_drawn_and_declared_with_its_reason(composed):
    simple, opinions = composed(BY_SHAPE["simple"]), composed(BY_SHAPE["opinions"])
    assert {"original"} == {lack.criterion.name for lack in simple.level.lacks}
    assert simple.folder.facts.level.reason is Reason.PRESENCE
    assert marked(simple, "original") == ["Đối chiếu bản chính"]
    assert {"on-site"} == {lack.criterion.name for lack in opinions.level.lacks}
    assert marked(opinions, "onSite") == ["Kiểm tra thực địa"]


def marked(made, mark):
    (process,) = made.folder.processes.values()
    return [each.label for each in process.elements.values() if mark in each.properties]


def test_words_that_bind_go_before_what_is_declared(composed):
    made = composed(facts_of(steps='"Hai bên phải có mặt để ký."'))
    level = made.folder.facts.level
    assert (level.declared, level.reason) == (ServiceLevel.PARTIAL, Reason.PRESENCE)
    assert "phải có mặt" in level.law
    assert marked(made, "presence") == ["Người nộp có mặt, ký xác nhận"]
    assert {"presence", "declared"} <= {each.key for each in made.questions}


def asked(made):
    return {each.key for each in made.questions}


def test_nothing_is_guessed_in_silence(composed):
    made = composed(
        facts_of(
            deadline='unit = "other"\ntext = "1 OTHER"',
            fees='[[fees]]\nname = "Phí"\ntext = "Theo nghị quyết"',
            results='\n[[results]]\nname = "A"\n\n[[results]]\nname = "B"\n',
        )
    )
    assert {"deadline", "shares", "amount", "results", "form"} <= asked(made)
    form = made.folder.forms["kiem-tra-ho-so"]
    assert {"dueOn", "amount"} <= set(form.variables)
    assert not any("duration" in each for each in shares(made))
    readme = made.files["README.md"].decode()
    assert readme.count("- [ ]") == len(made.questions)


def shares(made):
    (process,) = made.folder.processes.values()
    return [process.elements[name].properties for name in ("tham-dinh", "ky", "vao-so")]


def test_each_step_has_its_share_of_the_deadline(composed):
    assert [each["duration"] for each in shares(composed(facts_of()))] == ["P3D", "P1D", "PT4H"]


@pytest.mark.parametrize(
    ("deadline", "due"),
    [
        ('value = 5\nunit = "working-day"', "add working time(now(), working days(5))"),
        ('value = 6\nunit = "working-hour"', "add working time(now(), working hours(6))"),
        ('value = 2\nunit = "hour"', 'now() + duration("PT2H")'),
        ('value = 2\nunit = "month"', 'duration("P2M")'),
        ('value = 9\nunit = "day"', 'duration("P9D")'),
    ],
)
def test_the_due_date_is_counted_in_the_published_unit(composed, deadline, due):
    made = composed(facts_of(deadline=deadline))
    (process,) = made.folder.processes.values()
    inputs = {each.target: each.source for each in process.elements["cap-giay-tiep-nhan"].inputs}
    assert due in inputs["due"]


def test_a_case_has_its_own_deadline(composed):
    case = '\n\n[[deadline.cases]]\nname = "Gấp"\nwhen = "=urgent"\nvalue = 1\nunit = "working-day"'
    made = composed(facts_of(deadline='value = 5\nunit = "working-day"' + case))
    (process,) = made.folder.processes.values()
    inputs = {each.target: each.source for each in process.elements["cap-giay-tiep-nhan"].inputs}
    assert inputs["due"].startswith("=if urgent then add working time(now(), working days(1)) else")


def test_the_fee_is_a_table_a_formula_or_asked(composed):
    assert b"5000" in composed(BY_SHAPE["immediate"]).files["phi.dmn"]
    simple = composed(BY_SHAPE["simple"])
    (process,) = simple.folder.processes.values()
    script = process.elements["tinh-phi"].script.expression
    assert script == "=if height > 10 then 90000 else 20000"
    assert (
        "tinh-phi"
        not in next(iter(composed(BY_SHAPE["opinions"]).folder.processes.values())).elements
    )


def test_facts_keep_their_words_and_get_what_the_drawing_needs(composed):
    text = composed(BY_SHAPE["opinions"]).files["procedure.toml"].decode()
    assert text.startswith("# Lời chú của người soạn.\n")
    table = tomllib.loads(text)
    assert table["forms"] == [{"name": "Đơn đề nghị trồng cây", "form": "trong-cay-don"}]
    assert table["lanes"]["Người dân"] == {"kind": "citizen", "group": "cong-dan"}
    assert table["lanes"]["Cơ quan được hỏi ý kiến"]["kind"] == "agency"
    assert next(iter(composed(PAPER).folder.facts.lanes)) == "Người dân"


def test_a_code_or_name_that_is_missing_is_the_given_one(composed):
    made = composed(facts_of(code="…", name="…"), code="1.900099", name="Cấp phép")
    assert (made.folder.facts.code, made.folder.facts.name) == ("1.900099", "Cấp phép")
    (process,) = made.folder.processes.values()
    assert (process.name, process.properties["procedure.code"]) == ("Cấp phép", "1.900099")


@pytest.mark.parametrize("name", EVERY)
def test_the_drawing_can_be_read(composed, name):
    (drawing,) = composed(EVERY[name]).folder.drawings
    shapes, edges = drawing.diagram.shapes, drawing.diagram.edges
    (process,) = drawing.processes.values()
    placed = [each for each in process.inside(process.id) if each.kind is not Kind.BOUNDARY_EVENT]
    for one, other in combinations(placed, 2):
        assert apart(shapes[one.id].bounds, shapes[other.id].bounds), (one.id, other.id)
    for flow in process.flows.values():
        points = edges[flow.id].waypoints
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points)), flow.id
        for each in placed:
            if each.id not in (flow.source, flow.target) and flow.scope == process.id:
                assert not runs_through(points, shapes[each.id].bounds, process, flow, each)
    crossings = [pair for pair in combinations(process.flows.values(), 2) if crosses(edges, *pair)]
    assert len(crossings) <= 3, [(one.id, other.id) for one, other in crossings]


def apart(one, other):
    return (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


def runs_through(points, box, process, flow, element):
    if process.elements[flow.source].attached_to == element.id:
        return False
    return any(
        min(a[0], b[0]) < box.x + box.width
        and max(a[0], b[0]) > box.x
        and min(a[1], b[1]) < box.y + box.height
        and max(a[1], b[1]) > box.y
        for a, b in pairwise(points)
    )


def crosses(edges, one, other):
    """Whether a flat part of one line crosses an upright part of the other."""
    lines = edges[one.id].waypoints, edges[other.id].waypoints
    return any(
        a[1] == b[1]
        and c[0] == d[0]
        and min(a[0], b[0]) < c[0] < max(a[0], b[0])
        and min(c[1], d[1]) < a[1] < max(c[1], d[1])
        for first, second in (lines, lines[::-1])
        for a, b in pairwise(first)
        for c, d in pairwise(second)
    )
