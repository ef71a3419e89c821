"""A pen that is made when it is first needed: what it needs is large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from threading import Lock

from ...engine.errors import ProcflowError
from ...engine.model.check import Check
from .document import Seal
from .judgement import FoundSignature
from .port import Pen, SigningKey, Wish


class LatePen:
    """Everything it does raises what making it raises, too."""

    def __init__(self, make: Callable[[], Pen]) -> None:
        self._make = make
        self._lock = Lock()
        self._pen: Pen | None = None

    def sign(self, content: bytes, key: SigningKey, wish: Wish) -> tuple[bytes, Seal]:
        return self._made().sign(content, key, wish)

    def may_sign(self, key: SigningKey, name: str, now: datetime) -> None:
        self._made().may_sign(key, name, now)

    def inspect(self, content: bytes, now: datetime) -> Sequence[FoundSignature]:
        return self._made().inspect(content, now)

    def check(self) -> Check:
        try:
            return self._made().check()
        except ProcflowError as error:
            why = {"reason": error}
            return Check(
                subject="signature: pen", ok=False, key="documents.pen-gone", arguments=why
            )

    def close(self) -> None:
        if self._pen is not None:
            self._pen.close()

    def _made(self) -> Pen:
        with self._lock:
            if self._pen is None:
                self._pen = self._make()
            return self._pen
