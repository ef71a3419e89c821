"""`procflow sandbox pay|decline|silent ORDER`: what people do at the sandbox gateway's bank."""

from __future__ import annotations

from ..engine.model.message import Outcome
from .answer import Answer, Line
from .base import Group, argument, command, common_options
from .desk import Desk

SANDBOX = "sandbox"


@command("pay")
@argument("order")
def pay(desk: Desk, order: str) -> Answer:
    return _delivered(desk, order, desk.house.bank.pay(order, now=desk.clock()))


@command("decline")
@argument("order")
def decline(desk: Desk, order: str) -> Answer:
    return _delivered(desk, order, desk.house.bank.decline(order, now=desk.clock()))


@command("silent")
@argument("order")
def silent(desk: Desk, order: str) -> Answer:
    desk.house.bank.silent(order, now=desk.clock())
    return Answer({"order": order, "callback": None}, [Line(desk.text("sandbox.silent"))])


def _delivered(desk: Desk, order: str, callback: bytes) -> Answer:
    """The signed callback takes the way it would take from a real bank."""
    published = desk.house.receive_payment(SANDBOX, callback, now=desk.clock()).published
    state = published[0].state if published else Outcome.DUPLICATE
    told = desk.text(f"sandbox.{state}", order=order)
    value = {"order": order, "callback": callback.decode(), "state": state.value}
    return Answer(value, [Line(told, "good")])


sandbox = Group("sandbox", commands=[pay, decline, silent], params=common_options())
