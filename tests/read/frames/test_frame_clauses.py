import pytest

from oqiga.read.en.parser import parse
from oqiga.read.frames.clause_spans import clause_span, fronted_span
from oqiga.read.frames.clauses import doer_of, is_imperative, is_passive, undergoer_of


def token(document, word):
    return next(each for each in document.tokens if each.text == word)


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("Police sealed off the old district, and mobile Internet was down across the city.", "sealed", "Police sealed off the old district"),
        ("Police sealed off the old district, and mobile Internet was down across the city.", "down", "mobile Internet was down across the city"),
        ("The mayor said that schools would be closed.", "closed", "schools would be closed"),
        ("Residents said they had received messages telling them to stay indoors.", "stay", "they had received messages telling them to stay indoors"),
        ("It was the worst since June 2010, when clashes left 400 people dead.", "clashes", "clashes left 400 people dead"),
    ],
)  # fmt: skip
def test_a_clause_has_its_own_words(text, word, clause):
    document = parse(text)
    assert clause_span(document, token(document, word)).of(text) == clause


def test_a_phrase_at_the_front_stands_for_itself():
    text = "With the country on high alert, the president cancelled a trip."
    document = parse(text)
    span = fronted_span(document, token(document, "alert"))
    assert span is not None
    assert span.of(text) == "With the country on high alert"
    assert fronted_span(document, token(document, "trip")) is None


@pytest.mark.parametrize(
    ("text", "verb", "doer", "undergoer"),
    [
        ("Gunmen attacked the base.", "attacked", "Gunmen", "base"),
        ("The base was attacked by gunmen.", "attacked", "gunmen", "base"),
        ("The base was attacked.", "attacked", None, "base"),
    ],
)
def test_roles_do_not_depend_on_voice(text, verb, doer, undergoer):
    document = parse(text)
    found = doer_of(document, token(document, verb)), undergoer_of(document, token(document, verb))
    assert tuple(each and each.text for each in found) == (doer, undergoer)
    assert is_passive(document, token(document, verb)) is ("was" in text)


@pytest.mark.parametrize(
    ("text", "verb", "order"),
    [
        ('"Avoid the area," police said.', "Avoid", True),
        ("They avoid the area.", "avoid", False),
        ("Police told them to avoid the area.", "avoid", False),
        ("Police will avoid the area.", "avoid", False),
    ],
)
def test_an_order_is_a_bare_stem_without_a_subject(text, verb, order):
    document = parse(text)
    assert is_imperative(document, token(document, verb)) is order
