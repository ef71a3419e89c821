"""A paper procedure, raised from level 1 to 4, is run to its end with real handlers."""

from pathlib import Path

import pytest

from procflow.engine.model.actor import Actor
from procflow.engine.model.secret import Secret
from procflow.engine.testing import TestEngine
from procflow.engine.testing.calendar import shipped_calendar
from procflow.handlers.dossier.handlers import DossierHandlers
from procflow.handlers.dossier.memory import MemoryDossiers
from procflow.handlers.identity.handlers import IdentityHandlers
from procflow.handlers.identity.memory import MemoryLogins
from procflow.handlers.notification.handlers import NotificationHandlers
from procflow.handlers.notification.memory import MemoryChannel
from procflow.handlers.payment.in_memory import PaymentsInMemory

LIB = Path(__file__).parents[4] / "processes" / "lib"
APPLICATION = {
    "unit": "H56.14.02",
    "applicant": {
        "name": "Lò Văn Pao",
        "personalId": "038180001111",
        "phone": "0901111111",
        "email": "pao@cong-dan.example",
        "address": "Bản Mới",
    },
}


@pytest.fixture
def stores():
    return (
        MemoryDossiers(),
        PaymentsInMemory.signed_with(Secret("0" * 32)),
        MemoryChannel(anybody=False),
    )


@pytest.fixture
def engine(raising, stores):
    dossiers, payments, channel = stores
    engine = TestEngine(
        calendar=shipped_calendar(),
        handlers=[
            DossierHandlers(dossiers),
            *payments.handlers,
            NotificationHandlers([channel]),
            IdentityHandlers(MemoryLogins()),
        ],
    )
    engine.deployments.deploy(LIB)
    engine.deployments.deploy(raising().folder.files)
    return engine


def start(engine, at, variables):
    citizen = Actor(id="pao", groups=frozenset({"cong-dan"}))
    instance = engine.instances.start("xac-nhan", variables, at=at, actor=citizen)
    engine.run_until_idle()
    return instance.key


def work(engine, key, group, element):
    (task,) = [t for t in engine.user_tasks.find(instance=key) if t.element == element]
    assert group in task.candidate_groups
    actor = Actor(id=group, groups=frozenset({group}))
    engine.user_tasks.complete(task.key, {}, actor=actor)
    engine.run_until_idle()


def to_the_signature(engine, key):
    for group, element in (
        ("mot-cua", "tiep-nhan"),
        ("chuyen-vien", "tham-dinh"),
        ("lanh-dao", "ky"),
    ):
        work(engine, key, group, element)


def test_online_from_filing_to_the_electronic_result(engine, stores):
    dossiers, payments, channel = stores
    choices = {"feePayment": "online", "resultDelivery": "electronic"}
    key = start(engine, None, {**APPLICATION, **choices})
    to_the_signature(engine, key)
    (wait,) = [w for w in engine.instances.waits(key) if w.name == "payment-result"]
    now = engine.clock()
    payments.gateways.notify("sandbox", payments.counter.pay(wait.key, now=now), now=now)
    (paid,) = payments.gateways.unsent()
    engine.messages.publish(paid.name, paid.key, paid.variables, message_id=paid.message_id)
    engine.run_until_idle()
    instance = engine.instances.get(key)
    assert (instance.is_active, instance.status) == (False, 10)
    assert not engine.incidents.find(instance=key)
    code = engine.instances.variables(key)["dossier"]["code"]
    assert [each.delivery for each in dossiers.find(code).results] == ["electronic"]
    told = [each.subject for each in channel.sent()]
    assert told[-1].endswith("Đã trả kết quả")
    assert [subject for subject in told if "Kết quả nộp tiền" in subject]


def test_the_counter_goes_on_as_before(engine):
    key = start(engine, "bat-dau", APPLICATION)
    to_the_signature(engine, key)
    work(engine, key, "mot-cua", "thu-phi")
    work(engine, key, "mot-cua", "tra")
    instance = engine.instances.get(key)
    assert (instance.is_active, instance.status) == (False, 10)
    assert not engine.incidents.find(instance=key)
