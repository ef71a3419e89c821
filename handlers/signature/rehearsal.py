"""A desk for rehearsals: documents are forgotten, and the key is trusted by this desk alone."""

from __future__ import annotations

from functools import cache

from ...engine.errors import BadConfiguration
from .desk import Desk
from .keyring import Keyring
from .late_pen import LatePen
from .memory import MemoryDocuments
from .port import Pen, SigningKey
from .typesetting import Typesetting

NAME = "dien-tap"
PAGE = "http://127.0.0.1:8080/verify"


def rehearsal_desk(page: str = PAGE) -> Desk:
    key = cache(_key)
    pen = LatePen(lambda: _pen(key()))
    return Desk(MemoryDocuments(), Typesetting(), Keyring({NAME: key}), pen, page=page)


def _key() -> SigningKey:
    try:
        from .memory_key import MemoryKey
    except ModuleNotFoundError:
        raise BadConfiguration.of("documents.no-pyhanko") from None
    return MemoryKey()


def _pen(key: SigningKey) -> Pen:
    try:
        from .pades import PadesPen
        from .pem import certificate_of
        from .trust import Trust
    except ModuleNotFoundError:
        raise BadConfiguration.of("documents.no-pyhanko") from None
    return PadesPen(Trust([certificate_of(key.chain())]))
