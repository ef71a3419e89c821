"""Merchant-presented payment codes of EMVCo: tag, length, value; closed by a CRC."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

POLYNOMIAL, START = 0x1021, 0xFFFF
CRC = "63"
LONGEST = 99

Field = tuple[str, str]


def code(fields: Iterable[Field]) -> str:
    """The whole text of a code. Raises ValueError for a value that is too long or empty."""
    text = "".join(field(tag, value) for tag, value in fields) + f"{CRC}04"
    return text + crc(text)


def field(tag: str, value: str) -> str:
    """Raises ValueError for a value that is empty or longer than two digits can tell."""
    if not 1 <= len(value) <= LONGEST:
        raise ValueError(f"Expected 1 to {LONGEST} characters in field {tag}, but found {value!r}")
    return f"{tag}{len(value):02d}{value}"


def fields(text: str) -> Iterator[Field]:
    """The fields of a code or of a value. Raises ValueError for what is none."""
    while text:
        tag, length, text = text[:2], text[2:4], text[4:]
        if not (tag + length).isdecimal() or len(length) < 2 or len(text) < int(length):
            raise ValueError(f"Expected a field of a code, but found {tag + length + text!r}")
        yield tag, text[: int(length)]
        text = text[int(length) :]


def crc(text: str) -> str:
    """CRC-16/CCITT-FALSE in four upper-case hexadecimal digits."""
    register = START
    for byte in text.encode("ascii"):
        register ^= byte << 8
        for _ in range(8):
            carry = register & 0x8000
            register = (register << 1) & 0xFFFF
            register ^= POLYNOMIAL if carry else 0
    return f"{register:04X}"
