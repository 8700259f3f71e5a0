import os
from pathlib import Path

import pytest

from oqiga.read.kk.entities import OFFSETS, features, tagger
from oqiga.train.kazakh_ner import names_of, read, score

FOLDER = Path(os.environ.get("OQIGA_DATA", Path(__file__).parents[4] / "shared" / "data")) / "kaznerd"


def test_a_person_and_a_place():
    tags = tagger().tag(
        ["Бұл", "туралы", "Ақтөбе", "облысының", "әкімі", "Бердібек", "Сапарбаев", "мәлімдеді", "."]
    )
    assert tags[2] == "B-GPE"
    assert tags[5:7] == ["B-PERSON", "I-PERSON"]


def test_no_words_no_tags():
    assert tagger().tag([]) == []


def test_features_tell_form_ending_and_shape():
    found = features("Ақтөбеде", 0, first=False)
    assert {"wақтөбеде", "sеде", "xc", "b"} <= set(found)
    assert len(features("Ақтөбеде", 2, first=False)) < len(found)
    assert 0 in OFFSETS


def test_names_of_tags():
    assert names_of(["B-GPE", "I-GPE", "O", "I-PERSON", "B-PERSON"]) == {
        (0, 2, "GPE"),
        (3, 4, "PERSON"),
        (4, 5, "PERSON"),
    }


@pytest.mark.benchmark
@pytest.mark.skipif(not FOLDER.exists(), reason="needs the KazNERD sentences (OQIGA_DATA)")
def test_names_reach_their_floor_on_kaznerd():
    rates = score(tagger(), read(FOLDER / "dev.jsonl"))
    assert rates["all"][2] >= 0.84
    assert rates["PERSON"][2] >= 0.91
    assert rates["GPE"][2] >= 0.87
