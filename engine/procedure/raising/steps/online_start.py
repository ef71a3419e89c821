"""An online start with an e-form beside the counter's.

Of several start events only one may wait for nothing, and only that one may have a form: so the
counter's begins by a message from then on, as it does in the procedures of the house.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ....bpmn.model import Element, EventKind, Kind, Process
from ....bpmn.writer import Piece, zeebe
from ...facts import LaneKind, ProcedureFacts
from ...level.level import Lack
from ..contents import application, component_field
from ..draft import Draft
from ..nodes import EVENT, online_start
from ..outcome import Done, Left
from ..site import Site
from ..toml_text import with_lane, with_table
from ..walk import only_next

CITIZENS = ("Người nộp hồ sơ", "cong-dan")
CHANNEL = "channel"


def raise_start(draft: Draft, lack: Lack) -> Done | Left:
    """By the case: no online start, one without a form, or one that does not say its channel."""
    found = draft.process(lack)
    if found is None:
        return Left("elsewhere")
    file, process = found
    case = lack.finding.key.rpartition(".")[2]
    if case == "channel":
        return _say_channel(draft, file, process, lack)
    if case in ("form", "no-fields"):
        return _give_form(draft, file, process, lack)
    return _add_start(draft, file, process)


def _add_start(draft: Draft, file: str, process: Process) -> Done | Left:
    start = next(_starts(process), None)
    target = _target(process, start) if start else None
    if start is None or target is None:
        return Left("no-start")
    if start.form_id:
        return Left("start-with-form", {"element": start.label})
    form = _form(draft, process, start, target)
    site = Site(draft, file, process)
    _set_apart(site, start)
    lane = _citizens_lane(draft, site) or draft.lane_of(process, start.id)
    node = online_start(site.id("nop-truc-tuyen"), "Nộp hồ sơ trực tuyến", form)
    begin = site.ground.put(node, EVENT, lane, after=[target.id])
    site.ground.join(begin, target.id)
    site.close()
    _publish(draft, form)
    return Done("start", {"element": target.label})


def _set_apart(site: Site, start: Element) -> None:
    """The start that is there becomes the counter's."""
    if start.properties.get(CHANNEL) is None:
        site.pencil.set_property(start.id, CHANNEL, "counter")
    if start.event.kind is EventKind.NONE:
        site.pencil.start_by_message(start.id, f"nop-tai-quay-{site.process.id}")


def _starts(process: Process) -> Iterator[Element]:
    inside = process.inside(process.id)
    return (each for each in inside if each.kind is Kind.START_EVENT)


def _target(process: Process, start: Element) -> Element | None:
    """What an online dossier begins with: its opening, else what follows the counter's start."""
    first = process.elements.get(only_next(process, start.id) or "")
    here = first
    for _ in process.elements:
        if here is None or (here.job and here.job.type == "dossier.open"):
            break
        here = process.elements.get(only_next(process, here.id) or "")
    return here or first


def _form(draft: Draft, process: Process, start: Element, target: Element) -> str:
    """A published e-form that is there, else one made of what the counter asks."""
    facts = draft.facts
    published = [form for form in _published(facts) if form]
    there = next((each for each in published if draft.form_file(each)), None)
    if there is not None:
        return there
    wanted = published[0] if published else f"{process.id}-don"
    asked = _asked_at_the_counter(draft, process, start, target)
    parts = [
        component_field(number, each.name)
        for number, each in enumerate(facts.components, 1)
        if not each.form
    ]
    return draft.add_form(wanted, [*(asked or application()), *parts])


def _published(facts: ProcedureFacts) -> list[str]:
    """The e-forms the facts name."""
    return [*(each.form for each in facts.forms), *(each.form for each in facts.components)]


def _asked_at_the_counter(
    draft: Draft, process: Process, start: Element, target: Element
) -> list[dict[str, Any]]:
    """The questions of the reception's forms, but for the channel."""
    found: list[dict[str, Any]] = []
    here = only_next(process, start.id)
    while here is not None and here != target.id:
        form = process.elements[here].form_id
        found += [each for each in draft.components(form or "") if each.get("key") != CHANNEL]
        here = only_next(process, here)
    return found


def _citizens_lane(draft: Draft, site: Site) -> str | None:
    known = draft.lane(site.process, LaneKind.CITIZEN)
    if known is not None:
        return known
    lanes = draft.facts.lanes
    told = next((label for label, lane in lanes.items() if lane.kind is LaneKind.CITIZEN), None)
    label, group = told or CITIZENS[0], CITIZENS[1]
    lane = site.ground.frames.add_lane(label, "lan-nguoi-nop")
    if lane is not None and told is None:
        draft.edit_facts(lambda text: with_lane(text, label, LaneKind.CITIZEN.value, group))
    return lane


def _publish(draft: Draft, form: str) -> None:
    """The online way and its form, in the published facts."""
    facts = draft.facts
    if all(manner.channel.value != "online" for manner in facts.manners):
        draft.edit_facts(lambda text: with_table(text, "[[manners]]", {CHANNEL: "online"}))
    if form not in _published(facts):
        told = {"name": "Đơn điện tử", "form": form}
        draft.edit_facts(lambda text: with_table(text, "[[forms]]", told))


def _say_channel(draft: Draft, file: str, process: Process, lack: Lack) -> Done | Left:
    start = process.elements.get(lack.finding.element or "")
    if start is None:
        return Left("elsewhere")
    way = "online" if start.form_id else "counter"
    site = Site(draft, file, process)
    site.pencil.set_property(start.id, CHANNEL, way)
    site.close()
    return Done("channel", {"element": start.label, "channel": way})


def _give_form(draft: Draft, file: str, process: Process, lack: Lack) -> Done | Left:
    start = process.elements.get(lack.finding.element or "")
    target = _target(process, start) if start else None
    if start is None or target is None:
        return Left("elsewhere")
    if start.form_id and draft.form_file(start.form_id):
        draft.add_to_form(start.form_id, list(application()))
        return Done("form", {"element": start.label, "form": start.form_id})
    form = _form(draft, process, start, target)
    site = Site(draft, file, process)
    site.pencil.set_extension(start.id, Piece(zeebe("formDefinition"), {"formId": form}))
    site.close()
    _publish(draft, form)
    return Done("form", {"element": start.label, "form": form})
