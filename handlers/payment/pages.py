"""The payment pages procflow renders itself: whole HTML documents that load nothing."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from ...engine.messages import Language
from ..local_time import local
from ..plain_page import facts, plain_page, said
from .order import Order, OrderState


def sandbox_page(order: Order, language: Language) -> str:
    """Where somebody pays or declines an order of the sandbox: a form with two buttons."""
    buttons = "".join(
        f'<button name="act" value="{act}">{said(f"payments.page.{act}", language)}</button>'
        for act in ("pay", "decline")
    )
    note = said("payments.page.sandbox", language)
    form = f'<p>{note}</p><form method="post" action="{escape(order.url)}">{buttons}</form>'
    return plain_page("payments.page.title", language, _facts(order, language) + form)


def transfer_page(order: Order, code: str, transfer: Mapping[str, str], language: Language) -> str:
    """A code to scan. code: an SVG. transfer: what to write by hand, by catalogue key."""
    note = said("payments.page.scan", language)
    body = f"{_facts(order, language)}<p>{note}</p>{code}{facts(transfer, language)}"
    return plain_page("payments.page.title", language, body)


def return_page(order: Order | None, language: Language) -> str:
    """Where a browser comes back to. It says what is known for certain, and decides nothing."""
    if order is None:
        return plain_page("payments.page.unknown", language, "")
    waits = order.state is OrderState.OPENED
    key = "payments.page.waiting" if waits else f"payments.state.{order.state}"
    state = f"<p>{said(key, language)}</p>"
    return plain_page("payments.page.returned", language, state + _facts(order, language))


def _facts(order: Order, language: Language) -> str:
    told = {
        "payments.page.dossier": order.dossier,
        "payments.page.fee": order.fee,
        "payments.page.amount": f"{int(order.amount):,} đ".replace(",", "."),
        "payments.page.order": order.number,
        "payments.page.until": f"{local(order.expires_at):%H:%M %d/%m/%Y}",
    }
    return facts(told, language)
