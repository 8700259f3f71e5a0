import json
import os
from pathlib import Path

import pytest

from oqiga.errors import EvaluateError
from oqiga.evaluate.kits import places
from oqiga.evaluate.tally import Tally

FOLDER = Path(os.environ.get("OQIGA_DATA", Path(__file__).parents[3] / "shared" / "data")) / "places"


def test_a_prediction_has_the_form_of_the_benchmark():
    text = "Gunmen attacked a market in the region of Aqtobe, Kazakhstan."
    predicted = places.predict({"id": "1", "text": text, "source": "example.kz"})
    assert predicted["id"] == "1"
    by_words = {text[place["start"] : place["end"]]: place for place in predicted["places"]}
    assert set(by_words) == {"Aqtobe", "Kazakhstan"}
    assert by_words["Kazakhstan"]["geonameid"] == "1522867"
    assert by_words["Aqtobe"]["country"] == "KZ"


def test_demonyms_are_not_places():
    assert places.predict({"id": "1", "text": "The Iraqi army fired.", "source": None})["places"] == []


def test_gold_spans_can_be_resolved_alone():
    text = "Troops left Osh."
    gold = {"id": "1", "text": text, "places": [{"start": 12, "end": 15}]}
    (place,) = places.predict_on_gold_spans(gold)["places"]
    assert (place["start"], place["end"], place["geonameid"]) == (12, 15, "1527534")


def test_a_line_without_a_text_is_refused():
    with pytest.raises(EvaluateError, match="needs an id and a text"):
        places.predict({"id": "7"})


def mention(start, lat=None, lon=None):
    return {"start": start, "end": start + 3, "lat": lat, "lon": lon}


def test_tally_counts_spans_points_and_both():
    gold = {"places": [mention(0, 40.5, 72.8), mention(10, 51.1, 71.4), mention(20)]}
    predicted = {
        "places": [
            mention(0, 41.0, 73.0),
            mention(10, 10.0, 10.0),
            mention(20, 1.0, 1.0),
            mention(30, 2.0, 2.0),
        ]
    }
    assert places.tally(gold, predicted) == {
        "span": Tally(3, 4, 3),
        "end_to_end": Tally(1, 3, 2),
        "within_161_km": Tally(1, 2, 2),
    }


@pytest.mark.benchmark
@pytest.mark.skipif(not FOLDER.exists(), reason="the benchmark's texts are not here (set OQIGA_DATA)")
def test_local_news_holds_its_floor():
    with (FOLDER / "lgl.jsonl").open(encoding="utf-8") as lines:
        chosen = [json.loads(line) for line in list(lines)[1::12]]
    total = sum((places.tally(gold, places.predict(gold))["end_to_end"] for gold in chosen), Tally())
    assert total.f1 >= 0.64
