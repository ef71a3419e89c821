"""What is to be composed: every choice made, before a line is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..catalogue.terms import terms_in
from ..facts import Agencies, Channel, Lane, LaneKind, ProcedureFacts, Unit
from .charge import Charge, charge_of
from .demand import Demand, demand_of, is_online
from .lanes import label_of, lanes_of
from .names import application_form
from .question import Question, ask
from .shape import HOURS_A_DAY, Chosen, Shape, choose
from .shares import ANSWERING, shares_of
from .term import Term, term_of
from .wording import OPINION, known, says

UNNAMED = "Cơ quan phối hợp"
ANSWER_HOURS = 5 * HOURS_A_DAY
"""How long an agency has to answer where neither words nor deadline tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """shares: working hours by step. agencies: who is asked, or does a part. answer_hours: until
    when. result: the one result's name; empty where there are several, or none.
    """

    slug: str
    facts: ProcedureFacts
    chosen: Chosen
    lanes: Mapping[str, Lane]
    term: Term
    charge: Charge
    demand: Demand
    shares: Mapping[str, int]
    agencies: tuple[str, ...] = ()
    answer_hours: int = ANSWER_HOURS
    result: str = ""

    @property
    def shape(self) -> Shape:
        return self.chosen.shape

    @property
    def is_online(self) -> bool:
        return is_online(self.facts)

    @property
    def on_paper(self) -> bool:
        """Whether dossiers come on paper too."""
        return bool(self.channels - {Channel.ONLINE})

    @property
    def at_counter(self) -> bool:
        return Channel.COUNTER in self.channels

    @property
    def channels(self) -> frozenset[Channel]:
        return frozenset(manner.channel for manner in self.facts.manners)

    @property
    def has_result(self) -> bool:
        return self.shape is not Shape.NOTICE

    @property
    def has_middle(self) -> bool:
        """Whether others have their turn between the appraisal and the draft."""
        return self.shape in (Shape.OPINIONS, Shape.PARALLEL)

    @property
    def application(self) -> str:
        """The e-form that an online dossier is filed with: the first published one."""
        named = (form.form for form in self.facts.forms if form.form)
        return next(named, application_form(self.slug))

    def label(self, kind: LaneKind) -> str:
        return label_of(self.lanes, kind)


def plan_of(slug: str, facts: ProcedureFacts, shape: Shape | None) -> tuple[Plan, list[Question]]:
    """shape: the one that is wanted; without it, the one the facts speak for."""
    chosen = choose(facts) if shape is None else Chosen(shape, "wanted")
    term, of_term = term_of(facts, chosen.shape)
    charge, of_fees = charge_of(facts)
    demand, of_level = demand_of(facts)
    agencies, of_agencies = _agencies(facts, chosen.shape)
    shares = shares_of(term, chosen.shape, on_site=demand.on_site)
    hours, of_answers = _answer_hours(facts, chosen.shape, shares)
    plan = Plan(
        slug=slug,
        facts=facts,
        chosen=chosen,
        lanes=lanes_of(facts, chosen.shape),
        term=term,
        charge=charge,
        demand=demand,
        shares=shares,
        agencies=agencies,
        answer_hours=hours,
        result=facts.results[0].name if len(facts.results) == 1 else "",
    )
    asked = [*of_term, *of_fees, *of_level, *of_agencies, *of_answers, *_general(plan)]
    return plan, asked


def _agencies(facts: ProcedureFacts, shape: Shape) -> tuple[tuple[str, ...], list[Question]]:
    if shape not in (Shape.OPINIONS, Shape.PARALLEL):
        return (), []
    named = facts.agencies.cooperate if facts.agencies else ()
    if named:
        return named, [ask("agencies", "groups", names=", ".join(named))]
    return (UNNAMED,), [ask("agencies", "agencies", words=says(facts, OPINION) or "–")]


def _answer_hours(
    facts: ProcedureFacts, shape: Shape, shares: Mapping[str, int]
) -> tuple[int, list[Question]]:
    """By the words about opinions, else a share of the deadline."""
    if shape not in (Shape.OPINIONS, Shape.PARALLEL):
        return ANSWER_HOURS, []
    said = [each for step in facts.steps if OPINION.search(step) for each in terms_in(step)]
    days = [each.value for each in said if each.unit in (Unit.WORKING_DAY, Unit.DAY)]
    if len(days) == 1:
        return days[0] * HOURS_A_DAY, [ask("agencies", "answer-said", days=days[0])]
    hours = shares.get(ANSWERING, ANSWER_HOURS)
    return hours, [ask("agencies", "answer-within", hours=hours)]


def _general(plan: Plan) -> list[Question]:
    """What is open whatever the shape is."""
    facts = plan.facts
    found = [ask("agencies", "decides")] if _nobody_decides(facts.agencies) else []
    if not plan.shares:
        found.append(ask("deadline", "shares"))
    if len(facts.results) > 1:
        found.append(ask("results", "results", count=len(facts.results)))
    return found


def _nobody_decides(agencies: Agencies | None) -> bool:
    return agencies is None or not known(agencies.decides) or not known(agencies.receives)


def without_blanks(facts: ProcedureFacts, code: str, name: str) -> ProcedureFacts:
    """The facts with the code and name that were given, where they hold none."""
    return replace(facts, code=known(facts.code) or code, name=known(facts.name) or name)
