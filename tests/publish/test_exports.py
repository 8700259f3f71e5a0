import csv
import io
import json
import zipfile
from dataclasses import replace

import pyarrow.parquet as pq
import pytest
from followthemoney import model

from dossiers import TEXT, dossier
from oqiga.errors import PublishError
from oqiga.model.terms import Certainty, PlacePrecision
from oqiga.publish.exports import FORMATS, acled, export, ged, hxl, polecat
from oqiga.publish.exports.exported import defused
from oqiga.reconcile.decisions import Bearing
from oqiga.reconcile.incident import settled
from told import place, told, toll

NOTHING = Bearing()


def rows(content, delimiter=","):
    return list(csv.reader(io.StringIO(content.decode()), delimiter=delimiter))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_the_same_twice_and_says_what_it_loses(name):
    first, second = export(name, dossier()), export(name, dossier())
    assert first.content == second.content
    assert first.losses
    assert all(loss.endswith(".") for loss in first.losses)


def test_an_unknown_format_is_named():
    with pytest.raises(PublishError, match="no format 'xls'"):
        export("xls", dossier())


@pytest.mark.parametrize(
    ("name", "module", "count", "delimiter"),
    [("acled-csv", acled, 31, ","), ("ged-csv", ged, 49, ","), ("polecat-tsv", polecat, 40, "\t")],
)
def test_columns_are_the_receivers_in_their_order(name, module, count, delimiter):
    header, *body = rows(export(name, dossier()).content, delimiter)
    assert len(header) == count
    assert tuple(header) == module.COLUMNS
    assert all(len(row) == count for row in body)
    assert len(body) == 1


def test_acled_has_the_conservative_figure_and_keeps_the_range_in_notes():
    header, row = rows(export("acled-csv", dossier()).content)
    cell = dict(zip(header, row, strict=True))
    assert (cell["fatalities"], cell["event_date"], cell["time_precision"]) == ("9", "2019-08-10", "1")
    assert (cell["country"], cell["iso"], cell["source"]) == ("Kazakhstan", "398", "Steppe Wire")
    assert "killed all: 9 (9 or more); Health Ministry" in cell["notes"]


def test_ged_parts_the_dead_and_leaves_an_open_end_empty():
    header, row = rows(export("ged-csv", dossier()).content)
    cell = dict(zip(header, row, strict=True))
    assert (cell["deaths_a"], cell["deaths_unknown"], cell["best"], cell["low"]) == ("3", "6", "9", "9")
    assert cell["high"] == ""
    assert cell["source_original"] == "Health Ministry"


def test_hxl_has_a_tag_row_and_plain_numbers():
    _, tags, row = rows(export("hxl-csv", dossier()).content)
    assert tuple(tags) == hxl.TAGS
    cell = dict(zip(tags, row, strict=True))
    assert (cell["#affected+killed+min"], cell["#affected+killed+max"]) == ("9", "")
    assert float(cell["#geo+lat"]) == pytest.approx(42.9)


def test_geojson_puts_longitude_first():
    collection = json.loads(export("geojson", dossier()).content)
    (feature,) = collection["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [71.37, 42.9]}


def test_plover_keeps_spans_and_tells_unknown_from_zero():
    event = json.loads(export("plover-jsonl", dossier()).content)
    assert (event["event"], event["mode"]) == ("ASSAULT", "firearms")
    assert event["size"] == {"dead": 9, "injured": None, "arrested": None}
    for figure in event["oqiga"]["tolls"]:
        for claim in figure["claims"]:
            start, end = claim["span"]
            assert TEXT[start:end] == claim["quote"]


def test_parquet_keeps_spans_and_moments_in_utc():
    archive = zipfile.ZipFile(io.BytesIO(export("parquet", dossier()).content))
    claims = pq.read_table(io.BytesIO(archive.read("claims.parquet"))).to_pylist()
    assert all(TEXT[each["start"] : each["end"]] == each["quote"] for each in claims)
    assert claims[0]["published_utc"].isoformat() == "2019-08-11T12:00:00+00:00"
    assert len(pq.read_table(io.BytesIO(archive.read("tolls.parquet")))) == 2


def test_follow_the_money_takes_every_entity():
    for line in export("ftm", dossier()).content.decode().splitlines():
        packed = json.loads(line)
        entity = model.get_proxy(packed, cleaned=False)
        entity.schema.validate(packed)
        assert set(packed["properties"]) == set(entity.to_dict()["properties"])


def test_schema_org_gives_no_rating():
    graph = export("schema-org", dossier()).content.decode()
    assert "Rating" not in graph
    assert {each["@type"] for each in json.loads(graph)["@graph"]} >= {"Event", "NewsArticle"}


@pytest.mark.parametrize("cell", ["=SUM(A1)", "+1", "-1+2", "@cmd", "\t=1"])
def test_formulas_are_defused(cell):
    assert not defused(cell).startswith(("=", "+", "-", "@", "\t"))


def test_a_publisher_that_is_a_formula_is_inert_everywhere():
    header, row = rows(export("acled-csv", dossier(publisher='=HYPERLINK("http://x")')).content)
    assert dict(zip(header, row, strict=True))["source"].startswith("'=")


def test_markup_in_a_report_is_inert_in_the_page():
    page = export("html-brief", dossier(title="<script>alert(2)</script>")).content.decode()
    assert "<script" not in page


def test_the_name_beside_coordinates_is_that_of_the_town_they_are_of():
    told = dossier()
    incident = told.incidents[0]
    town = incident.places[0]
    site = replace(town, name="bus station", precision=PlacePrecision.SITE)
    told = replace(told, incidents=(replace(incident, places=(site, town)), *told.incidents[1:]))
    for name, column in (("acled-csv", "location"), ("ged-csv", "where_coordinates"), ("hxl-csv", "place")):
        header, *body = rows(export(name, told).content)
        assert body[-1][header.index(column)] == "Taraz", name
    (found,) = map(json.loads, export("plover-jsonl", told).content.decode().splitlines())
    assert (found["event_loc"], found["location"]["extracted_place"]) == ("bus station", "bus station")
    assert (found["location"]["resolved_place"], found["location"]["city"]) == ("Taraz", "Taraz")


def with_tolls(*claims, places=None):
    """Return the dossier with other figures, settled, and other places."""
    book = dossier()
    evidence = [told(each, 1, "2019-08-11") for each in claims]
    figures, _ = settled(evidence, NOTHING, policy="default")
    incident = replace(book.incidents[0], tolls=figures, places=places or book.incidents[0].places)
    return replace(book, incidents=(incident,))


def cells(name, book):
    header, row = rows(export(name, book).content)
    return dict(zip(header, row, strict=True))


def test_the_most_there_can_be_is_no_count_of_the_dead():
    rumour = with_tolls(toll("a", 0, 10, certainty="reported"))
    assert "killed all: up to 10;" in cells("acled-csv", rumour)["notes"]
    assert json.loads(export("plover-jsonl", rumour).content)["size"]["dead"] is None
    both = with_tolls(toll("a", 0, 10, certainty="reported"), toll("b", 2, group="police"))
    assert cells("acled-csv", both)["fatalities"] == "2"
    assert [cells("ged-csv", both)[key] for key in ("best", "low", "high")] == ["2", "2", "10"]
    assert json.loads(export("plover-jsonl", both).content)["size"]["dead"] == 2


@pytest.mark.parametrize(
    ("total", "attackers", "best", "unknown"),
    [(1, 4, "5", "1"), (3, 3, "3", "0"), (9, 3, "9", "6")],
)
def test_ged_counts_attackers_whom_a_total_leaves_out(total, attackers, best, unknown):
    book = with_tolls(toll("a", total), toll("b", attackers, group="attackers"))
    cell = cells("ged-csv", book)
    assert (cell["best"], cell["high"], cell["deaths_unknown"]) == (best, best, unknown)


def test_a_site_in_a_district_goes_by_the_name_its_coordinates_are_of():
    post, district = place("police post", "site"), place("Korday district", "district")
    assert (
        cells("acled-csv", with_tolls(toll("a", 1), places=(post, district)))["location"] == "Korday district"
    )


def test_a_rumour_is_possible_and_no_observation():
    book = dossier()
    doubted = {id: replace(claim, certainty=Certainty.REPORTED) for id, claim in book.claims.items()}
    packed = export("cap", replace(book, claims=doubted)).content
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        (name,) = opened.namelist()
        assert b"<certainty>Possible</certainty>" in opened.read(name)


def test_a_building_is_no_side():
    from oqiga.model.claims import Participant
    from oqiga.model.span import Span
    from oqiga.model.terms import ParticipantKind
    from oqiga.publish.exports.facts import side_of

    market, shoppers = (
        Participant(name=name, kind=ParticipantKind(kind), span=Span(0, 4))
        for name, kind in (("market", "facility"), ("shoppers", "group"))
    )
    assert side_of((market, shoppers)) == "shoppers"
    assert side_of((market,)) is None


def test_a_figure_without_a_source_names_its_outlet_and_an_exact_one_no_range():
    from oqiga.publish.exports.facts import attributed

    shown = dossier()
    (incident,) = shown.incidents
    attackers = next(toll for toll in incident.tolls if toll.group.value == "attackers")
    assert attributed(shown, attackers).startswith("killed attackers: 3; Steppe Wire; ")
