"""What each kind of node does, one file a family."""

from __future__ import annotations

from . import arithmetic, calls, collections, comparisons, iterations, logic, names, tests
from .parts import CompileNode

COMPILERS: dict[type, CompileNode] = {
    **names.COMPILERS,
    **collections.COMPILERS,
    **arithmetic.COMPILERS,
    **comparisons.COMPILERS,
    **logic.COMPILERS,
    **iterations.COMPILERS,
    **calls.COMPILERS,
    **tests.COMPILERS,
}
