"""What every book of mirrored dossiers must do, called as other systems call.

for step in MIRROR_EXERCISE:
    step(book)
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any, Protocol

from ...engine.errors import BadInput, Conflict, ForgedMessage
from ...engine.model.secret import Secret
from ..expectations import expect, expect_refusal
from .application import Applicant, Application
from .dossier import Dossier, ResultDocument, StatusChange
from .exercise import DAY, HOUR, MORNING, application
from .mirror import Mirror, Received
from .papers import PaperKind
from .port import Dossiers, MirrorBook
from .portal_entry import dossier_entry, step_entry
from .search import Search

TOKEN = Secret("token-of-the-exercise")
OTHER = Secret("token-of-another-system")


class Book(Dossiers, MirrorBook, Protocol):
    """A dossier system that keeps mirrored dossiers among its own."""


def shows_a_dossier_that_another_system_runs(book: Book) -> None:
    dossier = _elsewhere("G01.20-260302-0001", (1, 2, 4))
    received = _sync(book, dossier)
    expect("the answer", received.answer["error_code"], "00")
    found = book.find(dossier.code)
    expect("who runs it", found.run_by, "congan")
    expect("the status", found.status, 4)
    expect("the day promised", found.due, dossier.appointed)
    expect("the owner", found.application.applicant.name, "Lê Thị Mai")
    (event,) = received.events
    told = (event.name, event.key, event.variables["status"])
    expect("the message", told, ("dossier-mirrored", dossier.code, 4))


def takes_the_same_call_twice(book: Book) -> None:
    dossier = _elsewhere("G01.20-260302-0002", (1, 2, 4, 9))
    first = _sync(book, dossier)
    known = book.find(dossier.code)
    expect("the repeated call", _sync(book, dossier), first)
    expect("the dossier after it", book.find(dossier.code), known)
    steps = [_step(book, dossier, change) for change in dossier.changes[-2:]]
    expect("the dossier after its steps", book.find(dossier.code).status, known.status)
    expect("the answers", {each.answer["error_code"] for each in steps}, {"00"})


def is_not_led_astray_by_a_call_that_comes_late(book: Book) -> None:
    code = "G01.20-260302-0003"
    early, late = _elsewhere(code, (1, 2, 4)), _elsewhere(code, (1, 2, 4, 9, 10), days=5)
    _sync(book, late)
    known = book.find(code)
    _sync(book, early)
    _step(book, early, early.changes[-1])
    found = book.find(code)
    expect("the status that stands", found.status, 10)
    expect("the day promised", found.due, known.due)
    expect("the results", found.results, known.results)


def adds_steps_by_their_moments(book: Book) -> None:
    dossier = _elsewhere("G01.20-260302-0004", (1, 2, 4, 5, 4, 9))
    _sync(book, _elsewhere(dossier.code, (1, 2)))
    for change in (*reversed(dossier.changes), *dossier.changes):
        _step(book, dossier, change)
    numbers = [change.status for change in book.find(dossier.code).changes]
    expect("the statuses by moment", numbers, [1, 2, 4, 5, 4, 9])


def answers_steps_of_a_dossier_nobody_told_of(book: Book) -> None:
    dossier = _elsewhere("G01.20-260302-0005", (1, 2))
    received = _step(book, dossier, dossier.changes[-1])
    expect("the answer", received.answer["error_code"], "01")
    expect("the messages", received.events, ())


def lets_nobody_in_without_a_token(book: Book) -> None:
    mirror, raw = _mirror(book), _call("DongBoHoSoMC", [])
    for token in (Secret("token-of-nobody"), Secret("")):
        expect_refusal(ForgedMessage, partial(mirror.receive, token, raw))
    unguarded = Mirror(book, {"congan": Secret("")})
    expect_refusal(ForgedMessage, partial(unguarded.receive, Secret(""), raw))


def keeps_dossiers_apart_from_whose_they_are_not(book: Book) -> None:
    ours = book.open(application("H56.14.30"), key="apart:1", now=MORNING).code
    theirs = _elsewhere("G01.20-260302-0006", (1, 2))
    _sync(book, theirs)
    stolen = [_sync(book, _elsewhere(ours, (1, 10))), _sync(book, theirs, token=OTHER)]
    stolen.append(_step(book, theirs, StatusChange(status=10, at=MORNING), token=OTHER))
    expect("the answers", {each.answer["error_code"] for each in stolen}, {"01"})
    statuses = (book.find(ours).status, book.find(theirs.code).status)
    expect("the statuses that stand", statuses, (None, 2))
    expect("who runs ours", book.find(ours).run_by, None)


def leaves_a_mirrored_dossier_to_who_runs_it(book: Book) -> None:
    code = "G01.20-260302-0007"
    _sync(book, _elsewhere(code, (1, 2)))
    document = ResultDocument(name="Văn bản")
    change = StatusChange(status=9, at=MORNING)
    for act in (
        partial(book.set_status, code, change, key="ours:1"),
        partial(book.issue_paper, code, PaperKind.RECEIPT, key="ours:2", now=MORNING),
        partial(book.request_supplement, code, "–", by=None, key="ours:3", now=MORNING),
        partial(book.supply, code, [], status=2, key="ours:4", now=MORNING),
        partial(book.withdraw, code, "–", key="ours:5", now=MORNING),
        partial(book.attach_result, code, document, "post", key="ours:6", now=MORNING),
    ):
        expect_refusal(Conflict, act)
    expect("the status", book.find(code).status, 2)


def finds_mirrored_dossiers_among_ours(book: Book) -> None:
    code = "G01.21-260302-0008"
    _sync(book, _elsewhere(code, (1, 2), unit="G01.21"))
    found = book.search(Search(unit="G01.21", status=(2,), due_before=MORNING + 9 * DAY))
    expect("the codes found", [each.code for each in found], [code])
    expect("those due before", book.search(Search(unit="G01.21", due_before=MORNING)), ())


def refuses_what_is_no_call(book: Book) -> None:
    mirror = _mirror(book)
    for raw in (
        b"",
        b"\xff\x00",
        b"[]",
        b"[" * 100_000,
        b"{}",
        _call("XoaHoSo", []),
        _call("DongBoHoSoMC", ["x"]),
        _call("DongBoHoSoMC", [{}] * 501),
        b'{"service": "DongBoHoSoMC", "data": "' + b"x" * 2_000_000 + b'"}',
    ):
        expect_refusal(BadInput, partial(mirror.receive, TOKEN, raw))


def answers_fields_that_do_not_fit(book: Book) -> None:
    entry = dossier_entry(_elsewhere("G01.20-260302-0009", (1, 2)), personal_id_kind="1")
    for name, wrong in (
        ("MaHoSo", ""),
        ("TrangThaiHoSo", "11"),
        ("NgayTiepNhan", "2026-03-02"),
        ("NgayNopHoSo", "20260302250000"),
        ("TaiLieuNop", "x"),
        ("ChuHoSo", None),
        ("TenTTHC", "x" * 2_001),
        ("DonViXuLy", {"a": 1}),
    ):
        received = _mirror(book).receive(TOKEN, _call("DongBoHoSoMC", [entry | {name: wrong}]))
        expect(f"the answer to a wrong {name}", received.answer["error_code"], "01")
        expect(f"whether it names {name}", name in received.answer["message"], True)


MIRROR_EXERCISE: tuple[Callable[[Book], None], ...] = (
    shows_a_dossier_that_another_system_runs,
    takes_the_same_call_twice,
    is_not_led_astray_by_a_call_that_comes_late,
    adds_steps_by_their_moments,
    answers_steps_of_a_dossier_nobody_told_of,
    lets_nobody_in_without_a_token,
    keeps_dossiers_apart_from_whose_they_are_not,
    leaves_a_mirrored_dossier_to_who_runs_it,
    finds_mirrored_dossiers_among_ours,
    refuses_what_is_no_call,
    answers_fields_that_do_not_fit,
)


def _mirror(book: Book) -> Mirror:
    return Mirror(book, {"congan": TOKEN, "thue": OTHER})


def _sync(book: Book, dossier: Dossier, token: Secret = TOKEN) -> Received:
    entry = dossier_entry(dossier, personal_id_kind="1")
    return _mirror(book).receive(token, _call("DongBoHoSoMC", [entry]))


def _step(book: Book, dossier: Dossier, change: StatusChange, token: Secret = TOKEN) -> Received:
    entry = step_entry(dossier, change)
    return _mirror(book).receive(token, _call("CapNhatTienDoHoSoMC", [entry]))


def _call(service: str, rows: list[Any]) -> bytes:
    return json.dumps({"service": service, "data": rows}).encode()


def _elsewhere(
    code: str, statuses: tuple[int, ...], *, days: int = 3, unit: str = "G01.20"
) -> Dossier:
    """A dossier as the other system has it: a status an hour."""
    moments = (MORNING + number * HOUR for number in range(len(statuses)))
    return Dossier(
        code=code,
        application=Application(
            procedure_code="1.004222",
            procedure_name="Đăng ký thường trú",
            unit=unit,
            applicant=Applicant(name="Lê Thị Mai", personal_id="038190000003", account="T-1"),
            channel="online",
            filed_at="national",
        ),
        received_at=MORNING,
        changes=tuple(
            StatusChange(status=status, at=at) for status, at in zip(statuses, moments, strict=True)
        ),
        run_by="congan",
        appointed=MORNING + timedelta(days=days),
    )
