"""A fault of the engine itself is an incident too: what was answered must not be lost with it."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ..errors import ProcflowError
from ..execution import ExecutionFailure
from ..messages import Language, message
from ..model.instance import ProcessInstance
from ..storage.database import DBAPIError

KIND = "engine-fault"


class EngineFault(ExecutionFailure):
    """The engine does not do what it should; its makers must look at it."""

    def __init__(self, instance: ProcessInstance, fault: Exception) -> None:
        where = traceback.extract_tb(fault.__traceback__)[-1]
        told = f"{type(fault).__name__}: {fault} ({where.name}, line {where.lineno})"
        self.kind = KIND
        self.element = self.label = self.process = instance.process_id
        self.definition = instance.definition
        self.key = f"runtime.{KIND}"
        self.arguments: dict[str, Any] = {"label": instance.process_id, "fault": told}
        ProcflowError.__init__(self, self.sentence("en"))

    def sentence(self, language: Language) -> str:
        return message(self.key, language, **self.arguments)


@contextmanager
def fault_as_failure(instance: ProcessInstance) -> Iterator[None]:
    """Around the pure part of a step: whatever goes wrong in there becomes an incident."""
    try:
        yield
    except (ProcflowError, DBAPIError):
        raise
    except Exception as fault:
        raise EngineFault(instance, fault) from fault
