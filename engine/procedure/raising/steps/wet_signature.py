"""What is signed by hand is signed digitally."""

from __future__ import annotations

from ...level.level import Lack
from ..draft import Draft
from ..outcome import Done, Left
from ..site import Site


def raise_signature(draft: Draft, lack: Lack) -> Done | Left:
    found = draft.element(lack)
    if found is None or found[1].properties.get("signature") != "wet":
        return Left("elsewhere")
    site = Site(draft, lack.finding.file, found[0])
    site.pencil.set_property(found[1].id, "signature", "digital")
    site.close()
    return Done("signature", {"element": found[1].label})
