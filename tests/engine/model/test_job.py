from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.model.job import Backoff

BACKOFF = Backoff(first=timedelta(seconds=10), longest=timedelta(minutes=10))


def test_the_pause_doubles():
    assert [BACKOFF.after(n).seconds for n in (1, 2, 3, 4)] == [10, 20, 40, 80]


@given(st.integers(1, 10_000))
def test_the_pause_never_shrinks_and_has_an_end(failures):
    assert BACKOFF.after(failures) <= BACKOFF.after(failures + 1) <= BACKOFF.longest
