"""Moving running instances to another version of their drawing: checked, then wholly or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import partial

from ..errors import BadInput, NotFound
from ..execution import Move
from ..execution.counterparts import counterparts
from ..model.actor import Actor
from ..model.definition import ProcessDefinition
from ..model.migration import Migrated, MigrationReport
from ..storage.unit_of_work import UnitOfWork
from .means import Means
from .moving import Moving
from .occasion import Occasion
from .transactions import Transactions

Progress = Callable[[int, int], None]
NOTHING: Mapping[str, str] = {}


class _Undone(Exception):
    """Carries the report out of a transaction that must leave nothing behind."""

    def __init__(self, moved: list[Migrated]) -> None:
        super().__init__()
        self.moved = moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for. to: the version, None for the newest."""

    to: int | None
    elements: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    occasion: Occasion


class Migrations:
    """`engine.migrations`."""

    def __init__(self, means: Means, transactions: Transactions) -> None:
        self._means = means
        self._transactions = transactions

    def migrate(
        self,
        *,
        actor: Actor,
        instances: Collection[str] = (),
        process: str | None = None,
        version: int | None = None,
        to: int | None = None,
        elements: Mapping[str, str] = NOTHING,
        reason: str = "",
        dry_run: bool = False,
        each: bool = False,
        progress: Progress | None = None,
    ) -> MigrationReport:
        """Move instances to another version of their process.

        instances: keys or business keys; or `process` (and `version`): all running ones of it. to:
        the version, by default the newest. elements: new ids by old ids, where neither the id nor
        the label stayed. All move in one transaction, or none does: one that cannot holds the
        others back. each: every instance on its own; those that cannot move stay. dry_run: only
        look. progress(done, all) is told after each instance.

        Timers keep the moment they are due, user tasks their claims, jobs their tries and leases;
        input mappings are not evaluated again. Raises BadInput, NotFound.
        """
        occasion = self._means.occasion(actor)
        order = Order(to=to, elements=elements, reason=reason, occasion=occasion)
        with self._means.database.look() as unit:
            keys = _wanted(unit, instances, process, version)
        if each:
            moved = self._one_by_one(keys, order, dry_run, progress)
            return MigrationReport(instances=tuple(moved), is_done=not dry_run)
        return self._together(keys, order, dry_run, progress)

    def _one_by_one(
        self, keys: Collection[str], order: Order, dry_run: bool, progress: Progress | None
    ) -> list[Migrated]:
        moved: list[Migrated] = []
        for number, key in enumerate(keys, 1):
            moved += self._together([key], order, dry_run, None).instances
            if progress:
                progress(number, len(keys))
        return moved

    def _together(
        self, keys: Collection[str], order: Order, dry_run: bool, progress: Progress | None
    ) -> MigrationReport:
        work = partial(self._all, keys=keys, order=order, dry_run=dry_run, progress=progress)
        try:
            return MigrationReport(instances=tuple(self._transactions.run(work)), is_done=True)
        except _Undone as undone:
            return MigrationReport(instances=tuple(undone.moved), is_done=False)

    def _all(
        self,
        unit: UnitOfWork,
        *,
        keys: Collection[str],
        order: Order,
        dry_run: bool,
        progress: Progress | None,
    ) -> list[Migrated]:
        moved: list[Migrated] = []
        for number, key in enumerate(keys, 1):
            moved.append(moved_one(unit, self._means, key, order))
            if progress:
                progress(number, len(keys))
        if dry_run or any(each.obstacles for each in moved):
            raise _Undone(moved)
        return moved


def moved_one(unit: UnitOfWork, means: Means, key: str, order: Order) -> Migrated:
    """The instance as moved, or what stands in its way. Raises NotFound, BadInput."""
    instance = unit.instances.get(key, lock=True)
    if instance is None:
        raise NotFound.of("runtime.unknown-instance", key=key)
    before = means.shelf.definition(unit, instance.definition)
    after = target(unit, instance.process_id, order.to)
    old, new = means.shelf.program(unit, before.key), means.shelf.program(unit, after.key)
    given = _checked(order.elements, old.drawn.elements, new.drawn.elements)
    move = Move(old, new, counterparts(old.drawn, new.drawn, given))
    moving = Moving(unit, means, order.occasion, move, order.reason)
    return moving.move(instance, before.version, after.version)


def _wanted(
    unit: UnitOfWork, instances: Collection[str], process: str | None, version: int | None
) -> list[str]:
    if bool(instances) == bool(process):
        raise BadInput.of("runtime.migrate-which")
    if process is None:
        return sorted({_key(unit, key) for key in instances})
    definitions = unit.definitions.versions(process)
    chosen = [each.key for each in definitions if version in (None, each.version)]
    if not chosen:
        raise NotFound.of("runtime.unknown-version", process=process, version=version or "-")
    newest = unit.definitions.newest(process)
    from_all = version is None and newest is not None
    return unit.instances.running_of([k for k in chosen if not (from_all and k == newest.key)])  # type: ignore[union-attr]  # from_all says it is there


def _key(unit: UnitOfWork, key: str) -> str:
    found = unit.instances.get(key) or unit.instances.of_business_key(key)
    if found is None:
        raise NotFound.of("runtime.unknown-instance", key=key)
    return found.key


def target(unit: UnitOfWork, process_id: str, version: int | None) -> ProcessDefinition:
    """The version, None for the newest. Raises NotFound."""
    newest = unit.definitions.newest(process_id)
    found = newest if version is None else unit.definitions.version(process_id, version)
    if found is None:
        raise NotFound.of("runtime.unknown-version", process=process_id, version=version or "-")
    return found


def _checked(
    given: Mapping[str, str], old: Collection[str], new: Collection[str]
) -> Mapping[str, str]:
    """Raises BadInput for an element that is in neither drawing, or two that become one."""
    for element in given:
        if element not in old:
            raise BadInput.of("runtime.migration.unknown-element", element=element)
    for element, often in Counter(given.values()).items():
        if element not in new:
            raise BadInput.of("runtime.migration.unknown-target", element=element)
        if often > 1:
            raise BadInput.of("runtime.migration.maps-twice", element=element)
    return given
