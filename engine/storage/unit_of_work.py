"""One transaction: everything that is read or written together."""

from __future__ import annotations

from sqlalchemy import Connection

from .archive import ArchivedRows
from .deployments import DecisionRows, DefinitionRows, DeploymentRows, StartEventRows
from .incidents import IncidentRows
from .instances import HistoryRows, InstanceRows
from .jobs import JobRows
from .messages import MessageRows, MessageSubscriptionRows
from .signals import SignalDeliveryRows, SignalSubscriptionRows
from .suspensions import SuspensionRows
from .timers import TimerRows
from .user_tasks import UserTaskRows


class UnitOfWork:
    """The records, as far as one transaction goes. `Database.unit` begins and ends it.

    lock: whether an instance is locked when it is loaded (after another writer came first once).
    stirred: set when the transaction did something that others may be waiting for. worked: set when
    there may be jobs to do after it.
    """

    def __init__(self, connection: Connection, *, lock: bool = False) -> None:
        self.lock = lock
        self.stirred = False
        self.worked = False
        self.deployments = DeploymentRows(connection)
        self.definitions = DefinitionRows(connection)
        self.decisions = DecisionRows(connection)
        self.start_events = StartEventRows(connection)
        self.instances = InstanceRows(connection)
        self.history = HistoryRows(connection)
        self.user_tasks = UserTaskRows(connection)
        self.jobs = JobRows(connection)
        self.timers = TimerRows(connection)
        self.messages = MessageRows(connection)
        self.message_subscriptions = MessageSubscriptionRows(connection)
        self.signal_subscriptions = SignalSubscriptionRows(connection)
        self.signal_deliveries = SignalDeliveryRows(connection)
        self.incidents = IncidentRows(connection)
        self.suspensions = SuspensionRows(connection)
        self.archived = ArchivedRows(connection)
