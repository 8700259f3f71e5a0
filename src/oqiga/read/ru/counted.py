"""Numbers and what they count: the noun heads its number, bounds hang on it."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import ARGUMENTS, SUBJECTS
from oqiga.read.ru.tree_words import TreeWords
from oqiga.read.ru.word import NOMINAL, Word, children

_LEAST = 3
"""Words in front of what stands instead of a number."""
_REACH = 7
"""Words back to the number that is none."""


def age(word: Word, lists: TreeWords) -> None:
    """«24-летний террорист»: how old somebody is counts nobody."""
    figures, hyphen, unit = word.lemma.partition("-")
    if word.pos == "NUM" and hyphen and figures.isdecimal() and unit in lists.ages:
        word.pos = "ADJ"
        word.dep = "amod" if word.dep == "nummod" else word.dep


def counted_noun_above(position: int, words: Sequence[Word]) -> None:
    """«десятки человек»: let «человек» take the place of «десятки» and count it."""
    quantity = words[position]
    for child in children(position, words, "nmod"):
        counted = words[child]
        if child < position or "Case=Gen" not in counted.feats or children(child, words, "case"):
            continue
        counted.dep, counted.head = quantity.dep, quantity.head
        quantity.dep, quantity.head = "nummod", child
        for other in children(position, words, "case", "acl", "acl:relcl", "appos", "conj", "cc", "nmod"):
            words[other].head = child
        return


def bound_under_number(position: int, words: Sequence[Word], lists: TreeWords) -> None:
    """«не менее 37 человек»: let «менее» hang on «37», and «человек» be what «менее» was taken for."""
    number = position + 1
    if number < len(words) and words[number].lemma in lists.links:
        number += 1
    if number >= len(words) or not (words[number].pos == "NUM" or words[number].lemma in lists.quantities):
        return
    bound = words[position]
    counted = words[number].head if words[number].dep == "nummod" else number
    if bound.pos == "ADP" and bound.lemma == "до" and words[counted].dep not in ARGUMENTS:
        return  # «выросло до 17»
    top = _child_above(number, position, words)
    if top is not None:
        words[top].head, words[top].dep = bound.head, bound.dep
    elif bound.dep in ARGUMENTS and counted >= 0 and words[counted].head == bound.head:
        words[counted].dep = bound.dep
    elif words[number].dep == "root":
        return
    bound.head, bound.dep = number, "advmod"
    for between in range(position + 1, number):
        words[between].head, words[between].dep = position, "fixed"


def _child_above(word: int, ancestor: int, words: Sequence[Word]) -> int | None:
    """Return the dependent of `ancestor` on the way down to `word`, None when `word` is not below it."""
    while word != -1:
        above = words[word].head
        if above == ancestor:
            return word
        word = above
    return None


def counted_behind(position: int, words: Sequence[Word]) -> None:
    """«унёс жизни 40 человек», «ранены от 3 до 7 человек»: let those counted hang where they belong."""
    word = words[position]
    if "Case=Gen" not in word.feats or word.head < 0 or not children(position, words, "nummod"):
        return
    above = words[word.head]
    if word.dep in ("conj", "obj") and above.pos == "VERB" and not children(position, words, "cc"):
        before = [other for other in children(word.head, words, "obj") if other < position]
        between = words[before[-1] + 1 : position] if before else ()
        if before and all(
            each.pos in ("ADP", "ADV", "NUM", "PART", "PUNCT", "ADJ", "NOUN") for each in between
        ):
            word.dep, word.head = "nmod", before[-1]
    elif word.dep == "obl" and above.pos == "NUM" and above.dep in NOMINAL and above.head >= 0:
        number, verb = word.head, above.head  # the first number of a range
        if words[verb].pos == "VERB" and word.head < position:
            told = children(verb, words, *SUBJECTS)
            above.dep, above.head, word.head = "nummod", position, verb
            word.dep = "obj" if told else "nsubj"
            for case in (*children(position, words, "case"), *children(number, words, "case")):
                words[case].dep = "advmod"


def number_of_a_verb(position: int, words: Sequence[Word]) -> None:
    """«ранили еще пятерых», «достигло 25»: a number alone is an argument of its verb."""
    word = words[position]
    if word.dep != "nummod" or word.head < 0 or words[word.head].pos not in ("VERB", "AUX"):
        return
    governor = words[word.head]
    if "Case=Gen" in governor.feats and "VerbForm=Part" in governor.feats:
        return  # a participle that stands for people, counted
    if children(position, words, "case"):
        word.dep = "obl"
    elif "Voice=Pass" in governor.feats and not children(word.head, words, "nsubj:pass"):
        word.dep = "nsubj:pass"
    else:
        word.dep = "obj"


def instead(position: int, words: Sequence[Word], lists: TreeWords) -> None:
    """«погибли не 12, а 15 человек»: those behind take the place of the number that is none."""
    joint = words[position]
    if position < _LEAST or joint.text.lower() not in lists.instead or words[position - 1].text != ",":
        return
    other = joint.head
    if other > position and words[other].dep == "nummod" and words[other].head > other:
        other = words[other].head
    denied = [
        at for at in range(max(0, position - _REACH), position) if words[at].text.lower() in lists.denied
    ]
    number = denied[-1] + 1 if denied else position
    if words[number].pos != "NUM" or other <= position or words[other].dep != "conj":
        return
    counted = words[number].head if words[number].dep == "nummod" else number
    if words[counted].dep not in ARGUMENTS or words[other].head not in (counted, words[counted].head):
        return
    words[other].head, words[other].dep = words[counted].head, words[counted].dep
    words[counted].head, words[counted].dep = other, "parataxis"
    words[denied[-1]].head = number
