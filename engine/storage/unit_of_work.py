"""One transaction: everything that is read or written together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from .archive import ArchivedRows
from .deployments import DecisionRows, DefinitionRows, DeploymentRows, StartEventRows
from .figures import FigureRows
from .incidents import IncidentRows
from .instances import HistoryRows, InstanceRows
from .jobs import JobRows
from .line import Line
from .messages import MessageRows, MessageSubscriptionRows
from .signals import SignalDeliveryRows, SignalSubscriptionRows
from .suspensions import SuspensionRows
from .timers import TimerRows
from .user_tasks import UserTaskRows

Kind = TypeVar("Kind")


class Rows(Generic[Kind]):
    """The rows of a kind, made when they are first asked for: a step needs few of them."""

    def __init__(self, kind: Callable[[Line], Kind]) -> None:
        self._kind = kind

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, unit: UnitOfWork, _owner: type) -> Kind:
        made = unit.__dict__[self._name] = self._kind(unit.line)
        return made


class UnitOfWork:
    """The records, as far as one transaction goes. `Database.unit` begins and ends it.

    lock: whether an instance is locked when it is loaded (after another writer came first once).
    stirred: set when the transaction did something that others may be waiting for. worked: set when
    there may be jobs to do after it. tidings: what is told of it once it is committed.
    """

    deployments = Rows(DeploymentRows)
    definitions = Rows(DefinitionRows)
    decisions = Rows(DecisionRows)
    start_events = Rows(StartEventRows)
    instances = Rows(InstanceRows)
    history = Rows(HistoryRows)
    user_tasks = Rows(UserTaskRows)
    jobs = Rows(JobRows)
    timers = Rows(TimerRows)
    messages = Rows(MessageRows)
    message_subscriptions = Rows(MessageSubscriptionRows)
    signal_subscriptions = Rows(SignalSubscriptionRows)
    signal_deliveries = Rows(SignalDeliveryRows)
    incidents = Rows(IncidentRows)
    suspensions = Rows(SuspensionRows)
    archived = Rows(ArchivedRows)
    figures = Rows(FigureRows)

    def __init__(self, line: Line, *, lock: bool = False) -> None:
        self.line = line
        self.lock = lock
        self.stirred = False
        self.worked = False
        self.tidings: list[Any] = []
