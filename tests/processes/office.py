"""An office that plays procedures with real handlers, and a look at what was touched on disk."""

from hashlib import sha256
from pathlib import Path

from procflow.engine.model.actor import Actor
from procflow.engine.model.secret import Secret
from procflow.engine.testing import TestEngine
from procflow.engine.testing.calendar import shipped_calendar
from procflow.handlers.dossier.handlers import DossierHandlers
from procflow.handlers.dossier.memory import MemoryDossiers
from procflow.handlers.identity.handlers import IdentityHandlers
from procflow.handlers.identity.memory_provider import Account, MemoryProvider
from procflow.handlers.identity.person import Person
from procflow.handlers.identity.personal_number import PersonalNumber
from procflow.handlers.identity.port import Wanted
from procflow.handlers.identity.storage import EmbeddedIdentity
from procflow.handlers.notification.handlers import NotificationHandlers
from procflow.handlers.notification.memory import MemoryChannel
from procflow.handlers.payment.in_memory import PaymentsInMemory

HOUSE = Path(__file__).parents[2]
CODE = [HOUSE / name for name in ("engine", "handlers", "commands", "cli.py", "processes")]


class Office:
    """A test engine with the stores that its real handlers write to."""

    def __init__(self):
        self.dossiers = MemoryDossiers()
        self.payments = PaymentsInMemory.signed_with(Secret("0" * 32))
        self.channel = MemoryChannel(anybody=False)
        self.logins = EmbeddedIdentity("sqlite://")
        self.engine = TestEngine(
            at="2026-03-02T08:30:00+07:00",
            calendar=shipped_calendar(),
            handlers=[
                DossierHandlers(self.dossiers),
                *self.payments.handlers,
                NotificationHandlers([self.channel]),
                IdentityHandlers(self.logins),
            ],
        )

    def deploy(self, *folders):
        for folder in folders:
            self.engine.deployments.deploy(folder)

    def log_in(self, name, number):
        """The applicant as whoever logged in at the provider, as a portal hands it on."""
        person = Person(
            provider="vneid", subject=number, name=name, number=PersonalNumber.parse(number)
        )
        provider = MemoryProvider({"it": Account(person=person, level=2)}, self.logins)
        now = self.engine.clock()
        address = provider.begin(Wanted(browser="b", level=2), now=now)
        login = provider.finish(provider.log_in(address, "it"), browser="b", now=now)
        return login.applicant()

    def file_as(self, who, process, variables, at=None):
        """who: of a login. What the login proves goes before what is declared."""
        applicant = {**who, **variables["applicant"]}
        return self.file(process, {**variables, "applicant": applicant}, at)

    def file(self, process, variables, at=None):
        citizen = Actor(id="loan", groups=frozenset({"cong-dan"}))
        instance = self.engine.instances.start(process, variables, actor=citizen, at=at)
        self.engine.run_until_idle()
        return instance.key

    def complete(self, key, steps):
        for group, element, variables in steps:
            actor = Actor(id=group, groups=frozenset({group}))
            found = self.engine.user_tasks.find(instance=key)
            (task,) = [each for each in found if each.element == element]
            self.engine.user_tasks.complete(task.key, variables, actor=actor)
            self.engine.run_until_idle()

    def order(self, key):
        (wait,) = [
            w
            for w in self.engine.instances.waits(key)
            if w.kind == "message" and w.name == "payment-result"
        ]
        return wait.key

    def pay(self, key, *, declined=False):
        counter, gateways = self.payments.counter, self.payments.gateways
        now = self.engine.clock()
        callback = (counter.decline if declined else counter.pay)(self.order(key), now=now)
        gateways.notify("sandbox", callback, now=now)
        for each in gateways.unsent():
            self.engine.messages.publish(each.name, each.key, each.variables)
            gateways.sent(each.message_id)
        self.engine.run_until_idle()

    def waits(self, key):
        return {each.element for each in self.engine.user_tasks.find(instance=key)}

    def variable(self, key, name):
        return self.engine.instances.variables(key).get(name)

    def code(self, key):
        return self.variable(key, "dossier")["code"]

    def results(self, key):
        dossier = self.dossiers.find(self.code(key))
        return [(each.document.name, each.delivery) for each in dossier.results]

    def is_done(self, key):
        instance = self.engine.instances.get(key)
        assert not self.engine.incidents.find(instance=key)
        assert not self.engine.history.verify(key)
        return not instance.is_active and instance.status == 10


def digests(*places):
    """Of files, and of all files in folders."""
    each = (file for place in places for file in (place, *place.rglob("*")) if file.is_file())
    kept = (file for file in each if "__pycache__" not in file.parts)
    return {file: sha256(file.read_bytes()).hexdigest() for file in kept}


def touched_by(act, folder):
    """The files of a folder that an act writes, while it writes nothing to the code."""
    code, before = digests(*CODE), digests(folder)
    act()
    assert digests(*CODE) == code
    after = digests(folder)
    return {file for file in after if after[file] != before.get(file)}
