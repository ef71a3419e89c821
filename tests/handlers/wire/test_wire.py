"""The wire against a real server that misbehaves."""

import traceback
from contextlib import closing
from datetime import timedelta

import pytest

from procflow.engine.errors import (
    BadAnswer,
    BadConfiguration,
    OutcomeUnknown,
    ProcflowError,
    RetryLater,
    Unreachable,
)
from procflow.handlers.wire import Wire, WireSettings
from procflow.tests.speakers.process import CERTIFICATE, speaking

ECHO = "procflow.tests.speakers.echo"
PLANTED = "planted-secret-0123456789"


@pytest.fixture(scope="module")
def echo():
    with speaking(ECHO) as echo:
        yield echo


@pytest.fixture
def wire(echo):
    with closing(Wire(settings(echo.url), system="Echo")) as wire:
        yield wire


def settings(address, **other):
    return WireSettings(address=address, **{"timeout": 0.5, **other})


def test_it_asks_and_reads_the_answer(wire):
    answer = wire.ask("GET", "/echo", params={"q": "hồ sơ"}, repeatable=True)
    assert answer.ok
    assert answer.fields()["query"] == {"q": "hồ sơ"}


def test_a_client_error_is_an_answer(wire):
    answer = wire.ask("GET", "/missing", repeatable=True)
    assert (answer.status, answer.text) == (404, "no such thing")


@pytest.mark.parametrize(
    "kind", ["timeout", "timeout-after-effect", "drop", "half", "drop-after-effect"]
)
def test_what_is_repeatable_is_asked_once_more_at_once(wire, echo, kind):
    echo.misbehave(kind)
    before = len(echo.heard("/echo"))
    assert wire.ask("POST", "/echo", repeatable=True).ok
    assert len(echo.heard("/echo")) == before + 2


@pytest.mark.parametrize("kind", ["timeout", "timeout-after-effect", "drop", "half"])
def test_what_is_not_repeatable_is_in_doubt_after_silence(wire, echo, kind):
    echo.misbehave(kind)
    before = len(echo.heard("/echo"))
    with pytest.raises(OutcomeUnknown, match="may have done"):
        wire.ask("POST", "/echo", repeatable=False)
    assert len(echo.heard("/echo")) == before + 1


def test_two_silences_are_unreachable(wire, echo):
    echo.misbehave("drop", times=2)
    with pytest.raises(Unreachable, match="Expected Echo to answer"):
        wire.ask("POST", "/echo", repeatable=True)


@pytest.mark.parametrize("kind", ["status-429", "status-503"])
def test_a_busy_system_says_when_to_come_again(wire, echo, kind):
    echo.misbehave(kind)
    with pytest.raises(RetryLater) as later:
        wire.ask("POST", "/echo", repeatable=False)
    assert later.value.delay == timedelta(seconds=7)
    assert later.value.sentence("vi") == f"Echo đang bận ({kind[-3:]}); sẽ gọi lại."


@pytest.mark.parametrize(("repeatable", "error"), [(True, Unreachable), (False, OutcomeUnknown)])
def test_a_fault_of_the_system_leaves_open_what_it_did(wire, echo, repeatable, error):
    echo.misbehave("status-500")
    with pytest.raises(error):
        wire.ask("POST", "/echo", repeatable=repeatable)


def test_garbage_is_no_answer(wire, echo):
    echo.misbehave("garbage", times=2)
    with pytest.raises(BadAnswer, match="JSON"):
        wire.ask("GET", "/echo", repeatable=True).json()
    with pytest.raises(BadAnswer, match="UTF-8"):
        _ = wire.ask("GET", "/echo", repeatable=True).text


def test_it_goes_nowhere_else(wire):
    with pytest.raises(BadAnswer, match="redirection"):
        wire.ask("GET", "/elsewhere", repeatable=True)


def test_a_long_answer_is_cut(echo):
    with (
        closing(Wire(settings(echo.url, largest=99_999), system="Echo")) as wire,
        pytest.raises(BadAnswer, match="at most 99999 bytes"),
    ):
        wire.ask("GET", "/long", repeatable=True)


def test_who_is_not_there_was_not_asked():
    with closing(Wire(settings("http://127.0.0.1:9"), system="Nobody")) as wire:
        with pytest.raises(Unreachable):
            wire.ask("POST", "/x", repeatable=False)
        assert not wire.check("exchange: nobody").ok


def test_it_leaves_alone_who_fails_again_and_again(echo):
    time = [0.0]
    chosen = settings(echo.url, failures=2, pause=30.0)
    with closing(Wire(chosen, system="Echo", now=lambda: time[0])) as wire:
        for _ in range(2):
            echo.misbehave("status-500")
            with pytest.raises(Unreachable):
                wire.ask("GET", "/echo", repeatable=True)
        before = len(echo.heard("/echo"))
        with pytest.raises(RetryLater, match="left alone") as later:
            wire.ask("GET", "/echo", repeatable=True)
        assert later.value.delay == timedelta(seconds=30)
        assert later.value.sentence("vi").startswith("Echo lỗi 2 lần liền")
        assert len(echo.heard("/echo")) == before
        time[0] = 30.0
        assert wire.ask("GET", "/echo", repeatable=True).ok
        assert wire.ask("GET", "/echo", repeatable=True).ok


def test_a_certificate_nobody_vouches_for_is_refused_and_a_known_one_is_not():
    with speaking(ECHO, tls=True) as echo:
        with closing(Wire(settings(echo.url), system="Echo")) as wire:
            with pytest.raises(BadConfiguration, match="certificate of Echo"):
                wire.ask("GET", "/echo", repeatable=True)
            assert not wire.check("exchange: echo").ok
        trusting = settings(echo.url, ca_file=CERTIFICATE)
        with closing(Wire(trusting, system="Echo")) as wire:
            assert wire.ask("GET", "/echo", repeatable=True).ok
            assert wire.check("exchange: echo").ok


@pytest.mark.parametrize(
    "address", ["", "ftp://x", "https://", "https://user:word@host", "no address"]
)
def test_an_address_that_is_none_is_refused(address):
    with pytest.raises(BadConfiguration):
        Wire(WireSettings(address=address), system="Echo")


def test_a_file_of_authorities_that_is_none_is_refused(tmp_path):
    file = tmp_path / "ca.pem"
    with pytest.raises(BadConfiguration, match=r"ca\.pem"):
        Wire(WireSettings(address="https://host", ca_file=file), system="Echo")


@pytest.mark.parametrize("kind", ["timeout", "drop", "half", "status-500", "garbage"])
def test_what_was_asked_is_in_no_error(wire, echo, kind):
    echo.misbehave(kind, times=2)
    with pytest.raises(ProcflowError) as caught:
        wire.ask(
            "POST",
            "/echo",
            params={"key": PLANTED},
            headers={"Authorization": PLANTED},
            json={"word": PLANTED},
            repeatable=False,
        ).json()
    shown = "".join(traceback.format_exception(caught.value))
    assert PLANTED not in shown + repr(caught.value)
