"""`procflow history`: what happened to an instance, and whether anybody has touched the trail."""

from __future__ import annotations

from typing import Any

from ..engine.messages import Language, page
from ..engine.model.history import BrokenLink, HistoryEvent
from ..handlers.notification.report import REPORT_MESSAGE
from .answer import FINDINGS, FINE, Answer, Block, Line, Table
from .base import argument, command, option
from .desk import Desk
from .receipts import receipts, told_later
from .words import moment

QUIET = frozenset({"entered", "taken", "set"})
"""What only an engineer wants to see; shown with --all, and always in JSON."""

NAMED = ("name", "businessKey", "reason", "to", "kind", "code", "text")


@command("history")
@argument("instance")
@option("--all", "everything", is_flag=True)
@option("--verify", is_flag=True)
def history(desk: Desk, instance: str, everything: bool, verify: bool) -> Answer:
    engine = desk.house.engine
    key = engine.instances.get(instance).key
    events = engine.history.of(key)
    broken = engine.history.verify(key) if verify else []
    value: dict[str, Any] = {"instance": key, "events": [event_value(each) for each in events]}
    if verify:
        value["brokenLinks"] = [_broken_value(each) for each in broken]
    shown = [each for each in events if everything or each.what not in QUIET]
    blocks: list[Block] = [event_table(desk, shown)]
    if verify:
        blocks.append(_verdict(desk, len(events), broken))
    return Answer(value, blocks, FINDINGS if broken else FINE)


def event_value(event: HistoryEvent) -> dict[str, Any]:
    return {
        "number": event.number,
        "at": event.at,
        "who": event.who,
        "address": event.address,
        "what": event.what,
        "process": event.process,
        "element": event.element,
        "token": event.token,
        "about": dict(event.about),
        "hash": event.hash,
    }


def what_happened(event: HistoryEvent, language: Language) -> str:
    """The event in a few words; its own name where the catalogue has none for it."""
    sentence = page("command").get(f"command.happening.{event.what}")
    if sentence is None:
        return event.what
    return sentence[0] if language == "vi" else sentence[1]


def event_table(desk: Desk, events: list[HistoryEvent]) -> Table:
    labels = desk.house.labels
    headings = [desk.text(f"history.{name}") for name in ("at", "who", "what", "element", "about")]
    rows = [
        (
            moment(each.at, desk.language),
            each.who,
            what_happened(each, desk.language),
            labels.of(each.definition, each.element),
            _about(desk, each),
        )
        for each in events
    ]
    return Table(headings, rows)


def _about(desk: Desk, event: HistoryEvent) -> str:
    if event.what == REPORT_MESSAGE:
        return told_later(desk, event.about)
    named = [str(event.about[name]) for name in NAMED if event.about.get(name)]
    return ", ".join([*named, *_rules(desk, event), *receipts(desk, event.about)])


def _rules(desk: Desk, event: HistoryEvent) -> list[str]:
    """The rules of decision tables that were used."""
    return [
        desk.text("decide.because", rule=hit["rule"], decision=hit["decision"])
        for hit in event.about.get("rules", ())
    ]


def _verdict(desk: Desk, number: int, broken: list[BrokenLink]) -> Line:
    if not broken:
        return Line(desk.text("history.intact", number=number), "good")
    first = broken[0]
    return Line(desk.text(f"history.{first.reason}", number=first.number), "bad")


def _broken_value(link: BrokenLink) -> dict[str, Any]:
    return {"instance": link.instance, "number": link.number, "reason": link.reason}
