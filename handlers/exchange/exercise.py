"""What every adapter of the exchange's ports must do.

    for step in DOCUMENT_EXERCISE:
        step(Two(ours, theirs))
    for step in SERVICE_EXERCISE:
        step(services)
    for step in CALL_EXERCISE:
        step(Office(caller, url))

Two agencies play: the first adapter is `OURS`, the second `THEIRS`. The services know one called
`enterprise`, which tells the name of `0100000001` by `{"code": …}` and refuses any other by 404.
The office has a text at `/text`, and nothing at `/missing`; only its host may be called, and there
is no credential.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from ...engine.errors import BadInput, Conflict, NotFound
from ..expectations import expect, expect_refusal
from ..local_time import VIETNAM
from .document import (
    Agency,
    Attachment,
    DocumentState,
    OfficialDocument,
    Signer,
    document_id,
)
from .edxml_reader import read_edxml
from .port import DocumentExchange, ServiceCall, Services
from .rest import Call, CallAnswer, Caller

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=VIETNAM)
DAY = date(2026, 3, 2)
OURS = Agency(code="H56.14", name="Sở Thử nghiệm")
THEIRS = Agency(code="H56.15", name="Sở Đối tác")
ENTERPRISE, ITS_NAME = "0100000001", "Công ty TNHH Ví Dụ"


@dataclass(frozen=True, slots=True)
class Two:
    """The sides of two agencies."""

    ours: DocumentExchange
    theirs: DocumentExchange


def official(number: str, **more: object) -> OfficialDocument:
    """An invented document of ours."""
    document = OfficialDocument(
        id=document_id(OURS.code, DAY, number, "STN-TH"),
        sender=OURS,
        to=(THEIRS,),
        number=number,
        notation="STN-TH",
        subject="Đề nghị cho ý kiến về hồ sơ <H56.14-260302-0001> & bản vẽ",
        kind="Công văn",
        place="Thanh Hóa",
        day=DAY,
        signer=Signer(name="Trần Văn Bình", position="Giám đốc", competence="KT."),
        attachments=(
            Attachment(name="bản vẽ.pdf", content_type="application/pdf", content=b"%PDF\x00\xff"),
            Attachment(name="trống.txt", content_type="text/plain", content=b""),
        ),
    )
    return replace(document, **more)  # type: ignore[arg-type]  # fields of a document


def brings_a_document_as_it_was_sent(two: Two) -> None:
    document = official("1")
    expect("the state", _send(two, document), DocumentState.SENT)
    expect("what waits for them", document.id in two.theirs.waiting(), True)
    expect("what waits for us", document.id in two.ours.waiting(), False)
    expect("the document", read_edxml(two.theirs.fetch(document.id)), document)


def sends_once_for_a_key(two: Two) -> None:
    document = official("2")
    states = [_send(two, document) for _ in range(2)]
    expect("the states", states, [DocumentState.SENT, DocumentState.SENT])
    expect("how often it waits", two.theirs.waiting().count(document.id), 1)


def refuses_another_document_with_the_same_id(two: Two) -> None:
    first, second = official("3"), official("3", subject="Một văn bản khác")
    _send(two, first, key="one")
    expect_refusal(Conflict, partial(_send, two, second, key="another"))
    expect("the document", read_edxml(two.theirs.fetch(first.id)), first)


def tells_how_far_the_receiver_is(two: Two) -> None:
    document = official("4")
    expect("the state before it is sent", two.ours.state(document.id), None)
    _send(two, document)
    for state in (DocumentState.ARRIVED, DocumentState.ACCEPTED, DocumentState.HANDLED):
        for _ in range(2):
            two.theirs.acknowledge(document.id, state, note="đã xem")
        expect("the state", two.ours.state(document.id), state)
        expect("what waits", document.id in two.theirs.waiting(), False)
    expect("the state when it is sent again", _send(two, document), DocumentState.HANDLED)


def keeps_documents_from_whom_they_are_not_for(two: Two) -> None:
    document = official("5")
    _send(two, document)
    expect_refusal(NotFound, partial(two.ours.fetch, document.id))
    expect_refusal(NotFound, partial(two.ours.acknowledge, document.id, DocumentState.HANDLED))
    expect_refusal(NotFound, partial(two.theirs.fetch, "H56.14,2026/03/02,999/STN-TH"))
    expect("the state", two.ours.state(document.id), DocumentState.SENT)


def refuses_what_xml_cannot_hold(two: Two) -> None:
    broken = official("6", subject="Dấu \x00 lạ")
    expect_refusal(BadInput, partial(_send, two, broken))
    expect("the state", two.ours.state(broken.id), None)


def tells_that_documents_are_well(two: Two) -> None:
    expect("the checks", (two.ours.check().ok, two.theirs.check().ok), (True, True))


DOCUMENT_EXERCISE: tuple[Callable[[Two], None], ...] = (
    brings_a_document_as_it_was_sent,
    sends_once_for_a_key,
    refuses_another_document_with_the_same_id,
    tells_how_far_the_receiver_is,
    keeps_documents_from_whom_they_are_not_for,
    refuses_what_xml_cannot_hold,
    tells_that_documents_are_well,
)


def asks_for_a_dossier(services: Services) -> None:
    answer = services.ask(enterprise_call(ENTERPRISE, "1"), NOW)
    expect("the answer", (answer.status, answer.ok), (200, True))
    expect("the enterprise", answer.body["name"], ITS_NAME)


def gives_a_refusal_as_an_answer(services: Services) -> None:
    answer = services.ask(enterprise_call("9999999999", "2"), NOW)
    expect("the answer", (answer.status, answer.ok), (404, False))


def refuses_a_service_nobody_set_up(services: Services) -> None:
    call = replace(enterprise_call(ENTERPRISE, "3"), service="nobody")
    expect_refusal(BadInput, partial(services.ask, call, NOW))


def tells_that_services_are_well(services: Services) -> None:
    expect("the check", services.check().ok, True)


SERVICE_EXERCISE: tuple[Callable[[Services], None], ...] = (
    asks_for_a_dossier,
    gives_a_refusal_as_an_answer,
    refuses_a_service_nobody_set_up,
    tells_that_services_are_well,
)


@dataclass(frozen=True, slots=True)
class Office:
    """A system that may be called. url: its address, without a slash at the end."""

    caller: Caller
    url: str


def gives_what_is_answered(office: Office) -> None:
    answer = _called(office, "/text")
    expect("the answer", (answer.status, answer.body), (200, "văn bản thường"))


def gives_a_status_of_4xx_as_an_answer(office: Office) -> None:
    expect("the status", _called(office, "/missing").status, 404)


def calls_no_other_host(office: Office) -> None:
    for url in (
        "https://other.example/text",
        office.url.replace("//", "//user:pass@") + "/text",
        office.url.replace("//", "//other.example@") + "/text",
        office.url + "0/text",
        "/text",
        "",
    ):
        call = Call(method="GET", url=url, key="call:other")
        expect_refusal(BadInput, partial(office.caller.call, call))


def keeps_headers_to_itself_that_say_who_asks(office: Office) -> None:
    for name in ("Authorization", "cookie", "Host", "Proxy-Authorization", "X\r\nY"):
        expect_refusal(BadInput, partial(_called, office, "/text", headers={name: "x"}))


def sends_no_credential_it_has_not(office: Office) -> None:
    for name in ("nobody", ""):
        expect_refusal(BadInput, partial(_called, office, "/text", credential=name))


def tells_that_calls_are_well(office: Office) -> None:
    expect("the check", office.caller.check().ok, True)


CALL_EXERCISE: tuple[Callable[[Office], None], ...] = (
    gives_what_is_answered,
    gives_a_status_of_4xx_as_an_answer,
    calls_no_other_host,
    keeps_headers_to_itself_that_say_who_asks,
    sends_no_credential_it_has_not,
    tells_that_calls_are_well,
)


def enterprise_call(code: str, key: str) -> ServiceCall:
    return ServiceCall(
        service="enterprise",
        cause="H56.14-260302-0001",
        key=key,
        officer="nguyen-van-an",
        body={"code": code},
    )


def _called(
    office: Office,
    path: str,
    *,
    headers: Mapping[str, str] | None = None,
    credential: str | None = None,
) -> CallAnswer:
    return office.caller.call(
        Call(
            method="GET",
            url=f"{office.url}{path}",
            key=f"call:{path}",
            headers=headers or {},
            credential=credential,
        )
    )


def _send(two: Two, document: OfficialDocument, key: str = "") -> DocumentState:
    return two.ours.send(
        document, cause="H56.14-260302-0001", key=key or f"send:{document.id}", now=NOW
    )
