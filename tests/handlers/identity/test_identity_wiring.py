"""Identity as the settings want it."""

import logging
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from procflow.engine.errors import BadConfiguration, NotFound
from procflow.engine.handler import HandlerRegistry
from procflow.engine.model.secret import Secret
from procflow.handlers.identity.port import Wanted
from procflow.handlers.identity.settings import IdentitySettings, PopulationSection
from procflow.handlers.identity.wiring import identity_system
from procflow.handlers.surroundings import Surroundings
from procflow.tests.handlers.identity.conftest import NOW
from procflow.tests.kept import all_kept
from procflow.tests.speakers.openid import SECRET


@pytest.fixture
def around(tmp_path, database_url):
    return Surroundings(database=database_url, folder=tmp_path)


def population(address):
    return PopulationSection(
        address=address,
        path="/x",
        key="k",
        secret=Secret("planted-secret"),
        integration="TH",
        service="DVC",
        timeout=1,
    )


def test_without_settings_nobody_logs_in_and_nobody_is_looked_up(around):
    with closing(identity_system(IdentitySettings(), around)) as system:
        assert system.provider is None
        assert HandlerRegistry(system.handlers).types == {"identity.verify"}
        assert all(check.ok for check in HandlerRegistry(system.handlers).check())


def test_a_login_is_found_by_the_step_that_verifies_it(around, section, logs_in):
    settings = IdentitySettings(provider=section)
    with closing(identity_system(settings, around)) as system:
        address = system.provider.begin(Wanted(browser="b"), now=NOW)
        login = system.provider.finish(logs_in(address), browser="b", now=NOW)
        assert system.logins.find(login.reference) == login
        assert all(check.ok for check in HandlerRegistry(system.handlers).check())


def test_the_check_finds_who_does_not_answer(around, section):
    gone = replace(section, issuer="http://127.0.0.1:9", timeout=1)
    settings = IdentitySettings(provider=gone, population=population("http://127.0.0.1:9"))
    with closing(identity_system(settings, around)) as system:
        checks = HandlerRegistry(system.handlers).check()
        assert [check.ok for check in checks] == [False, False]
        assert "127.0.0.1:9" in checks[0].sentence("vi")
        assert "planted" not in repr(system) + repr(checks)


def test_logins_are_forgotten_after_their_time(around, section, logs_in):
    later = replace(around, clock=lambda: NOW + timedelta(days=31))
    settings = IdentitySettings(provider=section, keep_days=30)
    with closing(identity_system(settings, later)) as system:
        address = system.provider.begin(Wanted(browser="b"), now=NOW)
        login = system.provider.finish(logs_in(address), browser="b", now=NOW)
        (forgetting,) = system.chores
        assert [forgetting.run_once(), forgetting.run_once()] == [1, 0]
        with pytest.raises(NotFound):
            system.logins.find(login.reference)


def test_logins_are_kept_for_ever_where_it_is_wanted(around):
    with closing(identity_system(IdentitySettings(keep_days=0), around)) as system:
        assert system.chores == ()


def test_no_secret_lies_in_the_database(around, section, logs_in, database_url, caplog):
    """With a login that was finished, one that was begun, and one that the provider refused."""
    caplog.set_level(logging.DEBUG)
    browser, wrong = "planted-session-of-a-browser", "-".join(("planted", "wrong"))
    refused = IdentitySettings(provider=replace(section, client_secret=Secret(wrong)))
    with closing(identity_system(IdentitySettings(provider=section), around)) as system:
        for number in range(2):
            address = system.provider.begin(Wanted(browser=browser), now=NOW)
            if number:
                system.provider.finish(logs_in(address), browser=browser, now=NOW)
    with closing(identity_system(refused, around)) as system:
        address = system.provider.begin(Wanted(browser=browser), now=NOW)
        with pytest.raises(BadConfiguration):
            system.provider.finish(logs_in(address), browser=browser, now=NOW)
    kept = "\n".join(all_kept(database_url))
    assert "Nguyễn Thị Hoa" in kept
    for planted in (SECRET, browser, wrong, "planted-access"):
        assert planted not in kept
        assert planted not in caplog.text
