"""The national portal is told of every dossier, in order, once, whatever goes wrong on the way."""

import json
import logging
import traceback
from collections import defaultdict
from contextlib import closing
from datetime import UTC, datetime, timedelta
from threading import Event, Thread

import pytest

from procflow.engine.errors import BadConfiguration, Conflict, NotFound
from procflow.engine.handler import Completed, ErrorThrown
from procflow.engine.model.secret import Secret
from procflow.handlers.dossier.application import Document
from procflow.handlers.dossier.dossier import ResultDocument, StatusChange
from procflow.handlers.dossier.exercise import DAY, EXERCISE, HOUR, MORNING, application
from procflow.handlers.dossier.memory import MemoryDossiers
from procflow.handlers.dossier.memory_portal import MemoryPortal
from procflow.handlers.dossier.mirror_exercise import MIRROR_EXERCISE
from procflow.handlers.dossier.papers import PaperKind
from procflow.handlers.dossier.portal import NationalPortal
from procflow.handlers.dossier.portal_exercise import REGISTER_EXERCISE, Portal
from procflow.handlers.dossier.portal_handlers import PortalHandlers
from procflow.handlers.dossier.portal_sync import PortalSync
from procflow.handlers.dossier.search import Search
from procflow.handlers.dossier.settings import PortalSection
from procflow.handlers.dossier.storage import EmbeddedDossiers
from procflow.handlers.wire import Wire, WireSettings
from procflow.tests.speakers.national_portal import AGENCY, PASSWORD, ROUTE, USER
from procflow.tests.speakers.process import CERTIFICATE, speaking

SPEAKER = "procflow.tests.speakers.national_portal"
WRONG_WAYS = (
    "timeout",
    "timeout-after-effect",
    "drop",
    "drop-after-effect",
    "garbage",
    "half",
    "duplicate",
    "status-429",
    "status-503",
    "status-500",
)


@pytest.fixture(scope="module")
def speaker():
    with speaking(SPEAKER) as spoken:
        yield spoken


@pytest.fixture
def portal():
    """A speaker for one test."""
    with speaking(SPEAKER) as spoken:
        yield spoken


@pytest.fixture
def dossiers(database_url):
    with closing(EmbeddedDossiers(database_url, told_to_portal=True)) as store:
        yield store


class Clock:
    """A clock that a test sets; it begins after all that the exercise writes."""

    now = MORNING + timedelta(days=900)

    def __call__(self):
        return self.now


def section(url, password=PASSWORD, **more):
    return PortalSection(
        address=url, agency=AGENCY, user=USER, password=Secret(password), route=ROUTE, **more
    )


def syncing(dossiers, url, *, clock=None, timeout=1.0, ca_file=None, pause=0.01, **more):
    settings = section(url, **more)
    reached = WireSettings(address=url, timeout=timeout, ca_file=ca_file, pause=pause)
    portal = NationalPortal(settings, Wire(reached, system="Cổng DVCQG"))
    return closing(PortalSync(dossiers.outbox, portal, settings, clock=clock or Clock()))


def drained(sync, clock, tries=12):
    """Drain again and again, an hour later each time, until nothing waits."""
    for _ in range(tries):
        sync.drain()
        if not sync.backlog().dossiers:
            return
        clock.now += HOUR
        Event().wait(0.02)
    raise AssertionError(f"Expected all to be told, but {sync.backlog()} waits")


def a_life(dossiers, unit):
    """A dossier from its opening to its result."""
    code = dossiers.open(application(unit), key=f"{unit}:1", now=MORNING).code
    note(dossiers, code, 1, MORNING)
    dossiers.issue_paper(
        code, PaperKind.RECEIPT, key=f"{unit}:2", now=MORNING + HOUR, due=MORNING + 3 * DAY
    )
    note(dossiers, code, 2, MORNING + HOUR)
    dossiers.request_supplement(
        code, "Thiếu bản vẽ", by=MORNING + 30 * DAY, key=f"{unit}:3", now=MORNING + 2 * HOUR
    )
    drawing = Document(name="Bản vẽ", file="https://kho.example/ban-ve.pdf", digitised=True)
    dossiers.supply(code, [drawing], status=2, key=f"{unit}:4", now=MORNING + 9 * HOUR)
    note(dossiers, code, 6, MORNING + 10 * HOUR)
    note(dossiers, code, 4, MORNING + 11 * HOUR)
    dossiers.issue_paper(
        code, PaperKind.APOLOGY, key=f"{unit}:5", now=MORNING + DAY, due=MORNING + 8 * DAY
    )
    result = ResultDocument(
        name="Giấy chứng nhận", number="26A8", file="https://kho.example/kq.pdf"
    )
    dossiers.attach_result(code, result, "post", key=f"{unit}:6", now=MORNING + 2 * DAY)
    note(dossiers, code, 9, MORNING + 2 * DAY)
    note(dossiers, code, 10, MORNING + 3 * DAY)
    return code


def note(dossiers, code, status, at):
    change = StatusChange(status=status, at=at, note=f"Bước {status}", handler="Nguyễn Văn An")
    dossiers.set_status(code, change, key=f"{code}:{status}:{at}")


def statuses_told(spoken, code):
    return [step["TrangThai"] for step in spoken.state()["steps"].get(code, [])]


def is_told_rightly(spoken, dossiers, code):
    """The portal knows each step once, in order, and shows the dossier as it stands."""
    state, dossier = spoken.state(), dossiers.find(code)
    steps = state["steps"].get(code, [])
    assert [step["TrangThai"] for step in steps] == [str(each.status) for each in dossier.changes]
    assert [step["ThoiDiemXuLy"] for step in steps] == sorted(
        step["ThoiDiemXuLy"] for step in steps
    )
    assert state["status"][code] == str(dossier.status or 1)
    assert state["dossiers"][code]["TrangThaiHoSo"] == str(dossier.status or 1)


def test_the_store_does_its_exercise_and_the_portal_learns_all_of_it(dossiers, speaker):
    for step in EXERCISE:
        step(dossiers)
    clock = Clock()
    with syncing(dossiers, speaker.url, clock=clock) as sync:
        drained(sync, clock)
        assert sync.check().ok
    state = speaker.state()
    found = dossiers.search(Search(limit=1000))
    assert {each.code for each in found} <= set(state["dossiers"])
    assert len(found) > 20
    for each in found:
        assert state["status"][each.code] == str(each.status or 1)


def test_a_dossier_is_written_in_the_portals_words(dossiers, speaker):
    code = a_life(dossiers, "H56.20")
    clock = Clock()
    with syncing(dossiers, speaker.url, clock=clock) as sync:
        drained(sync, clock)
    is_told_rightly(speaker, dossiers, code)
    entry = speaker.state()["dossiers"][code]
    assert entry["MaTTHC"] == "1.001612"
    assert (entry["KenhThucHien"], entry["LoaiDoiTuong"], entry["HinhThuc"]) == ("2", "1", "1")
    assert entry["DinhDanhCHS"] == [{"LoaiDinhDanh": "1", "SoDinhDanh": "038190000001"}]
    assert entry["NgayNopHoSo"] == "20260302080000"
    assert entry["NgayTiepNhan"] == "20260302090000"
    assert entry["NgayHenTra"] == "20260310080000"  # the apology's, not the receipt's
    assert entry["NgayKetThucXuLy"] == "20260304080000"
    assert entry["NgayTra"] == "20260305080000"
    assert (entry["DuocThanhToanTrucTuyen"], entry["HoSoCoThanhPhanSoHoa"]) == ("2", "1")
    (supplement,) = entry["DanhSachHoSoBoSung"]
    assert supplement["NgayBoSung"] == "20260302100000"
    assert supplement["NgayTiepNhanBoSung"] == "20260302170000"  # five in the afternoon: 24 hours
    assert supplement["NgayHenTraTruoc"] == "20260305080000"
    (result,) = entry["DanhSachGiayToKetQua"]
    assert (result["GiayToId"], result["DuongDanTepTinKetQua"]) == (
        "26A8",
        "https://kho.example/kq.pdf",
    )
    (document,) = entry["TaiLieuNop"]
    assert document["DuongDanTaiTepTin"] == "https://kho.example/ban-ve.pdf"


@pytest.mark.parametrize("path", ["/mapi/login", "/mapi/g"])
@pytest.mark.parametrize("kind", WRONG_WAYS)
def test_whatever_goes_wrong_it_ends_right(kind, path, dossiers, speaker):
    unit = f"H56.30.{WRONG_WAYS.index(kind)}.{len(path)}"
    code, clock = a_life(dossiers, unit), Clock()
    with syncing(dossiers, speaker.url, clock=clock, timeout=0.5) as sync:
        speaker.misbehave(kind, path=path, times=3)
        drained(sync, clock)
    is_told_rightly(speaker, dossiers, code)


def test_in_an_outage_nothing_is_lost_and_then_all_is_told_in_order(database_url):
    clock = Clock()
    store = EmbeddedDossiers(database_url, told_to_portal=True)
    with closing(store) as dossiers, syncing(dossiers, "http://127.0.0.1:1", clock=clock) as sync:
        codes = [a_life(dossiers, f"H56.40.{n}") for n in range(4)]
        assert sync.drain().told == 0
        backlog = sync.backlog()
        assert (backlog.dossiers, backlog.oldest, backlog.stuck) == (4, MORNING, ())
        assert not sync.check().ok
    # the process ends, the portal comes back, another process goes on
    store = EmbeddedDossiers(database_url, told_to_portal=True)
    with (
        closing(store) as dossiers,
        speaking(SPEAKER) as portal,
        syncing(dossiers, portal.url, clock=clock) as sync,
    ):
        drained(sync, clock)
        for code in codes:
            is_told_rightly(portal, dossiers, code)
        assert order_of_services(portal) == ["DongBoHoSoMC", "CapNhatTienDoHoSoMC"]


def order_of_services(portal):
    """What each dossier was told by, which is the same for all."""
    services = defaultdict(list)
    for asked in portal.heard("/mapi/g"):
        body = json.loads(asked["body"])
        services[body["data"][0]["MaHoSo"]].append(body["service"])
    (same,) = {tuple(told) for told in services.values()}
    return list(same)


def test_a_dossier_the_portal_refuses_holds_no_other_and_is_told_when_it_is_mended(
    dossiers, portal
):
    first, second = a_life(dossiers, "H56.50.1"), a_life(dossiers, "H56.50.2")
    portal.tell("refuse", first)
    clock = Clock()
    with syncing(dossiers, portal.url, clock=clock) as sync:
        drained_once = sync.drain()
        assert (drained_once.told, drained_once.refused) == (1, 1)
        is_told_rightly(portal, dossiers, second)
        check = sync.check()
        assert not check.ok
        for sentence in (check.sentence("vi"), check.sentence("en")):
            assert first in sentence
            assert "Thiếu mã lĩnh vực" in sentence
        assert sync.drain().refused == 0  # it is left alone for a while
        portal.tell("take", first)
        assert dossiers.outbox.retry_at_once() == 1
        assert sync.drain().told == 1
        is_told_rightly(portal, dossiers, first)
        assert sync.check().ok


def test_what_waits_long_is_told_to_the_doctor(dossiers, portal):
    clock = Clock()
    dossiers.open(application("H56.51"), key="late:1", now=clock.now - timedelta(minutes=61))
    with syncing(dossiers, portal.url, clock=clock) as sync:
        check = sync.check()
        assert not check.ok
        assert "1 hồ sơ" in check.sentence("vi")
        sync.drain()
        assert sync.check().ok


def test_a_session_that_ends_is_renewed_once(dossiers, portal):
    clock = Clock()
    code = a_life(dossiers, "H56.60")
    with syncing(dossiers, portal.url, clock=clock) as sync:
        sync.drain()
        portal.tell("end sessions")
        note(dossiers, code, 10, MORNING + 4 * DAY)
        sync.drain()
    assert portal.state()["logins"] == 2
    is_told_rightly(portal, dossiers, code)


def test_a_session_is_renewed_before_it_is_old(portal):
    moment = [0.0]
    with closing(
        NationalPortal(
            section(portal.url),
            Wire(WireSettings(address=portal.url), system="Cổng DVCQG"),
            now=lambda: moment[0],
        )
    ) as client:
        for moment[0] in (1.0, 30 * 60.0, 31 * 60.0 + 2, 32 * 60.0):
            client.agencies()
    assert portal.state()["logins"] == 2


def test_who_is_locked_out_says_so_and_loses_nothing(dossiers, portal):
    clock = Clock()
    code = a_life(dossiers, "H56.61")
    with syncing(dossiers, portal.url, clock=clock) as sync:
        portal.tell("lock out")
        assert sync.drain().told == 0
        check = sync.check()
        assert not check.ok
        assert "Sai tên đăng nhập hoặc mật khẩu" in check.sentence("vi")
        assert sync.backlog().dossiers == 1
        portal.tell("let in")
        assert sync.drain().told == 1
    is_told_rightly(portal, dossiers, code)


def test_what_the_portal_has_already_is_sent_again_as_an_update(dossiers, portal):
    clock = Clock()
    code = a_life(dossiers, "H56.62")
    with syncing(dossiers, portal.url, clock=clock) as sync:
        # the effect was there, but the answer was not, twice over
        portal.misbehave("drop-after-effect", path="/mapi/g", times=2)
        drained(sync, clock)
        updates = [
            body["isUpdating"]
            for body in map(json.loads, (asked["body"] for asked in portal.heard("/mapi/g")))
            if body["service"] == "DongBoHoSoMC"
        ]
        assert updates == ["False", "False", "False", "True"]
        is_told_rightly(portal, dossiers, code)
        portal.tell("forget", code)
        note(dossiers, code, 10, MORNING + 4 * DAY)
        dossiers.attach_result(
            code, ResultDocument(name="Bản sao"), "counter", key="again", now=MORNING
        )
        drained(sync, clock)
    state = portal.state()
    results = state["dossiers"][code]["DanhSachGiayToKetQua"]
    assert (state["status"][code], len(results)) == ("10", 2)


def test_a_status_that_comes_late_does_not_undo_a_later_one(dossiers, portal):
    clock = Clock()
    code = dossiers.open(application("H56.63"), key="late:1", now=MORNING).code
    with syncing(dossiers, portal.url, clock=clock) as sync:
        note(dossiers, code, 9, MORNING + 2 * HOUR)
        sync.drain()
        note(dossiers, code, 4, MORNING + HOUR)
        sync.drain()
    state = portal.state()
    assert statuses_told(portal, code) == ["9", "4"]
    assert (state["status"][code], state["dossiers"][code]["TrangThaiHoSo"]) == ("9", "9")


def test_several_tell_at_once_and_each_thing_is_told_once(database_url, portal):
    clock = Clock()
    with closing(EmbeddedDossiers(database_url, told_to_portal=True)) as dossiers:
        codes = [a_life(dossiers, f"H56.64.{n}") for n in range(12)]
        with (
            syncing(dossiers, portal.url, clock=clock) as one,
            syncing(dossiers, portal.url, clock=clock) as two,
        ):
            tellers = [Thread(target=sync.drain) for sync in (one, two)]
            for teller in tellers:
                teller.start()
            for teller in tellers:
                teller.join()
        assert dossiers.outbox.backlog().dossiers == 0
        for code in codes:
            is_told_rightly(portal, dossiers, code)
        assert len(portal.heard("/mapi/g")) == 2 * len(codes)


def test_what_is_written_while_the_portal_is_told_waits_for_the_next_time(dossiers, portal):
    clock = Clock()
    code = dossiers.open(application("H56.65"), key="while:1", now=MORNING).code
    waiting = dossiers.outbox.lease(clock.now)
    note(dossiers, code, 1, MORNING)
    assert dossiers.outbox.lease(clock.now) is None
    dossiers.outbox.settle(waiting)
    with syncing(dossiers, portal.url, clock=clock) as sync:
        assert sync.drain().told == 1
    assert statuses_told(portal, code) == ["1"]


def test_a_teller_that_dies_leaves_its_dossier_to_others(dossiers):
    clock = Clock()
    dossiers.open(application("H56.66"), key="dies:1", now=MORNING)
    assert dossiers.outbox.lease(clock.now) is not None
    assert dossiers.outbox.lease(clock.now) is None
    assert dossiers.outbox.lease(clock.now + timedelta(minutes=6)) is not None


def test_it_runs_until_told_to_stop(dossiers, portal):
    code, stop, told = a_life(dossiers, "H56.67"), Event(), []
    with syncing(dossiers, portal.url) as sync:
        runner = Thread(target=lambda: told.append(sync.run(stop, 0.01)))
        runner.start()
        for _ in range(200):
            if not sync.backlog().dossiers:
                break
            stop.wait(0.02)
        stop.set()
        runner.join()
    assert told == [1]
    is_told_rightly(portal, dossiers, code)


def test_dossiers_from_before_there_was_a_portal_are_told_too(database_url, portal):
    with closing(EmbeddedDossiers(database_url)) as before:
        codes = [a_life(before, f"H56.69.{n}") for n in range(3)]
        MIRROR_EXERCISE[0](before)
    store = EmbeddedDossiers(database_url, told_to_portal=True)
    with closing(store) as dossiers, syncing(dossiers, portal.url) as sync:
        assert sync.run_once() == 3
        assert sync.run_once() == 0
        for code in codes:
            is_told_rightly(portal, dossiers, code)
    assert set(portal.state()["dossiers"]) == set(codes)


def test_what_happens_while_the_portal_is_switched_off_is_told_when_it_is_on_again(
    database_url, portal
):
    def opened(**more):
        return closing(EmbeddedDossiers(database_url, **more))

    with opened(told_to_portal=True) as dossiers, syncing(dossiers, portal.url) as sync:
        known = a_life(dossiers, "H56.71")
        assert sync.run_once() == 1
        waiting = a_life(dossiers, "H56.72")
    with opened() as dossiers:
        for number, code in enumerate((known, waiting, a_life(dossiers, "H56.73"))):
            note(dossiers, code, 10, MORNING + timedelta(days=30 + number))
    told = len(statuses_told(portal, known))
    with opened(told_to_portal=True) as dossiers, syncing(dossiers, portal.url) as sync:
        assert sync.run_once() == 3
        for code in portal.state()["dossiers"]:
            is_told_rightly(portal, dossiers, code)
        assert len(statuses_told(portal, known)) == told + 1
        assert sync.run_once() == 0


def test_what_another_process_opens_without_knowing_of_the_portal_is_found(database_url, portal):
    clock = Clock()
    store = EmbeddedDossiers(database_url, told_to_portal=True)
    with closing(store) as dossiers, syncing(dossiers, portal.url, clock=clock) as sync:
        assert sync.run_once() == 0
        with closing(EmbeddedDossiers(database_url)) as another:
            code = a_life(another, "H56.74")
        assert sync.run_once() == 0
        clock.now += timedelta(hours=1)
        assert sync.run_once() == 1
        is_told_rightly(portal, dossiers, code)


def test_without_a_portal_nothing_waits(database_url):
    with closing(EmbeddedDossiers(database_url)) as dossiers:
        a_life(dossiers, "H56.68")
        assert dossiers.outbox.backlog().dossiers == 0


@pytest.mark.parametrize("step", REGISTER_EXERCISE, ids=lambda step: step.__name__)
class TestExercise:
    def test_at_the_portal(self, step, dossiers, speaker):
        with syncing(dossiers, speaker.url) as sync:
            step(Portal(sync, dossiers, sync.run_once))

    def test_in_memory(self, step):
        dossiers = MemoryDossiers()
        step(Portal(MemoryPortal(dossiers), dossiers, lambda: None))


def test_look_ups(dossiers, portal, job):
    code, clock = a_life(dossiers, "H56.70"), Clock()
    with syncing(dossiers, portal.url, clock=clock) as sync:
        sync.drain()
        client, handlers = sync.portal, PortalHandlers(sync)
        assert client.dossier(code)["ChuHoSo"] == "Nguyễn Thị Hoa"
        assert client.procedure("1.001612")["MATTHC"] == "1.001612"
        assert [row["MATTHC"] for row in client.procedures()] == ["1.001612"]
        assert client.agencies()[0]["MADONVI"] == AGENCY
        assert client.fields()[0]["MALINHVUC"] == "G12-KD"
        with pytest.raises(NotFound):
            client.procedure("9.999999")
        found = job(handlers, "dossier.look-up-national", code=code)
        assert isinstance(found, Completed)
        assert found.variables["known"] == {
            "code": code,
            "procedureCode": "1.001612",
            "status": 10,
            "due": "2026-03-10T08:00:00+07:00",
            "unit": "H56.70",
        }
        missing = job(handlers, "dossier.look-up-national", code="H56.70-260302-9999")
        assert isinstance(missing, ErrorThrown)
        assert missing.code == "DOSSIER_UNKNOWN"


def test_a_service_that_is_refused(portal):
    wrong = PortalSection(
        address=portal.url, agency="H57", user=USER, password=Secret(PASSWORD), route=ROUTE
    )
    client = NationalPortal(wrong, Wire(WireSettings(address=portal.url), system="Cổng DVCQG"))
    with closing(client), pytest.raises(Conflict, match="Sai mã đơn vị"):
        client.agencies()


def test_codes_an_installation_has_found_out_count_too(dossiers, portal):
    code, clock = a_life(dossiers, "H56.71"), Clock()
    portal.tell("refuse", code)
    with syncing(dossiers, portal.url, no_session_codes=("-5",), clock=clock) as sync:
        assert sync.drain().told == 0
    assert portal.state()["logins"] == 2  # -5 was taken for the end of the session


def test_the_portals_certificate_is_checked(dossiers, job):
    dossiers.open(application("H56.72"), key="tls:1", now=MORNING)
    clock = Clock()
    with speaking(SPEAKER, tls=True) as portal:
        with syncing(dossiers, portal.url, clock=clock) as sync:
            assert sync.drain().told == 0
            assert not sync.check().ok
            with pytest.raises(BadConfiguration, match="certificate"):
                sync.portal.agencies()
        with syncing(dossiers, portal.url, ca_file=CERTIFICATE, clock=clock) as sync:
            assert sync.drain().told == 1


def test_the_password_is_nowhere_to_be_seen(dossiers, portal, caplog, tmp_path):
    caplog.set_level(logging.DEBUG)
    clock, errors = Clock(), []
    a_life(dossiers, "H56.73")
    planted = "planted-and-wrong"
    with syncing(dossiers, portal.url, password=planted, clock=clock) as sync:
        try:
            sync.portal.agencies()
        except BadConfiguration as refused:
            errors.append(refused)
        sync.drain()
        shown = [repr(sync.__dict__), repr(sync.portal.__dict__), repr(sync.check())]
    with syncing(dossiers, portal.url, clock=clock) as sync:
        drained(sync, clock)
        shown += [repr(sync.portal.__dict__)]
    (refused,) = errors
    told = traceback.TracebackException.from_exception(refused)
    shown += [caplog.text, "".join(told.format()), *map(repr, refused.__dict__.values())]
    for secret in (planted, PASSWORD):
        assert not any(secret in text for text in shown), secret
    dossiers.close()
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert PASSWORD.encode() not in file.read_bytes()


def test_moments_are_written_with_24_hours():
    from procflow.handlers.dossier.portal_words import read_moment, written

    afternoon = datetime(2026, 3, 2, 10, 30, 59, tzinfo=UTC)
    assert written(afternoon) == "20260302173059"
    assert read_moment("20260302173059") == afternoon
    assert (written(None), read_moment("")) == ("", None)
