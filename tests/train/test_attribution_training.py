import json

import pytest

from oqiga.errors import EvaluateError
from oqiga.read.attribution.trained import wide_attributions
from oqiga.read.attribution.weights import pack, unpack
from oqiga.read.languages import language_pack
from oqiga.train import attribution

pytest.importorskip("sklearn", reason="training needs the train extra")

WHO = ["The mayor", "A doctor", "The ministry", "One driver", "The committee", "A teacher"]
WHAT = ["the bridge was closed", "six men fled", "the road is safe", "two shops burned"]


def line(number, who, what):
    text = f"{who} said {what}. Nobody had a thing to say about the cold river."
    spans = {"source": who, "cue": "said", "content": what}
    roles = {role: [[text.index(words), text.index(words) + len(words)]] for role, words in spans.items()}
    return {"id": str(number), "text": text, "attributions": [roles]}


@pytest.fixture(scope="module")
def lines():
    return [line(i, who, what) for i, (who, what) in enumerate((who, what) for who in WHO for what in WHAT)]


def test_it_learns_what_it_is_shown_and_the_same_each_time(lines):
    parse = language_pack("en").parse
    examples = [(parse(each["text"]), each) for each in lines]
    first, second = attribution.fit(examples), attribution.fit(examples)
    assert pack(first) == pack(second)
    text = "The governor said the market was closed. Nobody had a thing to say about it."
    (found,) = wide_attributions(parse(text), unpack(pack(first)))
    assert [span.of(text) for span in found.source_spans] == ["The governor"]
    assert [span.of(text) for span in found.content_spans] == ["the market was closed"]


def test_the_file_is_written(lines, tmp_path):
    texts = tmp_path / "train.jsonl"
    texts.write_text("\n".join(json.dumps(each) for each in lines[:8]), encoding="utf-8")
    attribution.train(texts, tmp_path / "en.npz")
    assert unpack((tmp_path / "en.npz").read_bytes()).cue_lemmas == {"say"}


def test_missing_texts_are_named(tmp_path):
    with pytest.raises(EvaluateError, match=r"none\.jsonl"):
        attribution.train(tmp_path / "none.jsonl", tmp_path / "en.npz")


def test_texts_that_teach_nothing_are_refused(lines):
    parse = language_pack("en").parse
    with pytest.raises(EvaluateError, match="too few"):
        attribution.fit([(parse(each["text"]), {**each, "attributions": []}) for each in lines[:2]])
