"""The job type that asks a service behind the integration platform."""

from __future__ import annotations

from ...engine.errors import BpmnError
from ...engine.handler import JobContext, handles
from ...engine.model.check import Check
from ..icons import icon
from .jobs import (
    AnswerOfService,
    AskService,
    ServiceAsked,
)
from .port import ServiceCall, Services


class ServiceHandlers:
    """Asks services of other agencies."""

    icon = icon("exchange")

    def __init__(self, services: Services) -> None:
        self._services = services

    @handles(
        "exchange.ask-service",
        version=1,
        title=("Gọi dịch vụ qua nền tảng tích hợp", "Ask a service behind the platform"),
        raises={"SERVICE_REFUSED": ("Dịch vụ từ chối (mã 4xx)", "The service refuses (4xx)")},
    )
    def ask(self, wanted: AskService, job: JobContext) -> ServiceAsked:
        call = ServiceCall(
            service=wanted.service,
            cause=wanted.cause,
            key=job.key,
            officer=wanted.officer,
            query={name: str(value) for name, value in (wanted.query or {}).items()},
            body=wanted.body,
        )
        answer = self._services.ask(call, job.now)
        if not answer.ok:
            told = {"answer": {"status": answer.status, "body": answer.body}}
            raise BpmnError("SERVICE_REFUSED", f"HTTP {answer.status}", told)
        return ServiceAsked(answer=AnswerOfService(status=answer.status, body=answer.body))

    def check(self) -> Check:
        return self._services.check()
