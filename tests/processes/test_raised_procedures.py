"""A raised procedure runs to the end with real handlers, and no code was touched for it."""

import shutil
from datetime import date, timedelta

import pytest

from procflow.cli import main
from procflow.commands.folders import read
from procflow.commands.lenders import Lenders
from procflow.engine.bpmn.model import Kind
from procflow.engine.procedure.facts import Reason
from procflow.engine.procedure.law.check import law_findings
from procflow.engine.procedure.level.measure import measure
from procflow.tests.permits import APPLICATION
from procflow.tests.played import played

from .office import HOUSE, Office, digests, touched_by

PROCESSES = HOUSE / "processes"
NAME = "cap-giay-phep-xay-dung"
DAY = "2026-08-01"
TO_THE_RESULT = [
    ("mot-cua", "kiem-tra", {"checkResult": "du"}),
    ("chuyen-vien", "tham-dinh", {"appraisalNote": "Phù hợp"}),
    (
        "chuyen-vien",
        "kiem-tra-thuc-dia",
        {
            "inspectedOn": "2026-03-03",
            "inspectionNote": "Đúng hiện trạng",
            "inspectionResult": "dat",
        },
    ),
    ("chuyen-vien", "du-thao", {"summary": "Đủ điều kiện", "proposal": "cap"}),
    ("lanh-dao", "ky", {"decision": "duyet"}),
    ("van-thu", "vao-so", {"resultNumber": "15/GPXD", "issuedOn": "2026-03-04"}),
]
COUNTER = [
    ("thu-phi", "thu-le-phi", {"receiptNumber": "BL-77"}),
    ("mot-cua", "tra-giay-phep", {"receivedBy": "Vũ Thị Loan", "returnedOn": "2026-03-05"}),
]


def file(office, **more):
    applicant = APPLICATION["applicant"]
    who = office.log_in(applicant["name"], applicant["personalId"])
    return office.file_as(who, NAME, {**APPLICATION, **more})


def copied(folder):
    """The procedure far from the repository and its shared processes."""
    shutil.copytree(PROCESSES / NAME, folder / "elsewhere" / NAME)
    return folder / "elsewhere" / NAME


@pytest.fixture
def outside(tmp_path):
    return copied(tmp_path)


def raise_at(folder, *options):
    code = main(["raise", str(folder), "--as-of", DAY, "--language", "en", *options])
    assert code == 0


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A copy of the house's procedures and features, with the procedure raised in its place."""
    root = tmp_path_factory.mktemp("house")
    for name in ("processes", "features"):
        shutil.copytree(HOUSE / name, root / name)
    return root


@pytest.fixture(scope="module")
def touched(house):
    """What raising the procedure changed in the house, code and all."""
    return touched_by(lambda: raise_at(house / "processes" / NAME, "--no-features"), house)


@pytest.fixture(scope="module")
def raised_once(house, touched):
    return house / "processes" / NAME


@pytest.fixture
def raised(raised_once, tmp_path):
    shutil.copytree(raised_once, tmp_path / NAME)
    return tmp_path / NAME


@pytest.fixture
def office(raised):
    office = Office()
    office.deploy(PROCESSES / "lib", raised)
    return office


def test_who_chooses_so_pays_online_and_gets_the_electronic_result(office):
    key = file(office, feePayment="online", resultDelivery="electronic")
    office.complete(key, TO_THE_RESULT)
    assert office.waits(key) == set()
    assert office.engine.instances.get(key).status == 6
    office.pay(key)
    assert office.is_done(key)
    assert office.results(key) == [("Giấy phép xây dựng", "electronic")]
    assert office.variable(key, "receiptNumber").startswith("BL-")
    assert office.variable(key, "receivedBy") == "Vũ Thị Loan"
    subjects = [each.subject for each in office.channel.sent()]
    assert any(
        subject.startswith("Mời nộp Lệ phí cấp giấy phép xây dựng nhà ở") for subject in subjects
    )


def test_who_pays_online_is_not_asked_to_come_to_the_counter(office):
    key = file(office, feePayment="online", resultDelivery="electronic")
    office.complete(key, TO_THE_RESULT)
    office.pay(key)
    told = [each.subject.replace(office.code(key), "…") for each in office.channel.sent()]
    assert told[-3:] == [
        "Mời nộp Lệ phí cấp giấy phép xây dựng nhà ở riêng lẻ của hồ sơ …: 75.000 đ",
        "Kết quả nộp tiền của hồ sơ …",
        "Đã trả kết quả hồ sơ …",
    ]
    paid = office.channel.sent()[-2].body
    assert "Kết quả đã có và được trả theo cách ông/bà đã chọn." in paid


def test_who_logged_in_is_proved_by_the_store_of_logins(office):
    key = file(office)
    identity = office.variable(key, "identity")
    assert (identity["maskedNumber"], identity["level"]) == ("*********777", 2)
    assert office.variable(key, "identityFault") is None
    assert office.waits(key) == {"kiem-tra"}


def test_another_login_is_told_to_the_officer_and_turns_nobody_away(office):
    key = office.file_as(office.log_in("Lê Văn Khác", "038180001234"), NAME, APPLICATION)
    told = "Số định danh đã khai không phải của người đã đăng nhập"
    assert office.variable(key, "identityFault") == told
    (task,) = office.engine.user_tasks.find(instance=key)
    assert task.element == "kiem-tra"
    refusal = {"checkResult": "tu-choi", "refusalReason": "Không có văn bản ủy quyền"}
    office.complete(key, [("mot-cua", "kiem-tra", refusal)])
    assert office.engine.instances.get(key).status == 3


def test_without_a_login_the_officer_is_told(office):
    key = office.file(NAME, APPLICATION)
    assert office.variable(key, "identityFault").startswith("Chưa đăng nhập")


def test_a_declined_payment_lets_the_citizen_choose_again(office):
    key = file(office, feePayment="online", resultDelivery="post")
    office.complete(key, TO_THE_RESULT)
    office.pay(key, declined=True)
    assert office.waits(key) == {"chon-lai-cach-nop"}
    office.complete(key, [("cong-dan", "chon-lai-cach-nop", {"feePayment": "online"})])
    office.engine.advance(timedelta(days=31))
    office.engine.run_until_idle()
    assert office.waits(key) == {"chon-lai-cach-nop"}
    office.complete(key, [("cong-dan", "chon-lai-cach-nop", {"feePayment": "counter"})])
    office.complete(key, COUNTER[:1])
    posting = {"postalNumber": "RN123456789VN", "postedOn": "2026-04-08"}
    office.complete(key, [("mot-cua", "gui-ket-qua-qua-buu-chinh", posting)])
    assert office.is_done(key)
    assert office.results(key) == [("Giấy phép xây dựng", "post")]


def test_who_says_nothing_is_served_at_the_counter_as_before(office):
    key = file(office)
    office.complete(key, [*TO_THE_RESULT, *COUNTER])
    assert office.is_done(key)
    assert office.results(key) == [("Giấy phép xây dựng", "counter")]


def test_dossiers_of_before_and_after_run_side_by_side(raised):
    office = Office()
    office.deploy(PROCESSES / "lib", PROCESSES / NAME)
    before = file(office)
    office.deploy(raised)
    after = file(office, feePayment="online", resultDelivery="electronic")
    office.complete(before, [*TO_THE_RESULT, *COUNTER])
    office.complete(after, TO_THE_RESULT)
    office.pay(after)
    assert office.is_done(before)
    assert office.is_done(after)
    assert office.results(before) == [("Giấy phép xây dựng", "counter")]
    assert office.results(after) == [("Giấy phép xây dựng", "electronic")]


def levels(folder):
    lenders = Lenders([folder], [])
    return measure(read(folder), date.fromisoformat(DAY), lenders.find)


def test_all_is_met_that_the_law_lets_be_raised(raised):
    level = levels(raised)
    assert {lack.criterion.name for lack in level.lacks} == {"on-site"}
    assert level.reasons == (Reason.ON_SITE,)
    declared = read(raised).facts.level
    assert (declared.declared, declared.reason) == ("partial", "on-site")
    assert declared.law


def test_the_law_finds_no_error_in_it(raised):
    findings = law_findings(read(raised), date.fromisoformat(DAY), Lenders([raised], []).find)
    assert [each for each in findings if each.severity in ("error", "warning")] == []


def mapped(element):
    return [(each.source, each.target) for each in (*element.inputs, *element.outputs)]


def test_what_was_there_stays_where_it_was(raised):
    old = read(PROCESSES / NAME).drawings[0]
    new = read(raised).drawings[0]
    for name, shape in old.diagram.shapes.items():
        assert new.diagram.shapes[name] == shape
    process = old.processes[NAME]
    for name, element in process.elements.items():
        after = new.processes[NAME].elements[name]
        assert (after.name, after.kind, after.form_id) == (
            element.name,
            element.kind,
            element.form_id,
        )
        assert mapped(after) == mapped(element)
    turned = [
        f.id for f in process.flows.values() if new.processes[NAME].flows[f.id].target != f.target
    ]
    for name, edge in old.diagram.edges.items():
        assert name in turned or new.diagram.edges[name] == edge
    assert len(turned) == 3


def test_new_shapes_lie_in_their_lanes_and_overlap_nothing(raised):
    drawing = read(raised).drawings[0]
    process, shapes = drawing.processes[NAME], drawing.diagram.shapes
    old = set(read(PROCESSES / NAME).drawings[0].processes[NAME].elements)
    new = [each for each in process.elements if each not in old]
    assert len(new) == 11
    for name in new:
        box, lane = shapes[name].bounds, shapes[process.lane_of(name).id].bounds
        kind = process.elements[name].kind
        assert lane.x < box.x and box.x + box.width < lane.x + lane.width
        assert lane.y < box.y and box.y + box.height < lane.y + lane.height
        for other in process.inside(NAME):
            if other.id != name and Kind.BOUNDARY_EVENT not in (other.kind, kind):
                there = shapes[other.id].bounds
                assert (
                    box.x + box.width < there.x
                    or there.x + there.width < box.x
                    or box.y + box.height < there.y
                    or there.y + there.height < box.y
                ), (name, other.id)


def test_inside_the_house_only_the_procedure_is_touched(house, touched):
    assert touched
    assert all(house / "processes" / NAME in file.parents for file in touched)
    assert {file.suffix for file in touched} <= {".bpmn", ".form", ".md", ".toml"}


def test_no_code_is_touched(outside, monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    touched = touched_by(lambda: raise_at(outside), tmp_path)
    assert touched and all(outside in file.parents for file in touched)
    assert {file.suffix for file in touched} <= {".bpmn", ".form", ".md", ".toml"}


def test_raising_again_changes_nothing(raised, capsys):
    before = digests(raised)
    raise_at(raised)
    assert "There is nothing to raise." in capsys.readouterr().out
    assert digests(raised) == before


def test_the_features_of_before_still_hold(raised, tmp_path):
    home = tmp_path / "run"
    shutil.copytree(raised, home / "processes" / NAME)
    shutil.copytree(PROCESSES / "lib", home / "processes" / "lib")
    for file in (HOUSE / "features").glob("cap_giay_phep*.feature"):
        shutil.copy(file, home)
    done = played(home)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
