"""pre archive"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

MAY_GO = sa.text("ended_at IS NOT NULL AND kept <> 'record'")


def upgrade() -> None:
    op.add_column(
        "procflow_instance", sa.Column("kept", sa.Text(), nullable=False, server_default="whole")
    )
    op.create_index(
        "procflow_instance_may_go",
        "procflow_instance",
        ["process_id", "kept", "ended_at"],
        sqlite_where=MAY_GO,
        postgresql_where=MAY_GO,
    )
    op.create_table(
        "procflow_archived",
        sa.Column("instance", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_by", sa.Text(), nullable=False),
        sa.Column("passages", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["instance"],
            ["procflow_instance.key"],
            name=op.f("procflow_archived_instance_exists"),
        ),
        sa.PrimaryKeyConstraint("instance", name=op.f("procflow_archived_key")),
    )
    op.create_index(op.f("procflow_archived_file"), "procflow_archived", ["file"])
