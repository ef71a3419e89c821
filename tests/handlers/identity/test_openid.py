"""Logins by a real OpenID provider process, which misbehaves when it is told to."""

import logging
import traceback
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlencode

import pytest

from procflow.engine.errors import (
    BadAnswer,
    BadConfiguration,
    BadInput,
    Conflict,
    ForgedMessage,
    NotAllowed,
    NotFound,
    ProcflowError,
    RetryLater,
    Unreachable,
)
from procflow.engine.model.secret import Secret
from procflow.handlers.identity.exercise import EXERCISE, Met
from procflow.handlers.identity.memory import MemoryLogins
from procflow.handlers.identity.memory_provider import Account, MemoryProvider
from procflow.handlers.identity.person import Person
from procflow.handlers.identity.personal_number import PersonalNumber
from procflow.handlers.identity.port import Wanted
from procflow.tests.handlers.identity.conftest import NOW
from procflow.tests.speakers.openid import SECRET, came_back

HOA = Person(
    provider="memory", subject="hoa", name="Nguyễn Thị Hoa", number=PersonalNumber("038190000123")
)
BROWSER = "planted-session"


@pytest.fixture(params=["memory", "openid"])
def encounter(request, met, logs_in):
    if request.param == "openid":
        return Met(met(), logs_in)
    provider = MemoryProvider({"hoa": Account(person=HOA)}, MemoryLogins())

    def answered(address, *, decline=False):
        return provider.decline(address) if decline else provider.log_in(address, "hoa")

    return Met(provider, answered)


@pytest.mark.parametrize("step", EXERCISE, ids=lambda step: step.__name__)
def test_exercise(step, encounter):
    step(encounter)


@pytest.fixture
def login(met, logs_in):
    """A whole login: `login(level=1, provider=None, …)`."""

    def made(level=1, provider=None, now=NOW, **changed):
        provider = provider or met()
        address = provider.begin(Wanted(browser=BROWSER, level=level), now=now)
        query = logs_in(address)
        if changed:
            given = {name: values[0] for name, values in parse_qs(query).items()}
            query = urlencode({**given, **changed})
        return provider.finish(query, browser=BROWSER, now=now)

    return made


def test_the_request_is_what_the_protocol_wants(met, section):
    address = met().begin(Wanted(browser=BROWSER, level=2), now=NOW)
    asked = came_back(address)
    assert address.startswith(f"{section.issuer}/oauth2/authorize?")
    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert asked["acr_values"] == "LoA2"
    assert asked["scope"] == "openid"
    assert len({asked["state"], asked["nonce"], asked["code_challenge"]}) == 3
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 43
    assert SECRET not in address


def test_who_logged_in(login):
    found = login(level=2)
    person = found.person
    assert (person.subject, person.name) == ("T-0001", "Nguyễn Thị Hoa")
    assert person.number.digits == "038190000123"
    assert person.old_number.digits == "171234567"
    assert person.born.isoformat() == "1990-01-15"
    assert person.is_citizen
    assert found.level == 2
    assert person.actor("10.0.0.7").id == "dvcqg:T-0001"
    assert found.applicant() == {
        "name": "Nguyễn Thị Hoa",
        "personalId": "038190000123",
        "kind": "citizen",
        "account": "T-0001",
        "login": found.reference,
    }


def test_levels_are_what_the_provider_says_and_no_more(login, speaker):
    assert login(level=1).level == 1
    for said in ("LoA0", None, 2):
        speaker.tell("claims", {"acr": said})
        assert login(level=2).level == 0


def test_an_organisation(login, speaker):
    speaker.tell("userinfo", {"MaSoThue": "2800123456"})
    person = login().person
    assert person.tax_number == "2800123456"
    assert not person.is_citizen


# -- answers that prove nothing ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        ({"iss": "https://evil.example"}, "another's"),
        ({"aud": "somebody-else"}, "another client"),
        ({"aud": ["procflow-thu", "somebody-else"]}, "another client"),
        ({"aud": ["procflow-thu", "somebody-else"], "azp": "somebody-else"}, "another client"),
        ({"azp": "somebody-else"}, "another client"),
        ({"nonce": "another"}, "of another"),
        ({"nonce": None}, "of another"),
        ({"sub": None}, "name somebody"),
        ({"exp": None}, "expired"),
        ({"exp": "tomorrow"}, "expired"),
        ({"iat": None}, "future"),
        ({"at_hash": "AAAA"}, "access token"),
    ],
)
def test_claims_that_do_not_fit(claims, sentence, login, speaker):
    speaker.tell("claims", claims)
    with pytest.raises(ForgedMessage, match=sentence):
        login()


def test_a_token_for_several_clients_issued_to_us(login, speaker):
    speaker.tell("claims", {"aud": ["procflow-thu", "other"], "azp": "procflow-thu"})
    assert login().level == 1


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ("stranger", "signature"),
        ("unpublished", "no such key"),
        ("none", "by another or by none"),
        ("secret", "by another or by none"),
        ("bare", "signed ID token"),
    ],
)
def test_signatures_that_do_not_fit(how, sentence, login, speaker):
    speaker.tell("sign", how)
    with pytest.raises(ForgedMessage, match=sentence):
        login()


def test_an_algorithm_that_is_not_taken(met, login, section, speaker):
    provider = met(replace(section, algorithms=("ES256",)))
    with pytest.raises(ForgedMessage, match="algorithm"):
        login(provider=provider)


@pytest.mark.parametrize(
    ("away", "sentence"),
    [
        (timedelta(minutes=-20), "expired"),
        (timedelta(minutes=-6, seconds=-10), "expired"),
        (timedelta(minutes=2), "clocks differ"),
    ],
)
def test_clocks_that_differ_much(away, sentence, login, speaker):
    speaker.tell("now", (NOW + away).isoformat())
    with pytest.raises(ForgedMessage, match=sentence):
        login()


@pytest.mark.parametrize("away", [timedelta(seconds=-330), timedelta(seconds=50)])
def test_clocks_that_differ_a_little(away, login, speaker):
    speaker.tell("now", (NOW + away).isoformat())
    assert login().level == 1


def test_an_old_token_that_lives_long(login, speaker):
    speaker.tell("now", (NOW - timedelta(minutes=30)).isoformat())
    speaker.tell("claims", {"exp": int((NOW + timedelta(days=1)).timestamp())})
    with pytest.raises(ForgedMessage, match="long ago"):
        login()


def test_claims_of_somebody_else(login, speaker):
    speaker.tell("userinfo", {"sub": "another"})
    with pytest.raises(ForgedMessage, match="somebody else"):
        login()


def test_a_personal_number_that_is_impossible(login, speaker):
    speaker.tell("userinfo", {"SoDinhDanh": "03819000012"})
    with pytest.raises(BadAnswer):
        login()


def test_an_answer_of_another_provider(login):
    with pytest.raises(ForgedMessage, match="another's"):
        login(iss="https://evil.example")


def test_a_provider_that_names_itself_must(met, login, section, speaker):
    speaker.tell("metadata", {"authorization_response_iss_parameter_supported": True})
    with pytest.raises(ForgedMessage):
        login()
    assert login(iss=section.issuer).level == 1


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ("access_denied", NotAllowed),
        ("login_required", NotAllowed),
        ("invalid_scope", BadConfiguration),
        ("unauthorized_client", BadConfiguration),
        ("temporarily_unavailable", Unreachable),
    ],
)
def test_an_error_says_who_must_act(error, kind, met, logs_in):
    provider = met()
    state = parse_qs(logs_in(provider.begin(Wanted(browser=BROWSER), now=NOW)))["state"][0]
    with pytest.raises(kind):
        provider.finish(urlencode({"state": state, "error": error}), browser=BROWSER, now=NOW)


# -- codes -------------------------------------------------------------------------------------


def test_a_code_that_was_used(met, logs_in, speaker):
    provider = met()
    first = logs_in(provider.begin(Wanted(browser=BROWSER), now=NOW))
    provider.finish(first, browser=BROWSER, now=NOW)
    code = parse_qs(first)["code"][0]
    again = parse_qs(logs_in(provider.begin(Wanted(browser=BROWSER), now=NOW)))
    query = urlencode({"state": again["state"][0], "code": code})
    with pytest.raises(NotAllowed, match="begin again"):
        provider.finish(query, browser=BROWSER, now=NOW)


def test_a_code_that_was_stolen_is_worth_nothing_without_the_verifier(met, logs_in):
    provider = met()
    stolen = parse_qs(logs_in(provider.begin(Wanted(browser="victim"), now=NOW)))["code"][0]
    mine = parse_qs(logs_in(provider.begin(Wanted(browser=BROWSER), now=NOW)))["state"][0]
    query = urlencode({"state": mine, "code": stolen})
    with pytest.raises(NotAllowed):
        provider.finish(query, browser=BROWSER, now=NOW)


def test_a_parameter_that_comes_twice(met, logs_in):
    provider = met()
    query = logs_in(provider.begin(Wanted(browser=BROWSER), now=NOW))
    with pytest.raises(BadInput):
        provider.finish(f"{query}&state=x", browser=BROWSER, now=NOW)
    assert provider.finish(f"?{query}", browser=BROWSER, now=NOW)


def test_a_client_the_provider_does_not_know(met, login, section):
    wrong = "-".join(("planted", "wrong", "secret"))
    with pytest.raises(BadConfiguration, match="client") as refused:
        login(provider=met(replace(section, client_secret=Secret(wrong))))
    assert wrong not in "".join(traceback.format_exception(refused.value))


def test_the_secret_may_go_in_the_form(met, login, speaker):
    speaker.tell("metadata", {"token_endpoint_auth_methods_supported": ["client_secret_post"]})
    assert login().level == 1
    asked = speaker.heard("/oauth2/token")[-1]
    assert "authorization" not in asked["headers"]


# -- keys --------------------------------------------------------------------------------------


def test_keys_that_were_changed_are_fetched_once_more(met, login, speaker):
    seconds = [0.0]
    provider = met(ticks=lambda: seconds[0])
    assert login(provider=provider).level == 1
    seconds[0] += 60
    before = len(speaker.heard("/oauth2/jwks"))
    speaker.tell("rotate", "ES256")
    assert login(provider=provider).level == 1
    assert len(speaker.heard("/oauth2/jwks")) == before + 1
    speaker.tell("rotate", "RS256")


def test_forged_tokens_cause_no_flood_of_fetches(met, login, speaker):
    provider = met()
    assert login(provider=provider).level == 1
    before = len(speaker.heard("/oauth2/jwks"))
    for _ in range(4):
        speaker.tell("sign", "unpublished")
        with pytest.raises(ForgedMessage):
            login(provider=provider)
    assert len(speaker.heard("/oauth2/jwks")) == before


# -- a provider that misbehaves ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "kind", "error"),
    [
        ("/oauth2/token", "timeout", Unreachable),
        ("/oauth2/token", "timeout-after-effect", Unreachable),
        ("/oauth2/token", "drop-after-effect", Unreachable),
        ("/oauth2/token", "garbage", BadAnswer),
        ("/oauth2/token", "half", Unreachable),
        ("/oauth2/token", "status-429", RetryLater),
        ("/oauth2/token", "status-500", Unreachable),
        ("/oauth2/token", "wrong-signature", ForgedMessage),
        ("/oauth2/token", "duplicate", NotAllowed),
        ("/oauth2/jwks", "garbage", BadAnswer),
        ("/oauth2/jwks", "status-500", Unreachable),
        ("/oauth2/userinfo", "garbage", BadAnswer),
        ("/oauth2/userinfo", "status-503", RetryLater),
        ("/.well-known", "garbage", BadAnswer),
        ("/.well-known", "status-500", Unreachable),
    ],
)
def test_every_misbehaviour_ends_without_a_login(path, kind, error, met, login, speaker, logins):
    kept = []
    logins.keep = kept.append
    speaker.misbehave(kind, path=path)
    with pytest.raises(error):
        login()
    assert kept == []


@pytest.mark.parametrize("path", ["/oauth2/jwks", "/oauth2/userinfo", "/.well-known"])
@pytest.mark.parametrize("kind", ["drop", "timeout-after-effect", "half"])
def test_what_is_only_read_is_asked_once_more(path, kind, login, speaker):
    speaker.misbehave(kind, path=path)
    assert login().level == 1


@pytest.mark.parametrize(
    "published",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": None},
        {"jwks_uri": "file:///etc/passwd"},
        {"userinfo_endpoint": 5},
        {"code_challenge_methods_supported": ["plain"]},
    ],
)
def test_a_configuration_that_is_not_to_be_trusted(published, met, speaker):
    speaker.tell("metadata", published)
    provider = met()
    with pytest.raises(BadConfiguration):
        provider.begin(Wanted(browser=BROWSER), now=NOW)
    assert not provider.check().ok
    speaker.tell("metadata", {})
    assert provider.check().ok


def test_a_provider_without_userinfo_and_logout(met, login, speaker):
    speaker.tell("metadata", {"userinfo_endpoint": None, "end_session_endpoint": None})
    provider = met()
    speaker.tell("claims", {"name": "Hoa", "SoDinhDanh": "038190000123"})
    found = login(provider=provider)
    assert found.person.name == "Hoa"
    assert provider.logout(found.reference, now=NOW) is None


# -- logging out, and what is kept -------------------------------------------------------------


def test_logging_out(met, login, section):
    provider = met()
    found = login(provider=provider)
    asked = came_back(provider.logout(found.reference, now=NOW))
    assert asked["client_id"] == section.client
    assert asked["post_logout_redirect_uri"] == section.after_logout
    assert asked["id_token_hint"].count(".") == 2
    assert "id_token_hint" not in came_back(provider.logout(found.reference, now=NOW))
    with pytest.raises(NotFound):
        provider.logout("made-up", now=NOW)


def test_no_secret_is_shown(met, login, logins, speaker, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    provider = met()
    found = login(provider=provider)
    shown = [repr(found), str(found), repr(vars(provider)), repr(vars(logins)), caplog.text]
    for kind in ("garbage", "status-500", "drop-after-effect"):
        speaker.misbehave(kind, path="/oauth2/token")
        with pytest.raises(ProcflowError) as refused:
            login(provider=provider)
        shown += traceback.format_exception(refused.value)
    text = "".join([*shown, *capfd.readouterr()])
    for planted in (SECRET, "planted-access", found.proof.reveal(), BROWSER, "038190000123"):
        assert planted not in text


def test_an_attempt_is_gone_after_any_answer(met, logs_in, speaker):
    provider = met()
    query = logs_in(provider.begin(Wanted(browser=BROWSER), now=NOW))
    with pytest.raises(Conflict):
        provider.finish(query, browser="another", now=NOW)
    with pytest.raises(Conflict):
        provider.finish(query, browser=BROWSER, now=NOW)
