"""`rest.call`: only allowed hosts, only at addresses that may be reached, within limits, once."""

import logging
import socket
import traceback
from base64 import b64encode
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.errors import (
    BadAnswer,
    BadConfiguration,
    BadInput,
    OutcomeUnknown,
    RetryLater,
    Unreachable,
)
from procflow.engine.handler import Completed, ErrorThrown, Failed, Retry
from procflow.engine.model.secret import Secret
from procflow.handlers.exchange.addresses import may_reach
from procflow.handlers.exchange.exercise import CALL_EXERCISE, Office
from procflow.handlers.exchange.memory_caller import MemoryCaller
from procflow.handlers.exchange.rest import Call, CallAnswer, target_of
from procflow.handlers.exchange.rest_caller import RestCaller
from procflow.handlers.exchange.rest_handlers import RestHandlers
from procflow.handlers.exchange.settings import CredentialSection, HostSection
from procflow.tests.speakers.office import TOKEN
from procflow.tests.speakers.process import CERTIFICATE, speaking

KEY = "i1:7"


@pytest.fixture
def office():
    with speaking("procflow.tests.speakers.office") as spoken:
        yield spoken


def host_of(spoken):
    return urlsplit(spoken.url).netloc


@pytest.fixture
def caller(office):
    with closing(calling(office)) as caller:
        yield caller


def calling(office, *, reach="loopback", credentials=None, resolve=None, **more):
    hosts = {host_of(office): HostSection(reach=reach, timeout=1, **more)}
    resolving = {"resolve": resolve} if resolve else {}
    return RestCaller(hosts, credentials or {}, **resolving)


def get(office, path, **more):
    return Call(method="GET", url=f"{office.url}{path}", key=KEY, **more)


def post(office, path="/notes", **more):
    return Call(method="POST", url=f"{office.url}{path}", key=KEY, body={"text": "Ghi"}, **more)


@pytest.mark.parametrize("step", CALL_EXERCISE, ids=lambda step: step.__name__)
class TestExercise:
    def test_over_http(self, step, caller, office):
        step(Office(caller, office.url))

    def test_in_memory(self, step):
        url = "http://127.0.0.1:80"
        answers = {("GET", f"{url}/text"): CallAnswer(status=200, body="văn bản thường")}
        hosts = {"127.0.0.1": HostSection(reach="loopback")}
        step(Office(MemoryCaller(answers, hosts=hosts), url))


class TestWhatIsAsked:
    def test_query_headers_and_body_arrive(self, caller, office):
        call = Call(
            method="PUT",
            url=f"{office.url}/echo?một=1&x=a%20b",
            key=KEY,
            query={"y": "ă b", "n": 3, "t": True, "none": None},
            headers={"X-Unit": "H56.14", "Accept": "application/vnd.x+json", "N": 5},
            body={"tên": "Hoa"},
        )
        asked = caller.call(call).body
        assert asked["method"] == "PUT"
        assert asked["query"] == {"một": "1", "x": "a b", "y": "ă b", "n": "3", "t": "true"}
        assert asked["headers"]["x-unit"] == "H56.14"
        assert asked["headers"]["n"] == "5"
        assert asked["headers"]["accept"] == "application/vnd.x+json"
        assert asked["headers"]["idempotency-key"] == KEY
        assert asked["headers"]["host"] == host_of(office)
        assert asked["body"] == '{"tên":"Hoa"}'

    @pytest.mark.parametrize(
        "headers",
        [
            {"Authorization": "Bearer x"},
            {"HOST": "other"},
            {"Cookie": "a=b"},
            {"Content-Length": "1"},
            {"Idempotency-Key": "x"},
            {"Proxy-Authorization": "x"},
            {"X": "a\r\nB: c"},
            {"X\r\nY": "a"},
            {"": "a"},
            {"X": "tiếng"},
        ],
    )
    def test_headers_that_are_not_a_drawings_are_refused(self, headers, caller, office):
        with pytest.raises(BadInput, match="headers that a drawing may give"):
            caller.call(get(office, "/echo", headers=headers))
        assert office.heard() == []

    @pytest.mark.parametrize(
        ("path", "status", "body"),
        [
            ("/text", 200, "văn bản thường"),
            ("/empty", 204, None),
            ("/missing", 404, {"error": "không có"}),
        ],
    )
    def test_what_is_answered(self, path, status, body, caller, office):
        answer = caller.call(get(office, path))
        assert (answer.status, answer.body) == (status, body)


HOSTS = {
    "api.example.gov.vn": HostSection(),
    "Api2.example.gov.vn:8443": HostSection(),
    "127.0.0.1:80": HostSection(reach="loopback"),
    "xn--tnh-hoa-2tb.example": HostSection(),
}


class TestWhereItMayGo:
    @pytest.mark.parametrize(
        ("url", "base", "path"),
        [
            ("https://api.example.gov.vn/a?b=c#d", "https://api.example.gov.vn", "/a?b=c"),
            ("https://API.example.gov.vn:443/", "https://api.example.gov.vn", "/"),
            ("https://api2.example.gov.vn:8443", "https://api2.example.gov.vn:8443", "/"),
        ],
    )
    def test_allowed(self, url, base, path):
        target = target_of(url, HOSTS)
        assert (target.base, target.path) == (base, path)

    @pytest.mark.parametrize(
        "url",
        [
            "http://api.example.gov.vn/",
            "https://api2.example.gov.vn/",
            "https://api.example.gov.vn:8443/",
            "https://other.example/",
            "https://api.example.gov.vn.other.example/",
            "https://api.example.gov.vn@other.example/",
            "https://other.example#@api.example.gov.vn/",
            "https://other.example\\@api.example.gov.vn/",
            "https://user:pass@api.example.gov.vn/",
            "https://api.example.gov.vn./",
            "https://127.0.0.1/",
            "https://2130706433/",
            "https://[::1]/",
            "ftp://api.example.gov.vn/",
            "file:///etc/passwd",
            "//api.example.gov.vn/",
            "https:///a",
            "https://api.example.gov.vn:99999/",
            "javascript:alert(1)",
            "",
        ],
    )
    def test_refused(self, url):
        with pytest.raises(BadInput):
            target_of(url, HOSTS)

    @pytest.mark.parametrize(
        ("address", "reaches"),
        [
            ("203.113.0.1", "public internal"),
            ("2001:ee0::1", "public internal"),
            ("10.0.0.5", "internal"),
            ("172.16.3.4", "internal"),
            ("192.168.1.1", "internal"),
            ("fd00::1", "internal"),
            ("::ffff:10.0.0.5", "internal"),
            ("64:ff9b::a00:5", "internal"),
            ("2002:a00:5::", "internal"),
            ("127.0.0.1", "loopback"),
            ("::1", "loopback"),
            ("::ffff:127.0.0.1", "loopback"),
            ("169.254.169.254", ""),
            ("::ffff:169.254.169.254", ""),
            ("fe80::1%eth0", ""),
            ("0.0.0.0", ""),
            ("::", ""),
            ("255.255.255.255", ""),
            ("224.0.0.1", ""),
            ("ff02::1", ""),
            ("100.64.0.1", ""),
            ("240.0.0.1", ""),
        ],
    )
    def test_addresses(self, address, reaches):
        found = [each for each in ("public", "internal", "loopback") if may_reach(address, each)]
        assert found == reaches.split()

    @given(st.ip_addresses(v=4))
    def test_an_address_is_no_other_when_it_is_written_as_ipv6(self, address):
        for reach in ("public", "internal", "loopback"):
            assert may_reach(f"::ffff:{address}", reach) is may_reach(str(address), reach)

    def test_a_name_that_leads_inside_is_not_called(self, office):
        for reach in ("public", "internal"):
            with closing(calling(office, reach=reach)) as caller:
                url = office.url.replace("http://", "https://")
                with pytest.raises(BadInput, match="may not"):
                    caller.call(Call(method="GET", url=f"{url}/echo", key=KEY))
        assert office.heard() == []

    def test_one_forbidden_address_among_others_is_enough(self, office):
        def resolve(host, port):
            return ["127.0.0.1", "10.0.0.1"]

        with closing(calling(office, resolve=resolve)) as caller, pytest.raises(BadInput):
            caller.call(get(office, "/echo"))
        assert office.heard() == []

    def test_the_address_that_was_looked_at_is_the_one_that_is_called(self, office, monkeypatch):
        """A name that leads elsewhere the second time it is asked: nobody asks a second time."""
        port, asked = urlsplit(office.url).port, []
        name = f"turning.example:{port}"

        def resolve(host, _port):
            asked.append(host)
            return ["127.0.0.1"] if len(asked) == 1 else ["169.254.169.254"]

        system = socket.getaddrinfo

        def only_addresses(host, *arguments, **more):
            assert host == "127.0.0.1", "the name is resolved again"
            return system(host, *arguments, **more)

        hosts = {name: HostSection(reach="loopback", timeout=1)}
        with closing(RestCaller(hosts, {}, resolve=resolve)) as caller:
            call = Call(method="GET", url=f"http://{name}/echo", key=KEY)
            with monkeypatch.context() as patched:
                patched.setattr(socket, "getaddrinfo", only_addresses)
                answer = caller.call(call)
            assert answer.body["headers"]["host"] == name
            with pytest.raises(BadInput):
                caller.call(call)
        assert asked == ["turning.example", "turning.example"]

    def test_a_host_without_an_address_is_not_there(self, office):
        def resolve(host, port):
            raise socket.gaierror

        with closing(calling(office, resolve=resolve)) as caller, pytest.raises(Unreachable):
            caller.call(post(office))

    def test_redirects_are_not_followed(self, caller, office):
        with pytest.raises(BadAnswer):
            caller.call(get(office, "/elsewhere"))
        assert [asked["path"] for asked in office.heard()] == ["/elsewhere"]


class TestWhatGoesWrong:
    @pytest.mark.parametrize(
        ("kind", "error"),
        [
            ("timeout", Unreachable),
            ("timeout-after-effect", Unreachable),
            ("drop", Unreachable),
            ("drop-after-effect", Unreachable),
            ("half", Unreachable),
            ("garbage", BadAnswer),
            ("status-429", RetryLater),
            ("status-503", RetryLater),
            ("status-500", Unreachable),
        ],
    )
    def test_a_question_can_be_asked_again(self, kind, error, caller, office):
        office.misbehave(kind, times=2)
        with pytest.raises(error):
            for _ in range(2):
                caller.call(get(office, "/echo"))
        for _ in range(2):
            try:
                answer = caller.call(get(office, "/echo"))
            except error:
                continue
        assert answer.status == 200

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
    def test_an_effect_is_not_repeated(self, kind, error, effects, caller, office):
        office.misbehave(kind)
        with pytest.raises(error):
            caller.call(post(office))
        assert len(office.heard()) == 1
        assert len(office.state()["notes"]) == effects

    @pytest.mark.parametrize("kind", ["timeout-after-effect", "drop-after-effect", "half"])
    def test_where_keys_are_honoured_an_effect_is_asked_again_and_is_there_once(self, kind, office):
        office.misbehave(kind)
        with closing(calling(office, takes_keys=True)) as caller:
            assert caller.call(post(office)).body == {"number": 1}
        assert len(office.heard()) == 2
        assert len(office.state()["notes"]) == 1

    def test_an_answer_that_is_too_long(self, caller, office):
        with pytest.raises(BadAnswer, match="200000"):
            caller.call(get(office, "/large"))

    def test_an_answer_that_is_not_what_it_says(self, caller, office):
        with pytest.raises(BadAnswer):
            caller.call(get(office, "/lies"))

    def test_a_host_that_fails_again_and_again_is_left_alone(self, caller, office):
        office.misbehave("status-500", times=20)
        for _ in range(5):
            with pytest.raises(Unreachable):
                caller.call(get(office, "/echo"))
        with pytest.raises(RetryLater):
            caller.call(get(office, "/echo"))

    def test_certificates_are_checked_against_the_name(self):
        with speaking("procflow.tests.speakers.office", tls=True) as office:
            port = urlsplit(office.url).port
            hosts = {
                f"localhost:{port}": HostSection(reach="loopback", ca_file=str(CERTIFICATE)),
                f"127.0.0.1:{port}": HostSection(reach="loopback"),
                f"other.example:{port}": HostSection(reach="loopback", ca_file=str(CERTIFICATE)),
            }

            def resolve(host, port):
                return ["127.0.0.1"]

            with closing(RestCaller(hosts, {}, resolve=resolve)) as caller:
                asked = Call(method="GET", url=f"https://localhost:{port}/echo", key=KEY)
                assert caller.call(asked).body["headers"]["host"] == f"localhost:{port}"
                for host in ("127.0.0.1", "other.example"):
                    with pytest.raises(BadConfiguration, match="certificate"):
                        caller.call(Call(method="GET", url=f"https://{host}:{port}/echo", key=KEY))


def credentials(office, **more):
    return {"office": CredentialSection(hosts=(host_of(office),), secret=Secret(TOKEN), **more)}


class TestCredentials:
    def test_a_credential_is_sent_by_its_name(self, office):
        with closing(calling(office, credentials=credentials(office))) as caller:
            assert caller.call(get(office, "/private", credential="office")).body == {"in": True}
            assert caller.call(get(office, "/private")).status == 401

    @pytest.mark.parametrize(
        ("more", "header", "value"),
        [
            ({"scheme": "basic", "user": "an"}, "authorization", None),
            ({"scheme": "header", "header": "X-API-Key"}, "x-api-key", TOKEN),
        ],
    )
    def test_other_schemes(self, more, header, value, office):
        with closing(calling(office, credentials=credentials(office, **more))) as caller:
            caller.call(get(office, "/private", credential="office"))
        basic = "Basic " + b64encode(f"an:{TOKEN}".encode()).decode()
        assert office.heard()[0]["headers"][header] == (value or basic)

    def test_no_other_host_gets_it(self, office):
        elsewhere = {"office": CredentialSection(hosts=("api.example",), secret=Secret(TOKEN))}
        with closing(calling(office, credentials=elsewhere)) as caller:
            for name in ("office", "nobody", ""):
                with pytest.raises(BadInput, match="credential"):
                    caller.call(get(office, "/private", credential=name))
            check = caller.check()
        assert office.heard() == []
        assert not check.ok
        assert "api.example" in check.sentence("vi")

    @pytest.mark.parametrize(
        "more", [{}, {"scheme": "basic", "user": "an"}, {"scheme": "header", "header": "X-K"}]
    )
    def test_who_tells_it_back_tells_it_to_nobody(self, more, office, job, caplog):
        caplog.set_level(logging.DEBUG)
        with closing(calling(office, credentials=credentials(office, **more))) as caller:
            handlers = RestHandlers(caller)
            url = f"{office.url}/echo"
            done = job(handlers, "rest.call", url=url, credential="office", method="GET")
            assert isinstance(done, Completed)
            with pytest.raises(BadAnswer) as refused:
                caller.call(get(office, "/elsewhere", credential="office"))
            told = traceback.TracebackException.from_exception(refused.value)
            basic = b64encode(f"an:{TOKEN}".encode()).decode()
            shown = [repr(done), repr(caller.__dict__), "".join(told.format()), caplog.text]
        assert "***" in repr(done)
        assert not any(secret in text for text in shown for secret in (TOKEN, basic))


class TestTheJob:
    @pytest.fixture
    def run(self, caller, job):
        return lambda **asked: job(RestHandlers(caller), "rest.call", **asked)

    def test_an_answer_is_variables(self, run, office):
        done = run(url=f"{office.url}/notes", method="POST", body={"text": "Ghi"})
        assert isinstance(done, Completed)
        response = done.variables["response"]
        assert (response["status"], response["body"]) == (201, {"number": 1})
        assert response["headers"] == {"content-type": "application/json"}

    def test_an_empty_answer_is_one(self, run, office):
        done = run(url=f"{office.url}/empty")
        assert done.variables["response"] == {"status": 204, "headers": {}, "body": None}

    def test_a_refusal_is_for_the_drawing(self, run, office):
        refused = run(url=f"{office.url}/missing")
        assert isinstance(refused, ErrorThrown)
        assert refused.code == "REST_REFUSED"
        assert refused.variables["response"]["status"] == 404
        assert refused.variables["response"]["body"] == {"error": "không có"}

    def test_time_decides_where_the_host_says_so(self, run, office):
        office.misbehave("status-429")
        again = run(url=f"{office.url}/echo")
        assert isinstance(again, Retry)
        assert again.delay.total_seconds() == 7

    @pytest.mark.parametrize(
        ("kind", "method", "retry"),
        [("status-500", "GET", True), ("status-500", "POST", False), ("drop", "POST", False)],
    )
    def test_a_fault_is_tried_again_where_that_is_safe(self, kind, method, retry, run, office):
        office.misbehave(kind, times=2)
        failed = run(url=f"{office.url}/notes", method=method)
        assert isinstance(failed, Failed)
        assert failed.retry is retry
        assert failed.sentence("vi")

    @pytest.mark.parametrize(
        "asked",
        [
            {"url": "https://other.example/"},
            {"url": "not a url"},
            {"url": "https://api.example/", "method": "TRACE"},
            {"url": "https://api.example/" + "x" * 2000},
            {},
        ],
    )
    def test_what_does_not_fit_is_an_incident_at_once(self, asked, run):
        failed = run(**asked)
        assert isinstance(failed, Failed)
        assert not failed.retry
        assert failed.sentence("vi")

    def test_in_memory_it_answers_what_a_rehearsal_says(self, job):
        caller = MemoryCaller()
        done = job(RestHandlers(caller), "rest.call", url="https://any.example/")
        assert done.variables["response"]["status"] == 200
        assert [call.key for call in caller.called] == [KEY.replace("7", "1")]
        assert RestHandlers(caller).check().ok
