"""Looking people up behind an integration platform: a process over HTTP, which misbehaves."""

import logging
import traceback
from contextlib import closing

import pytest

from procflow.engine.errors import (
    BadAnswer,
    BadConfiguration,
    ProcflowError,
    RetryLater,
    Unreachable,
)
from procflow.engine.model.secret import Secret
from procflow.handlers.identity.look_up import Cause, Field, Question
from procflow.handlers.identity.memory_population import MemoryPopulation
from procflow.handlers.identity.platform_population import PlatformPopulation
from procflow.handlers.identity.population_exercise import (
    BORN,
    CAUSE,
    CITIZENS,
    HOA,
    POPULATION_EXERCISE,
)
from procflow.handlers.identity.population_words import read_citizens
from procflow.handlers.identity.settings import PopulationSection
from procflow.handlers.wire import AuthorisedWire, Client, Wire, WireSettings
from procflow.tests.speakers.population import INTEGRATION, KEY, PATH, SECRET, SERVICE
from procflow.tests.speakers.process import speaking

QUESTION = Question(name="Nguyễn Thị Hoa", number=HOA, born=BORN)


@pytest.fixture(scope="module")
def running():
    with speaking("procflow.tests.speakers.population") as speaker:
        yield speaker


@pytest.fixture
def speaker(running):
    running.tell("body", None)
    return running


@pytest.fixture
def platform(speaker, patience):
    """The population behind the platform: `platform(secret=…)`."""
    made = []

    def opened(secret=SECRET):
        section = PopulationSection(
            address=speaker.url,
            path=PATH,
            key=KEY,
            secret=Secret(secret),
            integration=INTEGRATION,
            service=SERVICE,
        )
        wire = Wire(
            WireSettings(address=speaker.url, timeout=patience, failures=100), system="LGSP"
        )
        client = Client(key=section.key, secret=section.secret, token_path=section.token_path)
        made.append(PlatformPopulation(section, AuthorisedWire(wire, client)))
        return made[-1]

    yield opened
    for each in made:
        each.close()


@pytest.mark.parametrize("step", POPULATION_EXERCISE, ids=lambda step: step.__name__)
@pytest.mark.parametrize("kind", ["memory", "platform"])
def test_exercise(step, kind, platform):
    step(MemoryPopulation(CITIZENS) if kind == "memory" else platform())


def ask(population, question=QUESTION, cause=CAUSE, fields=(Field.RESIDENCE,), key="i1:1"):
    return population.look_up(question, cause, fields, key=key)


def test_what_the_platform_is_told(platform, speaker):
    population = platform()
    ask(population)
    ask(population)
    ask(population, key="i1:2", cause=Cause(officer="an", unit="U", dossier="Hồ sơ/1"))
    first, again, other = speaker.state()[-3:]
    assert first == again
    assert first["MaYeuCau"] != other["MaYeuCau"]
    assert first["HoVaTen"] == "NGUYEN THI HOA"
    assert first["NgayThangNamSinh"] == "19900115"
    assert first["MaCanBo"] == "an"
    assert first["issue"] == "H56.14-260302-0001"
    assert other["issue"] == "H%E1%BB%93%20s%C6%A1/1"


def test_a_token_that_is_not_taken_any_more_is_renewed(platform, speaker):
    population = platform()
    ask(population)
    speaker.tell("forget-tokens")
    assert ask(population)


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("timeout", Unreachable),
        ("drop", Unreachable),
        ("garbage", BadAnswer),
        ("half", Unreachable),
        ("status-429", RetryLater),
        ("status-503", RetryLater),
        ("status-500", Unreachable),
        ("wrong-signature", BadAnswer),
    ],
)
def test_every_misbehaviour_ends_without_a_wrong_answer(kind, error, platform, speaker):
    population = platform()
    ask(population)
    times = 2 if kind in ("timeout", "drop", "half") else 1
    speaker.misbehave(kind, path=PATH, times=times)
    with pytest.raises(error):
        ask(population)
    assert ask(population)[0][Field.RESIDENCE].startswith("12 Lê Lợi")


@pytest.mark.parametrize("kind", ["duplicate", "timeout-after-effect", "drop"])
def test_asking_once_more_is_the_same(kind, platform, speaker):
    speaker.misbehave(kind, path=PATH)
    assert len(ask(platform())) == 1


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<html/>",
        "<CongdanCollection>",
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><CongdanCollection>&e;'
        "</CongdanCollection>",
        "<CongdanCollection><CongDan><HoVaTen>A</HoVaTen></CongDan></CongdanCollection>",
    ],
)
def test_answers_that_make_no_sense(body, platform, speaker):
    speaker.tell("body", body)
    with pytest.raises(BadAnswer):
        ask(platform())


def test_days_and_sexes_are_read():
    told = "<GioiTinh>Nữ</GioiTinh><NgayThangNamSinh>1990</NgayThangNamSinh><!-- x -->"
    xml = f"<CongdanCollection><CongDan>{told}</CongDan></CongdanCollection>"
    assert read_citizens(xml.encode()) == [{Field.SEX: "female", Field.DATE_OF_BIRTH: "1990"}]


def test_a_wrong_secret_is_a_setting_to_mend_and_is_not_shown(platform, caplog):
    caplog.set_level(logging.DEBUG)
    wrong = "-".join(("planted", "wrong"))
    population = platform(secret=wrong)
    check = population.check()
    assert not check.ok
    with pytest.raises(BadConfiguration) as refused:
        ask(population)
    shown = [caplog.text, repr(vars(population)), repr(check)]
    shown += traceback.format_exception(refused.value)
    assert wrong not in "".join(shown)


def test_no_token_and_no_number_is_shown(platform, speaker, caplog):
    caplog.set_level(logging.DEBUG)
    shown = []
    with closing(platform()) as population:
        ask(population)
        shown.append(repr(vars(population)))
        for kind in ("garbage", "status-500", "wrong-signature"):
            speaker.misbehave(kind, path=PATH)
            with pytest.raises(ProcflowError) as refused:
                ask(population)
            shown += traceback.format_exception(refused.value)
    text = "".join([*shown, caplog.text])
    for planted in (SECRET, "planted-token", HOA.digits):
        assert planted not in text
