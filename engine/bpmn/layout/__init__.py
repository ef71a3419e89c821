"""Placing what a drawing's diagram does not place, and drawing lines around what it does."""

from .whole import laid_out

__all__ = ["laid_out"]
