"""Who denies what was told before denies it and never told it, in each language."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report


def told(language, text):
    report = Report(id="r-1", text=text, language=language, published="2026-03-15T12:00:00+06:00")
    claims = read_report(report, gated=False, trained=False).claims
    return [
        f"{claim.outcome} {claim.low} {claim.certainty} {'/'.join(source.name for source in claim.said_by)}"
        for claim in claims
        if claim.kind == "toll"
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Six people were killed in Osh, residents said. Police denied the report.",
            ["killed 6 reported residents", "killed 6 denied Police"],
        ),
        (
            "ru",
            "При взрыве в Оше погибли шесть человек, сообщил канал «Тарск». В МВД опровергли эту информацию.",
            ["killed 6 reported Тарск", "killed 6 denied МВД"],
        ),
        (
            "ru",
            "При взрыве в Оше погибли шесть человек. Пресс-секретарь МВД Беков опроверг эту информацию.",
            ["killed 6 stated ", "killed 6 denied Беков"],
        ),
        (
            "kk",
            "Ошта болған жарылыста алты адам қаза тапты деп хабарлады тұрғындар. ІІМ бұл ақпаратты жоққа шығарды.",
            ["killed 6 reported тұрғындар", "killed 6 denied ІІМ"],
        ),
    ],
)
def test_who_denies_a_figure_is_no_source_of_it(language, text, expected):
    assert told(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "Двое нападавших задержаны, сообщил Беков. Он опроверг сообщения о том, что один из стрелявших скрылся.",
            ["detained 2 stated Беков", "at_large 1 denied Беков"],
        ),
        (
            "en",
            "Two gunmen were arrested in Osh, police said. They denied reports that the mayor had fled.",
            ["detained 2 stated police"],
        ),
    ],
)
def test_reports_whose_words_are_told_are_denied_themselves_and_nothing_before_them(language, text, expected):
    assert told(language, text) == expected


def sources(text):
    report = Report(id="r-1", text=text, language="en", published="2026-03-15T12:00:00+06:00")
    claims = read_report(report, gated=False, trained=False).claims
    tolls = [claim for claim in claims if claim.kind == "toll"]
    return [[source.name for source in claim.said_by] for claim in tolls]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army repeated its claim that 20 people were killed in Osh.",
            ["army"],
        ),
        ("The ministry stood by its statement that 12 people died in Osh.", ["ministry"]),
    ],
)
def test_its_claim_is_of_who_repeats_it(text, expected):
    assert sources(text) == [expected]


def test_who_only_changes_a_figure_has_said_no_words():
    text = "The ministry on Sunday revised down the number of people killed in Osh to 12 from 14."
    report = Report(id="r-1", text=text, language="en", published="2026-03-15T12:00:00+06:00")
    claims = read_report(report, gated=False, trained=False).claims
    assert [claim.words for claim in claims if claim.kind == "statement"] == []
