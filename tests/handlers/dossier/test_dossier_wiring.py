"""The dossier system as an installation's settings want it."""

from contextlib import closing

import pytest

from procflow.engine.errors import BadConfiguration
from procflow.engine.handler import HandlerRegistry, Surroundings
from procflow.engine.model.secret import Secret
from procflow.handlers.dossier.exercise import MORNING, application
from procflow.handlers.dossier.memory import MemoryDossiers
from procflow.handlers.dossier.memory_portal import MemoryPortal
from procflow.handlers.dossier.mirror_exercise import MIRROR_EXERCISE
from procflow.handlers.dossier.portal_handlers import PortalHandlers
from procflow.handlers.dossier.settings import DossierSettings, MirrorSection, PortalSection
from procflow.handlers.dossier.wiring import dossier_system
from procflow.tests.speakers.national_portal import AGENCY, PASSWORD, ROUTE, USER
from procflow.tests.speakers.process import speaking


@pytest.fixture
def around(database_url, tmp_path):
    return Surroundings(database=database_url, folder=tmp_path)


def portal_at(address, **more):
    return PortalSection(
        address=address, agency=AGENCY, user=USER, password=Secret(PASSWORD), route=ROUTE, **more
    )


def test_without_a_portal_there_is_only_the_store(around):
    with closing(dossier_system(DossierSettings(), around)) as system:
        assert "dossier.look-up-national" not in HandlerRegistry(system.handlers).types
        assert system.chores == ()
        system.dossiers.open(application("H56.80"), key="1", now=MORNING)
        assert system.store.outbox.backlog().dossiers == 0


def test_with_a_portal_it_is_told(around):
    with speaking("procflow.tests.speakers.national_portal") as portal:
        settings = DossierSettings(portal=portal_at(portal.url))
        with closing(dossier_system(settings, around)) as system:
            registry = HandlerRegistry(system.handlers)
            assert "dossier.look-up-national" in registry.types
            code = system.dossiers.open(application("H56.81"), key="1", now=MORNING).code
            (chore,) = system.chores
            assert chore.run_once() == 1
            assert set(portal.state()["dossiers"]) == {code}
            subjects = {check.subject: check.ok for check in registry.check()}
            expected = {"dossier: embedded store": True, "dossier: national portal": True}
            assert subjects == expected
    assert PASSWORD not in repr(system)


def test_with_mirrors_their_tokens_let_systems_in(around):
    mirrors = {"congan": MirrorSection(token=Secret("a-token"))}
    with closing(dossier_system(DossierSettings(mirrors=mirrors), around)) as system:
        received = system.mirror.receive(
            Secret("a-token"), b'{"service": "DongBoHoSoMC", "data": []}'
        )
        assert (received.source, received.answer["error_code"]) == ("congan", "00")
        MIRROR_EXERCISE[0](system.store)


@pytest.mark.parametrize("wrong", ["", "cong.example", "ftp://cong.example"])
def test_an_address_that_is_none_is_refused_and_nothing_stays_open(wrong, around):
    with pytest.raises(BadConfiguration, match="Cổng DVCQG"):
        dossier_system(DossierSettings(portal=portal_at(wrong)), around)


def test_certificates_that_are_not_there_are_refused(around):
    settings = DossierSettings(portal=portal_at("https://127.0.0.1:1", ca_file="no.pem"))
    with pytest.raises(BadConfiguration, match=r"no\.pem"):
        dossier_system(settings, around)


def test_a_portal_in_memory_knows_what_is_written(job):
    dossiers = MemoryDossiers()
    code = dossiers.open(application("H56.82"), key="1", now=MORNING).code
    handlers = PortalHandlers(MemoryPortal(dossiers))
    known = job(handlers, "dossier.look-up-national", code=code).variables["known"]
    assert (known["code"], known["status"], known["due"]) == (code, 1, None)
    assert job(handlers, "dossier.look-up-national", code="H56").code == "DOSSIER_UNKNOWN"
    assert handlers.check().ok
