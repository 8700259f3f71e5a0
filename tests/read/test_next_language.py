"""The worked example of docs/languages.md: Kyrgyz tolls, from a folder of another package, no engine touched."""

import sys
import tomllib
from pathlib import Path

import pytest

from oqiga.errors import ReadError
from oqiga.model.report import Report
from oqiga.read import languages
from oqiga.read.reader import read_report

EXAMPLE = Path(__file__).parents[2] / "examples" / "languages" / "kyrgyz"

TOLLS = {
    "Кол салуудан 17 адам каза болду.": {("killed", "all", 17, 17)},
    "Кагылышууда үч милиционер жарадар болду.": {("injured", "police", 3, 3)},
    "Милиция жети шектүүнү кармады.": {("detained", "attackers", 7, 7)},
    "Жардыруудан кеминде жыйырма адам набыт болду.": {("killed", "all", 20, None)},
    "Каза болгондордун саны 24кө жетти.": {("killed", "all", 24, 24)},
    "Эки адам дайынсыз жоголду.": {("missing", "all", 2, 2)},
    "Каза болгондор жок.": {("killed", "all", 0, 0)},
    "Айылда 40 үй өрттөндү.": set(),
}


@pytest.fixture
def kyrgyz(tmp_path, monkeypatch):
    """Install the example for one test, as pip would: its package and its entry point."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text())["project"]
    points = project["entry-points"]["oqiga.languages"]
    installed = tmp_path / "oqiga_ky-0.1.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: oqiga-ky\nVersion: 0.1\n")
    lines = [f"{code} = {package}" for code, package in points.items()]
    (installed / "entry_points.txt").write_text("\n".join(["[oqiga.languages]", *lines]))
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.syspath_prepend(str(EXAMPLE))
    languages._installed.cache_clear()
    yield
    languages._installed.cache_clear()
    for name in [name for name in sys.modules if name.startswith("oqiga_ky")]:
        del sys.modules[name]


@pytest.mark.parametrize(("text", "expected"), TOLLS.items(), ids=list(TOLLS))
def test_a_language_is_read_as_far_as_its_lexicons_go(kyrgyz, text, expected):
    reading = read_report(Report(id="r", text=text, language="ky", published="2022-09-16"))
    assert reading.relevant
    tolls = {(c.outcome.value, c.group.value, c.low, c.high) for c in reading.claims if c.kind == "toll"}
    assert tolls == expected
    assert {claim.kind for claim in reading.claims} <= {"toll"}
    assert all(claim.quote == claim.span.of(text) for claim in reading.claims)


def test_without_the_package_there_is_no_reader():
    languages._installed.cache_clear()
    with pytest.raises(ReadError, match="no reader for language 'ky'"):
        read_report(Report(id="r", text="17 адам каза болду.", language="ky"))
