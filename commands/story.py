"""What people do in a rehearsal, as a `demo.toml` beside the drawing tells it.

    title = "…"
    at = 2026-03-02T08:15:00+07:00

    [people.hoa]
    name = "Lê Thị Hoa"
    groups = ["mot-cua"]

    [[dossiers]]
    title = "…"
    process = "dang-ky-ho-kinh-doanh"
    by = "an"
    [dossiers.variables]
    …
    [[dossiers.steps]]
    who = "hoa"
    after = "PT2H"            # time passes first; also `working-days = 2`
    completes = "Kiểm tra thành phần hồ sơ"
    with = { checkResult = "du" }

A step does one thing: `completes` a user task, `sends` a message, `pays` ("paid", "declined" or
"silent"), or only lets time pass.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import msgspec

from ..engine.errors import BadInput
from .parameters import duration_of

FILE = "demo.toml"


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody of the story."""

    name: str
    groups: tuple[str, ...] = ()


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """One step. after: ISO 8601 duration. with: values of the form or of the message."""

    who: str = ""
    after: str = ""
    working_days: int = 0
    completes: str = ""
    sends: str = ""
    pays: Literal["", "paid", "declined", "silent"] = ""
    values: Mapping[str, Any] = msgspec.field(name="with", default_factory=dict)

    def __post_init__(self) -> None:
        _must_be_duration(self.after)
        if sum(map(bool, (self.completes, self.sends, self.pays))) > 1:
            raise ValueError("a step completes, sends or pays: one of these")


class DossierStory(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One dossier. after: time that passes before it. at: label or id of the start event."""

    title: str
    process: str
    by: str
    after: str = ""
    at: str = ""
    variables: Mapping[str, Any] = {}
    steps: tuple[Act, ...] = ()

    def __post_init__(self) -> None:
        _must_be_duration(self.after)


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All dossiers of one procedure; the first is filed at `at`."""

    title: str
    at: datetime
    people: Mapping[str, Person]
    dossiers: tuple[DossierStory, ...]


def pause(after: str) -> timedelta:
    """The time that passes before a step or a dossier."""
    return duration_of(after) or timedelta()


def _must_be_duration(text: str) -> None:
    if text and duration_of(text) is None:
        raise ValueError(f"after is no duration: {text}")


def read_story(file: Path) -> Story:
    """Raises BadInput for a file that is no story, or names people it does not introduce."""
    try:
        story = msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Story)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadInput(f"Expected {file} to tell a story, but: {error}") from error
    unknown = _named(story) - set(story.people)
    if unknown:
        raise BadInput(f"Expected [people] of {file} to name {', '.join(sorted(unknown))}")
    return story


def _named(story: Story) -> set[str]:
    acts = (act for dossier in story.dossiers for act in dossier.steps)
    return {each.by for each in story.dossiers} | {act.who for act in acts if act.who}
