"""What a headline alone tells of the dead is warned of and never counted."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report
from oqiga.read.title_tolls import SHORT, WARNINGS

KILLED, WOUNDED = list(WARNINGS.values())[:2]
BLAST = "A bomb exploded at a market in Osh on Friday, police said."


def warned(title, text, language="en"):
    report = Report(id="r", title=title, text=text, language=language, published="2031-03-14")
    reading = read_report(report, gated=False)
    return list(reading.warnings), [claim for claim in reading.claims if claim.kind == "toll"]


@pytest.mark.parametrize(
    ("language", "title", "text", "expected"),
    [
        ("en", "Nine dead in Osh blast", BLAST, KILLED),
        ("en", "Gunmen kill six in Osh market", "Gunmen opened fire at a market in Osh on Friday.", KILLED),
        ("en", "At least 20 hurt as bomb explodes in Osh", BLAST, WOUNDED),
        ("ru", "В Оше при взрыве погибли девять человек", "В пятницу в Оше прогремел взрыв.", KILLED),
        ("kk", "Ошта жарылыстан тоғыз адам қаза тапты", "Жұмада Ош қаласында жарылыс болды.", KILLED),
        # those acted on stand last, and no stop behind them
        ("ru", "Боевики убили в Оше девять человек", "В пятницу в Оше боевики открыли стрельбу.", KILLED),
    ],
)
def test_a_figure_of_the_headline_alone_is_warned_of_and_not_counted(language, title, text, expected):
    assert warned(title, text, language) == ([expected], [])


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Six dead in Osh", "Gunmen killed two policemen and four civilians in Osh on Friday."),
        ("en", "Two reservists, herdsman shot dead in Osh", "Bandits killed three people in Osh on Friday."),
        ("en", "Dozens killed in Osh", "A bomb killed 31 people in Osh on Friday."),
        ("en", "Ministry denies nine died in Osh", BLAST),
        ("en", "Osh mourns victims of blast", BLAST),
        ("en", "Nine dead in Osh blast", f"{BLAST} " * (SHORT // len(BLAST) + 1)),
        ("ru", "МВД опровергло сообщения о девяти погибших", "В пятницу в Оше прогремел взрыв."),
    ],
)
def test_what_the_text_tells_too_or_nobody_says_is_not_warned_of(language, title, text):
    assert warned(title, text, language)[0] == []
