"""The reading of a Kazakh word that fits its place in the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oqiga.read.kk.capitals import ends_a_name, name_reading
from oqiga.read.kk.morphology import analyses, infinitive
from oqiga.read.kk.neighbours import (
    acts_on,
    calls_people,
    denies_quality,
    ends_sentence,
    is_lasting,
    is_relational,
    is_topic,
    joins_nouns,
    leads_noun,
    may_close,
    names_noun,
    stands_somewhere,
    suspected_of,
    tells_having,
    tells_lacking,
    tells_of_people,
)
from oqiga.read.kk.scripts import spellings
from oqiga.read.kk.tokens import Piece
from oqiga.read.kk.vocabulary import Analysis, vocabulary
from oqiga.read.kk.words import Word, governed, listed, owned, word_of
from oqiga.read.languages import language_pack

_PAST = ("ды", "ді", "ты", "ті")


def words_of(pieces: Sequence[Piece], alphabet: str) -> list[Word]:
    """Return the words of a sentence, each with its likeliest reading here."""
    words = [word_of(piece, alphabet) for piece in pieces]
    for place, word in enumerate(words):
        if word.piece.text[:1].isalpha():
            if alphabet != "cyrillic":
                _tell_adjective(words, place)
            word.reading = _fitting(words, place, alphabet)
    return words


def _tell_adjective(words: Sequence[Word], place: int) -> None:
    """Spell an adjective that Latin letters do not tell from a noun with a possessive: "äskeri qyzmetker"."""
    word, following = words[place], words[place + 1 : place + 2]
    adjective = language_pack("kk").lexicon("closed")["latin_adjectives"].get(word.lower)
    if adjective and following and analyses(following[0].lower)[0].lemma in listed()["latin_nouns"]:
        word.text = word.lower = adjective


def _fitting(words: list[Word], place: int, alphabet: str) -> Analysis:
    word = words[place]
    found = analyses(word.lower)
    if alphabet != "cyrillic" and not found[0].known:
        found = _respelled(word, alphabet) or found
    if word.text[:1].isupper() and (place or not found[0].known or ends_a_name(word, found[0])):
        named = name_reading(word, found, place)
        if named is not None:
            return named
    told = _listed_here(words, place, found)
    return _by_form(words, place, found) if told is None else told


def _listed_here(words: list[Word], place: int, found: Sequence[Analysis]) -> Analysis | None:
    """Return the reading of a word that a list gives it beside such words, None where none does."""
    word, first = words[place], found[0]
    if first.pos == "NUM" and word.lower in listed()["hedges"] and place and words[place - 1].pos == "NUM":
        return Analysis(word.lower, "ADV", frozenset(), known=True)  # "екі *бірдей* адам", no less than two
    if word.lower in listed()["ages"] and place and words[place - 1].pos == "NUM":
        return Analysis(
            word.lower, "ADJ", frozenset(), known=True
        )  # "12 жасар бала", no child of 12 who will do it
    if word.lower in owned() and place and words[place - 1].nominal:  # "шабуылдың *себебі*"
        lemma, pos, *feats = owned()[word.lower]
        return Analysis(lemma, pos, frozenset(feats), known=True)
    if word.lower in listed()["with"] and joins_nouns(words, place):
        return Analysis(word.lower, "CCONJ", frozenset(), known=True)
    if word.lower in listed()["told_nouns"] and place and words[place - 1].lower in listed()["telling"]:
        return Analysis(word.lower, "NOUN", frozenset({"Case=Nom", "Number=Sing"}), known=True)
    counted = word.lower in listed()["counted_too"] and place > 0 and words[place - 1].pos == "NUM"
    if (word.lower in listed()["nouns_too"] or counted) and not leads_noun(words, place):
        return Analysis(word.lower, "NOUN", frozenset({"Case=Nom", "Number=Sing"}), known=True)
    if word.lower in listed()["venues"] and stands_somewhere(words, place):
        return Analysis(word.lower, "NOUN", frozenset({"Case=Nom", "Number=Sing"}), known=True)
    if word.lower in listed()["suspected"] and suspected_of(words, place):
        return Analysis(word.lower, "ADJ", frozenset(), known=True)
    if word.lower in listed()["topics"] and is_topic(words, place):
        return Analysis(word.lower, "PART", frozenset(), known=True)
    if place and f"{words[place - 1].lower} {word.lower}" in listed()["adverb_pairs"]:
        return Analysis(word.lower, "ADV", frozenset(), known=True)
    told = words[place + 1].lower if place + 1 < len(words) else ""
    if word.lower in listed()["judgements"] and told in listed()["quoting"]:
        return Analysis(word.lower, "ADJ", frozenset(), known=True)
    following = words[place + 1].reading.lemma if place + 1 < len(words) else ""
    if word.lower in listed()["passed"] and following in listed()["stretches"]:
        return Analysis(word.lower, "ADJ", frozenset(), known=True)
    if place and words[place - 1].lower in listed()["quoting"] and (said := _finite(found)) is not None:
        return said  # "деп жазады", writes; жаза is also a punishment
    if word.lower in listed()["so_called"] and tells_of_people(words, place):
        return analyses(min(listed()["telling"]))[0]
    if word.lower in listed()["so_called"] and calls_people(words, place):
        return Analysis(infinitive("делін"), "VERB", frozenset({"VerbForm=Part", "Tense=Past"}), known=True)
    if word.lower in listed()["finite_sayings"] and ends_sentence(words, place):
        return Analysis("деу", "VERB", frozenset({"VerbForm=Fin", "Tense=Past"}), known=True)
    return None


def _by_form(words: list[Word], place: int, found: Sequence[Analysis]) -> Analysis:
    """Return the reading that endings and the place in the sentence speak for, else the likeliest."""
    word, first = words[place], found[0]
    action = next((each for each in found if each.has("VerbForm=Vnoun")), None)
    if first.pos == "NOUN" and action is not None and acts_on(words, place):
        return action
    if (special := _going_on(words, place, found) or _ungoverned(words, place)) is not None:
        return special
    verb = next((each for each in found if each.pos == "VERB" and each.known), None)
    if (
        first.pos in ("NOUN", "ADJ", "ADV")
        and verb is not None
        and first.lemma != verb.lemma
        and _predicative(words, place, verb)
    ):
        return verb
    if first.pos == "NOUN" and not first.known and is_relational(words, place):
        return Analysis(word.lower, "ADJ", frozenset(), known=True)
    if first.pos == "NOUN" and tells_lacking(word) and first.lemma == word.lower:
        return Analysis(word.lower, "ADJ", frozenset(), known=True)
    if first.pos == "NOUN" and not first.known and tells_having(word.lower):
        return Analysis(word.lower, "ADJ", frozenset(), known=True)
    if word.lower in listed()["naming"] and names_noun(words, place):
        return Analysis(word.lower, "ADJ", frozenset(), known=True)
    if word.lower == "емес" and denies_quality(words, place):
        return Analysis(word.lower, "PART", frozenset(), known=True)
    if (lasting := _lasting_many(words, place, first)) is not None:
        return lasting
    if first.pos == "NOUN" and not first.known and is_lasting(words, place):
        stem = re.sub("[ыі]?п$", "", word.lower)
        return Analysis(infinitive(stem), "VERB", frozenset({"VerbForm=Conv"}), known=False)
    if first.pos == "NOUN" and not first.known and may_close(words, place):
        guessed = _guessed_verb(word.lower)
        return guessed if guessed is not None else first
    return first


def _respelled(word: Word, alphabet: str) -> tuple[Analysis, ...] | None:
    """Return the readings of a Latin word in the first spelling whose stem is known, and spell it so."""
    for spelling in spellings(word.lower, alphabet):
        found = analyses(spelling)
        if found[0].known:
            word.text = (
                spelling.upper()
                if word.text.isupper()
                else spelling.capitalize()
                if word.text[:1].isupper()
                else spelling
            )
            word.lower = spelling
            return found
    return None


def _predicative(words: list[Word], place: int, verb: Analysis) -> bool:
    """Tell whether a word that may be a verb stands where a predicate stands."""
    if not verb.has("VerbForm=Fin") and not (verb.has("VerbForm=Conv") and not verb.has("Aspect=Open")):
        return False
    if verb.has("Mood=Opt") or verb.has("Tense=Fut"):
        return False
    return may_close(words, place)


def _finite(found: Sequence[Analysis]) -> Analysis | None:
    return next(
        (each for each in found if each.pos == "VERB" and each.known and each.has("VerbForm=Fin")), None
    )


def _going_on(words: list[Word], place: int, found: Sequence[Analysis]) -> Analysis | None:
    """Return the locative of an infinitive that closes a clause as what it is, a present: "жүргізілуде"."""
    infinitives = (each for each in found if each.pos == "VERB" and each.has("VerbForm=Vnoun"))
    reading = next(infinitives, None)
    if reading is None or reading.case != "Loc" or reading.possessed or not may_close(words, place):
        return None
    kept = {feat for feat in reading.feats if feat.startswith(("Voice=", "Polarity="))}
    return replace(reading, feats=frozenset(kept | {"VerbForm=Fin", "Tense=Pres", "Person=3"}))


def _lasting_many(words: list[Word], place: int, first: Analysis) -> Analysis | None:
    """Return a plural participle behind a converb as the verb that it is: "тексеріп *жатқандарын* айтты"."""
    behind = place > 0 and words[place - 1].reading.has("VerbForm=Conv")
    if not behind or not first.possessed or first.lemma not in listed()["lasting"]:
        return None
    return replace(first, lemma=infinitive(first.lemma[:-3]), pos="VERB", feats=first.feats - {"Number=Plur"})


def _ungoverned(words: list[Word], place: int) -> Analysis | None:
    """Return what a postposition is without its dative: "27 адам қатысты", "байланысты қалпына келтірді"."""
    other = governed().get(words[place].lower)
    if other is None:
        return None
    lemma, pos, *feats = other
    governs = place > 0 and words[place - 1].reading.case == "Dat"
    if governs and not (pos == "VERB" and may_close(words, place)):
        return None
    return Analysis(lemma, pos, frozenset(feats), known=True)


def _guessed_verb(lower: str) -> Analysis | None:
    """Return an unknown word at the end of a clause as a verb in the past."""
    for suffix in _PAST:
        if lower.endswith(suffix) and len(lower) > 5 and lower[:-2] not in vocabulary().nouns:
            feats = {"VerbForm=Fin", "Tense=Past", "Person=3"}
            feats |= {"Voice=Pass"} if lower[:-2].endswith(("ыл", "іл")) else set()
            return Analysis(infinitive(lower[:-2]), "VERB", frozenset(feats), known=False)
    return None
