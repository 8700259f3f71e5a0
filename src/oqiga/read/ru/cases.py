"""Cases that the Russian tagger misses: of names that stand in the dative, of who does what a verb tells."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.read.ru.word import Word, children

_PARTS = ("flat:name", "conj")
_SUBJECTS = ("nsubj", "nsubj:pass")


def cases(position: int, words: Sequence[Word]) -> None:
    """Mend the cases of what hangs on one word of a sentence, in place."""
    _dative(position, words)
    _claimant_behind(position, words)


def _dative(position: int, words: Sequence[Word]) -> None:
    """«Бахраму Бекову предъявлено обвинение»: whom something is done to is in the dative, with his names."""
    word = words[position]
    if word.dep != "iobj" or word.pos != "PROPN" or children(position, words, "case"):
        return
    waiting = [position]
    while waiting:
        name = waiting.pop()
        kept = frozenset(feat for feat in words[name].feats if not feat.startswith("Case="))
        words[name].feats = kept | {"Case=Dat"}
        waiting += [each for each in children(name, words, *_PARTS) if words[each].pos == "PROPN"]


def _claimant_behind(position: int, words: Sequence[Word]) -> None:
    """«взял на себя «Отряд Бекова», неизвестная группировка»: the name that the verb fits is its subject.

    Who stands behind the name, in another gender, only says what that is.
    """
    verb = words[position]
    marks = {feat for feat in verb.feats if feat.startswith(("Gender=", "Number="))}
    subjects = children(position, words, *_SUBJECTS)
    if verb.pos != "VERB" or len(marks) < len(("Gender", "Number")) or len(subjects) != 1:
        return
    kind = words[subjects[0]]
    if marks <= kind.feats or kind.pos != "NOUN" or not position < subjects[0]:
        return
    names = [
        each
        for each in children(position, words, "obj")
        if position < each < subjects[0] and marks | {"Case=Nom"} <= words[each].feats
    ]
    if len(names) == 1 and any(words[at].text == "," for at in range(names[0] + 1, subjects[0])):
        words[names[0]].dep = kind.dep
        kind.dep, kind.head = "appos", names[0]
