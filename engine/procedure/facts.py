"""The published facts of an administrative procedure, as `procedure.toml` says them.

What must be published: Decree 63/2010 art. 8.2 (as amended by 92/2017) and Decree 43/2011. Every
table may say where its fact comes from (`source`) and when somebody last looked (`checked`); single
values do so in `[sources]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as having
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from ..errors import Finding


class LaneKind(StrEnum):
    """Who works a lane."""

    CITIZEN = "citizen"
    ONE_STOP = "one-stop"
    SPECIALIST = "specialist"
    LEADER = "leader"
    CLERK = "clerk"
    AGENCY = "agency"
    SYSTEM = "system"


PAPER_KINDS = ("receipt", "supplement", "refusal", "apology", "stop", "control", "register")
"""The papers of the one-stop mechanism, for which a sector may have its own forms."""

OFFICE_KINDS = frozenset({LaneKind.ONE_STOP, LaneKind.SPECIALIST, LaneKind.LEADER, LaneKind.CLERK})


class Channel(StrEnum):
    """How a dossier comes in, a fee is paid, a result goes out."""

    ONLINE = "online"
    COUNTER = "counter"
    POST = "post"


class Unit(StrEnum):
    """The unit of a deadline; `other` is told by the deadline's `text` alone."""

    WORKING_DAY = "working-day"
    DAY = "day"
    WORKING_HOUR = "working-hour"
    HOUR = "hour"
    MONTH = "month"
    SAME_DAY = "same-day"
    OTHER = "other"


class Beginning(StrEnum):
    """The event a deadline is counted from."""

    ACCEPTED = "accepted"  # a complete and valid dossier was accepted
    RECEIVED = "received"  # the dossier came in
    PAID = "paid"  # the financial duty was met


class FeeKind(StrEnum):
    CHARGE = "charge"  # phí
    FEE = "fee"  # lệ phí


class Collected(StrEnum):
    """When a fee is collected."""

    RECEPTION = "reception"
    SUPPLEMENT = "supplement"
    RETURN = "return"


class ServiceLevel(StrEnum):
    FULL = "full"  # toàn trình
    PARTIAL = "partial"  # một phần


class Reason(StrEnum):
    """The only four reasons for a partial service (Decree 224/2026 art. 14)."""

    PRESENCE = "presence"
    ON_SITE = "on-site"
    FAILURE = "failure"
    TECHNICAL = "technical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """Where a fact comes from, and the day somebody last compared."""

    source: str = ""
    checked: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane(Sourced):
    """Of a lane in the drawing: who works it, and the candidate group of its user tasks."""

    kind: LaneKind
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agencies(Sourced):
    receives: str
    decides: str
    cooperate: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner(Sourced):
    """One way of carrying the procedure out."""

    channel: Channel
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Component(Sourced):
    """A part of the dossier. `when` is FEEL: the component is asked for only if it is true.

    electronic: may be given as a file. original_shown: an original must be shown in person.
    replaced_by: the data source that makes the paper needless.
    """

    name: str
    code: str = ""
    originals: int = 0
    copies: int = 0
    required: bool = True
    electronic: bool = True
    original_shown: bool = False
    replaced_by: str = ""
    form: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineCase(Sourced):
    """A deadline of its own for the dossiers for which `when` (FEEL) is true."""

    name: str
    when: str
    unit: Unit
    value: int = 0
    cutoff: time | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Sourced):
    """How long the procedure takes.

    cutoff: what comes in later in the day counts as the next working day's (the 15:00 rule).
    text: in the words of the catalogue. cases: the first whose `when` is true goes before.
    """

    unit: Unit
    value: int = 0
    from_: Beginning = Beginning.ACCEPTED
    cutoff: time | None = None
    text: str = ""
    cases: tuple[DeadlineCase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee(Sourced):
    """A fee in đồng; without an `amount`, `text` says who sets it."""

    name: str
    kind: FeeKind = FeeKind.FEE
    amount: Decimal | None = None
    channel: Channel | None = None
    collected: Collected = Collected.RECEPTION
    when: str = ""
    text: str = ""
    legal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Sourced):
    name: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedForm(Sourced):
    """A form the applicant fills in. form: id of the e-form; number: of the legal form."""

    name: str
    number: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalAct(Sourced):
    """A text the procedure stands on, and the days it is in force (`until` is the last one)."""

    number: str
    name: str
    from_: date
    until: date | None = None
    articles: str = ""

    def in_force(self, day: date) -> bool:
        return self.from_ <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredLevel(Sourced):
    """The level the agency declares; a partial service gives one of four reasons and the law."""

    declared: ServiceLevel
    reason: Reason | None = None
    law: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorPaper(Sourced):
    """A sector's own form for a kind of paper (CT04 instead of 01)."""

    number: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureFacts(Sourced):
    """Everything `procedure.toml` says; empty where it says nothing (and `findings` says so)."""

    code: str = ""
    name: str = ""
    field: str = ""
    decision: str = ""
    tier: str = ""
    popular: bool = False  # among those most people and firms need; these go first
    who: tuple[str, ...] = ()
    agencies: Agencies | None = None
    steps: tuple[str, ...] = ()
    manners: tuple[Manner, ...] = ()
    sets: int = 0
    components: tuple[Component, ...] = ()
    deadline: Deadline | None = None
    fees: tuple[Fee, ...] = ()
    results: tuple[Result, ...] = ()
    forms: tuple[PublishedForm, ...] = ()
    conditions: tuple[str, ...] = ()
    legal_basis: tuple[LegalAct, ...] = ()
    level: DeclaredLevel | None = None
    lanes: Mapping[str, Lane] = having(default_factory=dict)
    groups: tuple[str, ...] = ()
    papers: Mapping[str, SectorPaper] = having(default_factory=dict)
    sources: Mapping[str, Sourced] = having(default_factory=dict)
    file: str = having(default="procedure.toml", metadata={"read": False})
    findings: tuple[Finding, ...] = having(default=(), metadata={"read": False})

    @property
    def known_groups(self) -> frozenset[str]:
        """The candidate groups of the office: those of lanes, and the others in `groups`."""
        return frozenset((*self.lane_groups.values(), *self.groups))

    @property
    def lane_groups(self) -> dict[str, str]:
        """The candidate group of each lane that has one, by the lane's label."""
        return {label: lane.group for label, lane in self.lanes.items() if lane.group}

    def in_force(self, day: date) -> tuple[LegalAct, ...]:
        """The legal basis on a day."""
        return tuple(act for act in self.legal_basis if act.in_force(day))
