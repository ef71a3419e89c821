"""String functions (DMN 1.5, 10.3.4.3) and Camunda's additions."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..numbers import whole
from ..patterns import BadPattern, Pattern, compile_pattern, expanded
from ..run import Run
from ..text import text as written_plainly
from .registry import Overload, Unfit, feel
from .string_format import formatted

PATTERN_STEPS = 500
MATCH_STEPS = 50
FORMAT_STEPS = 5


def position(value: Decimal) -> int:
    """A number as a position. Raises Unfit for fractions and 0."""
    index = whole(value)
    if not index:
        raise Unfit("feel.position", position=value)
    return index


@feel("substring(string: string, start position: number, length?: number)")
def substring(run: Run, string: str, start: Decimal, length: Decimal | None) -> str:
    """Characters counted from 1, or from the end with -1; code points, not UTF-16 units."""
    run.string_of(len(string))
    index = position(start)
    first = index - 1 if index > 0 else len(string) + index
    if not 0 <= first < max(len(string), 1):
        raise Unfit("feel.position", position=start)
    if length is None:
        return string[first:]
    if length < 1:
        raise Unfit("feel.length", length=length)
    return string[first : first + int(min(length, Decimal(len(string))))]


@feel("string length(string: string)")
def string_length(_: Run, string: str) -> Decimal:
    return Decimal(len(string))


@feel("upper case(string: string)")
def upper_case(run: Run, string: str) -> str:
    run.slow_string_of(len(string))
    return string.upper()


@feel("lower case(string: string)")
def lower_case(run: Run, string: str) -> str:
    run.slow_string_of(len(string))
    return string.lower()


@feel("substring before(string: string, match: string)")
def substring_before(run: Run, string: str, match: str) -> str:
    run.string_of(len(string))
    before, separator, _ = string.partition(match) if match else ("", "", "")
    return before if separator else ""


@feel("substring after(string: string, match: string)")
def substring_after(run: Run, string: str, match: str) -> str:
    run.string_of(len(string))
    return string.partition(match)[2] if match else string


@feel("contains(string: string, match: string)")
def contains(run: Run, string: str, match: str) -> bool:
    run.string_of(len(string))
    return match in string


@feel("starts with(string: string, match: string)")
def starts_with(run: Run, string: str, match: str) -> bool:
    run.string_of(len(match))
    return string.startswith(match)


@feel("ends with(string: string, match: string)")
def ends_with(run: Run, string: str, match: str) -> bool:
    run.string_of(len(match))
    return string.endswith(match)


def pattern(run: Run, source: str, flags: str | None, text: str) -> Pattern:
    """The regular expression, its use on a text of this length paid for. Raises Unfit."""
    run.spend(PATTERN_STEPS + 4 * len(source))
    try:
        text.encode()
        compiled = compile_pattern(source, flags or "")
    except UnicodeEncodeError:
        raise Unfit("feel.surrogates") from None
    except BadPattern as bad:
        raise Unfit("feel.pattern", pattern=source[:60], cause=str(bad)) from None
    run.spend(compiled.size * len(text) >> 5)
    return compiled


def found(run: Run, compiled: Pattern, string: str) -> Iterator[Any]:
    """The matches from left to right; each is paid for by what is left to look through."""
    for match in compiled.matches(string):
        run.spend(MATCH_STEPS + (compiled.size * (len(string) - match.start()) >> 9))
        yield match


@feel("matches(input: string, pattern: string, flags?: string)")
def matches(run: Run, string: str, source: str, flags: str | None) -> bool:
    return pattern(run, source, flags, string).is_in(string)


@feel("replace(input: string, pattern: string, replacement: string, flags?: string)")
def replace(run: Run, string: str, source: str, replacement: str, flags: str | None) -> str:
    compiled = pattern(run, source, flags, string)
    parts = replacement_parts(replacement, compiled)
    pieces: list[str] = []
    length = end = 0
    for match in found(run, compiled, string):
        new = "".join(part if isinstance(part, str) else group(match, part) for part in parts)
        length += match.start() - end + len(new)
        if length > run.environment.budget.string:
            run.string_of(length)
        pieces += [string[end : match.start()], new]
        end = match.end()
    run.string_of(length + len(string) - end)
    return "".join([*pieces, string[end:]])


def replacement_parts(replacement: str, compiled: Pattern) -> list[str | int]:
    """The replacement as texts and numbers of groups. Raises Unfit."""
    try:
        return expanded(replacement, compiled.groups)
    except BadPattern as bad:
        raise Unfit("feel.pattern", pattern=replacement[:60], cause=str(bad)) from None


def group(match: Any, number: int) -> str:
    """What a group matched; nothing for a group that took no part or is not there."""
    return match.group(number) or "" if number <= match.re.groups else ""


@feel("split(string: string, delimiter: string)")
def split(run: Run, string: str, delimiter: str) -> list[str]:
    pieces: list[str] = []
    end = 0
    for match in found(run, pattern(run, delimiter, None, string), string):
        pieces.append(string[end : match.start()])
        end = match.end()
    return [*pieces, string[end:]]


@feel("extract(string: string, pattern: string)")
def extract(run: Run, string: str, source: str) -> list[str]:
    """All matches of a pattern (Camunda)."""
    compiled = pattern(run, source, None, string)
    return [match.group() for match in found(run, compiled, string)]


@feel("string join(list: list, delimiter?: string)")
def string_join(run: Run, strings: list[Any], delimiter: str | None) -> str:
    """The strings in a row; nulls are left out."""
    kept = [string for string in strings if string is not None]
    if not all(type(string) is str for string in kept):
        raise Unfit("feel.strings-only")
    run.string_of(sum(map(len, kept)) + len(delimiter or "") * len(kept))
    return (delimiter or "").join(kept)


@feel("string join(list: list, delimiter: string?, prefix: string?, suffix: string?)")
def string_join_within(
    run: Run, strings: list[Any], delimiter: str | None, prefix: str | None, suffix: str | None
) -> str:
    """The same between a prefix and a suffix (Camunda)."""
    joined: str = string_join.implementation(run, strings, delimiter)
    return f"{prefix or ''}{joined}{suffix or ''}"


@feel("trim(string: string)")
def trim(run: Run, string: str) -> str:
    """Without spaces at either end (Camunda)."""
    run.string_of(len(string))
    return string.strip()


@feel("is blank(string: string)")
def is_blank(run: Run, string: str) -> bool:
    """Whether there is nothing but spaces (Camunda)."""
    run.string_of(len(string))
    return not string.strip()


@feel("to base64(value: string)")
def to_base64(run: Run, value: str) -> str:
    """The UTF-8 bytes in base64 (Camunda)."""
    run.string_of(2 * len(value))
    return base64.b64encode(value.encode("utf-8", "replace")).decode("ascii")


@feel("string format(template: string, ...values: any)", 100)
def string_format(run: Run, template: str, *values: Any) -> str:
    """The template with `%s`, `%d`, `%.2f`, `%,d` replaced by the values in turn."""
    run.slow_string_of(len(template))
    run.spend(FORMAT_STEPS * template.count("%"))

    def shown(value: Any) -> str:
        plain = written_plainly(run, value)
        run.string_of(len(plain))
        return plain

    return formatted(template, values, shown)


STRINGS: tuple[Overload, ...] = (
    substring,
    string_length,
    upper_case,
    lower_case,
    substring_before,
    substring_after,
    contains,
    starts_with,
    ends_with,
    matches,
    replace,
    split,
    extract,
    string_join,
    string_join_within,
    trim,
    is_blank,
    to_base64,
    string_format,
)
