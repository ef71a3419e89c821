"""The facts a record tells, as `procedure.toml` holds them.

Texts are kept as they are; amounts, lengths and codes are read. What the record does not tell but
must be published is filled so that the file can be read, and listed among the notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from ..facts import (
    Agencies,
    Channel,
    DeclaredLevel,
    Lane,
    LaneKind,
    Manner,
    ProcedureFacts,
    Reason,
    Result,
    ServiceLevel,
    Sourced,
)
from .binding import Bound, bound_by, shown_originals
from .channels import CHANNELS
from .codes import is_procedure_code
from .draft_acts import draft_acts
from .draft_components import draft_components, draft_forms, notes_on_papers
from .draft_deadline import deadline_text, draft_deadline, term_of_method
from .draft_fees import draft_fees
from .note import Note, assumed, contradiction, merged, unparsed
from .record import Method, Record
from .words import lines_of, one_line

BLANK = "…"
LANES = MappingProxyType(
    {
        "Người nộp hồ sơ": Lane(kind=LaneKind.CITIZEN, group="cong-dan"),
        "Bộ phận Một cửa": Lane(kind=LaneKind.ONE_STOP, group="mot-cua"),
        "Chuyên viên": Lane(kind=LaneKind.SPECIALIST, group="chuyen-vien"),
        "Lãnh đạo": Lane(kind=LaneKind.LEADER, group="lanh-dao"),
        "Văn thư": Lane(kind=LaneKind.CLERK, group="van-thu"),
        "Hệ thống": Lane(kind=LaneKind.SYSTEM),
    }
)


@dataclass(frozen=True, slots=True)
class Draft:
    """facts: fit to be written. notes: what people have to look at. bound: by the record's
    words.
    """

    record: Record
    facts: ProcedureFacts
    notes: tuple[Note, ...]
    bound: tuple[Bound, ...]


def draft_facts(record: Record) -> Draft:
    deadline, deadline_notes = draft_deadline(record)
    fees, fee_notes = draft_fees(record)
    components, component_notes = draft_components(record)
    acts, act_notes = draft_acts(record)
    bound = bound_by(record)
    facts = ProcedureFacts(
        code=record.code or BLANK,
        name=record.name or BLANK,
        field=record.field or BLANK,
        decision=record.decision,
        tier=record.tier,
        who=record.who or (BLANK,),
        sets=1,
        steps=record.steps or (BLANK,),
        conditions=_conditions(record),
        source=f"Danh mục quốc gia về thủ tục hành chính, tệp {record.file}",
        sources={"sets": Sourced(source="Bản ghi không nêu số bộ; tạm ghi 1")},
        agencies=_agencies(record),
        manners=_manners(record),
        components=components,
        deadline=deadline,
        fees=fees,
        results=tuple(Result(name=each.name, code=each.code) for each in record.results),
        forms=draft_forms(record),
        legal_basis=acts,
        level=_level(record, bound),
        lanes=dict(LANES),
    )
    notes = (
        *_general(record),
        *deadline_notes,
        *fee_notes,
        *component_notes,
        *act_notes,
        *_of_level(record, bound),
        *(unparsed("record", "line", text=line[:200]) for line in record.unread if line),
    )
    return Draft(record, facts, merged(notes), bound)


def _conditions(record: Record) -> tuple[str, ...]:
    """The conditions, the description where it says more, and the notes between the papers."""
    said = lines_of(record.conditions)
    more = lines_of(record.description) if record.description != record.conditions else ()
    return tuple(dict.fromkeys((*said, *more, *notes_on_papers(record))))


def _agencies(record: Record) -> Agencies:
    """Who receives: the address told, else who carries it out. Who decides: who is competent."""
    executing = ", ".join(record.executing)
    receives = " ".join(record.receiving.split()) or executing or BLANK
    decides = ", ".join(record.competent) or executing or BLANK
    return Agencies(receives=receives, decides=decides, cooperate=record.cooperating)


def _manners(record: Record) -> tuple[Manner, ...]:
    found = [_manner(each) for each in record.methods if each.channel in CHANNELS]
    if found:
        return tuple(dict.fromkeys(found))
    return (Manner(channel=Channel.COUNTER, note="Bản ghi không nêu cách thức thực hiện"),)


def _manner(method: Method) -> Manner:
    term = term_of_method(method)
    said = term.said() if term else deadline_text(method)
    deadline = f"Thời hạn giải quyết: {said}." if said else ""
    words = one_line(method.text)
    note = " ".join(part for part in (deadline, words if words != said else "") if part)
    return Manner(channel=CHANNELS[method.channel], note=note)


def _level(record: Record, bound: tuple[Bound, ...]) -> DeclaredLevel:
    """What the facts allow: *toàn trình* unless the words bind, or nobody can file online."""
    told = f"Bản ghi {record.code or record.file}"
    if bound:
        law = f"{told}: “{bound[0].words}”"
        return DeclaredLevel(declared=ServiceLevel.PARTIAL, reason=bound[0].reason, law=law)
    if "ONLINE" not in record.channels:
        law = f"{told} không có hình thức nộp trực tuyến"
        return DeclaredLevel(declared=ServiceLevel.PARTIAL, reason=Reason.TECHNICAL, law=law)
    return DeclaredLevel(declared=ServiceLevel.FULL)


def _general(record: Record) -> Iterator[Note]:
    for fact, value in (
        ("name", record.name),
        ("field", record.field),
        ("who", record.who),
        ("steps", record.steps),
    ):
        if not value:
            yield assumed(fact, "missing", part=fact)
    if not is_procedure_code(record.code):
        yield unparsed("code", "code", code=record.code or "–")
    if not (record.executing or record.competent or record.receiving):
        yield assumed("agencies", "agencies")
    if not record.methods:
        yield assumed("manners", "manners")
    for method in record.methods:
        if method.channel not in CHANNELS:
            yield unparsed("manners", "channel", channel=method.channel or "–")
    if not record.results:
        yield assumed("results", "results")
    yield assumed("sets", "sets")


def _of_level(record: Record, bound: tuple[Bound, ...]) -> Iterator[Note]:
    for each in bound:
        yield assumed("level", f"bound-{each.reason}", words=each.words)
    if record.full is True and bound:
        yield contradiction("level", "called-full", words=bound[0].words)
    if record.full is False and not bound and "ONLINE" in record.channels:
        yield contradiction("level", "called-partial")
    for words in shown_originals(record):
        yield unparsed("components", "original", words=words)
