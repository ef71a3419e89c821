"""`procflow archive`: whether an archive is as it was written, and what it says of an instance."""

from __future__ import annotations

from pathlib import Path

from ..engine.model.archive_report import ArchiveReport
from .answer import FINDINGS, FINE, Answer, Line
from .base import argument, command, option
from .desk import Desk
from .history import QUIET, event_table, event_value
from .parameters import Existing

SHOWN = 10


@command("archive")
@argument("file", type=Existing(folder=False))
@argument("instance", required=False)
@option("--all", "everything", is_flag=True)
def archive(desk: Desk, file: Path, instance: str | None, everything: bool) -> Answer:
    if instance is None:
        return _verified(desk, desk.house.engine.archive.verify(file))
    events = desk.house.engine.archive.read(file, instance)
    told = [each for each in events if everything or each.what not in QUIET]
    value = {"instance": events[0].instance, "events": [event_value(each) for each in events]}
    return Answer(value, [event_table(desk, told)])


def _verified(desk: Desk, report: ArchiveReport) -> Answer:
    value = {
        "file": report.file,
        "intact": report.intact,
        "changed": list(report.changed),
        "missing": list(report.missing),
        "strange": list(report.strange),
        "unreadable": report.unreadable,
    }
    return Answer(value, _lines(desk, report), FINE if report.is_whole else FINDINGS)


def _lines(desk: Desk, report: ArchiveReport) -> list[Line]:
    tone = "good" if report.is_whole else "warning"
    lines = [Line(desk.text("archive.intact", file=report.file, number=report.intact), tone)]
    for name in ("changed", "missing"):
        keys: tuple[str, ...] = getattr(report, name)
        if keys:
            lines.append(Line(desk.text(f"archive.{name}", keys=_listed(keys)), "bad"))
    if report.strange:
        lines.append(Line(desk.text("archive.strange", number=len(report.strange)), "quiet"))
    if report.unreadable:
        lines.append(Line(desk.text("archive.unreadable", number=report.unreadable), "quiet"))
    return lines


def _listed(keys: tuple[str, ...]) -> str:
    more = f" … (+{len(keys) - SHOWN})" if len(keys) > SHOWN else ""
    return ", ".join(keys[:SHOWN]) + more
