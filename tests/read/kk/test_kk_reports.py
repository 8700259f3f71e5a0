"""The bundled Kazakh reports are read whole: the figures they were written around are found."""

from pathlib import Path

import pytest

from oqiga.gather.inputs import Known, from_paths, gather
from oqiga.read.reader import read_report

FOLDER = Path(__file__).parents[3] / "examples" / "reports" / "kk"
EXPECTED = {
    "2016-06-05T1745-erkinsozradiosy.html": {
        ("killed", "civilians", 2),
        ("injured", "police", 3),
        ("killed", "attackers", 4),
        ("detained", "attackers", 7),
    },
    "2016-06-05T2240-elordaaynasy.txt": {
        ("killed", "all", 6),
        ("killed", "military", 3),
        ("killed", "attackers", 5),
    },
    "2016-06-06T1005-janalyqlentasy.html": {
        ("killed", "all", 17),
        ("killed", "attackers", 11),
        ("killed", "military", 3),
        ("killed", "civilians", 3),
    },
    "2016-06-06T1640-elordaaynasy.html": {
        ("injured", "all", 38),
        ("killed", "all", 18),
        ("killed", "attackers", 12),
    },
    "2016-06-08T1830-qazaqtynysy.html": {
        ("killed", "all", 7),
        ("killed", "attackers", 13),
        ("at_large", "attackers", 6),
    },
    "2016-11-28T1620-erkinsozradiosy.html": {
        ("killed", "all", 8),
        ("killed", "military", 3),
        ("injured", "all", 37),
        ("killed", "attackers", 18),
    },
}


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_a_bundled_report_is_read(path):
    (raw,) = from_paths([str(path)], None, Known())
    report = gather(raw)
    assert report.language == "kk"
    reading = read_report(report)
    assert reading.relevant
    found = {
        (toll.outcome.value, toll.group.value, toll.low) for toll in reading.claims if toll.kind == "toll"
    }
    assert EXPECTED.get(path.name, set()) <= found
    assert all(claim.span.of(report.text) == claim.quote for claim in reading.claims)
