"""Papers that pass the one-stop by are handed over there, and come back there.

That the one-stop hands a paper over is a milestone of its lane: nothing waits for it.
"""

from __future__ import annotations

from ....bpmn.chart import Chart
from ....bpmn.model import Element, Process
from ...facts import LaneKind
from ...law.marks import RESTING
from ...level.level import Lack
from ..draft import Draft
from ..nodes import ACTIVITY, EVENT, job, milestone, user_task
from ..outcome import Done, Left
from ..site import Site
from ..walk import only_next
from .requirements import way_in, whole_way

IN_PROGRESS = "4"
PAPERS = {"supplement": "yêu cầu bổ sung", "refusal": "từ chối"}


def raise_supplement(draft: Draft, lack: Lack) -> Done | Left:
    """By the case: the paper is missing, passes the one-stop by, or the answer does."""
    match lack.finding.key.rpartition(".")[2]:
        case "bypass":
            return _hand_over(draft, lack, "supplement")
        case "paper":
            return _issue(draft, lack, "supplement", "supplementContent")
    return _take_back(draft, lack)


def raise_refusal(draft: Draft, lack: Lack) -> Done | Left:
    if lack.finding.key.endswith(".bypass"):
        return _hand_over(draft, lack, "refusal")
    return _issue(draft, lack, "refusal", "refusalReason")


def _hand_over(draft: Draft, lack: Lack, paper: str) -> Done | Left:
    """A milestone of the one-stop before the dossier next rests or ends."""
    found = draft.element(lack)
    if (refused := whole_way(found)) is not None or found is None:
        return refused or Left("elsewhere")
    process, step = found
    lane = draft.lane(process, LaneKind.ONE_STOP)
    if lane is None:
        return Left("no-one-stop")
    rest = _next_rest(process, step)
    if rest is None:
        return Left("shape", {"element": step.label})
    site = Site(draft, lack.finding.file, process)
    node = milestone(site.id(f"mot-cua-tra-van-ban-{paper}"), f"Đã trả văn bản {PAPERS[paper]}")
    flows = [flow for flow in process.arriving(rest.id) if _follows(process, step, flow.source)]
    site.insert(node, EVENT, lane, flows, rest.id)
    site.close()
    return Done("handed-over", {"element": step.label, "paper": PAPERS[paper]})


def _next_rest(process: Process, step: Element) -> Element | None:
    """Where the dossier rests or ends after a step, if it is one place whatever happens."""
    chart = Chart(process)
    here: Element | None = step
    for _ in process.elements:
        here = chart.element(only_next(process, here.id)) if here else None
        if here is None or here.kind in RESTING or not chart.leaving(here):
            return here
    return None


def _follows(process: Process, step: Element, source: str) -> bool:
    """Whether the source lies on the one way from the step."""
    here: str | None = step.id
    for _ in process.elements:
        if here == source:
            return True
        here = only_next(process, here) if here else None
    return False


def _issue(draft: Draft, lack: Lack, paper: str, content: str) -> Done | Left:
    """The paper, issued in the lane of the one-stop before the element."""
    found = draft.element(lack)
    if (refused := way_in(found)) is not None or found is None:
        return refused or Left("elsewhere")
    process, element = found
    lane = draft.lane(process, LaneKind.ONE_STOP) or draft.lane_of(process, element.id)
    site = Site(draft, lack.finding.file, process)
    inputs = [
        ("=dossier.code", "code"),
        (f'="{paper}"', "paper"),
        (f'=get or else({content}, "Theo thông báo kèm theo")', "content"),
    ]
    name = f"Phát hành văn bản {PAPERS[paper]}"
    marks = {"paper": paper, **({"clock": "pause"} if paper == "supplement" else {})}
    node = job(site.id(f"phat-hanh-{paper}"), name, "dossier.issue-paper", inputs, marks=marks)
    site.insert(node, ACTIVITY, lane, list(process.arriving(element.id)), element.id)
    site.close()
    return Done("issued", {"element": element.label, "paper": PAPERS[paper]})


def _take_back(draft: Draft, lack: Lack) -> Done | Left:
    """What the citizen hands in later is taken up by the one-stop first."""
    found = draft.element(lack)
    if (refused := whole_way(found)) is not None or found is None:
        return refused or Left("elsewhere")
    process, wait = found
    lane = draft.lane(process, LaneKind.ONE_STOP)
    if lane is None:
        return Left("no-one-stop")
    after = only_next(process, wait.id) or ""
    site = Site(draft, lack.finding.file, process)
    status = process.elements[after].properties.get("dossier.status", IN_PROGRESS)
    marks = {"dossier.status": status, "clock": "resume"}
    node = user_task(site.id("nhan-ho-so-bo-sung"), "Nhận hồ sơ bổ sung", marks=marks)
    flows = [flow for flow in process.leaving(wait.id) if flow.target == after]
    site.insert(node, ACTIVITY, lane, flows, after)
    site.close()
    return Done("taken-back", {"element": wait.label})
