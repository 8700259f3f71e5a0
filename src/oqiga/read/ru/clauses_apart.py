"""Words in front of a clause, or of a second verb, that the Russian parser hung on the verb behind."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.read.ru.word import Word, children

_LEAST = 2
"""Words in front of the comma before a clause."""


def nominal_before_clause(position: int, words: Sequence[Word]) -> None:
    """«Это крупнейшее *нападение* с 2016 года, когда Беков убил восемь»: the noun is what is told, and the
    clause describes the year.
    """
    mark, verb = words[position], words[position].head
    opens = mark.pos == "SCONJ" and mark.dep == "mark" and words[position - 1].text == ","
    if not opens or position <= _LEAST or verb <= position or words[verb].dep != "root":
        return
    before = [at for at in range(position - 1) if words[at].head == verb]
    nouns = [at for at in before if words[at].pos == "NOUN" and "Case=Nom" in words[at].feats]
    noun = next((at for at in nouns if children(at, words, "nsubj")), None)
    if noun is None:
        return
    words[noun].head, words[noun].dep = words[verb].head, words[verb].dep
    for at in before:
        if at != noun:
            words[at].head = noun
    words[verb].head, words[verb].dep = before[-1], "acl:relcl"


def before_the_joint(position: int, words: Sequence[Word]) -> None:
    """«обвинил лигу в своих *бедах* и намеревался напасть»: what stands before "and" is the first verb's."""
    word = words[position]
    if word.dep != "obl" or word.head <= position or not children(position, words, "case"):
        return
    at = word.head
    while words[at].dep == "xcomp" and words[at].head > position:
        at = words[at].head
    first = words[at].head
    if words[at].dep != "conj" or not 0 <= first < position or words[first].pos != "VERB":
        return
    if any(position < joint < at for joint in children(at, words, "cc")):
        word.head = first
