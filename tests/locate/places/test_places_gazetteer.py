import subprocess
import sys
from importlib.resources import files

import pytest

from oqiga.locate.places.gazetteer import gazetteer
from oqiga.locate.places.spelling import place_key
from pace import slowness


@pytest.mark.parametrize(
    ("spelling", "geonames_id"),
    [
        ("Aqtobe", 610611),
        ("Aktobe", 610611),
        ("Актобе", 610611),
        ("Ақтөбе", 610611),
        ("Aktyubinsk", 610611),
        ("Osh", 1527534),
        ("Ош", 1527534),
        ("Алматы", 1526384),
        ("Kazakhstan", 1522867),
        ("Қазақстан", 1522867),
        ("the United States", 6252001),
        ("South Kazakhstan", 1524787),
        ("Актюбинская область", 610688),
        ("Saint Petersburg", 498817),
        ("St. Petersburg", 498817),
    ],
)
def test_spellings_lead_to_their_place(spelling, geonames_id):
    assert geonames_id in {hit.entry.geonames_id for hit in gazetteer().find(spelling)}


def test_every_reviewed_addition_is_compiled_in():
    table = files("oqiga.locate.places").joinpath("data/additions.tsv").read_text(encoding="utf-8")
    rows = [line.split("|") for line in table.splitlines() if not line.startswith("#")]
    assert len(rows) > 80
    for name, others, feature, country, *_ in rows:
        for spelling in (name, *filter(None, others.split(";"))):
            meant = {
                (hit.entry.name, hit.entry.feature, hit.entry.country) for hit in gazetteer().find(spelling)
            }
            assert (name, feature, country) in meant, spelling


def test_a_city_knows_its_region_and_country():
    osh = next(hit.entry for hit in gazetteer().find("Osh") if hit.entry.geonames_id == 1527534)
    assert (osh.country, gazetteer().region_name(osh), osh.feature) == ("KG", "Osh City", "PPLA")
    assert (round(osh.latitude, 2), round(osh.longitude, 2)) == (40.53, 72.80)


def test_unknown_and_empty_names_lead_nowhere():
    assert gazetteer().find("Qwrtzplk") == ()
    assert gazetteer().find("") == ()
    assert gazetteer().find("  -- ") == ()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Zürich", "zurich"),
        ("Jalal-Abad", "jalal abad"),
        ("The Hague", "hague"),
        ("St. Louis", "saint louis"),
        ("Oʻsh", "osh"),
        ("  New   York ", "new york"),
    ],
)
def test_keys(name, key):
    assert place_key(name) == key


def test_loading_takes_a_moment_and_little_memory():
    script = (
        "import time, resource\n"
        "from oqiga.locate.places.gazetteer import gazetteer\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "start = time.process_time()\n"
        "assert gazetteer().find('Osh')\n"
        "print(time.process_time() - start, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    seconds, mebibytes = map(float, done.stdout.split())
    assert seconds < 0.5 * slowness()
    assert mebibytes < 40


@pytest.mark.parametrize(
    ("name", "country"),
    [("Шри-Ланка", "LK"), ("Нигерия", "NG"), ("Бангладеш", "BD"), ("Жаңа Зеландия", "NZ"), ("Мали", "ML")],
)
def test_countries_have_their_russian_and_kazakh_names(name, country):
    assert [hit.entry.country for hit in gazetteer().find(name) if hit.entry.is_country] == [country]
