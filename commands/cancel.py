"""`procflow cancel`: end instances before their time."""

from __future__ import annotations

from typing import Any

from ..engine.errors import BadInput, Conflict
from ..engine.model.actor import Actor
from ..engine.model.instance import InstanceState, ProcessInstance
from .answer import FINDINGS, FINE, Answer, Line
from .base import argument, command, option
from .desk import Desk
from .instances import instance_value
from .progress import tracked

MOST = 100_000
"""Instances cancelled by one command."""


@command("cancel")
@argument("instances", nargs=-1)
@option("--process", metavar="PROCESS", help="command.option.all-of-process")
@option("--reason", required=True)
@option("--dry-run", is_flag=True)
@option("--as", "person", metavar="WHO")
def cancel(
    desk: Desk,
    instances: tuple[str, ...],
    process: str | None,
    reason: str,
    dry_run: bool,
    person: str | None,
) -> Answer:
    chosen = _chosen(desk, instances, process)
    if dry_run:
        return _would(desk, chosen)
    actor = desk.actor(person)
    if len(instances) == 1:
        return _one(desk, desk.house.engine.instances.cancel(instances[0], reason, actor), reason)
    done = [
        _cancelled(desk, each, reason, actor) for each in tracked(desk, chosen, "cancel.at-work")
    ]
    return _many(desk, [each for each in done if each is not None], len(chosen))


def _chosen(desk: Desk, keys: tuple[str, ...], process: str | None) -> list[ProcessInstance]:
    """Those named, or all running ones of a process. Raises BadInput, NotFound."""
    if bool(keys) == bool(process):
        raise BadInput(desk.text("cancel.which"))
    engine = desk.house.engine
    if keys:
        return [engine.instances.get(key) for key in keys]
    engine.deployments.latest(process or "")
    return engine.instances.find(process_id=process, state=InstanceState.ACTIVE, limit=MOST)


def _cancelled(
    desk: Desk, instance: ProcessInstance, reason: str, actor: Actor
) -> ProcessInstance | None:
    """None for one that has ended meanwhile."""
    try:
        return desk.house.engine.instances.cancel(instance.key, reason, actor)
    except Conflict:
        return None


def _would(desk: Desk, chosen: list[ProcessInstance]) -> Answer:
    running = [each for each in chosen if each.is_active]
    told = [Line(each.business_key or each.key) for each in running]
    verdict = Line(desk.text("cancel.would", number=len(running)), "warning")
    return Answer(_value(desk, running), [*told, verdict])


def _one(desk: Desk, cancelled: ProcessInstance, reason: str) -> Answer:
    named = cancelled.business_key or cancelled.key
    told = Line(desk.text("cancel.cancelled", key=named, reason=reason), "warning")
    return Answer(instance_value(cancelled, desk.language), [told])


def _many(desk: Desk, done: list[ProcessInstance], whole: int) -> Answer:
    told = Line(desk.text("cancel.done", number=len(done), left=whole - len(done)), "warning")
    return Answer(_value(desk, done), [told], FINE if len(done) == whole else FINDINGS)


def _value(desk: Desk, instances: list[ProcessInstance]) -> dict[str, Any]:
    return {"instances": [instance_value(each, desk.language) for each in instances]}
