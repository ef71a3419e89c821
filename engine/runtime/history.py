"""The audit trail, and the proof that nobody has touched it."""

from __future__ import annotations

from ..model.archive import Kept
from ..model.history import BrokenLink, HistoryEvent, Link, first_broken
from ..model.instance import ProcessInstance
from ..storage.unit_of_work import UnitOfWork
from .audit import load, must_be_here
from .means import Means


class History:
    """`engine.history`."""

    def __init__(self, means: Means) -> None:
        self._means = means

    def of(self, instance: str, after: int = 0) -> list[HistoryEvent]:
        """What happened to an instance, in order, after the given number.

        Raises NotFound, Conflict when it lies in an archive.
        """
        with self._means.database.look() as unit:
            found = load(unit, instance)
            must_be_here(unit, found, Kept.HISTORY)
            return unit.history.of(found.key, after)

    def verify(self, instance: str | None = None) -> list[BrokenLink]:
        """The first broken link of each instance whose chain is broken (of one, or of all).

        What went to an archive is verified there (`engine.archive.verify`). Raises NotFound.
        """
        with self._means.database.look() as unit:
            keys = list(unit.instances.keys()) if instance is None else [instance]
        found = (self._first_broken(key) for key in keys)
        return [broken for broken in found if broken is not None]

    def _first_broken(self, key: str) -> BrokenLink | None:
        with self._means.database.look() as unit:
            return broken_link(unit, load(unit, key))


def broken_link(unit: UnitOfWork, instance: ProcessInstance) -> BrokenLink | None:
    """Where the chain of the instance is broken, if it is and lies here."""
    if instance.kept is Kept.RECORD:
        return None
    last = Link(instance.events, instance.head)
    return first_broken(instance.key, unit.history.of(instance.key), last)
