import json
from importlib import import_module

import pytest
from typer.testing import CliRunner

from oqiga.book.book import Book
from oqiga.cli.app import app
from oqiga.errors import LedgerError, NotFoundError, UsageError
from oqiga.model.record import Reading
from told import event, report, toll

for name in ("book", "keeping"):
    import_module(f"oqiga.cli.{name}")

NOW = "2026-01-01T00:00:00Z"
TEXT = (
    "OSH, Kyrgyzstan -- At least nine people were killed when gunmen stormed a bus station in Osh on Saturday, "
    "the Health Ministry said on Sunday.\n\nPolice detained four suspects in the city."
)


@pytest.fixture
def ledger(tmp_path):
    path = str(tmp_path / "book.db")
    with Book.open(path, create=True) as book:
        for number, day, count in ((1, "2020-05-01", 9), (2, "2020-05-01", 11), (3, "2020-06-02", 4)):
            claims = (
                event(f"e{number}", day=day, incident="a"),
                toll(f"t{number}", count, by=("Health Ministry", "health"), start=40, incident="a"),
            )
            made = report(
                number, published=f"{day}T2{number}:00Z", text="x" * 400, publisher=f"Outlet {number}"
            )
            book.add(Reading(report=made, relevant=True, relevance=1.0, claims=claims), now=NOW)
    return path


def run(*words, **more):
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=True, **more)


def lines(*words):
    result = run(*words)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout_bytes.decode().splitlines()]


def test_incidents_are_a_line_each_and_filters_hold(ledger):
    found = lines("incidents", "--json", "--ledger", ledger)
    assert [each["reports"] for each in found] == [["r-3"], ["r-1", "r-2"]]
    near = lines("incidents", "--json", "--near", "Osh", "--within", "50km", "--ledger", ledger)
    assert len(near) == 2
    assert lines("incidents", "--json", "--near", "43.25,76.9", "--ledger", ledger) == []
    (many,) = lines("incidents", "--json", "--min-killed", 10, "--type", "armed_attack", "--ledger", ledger)
    assert many["tolls"][0]["best"] == 11
    assert len(lines("incidents", "--json", "--until", "2020-05", "--ledger", ledger)) == 1
    assert len(lines("incidents", "--json", "--as-of", "2020-05-31", "--ledger", ledger)) == 1


def test_the_list_tells_the_range_of_the_dead_and_who_else_was_hurt(ledger):
    with Book.open(ledger) as book:
        claims = (
            event("e7", day="2020-07-01", incident="a"),
            toll("t7", 0, 10, certainty="reported", start=40, incident="a"),
            toll("u7", 19, outcome="abducted", start=70, incident="a"),
        )
        made = report(7, published="2020-07-01T20:00Z", text="y" * 400, publisher="Seventh")
        book.add(Reading(report=made, relevant=True, relevance=1.0, claims=claims), now=NOW)
    first = run("incidents", "--ledger", ledger, env={"COLUMNS": "160"}).output.splitlines()[1]
    assert "up to 10  19 abducted  1" in first


def test_attackers_whom_no_total_holds_stand_apart_in_the_list(ledger):
    with Book.open(ledger) as book:
        claims = (
            event("e7", day="2020-07-01", incident="a"),
            toll("t7", 6, group="civilians", start=40, incident="a"),
            toll("u7", 1, group="attackers", start=70, incident="a"),
        )
        made = report(7, published="2020-07-01T20:00Z", text="y" * 400, publisher="Seventh")
        book.add(Reading(report=made, relevant=True, relevance=1.0, claims=claims), now=NOW)
    first = run("incidents", "--ledger", ledger, env={"COLUMNS": "160"}).output.splitlines()[1]
    assert "6 + 1 attacker " in first


def test_a_rumour_of_the_most_is_no_figure_beside_people_who_are_counted(ledger):
    with Book.open(ledger) as book:
        claims = (
            event("e7", day="2020-07-01", incident="a"),
            toll("t7", 0, 10, certainty="reported", start=40, incident="a"),
            toll("u7", 2, group="police", start=70, incident="a"),
        )
        made = report(7, published="2020-07-01T20:00Z", text="y" * 400, publisher="Seventh")
        book.add(Reading(report=made, relevant=True, relevance=1.0, claims=claims), now=NOW)
    assert run("incidents", "--ledger", ledger, env={"COLUMNS": "160"}).output.splitlines()[1].split()[
        -2:
    ] == ["2", "1"]
    found = lines("incidents", "--json", "--min-killed", 10, "--ledger", ledger)
    assert [each["reports"] for each in found] == [["r-1", "r-2"]]


def test_why_quotes_whole_sentences(ledger):
    with Book.open(ledger) as book:
        text = "It recalls School No. 4, in which six people were killed. " * 3
        claims = (
            event("e7", day="2020-07-01", incident="a"),
            toll("t7", 6, start=26, incident="a"),
        )
        made = report(7, published="2020-07-01T20:00Z", text=text, publisher="Seventh")
        book.add(Reading(report=made, relevant=True, relevance=1.0, claims=claims), now=NOW)
    found = lines("incidents", "--json", "--ledger", ledger)[0]["id"]
    (why,) = lines("why", found, "--json", "--ledger", ledger)
    assert [each["sentence"] for each in why["grounds"]] == [text[:57]]


def test_the_book_may_be_named_by_the_environment(ledger, monkeypatch):
    monkeypatch.setenv("OQIGA_LEDGER", ledger)
    assert len(lines("incidents", "--json")) == 2
    assert [each["id"] for each in lines("reports", "--json")] == ["r-1", "r-2", "r-3"]


def test_an_incident_is_shown_in_every_format(ledger):
    found = lines("incidents", "--json", "--ledger", ledger)[1]["id"]
    (shown,) = lines("show", found, "--format", "json", "--ledger", ledger)
    assert (shown["id"], shown["tolls"][0]["best"]) == (found, 11)
    (then,) = lines("show", found, "--json", "--as-of", "2020-05-01T21:30Z", "--ledger", ledger)
    assert then["tolls"][0]["best"] == 9
    (least,) = lines("show", found, "--json", "--policy", "lowest-standing", "--ledger", ledger)
    assert least["tolls"][0]["best"] == 11
    assert "<html" in run("show", found, "--format", "html", "--ledger", ledger).output
    assert "11" in run("show", found, "--ledger", ledger).output
    assert "11" in run("show", found, "--format", "markdown", "--ledger", ledger).output


def test_what_the_reader_warned_of_stands_with_its_outlet(ledger):
    with Book.open(ledger) as book:
        made = report(8, published="2020-08-01T20:00Z", text="z" * 400, publisher="Eighth")
        warned = ("the headline tells how many were killed, the text does not",)
        claims = (event("e8", day="2020-08-01", incident="a"),)
        reading = Reading(report=made, relevant=True, relevance=1.0, claims=claims, warnings=warned)
        book.add(reading, now=NOW)
    found = lines("incidents", "--json", "--ledger", ledger)[0]["id"]
    shown = run("show", found, "--ledger", ledger).output
    assert "Eighth: the headline tells how many were killed" in " ".join(shown.split())


def test_diff_and_why_lead_to_reports(ledger):
    found = lines("incidents", "--json", "--ledger", ledger)[1]["id"]
    changes = lines(
        "diff", found, "--from", "2020-05-01T21:30Z", "--to", "2020-05-02", "--json", "--ledger", ledger
    )
    assert {each["about"]: each["reports"] for each in changes}["killed"] == ["r-2"]
    (why,) = lines("why", found, "killed", "--json", "--ledger", ledger)
    assert [(each["report"], each["standing"]) for each in why["grounds"]] == [("r-1", False), ("r-2", True)]
    assert "replaced by the same origin" in run("why", found, "--ledger", ledger).output.replace("\n", " ")


def test_decisions_are_entered_and_withdrawn(ledger):
    by = ("--by", "A. Editor", "--because", "checked", "--ledger", ledger)
    (made,) = lines("decide", "correct", "t2", "--set", "low=12", "--set", "high=12", "--json", *by)
    assert lines("incidents", "--json", "--ledger", ledger)[1]["tolls"][0]["best"] == 12
    lines("decide", "withdraw", made["decision"]["id"], "--json", *by)
    assert lines("incidents", "--json", "--ledger", ledger)[1]["tolls"][0]["best"] == 11
    first, second = (each["id"] for each in lines("incidents", "--json", "--ledger", ledger))
    assert "correct (withdrawn). checked" in run("show", second, "--ledger", ledger).output
    lines("decide", "merge", first, second, "--json", *by)
    (one,) = lines("incidents", "--json", "--ledger", ledger)
    assert len(one["reports"]) == 3


def test_a_book_is_verified_copied_and_restored(ledger, tmp_path):
    (state,) = lines("verify", "--json", "--ledger", ledger)
    assert (state["entries"], state["reports"], state["faults"]) == (3, 3, [])
    assert run("backup", tmp_path / "copy.db", "--ledger", ledger).exit_code == 0
    other = tmp_path / "other.db"
    assert run("restore", tmp_path / "copy.db", "--ledger", other).exit_code == 0
    assert lines("verify", "--json", "--rebuild", "--ledger", other)[0]["head"] == state["head"]


def test_add_says_what_became_of_each_report_and_goes_on_past_bad_ones(tmp_path):
    ledger, good, bad = tmp_path / "new.db", tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(TEXT)
    bad.write_bytes(b"\x00\x01\x02" * 200)
    result = run("add", bad, good, "--published", "2019-08-11", "--json", "--ledger", ledger)
    assert result.exit_code == 1
    said = [json.loads(line) for line in result.stdout_bytes.decode().splitlines() if line.startswith("{")]
    assert [each["status"] for each in said] == ["rejected", "entered"]
    (again,) = lines("add", good, "--published", "2019-08-11", "--json", "--ledger", ledger)
    assert again["status"] == "known"
    (state,) = lines("verify", "--json", "--ledger", ledger)
    assert (state["entries"], state["reports"]) == (2, 1)
    assert lines("reread", "--json", "--ledger", ledger) == []


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["incidents", "--since", "yesterday"], UsageError),
        (["incidents", "--near", "Nowhereville-on-Sea"], UsageError),
        (["incidents", "--near", "Osh", "--within", "far"], UsageError),
        (["incidents", "--type", "picnic"], UsageError),
        (["show", "i-none"], NotFoundError),
        (["show", "i-none", "--format", "pdf"], UsageError),
        (["decide", "correct", "t1", "--by", "A", "--because", "b", "--set", "low"], UsageError),
    ],
)
def test_words_that_are_not_understood_are_errors(ledger, words, error):
    result = run(*words, "--ledger", ledger)
    assert isinstance(result.exception, error)


def test_a_question_to_no_book_makes_none(tmp_path):
    result = run("incidents", "--ledger", tmp_path / "none.db")
    assert isinstance(result.exception, LedgerError)
    assert not (tmp_path / "none.db").exists()
