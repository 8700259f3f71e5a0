"""Text is compared by its characters on every server, as SQLite does: moments and ids are text.

A server set up to sort as a dictionary does passes over punctuation, and would find other reports "by June".
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give every column of text the collation of its bytes; SQLite has no other."""
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    for table in sa.inspect(connection).get_table_names():
        if table == "alembic_version":
            continue
        kinds = [
            f'ALTER COLUMN "{column["name"]}" TYPE {column["type"].compile(connection.dialect)} COLLATE "C"'
            for column in sa.inspect(connection).get_columns(table)
            if isinstance(column["type"], sa.String) and column["type"].collation != "C"
        ]
        if kinds:
            op.execute(f'ALTER TABLE "{table}" {", ".join(kinds)}')
