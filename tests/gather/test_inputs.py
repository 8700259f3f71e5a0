import io

import pytest

from oqiga.errors import GatherError
from oqiga.gather.inputs import RawInput, Unreadable, from_json_lines, from_paths, gather
from oqiga.gather.report import Known, make_report

TEXT = "Two people were killed in the city on Sunday, police said.\n\nFour were wounded."


def test_a_folder_gives_its_texts_and_pages_in_order(tmp_path):
    for name in ("b.txt", "a.html", "c.jpg"):
        (tmp_path / name).write_text(TEXT)
    found = list(from_paths([str(tmp_path)], io.BytesIO(), Known()))
    assert [raw.subject for raw in found] == [str(tmp_path / "a.html"), str(tmp_path / "b.txt")]


def test_a_missing_file_and_an_empty_folder_are_named(tmp_path):
    missing, empty = from_paths([str(tmp_path / "no.txt"), str(tmp_path)], io.BytesIO(), Known())
    assert isinstance(missing, Unreadable)
    assert "no such file" in missing.error.message
    assert isinstance(empty, Unreadable)
    assert "no text or HTML" in empty.error.message


def test_standard_input_is_a_dash():
    (raw,) = from_paths(["-"], io.BytesIO(TEXT.encode()), Known(published="2016-06-06"))
    report = gather(raw)
    assert report.published == "2016-06-06"
    assert report.text == TEXT


def test_lines_keep_ids_and_order_and_bad_ones_are_named():
    lines = [
        b'{"id": "a", "text": "Two people were killed."}',
        b"",
        b"{broken",
        b'{"id": "c"}',
        b'{"id": 7, "text": 5}',
        b"[]",
    ]
    first, *bad = from_json_lines(lines, subject="wire.jsonl")
    assert isinstance(first, RawInput)
    assert gather(first).id == "a"
    assert [each.subject for each in bad] == [f"wire.jsonl, line {number}" for number in (3, 4, 5, 6)]
    assert all(isinstance(each, Unreadable) and "not a report" in each.error.message for each in bad)


def test_a_line_knows_its_report():
    line = '{"id": "x", "text": "Two people were killed in the city on Sunday.", "title": "Two killed", "published": "2016-06-05", "publisher": "Steppe Wire", "url": "https://steppewire.example/1"}'
    (raw,) = from_json_lines([line.encode()], subject="wire.jsonl")
    report = gather(raw)
    assert (report.id, report.title, report.published) == ("x", "Two killed", "2016-06-05")
    assert (report.publisher, report.url, report.language) == (
        "Steppe Wire",
        "https://steppewire.example/1",
        "en",
    )


def test_the_same_input_has_the_same_id():
    raw = RawInput("a", TEXT.encode(), Known())
    assert gather(raw) == gather(RawInput("b", TEXT.encode(), Known()))


@pytest.mark.parametrize("body", ["Two people were killed. " * 6000, '" ' * 30_000 + "killed"])
def test_what_is_longer_than_any_report_is_refused(body):
    with pytest.raises(GatherError, match=r"longer than any report|no running text"):
        gather(RawInput("long", body, Known(title="Long")))


def test_titles_and_names_hold_no_characters_that_no_output_can_hold():
    raw = RawInput("page", TEXT.encode(), Known(title="Two\x00 killed\ud800", publisher="\u202eWire"))
    report = gather(raw)
    assert (report.title, report.publisher) == ("Two killed", "Wire")


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2016-06", "2016-06"),
        ("2016-06-05T14:00+05:00", "2016-06-05T14:00+05:00"),
        ("2016-06-05 14:00", "2016-06-05T14:00:00"),
        ("Sun, 05 Jun 2016 14:00:00 +0500", "2016-06-05T14:00:00+05:00"),
        (" ", None),
    ],
)
def test_a_report_came_out_when_its_caller_says(written, moment):
    report = make_report("Two were killed in Osh.", subject="r", known=Known(published=written))
    assert report.published == moment


@pytest.mark.parametrize("written", ["2016-13-45", "last week"])
def test_what_is_no_date_of_publication_is_named(written):
    with pytest.raises(GatherError, match="published takes an ISO 8601 date"):
        make_report("Two were killed in Osh.", subject="r", known=Known(published=written))
