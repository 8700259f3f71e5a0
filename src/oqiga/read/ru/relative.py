"""Relative clauses that the Russian parser joined to the verb before the noun that they describe."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from oqiga.model.syntax import SUBJECTS
from oqiga.read.languages import language_pack
from oqiga.read.ru.arguments import is_below
from oqiga.read.ru.word import Word

_BOTH = 2
"""Marks of a pronoun, gender and number, that must both be told."""


@lru_cache(maxsize=1)
def _relative() -> frozenset[str]:
    return frozenset(map(str, language_pack("ru").lexicon("people")["relative"]))


def relative_clause(position: int, words: Sequence[Word]) -> None:
    """«уроженца Орска, который, как уверяет полиция, *готовил* поджог»: it describes who stands before."""
    pronoun = words[position]
    told = pronoun.pos == "PRON" and pronoun.lemma in _relative() and pronoun.dep in SUBJECTS
    if not told or not position:
        return
    verb = words[pronoun.head]
    _of_another_noun(pronoun, verb, words)
    if verb.pos != "VERB" or verb.dep != "conj" or not verb.head < position < pronoun.head:
        return
    marks = {feat for feat in pronoun.feats if feat.startswith(("Gender=", "Number="))}
    if words[position - 1].text != "," or not marks:
        return
    nouns = (at for at in range(position - 2, -1, -1) if words[at].pos in ("NOUN", "PROPN"))
    noun = next((at for at in nouns if marks <= words[at].feats), None)
    while noun is not None and words[noun].dep in ("nmod", "appos") and words[noun].head < noun:
        if not marks <= words[words[noun].head].feats:
            break
        noun = words[noun].head
    if noun is not None and not is_below(noun, pronoun.head, words):
        verb.head, verb.dep = noun, "acl:relcl"


def _of_another_noun(pronoun: Word, verb: Word, words: Sequence[Word]) -> None:
    """«сторонника организации, *который* готовил поджог»: a clause is of whom its pronoun fits."""
    marks = {feat for feat in pronoun.feats if feat.startswith(("Gender=", "Number="))}
    if verb.dep != "acl:relcl" or verb.head < 0 or len(marks) < _BOTH:
        return
    noun = verb.head
    while not _agrees(marks, words[noun]) and words[noun].dep in ("nmod", "appos") and words[noun].head >= 0:
        noun = words[noun].head
    if _agrees(marks, words[noun]) and words[noun].pos in ("NOUN", "PROPN"):
        verb.head = noun


def _agrees(marks: set[str], noun: Word) -> bool:
    return marks <= noun.feats


def participle(position: int, words: Sequence[Word]) -> None:
    """«задержали человека, устроившего взрыв»: a form of what lives describes whoever stands before it."""
    verb = words[position]
    if verb.pos != "VERB" or verb.dep not in ("acl", "amod") or not position < verb.head:
        return
    thing = words[verb.head]
    living = {"VerbForm=Part", "Voice=Act", "Gender=Masc"} <= verb.feats and verb.text.endswith("его")
    if not living or not {"Animacy=Inan", "Case=Acc"} <= thing.feats or words[position - 1].text != ",":
        return
    nouns = (at for at in range(position - 2, -1, -1) if words[at].pos in ("NOUN", "PROPN", "VERB"))
    noun = next(nouns, None)
    if noun is None or not {"Animacy=Anim", "Gender=Masc", "Number=Sing"} <= words[noun].feats:
        return
    thing.dep, thing.head = "obj", position
    verb.dep, verb.head = "acl", noun
