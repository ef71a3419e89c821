"""The job type that calls another system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...engine.errors import BpmnError
from ...engine.handler import JobContext, handles, label
from ...engine.model.check import Check
from ..icons import icon
from .rest import Call, Caller, Method

METHODS = {
    "GET": ("GET – đọc", "GET – read"),
    "POST": ("POST – thêm, yêu cầu", "POST – add, ask for"),
    "PUT": ("PUT – đặt lại", "PUT – set"),
    "PATCH": ("PATCH – sửa một phần", "PATCH – change a part"),
    "DELETE": ("DELETE – xóa", "DELETE – take away"),
}
REFUSED = {"REST_REFUSED": ("Bên kia từ chối (mã 4xx)", "The other side refuses (status 4xx)")}


@dataclass(frozen=True, kw_only=True)
class RestCall:
    """Call another system by HTTP; only hosts that the installation allows."""

    url: str = field(
        metadata=label(
            "Địa chỉ",
            "Address",
            hint=("https://máy-chủ-được-phép/…", "https://an-allowed-host/…"),
            pattern=r"https?://\S+",
            max_length=2000,
        )
    )
    method: Method = field(default="GET", metadata=label("Phương thức", "Method", choices=METHODS))
    query: Mapping[str, Any] | None = field(
        default=None, metadata=label("Tham số", "Query parameters")
    )
    headers: Mapping[str, Any] | None = field(default=None, metadata=label("Tiêu đề", "Headers"))
    body: Any = field(default=None, metadata=label("Nội dung (JSON)", "Body (JSON)"))
    credential: str | None = field(
        default=None,
        metadata=label(
            "Tên mã truy cập",
            "Name of the credential",
            hint=("đặt trong cấu hình, không ghi vào bản vẽ", "kept in the settings, never drawn"),
        ),
    )


@dataclass(frozen=True, kw_only=True)
class RestAnswer:
    status: int = field(metadata=label("Mã trả lời", "Status"))
    headers: Mapping[str, Any] = field(metadata=label("Tiêu đề trả lời", "Headers"))
    body: Any = field(default=None, metadata=label("Nội dung trả lời", "Body"))


@dataclass(frozen=True, kw_only=True)
class RestCalled:
    response: RestAnswer = field(metadata=label("Trả lời", "Answer"))


class RestHandlers:
    """Calls other systems."""

    icon = icon("exchange")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @handles(
        "rest.call", version=1, title=("Gọi hệ thống khác", "Call another system"), raises=REFUSED
    )
    def call(self, wanted: RestCall, job: JobContext) -> RestCalled:
        answered = self._caller.call(
            Call(
                method=wanted.method,
                url=wanted.url,
                key=job.key,
                query=wanted.query or {},
                headers=wanted.headers or {},
                body=wanted.body,
                credential=wanted.credential,
            )
        )
        response = RestAnswer(status=answered.status, headers=answered.headers, body=answered.body)
        if answered.status >= 400:
            variables = {
                "response": {"status": answered.status, "headers": {}, "body": answered.body}
            }
            raise BpmnError("REST_REFUSED", f"HTTP {answered.status}", variables)
        return RestCalled(response=response)

    def check(self) -> Check:
        return self._caller.check()
