"""Which version of a called process or decision is meant."""

from __future__ import annotations

from ..xml import Node
from .bench import Bench
from .untranslatable import Untranslatable
from .vendor import peek, take

Binding = dict[str, str | None]


def take_binding(bench: Bench, node: Node, reference: str) -> Binding | None:
    """Attributes of ours for `<reference>Binding` and `<reference>VersionTag`.

    None for a version number, which means nothing in another installation; it is noted.
    """
    binding = (peek(node, f"{reference}Binding") or "latest").strip()
    tag = peek(node, f"{reference}VersionTag")
    if binding not in ("latest", "deployment", "versionTag") or (tag and "{" in tag):
        why = Untranslatable("binding", binding=binding)
        bench.leave_attribute(node, f"{reference}Binding", why)
        bench.pass_over(node, reference, f"{reference}Version", f"{reference}VersionTag")
        return None
    take(node, f"{reference}Binding")
    take(node, f"{reference}VersionTag")
    if binding == "versionTag":
        return {"bindingType": binding, "versionTag": tag}
    return {"bindingType": binding if binding != "latest" else None}
