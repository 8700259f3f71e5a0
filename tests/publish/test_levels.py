import pytest

import oqiga
from oqiga.model.claims import Measure
from oqiga.model.span import Span
from oqiga.model.terms import MeasureStatus, MeasureType
from oqiga.publish.levels import level_in_words


@pytest.mark.parametrize(
    ("level", "rank", "scale", "language", "shown"),
    [
        ("сары", 1, "kz-terrorism", "en", "“сары” (yellow)"),
        ("жёлтого", 1, "kz-terrorism", "kk", "“жёлтого” (сары)"),
        ("жёлтого", 1, "kz-terrorism", "ru", "“жёлтого”"),
        ("қызыл", 3, "levels of terrorism threat of Kazakhstan", "en", "“қызыл” (red)"),
        ("критический", 3, "kz-terrorism", "ru", "“критический”"),
        ("red", 3, "kz-terrorism", "en", "“red”"),
        ("purple", None, None, "ru", "“purple”"),
        (None, None, None, "en", ""),
    ],
)
def test_a_level_stands_as_written_and_as_the_reader_calls_it(level, rank, scale, language, shown):
    measure = Measure(
        id="m",
        span=Span(0, 4),
        quote="xxxx",
        type=MeasureType.ALERT_LEVEL,
        status=MeasureStatus.IN_FORCE,
        level=level,
        level_rank=rank,
        level_scale=scale,
    )
    assert level_in_words(measure, language) == shown


def test_a_level_that_was_read_is_called_in_the_readers_language():
    text = "Ақтөбе облысында террористік қауіптің «қызыл» деңгейі жарияланды."
    record = oqiga.read_report(text, published="2019-06-06", language="kk", gated=False)
    (measure,) = (each for each in record.claims if isinstance(each, Measure))
    assert level_in_words(measure, "en") == "“қызыл” (red)"
    assert level_in_words(measure, "ru") == "“қызыл” (красный)"
