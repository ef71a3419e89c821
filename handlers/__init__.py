"""The systems procflow speaks with: a folder each, of one shape.

`builtin` wires the handlers procflow ships as the settings want them.
"""

from .builtin import Builtin, BuiltinSettings, builtin
from .surroundings import Surroundings

__all__ = ["Builtin", "BuiltinSettings", "Surroundings", "builtin"]
