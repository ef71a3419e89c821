"""`procflow migrate`: move running instances to another version of their drawing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from ..engine.messages import Language
from ..engine.model.migration import Migrated, MigrationReport
from .answer import FINDINGS, FINE, Answer, Block, Line, Table
from .base import argument, command, option
from .desk import Desk
from .parameters import Assignment, MigrationPlan

SHOWN = 100
"""Instances told of one by one after each of this many."""


@command("migrate")
@argument("instances", nargs=-1)
@option("--process", metavar="PROCESS", help="command.option.of-process")
@option(
    "--from",
    "version",
    type=click.IntRange(1),
    metavar="VERSION",
    help="command.option.from-version",
)
@option("--to", type=click.IntRange(1), metavar="VERSION", help="command.option.to-version")
@option("--plan", metavar="FILE", type=MigrationPlan())
@option("--map", "pairs", multiple=True, metavar="OLD=NEW", type=Assignment(is_text=True))
@option("--reason", default="")
@option("--dry-run", is_flag=True)
@option("--each", is_flag=True)
@option("--as", "person", metavar="WHO")
def migrate(
    desk: Desk,
    instances: tuple[str, ...],
    process: str | None,
    version: int | None,
    to: int | None,
    plan: Mapping[str, Any] | None,
    pairs: tuple[tuple[str, str], ...],
    reason: str,
    dry_run: bool,
    each: bool,
    person: str | None,
) -> Answer:
    planned = dict(plan or {})
    elements = {**planned.pop("elements", {}), **dict(pairs)}
    given = {"process": process, "version": version, "to": to}
    chosen = {**planned, **{name: value for name, value in given.items() if value is not None}}

    def tell(done: int, whole: int) -> None:
        if done % SHOWN == 0:
            desk.say("migrate.progress", "quiet", done=done, whole=whole)

    report = desk.house.engine.migrations.migrate(
        actor=desk.actor(person),
        instances=instances,
        elements=elements,
        reason=reason,
        dry_run=dry_run,
        each=each,
        progress=tell,
        **chosen,
    )
    return Answer(_value(report, desk.language), _blocks(desk, report), _code(report))


def _code(report: MigrationReport) -> int:
    return FINDINGS if report.held else FINE


def _value(report: MigrationReport, language: Language) -> dict[str, Any]:
    return {
        "done": report.is_done,
        "instances": [
            {
                "instance": each.instance,
                "businessKey": each.business_key,
                "from": each.before,
                "to": each.after,
                "elements": dict(each.elements),
                "obstacles": [
                    {"element": one.element or None, "message": one.sentence(language)}
                    for one in each.obstacles
                ],
            }
            for each in report.instances
        ],
    }


def _blocks(desk: Desk, report: MigrationReport) -> list[Block]:
    held, free = len(report.held), len(report.instances) - len(report.held)
    key = "done" if report.is_done else "would" if not held else "held"
    tone = "good" if not held else "warning"
    told: list[Block] = [Line(desk.text(f"migrate.{key}", number=free, held=held), tone)]
    if report.held:
        headings = [desk.text(f"migrate.{name}") for name in ("instance", "versions", "obstacle")]
        told.append(Table(headings, [row for each in report.held for row in _rows(desk, each)]))
    return told


def _rows(desk: Desk, migrated: Migrated) -> list[tuple[str, str, str]]:
    named = migrated.business_key or migrated.instance
    versions = f"{migrated.before} → {migrated.after}"
    return [(named, versions, one.sentence(desk.language)) for one in migrated.obstacles]
