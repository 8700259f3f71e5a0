import pytest
from sqlalchemy import create_engine, text

from oqiga.book.book import Book
from oqiga.book.deciding import decide
from oqiga.book.questions import Question, incidents, show
from oqiga.errors import LedgerError
from oqiga.ledger.engine import masked, reading
from oqiga.ledger.verifying import verify
from oqiga.model.decision import DecisionKind
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import make_world

NOW = "2030-01-01T00:00:00Z"


@pytest.fixture
def address(postgres):
    return postgres.database("book")


def portrait(book, **more):
    return sorted(str(each) for each in incidents(book, Question(background=True), **more))


def test_the_same_book_on_either_database(address, tmp_path):
    told = cover(make_world(seed=8, incidents=6, days=30), seed=8, reports=30)
    with Book.open(address, create=True) as there, Book.open(str(tmp_path / "here.db"), create=True) as here:
        for each in told:
            assert there.add(each.reading, now=NOW).status == here.add(each.reading, now=NOW).status
        assert there.add(told[0].reading, now=NOW).status == "known"
        assert portrait(there) == portrait(here)
        assert portrait(there, as_of="2015-01-12") == portrait(here, as_of="2015-01-12")
        names = [each.id for each in incidents(here, Question())][:2]
        for book in (there, here):
            decide(book, DecisionKind.MERGE, names, analyst="A. Editor", reason="one attack", now=NOW)
        assert show(there, names[0]).incident == show(here, names[1]).incident
        checked = []
        for book in (there, here):
            with reading(book.engine, book.address) as connection:
                checked.append(verify(connection))
        assert checked[0] == checked[1]
        assert checked[0].faults == ()
        there.rebuild()
        here.rebuild()
        assert portrait(there) == portrait(here)


def test_a_database_with_other_tables_is_refused(address):
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE things (name TEXT)"))
        connection.commit()
    engine.dispose()
    with pytest.raises(LedgerError, match="holds other tables"):
        Book.open(address, create=True)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # psycopg drops it half open
def test_a_server_that_is_not_there_is_told_plainly_and_without_its_password():
    with pytest.raises(LedgerError, match="cannot be reached") as caught:
        Book.open("postgresql://ann:secret@127.0.0.1:1/none", create=True)
    assert "secret" not in str(caught.value)
    assert masked("postgresql://ann:secret@host/db") == "postgresql://ann@host/db"
