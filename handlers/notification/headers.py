"""How long Vietnamese headers are folded into lines.

Python's own folding (3.11) loses or adds a space between two encoded words, and readers then show
`giấyphép`. So texts and names are encoded here, each line a whole encoded word with its spaces.
"""

from __future__ import annotations

from email.header import Header
from email.headerregistry import Address, AddressHeader, UnstructuredHeader
from email.policy import EmailPolicy
from typing import Any


class MailPolicy(EmailPolicy):
    """The SMTP policy, with texts and names folded between whole characters."""

    def fold(self, name: str, value: Any) -> str:
        folded = _folded(name, value, self.linesep)
        return super().fold(name, value) if folded is None else folded

    def fold_binary(self, name: str, value: Any) -> bytes:
        folded = _folded(name, value, self.linesep)
        return super().fold_binary(name, value) if folded is None else folded.encode("ascii")


MAIL = MailPolicy(linesep="\r\n")


def _folded(name: str, value: Any, linesep: str) -> str | None:
    """The whole header; None where Python's folding serves."""
    if str(value).isascii():
        return None
    if isinstance(value, AddressHeader):
        addresses = f",{linesep} ".join(_address(each, linesep) for each in value.addresses)
        return f"{name}:{linesep} {addresses}{linesep}"
    if isinstance(value, UnstructuredHeader):
        return f"{name}: {_words(str(value), linesep, len(name) + 2)}{linesep}"
    return None


def _address(address: Address, linesep: str) -> str:
    if address.display_name.isascii():
        return str(address)
    return f"{_words(address.display_name, linesep, 1)}{linesep} <{address.addr_spec}>"


def _words(text: str, linesep: str, used: int) -> str:
    return Header(text, "utf-8", maxlinelen=76, header_name="x" * max(0, used - 2)).encode(
        linesep=linesep
    )
