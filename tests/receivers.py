"""What receivers check of each export: one function a format, each gives the faults it finds."""

import csv
import io
import json
import re
import zipfile

import jsonschema
import pyarrow.parquet as pq
from followthemoney import model

from cap12 import faults as cap_faults
from oqiga.publish.exports import acled, ged, hxl, polecat

_EVIDENCE = re.compile(r"(r-?[\w-]+)\[(\d+):(\d+)\]")
_DAY = re.compile(r"^\d{4}-\d\d-\d\d$")
_ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction",
        "Non-violent transfer of territory", "Other",
    },
}  # fmt: skip
_PLOVER = {
    "ASSAULT": {
        None, "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    },
    "COERCE": {None, "restrict", "curfew", "martial-law", "censor", "withhold", "arrest"},
    "PROTEST": {None, "demo", "riot"},
    "THREATEN": {None},
}  # fmt: skip
_PLOVER_KEYS = {
    "has_event", "id", "date", "event", "mode", "actor", "recipient", "event_loc", "event_text", "size", "location",
    "cite_info", "coder", "coded_date",
}  # fmt: skip
_LOCATION_KEYS = {
    "extracted_place", "resolved_place", "geonameid", "lat", "lon", "city", "district", "province", "country",
    "country_code", "feature_class", "feature_code", "resolution",
}  # fmt: skip


def table(content, delimiter=","):
    return list(csv.DictReader(io.StringIO(content.decode()), delimiter=delimiter))


def evidence_faults(text, reports):
    """Return the places in reports that a text names and that are none."""
    for report, start, end in _EVIDENCE.findall(text):
        if report not in reports or not 0 <= int(start) < int(end) <= len(reports[report].text):
            yield f"no such place: {report}[{start}:{end}]"


def _defused(rows):
    for row in rows:
        for cell in row.values():
            if cell and cell[0] in "=+-@" and not re.fullmatch(r"-?\d+(\.\d+)?", cell):
                yield f"a formula: {cell[:20]}"


def acled_csv(content, reports):
    rows = table(content)
    yield from _defused(rows)
    if rows and tuple(rows[0]) != acled.COLUMNS:
        yield "columns"
    for row in rows:
        if row["sub_event_type"] not in _ACLED.get(row["event_type"], ()):
            yield f"{row['event_type']} › {row['sub_event_type']}"
        if not row["fatalities"].isdigit() or row["time_precision"] not in "123":
            yield "fatalities or time_precision"
        if row["geo_precision"] not in ("", "1", "2", "3") or (
            row["event_date"] and not _DAY.match(row["event_date"])
        ):
            yield "geo_precision or event_date"
        if (
            row["fatalities"] == "0"
            and "fatalities unknown" not in row["notes"]
            and "killed" not in row["notes"]
        ):
            yield "a zero nobody said"
        yield from evidence_faults(row["notes"], reports)


def ged_csv(content, reports):
    rows = table(content)
    yield from _defused(rows)
    if rows and tuple(rows[0]) != ged.COLUMNS:
        yield "columns"
    for row in rows:
        if row["best"] and not int(row["low"]) <= int(row["best"]) <= int(row["high"] or row["best"]):
            yield "low, best and high are out of order"
        if row["date_start"] and not (row["date_prec"] in "12345" and row["date_start"] <= row["date_end"]):
            yield "dates"
        if row["where_prec"] not in ("", *"1234567") or row["event_clarity"] not in "12":
            yield "where_prec or event_clarity"
        yield from evidence_faults(row["source_article"], reports)


def polecat_tsv(content, reports):
    lines = content.decode().split("\n")[:-1]
    if any(line.count("\t") != 39 for line in lines) or tuple(lines[0].split("\t")) != polecat.COLUMNS:
        yield "columns"
    for row in table(content, "\t"):
        if row["Event Mode"] and row["Event Mode"] not in _PLOVER[row["Event Type"]]:
            yield f"{row['Event Type']} {row['Event Mode']}"


def plover_jsonl(content, reports):
    for line in content.decode().splitlines():
        event = json.loads(line)
        if not set(event) >= _PLOVER_KEYS or event["mode"] not in _PLOVER[event["event"]]:
            yield f"keys, or {event['event']} {event['mode']}"
        if set(event["size"]) != {"dead", "injured", "arrested"}:
            yield "size"
        if event["location"] and not (
            set(event["location"]) == _LOCATION_KEYS and 1 <= event["location"]["resolution"] <= 5
        ):
            yield "location"
        for toll in event["oqiga"]["tolls"]:
            for claim in toll["claims"]:
                if reports[claim["report"]].text[slice(*claim["span"])] != claim["quote"]:
                    yield "a span that lost its words"


def geojson(content, reports):
    collection = json.loads(content)
    for feature in collection["features"]:
        if feature["geometry"] is not None:
            longitude, latitude = feature["geometry"]["coordinates"]
            if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
                yield "coordinates"
        if feature["geometry"] and feature["properties"]["precision"] in ("district", "region", "country"):
            yield "an area as a point"
    yield from evidence_faults(content.decode(), reports)


def hxl_csv(content, reports):
    _, tags, *body = list(csv.reader(io.StringIO(content.decode())))
    if tuple(tags) != hxl.TAGS or any(not re.fullmatch(r"#[a-z]\w*(\+[a-z]\w*)*", tag) for tag in tags):
        yield "tags"
    for row in body:
        for tag, cell in zip(tags, row, strict=True):
            if tag.startswith("#affected") and cell and not cell.isdigit():
                yield f"{tag} is not a plain number: {cell}"
        yield from evidence_faults(row[-1], reports)


def parquet(content, reports):
    archive = zipfile.ZipFile(io.BytesIO(content))
    for claim in pq.read_table(io.BytesIO(archive.read("claims.parquet"))).to_pylist():
        if reports[claim["report"]].text[claim["start"] : claim["end"]] != claim["quote"]:
            yield "a span that lost its words"
    for name in ("incidents", "tolls"):
        if not pq.read_table(io.BytesIO(archive.read(f"{name}.parquet"))).num_rows:
            yield f"no {name}"


def ftm(content, reports):
    for line in content.decode().splitlines():
        packed = json.loads(line)
        entity = model.get_proxy(packed, cleaned=False)
        entity.schema.validate(packed)
        if set(packed["properties"]) != set(entity.to_dict()["properties"]):
            yield "a property that the library drops"


def schema_org(content, reports):
    graph = json.loads(content)["@graph"]
    ids = {each["@id"] for each in graph}
    for each in graph:
        if each["@type"] == "Claim" and each["about"]["@id"] not in ids:
            yield "a claim about nothing"
    if "Rating" in content.decode():
        yield "a rating nobody gave"


def _only(*keys, required=(), **rules):
    properties = {key: rules.get(key, {}) for key in keys}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }


_NINJS = {
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": {
        "uri": {"type": "string", "pattern": "^urn:"},
        "standard": _only("name", "version", "schema", name={"const": "ninjs"}, version={"const": "3.1"}),
        "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]},
        "representationType": {"enum": ["full", "partial"]},
        "versionCreated": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
        "language": {"type": "string"},
        "headlines": {"items": _only("role", "contentType", "value", required=["value"])},
        "descriptions": {"items": _only("role", "contentType", "value", required=["value"])},
        "events": {"items": _only("id", "name", "rel", "uri", "literal")},
        "subjects": {"items": _only("name", "rel", "uri", "literal", "creator", "relevance", "confidence")},
        "places": {"items": _only("name", "rel", "uri", "literal", "contactInfo", "geoJSON")},
        "infoSources": {"items": _only("name", "role", "uri", "literal", "contactInfo")},
        "associations": {"items": _only("name", "rel", "uri", "altIds", required=["name", "uri"])},
    },
}  # fmt: skip


def ninjs(content, reports):
    for line in content.decode().splitlines():
        for error in jsonschema.Draft202012Validator(_NINJS).iter_errors(json.loads(line)):
            yield error.message
        yield from evidence_faults(line, reports)


def cap(content, reports):
    archive = zipfile.ZipFile(io.BytesIO(content))
    for name in archive.namelist():
        yield from cap_faults(archive.read(name))


def html_brief(content, reports):
    page = content.decode()
    if re.search(r"<script|\son\w+=|javascript:", page):
        yield "a page that can do something"


def markdown_brief(content, reports):
    if re.search(r"(?<!\\)<\w", content.decode()):
        yield "markup that is not escaped"


CHECKS = {
    "acled-csv": acled_csv,
    "ged-csv": ged_csv,
    "polecat-tsv": polecat_tsv,
    "plover-jsonl": plover_jsonl,
    "geojson": geojson,
    "hxl-csv": hxl_csv,
    "parquet": parquet,
    "ftm": ftm,
    "schema-org": schema_org,
    "ninjs": ninjs,
    "cap": cap,
    "html-brief": html_brief,
    "markdown-brief": markdown_brief,
}
