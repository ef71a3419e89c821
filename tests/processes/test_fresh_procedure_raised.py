"""A procedure on paper, composed from facts alone, is raised to level 4; no code is touched.

Once inside a copy of the house, once far away from it.
"""

import shutil
from datetime import date

import pytest

from procflow.cli import main
from procflow.commands.folders import read
from procflow.commands.lenders import Lenders
from procflow.engine.procedure.facts import ServiceLevel
from procflow.engine.procedure.level.measure import measure
from procflow.tests.played import played

from .office import HOUSE, Office, touched_by

NAME = "xac-nhan-tuoi-cay"
FACTS = """code = "1.900016"
name = "Xác nhận tuổi cây"
field = "Cây xanh"
who = ["Công dân"]
sets = 1
steps = ["Nộp hồ sơ tại Bộ phận Một cửa.", "Thẩm định, ký, trả kết quả."]

[agencies]
receives = "Bộ phận Một cửa"
decides = "Ủy ban nhân dân xã"

[[manners]]
channel = "counter"

[[components]]
name = "Ảnh chụp cây"
copies = 1

[deadline]
value = 3
unit = "working-day"

[[fees]]
name = "Phí xác nhận"
amount = 20000

[[results]]
name = "Giấy xác nhận tuổi cây"

[[forms]]
name = "Đơn đề nghị"

[[legal-basis]]
number = "61/2018/NĐ-CP"
name = "Nghị định về một cửa"
from = 2018-06-21

[level]
declared = "partial"
reason = "technical"
law = "Chưa có cách thức nộp trực tuyến"

[lanes]
"Người nộp hồ sơ" = { kind = "citizen", group = "cong-dan" }
"""
APPLICATION = {
    "unit": "H56.14.02",
    "applicant": {
        "name": "Lò Văn Pao",
        "personalId": "038180001111",
        "phone": "0901111111",
        "email": "pao@cong-dan.example",
        "address": "Bản Mới",
    },
    "request": "Cây đa đầu làng",
    "papers": {"part1": "ho-so/cay-da.jpg"},
}
DIGITISED = [("mot-cua", "so-hoa-ho-so", {"channel": "counter", **APPLICATION})]
CHECKED = [("mot-cua", "kiem-tra", {"checkResult": "du"})]
PAID = [("mot-cua", "thu-phi", {"receiptNumber": "BL-01"})]
DECIDED = [
    (
        "chuyen-vien",
        "tham-dinh",
        {"appraisalNote": "Cây cổ", "appraisalResult": "de-xuat", "proposal": "cap"},
    ),
    ("lanh-dao", "ky", {"decision": "duyet"}),
    ("van-thu", "vao-so", {"resultNumber": "9/XN", "issuedOn": "2026-03-04"}),
]
RETURNED = [("mot-cua", "tra-ket-qua", {"receivedBy": "Lò Văn Pao", "returnedOn": "2026-03-05"})]
RESULT = "Giấy xác nhận tuổi cây"


def run(*arguments):
    assert main([*arguments, "--language", "en"]) == 0


@pytest.fixture(scope="module", params=["inside", "outside"])
def home(request, tmp_path_factory):
    """Where the procedures lie: in a copy of the house's folders, or where nothing is yet."""
    root = tmp_path_factory.mktemp(request.param)
    (root / "thong-tin.toml").write_text(FACTS)
    if request.param == "inside":
        for name in ("processes", "features"):
            shutil.copytree(HOUSE / name, root / name)
    return root


@pytest.fixture(scope="module")
def touched(home):
    """Composes and raises; gives the level before, and what was new or changed."""
    written = touched_by(lambda: compose_and_raise(home), home)
    return level(composed(home)), written


def compose_and_raise(home):
    """Keeps what was composed."""
    folder = home / "processes" / NAME
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        run("new", "1.900016", "--from", "thong-tin.toml")
        shutil.copytree(folder, composed(home))
        run("raise", str(folder))


def composed(home):
    """The procedure as it was composed, not raised yet."""
    return home.parent / f"{home.name}-before" / NAME


def level(folder):
    return measure(read(folder), date(2026, 8, 1), Lenders([folder], []).find)


def test_it_rises_from_level_2_to_level_4(home, touched):
    before, _ = touched
    after = level(home / "processes" / NAME)
    assert (before.rung, after.rung, after.lacks) == (2, 4, ())
    declared = read(home / "processes" / NAME).facts.level
    assert (declared.declared, declared.reason) == (ServiceLevel.FULL, None)


def test_only_processes_and_features_were_touched(home, touched):
    _, files = touched
    assert {file.relative_to(home).parts[0] for file in files} == {"processes", "features"}
    own = {file.relative_to(home).parts[1] for file in files}
    assert own - {"lib"} == {NAME, f"{NAME.replace('-', '_')}.feature"}
    assert {file.suffix for file in files} <= {".bpmn", ".dmn", ".form", ".md", ".toml", ".feature"}


@pytest.fixture
def office(home, touched):
    office = Office()
    office.deploy(home / "processes" / "lib", home / "processes" / NAME)
    return office


def file_online(office, wishes):
    applicant = APPLICATION["applicant"]
    who = office.log_in(applicant["name"], applicant["personalId"])
    return office.file_as(who, NAME, {**APPLICATION, **wishes}, at="nop-truc-tuyen")


def test_online_from_filing_to_the_electronic_result(office):
    wishes = {"feePayment": "online", "resultDelivery": "electronic"}
    key = file_online(office, wishes)
    assert office.variable(key, "identity")["maskedNumber"] == "*********111"
    office.complete(key, CHECKED)
    assert office.engine.instances.get(key).status == 6
    office.pay(key)
    office.complete(key, DECIDED)
    assert office.is_done(key)
    assert office.results(key) == [(RESULT, "electronic")]
    dossier = office.dossiers.find(office.code(key))
    assert [each.file for each in dossier.application.documents] == ["ho-so/cay-da.jpg"]


def test_each_change_of_status_is_told_once(office):
    wishes = {"feePayment": "online", "resultDelivery": "electronic"}
    key = file_online(office, wishes)
    office.complete(key, CHECKED)
    office.pay(key)
    office.complete(key, DECIDED)
    told = [each.subject.replace(office.code(key), "…") for each in office.channel.sent()]
    assert told == [
        "Đã nhận hồ sơ …",
        "Mời nộp Phí xác nhận của hồ sơ …: 20.000 đ",
        "Kết quả nộp tiền của hồ sơ …",
        "Hồ sơ … đã được tiếp nhận",
        "Hồ sơ … đang được xử lý",
        "Hồ sơ … đã xử lý xong",
        "Đã trả kết quả hồ sơ …",
    ]


def test_by_post_after_a_declined_payment(office):
    wishes = {"feePayment": "online", "resultDelivery": "post"}
    key = file_online(office, wishes)
    office.complete(key, CHECKED)
    office.pay(key, declined=True)
    office.complete(key, [("cong-dan", "chon-lai-cach-nop", {"feePayment": "counter"})])
    office.complete(key, [*PAID, *DECIDED])
    posting = {"postalNumber": "RN123456789VN", "postedOn": "2026-04-08"}
    office.complete(key, [("mot-cua", "gui-ket-qua-qua-buu-chinh", posting)])
    assert office.is_done(key)
    assert office.results(key) == [(RESULT, "post")]


def file_at_the_counter(office):
    message = f"nop-tai-quay-{NAME}"
    published = office.engine.messages.publish(message, "NOP-1", {})
    office.engine.run_until_idle()
    (key,) = published.instances
    return key


def test_the_counter_goes_on_as_before(office):
    key = file_at_the_counter(office)
    office.complete(key, [*DIGITISED, *CHECKED, *PAID, *DECIDED, *RETURNED])
    assert office.is_done(key)
    assert office.results(key) == [(RESULT, "counter")]


def test_a_dossier_of_level_2_and_one_of_level_4_run_side_by_side(home, touched):
    office = Office()
    office.deploy(home / "processes" / "lib", composed(home))
    old = file_at_the_counter(office)
    office.complete(old, [*DIGITISED, *CHECKED])
    office.deploy(home / "processes" / NAME)
    wishes = {"feePayment": "online", "resultDelivery": "electronic"}
    new = file_online(office, wishes)
    office.complete(new, CHECKED)
    office.pay(new)
    office.complete(old, [*PAID, *DECIDED, *RETURNED])
    office.complete(new, DECIDED)
    assert office.is_done(old)
    assert office.is_done(new)
    assert office.results(old) == [(RESULT, "counter")]
    assert office.results(new) == [(RESULT, "electronic")]


def test_the_first_feature_holds_before_and_after(home, touched, tmp_path):
    """The scenarios that were written with the paper drawing play on the raised one."""
    (tmp_path / "processes").mkdir()
    shutil.copytree(home / "processes" / NAME, tmp_path / "processes" / NAME)
    (tmp_path / "processes" / "lib").symlink_to(home / "processes" / "lib")
    shutil.copy(home / "features" / f"{NAME.replace('-', '_')}.feature", tmp_path)
    done = played(tmp_path)
    assert done.returncode == 0, done.stdout[-3000:]
