"""Time stamps after RFC 3161, asked for over the wire."""

from __future__ import annotations

from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper

from ...engine.errors import BadAnswer
from ...engine.model.check import Check
from ..wire import Wire

QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"


class WiredStamper(TimeStamper):
    """One authority. Asking again is safe: a stamp nobody uses costs nothing."""

    def __init__(self, wire: Wire) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # pyHanko has not typed it
        self._wire = wire

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Raises BadAnswer, and what Wire raises."""
        answer = self._wire.ask(
            "POST", content=req.dump(), headers={"Content-Type": QUERY}, repeatable=True
        )
        kind = answer.headers.get("content-type", "").partition(";")[0].strip()
        if not answer.ok or kind != REPLY:
            raise answer.unread("a time stamp")
        try:
            response = tsp.TimeStampResp.load(answer.body, strict=True)
            nonce = _nonce(response)
        except (ValueError, KeyError):
            raise answer.unread("a time stamp") from None
        if nonce != req["nonce"].native:
            raise BadAnswer.of("documents.stamp-refused")
        return response

    def check(self) -> Check:
        return self._wire.check("signature: time stamps")

    def close(self) -> None:
        self._wire.close()


def _nonce(response: tsp.TimeStampResp) -> int | None:
    """Raises ValueError, KeyError for what is no granted stamp."""
    told = response.native["time_stamp_token"]["content"]["encap_content_info"]["content"]
    nonce: int | None = told["nonce"]
    return nonce
