"""Services of other agencies behind the integration platform."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ...engine.errors import BadAnswer, BadInput, OutcomeUnknown, ProcflowError
from ...engine.model.check import Check
from ..wire import Answer
from .platform import IntegrationPlatform
from .port import ServiceAnswer, ServiceCall
from .settings import ServiceSection
from .storage import Register


class PlatformServices:
    """Asks the services that were set up, and notes each call in the register."""

    def __init__(
        self,
        platform: IntegrationPlatform,
        services: Mapping[str, ServiceSection],
        register: Register,
    ) -> None:
        self._platform = platform
        self._services = dict(services)
        self._register = register

    def ask(self, call: ServiceCall, now: datetime) -> ServiceAnswer:
        service = self._services.get(call.service)
        if service is None:
            known = ", ".join(sorted(self._services)) or "–"
            raise BadInput.of("handlers.exchange.no-service", service=call.service, known=known)
        try:
            answer = self._answered(service, call)
        except ProcflowError as error:
            self._register.note_call(call, now, type(error).__name__)
            raise
        self._register.note_call(call, now, str(answer.status))
        return answer

    def check(self) -> Check:
        return self._platform.check()

    def _answered(self, service: ServiceSection, call: ServiceCall) -> ServiceAnswer:
        try:
            answer = self._platform.ask(
                service.method,
                service.path,
                repeatable=not service.changes,
                key=call.key,
                cause=call.cause,
                officer=call.officer,
                params=call.query or None,
                json=call.body,
            )
            return ServiceAnswer(status=answer.status, body=read_body(answer))
        except BadAnswer:
            if service.changes:
                raise in_doubt(f"LGSP ({call.service})") from None
            raise


def in_doubt(system: str) -> OutcomeUnknown:
    """An answer that cannot be read leaves open whether what was asked was done."""
    return OutcomeUnknown.of("wire.outcome-unknown", system=system)


def read_body(answer: Answer) -> Any:
    """The body as what it says it is: JSON, else a text; None for nothing. Raises BadAnswer."""
    if not answer.body:
        return None
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    is_json = kind == "application/json" or kind.endswith("+json")
    return answer.json() if is_json else answer.text
