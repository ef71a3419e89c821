"""pre drafts"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("procflow_user_task", sa.Column("draft", sa.Text(), nullable=True))
