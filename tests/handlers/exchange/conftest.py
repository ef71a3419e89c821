from contextlib import ExitStack, closing

import pytest

from procflow.engine.model.secret import Secret
from procflow.handlers.exchange.documents import PlatformDocuments
from procflow.handlers.exchange.exercise import OURS, THEIRS
from procflow.handlers.exchange.platform import IntegrationPlatform
from procflow.handlers.exchange.services import PlatformServices
from procflow.handlers.exchange.settings import PlatformSection, ServiceSection
from procflow.handlers.exchange.storage import Register
from procflow.handlers.wire import Wire, WireSettings
from procflow.tests.speakers.integration_platform import CLIENTS, DOCUMENTS
from procflow.tests.speakers.process import speaking

SERVICES = {
    "enterprise": ServiceSection(path="/apiCSDLDKDN/1.0/chiTietDoanhNghiep"),
    "note": ServiceSection(path="/change/1.0/note", changes=True),
    "text": ServiceSection(path="/text", method="GET"),
    "gone": ServiceSection(path="/nowhere", method="GET"),
}
KEYS = {OURS.code: "ours-key", THEIRS.code: "theirs-key"}


class Side:
    """One agency at a platform, with a register of its own."""

    def __init__(self, url, folder, agency, *, secret=None, now=None, timeout=1.0):
        key = KEYS[agency]
        settings = PlatformSection(
            address=url, key=key, secret=Secret(secret or CLIENTS[key][0]), services=SERVICES
        )
        wire = Wire(WireSettings(address=url, timeout=timeout, pause=0.01), system="LGSP")
        clock = {"now": now} if now else {}
        self.settings = settings
        self.platform = IntegrationPlatform(settings, wire, **clock)
        self.register = Register(f"sqlite:///{folder}/{key}.db")
        self.services = PlatformServices(self.platform, SERVICES, self.register)
        self.documents = PlatformDocuments(self.platform, DOCUMENTS, self.register)

    def close(self):
        self.platform.close()
        self.register.close()


@pytest.fixture
def platform():
    """A platform for one test."""
    with speaking("procflow.tests.speakers.integration_platform") as spoken:
        yield spoken


@pytest.fixture
def side(platform, tmp_path):
    """Our side, or another agency's: `side(agency, …)`."""
    with ExitStack() as opened:
        yield lambda agency=OURS.code, **more: opened.enter_context(
            closing(Side(platform.url, tmp_path, agency, **more))
        )
