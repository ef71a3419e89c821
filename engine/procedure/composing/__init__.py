"""A new procedure, composed from its published facts: drawing, forms, notices, feature."""

from .compose import Composition, compose

__all__ = ["Composition", "compose"]
