"""The settings of a handler, as a frozen dataclass whose fields explain themselves.

    @dataclass(frozen=True, slots=True, kw_only=True)
    class GatewaySettings:
        address: str = needed("Địa chỉ cổng", "Address of the gateway")
        timeout: int = setting(10, "Số giây chờ trả lời", "Seconds to wait for an answer")
        key: Secret = secret("Khóa ký", "Signing key")

Whoever reads them – the `procflow` command, say – gets validation, a commented example and the
names of environment variables from the same dataclass.
"""

from __future__ import annotations

from dataclasses import MISSING, field
from typing import Any

VIETNAMESE, ENGLISH = "vi", "en"


def setting(default: Any, vietnamese: str, english: str) -> Any:
    """A setting that may be left out. default: the value then; a class is called for a fresh one.

    A default of None with a dataclass as type is a section that may be left out.
    """
    about = {VIETNAMESE: vietnamese, ENGLISH: english}
    if isinstance(default, type):
        return field(default_factory=default, metadata=about)
    return field(default=default, metadata=about)


def needed(vietnamese: str, english: str) -> Any:
    """A setting that has no default."""
    return setting(MISSING, vietnamese, english)


def secret(vietnamese: str, english: str) -> Any:
    """A `Secret` that has no default: it is read from the environment or from a file of its own."""
    return field(metadata={VIETNAMESE: vietnamese, ENGLISH: english}, repr=False)
