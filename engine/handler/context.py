"""What a handler may know of the job it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedNotice:
    """A notice with its placeholders filled.

    short: the same in a sentence or two, empty where the template has none. fields: values for a
    provider's own template. missing: placeholders that came out as nothing.
    """

    subject: str
    body: str
    short: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


class NoticeTemplate(Protocol):
    """A notice of the procedure, ready to be filled."""

    def render(self, variables: Mapping[str, Any]) -> RenderedNotice:
        """Fill the placeholders from the variables (JSON values)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTemplate:
    """A document of the procedure, ready to be rendered.

    name: of its main file among `files`, which are all that lie in the deployment's `documents/`.
    """

    name: str
    files: Mapping[str, bytes] = field(repr=False)


def no_documents(name: str) -> DocumentTemplate | None:  # noqa: ARG001 - the shape of JobContext.documents
    """The documents of a procedure that has none."""
    return None


def no_notices(name: str) -> NoticeTemplate | None:  # noqa: ARG001 - the shape of JobContext.notices
    """The notices of a procedure that has none."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobContext:
    """One try of one job.

    key: the idempotency key, the same for every try of this job. variables: all that the job's
    element sees, as JSON values. deadline: when the lease ends and another worker may take the job.
    lane: the label of the lane the element is drawn in.
    """

    key: str
    type: str
    instance: str
    business_key: str | None
    definition: str
    process: str
    element: str
    label: str
    now: datetime
    deadline: datetime
    attempt: int = 1
    retries_left: int = 0
    lane: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    variables: Mapping[str, Any] = field(default_factory=dict, repr=False)
    notices: Callable[[str], NoticeTemplate | None] = field(default=no_notices, repr=False)
    documents: Callable[[str], DocumentTemplate | None] = field(default=no_documents, repr=False)

    def notice(self, name: str) -> NoticeTemplate | None:
        """The notice of that name in the instance's deployment; None when there is none."""
        return self.notices(name)

    def document(self, name: str) -> DocumentTemplate | None:
        """The document `documents/NAME.typ` of the instance's deployment; None without one."""
        return self.documents(name)
