"""What a package installed beside procflow offers under the entry point `procflow.handlers`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from .surroundings import Surroundings

GROUP = "procflow.handlers"

Opened = AbstractContextManager[Sequence[object]]
"""Handlers, that is objects with methods marked by `@handles`, for as long as it is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector:
    """Another system, ready to be connected.

        [project.entry-points."procflow.handlers"]
        sms-tinh = "sms_tinh:CONNECTOR"

    The name of the entry point is that of the section `[handlers.sms-tinh]` in the settings, which
    is read as `settings`, a dataclass of fields made by `setting`, `needed` and `secret`.

    connect: opens the real system. rehearse: opens the one in memory, for rehearsals and checks of
    drawings, which need no settings.
    """

    settings: type[Any]
    connect: Callable[[Any, Surroundings], Opened]
    rehearse: Callable[[], Opened]
