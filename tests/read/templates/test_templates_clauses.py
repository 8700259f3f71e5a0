import numpy as np
import pytest

from oqiga.read.encoder.labels import ROLES
from oqiga.read.languages import language_pack
from oqiga.read.templates.clauses import BITS, ClauseModel, head_of, rows_of
from oqiga.read.templates.hashed import hashed
from oqiga.read.templates.standing import phrase_of

TEXT = "Two masked men of the Tarsk Front attacked the main office of the bank."


@pytest.fixture(scope="module")
def document():
    return language_pack("en").parse(TEXT)


def at(document, word):
    return next(each for each in document.tokens if each.lower == word)


def test_the_model_judges_nouns_by_their_clauses(document):
    weights = np.zeros((len(ROLES), 1 << BITS), np.float32)
    weights[0, hashed(["by nsubj attack"], BITS)] = 5.0
    opinion = ClauseModel(weights, np.full(len(ROLES), -3.0, np.float32)).opinion(document)
    assert opinion.of(at(document, "men"))[0] == 2.0
    assert opinion.of(at(document, "office"))[0] == -3.0
    assert opinion.of(at(document, "attacked")) is None


def test_an_empty_text_has_no_nouns():
    empty = language_pack("en").parse("")
    assert rows_of(empty) == ([], [])
    model = ClauseModel(np.zeros((len(ROLES), 1 << BITS), np.float32), np.zeros(len(ROLES), np.float32))
    assert model.opinion(empty).odds.shape == (0, len(ROLES))


@pytest.mark.parametrize(
    ("first", "last", "head"),
    [("masked", "men", "men"), ("masked", "front", "men"), ("the", "front", "front"), ("of", "of", None)],
)
def test_a_stretch_is_headed_by_the_noun_that_others_hang_on(document, first, last, head):
    found = head_of(document, at(document, first).index, at(document, last).index + 1)
    assert (found.lower if found else None) == head


def test_a_noun_phrase_has_bounds_with_and_without_what_of_joins(document):
    def words(first, last):
        return " ".join(each.lower for each in document.tokens[first:last])

    phrase = phrase_of(document, at(document, "men"))
    assert words(phrase.first, phrase.last) == "two masked men"
    assert words(phrase.bare, phrase.whole) == "masked men of the tarsk front"
    office = phrase_of(document, at(document, "office"))
    assert words(office.bare, office.last) == "main office"


def test_a_span_outside_all_sentences_is_in_none(document):
    assert document.sentence_at(at(document, "bank").span.start).index == 0
    assert language_pack("en").parse("").sentence_at(at(document, "bank").span.start) is None
