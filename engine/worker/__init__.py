"""Workers: they take jobs, have the handlers do them, and report what came of it."""

from .worker import Worker

__all__ = ["Worker"]
