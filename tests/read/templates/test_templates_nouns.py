import pytest

from oqiga.read.languages import language_pack
from oqiga.read.templates.nouns import features, first_of_list, of_sentence, preposition


def parsed(text):
    return language_pack("en").parse(text)


def noun(document, word):
    return next(each for each in document.tokens if each.lower == word)


def told(text, word):
    document = parsed(text)
    found = noun(document, word)
    return features(document, found, of_sentence(document, document.sentence_of(found)))


@pytest.mark.parametrize(
    ("text", "word", "feature"),
    [
        ("Guerrillas attacked the bridge.", "guerrillas", "by nsubj attack"),
        ("Guerrillas attacked the bridge.", "guerrillas", "verb nsubj attack obj bridge"),
        ("The bridge was attacked by guerrillas.", "guerrillas", "by obl:agent_by attack"),
        ("The bridge was attacked by guerrillas.", "bridge", "by nsubj:pass attack"),
        ("The murder of the judge shocked Osh.", "judge", "by nmod_of murder"),
        ("The murder of the judge shocked Osh.", "judge", "far nmod_of murder by nsubj shock"),
        ("The men who attacked Osh fled.", "men", "clause nsubj attack"),
        ("The men did not kill the judge.", "judge", "told obj not"),
        ("Police said the men killed the judge.", "judge", "under obj ccomp say"),
    ],
)
def test_a_noun_is_told_by_what_governs_it(text, word, feature):
    assert feature in told(text, word)


def test_a_noun_of_a_list_stands_where_the_first_stands():
    document = parsed("They killed the judge, a deputy and two guards.")
    anchor, how = first_of_list(document, noun(document, "guards"))
    assert (anchor.lower, how) == ("judge", "conj")
    assert "by obj kill" in told("They killed the judge, a deputy and two guards.", "guards")
    assert first_of_list(document, noun(document, "judge"))[1] == ""


def test_the_mark_of_the_possessive_is_no_preposition():
    document = parsed("Bekov's house in Osh burned.")
    assert preposition(document, noun(document, "osh")) == "in"
    assert preposition(document, noun(document, "bekov")) == ""


def test_a_sentence_knows_the_verb_before_it():
    document = parsed("A bomb exploded. The bank was destroyed.")
    first, second = (of_sentence(document, each) for each in document.sentences)
    assert "before explode" in second
    assert not any(each.startswith("before") for each in first)
