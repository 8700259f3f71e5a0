"""Pictures among the words of a post: what is read does not depend on them, and quotations keep them."""

import pytest

import oqiga
from oqiga.read.pictures import without_pictures


def told(text, language):
    record = oqiga.read_report(f"{text}\n", published="2021-06-09", language=language, gated=False)
    assert all(claim.span.of(record.report.text) == claim.quote for claim in record.claims)
    tolls = {(each.outcome.value, each.low) for each in record.claims if each.kind == "toll"}
    return tolls | {each.type.value for each in record.claims if each.kind == "event"}


@pytest.mark.parametrize("text", ["❗️Взрыв в Оше", "🇰🇬 Osh ⚡️ attack 🕯", "Двое убиты❗️ Ещё", "1️⃣ Seven"])
def test_no_letter_moves(text):
    plain = without_pictures(text)
    assert len(plain) == len(text)
    assert all(mine in (theirs, " ", "!") for mine, theirs in zip(plain, text, strict=True))
    assert all(mine == theirs for mine, theirs in zip(plain, text, strict=True) if theirs.isalnum())


@pytest.mark.parametrize(
    ("language", "text", "plain"),
    [
        ("ru", "❗️Взрыв у автовокзала в Оше. Ранены трое.", "Взрыв у автовокзала в Оше. Ранены трое."),
        ("en", "⚡️Gunmen attacked a post near Osh.", "Gunmen attacked a post near Osh."),
        (
            "en",
            "❗️Two policemen killed❗️ Gunmen attacked a post near Osh.",
            "Two policemen killed! Gunmen attacked a post near Osh.",
        ),
        (
            "kk",
            "⚡️Ошта автобекет жанында жарылыс. Үш адам жараланды.",
            "Ошта автобекет жанында жарылыс. Үш адам жараланды.",
        ),
    ],
)
def test_a_picture_changes_nothing_that_is_told(language, text, plain):
    assert told(text, language) == told(plain, language) != set()
