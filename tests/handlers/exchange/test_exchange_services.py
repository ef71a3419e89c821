"""Services behind the integration platform: tokens, causes, the register, and what goes wrong."""

import logging
import traceback

import pytest

from procflow.engine.errors import (
    BadAnswer,
    BadConfiguration,
    OutcomeUnknown,
    RetryLater,
    Unreachable,
)
from procflow.engine.handler import Completed, ErrorThrown, Failed
from procflow.handlers.exchange.exercise import (
    ENTERPRISE,
    ITS_NAME,
    NOW,
    SERVICE_EXERCISE,
    enterprise_call,
)
from procflow.handlers.exchange.memory import MemoryServices
from procflow.handlers.exchange.port import ServiceAnswer, ServiceCall
from procflow.handlers.exchange.service_handlers import ServiceHandlers
from procflow.tests.speakers.integration_platform import CLIENTS

CAUSE = "H56.14-260302-0001"
SECRET = CLIENTS["ours-key"][0]


def scripted():
    def answer(call):
        if call.body["code"] == ENTERPRISE:
            return ServiceAnswer(status=200, body={"name": ITS_NAME})
        return ServiceAnswer(status=404, body={})

    return MemoryServices({"enterprise": answer})


@pytest.mark.parametrize("step", SERVICE_EXERCISE, ids=lambda step: step.__name__)
class TestExercise:
    def test_in_memory(self, step):
        step(scripted())

    def test_at_the_platform(self, step, side):
        step(side().services)


def note(key="note:1"):
    return ServiceCall(service="note", cause=CAUSE, key=key, body={"text": "Ghi"})


def test_a_call_carries_its_cause_its_officer_and_its_key(side, platform):
    answer = side().services.ask(enterprise_call(ENTERPRISE, "i1:7"), NOW)
    assert answer.body["asker"] == "nguyen-van-an"
    assert platform.state()["causes"] == [CAUSE]
    (heard,) = platform.heard("/apiCSDLDKDN")
    assert heard["headers"]["x-road-id"] == "i1:7"
    assert heard["headers"]["x-road-issue"] == CAUSE


def test_letters_that_no_header_holds_are_sent_all_the_same(side, platform):
    call = ServiceCall(service="text", cause="Hồ sơ\r\n1", key="1", officer="Nguyễn Văn Ân")
    side().services.ask(call, NOW)
    assert platform.state()["causes"] == ["H%E1%BB%93 s%C6%A1%0D%0A1"]


def test_one_token_serves_many_calls(side, platform):
    services = side().services
    for number in range(5):
        services.ask(enterprise_call(ENTERPRISE, str(number)), NOW)
    assert platform.state()["given"] == 1


def test_a_token_is_renewed_before_it_ends(side, platform):
    moment = [0.0]
    services = side(now=lambda: moment[0]).services
    for moment[0] in (0.0, 3539.0, 3541.0, 3600.0):
        services.ask(enterprise_call(ENTERPRISE, str(moment[0])), NOW)
    assert platform.state()["given"] == 2


def test_a_token_that_lives_shortly_is_used_for_half_its_life(side, platform):
    platform.tell("life", 10)
    moment = [0.0]
    services = side(now=lambda: moment[0]).services
    for moment[0] in (0.0, 4.0, 6.0):
        services.ask(enterprise_call(ENTERPRISE, str(moment[0])), NOW)
    assert platform.state()["given"] == 2


def test_a_token_that_is_not_taken_is_renewed_once(side, platform):
    services = side().services
    services.ask(enterprise_call(ENTERPRISE, "1"), NOW)
    platform.tell("end tokens")
    assert services.ask(note(), NOW).body == {"number": 1}  # 401: nothing was done before
    assert platform.state()["given"] == 2
    assert platform.state()["changes"] == 1


def test_a_token_of_yesterday_is_renewed(side, platform):
    platform.misbehave("skew", path="/token")
    assert side().services.ask(enterprise_call(ENTERPRISE, "1"), NOW).ok


def test_who_is_not_let_in_says_so(side, platform):
    services = side(secret="planted-and-wrong").services
    with pytest.raises(BadConfiguration, match="LGSP"):
        services.ask(enterprise_call(ENTERPRISE, "1"), NOW)
    check = services.check()
    assert not check.ok
    assert "LGSP" in check.sentence("vi")


def test_the_token_of_a_client_locked_out_meanwhile(side, platform):
    services = side().services
    services.ask(enterprise_call(ENTERPRISE, "1"), NOW)
    platform.tell("lock out")
    with pytest.raises(BadConfiguration):
        services.ask(enterprise_call(ENTERPRISE, "2"), NOW)
    platform.tell("let in")
    assert services.ask(enterprise_call(ENTERPRISE, "2"), NOW).ok


ENDS = {
    "timeout": Unreachable,
    "timeout-after-effect": Unreachable,
    "drop": Unreachable,
    "drop-after-effect": Unreachable,
    "half": Unreachable,
    "garbage": BadAnswer,
    "status-429": RetryLater,
    "status-503": RetryLater,
    "status-500": Unreachable,
}


@pytest.mark.parametrize("kind", ENDS)
def test_what_goes_wrong_with_a_question_can_be_asked_again(kind, side, platform):
    services = side(timeout=0.5).services
    path = "/apiCSDLDKDN"
    platform.misbehave(kind, path=path, times=2)
    with pytest.raises(ENDS[kind]):
        for _ in range(3):  # garbage and refusals use up one misbehaviour a call
            services.ask(enterprise_call(ENTERPRISE, "1"), NOW)
    for _ in range(2):
        try:
            answer = services.ask(enterprise_call(ENTERPRISE, "1"), NOW)
        except ENDS[kind]:
            continue
    assert answer.body["name"] == ITS_NAME


@pytest.mark.parametrize(
    ("kind", "error", "effects"),
    [
        ("timeout", OutcomeUnknown, 0),
        ("timeout-after-effect", OutcomeUnknown, 1),
        ("drop", OutcomeUnknown, 0),
        ("drop-after-effect", OutcomeUnknown, 1),
        ("half", OutcomeUnknown, 1),
        ("garbage", OutcomeUnknown, 1),
        ("status-429", RetryLater, 0),
        ("status-503", RetryLater, 0),
        ("status-500", OutcomeUnknown, 0),
    ],
)
def test_what_changes_something_is_never_done_twice(kind, error, effects, side, platform):
    services = side(timeout=0.5).services
    platform.misbehave(kind, path="/change")
    with pytest.raises(error):
        services.ask(note(), NOW)
    assert platform.state()["changes"] == effects
    assert len(platform.heard("/change")) == 1


def test_each_call_is_in_the_register(side, platform):
    ours = side()
    ours.services.ask(enterprise_call(ENTERPRISE, "1"), NOW)
    ours.services.ask(enterprise_call("9999999999", "2"), NOW)
    platform.misbehave("drop", path="/change")
    with pytest.raises(OutcomeUnknown):
        ours.services.ask(note(), NOW)
    lines = ours.register.calls(CAUSE)
    assert [(line.service, line.officer, line.outcome) for line in lines] == [
        ("enterprise", "nguyen-van-an", "200"),
        ("enterprise", "nguyen-van-an", "404"),
        ("note", None, "OutcomeUnknown"),
    ]
    assert {line.at for line in lines} == {NOW}
    assert ENTERPRISE not in repr(lines)


def test_the_job(side, platform, job):
    handlers = ServiceHandlers(side().services)
    asked = {"service": "enterprise", "cause": CAUSE, "body": {"code": ENTERPRISE}}
    done = job(handlers, "exchange.ask-service", **asked)
    assert isinstance(done, Completed)
    assert done.variables["answer"]["body"]["name"] == ITS_NAME
    refused = job(handlers, "exchange.ask-service", **{**asked, "body": {"code": "9"}})
    assert isinstance(refused, ErrorThrown)
    assert (refused.code, refused.variables["answer"]["status"]) == ("SERVICE_REFUSED", 404)
    unknown = job(handlers, "exchange.ask-service", **{**asked, "service": "nobody"})
    assert isinstance(unknown, Failed)
    assert not unknown.retry
    assert "enterprise" in unknown.sentence("vi")
    text = job(handlers, "exchange.ask-service", service="text", cause=CAUSE)
    assert text.variables["answer"]["body"] == "không phải JSON"
    without_cause = job(handlers, "exchange.ask-service", service="enterprise")
    assert "'cause'" in without_cause.sentence("en")


def test_the_secret_and_the_token_are_nowhere_to_be_seen(side, platform, job, caplog, tmp_path):
    caplog.set_level(logging.DEBUG)
    ours, wrong = side(), side(secret="planted-and-wrong")
    handlers = ServiceHandlers(ours.services)
    done = job(
        handlers, "exchange.ask-service", service="enterprise", cause=CAUSE, body={"code": "9"}
    )
    with pytest.raises(BadConfiguration) as refused:
        wrong.services.ask(enterprise_call(ENTERPRISE, "1"), NOW)
    token = platform.heard("/apiCSDLDKDN")[0]["headers"]["authorization"].split()[1]
    told = traceback.TracebackException.from_exception(refused.value)
    shown = [
        repr(done),
        repr(ours.settings),
        repr(ours.platform.__dict__),
        repr(ours.platform._wire.__dict__),
        repr(ours.register.calls(CAUSE)),
        "".join(told.format()),
        caplog.text,
    ]
    for planted in (SECRET, "planted-and-wrong", token):
        assert not any(planted in text for text in shown)
        for file in tmp_path.rglob("*"):
            assert planted.encode() not in file.read_bytes()
