from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.procedure.facts import ServiceLevel
from procflow.engine.procedure.level.level import Level
from procflow.engine.procedure.level.scale import SCALES, scale_on
from procflow.engine.procedure.level.shares import TARGETS, Shares

TODAY = date(2026, 11, 25)


def level(rung, day=TODAY, *, popular=False):
    return Level(
        day=day,
        scale=scale_on(day),
        code="",
        name="",
        rung=rung,
        criteria=(),
        lacks=(),
        popular=popular,
    )


def test_the_share_of_each_level_is_of_all_procedures():
    shares = Shares([level(4), level(3), level(3)])
    assert (shares.on_rung(4).count, shares.on_rung(4).percent) == (1, Decimal("33.3"))
    assert shares.from_rung(3).percent == 100
    assert shares.of_service(ServiceLevel.PARTIAL).count == 2


def test_no_procedures_have_no_share():
    assert Shares([]).on_rung(4).percent == 0


@pytest.mark.parametrize(
    ("rungs", "reached"),
    [
        ((4, 3, 3), [True, True]),
        ((4, 3, 3, 3), [True, False]),
        ((4, 2), [False, True]),
    ],
)
def test_the_targets_are_all_online_and_thirty_percent_full(rungs, reached):
    shares = Shares([level(rung) for rung in rungs])
    assert [shares.reaches(target) for target in shares.targets] == reached


def test_all_popular_procedures_are_to_be_full():
    shares = Shares([level(4, popular=True), level(3, popular=True), level(3)])
    *_, popular = shares.targets
    assert popular == TARGETS[-1]
    assert shares.of_target(popular).percent == 50
    assert (shares.popular.total, shares.reaches(popular)) == (2, False)
    assert Shares([level(4, popular=True), level(2)]).reaches(popular)


def test_without_popular_procedures_there_is_no_such_target():
    assert [each.popular for each in Shares([level(4)]).targets] == [False, False]


@given(st.lists(st.integers(0, 4)))
def test_every_procedure_is_on_one_rung_and_has_one_service(rungs):
    shares = Shares([level(rung) for rung in rungs])
    assert sum(shares.on_rung(rung).count for rung in range(5)) == len(rungs)
    services = (ServiceLevel.FULL, ServiceLevel.PARTIAL, None)
    assert sum(shares.of_service(each).count for each in services) == len(rungs)


@given(st.dates(SCALES[0].act.from_, date(2100, 1, 1)))
def test_every_day_since_2011_has_one_scale(day):
    assert sum(scale.act.in_force(day) for scale in SCALES) == 1
