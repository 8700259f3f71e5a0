import pytest

import oqiga
from oqiga.errors import GatherError, NotFoundError, UsageError

REPORT = (
    "Four killed in Taraz\n\nFour people were killed and six were wounded when gunmen attacked a market in Taraz, "
    "Kazakhstan, on Sunday, the Interior Ministry said."
)


@pytest.fixture
def book(tmp_path):
    with oqiga.open_book(tmp_path / "book.db", create=True) as opened:
        opened.add(oqiga.read_report(REPORT, published="2016-06-06", publisher="Steppe Wire"))
        yield opened


def test_a_report_is_read_from_a_path_a_text_or_bytes(tmp_path):
    (tmp_path / "report.txt").write_text(REPORT)
    from_path = oqiga.read_report(tmp_path / "report.txt", published="2016-06-06")
    assert from_path == oqiga.read_report(REPORT, published="2016-06-06")
    assert from_path == oqiga.read_report(REPORT.encode(), published="2016-06-06")


def test_a_sentence_is_a_text_and_a_path_with_spaces_is_a_path():
    record = oqiga.read_report("Gunmen killed four people in Taraz on Sunday, police said.")
    assert [claim.low for claim in record.claims if claim.kind == "toll"] == [4]
    with pytest.raises(GatherError, match="such file"):
        oqiga.read_report("my report on the attack in Taraz.txt")


@pytest.mark.parametrize(
    "text", ["Four died in Taraz.", "Gunmen killed four people in Taraz on Sunday at 10.30 in all"]
)
def test_a_short_sentence_and_one_with_a_decimal_point_are_texts(text):
    assert [claim.low for claim in oqiga.read_report(text, gated=False).claims if claim.kind == "toll"] == [4]


def test_a_missing_file_is_named():
    with pytest.raises(GatherError, match=r"nowhere\.txt"):
        oqiga.read_report("nowhere.txt")


def test_a_book_is_asked_and_taken_away_as_rows(book):
    (incident,) = book.incidents(near=(42.9, 71.37), within_km=30)
    assert book.incidents(near=(50.28, 57.17), within_km=30) == []
    (row,) = book.rows()
    assert (row["incident"], row["killed_best"], row["injured_best"]) == (incident.id, 4, 6)
    assert row["missing_best"] is None


def test_what_was_not_known_yet_is_not_there(book):
    assert book.incidents(as_of="2016-06-05") == []
    with pytest.raises(NotFoundError):
        book.show("i-0000000000000000")


@pytest.mark.parametrize(
    "asked",
    [
        {"as_of": "last week"},
        {"since": "05/06/2016"},
        {"until": "2016-13-01"},
        {"types": ["shootout"]},
        {"near": (142.9, 71.37)},
        {"near": (42.9, 71.37), "within_km": 0},
    ],
    ids=lambda asked: " ".join(asked),
)
def test_a_question_in_wrong_words_is_refused_rather_than_answered_by_nothing(book, asked):
    with pytest.raises(UsageError):
        book.incidents(**asked)


def test_a_moment_that_is_none_is_refused_by_every_question(book):
    for ask in (book.rows, lambda as_of: book.export("geojson", as_of=as_of)):
        with pytest.raises(UsageError, match="as_of takes an ISO 8601 date"):
            ask(as_of="last week")


def test_the_public_names_are_complete_and_sorted():
    assert sorted(oqiga.__all__) == list(oqiga.__all__)
    assert all(getattr(oqiga, name) for name in oqiga.__all__)
