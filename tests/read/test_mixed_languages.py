"""Reports in more than one language: each passage read by its own reader, one set of claims."""

import pytest

from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.read.mixed import alone, foreign_passages, hidden
from oqiga.read.reader import read_report
from pace import within

RUSSIAN = "По данным МВД, ранения получили одиннадцать человек, двое из них находятся в больнице."
KAZAKH = "Облыстық денсаулық сақтау басқармасы хабарлағандай, шабуыл кезінде он бір адам жараланды."
ENGLISH = "The ministry said on Sunday that eleven people were wounded and that two of them were in hospital."


def read(text, language):
    report = Report(id="r", published="2019-06-06", language=language, text=text)
    return read_report(report, gated=False).claims


def tolls(claims):
    return {
        (claim.outcome.value, claim.low, tuple(source.name for source in claim.said_by))
        for claim in claims
        if claim.kind == "toll"
    }


@pytest.mark.parametrize(
    ("text", "language", "other"),
    [
        (RUSSIAN, "kk", "ru"),
        (RUSSIAN, "en", "ru"),
        (KAZAKH, "ru", "kk"),
        (KAZAKH, "en", "kk"),
        (ENGLISH, "kk", "en"),
        (ENGLISH, "ru", "en"),
        (RUSSIAN, "ru", None),
        (KAZAKH, "kk", None),
        (ENGLISH, "en", None),
        ("Ранения получили семь человек.", "kk", None),  # too short to be sure
        ("Бұл туралы «Қазақстан» телеарнасы мен Kazinform агенттігі хабарлады деп жазады Tengri News.", "kk", None),
    ],
)  # fmt: skip
def test_a_passage_is_in_another_language_only_when_that_is_clear(text, language, other):
    assert foreign_passages(text, language) == ({other: (Span(0, len(text)),)} if other else {})


def test_a_quotation_alone_may_be_in_another_language():
    text = f"«{RUSSIAN}», – деп хабарлады ІІМ өкілі Данияр Омаров."
    assert foreign_passages(text, "kk") == {"ru": (Span(0, len(RUSSIAN) + 2),)}


def test_words_stay_where_they_stood():
    text = f"{KAZAKH}\n\n{RUSSIAN}"
    spans = foreign_passages(text, "kk")["ru"]
    assert alone(text, spans) == " " * len(KAZAKH) + "\n\n" + RUSSIAN
    masked = hidden(text, spans, "kk")
    assert masked.startswith(KAZAKH)
    assert len(masked) == len(text)
    assert "одиннадцать" not in masked


def test_a_kazakh_report_with_a_russian_notice():
    story = "Таразда 5 маусымда белгісіз біреулер автовокзалға шабуыл жасады. Төрт адам қаза тапты."
    claims = read(f"{story}\n\n{RUSSIAN}", "kk")
    assert tolls(claims) == {("killed", 4, ()), ("injured", 11, ("МВД",)), ("hospitalized", 2, ("МВД",))}
    assert len({claim.incident for claim in claims}) == 1


def test_a_russian_page_with_a_kazakh_paragraph():
    story = "В Таразе 5 июня неизвестные напали на автовокзал. По данным МВД, погибли четыре человека."
    claims = read(f"{story}\n\n{KAZAKH}", "ru")
    assert {each[:2] for each in tolls(claims)} == {("killed", 4), ("injured", 11)}


def test_what_is_quoted_in_russian_is_said_by_the_speaker_named_in_kazakh():
    text = (
        "Ақтөбе қаласында 5 маусымда белгісіз адамдар қару дүкеніне шабуыл жасады.\n\n"
        "ІІМ өкілі Данияр Омаров брифингте мәлімдеме жасады:\n\n"
        "«В результате нападения погибли семь человек, ещё двенадцать были ранены», – деп хабарлады ол."
    )
    claims = read(text, "kk")
    assert tolls(claims) == {
        ("killed", 7, ("Данияр Омаров",)),
        ("injured", 12, ("Данияр Омаров",)),
    }
    (statement,) = [claim for claim in claims if claim.kind == "statement"]
    assert statement.speaker == "Данияр Омаров"
    assert statement.words.startswith("В результате нападения погибли")


def test_every_quote_is_of_the_report_itself():
    text = f"Таразда 5 маусымда шабуыл болды. Төрт адам қаза тапты.\n\n{RUSSIAN}\n\n«{ENGLISH}», – деп жазды ІІМ."
    claims = read(text, "kk")
    assert claims
    assert all(claim.quote == claim.span.of(text) for claim in claims)


def test_the_language_of_passages_is_found_in_linear_time():
    for hostile in ('"' * 300_000, "«а" * 150_000, "и " * 150_000, "«" + "и в на " * 40_000):
        assert within(lambda text=hostile: foreign_passages(text, "kk"), 3)
