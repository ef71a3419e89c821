"""The built-in functions: the specification's, Camunda's, and those of procedures."""

from __future__ import annotations

from ..functions import Function
from ..names import NameIndex
from .contexts import CONTEXTS
from .conversion import CONVERSION
from .json_text import JSON_TEXT
from .lists import LISTS
from .numbers import NUMBERS
from .procedure import PROCEDURE
from .ranges import RANGES
from .registry import Builtin, Overload, table
from .strings import STRINGS
from .temporal import TEMPORAL

BUILTINS: dict[str, Function] = table(
    (
        *CONVERSION,
        *STRINGS,
        *NUMBERS,
        *LISTS,
        *CONTEXTS,
        *TEMPORAL,
        *JSON_TEXT,
        *RANGES,
        *PROCEDURE,
    )
)
SPECIAL_FORMS = {"is defined": ("value",), "get or else": ("value", "default")}
BUILTIN_NAMES = NameIndex((*BUILTINS, *SPECIAL_FORMS))

__all__ = ["BUILTINS", "BUILTIN_NAMES", "SPECIAL_FORMS", "Builtin", "Overload"]
