"""Logins by a provider whose protocol somebody else wrote: Authlib's, in a process of its own."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest

from procflow.engine.errors import BadConfiguration, NotAllowed
from procflow.engine.model.secret import Secret
from procflow.handlers.identity.exercise import EXERCISE, MORNING, Met
from procflow.handlers.identity.port import Wanted
from procflow.handlers.identity.settings import ProviderSection
from procflow.tests.speakers.authlib_provider import AFTER_LOGOUT
from procflow.tests.speakers.openid import CLIENT, REDIRECT, SECRET, came_back
from procflow.tests.speakers.process import speaking

BROWSER = "planted-session"


@pytest.fixture(scope="module")
def there():
    with speaking("procflow.tests.speakers.authlib_provider") as running:
        yield running


@pytest.fixture
def section(there):
    return ProviderSection(
        issuer=there.url,
        client=CLIENT,
        client_secret=Secret(SECRET),
        redirect=REDIRECT,
        after_logout=AFTER_LOGOUT,
    )


@pytest.fixture
def now():
    """The provider has a clock of its own."""
    return datetime.now(UTC)


class OnItsOwnDay:
    """The provider as the exercise knows it, whose mornings are another day's than its own."""

    def __init__(self, provider, away):
        self._provider, self._away = provider, away

    def begin(self, wanted, *, now):
        return self._provider.begin(wanted, now=now + self._away)

    def finish(self, query, *, browser, now):
        login = self._provider.finish(query, browser=browser, now=now + self._away)
        return replace(login, at=login.at - self._away)

    def logout(self, reference, *, now):
        return self._provider.logout(reference, now=now + self._away)

    def check(self):
        return self._provider.check()


@pytest.mark.parametrize("step", EXERCISE, ids=lambda step: step.__name__)
def test_exercise(step, met, logs_in, now):
    step(Met(OnItsOwnDay(met(), now - MORNING), logs_in))


def test_who_logged_in(met, logs_in, now):
    provider = met()
    query = logs_in(provider.begin(Wanted(browser=BROWSER, level=2), now=now))
    assert set(parse_qs(query)) == {"code", "state", "iss"}
    login = provider.finish(query, browser=BROWSER, now=now)
    assert (login.person.name, login.person.number.digits) == ("Nguyễn Thị Hoa", "038190000123")
    assert login.level == 2


def test_without_the_verifier_a_code_buys_nothing(met, logs_in, now):
    """Authlib holds the challenge against it, not we."""
    provider = met()
    stolen = parse_qs(logs_in(provider.begin(Wanted(browser="victim"), now=now)))
    mine = parse_qs(logs_in(provider.begin(Wanted(browser=BROWSER), now=now)))
    query = urlencode({**{n: v[0] for n, v in mine.items()}, "code": stolen["code"][0]})
    with pytest.raises(NotAllowed):
        provider.finish(query, browser=BROWSER, now=now)


def test_a_code_is_redeemed_once(met, logs_in, now):
    provider = met()
    first = logs_in(provider.begin(Wanted(browser=BROWSER), now=now))
    provider.finish(first, browser=BROWSER, now=now)
    again = parse_qs(logs_in(provider.begin(Wanted(browser=BROWSER), now=now)))
    used = urlencode({**{n: v[0] for n, v in again.items()}, "code": parse_qs(first)["code"][0]})
    with pytest.raises(NotAllowed):
        provider.finish(used, browser=BROWSER, now=now)


def test_a_wrong_secret_is_a_wrong_setting(met, section, logs_in, now):
    provider = met(replace(section, client_secret=Secret("wrong")))
    query = logs_in(provider.begin(Wanted(browser=BROWSER), now=now))
    with pytest.raises(BadConfiguration, match="client"):
        provider.finish(query, browser=BROWSER, now=now)


def test_keys_that_were_changed(met, logs_in, there, now):
    seconds = [0.0]
    provider = met(ticks=lambda: seconds[0])
    for _ in range(2):
        query = logs_in(provider.begin(Wanted(browser=BROWSER), now=now))
        assert provider.finish(query, browser=BROWSER, now=now).level == 1
        httpx.post(f"{there.url}/rotate", trust_env=False)
        seconds[0] += timedelta(minutes=1).total_seconds()


def test_logging_out_there_too(met, logs_in, now):
    provider = met()
    query = logs_in(provider.begin(Wanted(browser=BROWSER), now=now))
    login = provider.finish(query, browser=BROWSER, now=now)
    address = provider.logout(login.reference, now=now)
    assert came_back(address)["id_token_hint"].count(".") == 2
    with closing(httpx.Client(trust_env=False)) as browser:
        answer = browser.get(address)
    assert answer.status_code == 302
    assert urlsplit(answer.headers["location"])._replace(query="").geturl() == AFTER_LOGOUT
