"""The reviewed spellings that GeoNames lacks are in the gazetteer, each under the id it names."""

from importlib.resources import files

import pycountry
import pytest
from babel import Locale

from oqiga.locate.places.gazetteer import gazetteer


def test_every_reviewed_spelling_finds_its_place():
    table = (files("oqiga.locate.places") / "data" / "spellings.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    assert len(lines) > 20
    for id, spelling, why in lines:
        assert int(id) in {hit.entry.geonames_id for hit in gazetteer().find(spelling)}, spelling
        assert why


CITY_STATES = {"GI", "LU", "MC", "SG", "SM", "VA", "DJ"}
"""Lands whose Russian name is that of their capital, which the reader takes it for."""


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_land_is_known_by_its_own_name_though_a_region_or_town_elsewhere_has_it_too(language):
    # «Сомали» is a region of Ethiopia as well, «Нигер» one of Nigeria
    names = Locale.parse(language).territories
    lands = [each.alpha_2 for each in pycountry.countries if each.alpha_2 not in CITY_STATES]
    told = {code: name for code in lands if (name := names.get(code)) and " " not in name}
    unknown = {
        name
        for code, name in told.items()
        if (hits := gazetteer().find(name))
        and not any(hit.entry.is_country and hit.entry.country == code for hit in hits)
    }
    assert len(told) > 150
    assert not unknown
