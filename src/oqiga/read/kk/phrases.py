"""Noun phrases of a Kazakh sentence: runs of words that lean on the noun at their end.

Everything before a noun modifies it: adjectives, numerals, nouns without a case, genitives. A postposition
stands behind. The words for a source ("… мәліметінше", by the account of …) are turned into postpositions,
so that what stands before them is the source.
"""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.read.kk.borders import inside_body
from oqiga.read.kk.leaning import CLOSING, LONGEST_NAME, MODIFIERS, OPENING, modifies, past_aside
from oqiga.read.kk.set_apart import name_actions, set_aside
from oqiga.read.kk.words import Word, listed

_RELATION = {"ADJ": "amod", "DET": "det", "NUM": "nummod"}
_NEXT = 6
"""Words among which the next of a phrase stands, past marks and an abbreviation in brackets."""


def build_phrases(words: Sequence[Word]) -> None:
    """Attach modifiers and postpositions; what stays open (head -1) are heads of phrases and predicates."""
    name_actions(words)
    set_aside(words)
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word.head >= 0:
            continue
        if word.pos == "ADP" and place and _governed(words, place) is not None:
            word.head, word.dep = _governed(words, place) or 0, "case"
        elif word.lower in listed()["hedges"] and place and words[place - 1].pos == "NUM":
            word.head, word.dep = place - 1, "advmod"
        elif word.lower == "емес" and word.pos == "PART" and place and words[place - 1].pos == "ADJ":
            word.head, word.dep = place - 1, "advmod"  # "дәстүрлі *емес* діни топ": what it is not
    for place in range(len(words) - 1, -1, -1):
        if words[place].head < 0:
            _lean(words, place)
    for word in words:
        _shorten(words, word)


def _governed(words: Sequence[Word], place: int) -> int | None:
    """Return the noun before a postposition, past other postpositions and a closing mark."""
    for before in range(place - 1, max(-1, place - 4), -1):
        word = words[before]
        alone = word.lower in listed()["alone"] and before == place - 1  # "бұл туралы", about this
        if word.nominal or word.pos in ("NUM", "VERB") or alone:
            return before
        if word.pos != "ADP" and word.text not in ("»", "”", '"', ")"):
            return None
    return None


def _lean(words: Sequence[Word], place: int) -> None:
    """Hang a modifier on the next noun, if its phrase goes on."""
    word = words[place]
    following = _next(words, place)
    if following is None:
        return
    other = words[following]
    if word.pos in MODIFIERS:
        goes_on = other.nominal or other.pos in MODIFIERS
        if goes_on and (word.pos != "NUM" or _counts(words, place, following)):
            word.head, word.dep = following, _RELATION[word.pos]
    elif word.reading.case == "Gen" and _past(words, following):
        word.head, word.dep = following + 1, "nmod:poss"
    elif word.reading.possessed and word.reading.case == "Nom" and _opens_between(words, place, following):
        return  # "прокуратурасы "қиратты" деген адамның ісін …": what is quoted is not the prosecutors'
    elif word.nominal and modifies(word, other, glued=following == place + 1, words=words, place=place):
        word.head, word.dep = following, "nmod:poss" if word.reading.case == "Gen" else "compound"


def _opens_between(words: Sequence[Word], place: int, following: int) -> bool:
    """Tell whether a quotation opens between two words, and nothing in it ends a name of a body."""
    marks = [at for at in range(place + 1, following) if words[at].text in OPENING]
    if not marks or sum(word.text == '"' for word in words[: marks[0]]) % 2:
        return False
    inside = words[marks[0] + 1 : marks[0] + 2 + LONGEST_NAME]
    closing = next((at for at, word in enumerate(inside) if word.text in CLOSING), None)
    return closing is None or any(word.pos == "VERB" for word in inside[:closing])


def _past(words: Sequence[Word], place: int) -> bool:
    """Tell whether a noun with a case stands before the one that is owned: "оның шабуылға *қатысы*"."""
    if place + 1 >= len(words):
        return False
    between, owned = words[place], words[place + 1]
    apart = between.nominal and between.reading.case in ("Dat", "Abl") and not between.reading.possessed
    return apart and between.head < 0 and owned.pos == "NOUN" and owned.reading.possessed


def _counts(words: Sequence[Word], place: int, following: int) -> bool:
    """Tell whether a numeral belongs to the noun behind it: bare, or with a hedge that took its case."""
    case, possessed = words[place].reading.case, words[place].reading.possessed
    if _numbers_outlet(words, place, following):
        words[place].head, words[place].dep = place - 1, "flat"
        return False
    hedged = any(words[between].lower in listed()["hedges"] for between in range(place + 1, following))
    return hedged or (case in ("", "Nom") and not possessed)


def _numbers_outlet(words: Sequence[Word], place: int, following: int) -> bool:
    """Tell whether a number is a part of the name of an outlet: "Channel *12* телеарнасы"."""
    before = words[place - 1]
    foreign = place > 0 and before.pos == "PROPN" and before.piece.text.isascii()
    foreign = foreign and before.reading.case == "Nom"
    return foreign and following == place + 1 and inside_body(words, following)


def _next(words: Sequence[Word], place: int) -> int | None:
    """Return the next word of the same run: past quotation marks, hedges and what hangs on a numeral."""
    beyond = past_aside(words, place)
    for following in range(beyond, min(len(words), beyond - 1 + _NEXT)):
        word = words[following]
        if word.text in "()" and word.pos == "PUNCT" and _around_short(words, following):
            continue
        if word.dep in ("appos", "flat") or (word.lower == "емес" and word.head == place):
            continue
        dash = word.text in ("–", "—") and _inside_marks(words, following)  # «Әш – Шабаб»
        if (
            dash
            or word.text in ("«", "“", "»", "”", '"', "-")
            or (word.lower in listed()["hedges"] and words[place].pos == "NUM")
        ):
            continue
        return (
            following
            if word.pos not in ("PUNCT", "ADP", "CCONJ", "VERB", "AUX", "ADV", "PART")
            and word.dep != "compound:lvc"
            else None
        )
    return None


def _around_short(words: Sequence[Word], place: int) -> bool:
    """Tell whether a bracket stands beside an abbreviation that is set aside."""
    inside = place + 1 if words[place].text == "(" else place - 1
    return 0 <= inside < len(words) and words[inside].dep == "appos"


def _inside_marks(words: Sequence[Word], place: int) -> bool:
    """Tell whether a sign stands in a short name in quotation marks."""
    opens = any(word.text in OPENING for word in words[max(0, place - 2) : place])
    return opens and any(word.text in CLOSING for word in words[place + 1 : place + 3])


def _leads_on(word: Word) -> bool:
    """Tell whether a word only leads to the noun that a genitive before it owns."""
    return word.dep in _RELATION.values() or (word.dep == "compound" and not word.reading.possessed)


def _shorten(words: Sequence[Word], word: Word) -> None:
    """Let a modifier hang on the head of its phrase rather than on a word in between."""
    while word.dep == "nmod:poss" and _leads_on(words[word.head]):
        word.head = words[word.head].head  # "Қазақстанның 12 азаматы", "күдіктінің 28 жастағы тұрғын екені"
    if word.dep not in ("amod", "det", "nummod", "compound"):
        return
    if word.dep == "nummod" and f"{word.lower} {words[word.head].lower}" in listed()["groups_of"]:
        return  # "*бір* топ адам": one group, of people
    steps = 0
    while words[word.head].dep in ("compound", "amod", "det", "nummod") and steps < 12:
        word.head, steps = words[word.head].head, steps + 1
