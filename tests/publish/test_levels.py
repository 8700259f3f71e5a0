import pytest

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
