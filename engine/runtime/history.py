"""The audit trail, and the proof that nobody has touched it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.actor import Actor
from ..model.archive import Kept
from ..model.history import BrokenLink, HistoryEvent, Link, first_broken
from ..model.instance import ProcessInstance
from ..storage.unit_of_work import UnitOfWork
from .audit import keep, load, must_be_here
from .means import Means
from .transactions import Transactions
from .variables import json_variables


class History:
    """`engine.history`."""

    def __init__(self, means: Means, transactions: Transactions) -> None:
        self._means = means
        self._transactions = transactions

    def of(self, instance: str, after: int = 0) -> list[HistoryEvent]:
        """What happened to an instance, in order, after the given number.

        Raises NotFound, Conflict when it lies in an archive.
        """
        with self._means.database.look() as unit:
            found = load(unit, instance)
            must_be_here(unit, found, Kept.HISTORY)
            return unit.history.of(found.key, after)

    def note(
        self, instance: str, what: str, about: Mapping[str, Any], actor: Actor, *, once: str
    ) -> bool:
        """Tell the trail of something that happened outside, such as the delivery of a notice.

        what: in a word. once: what was told under it before is not told again; whether it is now.
        An instance that has ended may be told too. Raises NotFound, Conflict when its history lies
        in an archive, BadInput.
        """
        occasion = self._means.occasion(actor)
        fact = occasion.fact(what, **json_variables(about), once=once)

        def work(unit: UnitOfWork) -> bool:
            found = load(unit, instance)
            must_be_here(unit, found, Kept.HISTORY)
            if any(told.about.get("once") == once for told in unit.history.of(found.key)):
                return False
            keep(unit, found, found, [fact])
            return True

        return self._transactions.step(work)

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
