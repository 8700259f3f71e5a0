"""Who did a deed, or whom it befell, where the Russian parser gave the verb another subject, or none.

A masculine or neuter noun without life has one form for both cases: only its meaning tells that a blast
organises nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from oqiga.model.syntax import ARGUMENTS, SUBJECTS
from oqiga.read.ru.arguments import is_below
from oqiga.read.ru.word import Word, children, marked

_CLIMB = 3
"""Words between who is told behind a clause and its finite verb: «*может* быть причастен фронт»."""


def doer(
    position: int, words: Sequence[Word], *, perpetrating: Collection[str], deeds: Collection[str]
) -> None:
    """Make who stands behind a verb its subject, where only he can be.

    perpetrating: verbs of which no deed is the subject. deeds: nouns for what is done.
    """
    _of_deed(position, words, perpetrating, deeds)
    _in_the_nominative(position, words)
    _before_comma(position, words)
    _joined_to_later(position, words)


def _of_deed(
    position: int, words: Sequence[Word], perpetrating: Collection[str], deeds: Collection[str]
) -> None:
    """«взрыв организовал «Тарский фронт»», «нападение могли совершить радикалы»: the deed is what was done,
    and whoever fits the verb behind it did it.
    """
    verb = words[position]
    if verb.lemma not in perpetrating or verb.pos != "VERB" or "Voice=Pass" in verb.feats:
        return
    leading = verb.dep == "xcomp" and "VerbForm=Inf" in verb.feats and 0 <= verb.head < position
    finite = verb.head if leading else position
    if "VerbForm=Fin" not in words[finite].feats:
        return
    hung = [at for top in {finite, position} for at in children(top, words, *ARGUMENTS, "obl")]
    bare = sorted(at for at in hung if not children(at, words, "case"))
    done = [at for at in bare if at < position and words[at].lemma in deeds]
    who = [
        at
        for at in bare
        if at > position and words[at].lemma not in deeds and _fits(words[at], words[finite])
    ]
    others = [at for at in bare if words[at].dep in SUBJECTS and at not in (*done, *who)]
    if len(done) != 1 or len(who) != 1 or others or "Animacy=Anim" in words[done[0]].feats:
        return
    deed, doing = words[done[0]], words[who[0]]
    deed.dep, deed.head, deed.feats = "obj", position, marked(deed.feats, "Case=Acc")
    doing.dep, doing.head, doing.feats = "nsubj", finite, marked(doing.feats, "Case=Nom")


def _fits(noun: Word, verb: Word) -> bool:
    """Tell whether a noun that may stand in the nominative has the number and gender of a verb."""
    if noun.pos not in ("NOUN", "PROPN") or {"Case=Nom", "Case=Acc"}.isdisjoint(noun.feats):
        return False
    marks = {feat for feat in verb.feats if feat.startswith(("Gender=", "Number="))}
    return marks <= noun.feats


def _in_the_nominative(position: int, words: Sequence[Word]) -> None:
    """«к взрыву может быть причастен «Тарский фронт»»: what no such word governs is the subject."""
    noun = words[position]
    above = words[noun.head] if 0 <= noun.head < position else None
    if above is None or noun.pos not in ("NOUN", "PROPN") or "Case=Nom" not in noun.feats:
        return
    astray = noun.dep == "obl" or (noun.dep in ("obj", "iobj") and above.pos == "ADJ")
    if not astray or children(position, words, "case"):
        return
    at = noun.head
    for _ in range(_CLIMB):
        if children(at, words, *SUBJECTS):
            return
        finite = not {"VerbForm=Fin", "Variant=Short"}.isdisjoint(words[at].feats)
        if finite and words[at].dep != "xcomp":
            break
        if words[at].dep != "xcomp" or words[at].head < 0:
            return
        at = words[at].head
    number = {feat for feat in words[at].feats if feat.startswith("Number=")}
    if number <= noun.feats and not is_below(at, position, words):
        noun.head, noun.dep = at, "nsubj"


def _before_comma(position: int, words: Sequence[Word]) -> None:
    """«были ранены два *человека*, одного спасти не удалось»: who is counted behind a verb is its subject."""
    noun = words[position]
    behind = position + 1
    if noun.dep not in SUBJECTS or noun.head <= behind or words[behind].text != ",":
        return
    verb = words[noun.head].head
    if words[noun.head].dep != "conj" or not 0 <= verb < position or words[verb].pos != "VERB":
        return
    between = all(is_below(at, position, words) for at in range(verb + 1, position))
    if between and children(position, words, "nummod") and not children(verb, words, *SUBJECTS, "obj"):
        noun.head, noun.dep = verb, "nsubj:pass" if "Voice=Pass" in words[verb].feats else "nsubj"


def _joined_to_later(position: int, words: Sequence[Word]) -> None:
    """«300 *учеников* и 12 учителей были похищены 21 мая»: nothing is joined to what stands behind a verb."""
    noun = words[position]
    if noun.dep != "conj" or noun.head <= position or not children(position, words, "nummod"):
        return
    verb = words[noun.head].head
    if not position < verb < noun.head or words[verb].pos != "VERB" or children(position, words, "case"):
        return
    if "Number=Plur" in words[verb].feats and not children(verb, words, *SUBJECTS):
        noun.head, noun.dep = verb, "nsubj:pass" if "Voice=Pass" in words[verb].feats else "nsubj"
