"""The verification page: where the QR code of a document leads."""

from __future__ import annotations

from html import escape

from ...engine.messages import Language
from ..plain_page import facts, plain_page, said
from .verification import Statement

FILE = "file"
"""What the form calls the visitor's file."""


def verification_page(statement: Statement | None, language: Language) -> str:
    """What may be said of the document, and a form for the visitor's own file."""
    if statement is None:
        return plain_page("documents.page.unknown", language, "")
    told = "".join(f"<p>{escape(each)}</p>" for each in statement.sentences(language))
    known = {"documents.page.code": statement.code, "documents.page.hash": statement.hash}
    button = f"<button>{said('documents.page.compare', language)}</button>"
    form = (
        '<form method="post" enctype="multipart/form-data">'
        f"<p><label>{said('documents.page.own', language)}<br>"
        f'<input type="file" name="{FILE}" accept="application/pdf" required></label></p>'
        f"{button}</form>"
    )
    return plain_page("documents.page.title", language, told + facts(known, language) + form)
