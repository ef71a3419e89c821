"""Every store of documents and every key does its exercise; contents survive, and are watched."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy import create_engine, text

from procflow.engine.errors import BadConfiguration, Conflict
from procflow.handlers.signature.document import hash_of
from procflow.handlers.signature.exercise import DRAFT, EXERCISE, KEY_EXERCISE, MORNING, SEAL
from procflow.handlers.signature.keyring import Keyring
from procflow.handlers.signature.memory import MemoryDocuments
from procflow.handlers.signature.memory_key import MemoryKey
from procflow.handlers.signature.storage import EmbeddedDocuments


@pytest.fixture(params=["memory", "embedded"])
def store(request, database_url):
    if request.param == "memory":
        yield MemoryDocuments()
        return
    with closing(EmbeddedDocuments(database_url)) as embedded:
        yield embedded


@pytest.mark.parametrize("step", EXERCISE, ids=lambda step: step.__name__)
def test_exercise_of_documents(step, store):
    step(store)


@pytest.mark.parametrize("step", KEY_EXERCISE, ids=lambda step: step.__name__)
@pytest.mark.parametrize("kind", ["memory", "ec", "rsa"])
def test_exercise_of_keys(step, kind, held, authority):
    step(MemoryKey() if kind == "memory" else held(*authority.issue(kind=kind)))


def test_threads_sign_once_for_a_key(store):
    store.begin(DRAFT, key="k", code="C", now=MORNING)
    plain = store.keep("C", b"plain").newest.hash

    def add(number):
        return store.add("C", b"signed %d" % number, SEAL, over=plain, key="job")

    with ThreadPoolExecutor(8) as threads:
        added = set(threads.map(add, range(24)))
    assert len(added) == 1
    assert len(store.find("C").versions) == 2


def test_documents_outlive_the_store(database_url):
    with closing(EmbeddedDocuments(database_url)) as first:
        first.begin(DRAFT, key="k", code="C", now=MORNING)
        kept = first.keep("C", b"content")
    with closing(EmbeddedDocuments(database_url)) as second:
        assert second.find("C") == kept
        assert second.content(kept.newest.hash) == b"content"


def test_a_content_that_was_touched_is_not_given_out(database_url):
    with closing(EmbeddedDocuments(database_url)) as store:
        store.begin(DRAFT, key="k", code="C", now=MORNING)
        store.keep("C", b"content")
        engine = create_engine(database_url)
        with engine.begin() as connection:
            connection.execute(text("UPDATE document_content SET content = x'00'"))
        engine.dispose()
        with pytest.raises(Conflict, match="was changed"):
            store.content(hash_of(b"content"))


def test_a_keyring_opens_a_key_when_it_is_needed_and_once():
    opened = []

    def opener():
        opened.append(1)
        return MemoryKey()

    ring = Keyring({"one": opener, "two": opener})
    assert opened == []
    assert ring.key("one") is ring.key("one")
    assert opened == [1]
    for name in (None, "three"):
        with pytest.raises(BadConfiguration, match="one, two"):
            ring.key(name)
    assert Keyring({"one": opener}).key(None)
    with pytest.raises(BadConfiguration, match="'ubnd'"):
        Keyring({}).key("ubnd")
