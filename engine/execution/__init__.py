"""Running a drawing. The only room that knows SpiffWorkflow; pure: no I/O, no clock, no SQL.

A process becomes a program once (`build_program`); an instance is brought to life for one step
(`Execution.start` or `restore`, `take`, `run_to_wait`) and saved (`snapshot`).
"""

from .builder import build_program
from .codec import Snapshot
from .execution import Execution
from .failures import ExecutionFailure
from .library import Decided, Library
from .migration import Move, Unmigratable
from .program import ProcessProgram

__all__ = [
    "Decided",
    "Execution",
    "ExecutionFailure",
    "Library",
    "Move",
    "ProcessProgram",
    "Snapshot",
    "Unmigratable",
    "build_program",
]
