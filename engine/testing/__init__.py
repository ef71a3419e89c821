"""The public test kit: play a drawing, or hold an engine whose clock you move.

played = play("processes/dang-ky", process_id="dang-ky", script=[{"user_task": "check", "complete":
{}}]) assert played.is_waiting_at("pay")
"""

from ..errors import Refused
from .clock import FrozenClock
from .kit import TestEngine
from .play import play
from .played import Played, PlayedIncident, PlayedWait
from .script import NotOpen

__all__ = [
    "FrozenClock",
    "NotOpen",
    "Played",
    "PlayedIncident",
    "PlayedWait",
    "Refused",
    "TestEngine",
    "play",
]
