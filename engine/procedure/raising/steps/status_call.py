"""The call that notes a status and tells the applicant."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ....bpmn.writer import Piece
from ..nodes import Pairs, call

TELLING = "lib-cap-nhat-trang-thai"


def status_call(
    identity: str,
    name: str,
    status: str,
    template: str,
    handler: str,
    more: Pairs = (),
    marks: Mapping[str, str] = MappingProxyType({}),
) -> Piece:
    """Notes a status and tells it. more: further inputs, such as `due` or `note`."""
    inputs = [
        ("=dossier.code", "code"),
        (f"={status}", "status"),
        (f'="{template}"', "template"),
        ("=applicant", "to"),
        (f'="{handler}"', "handler"),
        *more,
    ]
    return call(identity, name, TELLING, inputs, marks={"dossier.status": status, **marks})
