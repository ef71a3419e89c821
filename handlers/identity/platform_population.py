"""The population database behind an integration platform."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from ...engine.errors import BadAnswer, ProcflowError
from ...engine.model.check import Check
from ..wire import AuthorisedWire
from .look_up import Cause, Field, Question
from .population_words import limited, read_citizens, request_of
from .settings import PopulationSection

CAUSE = "X-Road-Issue"
"""The header by which the platform's log knows why something was asked."""


class PlatformPopulation:
    """Looking up changes nothing there, so that asking again is safe."""

    def __init__(self, settings: PopulationSection, wire: AuthorisedWire) -> None:
        self._settings = settings
        self._wire = wire

    def look_up(
        self, question: Question, cause: Cause, fields: Sequence[Field], *, key: str
    ) -> Sequence[Mapping[Field, str]]:
        """Raises BadAnswer, and what Wire raises."""
        asked = request_of(
            question,
            cause,
            integration=self._settings.integration,
            service=self._settings.service,
            key=key,
        )
        answer = self._wire.ask(
            "POST",
            self._settings.path,
            json=asked,
            headers={CAUSE: quote(cause.dossier), "Accept": "application/xml"},
            repeatable=True,
        )
        if not answer.ok:
            raise answer.unread("citizens")
        try:
            citizens = read_citizens(answer.body)
        except ValueError:
            raise answer.unread("citizens") from None
        for citizen in citizens:
            if citizen.get(Field.PERSONAL_NUMBER) != question.number.digits:
                raise BadAnswer.of("persons.another-citizen")
        return [limited(citizen, fields) for citizen in citizens]

    def check(self) -> Check:
        subject, named = "population: platform", {"server": self._settings.address}
        try:
            self._wire.let_in()
        except ProcflowError as error:
            why = named | {"reason": error}
            return Check(subject=subject, ok=False, key="handlers.check.server-gone", arguments=why)
        return Check(subject=subject, ok=True, key="handlers.check.server", arguments=named)

    def close(self) -> None:
        self._wire.close()
