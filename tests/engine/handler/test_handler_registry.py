"""What a host registers, and what the registry knows of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest

from procflow.engine.errors import BadConfiguration, NotFound
from procflow.engine.handler import HandlerRegistry, JobContext, handles, label
from procflow.engine.model.check import Check
from procflow.engine.model.job_type import Words


@dataclass(frozen=True)
class CollectFee:
    """Collect a fee
    from the applicant.

    More for developers.
    """

    amount: Decimal = field(metadata=label("Số tiền", "Amount", whole=True))
    reference: str = field(metadata=label("Mã", "Reference", feel="=dossier.code"))
    copies: int = 1
    note: str | None = None


@dataclass(frozen=True)
class Collected:
    receipt_number: str


class Cashier:
    """Two job types at one desk."""

    @handles("fee.collect", version=3, title=("Thu phí", "Collect"), raises=["DECLINED"])
    def collect(self, fee: CollectFee, job: JobContext) -> Collected:
        return Collected(receipt_number=fee.reference)

    @handles("fee.waive", transactional=True)
    def waive(self, job: JobContext) -> None:
        """Waive the fee."""

    def check(self):
        return Check(subject="cashier", ok=True, key="handlers.check.memory")


@handles("plain", raises={"LATE": ("Muộn", "Late")})
def plain(variables: Mapping[str, Any], job: JobContext) -> Mapping[str, Any]:
    return variables


def test_methods_and_functions_are_found_by_type():
    registry = HandlerRegistry([Cashier(), plain])
    assert registry.types == {"fee.collect", "fee.waive", "plain"}
    assert set(registry.all_facts) == registry.types


def test_facts_tell_what_was_declared():
    facts = HandlerRegistry([Cashier()]).facts("fee.collect")
    assert (facts.version, facts.title) == (3, Words("Thu phí", "Collect"))
    assert facts.description == "Collect a fee from the applicant."
    assert facts.required_inputs == {"amount", "reference"}
    kinds = {name: (fact.kind, fact.required) for name, fact in facts.inputs.items()}
    assert kinds == {
        "amount": ("number", True),
        "reference": ("string", True),
        "copies": ("number", False),
        "note": ("string", False),
    }
    assert facts.inputs["copies"].limits.whole
    assert facts.inputs["reference"].feel == "=dossier.code"
    assert set(facts.outputs) == {"receiptNumber"}
    assert set(facts.raises) == {"DECLINED"}


def test_facts_of_a_handler_without_types():
    facts = HandlerRegistry([plain]).facts("plain")
    assert (facts.inputs, facts.outputs) == ({}, {})
    assert facts.raises == {"LATE": Words("Muộn", "Late")}
    assert HandlerRegistry([Cashier()]).facts("fee.waive").transactional


def test_an_unknown_type_names_the_known_ones():
    with pytest.raises(NotFound, match=r"fee.collekt.*fee.collect, fee.waive"):
        HandlerRegistry([Cashier()]).find("fee.collekt")


def test_handlers_with_a_check_are_asked():
    assert [check.subject for check in HandlerRegistry([plain, Cashier()]).check()] == ["cashier"]


@handles("two")
def too_much(a: CollectFee, b: CollectFee, job: JobContext) -> None: ...


@handles("set")
def unreadable(given: set[str], job: JobContext) -> None: ...


@handles("union")
def undecided(given: "Choosy", job: JobContext) -> None: ...


@handles("text")
def no_context(given: str, job: JobContext) -> None: ...


@handles("unknown")
def unresolved(given: "Nowhere", job: JobContext) -> None: ...  # noqa: F821 - it is what is tried


@dataclass
class Choosy:
    one: str | int


@pytest.mark.parametrize(
    ("handlers", "says"),
    [
        ([object()], "marked with @handles"),
        ([lambda job: None], "marked with @handles"),
        ([Cashier(), Cashier()], "one handler for job type 'fee.collect'"),
        ([too_much], "its input and the job"),
        ([unreadable], "JSON values"),
        ([undecided], "one type"),
        ([no_context], "a dataclass or a mapping"),
        ([unresolved], "Nowhere"),
    ],
)
def test_what_cannot_be_registered(handlers, says):
    with pytest.raises(BadConfiguration, match=says):
        HandlerRegistry(handlers)
