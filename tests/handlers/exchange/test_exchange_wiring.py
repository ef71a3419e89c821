"""The exchange as an installation's settings want it."""

from contextlib import closing
from datetime import UTC, datetime

import pytest

from procflow.engine.errors import BadConfiguration, NotFound
from procflow.engine.handler import HandlerRegistry, Surroundings
from procflow.engine.model.secret import Secret
from procflow.handlers.exchange.edxml_writer import write_edxml
from procflow.handlers.exchange.exercise import NOW, OURS, SERVICE_EXERCISE, THEIRS, official
from procflow.handlers.exchange.settings import (
    CredentialSection,
    DocumentsSection,
    ExchangeSettings,
    HostSection,
    PlatformSection,
    ServiceSection,
)
from procflow.handlers.exchange.wiring import exchange_system
from procflow.tests.speakers.integration_platform import CLIENTS

SERVICES = {"enterprise": ServiceSection(path="/apiCSDLDKDN/1.0/chiTietDoanhNghiep")}
DOCUMENTS = DocumentsSection(agency=OURS.code, name=OURS.name, token=Secret("a-token"))


@pytest.fixture
def around(database_url, tmp_path):
    return Surroundings(database=database_url, folder=tmp_path)


def platform_at(url, **more):
    secret = Secret(CLIENTS["ours-key"][0])
    return PlatformSection(address=url, key="ours-key", secret=secret, **more)


def nobody(*_arguments, **_more):
    raise NotFound("nobody receives it")


def test_without_settings_there_is_nothing(around):
    with closing(exchange_system(ExchangeSettings(), around)) as system:
        assert system.handlers == ()
        assert system.chores(nobody) == ()


def test_each_part_is_switched_on_by_its_section(around, platform):
    for chosen, types in (
        ({"platform": platform_at(platform.url)}, set()),
        ({"platform": platform_at(platform.url, services=SERVICES)}, {"exchange.ask-service"}),
        ({"hosts": {"api.example": HostSection()}}, {"rest.call"}),
        (
            {"platform": platform_at(platform.url, documents=DOCUMENTS)},
            {
                "exchange.send-document",
                "exchange.look-up-document",
                "exchange.acknowledge-document",
            },
        ),
    ):
        with closing(exchange_system(ExchangeSettings(**chosen), around)) as system:
            registry = HandlerRegistry(system.handlers)
            assert registry.types == types
            assert all(check.ok for check in registry.check())


def test_services_and_documents_reach_the_platform(around, platform, tmp_path):
    chosen = platform_at(platform.url, services=SERVICES, documents=DOCUMENTS)
    with closing(exchange_system(ExchangeSettings(platform=chosen), around)) as system:
        for step in SERVICE_EXERCISE:
            step(system.services)
        letter = official("1", sender=THEIRS, to=(OURS,))
        text = write_edxml(letter, NOW).decode()
        platform.tell("leave", {"id": letter.id, "text": text})
        (chore,) = system.chores(nobody)
        assert chore.run_once() == 0
        assert list((tmp_path / "exchange" / "received").glob("*/*"))
        checks = {check.subject: check.ok for check in HandlerRegistry(system.handlers).check()}
        assert checks["exchange: documents"] is False  # it came, and no drawing takes it
        received = system.documents.incoming.receive(
            Secret("a-token"), text.encode(), datetime.now(UTC)
        )
        assert received.document == letter.id


def test_an_address_that_is_none_is_refused(around):
    with pytest.raises(BadConfiguration, match="LGSP"):
        exchange_system(ExchangeSettings(platform=platform_at("lgsp.example")), around)


def test_a_credential_for_a_host_that_is_not_there_is_told(around):
    credential = CredentialSection(hosts=("no.example",), secret=Secret("planted"))
    settings = ExchangeSettings(hosts={"api.example": HostSection()}, credentials={"x": credential})
    with closing(exchange_system(settings, around)) as system:
        (check,) = HandlerRegistry(system.handlers).check()
    assert not check.ok
    assert "planted" not in repr(settings) + repr(system)
