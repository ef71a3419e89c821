"""Which channels a notice goes by: the house's rule, and what the recipient wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from ...engine.errors import (
    BadConfiguration,
    Problem,
    ProcflowError,
    RetryLater,
    UnfitInput,
    Unreachable,
)
from .limit import DailyLimit
from .notice import Notice, Receipt, Unreached, notice_id
from .port import NoticeChannel
from .quiet import NEVER, QuietHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """first_of: the notice goes by the first of these that reaches the recipient; a recipient's own
    list goes before. besides: it goes by each of these too. quiet: no telephone rings then; the
    notice waits for the morning, or goes by the next channel. limit: rings a day for a person.
    """

    first_of: Sequence[str]
    besides: Sequence[str] = ()
    quiet: QuietHours = NEVER
    at_night: Literal["wait", "next"] = "wait"
    limit: DailyLimit | None = None


@dataclass(slots=True)
class Outcome:
    """What became of a notice. delay: how long to wait, where time alone will do."""

    receipt: Receipt | None = None
    besides: list[Receipt] = field(default_factory=list)
    unreached: list[Unreached] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    delay: timedelta | None = None
    out_of_order: ProcflowError | None = None


class Dispatch:
    """Sends notices by channels.

    Raises BadConfiguration without a channel, with two of the same name, and for a rule that names
    an unknown one.
    """

    def __init__(self, channels: Sequence[NoticeChannel], rule: Rule | None = None) -> None:
        self._channels = {channel.name: channel for channel in channels}
        if not channels or len(self._channels) < len(channels):
            raise BadConfiguration.of("handlers.notice.channels")
        self._rule = rule or Rule(first_of=tuple(self._channels))
        for name in (*self._rule.first_of, *self._rule.besides):
            if name not in self._channels:
                known = ", ".join(self._channels)
                raise BadConfiguration.of("notification.no-channel", channel=name, known=known)

    @property
    def channels(self) -> tuple[NoticeChannel, ...]:
        return tuple(self._channels.values())

    def send(self, notice: Notice, *, only: str | None, key: str, now: datetime) -> Outcome:
        """Send the notice by the rule, or by one channel only.

        The same key again sends nothing twice, even if the rule has changed: the channel that began
        goes on. Raises UnfitInput when the recipient's addresses are none, RetryLater when time
        will do, Unreachable when what could reach the recipient is out of order, and what a channel
        raises for a setting or an outcome that a person must look at.
        """
        outcome = Outcome()
        for name in () if only else self._rule.besides:
            took = self._by(self._channels[name], notice, key, now, outcome)
            outcome.besides += [took] if took else []
        still_to_do = outcome.out_of_order
        for channel in self._order(notice, only, key):
            outcome.receipt = self._by(channel, notice, key, now, outcome)
            if outcome.receipt:
                break
        if still_to_do:
            raise still_to_do
        return outcome if outcome.receipt else self._settled(outcome)

    def _order(self, notice: Notice, only: str | None, key: str) -> list[NoticeChannel]:
        """The channels to try; one where the notice may have gone out already goes before."""
        if only:
            return [self._channel(only)]
        besides = self._rule.besides
        wanted = [name for name in notice.to.channels or () if name in self._channels]
        names = [name for name in wanted or self._rule.first_of if name not in besides]
        begun = [
            name
            for name, channel in self._channels.items()
            if name not in besides and channel.begun(key)
        ]
        return [self._channels[name] for name in dict.fromkeys([*begun, *names])]

    def _channel(self, name: str) -> NoticeChannel:
        if name not in self._channels:
            choices = {"choices": ", ".join(self._channels)}
            problem = Problem(field="channel", key="handlers.not-a-choice", arguments=choices)
            raise UnfitInput(problem.sentence("en"), problem)
        return self._channels[name]

    def _by(
        self, channel: NoticeChannel, notice: Notice, key: str, now: datetime, outcome: Outcome
    ) -> Receipt | None:
        """The receipt of a channel that reaches the recipient now; the outcome learns why not."""
        try:
            took = self._hindrance(channel, notice, key, now, outcome) or channel.send(
                notice, key=key, now=now
            )
        except UnfitInput as unfit:
            outcome.problems += [each for each in unfit.found if each not in outcome.problems]
            took = Unreached(channel=channel.name, reason="wrong-address")
        except Unreachable as error:
            if channel.begun(key):
                raise
            outcome.out_of_order = outcome.out_of_order or error
            took = Unreached(channel=channel.name, reason="out-of-order")
        if isinstance(took, Receipt):
            return took
        outcome.unreached.append(took)
        return None

    def _hindrance(
        self, channel: NoticeChannel, notice: Notice, key: str, now: datetime, outcome: Outcome
    ) -> Unreached | None:
        """Why the channel may not be used now, though it might reach the recipient."""
        if not channel.rings or channel.begun(key):
            return None
        address = channel.address(notice)
        if isinstance(address, Unreached):
            return address
        rule = self._rule
        if wait := rule.quiet.wait(now):
            if rule.at_night == "wait":
                raise RetryLater.after(wait, "notification.quiet-now")
            outcome.delay = wait
            return Unreached(channel=channel.name, reason="night")
        if rule.limit and not rule.limit.allows(notice_id(key), address, now=now):
            outcome.delay = rule.quiet.morning_after(now)
            return Unreached(channel=channel.name, reason="limit")
        return None

    def _settled(self, outcome: Outcome) -> Outcome:
        """The outcome where none of the channels took the notice."""
        if outcome.delay:
            raise RetryLater.after(outcome.delay, "notification.only-rings")
        if outcome.out_of_order:
            raise outcome.out_of_order
        if outcome.besides:
            outcome.receipt = outcome.besides.pop(0)
        elif outcome.problems:
            sentences = "; ".join(problem.sentence("en") for problem in outcome.problems)
            raise UnfitInput(sentences, *outcome.problems)
        return outcome
