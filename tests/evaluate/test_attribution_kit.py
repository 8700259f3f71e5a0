import pytest

from oqiga.evaluate.kits import attribution
from oqiga.evaluate.tally import Tally

TEXT = 'The mayor said the bridge was closed. "We are safe," Omarova said. Polls show a close race.'


def spans(words):
    start = TEXT.index(words)
    return [[start, start + len(words)]]


GOLD = {
    "id": "a",
    "text": TEXT,
    "attributions": [
        {"source": spans("The mayor"), "cue": spans("said"), "content": spans("the bridge was closed")},
        {"source": spans("Omarova"), "cue": [], "content": spans('"We are safe,"')},
        {"source": [], "cue": spans("show"), "content": spans("a close race")},
    ],
}


def test_everything_right():
    scores = attribution.tally(GOLD, GOLD)
    assert scores["attribution"] == Tally(3, 3, 3)
    assert scores["source_exact"] == Tally(2, 2, 2)
    assert scores["content_tokens"] == Tally(10, 10, 10)


def test_nothing_given():
    scores = attribution.tally(GOLD, {"id": "a", "attributions": []})
    assert scores["attribution"] == Tally(0, 0, 3)
    assert scores["source_tokens"] == Tally(0, 0, 3)


def test_half_right():
    given = {
        "id": "a",
        "attributions": [
            {"source": spans("mayor"), "cue": None, "content": spans("bridge was closed")},
            {"source": spans("mayor"), "cue": None, "content": spans("We are safe")},
            {"source": spans("Polls"), "cue": None, "content": spans("race")[0]},
        ],
    }
    scores = attribution.tally(GOLD, given)
    assert scores["content_found"] == Tally(3, 3, 3)
    assert scores["attribution"] == Tally(1, 3, 3)
    assert scores["source_exact"] == Tally(0, 2, 2)
    assert scores["content_exact"] == Tally(1, 3, 3)


def test_marks_at_the_edges_do_not_matter():
    given = {"id": "a", "attributions": [{"source": spans("Omarova"), "content": spans("We are safe,")}]}
    assert attribution.tally(GOLD, given)["content_exact"].right == 1


@pytest.mark.parametrize("trained", [True, False])
def test_prediction_reads_the_text_alone(trained):
    line = attribution.predict({"id": "a", "text": TEXT}, trained=trained)
    assert line["id"] == "a"
    found = {tuple(TEXT[s:e] for s, e in each["source"]): each["content"] for each in line["attributions"]}
    assert [TEXT[s:e] for s, e in found["The mayor",]] == ["the bridge was closed"]
    assert [TEXT[s:e] for s, e in found["Omarova",]] == ['"We are safe,"']
