"""The reviewed spellings that GeoNames lacks are in the gazetteer, each under the id it names."""

from importlib.resources import files

from oqiga.locate.places.gazetteer import gazetteer


def test_every_reviewed_spelling_finds_its_place():
    table = (files("oqiga.locate.places") / "data" / "spellings.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    assert len(lines) > 20
    for id, spelling, why in lines:
        assert int(id) in {hit.entry.geonames_id for hit in gazetteer().find(spelling)}, spelling
        assert why
