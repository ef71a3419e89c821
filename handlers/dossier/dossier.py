"""A dossier and what is written into it, as values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from ...engine.handler import label
from .application import Application, Document
from .papers import APPOINTING, PaperKind

STATUSES = {
    1: ("Mới đăng ký", "Newly filed"),
    2: ("Được tiếp nhận", "Received"),
    3: ("Không được tiếp nhận", "Not received"),
    4: ("Đang xử lý", "Being handled"),
    5: ("Yêu cầu bổ sung giấy tờ", "Supplement requested"),
    6: ("Yêu cầu thực hiện nghĩa vụ tài chính", "Payment requested"),
    7: ("Công dân yêu cầu rút hồ sơ", "Withdrawn by the citizen"),
    8: ("Dừng xử lý", "Stopped"),
    9: ("Đã xử lý xong", "Handled"),
    10: ("Đã trả kết quả", "Result delivered"),
}

REFUSED, SUPPLEMENT, PAYMENT, WITHDRAWN, STOPPED, HANDLED, DELIVERED = 3, 5, 6, 7, 8, 9, 10

DECIDED = frozenset({REFUSED, WITHDRAWN, STOPPED, HANDLED, DELIVERED})
"""Statuses after which a dossier can no longer be withdrawn."""

Delivery = Literal["electronic", "post", "counter"]

DELIVERIES = {
    "electronic": ("Bản điện tử", "Electronic"),
    "post": ("Bưu chính", "By post"),
    "counter": ("Trực tiếp", "At the counter"),
}


@dataclass(frozen=True, kw_only=True)
class StatusChange:
    """The dossier has had this status since then. due: when the status must end."""

    status: int
    at: datetime
    note: str | None = None
    due: datetime | None = None
    handler: str | None = None


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A paper that was issued."""

    kind: PaperKind
    number: str
    form: str
    title: str
    circular: str
    issued_at: datetime
    content: str | None = None
    due: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ResultDocument:
    """The result the applicant gets. `file` is where the signed file lies."""

    name: str = field(metadata=label("Tên kết quả", "Name of the result", min_length=1))
    number: str | None = field(default=None, metadata=label("Số hiệu", "Number"))
    content: str | None = field(default=None, metadata=label("Nội dung", "Content"))
    file: str | None = field(default=None, metadata=label("Tệp", "File"))


@dataclass(frozen=True, kw_only=True)
class Result:
    """A result with its number, as attached to the dossier."""

    number: str
    document: ResultDocument
    delivery: Delivery
    attached_at: datetime


@dataclass(frozen=True, kw_only=True)
class Supply:
    """Papers handed in after the office asked for them."""

    at: datetime
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """A dossier as it stands. `changes` are in the order of their moments.

    run_by: the other system that runs it, of a mirrored dossier. appointed: the day that system has
    promised the result for.
    """

    code: str
    application: Application
    received_at: datetime
    changes: tuple[StatusChange, ...] = ()
    papers: tuple[Paper, ...] = ()
    supplies: tuple[Supply, ...] = ()
    results: tuple[Result, ...] = ()
    run_by: str | None = None
    appointed: datetime | None = None

    @property
    def status(self) -> int | None:
        """The status of the last moment, whenever it was written; None before the first."""
        return self.changes[-1].status if self.changes else None

    @property
    def due(self) -> datetime | None:
        """When the applicant gets the result, as last told: by a receipt or by an apology."""
        return self.due_on(None)

    def due_on(self, moment: datetime | None) -> datetime | None:
        """What was told before that moment; None: up to now."""
        told = [
            paper
            for paper in self.papers
            if paper.kind in APPOINTING and paper.due and (not moment or paper.issued_at < moment)
        ]
        return sorted(told, key=_issued_at)[-1].due if told else self.appointed

    @property
    def is_decided(self) -> bool:
        """Whether a decision stands, so that nobody can withdraw the dossier any more."""
        return bool(self.results) or self.status in DECIDED


def _issued_at(paper: Paper) -> datetime:
    return paper.issued_at


def in_order(changes: Iterable[StatusChange]) -> tuple[StatusChange, ...]:
    """By moment; of one moment, as they were written."""
    return tuple(sorted(changes, key=lambda change: change.at))
