"""What keeps a procedure from being done from afar, by its declared reason and its own words."""

from __future__ import annotations

from dataclasses import dataclass

from ..catalogue.binding import bound_in, originals_in, texts_of
from ..facts import Channel, DeclaredLevel, ProcedureFacts, Reason, ServiceLevel
from .question import Question, ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """original: a part of the dossier whose original has to be shown. level: what to declare."""

    presence: bool = False
    on_site: bool = False
    original: bool = False
    level: DeclaredLevel


def demand_of(facts: ProcedureFacts) -> tuple[Demand, list[Question]]:
    bound = bound_in(texts_of(facts))
    declared = facts.level
    reasons = [each.reason for each in bound]
    if declared is not None and declared.reason in (Reason.PRESENCE, Reason.ON_SITE):
        reasons.append(declared.reason)
    original = any(each.original_shown for each in facts.components)
    demand = Demand(
        presence=Reason.PRESENCE in reasons,
        on_site=Reason.ON_SITE in reasons,
        original=original,
        level=_level(facts, reasons, bound[0].words if bound else "", original=original),
    )
    return demand, _questions(facts, demand)


def _level(
    facts: ProcedureFacts, reasons: list[Reason], words: str, *, original: bool
) -> DeclaredLevel:
    """The declared one, unless it says *toàn trình* of what the facts themselves bind."""
    declared, held = facts.level, [*reasons, *([Reason.PRESENCE] if original else [])]
    if declared is not None and (declared.declared is ServiceLevel.PARTIAL or not held):
        return declared
    partial = ServiceLevel.PARTIAL
    if held:
        told = f"“{words}”" if words else "Thành phần hồ sơ phải xuất trình bản chính"
        return DeclaredLevel(declared=partial, reason=held[0], law=told)
    if is_online(facts):
        return DeclaredLevel(declared=ServiceLevel.FULL)
    law = "Chưa có cách thức nộp trực tuyến"
    return DeclaredLevel(declared=partial, reason=Reason.TECHNICAL, law=law)


def is_online(facts: ProcedureFacts) -> bool:
    return any(manner.channel is Channel.ONLINE for manner in facts.manners)


def _questions(facts: ProcedureFacts, demand: Demand) -> list[Question]:
    found: list[Question] = []
    if demand.presence:
        found.append(ask("level", "presence", words=demand.level.law))
    if demand.on_site:
        found.append(ask("level", "on-site", words=demand.level.law))
    if demand.level is not facts.level:
        found.append(ask("level", "declared", words=demand.level.law or "–"))
    shown = () if demand.original else originals_in(texts_of(facts))
    found += [ask("components", "original", words=words) for words in shown]
    return found
