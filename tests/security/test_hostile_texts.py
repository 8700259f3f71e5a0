"""Texts made to keep a reader busy: work grows with their length and no faster, and stops at a limit."""

import pytest

from oqiga.errors import GatherError
from oqiga.gather.feeds import read_feed
from oqiga.gather.inputs import RawInput, gather
from oqiga.gather.report import MAX_CHARACTERS, Known
from oqiga.model.report import Report
from oqiga.pipeline import read_text
from pace import seconds

MEGABYTE = 1_000_000
SLOW = 5.0
GROWTH = 3.2
"""Twice the text may take so many times as long; four times is what a quadratic step shows."""


def gathered(content):
    try:
        return gather(RawInput("hostile", content, Known(language="en")))
    except GatherError as refused:
        return refused


@pytest.mark.parametrize(
    "pump",
    [
        "a", "a ", " ", "\n", "\n\n", "1", "1,", "“", "(", "<", "<p>", "<div>", "<!--", "&amp;", "&#x0;", "<a href='", "By ",
        "Photo: ", "Reuters/", "12:00 ", "https://", "Read more: ", "killed ", "ж", "\u202e", "e\u0301", "\ufeff", "<script>",
        "<meta charset=", "<table><tr><td>",
    ],
)  # fmt: skip
def test_a_megabyte_in_one_line_is_cleaned_or_refused_in_good_time(pump):
    content = (pump * (MEGABYTE // len(pump) + 1)).encode()[:MEGABYTE]
    assert seconds(lambda: gathered(content)) < SLOW


def test_a_text_longer_than_any_report_is_refused():
    refused = gathered(("Seven people were killed. " * (MAX_CHARACTERS // 20)).encode())
    assert isinstance(refused, GatherError)
    many = gathered(("killed by. " * 40 + "\n\n").encode() * 2)
    assert isinstance(many, (Report, GatherError))


@pytest.mark.parametrize("opening", ["<!DOCTYPE ", "<!DOCTYPE [", "<item>", "<rss><channel>", "{", "[", "<!"])
def test_a_feed_without_end_is_refused_in_good_time(opening):
    content = opening.encode() * (MEGABYTE // len(opening))

    def read():
        with pytest.raises(GatherError):
            read_feed(content, subject="hostile")
            raise GatherError("a feed without entries is no harm")

    assert seconds(read) < SLOW


PUMPS = {
    "en": (
        "killed ", "three people were killed, ", '"they said" ', "and ", "7 ", "on Monday in Aleppo ",
        "Three people were killed on Monday in Aleppo, police said. ", "Al-Shabaab blamed the army, which denied it. ",
    ),
    "ru": ("убиты ", "три человека убиты, ", "«они сказали» ", "Три человека погибли в понедельник в Алеппо, сообщила полиция. "),
    "kk": ("қаза тапты ", "үш адам қаза тапты, ", "«деді» ", "Дүйсенбіде Алматыда үш адам қаза тапты, деп хабарлады полиция. "),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "pump"), [(code, pump) for code, pumps in PUMPS.items() for pump in pumps]
)
def test_twice_the_text_takes_about_twice_the_time(language, pump):
    def read(size):
        text = (pump * (size // len(pump) + 1))[:size]
        read_text(Report(id="r", text=text, language=language, published="2016-06-05"), gated=False)

    read(400)  # models are loaded
    for _ in range(2):  # once more when another process held the machine
        once, twice = seconds(lambda: read(8_000)), seconds(lambda: read(16_000))
        if twice < GROWTH * once:
            break
    assert twice < GROWTH * max(once, 0.1)
