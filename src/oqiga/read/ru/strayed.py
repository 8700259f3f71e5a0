"""Subjects that the Russian parser hung on another word than their verb: numbers, names, the noun of a dash.

A verb without a subject takes the one that stands right beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.read.ru.arguments import SUBJECTS, is_below
from oqiga.read.ru.word import Word, children

_DASHES = frozenset({"—", "–", "-"})
_STRAYED = frozenset({"conj", "parataxis", "appos", "nmod"})
_HOLDING = frozenset({"parataxis", "obl"})
_FINITE = frozenset({"VerbForm=Fin", "Variant=Short"})


def strayed(position: int, words: Sequence[Word]) -> None:
    """Bring one word that is the subject of a verb, or of the noun behind a dash, to it."""
    _number_behind_phrase(position, words)
    _number_of_object(position, words)
    _number_before_dash(position, words)
    _name_before_verb(position, words)
    _in_brackets(position, words)
    _name_of_genitive(position, words)


def _number_behind_phrase(position: int, words: Sequence[Word]) -> None:
    """«погибли, по последним данным, 137»: a lone number behind a phrase set off belongs to the verb."""
    number = words[position]
    phrase = number.head
    if number.pos != "NUM" or not 0 <= phrase < position or words[position - 1].text != ",":
        return
    if (
        words[phrase].pos != "NOUN"
        or words[phrase].dep not in _HOLDING
        or not children(phrase, words, "case")
    ):
        return
    verb = words[phrase].head
    if not 0 <= verb < phrase or words[verb].pos != "VERB" or children(verb, words, *SUBJECTS):
        return
    if not children(position, words, "case") and _FINITE & words[verb].feats:
        number.head, number.dep = verb, "nsubj"


def _number_before_dash(position: int, words: Sequence[Word]) -> None:
    """«шесть из них — полицейские, ещё 36 ранены»: who the six are is told behind the dash, no more."""
    number = words[position]
    verb = number.head
    if number.pos != "NUM" or number.dep not in SUBJECTS or verb <= position:
        return
    dash = next((at for at in range(position + 1, verb) if words[at].text in _DASHES), None)
    if dash is None or any(words[at].text == "," for at in range(position, dash)):
        return
    comma = next((at for at in range(dash + 1, verb) if words[at].text in (",", ";")), None)
    told = (at for at in range(dash + 1, comma or dash) if words[at].pos == "NOUN")
    noun = next(
        (at for at in told if "Case=Nom" in words[at].feats and not is_below(at, position, words)), None
    )
    others = [each for each in children(verb, words, *SUBJECTS) if each > dash]
    if noun is not None and others and not is_below(verb, noun, words) and not is_below(noun, verb, words):
        number.head, number.dep = noun, "nsubj"


def _name_before_verb(position: int, words: Sequence[Word]) -> None:
    """«вынес приговоры: Лунин был приговорён …»: a name in front of a verb without a subject does it."""
    name = words[position]
    if (
        name.pos != "PROPN"
        or name.dep not in _STRAYED
        or "Case=Nom" not in name.feats
        or name.head > position
    ):
        return
    governor = words[name.head]
    if governor.pos == "PROPN" or "Case=Nom" in governor.feats or children(position, words, "case", "cc"):
        return
    verb = next((at for at in range(position + 1, len(words)) if words[at].pos in ("VERB", "PUNCT")), None)
    if verb is None or words[verb].pos != "VERB" or not _FINITE & words[verb].feats:
        return
    between = range(position + 1, verb)
    if any(not is_below(at, position, words) and words[at].head != verb for at in between):
        return
    subjects = [each for each in children(verb, words, *SUBJECTS) if words[each].pos != "DET"]
    if subjects or not _fits(position, verb, words) or is_below(verb, position, words):
        return
    name.head, name.dep = verb, "nsubj:pass" if "Voice=Pass" in words[verb].feats else "nsubj"


def _fits(name: int, verb: int, words: Sequence[Word]) -> bool:
    """Tell whether a verb has the number of a name, or of those joined to it."""
    many = "Number=Plur" in words[verb].feats
    return many == (bool(children(name, words, "conj")) or "Number=Plur" in words[name].feats)


def _in_brackets(position: int, words: Sequence[Word]) -> None:
    """«партия и отряды (YPG)»: what stands in brackets behind the last of several names is that one's."""
    name = words[position]
    first = name.head
    if (
        name.dep not in ("appos", "parataxis")
        or not 0 <= first < position - 2
        or words[position - 1].text != "("
    ):
        return
    at = position - 2
    while words[at].head > first and words[at].dep != "conj":
        at = words[at].head
    if (
        at > first
        and words[at].dep == "conj"
        and words[at].head == first
        and words[at].pos in ("NOUN", "PROPN")
    ):
        name.head = at


def _name_of_genitive(position: int, words: Sequence[Word]) -> None:
    """«вдова лидера боевиков Хизриева»: a name in the genitive is that of one told in the genitive."""
    name = words[position]
    if (
        name.pos != "PROPN"
        or name.dep != "appos"
        or "Case=Gen" not in name.feats
        or not 0 <= name.head < position
    ):
        return
    if "Case=Gen" in words[name.head].feats or children(position, words, "case"):
        return
    wanted = {"Case=Gen", "Animacy=Anim", "Number=Sing"}
    between = (at for at in range(name.head + 1, position) if wanted <= words[at].feats)
    owner = next((at for at in between if is_below(at, name.head, words)), None)
    if owner is not None:
        name.head = owner


def _number_of_object(position: int, words: Sequence[Word]) -> None:
    """«ещё четверых активисты выкрали»: an accusative counts nobody who stands in the nominative."""
    number = words[position]
    if number.dep != "nummod" or not {"Case=Acc", "Animacy=Anim"} <= number.feats or number.head <= position:
        return
    noun = words[number.head]
    if "Case=Nom" not in noun.feats or noun.dep not in SUBJECTS or words[noun.head].pos != "VERB":
        return
    if "Voice=Act" in words[noun.head].feats and not children(noun.head, words, "obj"):
        number.dep, number.head = "obj", noun.head
