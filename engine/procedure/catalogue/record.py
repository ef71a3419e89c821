"""A record of the national catalogue, in its own words and order; nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeEntry:
    """kind: `FEE` or `SERVICE_FEE` where the record says it. amount: in đồng."""

    amount: Decimal | None
    text: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One manner of filing. channel: `ONLINE`, `POSTAL`, `DIRECT`, or whatever is written.

    quantity and unit: of the deadline, as data. text: what is written about it.
    """

    channel: str
    quantity: str = ""
    unit: str = ""
    text: str = ""
    fees: tuple[FeeEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A part of the dossier. files: names of the forms that hang on it."""

    name: str
    code: str = ""
    originals: int = 0
    copies: int = 0
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperGroup:
    """Parts of the dossier under a heading: a case, or “Lưu ý”.

    ends: whether it is told where the group ends; a text does not tell what follows the last one.
    """

    heading: str
    papers: tuple[Paper, ...]
    ends: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A result, an agency, a legal text: its name, and its code or number where it has one."""

    name: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case with a deadline of its own (trường hợp xử lý)."""

    name: str
    code: str = ""
    quantity: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """full: whether the catalogue itself calls the service *toàn trình*; None: it does not say.

    unread: lines the reader found no place for.
    """

    file: str
    code: str = ""
    name: str = ""
    decision: str = ""
    tier: str = ""
    kind: str = ""
    field: str = ""
    steps: tuple[str, ...] = ()
    methods: tuple[Method, ...] = ()
    groups: tuple[PaperGroup, ...] = ()
    who: tuple[str, ...] = ()
    executing: tuple[str, ...] = ()
    competent: tuple[str, ...] = ()
    receiving: str = ""
    authorised: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    results: tuple[Named, ...] = ()
    legal: tuple[Named, ...] = ()
    conditions: str = ""
    description: str = ""
    keywords: str = ""
    cases: tuple[Case, ...] = ()
    full: bool | None = None
    unread: tuple[str, ...] = ()

    @property
    def papers(self) -> Iterator[tuple[PaperGroup, Paper]]:
        for group in self.groups:
            yield from ((group, paper) for paper in group.papers)

    @property
    def channels(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(method.channel for method in self.methods))
