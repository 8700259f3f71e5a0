"""Every export of a book of invented records in three languages, as its receiver checks it."""

from dataclasses import replace

import pytest

import receivers
from dossiers import record
from oqiga.book.book import Book
from oqiga.book.questions import dossier
from oqiga.ledger.asking import Question
from oqiga.publish.dossier import dossier_of_records
from oqiga.publish.exports import FORMATS, export
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import make_world


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    told = cover(make_world(seed=3, incidents=12, days=10), seed=3, reports=60)
    assert {each.reading.report.language for each in told} == {"en", "ru", "kk"}
    with Book.open(str(tmp_path_factory.mktemp("book") / "invented.db"), create=True) as opened:
        for each in told:
            opened.add(each.reading, now="2030-01-01T00:00:00Z")
        yield dossier(opened, Question())


def reports_of(found):
    return {report.id: report for report in found.reports}


def test_every_format_has_its_receiver():
    assert set(receivers.CHECKS) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_receiver_takes_what_is_exported(name, book):
    content = export(name, book).content
    assert content
    assert list(receivers.CHECKS[name](content, reports_of(book))) == []


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_book_is_exported_empty(name):
    exported = export(name, dossier_of_records([]))
    assert exported.losses


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "parquet"])
@pytest.mark.parametrize(
    "hostile", ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", "a\tb\nc", '","\\', "a\x07b"]
)
def test_hostile_words_are_inert(name, hostile):
    found = dossier_of_records([record(publisher=hostile, title=hostile)])
    incident = replace(found.incidents[0], title=hostile)
    exported = export(name, replace(found, incidents=(incident,)))
    assert list(receivers.CHECKS[name](exported.content, reports_of(found))) == []
