"""The embedded stores do on PostgreSQL what they do on SQLite.

That of payments is looked at in its own room.
"""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from threading import Thread

import pytest

from procflow.engine.errors import Conflict
from procflow.engine.model.secret import Secret
from procflow.handlers.dossier.exercise import EXERCISE, MORNING
from procflow.handlers.dossier.mirror_exercise import MIRROR_EXERCISE
from procflow.handlers.dossier.portal import NationalPortal
from procflow.handlers.dossier.portal_sync import PortalSync
from procflow.handlers.dossier.settings import PortalSection
from procflow.handlers.dossier.storage import EmbeddedDossiers
from procflow.handlers.exchange.port import ServiceCall
from procflow.handlers.exchange.storage import Arrived, Register
from procflow.handlers.identity.attempt import begun
from procflow.handlers.identity.exercise import LOGINS_EXERCISE, LOOK_UPS_EXERCISE
from procflow.handlers.identity.storage import EmbeddedIdentity
from procflow.handlers.notification.exercise import notice
from procflow.handlers.notification.inbox import Inbox
from procflow.handlers.notification.ledger import Claimed, Sending
from procflow.handlers.notification.limit import DailyLimit
from procflow.handlers.notification.notice import Recipient
from procflow.handlers.notification.storage import EmbeddedLedger
from procflow.handlers.notification.tables import open_tables
from procflow.handlers.notification.token_storage import TokenStore
from procflow.handlers.signature.exercise import DRAFT, SEAL
from procflow.handlers.signature.exercise import EXERCISE as SIGNATURE_EXERCISE
from procflow.handlers.signature.exercise import MORNING as SIGNED_AT
from procflow.handlers.signature.storage import EmbeddedDocuments
from procflow.handlers.wire import Wire, WireSettings
from procflow.tests.speakers.national_portal import AGENCY, PASSWORD, ROUTE, USER
from procflow.tests.speakers.process import speaking


@pytest.fixture(scope="module")
def url(postgres_server):
    return postgres_server.fresh()


@pytest.fixture(scope="module")
def dossiers(url):
    with closing(EmbeddedDossiers(url, told_to_portal=True)) as store:
        yield store


@pytest.mark.parametrize("step", EXERCISE, ids=lambda step: step.__name__)
def test_dossiers(step, dossiers):
    step(dossiers)


@pytest.mark.parametrize("step", MIRROR_EXERCISE, ids=lambda step: step.__name__)
def test_mirrored_dossiers(step, dossiers):
    step(dossiers)


def test_two_workers_tell_the_portal_all_of_it_once(dossiers):
    with speaking("procflow.tests.speakers.national_portal") as portal:
        settings = PortalSection(
            address=portal.url, agency=AGENCY, user=USER, password=Secret(PASSWORD), route=ROUTE
        )
        now = MORNING + timedelta(days=900)
        syncs = [
            PortalSync(
                dossiers.outbox,
                NationalPortal(settings, Wire(WireSettings(address=portal.url), system="Cổng")),
                settings,
                clock=lambda: now,
            )
            for _ in range(2)
        ]
        workers = [Thread(target=sync.run_once) for sync in syncs]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        for sync in syncs:
            sync.close()
        state = portal.state()
    assert dossiers.outbox.backlog().dossiers == 0
    assert len(state["dossiers"]) > 20
    for code, steps in state["steps"].items():
        told = [step["ThoiDiemXuLy"] for step in steps]
        assert told == sorted(told)
        assert state["status"][code] == str(dossiers.find(code).status or 1)


def test_the_register_of_the_exchange(url):
    with closing(Register(url)) as register:
        begun = [
            register.begin_sending("d1", cause="H56", key="job", now=MORNING) for _ in range(2)
        ]
        assert begun == [None, False]
        register.note_taken("d1")
        assert register.begin_sending("d1", cause="H56", key="job", now=MORNING) is True
        with pytest.raises(Conflict):
            register.begin_sending("d1", cause="H56", key="other", now=MORNING)
        arrived = Arrived(document="d2", key="H56", variables={"tên": "Hoa"})
        for _ in range(2):
            assert register.keep(arrived, digest="x", now=MORNING) == arrived
        assert register.unpublished() == (arrived,)
        register.note_published("d2")
        assert (register.unpublished(), register.unacknowledged()) == ((), ("d2",))
        register.note_acknowledged("d2")
        register.note_unread("d3", "why")
        assert (register.unacknowledged(), register.unread()) == ((), (("d3", "why"),))
        register.note_call(ServiceCall(service="s", cause="H56", key="k"), MORNING, "200")
        assert [line.outcome for line in register.calls("H56")] == ["200"]
        assert register.check().ok


@pytest.fixture(scope="module")
def documents(url):
    with closing(EmbeddedDocuments(url)) as store:
        yield store


@pytest.mark.parametrize("step", SIGNATURE_EXERCISE, ids=lambda step: step.__name__)
def test_documents(step, documents):
    step(documents)


def test_a_job_that_is_done_twice_at_once_signs_once(documents):
    documents.begin(DRAFT, key="at-once:1", code="AT-ONCE", now=SIGNED_AT)
    plain = documents.keep("AT-ONCE", b"plain").newest.hash

    def sign(number):
        content = b"signed %d" % number
        return documents.add("AT-ONCE", content, SEAL, over=plain, key="at-once:2").newest.hash

    assert len(set(many(sign))) == 1


@pytest.fixture(scope="module")
def identity(url):
    with closing(EmbeddedIdentity(url)) as store:
        yield store


@pytest.mark.parametrize(
    "step", (*LOGINS_EXERCISE, *LOOK_UPS_EXERCISE), ids=lambda step: step.__name__
)
def test_logins_and_look_ups(step, identity):
    step(identity)


def test_an_attempt_to_log_in_is_taken_by_one_only(identity):
    attempt = begun("browser", "/", SIGNED_AT, SIGNED_AT + timedelta(minutes=10))
    identity.begin(attempt)
    taken = many(lambda _: identity.take(attempt.state))
    assert [each for each in taken if each is not None] == [attempt]


def many(ask):
    """What each of many asks gives that come at once."""
    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(ask, range(24)))


@pytest.fixture(scope="module")
def notices(url):
    with closing(open_tables(url)) as database:
        yield database


def test_one_of_many_sends_a_notice(notices):
    ledger, until = EmbeddedLedger(notices), SIGNED_AT + timedelta(minutes=5)

    def claim(_):
        return ledger.claim("n-1", "sms", dossier="H56", now=SIGNED_AT, until=until)

    assert sum(isinstance(each, Claimed) for each in many(claim)) == 1
    ledger.sent("n-1", "sms", at=SIGNED_AT, reference="sms-1")
    assert {each.state for each in many(claim)} == {Sending.SENT}
    assert [each.reference for each in ledger.of("H56")] == ["sms-1"]


def test_a_letter_is_put_into_the_inbox_once(notices):
    inbox = Inbox(notices)
    letter = notice("Đã tiếp nhận", to=Recipient(personal_id="038190000123"))
    put = many(lambda _: inbox.put(letter, "038190000123", "n-1", now=SIGNED_AT))
    assert set(put) == {SIGNED_AT}
    assert inbox.unread("038190000123") == len(inbox.list("038190000123")) == 1
    assert inbox.read("038190000123", "n-1", now=SIGNED_AT).body == letter.body


def test_no_more_telephones_ring_than_may(notices):
    limit = DailyLimit(notices, 3)
    rung = many(lambda number: limit.allows(f"n-{number}", "84912345678", now=SIGNED_AT))
    assert sum(rung) == 3


def test_one_of_many_renews_the_tokens(notices):
    store = TokenStore(notices, app="app", secret=Secret("planted"), first=Secret("first"))
    assert {each.version for each in many(lambda _: store.find(now=SIGNED_AT))} == {1}
    until = SIGNED_AT + timedelta(minutes=1)
    assert sum(many(lambda _: store.claim(1, now=SIGNED_AT, until=until))) == 1
    for access in ("one", "two"):
        store.keep(1, Secret(access), Secret("next"), valid_until=until)
    kept = store.find(now=SIGNED_AT)
    assert (kept.version, kept.access, kept.refresh) == (2, Secret("one"), Secret("next"))
