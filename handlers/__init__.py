"""The systems procflow speaks with: a folder each, of one shape.

`builtin` wires the handlers procflow ships to their embedded stores.
"""

from .builtin import Builtin, BuiltinSettings, builtin

__all__ = ["Builtin", "BuiltinSettings", "builtin"]
