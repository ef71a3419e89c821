"""Hệ thống bên ngoài: trục trặc thế nào, và cuối cùng biết những gì."""

import json
import logging
import shutil
import subprocess

import pytest
from pytest_bdd import given, parsers, then, when

from procflow.engine.errors import ForgedMessage
from procflow.tests.kept import all_kept
from procflow.tests.speakers.outside import all_speaking

from .connected import Connected
from .office import PROCESSES
from .redrawing import redrawn

MISBEHAVIOURS = {
    "im lặng sau khi đã làm": "timeout-after-effect",
    "im lặng": "timeout",
    "đứt đường": "drop",
    "đứt đường sau khi đã làm": "drop-after-effect",
    "trả lời rác": "garbage",
    "trả lời nửa chừng": "half",
    "làm hai lần": "duplicate",
    "quá tải": "status-429",
    "bảo trì": "status-503",
    "lỗi máy chủ": "status-500",
    "chữ ký sai": "wrong-signature",
    "sai giờ": "skew",
}
TOLD = {
    ("thư điện tử", "bận"): ("RCPT", ["451 4.3.0 Thử lại sau"]),
    ("thư điện tử", "nhận rồi đứt đường"): ("TAKEN", ["hang up"]),
    ("Zalo", "mã truy cập hết hạn"): ("tokens expire", None),
    ("Cổng DVCQG", "phiên hết hạn"): ("end sessions", None),
    ("LGSP", "mã truy cập hết hạn"): ("end tokens", None),
    ("dân cư", "mã truy cập hết hạn"): ("forget-tokens", None),
}
"""What a system is told to do, where it is not a misbehaviour of HTTP."""

GATEWAYS = {"VNPAY": "vnpay", "nền tảng thanh toán": "national"}
NOTICE = "Gửi thông báo cho người nộp"
LETTER = "Gửi văn bản lấy ý kiến"


@pytest.fixture(scope="session")
def redrawn_procedures(tmp_path_factory):
    """Both procedures, drawn on once for all scenarios."""
    to = tmp_path_factory.mktemp("redrawn")
    return (
        PROCESSES / "lib",
        redrawn(PROCESSES / "dang-ky-ho-kinh-doanh", to),
        redrawn(PROCESSES / "cap-giay-phep-xay-dung", to, raised=True),
    )


@pytest.fixture
def connected(database, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    folder = tmp_path / "nha"
    folder.mkdir()
    with all_speaking() as outside:
        office = Connected(outside, folder, database)
        yield office
        office.close()


@given("mọi hệ thống bên ngoài đang chạy, khai trong procflow.toml", target_fixture="office")
def all_run(connected):
    return connected


@given("hai thủ tục đã được vẽ thêm các bước nối với chúng và được nâng mức")
def drawn(office, redrawn_procedures):
    office.deploy_all(*redrawn_procedures)


@given("các hệ thống trục trặc:")
def misbehave(office, datatable):
    for system, path, what, times in datatable[1:]:
        order(office.outside[system], system, path, what, int(times))


@when(parsers.parse('{system} gặp "{what}"'))
def misbehaves(office, system, what):
    order(office.outside[system], system, "", what, 1)


def order(spoken, system, path, what, times):
    if (system, what) in TOLD:
        for _ in range(times):
            spoken.tell(*TOLD[system, what])
    else:
        spoken.misbehave(MISBEHAVIOURS[what], path=path, times=times)


@given(parsers.parse('số điện thoại "{phone}" không có tài khoản Zalo'))
def no_account(office, phone):
    office.outside["Zalo"].tell("nobody has an account at", f"84{phone[1:]}")


@when(parsers.parse('"{name}" (số định danh {number}, sinh {born}) ngồi vào máy'))
def has_an_account(office, name, number, born):
    account = {"TechID": f"T-{number}", "HoVaTen": name, "SoDinhDanh": number}
    office.outside["đăng nhập"].tell("userinfo", account | {"NgayThangNamSinh": born})


@when("công dân đăng nhập thì câu trả lời giả bị từ chối")
def forged_login(office):
    with pytest.raises(ForgedMessage):
        office.log_in()


@when("công dân đăng nhập lại")
def log_in(office):
    office.log_in()


@when(parsers.parse('xem hồ sơ của "{who}"'))
def look_at(office, who):
    office.look_at(who)


@when(parsers.parse("công dân nộp ở {system}: thông báo giả đến trước, thông báo thật đến hai lần"))
def pays(office, system):
    gateway = GATEWAYS[system]
    real = office.pay_at(system)
    forged = real.replace(b"00", b"01", 1)
    before = office.waiting_at()
    refused = office.called_back(gateway, forged)
    assert office.waiting_at() == before, "a forged callback has moved the dossier"
    taken = [office.called_back(gateway, real) for _ in range(2)]
    assert refused not in taken


@when("Sở Đối tác trả lời văn bản")
def agency_answers(office):
    office.agency_answers()


@then("mọi trục trặc đã xảy ra")
def all_happened(office):
    still = {name: each.still() for name, each in office.outside.spoken.items()}
    assert not any(still.values()), still


@then(parsers.parse('mọi hồ sơ đã kết thúc ở trạng thái "{status}"'))
def all_ended(office, status):
    for who in office.each_dossier():
        assert (office.ended, office.status_name) == (True, status), (who, office.waiting_at())


@then("mỗi hồ sơ có đúng một khoản tiền đã nộp")
def paid_once(office):
    for who in office.each_dossier():
        accounts = office.house.gateways.orders.of_dossier(office.code)
        money = [payment for each in accounts for payment in each.payments]
        states = [str(each.order.state) for each in accounts]
        assert (len(money), states) == (1, ["paid"]), who
        assert not [matter for each in accounts for matter in each.matters], who


@then("Cổng DVCQG biết mỗi bước của mỗi hồ sơ đúng một lần, theo thứ tự, và trạng thái cuối")
def portal_knows(office):
    known = office.outside["Cổng DVCQG"].state()
    for who in office.each_dossier():
        ours, steps = office.dossier(), known["steps"][office.code]
        assert [each["TrangThai"] for each in steps] == [str(c.status) for c in ours.changes], who
        moments = [each["ThoiDiemXuLy"] for each in steps]
        assert moments == sorted(moments), who
        assert known["status"][office.code] == "10", who
        assert known["dossiers"][office.code]["DanhSachGiayToKetQua"], who
    assert len(known["dossiers"]) == len(list(office.each_dossier()))


@then("mỗi thông báo tới người nhận đúng một lần, theo kênh của người ấy")
def noticed_once(office):
    zalo, texts = office.outside["Zalo"].state()["messages"], office.outside["tin nhắn"].state()
    mails = office.outside["thư điện tử"].state()["arrived"]
    by_phone = [(each["phone"], each["tracking_id"]) for each in zalo]
    by_phone += [(each["Phone"], each["RequestId"]) for each in texts]
    letters = 0
    for who in office.each_dossier():
        sent = office.passed().count(NOTICE)
        phone = f"84{office.variable('applicant.phone')[1:]}"
        mine = [number for to, number in by_phone if to == phone]
        assert len(mine) == len(set(mine)) == sent > 5, (who, sent, mine)
        inbox = office.systems.notification.inbox
        assert inbox.unread(office.variable("applicant.personalId")) == sent
        letters += office.passed().count(LETTER)
    assert len({each["id"] for each in mails}) == letters > 0, mails
    assert {each["phone"] for each in zalo} == {"84912345678"}


@then("kết quả của mỗi hồ sơ là văn bản có chữ ký số, pdfsig và trang kiểm tra đều xác nhận")
def signed(office, tmp_path):
    for who in office.each_dossier():
        certificate = office.variable("certificate")
        content = office.systems.signature.documents.content(certificate["hash"])
        assert [each.document.file for each in office.dossier().results] == [certificate["url"]]
        page = office.systems.signature.verification.look_up(certificate["code"], content=content)
        assert (page.likeness, len(page.seals)) == ("same", 1), who
        if shutil.which("pdfsig"):
            file = tmp_path / f"{certificate['code']}.pdf"
            file.write_bytes(content)
            told = subprocess.run(["pdfsig", str(file)], capture_output=True, check=False)
            assert b"Signature is Valid" in told.stdout, told.stdout


@then("cơ quan thuế và Sở Đối tác nhận mỗi việc đúng một lần")
def told_once(office):
    notes = office.outside["cơ quan thuế"].state()["notes"]
    codes = [json.loads(each)["dossier"] for each in notes]
    assert len(codes) == len(set(codes)) == 1
    exchanged = office.outside["LGSP"].state()
    ours = [each for each in exchanged["documents"] if each.startswith("H56.14")]
    assert len(ours) == 2
    assert {exchanged["status"][each] for each in exchanged["documents"]} == {"00", "01"}


@then("mỗi lần tra cứu đều nêu mã hồ sơ là lý do và được ghi lại")
def looked_up_for_a_cause(office):
    codes = set()
    for _ in office.each_dossier():
        codes.add(office.code)
        for noted in office.systems.identity.look_ups.of_dossier(office.code):
            assert noted.outcome in ("found", "failed"), noted
    assert set(office.outside["LGSP"].state()["causes"]) <= codes
    asked = office.outside["dân cư"].state()
    assert asked
    assert {each["issue"] for each in asked} <= codes


@then("không bí mật nào có trong cơ sở dữ liệu, lịch sử, biến, tệp hay nhật ký")
def no_secret_is_told(office, caplog, capsys):
    told = [caplog.text, *capsys.readouterr(), repr(office.house), *all_kept(office.database)]
    for _ in office.each_dossier():
        told.append(repr(office.engine.history.of(office.instance_key)))
        told.append(json.dumps(office.engine.instances.variables(office.instance_key), default=str))
    told += [
        file.read_bytes().decode(errors="replace")
        for file in office.folder.rglob("*")
        if file.is_file() and "secrets" not in file.parts
    ]
    everything = "\n".join(told)
    assert office.code in everything
    assert [secret for secret in office.outside.planted if secret in everything] == []
