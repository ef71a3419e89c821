"""Notice templates: Markdown with FEEL in double braces.

    # Hồ sơ {{ dossier.code }} đã được tiếp nhận

    Kính gửi {{ applicant.name }}, …

The first line is the subject. A placeholder is FEEL; text comes out as it is, everything else as
FEEL's `string()` writes it, null as nothing with a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from ..errors import Finding, Refused
from ..expressions import Environment, Expression, FeelWarning, compile_expression
from ..expressions.errors import FeelError
from ..messages import Language, message

RULE = "notice"
NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One `{{ … }}`: its FEEL as written and as an expression."""

    text: str
    expression: Expression
    line: int


Part = str | Placeholder


@dataclass(frozen=True, slots=True)
class EmptyPlaceholder:
    """A placeholder that came out as nothing, and what FEEL says of it."""

    formula: str
    line: int
    causes: tuple[FeelWarning, ...] = ()

    def sentence(self, language: Language) -> str:
        sentence = message("procedure.null-placeholder", language, formula=self.formula)
        return " ".join((sentence, *(cause.message(language) for cause in self.causes)))


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedNotice:
    """A notice with its placeholders filled."""

    subject: str
    body: str
    warnings: tuple[EmptyPlaceholder, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The placeholders that came out as nothing."""
        return tuple(dict.fromkeys(warning.formula for warning in self.warnings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice template. `name`: of its file, without the ending."""

    name: str
    file: str
    subject: tuple[Part, ...]
    body: tuple[Part, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def variables(self) -> frozenset[str]:
        """The variables its placeholders read."""
        return frozenset().union(*(part.expression.variables for part in self._placeholders()))

    def render(
        self, variables: Mapping[str, Any], environment: Environment | None = None
    ) -> RenderedNotice:
        """Fill the placeholders from the variables (JSON values).

        The subject stays one line, whatever is filled in.
        """
        filling = Filling(variables, environment or Environment())
        subject = " ".join(filling.fill(self.subject).split())
        return RenderedNotice(
            subject=subject, body=filling.fill(self.body), warnings=tuple(filling.warnings)
        )

    def _placeholders(self) -> Iterator[Placeholder]:
        return (p for p in (*self.subject, *self.body) if isinstance(p, Placeholder))


class Filling:
    """The filling of one notice."""

    def __init__(self, variables: Mapping[str, Any], environment: Environment) -> None:
        self.variables = variables
        self.environment = environment
        self.written = compile_expression("string(value)")
        self.warnings: list[EmptyPlaceholder] = []

    def fill(self, parts: tuple[Part, ...]) -> str:
        return "".join(part if isinstance(part, str) else self._value(part) for part in parts)

    def _value(self, placeholder: Placeholder) -> str:
        found = placeholder.expression.evaluate(self.variables, self.environment)
        if found.value is None:
            causes = tuple(found.warnings)
            self.warnings.append(EmptyPlaceholder(placeholder.text, placeholder.line, causes))
            return ""
        if isinstance(found.value, str):
            return found.value
        return str(self.written.evaluate({"value": found.value}, self.environment).value)


def read_notice(file: str, content: bytes) -> Notice:
    """The notice of a Markdown file, with a finding for each fault.

    Raises Refused when the file is no text.
    """
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        why = {"why": str(error)}
        raise Refused([_finding(file, "procedure.not-utf8", None, why)]) from error
    first, _, rest = text.partition("\n")
    reader = PartReader(file)
    if not first.startswith("# ") or not first[2:].strip():
        reader.add("procedure.no-subject", 1)
    if not rest.strip():
        reader.add("procedure.no-body", 1)
    return Notice(
        name=PurePosixPath(file).stem,
        file=file,
        subject=reader.parts(first.removeprefix("# ").strip(), 1),
        body=reader.parts(rest.strip("\n") + "\n", 2 + len(rest) - len(rest.lstrip("\n"))),
        findings=tuple(reader.findings),
    )


class PartReader:
    """Takes a text apart into what stands and what is filled in."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def parts(self, text: str, line: int) -> tuple[Part, ...]:
        """The parts of a text that begins at `line`."""
        found: list[Part] = []
        position = 0
        while (start := text.find("{{", position)) >= 0:
            found.append(text[position:start])
            here = line + text.count("\n", 0, start)
            end = closing(text, start + 2)
            if end is None:
                self.add("procedure.open-placeholder", here)
                return tuple(found)
            found.extend(self._placeholder(text[start + 2 : end].strip(), here))
            position = end + 2
        return tuple(part for part in (*found, text[position:]) if part)

    def _placeholder(self, formula: str, line: int) -> Iterator[Placeholder]:
        try:
            yield Placeholder(formula, compile_expression(formula), line)
        except FeelError as error:
            self.add(error.key, line, error.arguments)

    def add(self, key: str, line: int, arguments: Mapping[str, Any] = NOTHING) -> None:
        self.findings.append(_finding(self.file, key, line, arguments))


def closing(text: str, position: int) -> int | None:
    """Where the `}}` stands that closes a placeholder: not in a FEEL string, nor of a context."""
    depth, quoted = 0, False
    while position < len(text):
        character = text[position]
        if quoted:
            position += character == "\\"
            quoted = character != '"'
        elif character == '"':
            quoted = True
        elif character == "{":
            depth += 1
        elif character == "}" and depth:
            depth -= 1
        elif text.startswith("}}", position):
            return position
        position += 1
    return None


def _finding(file: str, key: str, line: int | None, arguments: Mapping[str, Any]) -> Finding:
    return Finding(rule=RULE, severity="error", key=key, arguments=arguments, file=file, line=line)
