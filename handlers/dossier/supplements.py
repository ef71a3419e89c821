"""What an office asked to be supplied, read from the papers and statuses of a dossier.

An office may ask once, fully (NĐ 61/2018/NĐ-CP art. 17); how often it did is therefore to be seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from .application import Document
from .dossier import DECIDED, SUPPLEMENT, Dossier, Paper
from .papers import PaperKind


@dataclass(frozen=True, kw_only=True)
class Supplement:
    """One request by form 02. supplied_at: None while the applicant has not answered, or when the
    dossier ended without. due_before, due_after: the days told for the result, before the request
    and since it.
    """

    paper: Paper
    supplied_at: datetime | None
    documents: tuple[Document, ...]
    due_before: datetime | None
    due_after: datetime | None


def supplements(dossier: Dossier) -> tuple[Supplement, ...]:
    """All requests, oldest first."""
    asked = sorted(
        (paper for paper in dossier.papers if paper.kind is PaperKind.SUPPLEMENT),
        key=lambda paper: paper.issued_at,
    )
    return tuple(
        _read(dossier, paper, following.issued_at if following else None)
        for paper, following in pairwise([*asked, None])
        if paper
    )


def _read(dossier: Dossier, paper: Paper, until: datetime | None) -> Supplement:
    before, now = dossier.due_on(paper.issued_at), dossier.due_on(until)
    return Supplement(
        paper=paper,
        supplied_at=_supplied_at(dossier, paper, until),
        documents=_supplied(dossier, paper, until),
        due_before=before,
        due_after=now if now != before else None,
    )


def _supplied_at(dossier: Dossier, paper: Paper, until: datetime | None) -> datetime | None:
    """When the dossier went on after it had waited for papers."""
    waiting = False
    for change in dossier.changes:
        if change.at < paper.issued_at or (until and change.at >= until):
            continue
        if waiting and change.status != SUPPLEMENT:
            return None if change.status in DECIDED else change.at
        waiting = waiting or change.status == SUPPLEMENT
    return None


def _supplied(dossier: Dossier, paper: Paper, until: datetime | None) -> tuple[Document, ...]:
    within = [
        supply
        for supply in dossier.supplies
        if supply.at >= paper.issued_at and not (until and supply.at >= until)
    ]
    return tuple(document for supply in within for document in supply.documents)
