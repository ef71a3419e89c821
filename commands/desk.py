"""What a command works with: settings, screen, language, the engine, and in whose name it acts."""

from __future__ import annotations

import os
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ..engine.errors import BadConfiguration
from ..engine.messages import Language, message
from ..engine.model.actor import Actor
from .answer import Line
from .base import Choices
from .screen import Screen
from .settings import Settings, find_file, load_settings

if TYPE_CHECKING:
    from ..engine.model.user_task import UserTask
    from .composition import House


class Desk:
    """Opened for one command; what it built is closed after it."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.screen = Screen(as_json=choices.as_json)

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        house: House | None = self.__dict__.get("house")
        if house is not None:
            house.close()

    @cached_property
    def settings(self) -> Settings:
        chosen = self.choices
        told = os.environ.get("PROCFLOW_SETTINGS")
        file = chosen.settings or (Path(told) if told else find_file(Path.cwd()))
        options = {"database": chosen.database, "language": chosen.language, "at": chosen.at}
        given = {name: value for name, value in options.items() if value is not None}
        settings = load_settings(file, os.environ, given, folder=Path.cwd())
        chosen.language = settings.language  # so that an error later on speaks it too
        return settings

    @property
    def language(self) -> Language:
        return self.settings.language

    def say(self, key: str, tone: str = "plain", /, **arguments: Any) -> None:
        """A sentence of the catalogue, for people, at once."""
        self.screen.tell(Line(self.text(key, **arguments), tone))

    def text(self, key: str, /, **arguments: Any) -> str:
        return message(f"command.{key}", self.language, **arguments)

    @cached_property
    def house(self) -> House:
        """The engine with its handlers, built from the settings."""
        from .composition import build_house

        return build_house(self.settings, self.clock if self.settings.at else None)

    def clock(self) -> datetime:
        """Now, or the pretended time of a rehearsal."""
        if not self.settings.at:
            return datetime.now().astimezone()
        try:
            return datetime.fromisoformat(self.settings.at).astimezone()
        except ValueError as error:
            raise BadConfiguration(self.text("settings.bad-time", at=self.settings.at)) from error

    def actor(self, person: str | None) -> Actor:
        """Whom the command acts for: a person of the settings, else the operator."""
        if person is None:
            return Actor(id=_login_name(), is_operator=True)
        known = self.settings.people.get(person)
        if known is None:
            return Actor(id=person, is_operator=True)
        return Actor(id=person, name=known.name or None, groups=frozenset(known.groups))

    def officer(self, person: str | None, task: UserTask) -> Actor:
        """Who claims or completes a user task.

        Somebody whom the settings do not know is believed to be of its groups, but to be nobody
        else: what another has claimed stays with them.
        """
        if person is None or person in self.settings.people:
            return self.actor(person)
        return Actor(id=person, groups=frozenset(task.candidate_groups))


def _login_name() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError):
        return "operator"
