"""What follows from what happens to an order, whatever comes first and however often."""

from datetime import timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from procflow.handlers.payment import account as books
from procflow.handlers.payment.account import Account, Decision
from procflow.handlers.payment.exercise import FEE, MORNING, intent, opened
from procflow.handlers.payment.gateway import Gateway
from procflow.handlers.payment.matter import MatterKind, Resolution
from procflow.handlers.payment.memory import MemoryOrders
from procflow.handlers.payment.money import Refund, RefundState, Report, Result
from procflow.handlers.payment.outgoing import MATTER_MESSAGE, RESULT_MESSAGE
from procflow.handlers.payment.vietqr import VietqrAccount, VietqrProvider

PROVIDER = VietqrProvider(VietqrAccount(bank="970403", account="1", holder="x"))


def fresh():
    orders = MemoryOrders()
    return orders.find(opened(Gateway(PROVIDER, orders), "account").number)


def paid(transaction="T1", amount=FEE):
    return Report(order="x", result=Result.PAID, amount=amount, transaction=transaction, at=MORNING)


DECLINED = Report(order="x", result=Result.DECLINED, amount=FEE)
HAPPENINGS = st.one_of(
    st.builds(
        lambda t, a: lambda account: books.reported(account, paid(t, Decimal(a)), MORNING),
        st.sampled_from(["T1", "T2", "T3"]),
        st.sampled_from([int(FEE), int(FEE), 1]),
    ),
    st.just(lambda account: books.reported(account, DECLINED, MORNING)),
    st.just(lambda account: books.cancelled(account)),
    st.just(lambda account: books.expired(account, MORNING + timedelta(days=1))),
    st.just(lambda account: books.withdrawn(account, [paid("T9")], MORNING)),
)


@given(st.lists(HAPPENINGS, max_size=8))
def test_no_money_is_ever_lost(happenings):
    """Every payment either is the fee, once, or is a matter; each is told to somebody."""
    account: Account = fresh()
    sent = []
    for happening in happenings:
        account = happening(account)
        sent = list(account.outbox)
    questioned = {each.transaction for each in account.matters}
    plain = [each for each in account.payments if each.transaction not in questioned]
    assert len(plain) <= 1
    assert all(each.amount == account.order.amount for each in plain)
    assert (account.order.state == "paid") == (len(plain) == 1)
    told = [each.key for each in sent if each.name == MATTER_MESSAGE]
    assert sorted(told) == sorted(each.key for each in account.matters)
    assert len({each.message_id for each in sent}) == len(sent)


@given(st.lists(HAPPENINGS, max_size=6))
def test_the_same_again_changes_nothing(happenings):
    account = fresh()
    for happening in happenings:
        account = happening(account)
        assert happening(account) == account


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(1, 60_000)), max_size=8))
def test_never_more_goes_back_than_came_in(wishes):
    account = books.reported(fresh(), paid(), MORNING)
    for key, amount in wishes:
        refund = Refund(
            key=key, transaction="T1", amount=Decimal(amount), wanted_at=MORNING, by="x"
        )
        try:
            account = books.wanted(account, refund)
        except Exception as refused:
            assert "at most" in str(refused)
    assert sum(each.amount for each in account.refunds) <= FEE
    assert len({each.key for each in account.refunds}) == len(account.refunds)


def test_a_refused_refund_can_be_wished_again():
    account = books.reported(fresh(), paid(), MORNING)
    refund = Refund(key="a", transaction="T1", amount=FEE, wanted_at=MORNING, by="x")
    account = books.wanted(account, refund)
    refused = Refund(**{**_fields(refund), "state": RefundState.REFUSED})
    account = books.refunded(account, "a", refused, MORNING)
    again = Refund(**{**_fields(refund), "key": "b"})
    assert len(books.wanted(account, again).refunds) == 2


def test_what_a_statement_does_not_know_is_not_noted_as_given_back():
    account = books.reported(fresh(), paid(), MORNING)
    (payment,) = account.payments
    account = books.questioned(account, MatterKind.MISSING, payment, MORNING)
    decision = Decision(
        matter=account.matters[0].key, resolution=Resolution.RETURNED, by="x", at=MORNING
    )
    account = books.resolved(account, decision)
    assert account.refunds == ()
    assert not account.matters[0].is_open


def test_a_result_says_what_was_paid():
    account = books.reported(fresh(), paid(), MORNING)
    (result,) = [each for each in account.outbox if each.name == RESULT_MESSAGE]
    assert (result.variables["paymentState"], result.variables["paidAmount"]) == ("paid", FEE)
    assert intent("x").about.payer == ""


def _fields(refund):
    return {name: getattr(refund, name) for name in refund.__dataclass_fields__}
