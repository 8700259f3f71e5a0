"""How Alembic runs the steps: on the connection it is handed, within the transaction that is open on it."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
