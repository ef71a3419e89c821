"""The pages procflow renders itself: whole HTML documents that load nothing and run nothing."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from ..engine.messages import Language, message

STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:30rem;margin:2rem auto;padding:0 1rem}"
    "dt{color:#555}dd{margin:0 0 .5rem;font-weight:600;overflow-wrap:anywhere}"
    "button,input{font:inherit;padding:.6rem 1.2rem;margin:0 .5rem .5rem 0;min-height:44px}"
    "svg{max-width:100%;height:auto}"
)


def plain_page(title: str, language: Language, body: str) -> str:
    """A page. title: a key of the catalogue. body: HTML, in which all texts are escaped."""
    heading = said(title, language)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{heading}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{heading}</h1>{body}</main></body></html>"
    )


def facts(told: Mapping[str, str], language: Language) -> str:
    """A list of facts: by the catalogue key of what each is called."""
    rows = (
        f"<dt>{said(key, language)}</dt><dd>{escape(value)}</dd>" for key, value in told.items()
    )
    return f"<dl>{''.join(rows)}</dl>"


def said(key: str, language: Language) -> str:
    """A sentence of the catalogue, escaped."""
    return escape(message(key, language))
