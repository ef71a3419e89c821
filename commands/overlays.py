"""What the engine knows of instances, laid over a drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from ..engine.bpmn.model import Drawing
from ..engine.bpmn.picture import Badge, Overlay, Tone
from ..engine.engine import Engine
from ..engine.messages import Language, message
from ..engine.model.history import HistoryEvent
from ..engine.model.trail import Happening

LEFT = frozenset({Happening.COMPLETED, Happening.CANCELLED})
PAGE = 500


def tokens_overlay(engine: Engine, drawing: Drawing, instance: str, language: Language) -> Overlay:
    """Where an instance is, and what it has passed."""
    events = list(_about(engine.history.of(engine.instances.get(instance).key), drawing))
    here = Counter({element: count for element, count in _standing(events).items() if count > 0})
    passed = _passed(events)
    return Overlay(
        tones={**dict.fromkeys(passed, Tone.PASSED), **dict.fromkeys(here, Tone.HERE)},
        badges={
            element: (_counted(count, Tone.HERE, "here", language),)
            for element, count in here.items()
        },
        legend=_legend(language, passed=Tone.PASSED, here=Tone.HERE),
    )


def coverage_overlay(engine: Engine, drawing: Drawing, language: Language) -> Overlay:
    """What the instances in the database have passed, how often, and what none has."""
    passed: Counter[str] = Counter()
    for key in _instances(engine):
        passed += _passed(list(_about(engine.history.of(key), drawing)))
    every = {name for process in drawing.executable for name in (*process.elements, *process.flows)}
    return Overlay(
        tones={name: Tone.PASSED if name in passed else Tone.MISSED for name in every},
        badges={
            name: (_counted(count, Tone.PASSED, "times", language),)
            for name, count in passed.items()
            if any(name in process.elements for process in drawing.executable)
        },
        legend=_legend(language, covered=Tone.PASSED, missed=Tone.MISSED),
    )


def _about(events: Collection[HistoryEvent], drawing: Drawing) -> Iterator[HistoryEvent]:
    """The events at elements and flows of this drawing, whatever its version was."""
    return (event for event in events if event.element and event.process in drawing.processes)


def _standing(events: Collection[HistoryEvent]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for event in events:
        if event.what == Happening.ENTERED:
            counts[event.element or ""] += 1
        elif event.what in LEFT:
            counts[event.element or ""] -= 1
    return counts


def _passed(events: Collection[HistoryEvent]) -> Counter[str]:
    done = (Happening.COMPLETED, Happening.TAKEN)
    return Counter(event.element or "" for event in events if event.what in done)


def _instances(engine: Engine) -> Iterator[str]:
    offset = 0
    while found := engine.instances.find(limit=PAGE, offset=offset):
        yield from (instance.key for instance in found)
        offset += PAGE


def _counted(count: int, tone: Tone, what: str, language: Language) -> Badge:
    return Badge(str(count), tone, message(f"drawings.overlay.{what}", language, count=count))


def _legend(language: Language, **tones: Tone) -> tuple[tuple[Tone, str], ...]:
    return tuple(
        (tone, message(f"drawings.legend.{name}", language)) for name, tone in tones.items()
    )
