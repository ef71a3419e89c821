"""A signing key in a hardware module, reached by PKCS#11 (pyHanko's own module, python-pkcs11).

The key never leaves the module. A wrong PIN is never tried twice: modules lock themselves.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from pkcs11 import Session
from pkcs11.exceptions import (
    NoSuchKey,
    NoSuchToken,
    PinExpired,
    PinIncorrect,
    PinInvalid,
    PinLenRange,
    PinLocked,
    PKCS11Error,
    UserAlreadyLoggedIn,
    UserPinNotInitialized,
)
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign.general import SigningError
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session

from ...engine.errors import BadConfiguration, ProcflowError, Unreachable
from ...engine.model.check import Check
from ...engine.model.secret import Secret
from .pdf_signing import DIGEST
from .pem import certificates_in
from .port import Chain

WRONG_PIN = (
    PinExpired,
    PinIncorrect,
    PinInvalid,
    PinLenRange,
    PinLocked,
    UserPinNotInitialized,
)
MISSING = (NoSuchKey, NoSuchToken, PKCS11Error, SigningError)
"""The plain kinds say that the library cannot be loaded, or has no such token or object."""

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where a key is. library: the module's PKCS#11 library. token, label: of the key, and of its
    certificate unless `certificates` names a file, the signer's first.
    """

    library: Path
    token: str
    label: str
    pin: Secret = field(repr=False)
    certificates: Path | None = None


class HardwareKey:
    """Opened when it is first needed, and anew after the module was lost. Safe for threads.

    name: what the settings call it.
    """

    def __init__(self, slot: Slot, *, name: str) -> None:
        self._slot = slot
        self._name = name
        self._lock = Lock()
        self._signer: PKCS11Signer | None = None
        self._locked_out = False

    def chain(self) -> Chain:
        """Raises BadConfiguration for a module, token, PIN, key or certificate that does not fit,
        Unreachable for a module that is out of order.
        """
        with self._lock:
            return self._told(self._read_chain)

    def sign(self, attributes: bytes, *, key: str) -> bytes:  # noqa: ARG002 - this key costs nothing
        with self._lock:
            return self._told(lambda: _awaited(self._open().async_sign_raw(attributes, DIGEST)))

    def check(self) -> Check:
        subject, named = f"signature: {self._name}", {"file": self._slot.token}
        try:
            self.chain()
        except ProcflowError as error:
            arguments = named | {"reason": error}
            return Check(subject=subject, ok=False, key="documents.key-gone", arguments=arguments)
        return Check(subject=subject, ok=True, key="documents.key-ready", arguments=named)

    def _read_chain(self) -> Chain:
        if self._slot.certificates:
            signer, *others = certificates_in(self._slot.certificates)
            return Chain(signer=signer.dump(), others=tuple(each.dump() for each in others))
        opened = self._open()
        if opened.signing_cert is None:
            raise self._bad("documents.module-incomplete")
        return Chain(signer=opened.signing_cert.dump())

    def _open(self) -> PKCS11Signer:
        if self._signer is None:
            self._signer = self._opened()
        return self._signer

    def _opened(self) -> PKCS11Signer:
        slot = self._slot
        held = certificates_in(slot.certificates)[0] if slot.certificates else None
        signer = PKCS11Signer(
            self._session(),
            signing_cert=held,
            cert_label=None if held else slot.label,
            key_label=slot.label,
            other_certs_to_pull=(),
        )
        _awaited(signer.ensure_objects_loaded())  # type: ignore[no-untyped-call]  # pyHanko
        certificate = signer.signing_cert
        elliptic = certificate is not None and certificate.public_key.algorithm == "ec"
        signer.use_raw_mechanism = elliptic  # what every module knows for such keys
        return signer

    def _session(self) -> Session:
        if self._locked_out:
            raise self._bad("documents.module-pin")
        wanted = TokenCriteria(label=self._slot.token)
        library = str(self._slot.library)
        try:
            pin = self._slot.pin.reveal()
            return open_pkcs11_session(library, token_criteria=wanted, user_pin=pin)
        except UserAlreadyLoggedIn:  # by another key of ours: a login is of the whole process
            return open_pkcs11_session(library, token_criteria=wanted)

    def _told(self, work: Callable[[], _Value]) -> _Value:
        """What the work gives; the module's troubles come out as our errors, without the PIN."""
        try:
            return work()
        except WRONG_PIN:
            self._locked_out = True
            raise self._bad("documents.module-pin") from None
        except (PKCS11Error, SigningError) as error:
            self._signer = None
            if type(error) in MISSING:
                raise self._bad("documents.module-incomplete") from None
            raise Unreachable.of("documents.module-gone", token=self._slot.token) from None

    def _bad(self, key: str) -> BadConfiguration:
        return BadConfiguration.of(key, token=self._slot.token, label=self._slot.label)


def _awaited(work: Coroutine[Any, Any, _Value]) -> _Value:
    """pyHanko's module is asynchronous, and who calls may be inside a loop of pyHanko's already."""
    with ThreadPoolExecutor(max_workers=1) as hand:
        return hand.submit(asyncio.run, work).result()
