"""Quality may not fall: each benchmark on a fixed sample against the floors in floors.json."""

import json
from pathlib import Path

import pytest

from oqiga.errors import EvaluateError
from oqiga.evaluate.kit import kit
from oqiga.evaluate.run import data_folder, evaluate, load_documents, split_path
from oqiga.evaluate.sample import sample
from oqiga.model.report import Report
from oqiga.read.encoder.model import encoder
from oqiga.read.reader import RELEVANT
from oqiga.read.relevance import relevance

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


def folder():
    try:
        return data_folder(None)
    except EvaluateError as missing:
        pytest.skip(str(missing))


@pytest.mark.benchmark
@pytest.mark.parametrize("name", FLOORS["kits"])
def test_no_benchmark_falls_below_its_floor(name):
    chosen, pinned = kit(name), FLOORS["kits"][name]
    path = split_path(name, chosen, folder=folder(), split=pinned["split"])
    if not path.exists():
        pytest.skip(f"no {path}; docs/benchmarks.md says where to get it")
    if name == "muc4" and encoder() is None:
        pytest.skip("the trained encoder is not installed")
    documents = sample(load_documents(path), id_field=chosen.ID_FIELD, size=pinned["documents"])
    reached = {score.field: 100 * score.tally.f1 for score in evaluate(chosen, documents, samples=1)}
    low = {field: (reached[field], floor) for field, floor in pinned["f1"].items() if reached[field] < floor}
    assert low == {}


@pytest.mark.benchmark
@pytest.mark.parametrize("name", FLOORS["gate"])
def test_the_gate_lets_through_what_it_should(name):
    pinned = FLOORS["gate"][name]
    path = folder() / pinned["file"]
    if not path.exists():
        pytest.skip(f"no {path}; docs/benchmarks.md says where to get it")
    reports = [each for each in load_documents(path) if wanted(each, pinned["where"])]
    passed = sum(relevance(report(each)) >= RELEVANT for each in reports)
    assert pinned["least"] <= 100 * passed / len(reports) <= pinned["most"]


def wanted(document, where):
    if where == "casualties":
        return document["n_killed"] + document["n_injured"] > 0 and len(document["text"]) > 100
    if where == "incident":
        return any(not each["optional"] for each in document["templates"])
    return True


def report(document):
    return Report(id="r", text=document["text"][document.get("body_start", 0) :], language="en")
