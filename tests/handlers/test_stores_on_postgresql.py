"""The embedded stores of dossiers and of the exchange do on PostgreSQL what they do on SQLite."""

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
