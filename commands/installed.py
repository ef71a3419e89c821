"""Handler packages installed beside procflow, found by their entry points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from importlib.metadata import EntryPoint, entry_points

from ..engine.errors import BadConfiguration
from ..engine.handler import Connector, Surroundings
from ..engine.handler.connector import GROUP
from ..engine.messages import message
from .settings import Settings, load_section


def connected(
    settings: Settings, environment: Mapping[str, str], around: Surroundings, stack: ExitStack
) -> tuple[object, ...]:
    """The handlers of all packages, connected with their systems until the stack is closed.

    Raises BadConfiguration for a package that cannot be loaded, and for what its settings lack.
    """
    return tuple(
        handler
        for name, connector in connectors(settings)
        for handler in stack.enter_context(
            connector.connect(load_section(connector.settings, name, settings, environment), around)
        )
    )


def rehearsed(settings: Settings, stack: ExitStack) -> tuple[object, ...]:
    """The handlers of all packages with their systems in memory. Raises BadConfiguration."""
    return tuple(
        handler
        for _, connector in connectors(settings)
        for handler in stack.enter_context(connector.rehearse())
    )


def connectors(settings: Settings) -> Iterator[tuple[str, Connector]]:
    """By name. Raises BadConfiguration."""
    points = {point.name: point for point in entry_points(group=GROUP)}
    for name in settings.handlers:
        if name not in points:
            known = ", ".join(sorted(points)) or "-"
            raise _bad(settings, "no-package", name=name, known=known)
    return ((name, _loaded(points[name], settings)) for name in sorted(points))


def _loaded(point: EntryPoint, settings: Settings) -> Connector:
    """Whatever a package does while it is loaded is told, and stops this command alone."""
    try:
        offered = point.load()
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise _bad(settings, "broken-package", name=point.name, reason=reason) from error
    if not isinstance(offered, Connector):
        reason = f"{point.value} is a {type(offered).__name__}, not a Connector"
        raise _bad(settings, "broken-package", name=point.name, reason=reason)
    return offered


def _bad(settings: Settings, key: str, **arguments: str) -> BadConfiguration:
    return BadConfiguration(message(f"command.settings.{key}", settings.language, **arguments))
