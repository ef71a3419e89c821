"""What the linter knows of the world around a drawing. None: not known, so not judged."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ..model.job_type import JobTypeFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The other files of a deployment, the handlers, the published facts.

    job_types: by type. process_ids, decision_ids, form_ids: those that a drawing may refer to.
    uncallable: processes of other files that only an event begins.
    form_fields: the variables each form writes. groups: the candidate groups of the office. lanes:
    the labels of the lanes the facts tell about, with their candidate group (None: nobody's work).
    notices, documents: names of templates. start_variables: what an instance is started with.
    messages: names that some other drawing or system sends.
    """

    job_types: Mapping[str, JobTypeFacts] | None = None
    process_ids: Collection[str] | None = None
    uncallable: Collection[str] = ()
    decision_ids: Collection[str] | None = None
    form_ids: Collection[str] | None = None
    form_fields: Mapping[str, Collection[str]] | None = None
    groups: Collection[str] | None = None
    lanes: Mapping[str, str | None] | None = None
    notices: Collection[str] | None = None
    documents: Collection[str] | None = None
    start_variables: Collection[str] | None = None
    messages: Collection[str] | None = None

    def takes(self, job_type: str, name: str) -> bool:
        """Whether the job type is known to have the input."""
        facts = (self.job_types or {}).get(job_type)
        return facts is not None and name in facts.inputs
