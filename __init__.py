"""procflow: a workflow engine for administrative procedures. A drawing is a service.

The public names, on one page; each is loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .engine.config import Config
    from .engine.engine import Engine
    from .engine.errors import (
        BadConfiguration,
        BadInput,
        BpmnError,
        Conflict,
        ForgedMessage,
        InvalidVariables,
        LeaseLost,
        NotAllowed,
        NotFound,
        ProcflowError,
        Refused,
        RetryLater,
        UnusableDatabase,
    )
    from .engine.handler import JobContext, handles, label
    from .engine.model.actor import Actor

__all__ = [
    "Actor",
    "BadConfiguration",
    "BadInput",
    "BpmnError",
    "Config",
    "Conflict",
    "Engine",
    "ForgedMessage",
    "InvalidVariables",
    "JobContext",
    "LeaseLost",
    "NotAllowed",
    "NotFound",
    "ProcflowError",
    "Refused",
    "RetryLater",
    "UnusableDatabase",
    "handles",
    "label",
]

HOMES = {
    "Actor": "engine.model.actor",
    "Config": "engine.config",
    "Engine": "engine.engine",
    "JobContext": "engine.handler",
    "handles": "engine.handler",
    "label": "engine.handler",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{HOMES.get(name, 'engine.errors')}", __name__), name)
