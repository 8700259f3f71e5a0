"""The reading of a Kazakh word that fits its place in the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oqiga.read.kk.endings import endings
from oqiga.read.kk.morphology import Analysis, analyses, infinitive, vocabulary
from oqiga.read.kk.scripts import spellings
from oqiga.read.kk.tokens import Piece
from oqiga.read.kk.words import Word, governed, listed, of_people, word_of
from oqiga.read.languages import language_pack

_PAST = ("ды", "ді", "ты", "ті")
_OWN = frozenset({"Person[psor]=1", "Person[psor]=2"})
"""Endings that no common word with a capital inside a sentence has: Таксим is no taxi of mine."""
_SHORTEST = 3
"""Letters of a word that an adjective in -лық is made of, at least one more."""


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
    if word.text[:1].isupper() and (place or not found[0].known or _ends_a_name(word, found[0])):
        named = _name(word, found, place)
        if named is not None:
            return named
    first = found[0]
    if first.pos == "NUM" and word.lower in listed()["hedges"] and place and words[place - 1].pos == "NUM":
        return Analysis(word.lower, "ADV", frozenset(), known=True)  # "екі *бірдей* адам", no less than two
    if word.lower in listed()["with"] and _joins_nouns(words, place):
        return Analysis(word.lower, "CCONJ", frozenset(), known=True)
    if word.lower in listed()["told_nouns"] and place and words[place - 1].lower in listed()["telling"]:
        return Analysis(word.lower, "NOUN", frozenset({"Case=Nom", "Number=Sing"}), known=True)
    if word.lower in listed()["nouns_too"] and not _leads_noun(words, place):
        return Analysis(word.lower, "NOUN", frozenset({"Case=Nom", "Number=Sing"}), known=True)
    if word.lower in listed()["venues"] and _stands_somewhere(words, place):
        return Analysis(word.lower, "NOUN", frozenset({"Case=Nom", "Number=Sing"}), known=True)
    if word.lower in listed()["suspected"] and _suspected_of(words, place):
        return Analysis(word.lower, "ADJ", frozenset(), known=True)
    if word.lower in listed()["topics"] and _topic(words, place):
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
    if word.lower in listed()["so_called"] and _calls_people(words, place):
        return Analysis(infinitive("делін"), "VERB", frozenset({"VerbForm=Part", "Tense=Past"}), known=True)
    if word.lower in listed()["finite_sayings"] and _ends_sentence(words, place):
        return Analysis("деу", "VERB", frozenset({"VerbForm=Fin", "Tense=Past"}), known=True)
    action = next((each for each in found if each.has("VerbForm=Vnoun")), None)
    if first.pos == "NOUN" and action is not None and _acts_on(words, place):
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
    if first.pos == "NOUN" and not first.known and _relational(words, place):
        return Analysis(word.lower, "ADJ", frozenset(), known=True)
    if first.pos == "NOUN" and _lacking(word) and first.lemma == word.lower:
        return Analysis(word.lower, "ADJ", frozenset(), known=True)
    if first.pos == "NOUN" and not first.known and _having(word.lower):
        return Analysis(word.lower, "ADJ", frozenset(), known=True)
    if word.lower in listed()["naming"] and _names_noun(words, place):
        return Analysis(word.lower, "ADJ", frozenset(), known=True)
    if word.lower == "емес" and _denies_quality(words, place):
        return Analysis(word.lower, "PART", frozenset(), known=True)
    if first.pos == "NOUN" and not first.known and _lasting(words, place):
        stem = re.sub("[ыі]?п$", "", word.lower)
        return Analysis(infinitive(stem), "VERB", frozenset({"VerbForm=Conv"}), known=False)
    if first.pos == "NOUN" and not first.known and _closing(words, place):
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


def _name(word: Word, found: Sequence[Analysis], place: int) -> Analysis | None:
    """Return the reading of a capitalised word as a name, None when it is a common word."""
    first = found[0]
    if first.pos == "VERB" and place and len(found) > 1:
        found = tuple(each for each in found if each.pos == "NOUN" and not each.has("VerbForm=Part")) or found
        first = found[-1]
    if first.pos not in ("NOUN", "ADJ"):
        return None
    base, _, suffix = word.lower.rpartition("-")
    upper = word.text.partition("-")[0]
    if base and len(suffix) <= 6 and suffix in endings() and (upper.isupper() or upper.isascii()):
        feats = next(
            (each.feats for each in endings()[suffix] if each.kind in ("noun", "attributive")), frozenset()
        )
        return Analysis(base, "PROPN", feats, known=False)
    if _ends_a_name(word, first):
        return Analysis(word.lower, "PROPN", frozenset({"Case=Nom", "Number=Sing"}), known=False)
    if first.known and first.pos == "NOUN" and not (place and _OWN & first.feats):
        return Analysis(first.lemma, "PROPN" if place else "NOUN", first.feats, known=True)
    if first.pos == "ADJ":
        return first
    if word.text.isupper() and len(word.text) <= 6:
        return Analysis(word.lower, "PROPN", frozenset({"Case=Nom"}), known=False)
    plain = [each for each in found if not any(feat.startswith("Person") for feat in each.feats)]
    chosen = plain[0] if plain else first
    if len(chosen.lemma) < 3:
        chosen = found[-1]
    return Analysis(chosen.lemma, "PROPN", chosen.feats, known=False)


def _ends_a_name(word: Word, found: Analysis) -> bool:
    if found.known and found.has("Case=Abl"):
        return False  # "Атыстан үш адам жараланды": from the shooting, no land
    return word.lower.endswith(tuple(listed()["name_ends"]))


def _predicative(words: list[Word], place: int, verb: Analysis) -> bool:
    """Tell whether a word that may be a verb stands where a predicate stands."""
    if not verb.has("VerbForm=Fin") and not (verb.has("VerbForm=Conv") and not verb.has("Aspect=Open")):
        return False
    if verb.has("Mood=Opt") or verb.has("Tense=Fut"):
        return False
    return _closing(words, place)


def _finite(found: Sequence[Analysis]) -> Analysis | None:
    return next(
        (each for each in found if each.pos == "VERB" and each.known and each.has("VerbForm=Fin")), None
    )


def _topic(words: list[Word], place: int) -> bool:
    """Tell whether "if it is" only sets apart of whom the sentence tells: "ал *тұрғындар болса*, …"."""
    before, behind = words[place - 1], words[place + 1 : place + 2]
    somebody = before.entity in ("PERSON", "ORG") or before.reading.lemma in listed()["speakers"]
    bare = place > 0 and before.pos in ("NOUN", "PROPN") and before.reading.case in ("", "Nom")
    return bare and somebody and bool(behind) and behind[0].text == ","


def _joins_nouns(words: Sequence[Word], place: int) -> bool:
    """Tell whether "with" stands right between a bare noun and what goes on: "Сирия *мен* Ирактағы топ"."""
    before, behind = words[place - 1], words[place + 1 : place + 2]
    bare = place > 0 and before.nominal and before.reading.case in ("", "Nom") and before.entity != "DATE"
    return bare and bool(behind) and behind[0].pos in ("NOUN", "PROPN", "ADJ", "NUM")


def _acts_on(words: Sequence[Word], place: int) -> bool:
    """Tell whether an action stands between its object and a postposition: "үйін *тінту* кезінде"."""
    behind = words[place + 1 : place + 2]
    return place > 0 and words[place - 1].reading.case == "Acc" and bool(behind) and behind[0].pos == "ADP"


def _leads_noun(words: Sequence[Word], place: int) -> bool:
    """Tell whether an adjective stands before a noun, or before an adjective of one: "лаңкестік шабуыл"."""
    behind = words[place + 1 : place + 2]
    return bool(behind) and behind[0].pos in ("NOUN", "PROPN", "ADJ", "NUM", "ADP")


def _stands_somewhere(words: Sequence[Word], place: int) -> bool:
    """Tell whether what looks like "there is" is a place something is near to: "*бар* маңында", by a bar."""
    behind = words[place + 1 : place + 2]
    return bool(behind) and behind[0].lower in listed()["near"]


def _suspected_of(words: Sequence[Word], place: int) -> bool:
    """Tell whether "suspect" says of what people behind it are suspected: "шабуылға *күдікті* бес адам"."""
    before, behind = words[place - 1], words[place + 1 : place + 2]
    deed = (
        before.reading.has("VerbForm=Vnoun") or before.reading.lemma in listed()["deeds"] | listed()["made"]
    )
    of_it = place > 0 and before.reading.case == "Dat" and deed
    return (
        of_it and bool(behind) and (behind[0].pos in ("NUM", "ADJ") or behind[0].reading.lemma in of_people())
    )


def _calls_people(words: Sequence[Word], place: int) -> bool:
    """Tell whether "is said to be" leads from a noun to people: "күдікті *делінген* 18 адам"."""
    before, behind = words[place - 1], words[place + 1 : place + 2]
    what = place > 0 and before.pos in ("NOUN", "ADJ") and before.reading.case in ("", "Nom")
    return what and bool(behind) and (behind[0].pos == "NUM" or behind[0].reading.lemma in of_people())


def _ends_sentence(words: Sequence[Word], place: int) -> bool:
    """Tell whether nothing but an auxiliary stands behind a word: "екі адам қаза тапты *деген* болатын"."""
    behind = [word for word in words[place + 1 : place + 4] if word.pos != "PUNCT"]
    return place > 0 and all(word.lower in listed()["finite_behind"] for word in behind)


def _going_on(words: list[Word], place: int, found: Sequence[Analysis]) -> Analysis | None:
    """Return the locative of an infinitive that closes a clause as what it is, a present: "жүргізілуде"."""
    infinitives = (each for each in found if each.pos == "VERB" and each.has("VerbForm=Vnoun"))
    reading = next(infinitives, None)
    if reading is None or reading.case != "Loc" or reading.possessed or not _closing(words, place):
        return None
    kept = {feat for feat in reading.feats if feat.startswith(("Voice=", "Polarity="))}
    return replace(reading, feats=frozenset(kept | {"VerbForm=Fin", "Tense=Pres", "Person=3"}))


def _ungoverned(words: list[Word], place: int) -> Analysis | None:
    """Return what a postposition is without its dative: "27 адам қатысты", "байланысты қалпына келтірді"."""
    other = governed().get(words[place].lower)
    if other is None:
        return None
    lemma, pos, *feats = other
    governs = place > 0 and words[place - 1].reading.case == "Dat"
    if governs and not (pos == "VERB" and _closing(words, place)):
        return None
    return Analysis(lemma, pos, frozenset(feats), known=True)


def base_of(word: str) -> str:
    """Return what a word in -лық is made of, "" for another word: палестиналық is of Палестина."""
    return next((word[: -len(end)] for end in vocabulary().relational if word.endswith(end)), "")


def is_counted(words: Sequence[Word], place: int) -> bool:
    """Tell whether a number, or what hedges one, stands right before a word."""
    return place > 0 and (words[place - 1].pos == "NUM" or words[place - 1].lower in listed()["hedges"])


def _relational(words: list[Word], place: int) -> bool:
    """Tell whether an unknown word in -лық before a noun is an adjective: "террористік қауіп"."""
    base = base_of(words[place].lower)
    following = words[place + 1] if place + 1 < len(words) else None
    if is_counted(words, place):  # "450 палестиналық": people
        return False
    return len(base) > _SHORTEST and following is not None and following.pos in ("NOUN", "ADJ")


def _lacking(word: Word) -> bool:
    """Tell whether a word says what somebody or something is without: "заңсыз", unlawful."""
    ends = tuple(listed()["lacking"])
    return len(word.lower) >= _SHORTEST + len(ends[0]) and word.lower.endswith(ends)


def _having(lower: str) -> bool:
    """Tell whether an unknown word says what somebody or something has: "дәстүрлі", traditional."""
    return lower[-2:] in ("лы", "лі") and lower[:-2] in vocabulary().nouns


def _names_noun(words: Sequence[Word], place: int) -> bool:
    """Tell whether "by name" stands between a name and its noun: "Арман Беков *есімді* азамат"."""
    following = words[place + 1] if place + 1 < len(words) else None
    behind = following is not None and (
        following.pos in ("NUM", "ADJ") or (following.nominal and following.text[:1].islower())
    )
    return behind and place > 0 and words[place - 1].text[:1].isupper()


def _denies_quality(words: Sequence[Word], place: int) -> bool:
    """Tell whether "not" belongs to an adjective before a noun: "дәстүрлі *емес* діни ағым"."""
    following = words[place + 1] if place + 1 < len(words) else None
    quality = place > 0 and words[place - 1].pos == "ADJ"
    compared = place > 1 and words[place - 2].reading.case == "Abl"  # "12-ден аз емес адам", no fewer than 12
    noun = following is not None and following.pos in ("ADJ", "NOUN") and following.text[:1].islower()
    return quality and noun and not compared


def _lasting(words: list[Word], place: int) -> bool:
    """Tell whether an unknown word is a converb: it ends like one, before a verb of lasting."""
    following = words[place + 1].lower if place + 1 < len(words) else ""
    return words[place].lower.endswith("п") and following in listed()["lasting"]


def _closing(words: list[Word], place: int) -> bool:
    """Tell whether a clause may end with this word."""
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or (following.pos in ("PUNCT", "CCONJ") and following.text not in ("«", "(", "-")):
        return True
    return following.lower in listed()["closing"]


def _guessed_verb(lower: str) -> Analysis | None:
    """Return an unknown word at the end of a clause as a verb in the past."""
    for suffix in _PAST:
        if lower.endswith(suffix) and len(lower) > 5 and lower[:-2] not in vocabulary().nouns:
            feats = {"VerbForm=Fin", "Tense=Past", "Person=3"}
            feats |= {"Voice=Pass"} if lower[:-2].endswith(("ыл", "іл")) else set()
            return Analysis(infinitive(lower[:-2]), "VERB", frozenset(feats), known=False)
    return None
