import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report
from oqiga.read.truecase import is_capital, truecase


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "SEVEN SOLDIERS WERE KILLED IN ZARBULAK YESTERDAY.",
            "Seven soldiers were killed in Zarbulak yesterday.",
        ),
        ('THE BOMBERS FLED.  POLICE SAID "TWO DIED".', 'The bombers fled.  Police said "two died".'),
        ("THE NATIONAL FRONT [XQF] SAID SO.", "The national front [XQF] said so."),
    ],
)
def test_words_of_the_language_become_small_and_names_keep_a_capital(text, expected):
    assert truecase(text, "en") == expected


def test_no_letter_moves():
    text = "İSTANBUL – THE ﬁRST SHOTS OF STRAẞE 5 WERE HEARD\n\nAT 10 A.M."
    assert len(truecase(text, "en")) == len(text)


def test_a_language_without_a_list_stays_as_it_is():
    assert truecase("СЕМЬ ЧЕЛОВЕК ПОГИБЛИ", "ru") == "СЕМЬ ЧЕЛОВЕК ПОГИБЛИ"


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("SEVEN SOLDIERS WERE KILLED TODAY", True),
        ("Seven soldiers were killed today", False),
        ("NATO", False),
        ("", False),
    ],
)
def test_capital_texts_are_told(text, capital):
    assert is_capital(text) is capital


def test_a_report_in_capitals_reads_as_the_same_report_and_quotes_its_capitals():
    text = "Gunmen killed seven soldiers in Aktobe on Sunday, police said."
    plain = read_report(Report(id="r", text=text, published="2016-06-06", language="en"))
    capital = read_report(Report(id="r", text=text.upper(), published="2016-06-06", language="en"))
    tolls = [[(c.outcome, c.low) for c in each.claims if c.kind == "toll"] for each in (plain, capital)]
    assert tolls[0] == tolls[1] != []
    assert all(claim.quote == claim.span.of(text.upper()) for claim in capital.claims)
