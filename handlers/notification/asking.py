"""Asking a provider to take a notice, once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...engine.errors import ProcflowError, RetryLater, Unreachable
from ..wire import Answer, Wire

Request = Callable[[], Mapping[str, Any]]
"""Makes what `Wire.ask` is given. It holds keys, so no frame of a traceback may hold it."""


def ask_once(wire: Wire, path: str, request: Request) -> Answer:
    """The provider's answer to a POST.

    Raises what `Wire.ask` raises, but Unreachable for one that is left alone after too many
    failures: then another channel may do it.
    """
    try:
        return wire.ask("POST", path, repeatable=False, **request())
    except RetryLater as error:
        if wire.rests:
            raise Unreachable.of("wire.unreachable", system=wire.system) from None
        raise error.with_traceback(None) from None
    except ProcflowError as error:
        raise error.with_traceback(None) from None
