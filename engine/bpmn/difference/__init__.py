"""What differs between two drawings: added, removed, changed, moved."""

from .changes import Change, ChangeKind, Comparison, Difference, Thing
from .compare import compare

__all__ = ["Change", "ChangeKind", "Comparison", "Difference", "Thing", "compare"]
