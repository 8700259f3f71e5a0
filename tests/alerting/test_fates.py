from dossiers import record
from oqiga.alerting.fates import fate
from oqiga.book.book import Book
from oqiga.book.questions import incidents
from oqiga.ledger.asking import Question


def test_an_incident_that_stands_is_left_alone_and_one_that_does_not_is_told(tmp_path):
    with Book.open(str(tmp_path / "book.db"), create=True) as book:
        book.add(record(), now="2019-08-11T12:00:00Z")
        (incident,) = incidents(book, Question())
        assert fate(book, incident.id) is None
        assert fate(book, "i-0000000000000000") == "no claim about it stands any longer"
