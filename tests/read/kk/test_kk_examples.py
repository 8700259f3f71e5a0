"""Entries of the Kazakh outcomes with an example sentence: the sentence must be read as the linguist says."""

import pytest

from oqiga.model.report import Report
from oqiga.read.languages import language_pack
from oqiga.read.reader import read_report

EXAMPLES = [
    (outcome, entry, example)
    for outcome, entries in language_pack("kk").lexicon("examples").items()
    for entry, example in entries.items()
]


@pytest.mark.parametrize(("outcome", "entry", "example"), EXAMPLES, ids=[entry for _, entry, _ in EXAMPLES])
def test_an_example_is_read_as_it_says(outcome, entry, example):
    report = Report(id="r", text=example["text"], language="kk", published="2024-05-06")
    tolls = [claim for claim in read_report(report, gated=False).claims if claim.kind == "toll"]
    assert (outcome, example["count"]) in {(toll.outcome.value, toll.low) for toll in tolls}
    assert example["means"]


@pytest.mark.parametrize(("outcome", "entry"), [(outcome, entry) for outcome, entry, _ in EXAMPLES])
def test_an_example_belongs_to_an_entry(outcome, entry):
    outcomes = language_pack("kk").lexicon("outcomes")
    assert entry in (*outcomes["subject"].get(outcome, ()), *outcomes["object"].get(outcome, ()))
