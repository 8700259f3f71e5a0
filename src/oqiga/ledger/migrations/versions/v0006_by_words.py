"""An index of the words of what is known of each incident, filled from the incidents there are."""

import sqlalchemy as sa
from alembic import op

from oqiga.ledger.wording import file_words

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_IN = "INSERT INTO wordings_found (rowid, words) VALUES (new.number, new.words);"
_OUT = "INSERT INTO wordings_found (wordings_found, rowid, words) VALUES ('delete', old.number, old.words);"
_TRIGGERS = {"INSERT": _IN, "DELETE": _OUT, "UPDATE": f"{_OUT} {_IN}"}


def upgrade() -> None:
    """Make the table and what looks words up in it, and file the words of every incident."""
    connection = op.get_bind()
    by_letters = sa.String(40).with_variant(sa.String(40, collation="C"), "postgresql")
    words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "wordings",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("incident", by_letters, nullable=False, unique=True),
        sa.Column("words", words, nullable=False),
    )
    if connection.dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE wordings_found USING fts5("
            "words, content='wordings', content_rowid='number', tokenize='ascii', detail='none')"
        )
        for when, steps in _TRIGGERS.items():
            op.execute(f"CREATE TRIGGER wordings_{when.lower()} AFTER {when} ON wordings BEGIN {steps} END")
    else:
        made = "array_to_tsvector(string_to_array(words, ' '))"
        op.execute(f"ALTER TABLE wordings ADD COLUMN found tsvector GENERATED ALWAYS AS ({made}) STORED")
    for name in connection.execute(sa.text("SELECT id FROM incidents ORDER BY id")).scalars().all():
        body = connection.execute(sa.text("SELECT body FROM incidents WHERE id = :id"), {"id": name}).scalar()
        file_words(connection, name, str(body))
    if connection.dialect.name == "postgresql":
        op.create_index("wordings_words", "wordings", ["found"], postgresql_using="gin")
