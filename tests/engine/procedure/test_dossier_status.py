import pytest

from procflow.engine.bpmn.model import Element, Kind, Process
from procflow.engine.errors import BadInput
from procflow.engine.model.trail import Happening, TrailEvent
from procflow.engine.procedure.status import STATUSES, TERMINAL, project, status

CODES = {"check": "2", "work": "4", "pay": "6", "end": "10", "plain": ""}
DRAWN = {
    "p:1": Process(
        id="p",
        name=None,
        line=1,
        elements={
            name: Element(
                id=name,
                kind=Kind.USER_TASK,
                name=None,
                scope="p",
                line=1,
                properties={"dossier.status": code} if code else {},
            )
            for name, code in CODES.items()
        },
    )
}


def trail(*steps):
    """Steps written `+check` (entered), `-check` (completed), `xcheck:2` (cancelled, token 2)."""
    marks = {"+": Happening.ENTERED, "-": Happening.COMPLETED, "x": Happening.CANCELLED}
    for step in steps:
        element, _, token = step[1:].partition(":")
        yield TrailEvent(
            happening=marks[step[0]],
            definition="p:1",
            process="p",
            element=element,
            token=int(token or 1),
        )


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ([], None),
        (["+plain"], None),
        (["+check"], 2),
        (["+check", "-check"], 2),
        (["+check", "-check", "+plain"], 2),
        (["+check", "-check", "+work"], 4),
        (["+work:1", "+pay:2"], 6),
        (["+work:1", "+pay:2", "-pay:2"], 4),
        (["+work:1", "+pay:2", "xwork:1", "xpay:2"], 6),
        (["+work:1", "+work:2", "-work:1"], 4),
        (["+work", "xwork", "+end", "-end"], 10),
    ],
)
def test_the_status_of_the_element_entered_last_that_is_still_active(steps, code):
    assert project(trail(*steps), DRAWN) == code


def test_the_ten_statuses():
    assert list(STATUSES) == list(range(1, 11))
    assert {3, 7, 8, 10} == TERMINAL
    assert status("5").name("vi") == "Yêu cầu bổ sung giấy tờ"
    assert status(10).name("en") == "Result returned"


@pytest.mark.parametrize("code", [0, 11, "x", "", -1, "²"])
def test_another_code_is_refused(code):
    with pytest.raises(BadInput, match="Expected a dossier status from 1 to 10"):
        status(code)
