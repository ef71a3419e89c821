"""Asks a citizen who files online which way is chosen."""

from __future__ import annotations

from ....bpmn.model import Kind, Process
from ..draft import Draft
from ..form_text import Component


def offer(draft: Draft, process: Process, question: Component) -> None:
    """The question in the e-form of every online start."""
    for start in process.inside(process.id):
        is_online = start.properties.get("channel") == "online"
        if start.kind is Kind.START_EVENT and is_online and start.form_id:
            draft.add_to_form(start.form_id, [question])
