"""The pictures by which analysts know a system in a drawing: SVG, 18 by 18, in one line each."""

from __future__ import annotations

from collections.abc import Mapping

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="18" height="18" viewBox="0 0 18 18"'
    ' fill="none" stroke="#22242a" stroke-width="1.4" stroke-linejoin="round"'
    ' stroke-linecap="round">'
)

LINES: Mapping[str, str] = {
    "dossier": '<path d="M1.5 14.5v-11h5l1.5 2h8.5v9z"/><path d="M5 9h8M5 11.7h5"/>',
    "payment": '<rect x="1.5" y="4" width="15" height="10" rx="1.5"/>'
    '<path d="M1.5 7.5h15M4 11h4"/>',
    "notification": '<rect x="1.5" y="4" width="15" height="10.5" rx="1"/>'
    '<path d="m2 5 7 5.5L16 5"/>',
    "identity": '<rect x="1.5" y="3.5" width="15" height="11" rx="1.5"/>'
    '<circle cx="6" cy="8" r="1.8"/><path d="M3.3 12.3c.4-2 5-2 5.4 0M11 7.5h3M11 10.5h3"/>',
    "signature": '<path d="M3 1.5h9l3 3v12H3z"/>'
    '<path d="M5.5 11c1.5-4 3-4 2.5-1s.5 2 1.5 0 1.5 1 3 .5M5.5 14h7"/>',
    "exchange": '<path d="M2 6.5h11M10 3.5l3 3-3 3M16 11.5H5M8 8.5l-3 3 3 3"/>',
}


def icon(system: str) -> str:
    """The SVG of the system of that name."""
    return f"{HEAD}{LINES[system]}</svg>"
