"""procflow: a workflow engine for administrative procedures. A drawing is a service.

The public names, on one page; each is loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .engine.config import Config
    from .engine.engine import Engine
    from .engine.errors import (
        BadAnswer,
        BadConfiguration,
        BadInput,
        BpmnError,
        Conflict,
        ForgedMessage,
        InvalidVariables,
        LeaseLost,
        NotAllowed,
        NotFound,
        OutcomeUnknown,
        ProcflowError,
        Refused,
        RetryLater,
        Unreachable,
        UnusableDatabase,
    )
    from .engine.handler import (
        Connector,
        JobContext,
        Surroundings,
        handles,
        label,
        needed,
        secret,
        setting,
    )
    from .engine.model.actor import Actor
    from .engine.model.check import Check
    from .engine.model.secret import Secret

__all__ = [
    "Actor",
    "BadAnswer",
    "BadConfiguration",
    "BadInput",
    "BpmnError",
    "Check",
    "Config",
    "Conflict",
    "Connector",
    "Engine",
    "ForgedMessage",
    "InvalidVariables",
    "JobContext",
    "LeaseLost",
    "NotAllowed",
    "NotFound",
    "OutcomeUnknown",
    "ProcflowError",
    "Refused",
    "RetryLater",
    "Secret",
    "Surroundings",
    "Unreachable",
    "UnusableDatabase",
    "handles",
    "label",
    "needed",
    "secret",
    "setting",
]

HOMES = {
    "Actor": "engine.model.actor",
    "Check": "engine.model.check",
    "Config": "engine.config",
    "Connector": "engine.handler",
    "Engine": "engine.engine",
    "JobContext": "engine.handler",
    "Secret": "engine.model.secret",
    "Surroundings": "engine.handler",
    "handles": "engine.handler",
    "label": "engine.handler",
    "needed": "engine.handler",
    "secret": "engine.handler",
    "setting": "engine.handler",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{HOMES.get(name, 'engine.errors')}", __name__), name)
