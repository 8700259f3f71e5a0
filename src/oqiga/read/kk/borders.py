"""Where one Kazakh noun phrase ends and another begins: who acts stands right before whom it befell."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.locate.places.lexicon import demonyms
from oqiga.read.kk.entities import lands
from oqiga.read.kk.words import Word, listed, of_people, persons

_WHITHER = ("Dat", "Loc", "Abl")


def is_person(word: Word) -> bool:
    """Tell whether a word is a noun for people."""
    return word.reading.lemma in persons()


def owns(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word leads to a genitive: "полиция *күдікті азаматтың* Беков екенін айтты"."""
    for _ in range(6):
        if words[place].reading.case == "Gen":
            return True
        if words[place].head <= place or words[place].dep not in ("compound", "amod"):
            return False
        place = words[place].head
    return False


def counted_person(words: Sequence[Word], place: int) -> bool:
    """Tell whether a numeral right before a noun for people counts it."""
    before = words[place - 1]
    counts = place > 0 and before.pos == "NUM" and not before.reading.possessed  # "біреуі полиция оғынан"
    return counts and is_person(words[place])


def is_group_of(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word says of people behind it that they are a group: "бір *топ* қарулы адам"."""
    pair = f"{words[place - 1].lower} {words[place].lower}" if place else ""
    if pair not in listed()["groups_of"] or place + 1 >= len(words):
        return False
    return words[top_of(words, place + 1)].reading.lemma in of_people()


def of_land(lemma: str) -> bool:
    """Tell whether a word names a land, or those who live there."""
    return lemma in lands() or lemma in demonyms()


def another_side(words: Sequence[Word], place: int, following: int) -> bool:
    """Tell whether somebody or a body stands beside a land or people that starts a phrase of its own.

    "Беков Ресей әскері …", "Тәжікстан билігі қырғыз шекарашылары …", "қалалық соты Ақсу тұрғынын …".
    """
    word, other = words[place], words[following]
    lemma = word.reading.lemma
    top = words[top_of(words, following)]
    goes_out = top.reading.case not in ("", "Nom", "Gen")
    if lemma in lands() and top is other and other.pos == "PROPN" and not other.reading.possessed:
        return goes_out  # "Ресей Харьковке соққы берді"
    sided = other.entity in ("GPE", "NORP", "LOC") or of_land(other.reading.lemma)
    if word.entity == "PERSON" and sided:
        return True
    if not word.reading.possessed:
        own = words[_end_of_name(words, following)].reading
        led = own.lemma in listed()["forces"] and own.possessed
        return led and sided and lemma in listed()["speakers"]  # "Министр Ресей армиясы …"
    if lemma in listed()["forces"] and other.pos == "PROPN" and other.reading.case in _WHITHER:
        return True  # "Израиль армиясы Бейрутқа соққы берді"
    if lemma in of_people() or lemma in listed()["forces"]:
        return sided or other.entity == "ORG" or (other.pos == "PROPN" and other.text.isupper())
    if lemma not in listed()["offices"]:
        return False
    if top is other:
        return (goes_out and other.pos == "PROPN") or other.reading.lemma in lands()  # "тарапы Израильді …"
    outside = goes_out and top.reading.lemma not in listed()["bodies"]
    by_people = top.reading.lemma in of_people() or top.reading.lemma in listed()["forces"]
    return sided and (outside or by_people)


def _end_of_name(words: Sequence[Word], place: int) -> int:
    """Return the noun that a run of nouns and adjectives leans on, not what that one owns."""
    for _ in range(6):
        if words[place].head <= place or words[place].dep not in ("compound", "amod"):
            break
        place = words[place].head
    return place


def of_others(words: Sequence[Word], place: int, following: int) -> bool:
    """Tell whether people stand beside others, whom it befell: "шекарашылары ауыл тұрғындарына оқ атты"."""
    word, top = words[place].reading, words[top_of(words, following)].reading
    people = word.lemma in of_people() and top.lemma in of_people()
    return word.possessed and people and top.case in ("Acc", "Dat", "Abl")


def is_apart(words: Sequence[Word], place: int) -> bool:
    """Tell whether the phrase behind somebody is a thing with a case of its own, and no body."""
    top = words[top_of(words, place)]
    lemma = top.reading.lemma
    return top.reading.case not in ("", "Nom", "Gen") and lemma not in of_people() | listed()["bodies"]


def leads_away(words: Sequence[Word], place: int) -> bool:
    """Tell whether a noun leads a phrase of its own, of a thing in a case: "оқиға орнынан"."""
    return words[place].head > place and not words[place].reading.possessed and is_apart(words, place)


def inside_body(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word leads to the noun of a body, possessed, with adjectives and nouns on the way."""
    for _ in range(6):
        word = words[place]
        if word.reading.possessed:
            return word.reading.lemma in listed()["bodies"]
        if word.head <= place or word.dep not in ("compound", "amod"):
            return False
        place = word.head
    return False


def top_of(words: Sequence[Word], place: int) -> int:
    """Return the head of the phrase that a word belongs to, as far as it is built."""
    for _ in range(12):
        if words[place].head <= place or words[place].dep not in ("compound", "amod", "nmod:poss"):
            break
        place = words[place].head
    return place
