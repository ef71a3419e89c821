"""Notice templates: Markdown with FEEL in double braces.

    # Hồ sơ {{ dossier.code }} đã được tiếp nhận

    Kính gửi {{ applicant.name }}, …

The first line is the subject; above it may stand what other channels say (notice_head.py). A
placeholder is FEEL; text comes out as it is, everything else as FEEL's `string()` writes it, null
as nothing with a warning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from ..errors import Finding, Refused
from ..expressions import Environment, FeelWarning, compile_expression
from ..messages import Language, message
from .notice_head import read_head, split_head
from .placeholders import Part, PartReader, Placeholder


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
    """A notice with its placeholders filled. short, fields: as of the notice."""

    subject: str
    body: str
    short: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[EmptyPlaceholder, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The placeholders that came out as nothing."""
        return tuple(dict.fromkeys(warning.formula for warning in self.warnings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice template. name: of its file, without the ending.

    short: the notice in a sentence or two, for text messages. fields: values for a template that
    lies with a provider, by the provider's names.
    """

    name: str
    file: str
    subject: tuple[Part, ...]
    body: tuple[Part, ...]
    short: tuple[Part, ...] = ()
    fields: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """All that is filled in."""
        texts = (self.subject, self.body, self.short, *self.fields.values())
        return tuple(part for parts in texts for part in parts if isinstance(part, Placeholder))

    @property
    def variables(self) -> frozenset[str]:
        """The variables its placeholders read."""
        return frozenset().union(*(part.expression.variables for part in self.placeholders))

    def render(
        self, variables: Mapping[str, Any], environment: Environment | None = None
    ) -> RenderedNotice:
        """Fill the placeholders from the variables (JSON values).

        The subject stays one line, whatever is filled in, and so do the words of other channels.
        """
        filling = Filling(variables, environment or Environment())
        subject, body = filling.line(self.subject), filling.fill(self.body)
        short = filling.line(self.short)
        fields = {name: filling.line(parts) for name, parts in self.fields.items()}
        return RenderedNotice(
            subject=subject,
            body=body,
            short=short,
            fields=fields,
            warnings=tuple(filling.warnings),
        )


class Filling:
    """The filling of one notice."""

    def __init__(self, variables: Mapping[str, Any], environment: Environment) -> None:
        self.variables = variables
        self.environment = environment
        self.written = compile_expression("string(value)")
        self.warnings: list[EmptyPlaceholder] = []

    def line(self, parts: tuple[Part, ...]) -> str:
        return " ".join(self.fill(parts).split())

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
    reader = PartReader(file)
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        reader.add("procedure.not-utf8", None, {"why": str(error)})
        raise Refused(reader.findings) from error
    above, notice, line = split_head(text, reader)
    head = read_head(above, reader)
    first, _, rest = notice.partition("\n")
    if not first.startswith("# ") or not first[2:].strip():
        reader.add("procedure.no-subject", line)
    if not rest.strip():
        reader.add("procedure.no-body", line)
    subject = reader.parts(first.removeprefix("# ").strip(), line)
    body_line = line + 1 + len(rest) - len(rest.lstrip("\n"))
    return Notice(
        name=PurePosixPath(file).stem,
        file=file,
        subject=subject,
        body=reader.parts(rest.strip("\n") + "\n", body_line),
        short=head.short,
        fields=head.fields,
        findings=tuple(reader.findings),
    )
