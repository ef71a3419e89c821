"""The payment pages procflow renders itself: whole HTML documents that load nothing."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from ...engine.messages import Language, message
from ..local_time import local
from .order import Order, OrderState

STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:30rem;margin:2rem auto;padding:0 1rem}"
    "dt{color:#555}dd{margin:0 0 .5rem;font-weight:600}"
    "button{font:inherit;padding:.6rem 1.2rem;margin-right:.5rem;min-height:44px}"
    "svg{max-width:100%;height:auto}"
)


def sandbox_page(order: Order, language: Language) -> str:
    """Where somebody pays or declines an order of the sandbox: a form with two buttons."""
    buttons = "".join(
        f'<button name="act" value="{act}">{_say(f"payments.page.{act}", language)}</button>'
        for act in ("pay", "decline")
    )
    note = _say("payments.page.sandbox", language)
    form = f'<p>{note}</p><form method="post" action="{escape(order.url)}">{buttons}</form>'
    return _document("payments.page.title", language, _facts(order, language) + form)


def transfer_page(order: Order, code: str, transfer: Mapping[str, str], language: Language) -> str:
    """A code to scan. code: an SVG. transfer: what to write by hand, by catalogue key."""
    rows = "".join(
        f"<dt>{_say(key, language)}</dt><dd>{escape(value)}</dd>" for key, value in transfer.items()
    )
    note = _say("payments.page.scan", language)
    body = f"{_facts(order, language)}<p>{note}</p>{code}<dl>{rows}</dl>"
    return _document("payments.page.title", language, body)


def return_page(order: Order | None, language: Language) -> str:
    """Where a browser comes back to. It says what is known for certain, and decides nothing."""
    if order is None:
        return _document("payments.page.unknown", language, "")
    waits = order.state is OrderState.OPENED
    key = "payments.page.waiting" if waits else f"payments.state.{order.state}"
    told = f"<p>{_say(key, language)}</p>"
    return _document("payments.page.returned", language, told + _facts(order, language))


def _facts(order: Order, language: Language) -> str:
    facts = {
        "payments.page.dossier": order.dossier,
        "payments.page.fee": order.fee,
        "payments.page.amount": f"{int(order.amount):,} đ".replace(",", "."),
        "payments.page.order": order.number,
        "payments.page.until": f"{local(order.expires_at):%H:%M %d/%m/%Y}",
    }
    rows = "".join(
        f"<dt>{_say(key, language)}</dt><dd>{escape(value)}</dd>" for key, value in facts.items()
    )
    return f"<dl>{rows}</dl>"


def _document(title: str, language: Language, body: str) -> str:
    said = _say(title, language)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{said}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{said}</h1>{body}</main></body></html>"
    )


def _say(key: str, language: Language) -> str:
    return escape(message(key, language))
