from contextlib import closing
from datetime import datetime

import httpx
import pytest

from procflow.engine.model.secret import Secret
from procflow.handlers.identity.memory import MemoryLogins
from procflow.handlers.identity.openid import OpenIdProvider
from procflow.handlers.identity.settings import ProviderSection
from procflow.handlers.wire import Wire, WireSettings
from procflow.tests.speakers.openid import CLIENT, REDIRECT, SECRET
from procflow.tests.speakers.process import speaking

AT_THE_PROVIDER = "2026-03-02T08:01:00+07:00"
NOW = datetime.fromisoformat(AT_THE_PROVIDER)


@pytest.fixture(scope="session")
def running_provider():
    with speaking("procflow.tests.speakers.openid") as speaker:
        yield speaker


@pytest.fixture
def speaker(running_provider):
    """The provider's process, as it was in the beginning."""
    running_provider.tell("now", AT_THE_PROVIDER)
    for what in ("claims", "userinfo", "metadata"):
        running_provider.tell(what, {})
    running_provider.tell("sign", "")
    return running_provider


@pytest.fixture
def section(speaker):
    return ProviderSection(
        issuer=speaker.url,
        client=CLIENT,
        client_secret=Secret(SECRET),
        redirect=REDIRECT,
        after_logout="https://hoso.example.org/",
    )


@pytest.fixture
def logins():
    return MemoryLogins()


@pytest.fixture
def met(section, logins, patience):
    """Providers over HTTP: `met()`, `met(section)`."""
    made = []

    def provider(chosen=section, **more):
        def open_wire(address):
            settings = WireSettings(address=address, timeout=patience, failures=100)
            return Wire(settings, system=chosen.name)

        made.append(OpenIdProvider(chosen, logins, open_wire, **more))
        return made[-1]

    yield provider
    for each in made:
        each.close()


@pytest.fixture
def logs_in():
    """Hoa's browser, at the provider: the query with which it comes back."""
    with closing(httpx.Client(trust_env=False)) as browser:

        def came_back(address, *, decline=False):
            answer = browser.get(address + ("&decline=1" if decline else ""))
            assert answer.status_code == 302, answer.text
            return answer.headers["location"].partition("?")[2]

        yield came_back
