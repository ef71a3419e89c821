from datetime import date
from itertools import pairwise

import pytest

from procflow.engine.bpmn.model import Element, Kind, Process
from procflow.engine.errors import BadInput
from procflow.engine.model.trail import Happening, TrailEvent
from procflow.engine.procedure.facts import ProcedureFacts, SectorPaper
from procflow.engine.procedure.papers import PAPER_FORMS, PAPER_KINDS, form_of, papers

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


@pytest.mark.parametrize(
    ("kind", "day", "number"),
    [
        ("receipt", BEFORE, "01"),
        ("receipt", AFTER, "01"),
        ("apology", AFTER, "04"),
        ("control", BEFORE, "05"),
        ("stop", AFTER, "05"),
        ("control", AFTER, "06"),
        ("register", BEFORE, "06"),
        ("register", AFTER, "07"),
    ],
)
def test_the_number_of_a_form_depends_on_the_day(kind, day, number):
    assert form_of(kind, day).number == number


def test_the_name_of_the_apology_changed():
    assert form_of("apology", BEFORE).vi.startswith("Phiếu xin lỗi")
    assert form_of("apology", AFTER).vi.startswith("Văn bản xin lỗi")


@pytest.mark.parametrize(
    ("kind", "day"), [("stop", BEFORE), ("receipt", date(2010, 1, 1)), ("bill", AFTER)]
)
def test_a_paper_that_did_not_exist_is_refused(kind, day):
    with pytest.raises(BadInput, match=f"but found '{kind}'"):
        form_of(kind, day)


def test_a_sector_has_forms_of_its_own():
    facts = ProcedureFacts(papers={"receipt": SectorPaper(number="CT04", name="Phiếu tiếp nhận")})
    form = form_of("receipt", AFTER, facts)
    assert (form.number, form.vi) == ("CT04", "Phiếu tiếp nhận")
    assert form_of("refusal", AFTER, facts).number == "03"


def test_no_kind_has_two_forms_on_a_day():
    for kind in PAPER_KINDS:
        forms = [form for form in PAPER_FORMS if form.kind == kind]
        assert forms
        assert all(one.until < other.from_ for one, other in pairwise(forms))


def test_a_paper_is_due_when_its_element_is_passed():
    receipt = Element(
        id="receive", kind=Kind.TASK, name=None, scope="p", line=1, properties={"paper": "receipt"}
    )
    plain = Element(id="plain", kind=Kind.TASK, name=None, scope="p", line=1)
    drawn = {
        "p:1": Process(id="p", name=None, line=1, elements={"receive": receipt, "plain": plain})
    }
    trail = [
        TrailEvent(happening=happening, definition="p:1", process="p", element=element, token=3)
        for element in drawn["p:1"].elements
        for happening in (Happening.ENTERED, Happening.COMPLETED)
    ]
    (due,) = papers(trail, drawn)
    assert (due.kind, due.element, due.token) == ("receipt", "receive", 3)
