"""What a job type is called, by what another engine calls the code behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

CLASS = re.compile(r"(?:[^\W\d][\w$]*\.)*(?P<simple>[^\W\d][\w$]*)")
BEAN = re.compile(r"[$#]\{\s*(?P<bean>[^\W\d]\w*)\s*\}")
METHOD = re.compile(
    r"[$#]\{\s*(?P<bean>[^\W\d]\w*)\s*\.\s*(?P<method>[^\W\d]\w*)\s*"
    r"\((?P<arguments>.*)\)\s*\}",
    re.DOTALL,
)
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_$]+")


@dataclass(frozen=True, slots=True)
class Call:
    """A method of a bean, and its arguments as written."""

    job_type: str
    arguments: str


def kebab(name: str) -> str:
    """`SendMailDelegate` is `send-mail-delegate`."""
    return "-".join(part for part in HUMP.split(name) if part).lower()


def of_class(text: str) -> str | None:
    """By the class's own name, without its package."""
    match = CLASS.fullmatch(text.strip())
    return kebab(match["simple"]) or None if match else None


def of_bean(text: str) -> str | None:
    match = BEAN.fullmatch(text.strip())
    return kebab(match["bean"]) or None if match else None


def of_method(text: str) -> Call | None:
    """`${mailer.send(order)}` is `mailer.send`."""
    match = METHOD.fullmatch(text.strip())
    if match is None or not _is_one_call(match["arguments"]):
        return None
    job_type = f"{kebab(match['bean'])}.{kebab(match['method'])}"
    return Call(job_type, match["arguments"].strip())


def _is_one_call(arguments: str) -> bool:
    """Whether the bracket that closes it is the last one."""
    depth = 0
    for letter in re.sub(r"'[^']*'|\"[^\"]*\"", "", arguments):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth < 0 or letter in "{}":
            return False
    return depth == 0
