"""pre places of start events"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    with op.batch_alter_table("procflow_start_event") as table:
        table.add_column(sa.Column("place", sa.Integer(), nullable=False, server_default="0"))
        table.drop_constraint(op.f("procflow_start_event_key"), type_="primary")
        table.create_primary_key(
            op.f("procflow_start_event_key"), ["process_id", "element", "place"]
        )
