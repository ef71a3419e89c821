"""The whole schema on one page.

Every name begins with `procflow_`, because a host may keep its own tables in the same database. A
wait is keyed by its instance and the number of its token. Waits that a second answer could meet
(user tasks, jobs) stay as rows when they are closed; the others are deleted.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from ..model.archive import Kept
from ..model.instance import InstanceState
from ..model.job import JobState
from ..model.suspension import Extent
from ..model.user_task import UserTaskState
from .types import Json, Moment, Names, OneOf

METADATA = MetaData(
    naming_convention={
        "ix": "%(table_name)s_%(column_0_N_name)s",
        "uq": "%(table_name)s_%(column_0_N_name)s_once",
        "fk": "%(table_name)s_%(column_0_N_name)s_exists",
        "pk": "%(table_name)s_key",
    }
)


def _place() -> Iterator[Column[object]]:
    """Where in the drawing a wait lies."""
    yield Column("definition", Text, nullable=False)
    yield Column("process", Text, nullable=False)
    yield Column("element", Text, nullable=False)
    yield Column("label", Text, nullable=False)


def _wait() -> Iterator[Column[object]]:
    """The key of a wait, and where it lies."""
    yield Column("instance", Text, ForeignKey("procflow_instance.key"), primary_key=True)
    yield Column("number", Integer, primary_key=True, autoincrement=False)
    yield from _place()


DEPLOYMENT = Table(
    "procflow_deployment",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("hash", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("deployed_at", Moment, nullable=False),
    Column("deployed_by", Text, nullable=False),
)

CONTENT = Table(
    "procflow_content",
    METADATA,
    Column("hash", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

FILE = Table(
    "procflow_file",
    METADATA,
    Column("deployment", Text, ForeignKey(DEPLOYMENT.c.key), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("content", Text, ForeignKey(CONTENT.c.hash), nullable=False),
)

DEFINITION = Table(
    "procflow_definition",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("process_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("deployment", Text, ForeignKey(DEPLOYMENT.c.key), nullable=False, index=True),
    Column("file", Text, nullable=False),
    Column("name", Text),
    Column("version_tag", Text),
    Column("deployed_at", Moment, nullable=False),
    Column("deployed_by", Text, nullable=False),
    UniqueConstraint("process_id", "version"),
)

NEWEST = Table(
    "procflow_newest",
    METADATA,
    Column("process_id", Text, primary_key=True),
    Column("definition", Text, ForeignKey(DEFINITION.c.key), nullable=False),
)

START_EVENT = Table(
    "procflow_start_event",
    METADATA,
    Column("process_id", Text, primary_key=True),
    Column("element", Text, primary_key=True),
    Column("place", Integer, primary_key=True, server_default="0"),
    Column("definition", Text, ForeignKey(DEFINITION.c.key), nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text),
    Column("due", Moment),
    Column("armed", Json),
    Index(None, "kind", "name"),
    Index(
        None, "due", sqlite_where=text("due IS NOT NULL"), postgresql_where=text("due IS NOT NULL")
    ),
)

DECISION = Table(
    "procflow_decision",
    METADATA,
    Column("decision_id", Text, primary_key=True),
    Column("deployment", Text, ForeignKey(DEPLOYMENT.c.key), primary_key=True),
    Column("file", Text, nullable=False),
    Column("version_tag", Text),
    Column("newest", Boolean, nullable=False),
)

MESSAGE_NAME = Table(
    "procflow_message_name",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("definition", Text, ForeignKey(DEFINITION.c.key), primary_key=True),
)

_ACTIVE = text("state = 'active'")
_IN_TROUBLE = text("incidents > 0")
_MAY_GO = text("ended_at IS NOT NULL AND kept <> 'record'")

INSTANCE = Table(
    "procflow_instance",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("process_id", Text, nullable=False),
    Column("definition", Text, ForeignKey(DEFINITION.c.key), nullable=False),
    Column("business_key", Text),
    Column("state", OneOf(InstanceState), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("status", Integer),
    Column("due", Moment),
    Column("incidents", Integer, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("started_by", Text, nullable=False),
    Column("ended_at", Moment),
    Column("events", Integer, nullable=False),
    Column("head", Text, nullable=False),
    Column("course", Json),
    Column("positions", LargeBinary),
    Column("variables", LargeBinary),
    Column("kept", OneOf(Kept), nullable=False, server_default=Kept.WHOLE.value),
    Index(None, "business_key"),
    Index(None, "process_id", "started_at"),
    Index(None, "started_at", "key"),
    Index(None, "status", "started_at"),
    Index(
        "procflow_instance_active",
        "started_at",
        "key",
        "due",
        sqlite_where=_ACTIVE,
        postgresql_where=_ACTIVE,
    ),
    Index(
        "procflow_instance_active_of_process",
        "process_id",
        "started_at",
        sqlite_where=_ACTIVE,
        postgresql_where=_ACTIVE,
    ),
    Index(
        "procflow_instance_in_trouble",
        "started_at",
        "key",
        sqlite_where=_IN_TROUBLE,
        postgresql_where=_IN_TROUBLE,
    ),
    Index(
        "procflow_instance_active_due",
        "due",
        sqlite_where=_ACTIVE,
        postgresql_where=_ACTIVE,
    ),
    Index(
        "procflow_instance_may_go",
        "process_id",
        "kept",
        "ended_at",
        sqlite_where=_MAY_GO,
        postgresql_where=_MAY_GO,
    ),
)

ARCHIVED = Table(
    "procflow_archived",
    METADATA,
    Column("instance", Text, ForeignKey(INSTANCE.c.key), primary_key=True),
    Column("file", Text, nullable=False, index=True),
    Column("archived_at", Moment, nullable=False),
    Column("archived_by", Text, nullable=False),
    Column("passages", Json, nullable=False),
)

HISTORY = Table(
    "procflow_history",
    METADATA,
    Column("instance", Text, ForeignKey(INSTANCE.c.key), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("what", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("who", Text, nullable=False),
    Column("address", Text),
    Column("definition", Text),
    Column("process", Text),
    Column("element", Text),
    Column("token", Integer),
    Column("recorded", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

_OPEN = text("state = 'open'")

USER_TASK = Table(
    "procflow_user_task",
    METADATA,
    *_wait(),
    Column("state", OneOf(UserTaskState), nullable=False),
    Column("assignee", Text),
    Column("candidate_groups", Names, nullable=False),
    Column("candidate_users", Names, nullable=False),
    Column("due", Moment),
    Column("follow_up", Moment),
    Column("priority", Integer, nullable=False),
    Column("form", Text),
    Column("opened_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Column("completed_by", Text),
    Column("draft", Json),
    Index(
        "procflow_user_task_open_assignee",
        "assignee",
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    ),
)

CANDIDATE = Table(
    "procflow_candidate",
    METADATA,
    Column("instance", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("rank", Integer, nullable=False),
    Column("due", Moment, nullable=False),
    Column("opened_at", Moment, nullable=False),
    ForeignKeyConstraint(["instance", "number"], [USER_TASK.c.instance, USER_TASK.c.number]),
    Index(
        "procflow_candidate_by_urgency",
        "kind",
        "name",
        "rank",
        "due",
        "opened_at",
        "instance",
        "number",
    ),
)

_TO_DO = text("state IN ('open', 'leased')")
_HELD = text("state IN ('answered', 'failed')")

JOB = Table(
    "procflow_job",
    METADATA,
    *_wait(),
    Column("type", Text, nullable=False),
    Column("state", OneOf(JobState), nullable=False),
    Column("retries", Integer, nullable=False),
    Column("headers", Json, nullable=False),
    Column("due", Moment, nullable=False),
    Column("worker", Text),
    Column("deadline", Moment),
    Column("attempt", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("text", Text),
    Column("answer", Json),
    Column("opened_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Index("procflow_job_to_do", "due", "type", sqlite_where=_TO_DO, postgresql_where=_TO_DO),
    Index("procflow_job_held", "opened_at", sqlite_where=_HELD, postgresql_where=_HELD),
)

_NOT_TAKEN = text("NOT taken")

TIMER = Table(
    "procflow_timer",
    METADATA,
    *_wait(),
    Column("due", Moment, nullable=False),
    Column("taken", Boolean, nullable=False),
    Column("claimed_until", Moment),
    Index("procflow_timer_to_fire", "due", sqlite_where=_NOT_TAKEN, postgresql_where=_NOT_TAKEN),
)

MESSAGE_SUBSCRIPTION = Table(
    "procflow_message_subscription",
    METADATA,
    *_wait(),
    Column("name", Text, nullable=False),
    Column("correlation", Text, nullable=False),
    Column("root", Text, nullable=False),
    Column("taken", Boolean, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Index(
        "procflow_message_subscription_awaited",
        "name",
        "correlation",
        sqlite_where=_NOT_TAKEN,
        postgresql_where=_NOT_TAKEN,
    ),
)

SIGNAL_SUBSCRIPTION = Table(
    "procflow_signal_subscription",
    METADATA,
    *_wait(),
    Column("name", Text, nullable=False),
    Column("taken", Boolean, nullable=False),
    Index(
        "procflow_signal_subscription_awaited",
        "name",
        sqlite_where=_NOT_TAKEN,
        postgresql_where=_NOT_TAKEN,
    ),
)

_NAMED = text("message_id IS NOT NULL")
_NOT_OFFERED = text("NOT offered")

MESSAGE = Table(
    "procflow_message",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("correlation", Text, nullable=False),
    Column("variables", Json, nullable=False),
    Column("message_id", Text),
    Column("published_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
    Column("sender", Text),
    Column("offered", Boolean, nullable=False),
    Index(None, "name", "correlation"),
    Index(
        "procflow_message_to_offer",
        "published_at",
        sqlite_where=_NOT_OFFERED,
        postgresql_where=_NOT_OFFERED,
    ),
    Index(
        "procflow_message_once",
        "name",
        "correlation",
        "message_id",
        unique=True,
        sqlite_where=_NAMED,
        postgresql_where=_NAMED,
    ),
)

CORRELATION = Table(
    "procflow_correlation",
    METADATA,
    Column("message", Text, ForeignKey(MESSAGE.c.key), primary_key=True),
    Column("process_id", Text, primary_key=True),
    Column("instance", Text, ForeignKey(INSTANCE.c.key), nullable=False),
)

STARTED_BY_MESSAGE = Table(
    "procflow_started_by_message",
    METADATA,
    Column("process_id", Text, primary_key=True),
    Column("business_key", Text, primary_key=True),
    Column("instance", Text, ForeignKey(INSTANCE.c.key), nullable=False, index=True),
)

SIGNAL_DELIVERY = Table(
    "procflow_signal_delivery",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("variables", Json, nullable=False),
    Column("sent_at", Moment, nullable=False),
    Column("instance", Text),
    Column("number", Integer),
    Column("process_id", Text),
    Column("element", Text),
)

PACE = Table(
    "procflow_pace",
    METADATA,
    Column("type", Text, primary_key=True),
    Column("free_at", Moment, nullable=False),
)

_OPEN_SUSPENSION = text("resumed_at IS NULL")

SUSPENSION = Table(
    "procflow_suspension",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("extent", OneOf(Extent), nullable=False),
    Column("target", Text, nullable=False),
    Column("element", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("suspended_at", Moment, nullable=False),
    Column("suspended_by", Text, nullable=False),
    Column("resumed_at", Moment),
    Column("resumed_by", Text),
    Index(
        "procflow_suspension_open",
        "extent",
        "target",
        "element",
        unique=True,
        sqlite_where=_OPEN_SUSPENSION,
        postgresql_where=_OPEN_SUSPENSION,
    ),
)

_UNRESOLVED = text("resolved_at IS NULL")

INCIDENT = Table(
    "procflow_incident",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("instance", Text, ForeignKey(INSTANCE.c.key), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("definition", Text, nullable=False),
    Column("process", Text, nullable=False),
    Column("element", Text),
    Column("label", Text),
    Column("number", Integer),
    Column("step", Json),
    Column("message", Text, nullable=False),
    Column("arguments", Json, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("resolved_at", Moment),
    Column("resolved_by", Text),
    Index(
        "procflow_incident_unresolved",
        "opened_at",
        sqlite_where=_UNRESOLVED,
        postgresql_where=_UNRESOLVED,
    ),
)
