"""What a member of the crew is sent out with."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What befalls a member at a commit that writes.

    kind: `kill` (-9) or `cut` (the server ends the connection). when: `before` the commit reaches
    the database, or `after` it did and before anybody was told. commit: which one, from 1.
    """

    kind: str
    when: str
    commit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """role: of `crew.ROLES`. folder: holds clock, ledger and journal. filing: whether new dossiers
    are filed. pages: how many the database may have (the disk is full then), size: how many bytes a
    file may have; None without limit.
    """

    role: str
    name: str
    url: str
    folder: str
    seed: int
    filing: bool = True
    fault: Fault | None = None
    pages: int | None = None
    size: int | None = None

    @property
    def place(self) -> Path:
        return Path(self.folder)

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Self:
        given: dict[str, Any] = json.loads(text)
        fault = given.pop("fault")
        return cls(**given, fault=None if fault is None else Fault(**fault))
