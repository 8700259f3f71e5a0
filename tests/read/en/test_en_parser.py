import pytest

from oqiga.read.en.parser import parse


def token(text, word):
    return next(each for each in parse(text).tokens if each.text == word)


@pytest.mark.parametrize(
    ("text", "word", "dep", "head"),
    [
        ("Two people were killed by gunmen.", "gunmen", "obl:agent", "killed"),
        ("Two people were killed by gunmen.", "people", "nsubj:pass", "killed"),
        ("Gunmen killed two people in Osh.", "people", "obj", "killed"),
        ("Gunmen killed two people in Osh.", "two", "nummod", "people"),
        ("The death of four people shocked the city.", "people", "nmod", "death"),
    ],
)
def test_relations_are_universal_dependencies(text, word, dep, head):
    document = parse(text)
    found = next(each for each in document.tokens if each.text == word)
    assert (found.dep, document.tokens[found.head].text) == (dep, head)


@pytest.mark.parametrize(
    ("word", "lemma", "plural"),
    [("servicemen", "serviceman", True), ("gunmen", "gunman", True), ("regimen", "regimen", False)],
)
def test_plurals_in_men_are_told_from_singulars(word, lemma, plural):
    found = token(f"Most of them were police and {word}.", word)
    assert (found.lemma, "Number=Plur" in found.feats) == (lemma, plural)


def test_spans_are_code_points_of_the_text_and_sentences_keep_to_paragraphs():
    text = "Two “died” in Ақтөбе\n\nFour were hurt. It was late."
    document = parse(text)
    assert all(each.span.of(text) == each.text for each in document.tokens)
    assert [each.paragraph for each in document.sentences] == [0, 1, 1]


def test_a_run_that_is_no_word_costs_nothing_and_keeps_spans():
    text = '"' * 20_000 + " Two people were killed."
    document = parse(text)
    assert document.tokens[-2].span.of(text) == "killed"
