"""Dossiers that other systems run: every book does the exported exercise, in any order of calls."""

import json
import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.errors import ForgedMessage
from procflow.engine.model.secret import Secret
from procflow.handlers.dossier.memory import MemoryDossiers
from procflow.handlers.dossier.mirror import Mirror
from procflow.handlers.dossier.mirror_exercise import MIRROR_EXERCISE, MORNING, TOKEN
from procflow.handlers.dossier.portal_words import written
from procflow.handlers.dossier.storage import EmbeddedDossiers

CODE = "G01.20-260302-0042"


@pytest.fixture(params=["memory", "embedded", "embedded, told to the portal"])
def book(request, database_url):
    if request.param == "memory":
        yield MemoryDossiers()
        return
    told = request.param.endswith("portal")
    with closing(EmbeddedDossiers(database_url, told_to_portal=told)) as embedded:
        yield embedded


@pytest.mark.parametrize("step", MIRROR_EXERCISE, ids=lambda step: step.__name__)
def test_exercise(step, book):
    step(book)


def call(status, hours, **more):
    """The whole dossier as the other system sees it after so many hours."""
    at = written(MORNING + timedelta(hours=hours))
    moment = {2: "NgayTiepNhan", 9: "NgayKetThucXuLy", 10: "NgayTra"}.get(status)
    entry = {
        "MaHoSo": CODE,
        "MaTTHC": "1.004222",
        "DonViXuLy": "G01.20",
        "ChuHoSo": "Lê Thị Mai",
        "NgayNopHoSo": written(MORNING),
        "NgayTiepNhan": written(MORNING + timedelta(hours=1)),
        "TrangThaiHoSo": status,
        "NgayHenTra": written(MORNING + timedelta(days=status)),
        **({moment: at} if moment else {}),
        **more,
    }
    return json.dumps({"service": "DongBoHoSoMC", "data": [entry]}).encode()


def step(status, hours):
    at = written(MORNING + timedelta(hours=hours))
    entry = {"MaHoSo": CODE, "TrangThai": str(status), "ThoiDiemXuLy": at}
    return json.dumps({"service": "CapNhatTienDoHoSoMC", "data": [entry]}).encode()


CALLS = (call(2, 1), call(9, 8), call(10, 9), step(4, 2), step(5, 3), step(4, 4))


@given(st.lists(st.sampled_from(CALLS), min_size=1, max_size=12))
def test_in_whatever_order_calls_come_the_latest_counts(calls):
    book = MemoryDossiers()
    mirror = Mirror(book, {"congan": TOKEN})
    for raw in (*calls, *CALLS):
        mirror.receive(TOKEN, raw)
    dossier = book.find(CODE)
    assert dossier.status == 10
    assert dossier.due == MORNING + timedelta(days=10)
    assert [each.status for each in dossier.changes] == [1, 2, 4, 5, 4, 9, 10]


def test_calls_at_the_same_time_are_kept_once(database_url):
    with closing(EmbeddedDossiers(database_url)) as book:
        mirror = Mirror(book, {"congan": TOKEN})
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda raw: mirror.receive(TOKEN, raw), CALLS * 6))
        numbers = [each.status for each in book.find(CODE).changes]
        assert numbers == [1, 2, 4, 5, 4, 9, 10]


def test_mirrored_dossiers_are_not_told_to_the_portal(database_url):
    with closing(EmbeddedDossiers(database_url, told_to_portal=True)) as book:
        mirror = Mirror(book, {"congan": TOKEN})
        for raw in CALLS:
            mirror.receive(TOKEN, raw)
        assert book.outbox.backlog().dossiers == 0


def test_the_tokens_are_nowhere_to_be_seen(caplog):
    caplog.set_level(logging.DEBUG)
    planted, guessed = "planted-token-0123", "guessed-token-4567"
    mirror = Mirror(MemoryDossiers(), {"congan": Secret(planted)})
    with pytest.raises(ForgedMessage) as refused:
        mirror.receive(Secret(guessed), CALLS[0])
    received = mirror.receive(Secret(planted), CALLS[0])
    shown = (repr(mirror.__dict__), str(refused.value), repr(received), caplog.text)
    assert not any(secret in text for text in shown for secret in (planted, guessed))
