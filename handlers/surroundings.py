"""What every system of the house may want from outside, besides its own settings."""

from ..engine.handler import Surroundings

__all__ = ["Surroundings"]
