"""Code and name of the drawing are the published ones."""

from __future__ import annotations

from ...level.level import Lack
from ..draft import Draft
from ..outcome import Done, Left
from ..site import Site

CODE = "procedure.code"


def raise_identity(draft: Draft, lack: Lack) -> Done | Left:
    found = draft.process(lack)
    facts = draft.facts
    if found is None or not facts.code:
        return Left("elsewhere")
    file, process = found
    site = Site(draft, file, process)
    if lack.finding.key.endswith(".name"):
        site.pencil.rename(process.id, facts.name)
    else:
        site.pencil.set_property(process.id, CODE, facts.code)
    site.close()
    return Done("identity", {"code": facts.code})
