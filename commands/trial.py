"""A raised procedure on trial by its features, and what is told about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..engine.messages import Language, message
from .answer import Line
from .scenarios import Scenario, can_play, features_of, play


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """features: those there are. played: None where they cannot be, or were not to be played.

    before: the scenarios that failed on the raised drawing, played on the one of before.
    """

    features: tuple[Path, ...] = ()
    played: tuple[Scenario, ...] | None = None
    before: tuple[Scenario, ...] = ()
    left_out: bool = False

    @property
    def failed(self) -> list[Scenario]:
        return [each for each in self.played or () if each.failed]

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against the raised drawing."""
        if self.left_out or not self.features:
            return True
        return self.played is not None and not self.failed

    def told(self, language: Language) -> Iterator[Line]:
        return _Told(language).lines(self)

    def value(self) -> Mapping[str, Any]:
        return {
            "features": [file.name for file in self.features],
            "played": None if self.played is None else len(self.played),
            "failed": [
                {
                    "feature": each.feature,
                    "scenario": each.name,
                    "step": each.step,
                    "reason": each.reason,
                    "heldBefore": _held(each, self.before),
                }
                for each in self.failed
            ],
        }


def tried(
    procedure: Path,
    old: Mapping[str, bytes],
    new: Mapping[str, bytes],
    called: Collection[Path],
) -> Trial:
    """Play the procedure's features on its new files; on the old ones where some fail.

    old, new: the files of its folder. called: the folders of the processes it calls.
    """
    features = tuple(features_of(procedure))
    if not features or not can_play():
        return Trial(features=features)
    played = tuple(play(features, procedure.name, new, called))
    doubtful = {each.feature for each in played if each.failed}
    again = [file for file in features if file.name in doubtful]
    before = tuple(play(again, procedure.name, old, called)) if again else ()
    return Trial(features=features, played=played, before=before)


def _held(scenario: Scenario, before: Sequence[Scenario]) -> bool:
    """Whether it held on the drawing of before."""
    where = (scenario.feature, scenario.name)
    return any((each.feature, each.name) == where and not each.failed for each in before)


class _Told:
    def __init__(self, language: Language) -> None:
        self._language = language

    def lines(self, trial: Trial) -> Iterator[Line]:
        if trial.left_out:
            yield self._line("left-out", "warning")
        elif not trial.features:
            yield self._line("none", "warning")
        elif trial.played is None:
            yield self._line("unplayable", "bad", count=len(trial.features))
        else:
            yield from self._of_played(trial)

    def _of_played(self, trial: Trial) -> Iterator[Line]:
        failed, whole = trial.failed, len(trial.played or ())
        if not failed:
            yield self._line("passed", "good", count=whole)
            return
        yield self._line("failed", "bad", failed=len(failed), count=whole)
        for each in failed:
            yield Line(f"  ✗ {each.name} ({each.feature})", "bad")
            if each.step:
                yield Line(f"      {each.step}", "quiet")
            yield Line(f"      {each.reason}", "quiet")
            held = "held-before" if _held(each, trial.before) else "failed-before"
            yield Line(f"      {self._text(held)}", "warning")

    def _line(self, key: str, tone: str, **arguments: Any) -> Line:
        return Line(self._text(key, **arguments), tone)

    def _text(self, key: str, **arguments: Any) -> str:
        return message(f"raising.trial.{key}", self._language, **arguments)
