"""pre ways to find"""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

ACTIVE = sa.text("state = 'active'")
IN_TROUBLE = sa.text("incidents > 0")
HELD = sa.text("state IN ('answered', 'failed')")
NEVER = datetime(9999, 12, 31, tzinfo=UTC)

OF_NAMED = """
    INSERT INTO procflow_candidate (instance, number, kind, name, rank, due, opened_at)
    SELECT instance, number, kind, name, -priority, coalesce(due, :never), opened_at
    FROM procflow_user_task JOIN procflow_candidate_kept USING (instance, number)
    WHERE state = 'open'
"""
OF_ANYBODY = """
    INSERT INTO procflow_candidate (instance, number, kind, name, rank, due, opened_at)
    SELECT instance, number, 'anybody', '', -priority, coalesce(due, :never), opened_at
    FROM procflow_user_task
    WHERE state = 'open' AND candidate_groups = '[]' AND candidate_users = '[]'
"""


def upgrade() -> None:
    list_candidates_by_urgency()
    find_instances()
    op.create_index(
        "procflow_job_held",
        "procflow_job",
        ["opened_at"],
        sqlite_where=HELD,
        postgresql_where=HELD,
    )


def find_instances() -> None:
    table = "procflow_instance"
    op.create_index(op.f("procflow_instance_started_at_key"), table, ["started_at", "key"])
    op.create_index(op.f("procflow_instance_status_started_at"), table, ["status", "started_at"])
    for name, columns, where in (
        ("procflow_instance_active", ["started_at", "key", "due"], ACTIVE),
        ("procflow_instance_active_of_process", ["process_id", "started_at"], ACTIVE),
        ("procflow_instance_in_trouble", ["started_at", "key"], IN_TROUBLE),
    ):
        op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def list_candidates_by_urgency() -> None:
    """The table made anew, in the order of urgency; what names nobody is on a list as well."""
    op.execute("CREATE TABLE procflow_candidate_kept AS SELECT * FROM procflow_candidate")
    op.drop_table("procflow_candidate")
    op.create_table(
        "procflow_candidate",
        sa.Column("instance", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["instance", "number"],
            ["procflow_user_task.instance", "procflow_user_task.number"],
            name=op.f("procflow_candidate_instance_exists"),
        ),
        sa.PrimaryKeyConstraint(
            "instance", "number", "kind", "name", name=op.f("procflow_candidate_key")
        ),
    )
    fill()
    op.drop_table("procflow_candidate_kept")
    op.create_index(
        "procflow_candidate_by_urgency",
        "procflow_candidate",
        ["kind", "name", "rank", "due", "opened_at", "instance", "number"],
    )


def fill() -> None:
    for rows in (OF_NAMED, OF_ANYBODY):
        never = sa.bindparam("never", NEVER, sa.DateTime(timezone=True))
        op.execute(sa.text(rows).bindparams(never))
