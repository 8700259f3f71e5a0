"""Cases that the Russian tagger misses: of names that stand in the dative, of who does what a verb tells."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import SUBJECTS
from oqiga.read.ru.word import Word, children, marked

_PARTS = ("flat:name", "conj")


def cases(position: int, words: Sequence[Word]) -> None:
    """Mend the cases of what hangs on one word of a sentence, in place."""
    _dative(position, words)
    _plural_by_verb(position, words)
    _claimant_behind(position, words)
    _subject_before(position, words)
    _counted_before(position, words)
    _object_of_verb(position, words)
    _two_subjects(position, words)
    _set_off(position, words)


def _dative(position: int, words: Sequence[Word]) -> None:
    """«Бахраму Бекову предъявлено обвинение»: whom something is done to is in the dative, with his names."""
    word = words[position]
    if word.dep != "iobj" or word.pos != "PROPN" or children(position, words, "case"):
        return
    waiting = [position]
    while waiting:
        name = waiting.pop()
        words[name].feats = marked(words[name].feats, "Case=Dat")
        waiting += [each for each in children(name, words, *_PARTS) if words[each].pos == "PROPN"]


def _plural_by_verb(position: int, words: Sequence[Word]) -> None:
    """«лица открыли огонь»: the subject of a plural verb is no genitive, which has its form, but several."""
    noun = words[position]
    if noun.dep not in SUBJECTS or noun.pos != "NOUN" or not {"Case=Gen", "Number=Sing"} <= noun.feats:
        return
    if "Number=Plur" in words[noun.head].feats and not children(position, words, "case", "nummod", "conj"):
        noun.feats = marked(noun.feats, "Case=Nom", "Number=Plur")


def _claimant_behind(position: int, words: Sequence[Word]) -> None:
    """«взял на себя «Отряд Бекова», неизвестная группировка»: the name that the verb fits is its subject.

    Who stands behind the name, in another gender, only says what that is.
    """
    verb = words[position]
    marks = {feat for feat in verb.feats if feat.startswith(("Gender=", "Number="))}
    subjects = children(position, words, *SUBJECTS)
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


def _subject_before(position: int, words: Sequence[Word]) -> None:
    """«Государство взяло ответственность, но полагают, что акцию устроила партия»: the nearer verb's subject.

    No verb of a clause behind a conjunction has its object in front of another verb that lacks a subject.
    """
    noun = words[position]
    above = noun.head
    if noun.pos not in ("NOUN", "PROPN") or noun.dep not in ("obj", *SUBJECTS) or above <= position:
        return
    verb = next((at for at in range(position + 1, above) if words[at].pos == "VERB"), None)
    if verb is None or "VerbForm=Fin" not in words[verb].feats or children(verb, words, *SUBJECTS):
        return
    joint = any(words[at].pos in ("SCONJ", "CCONJ") for at in range(verb + 1, above))
    parted = any(words[at].text == "," for at in range(verb + 1, above))
    early = any(words[at].text == "," or words[at].pos == "SCONJ" for at in range(position + 1, verb))
    plain = {"Case=Nom", "Case=Acc"} & noun.feats and not children(position, words, "case")
    if (
        joint
        and parted
        and plain
        and not early
        and _agrees(noun, words[verb])
        and words[verb].dep != "acl:relcl"
    ):
        noun.head, noun.dep = verb, "nsubj"
        noun.feats = marked(noun.feats, "Case=Nom")


def _agrees(noun: Word, verb: Word) -> bool:
    marks = {feat for feat in verb.feats if feat.startswith(("Gender=", "Number="))}
    return bool(marks) and marks <= noun.feats


def _counted_before(position: int, words: Sequence[Word]) -> None:
    """«в результате провокации стороны 3 военнослужащих получили ранение»: those counted are no genitive."""
    noun = words[position]
    if noun.dep != "nmod" or not 0 <= noun.head < position or "Case=Gen" not in noun.feats:
        return
    if not children(position, words, "nummod") or children(position, words, "case"):
        return
    verb = next(
        (at for at in range(position + 1, len(words)) if words[at].pos in ("VERB", "PUNCT", "ADP")), None
    )
    if verb is None or not {"VerbForm=Fin", "Number=Plur"} <= words[verb].feats:
        return
    number = children(position, words, "nummod")[0]
    behind = any(words[at].pos == "NOUN" for at in range(noun.head + 1, number))
    if behind and not children(verb, words, *SUBJECTS):
        noun.head, noun.dep = verb, "nsubj"


def _object_of_verb(position: int, words: Sequence[Word]) -> None:
    """«полиция опознала стрелка как Бекова»: an accusative right behind a verb is its object."""
    noun = words[position]
    if noun.dep != "nmod" or noun.head != position - 1 or "Case=Acc" not in noun.feats:
        return
    if words[noun.head].pos == "VERB" and not children(noun.head, words, "obj"):
        noun.dep = "obj"
        for name in children(position, words, "nmod"):
            if children(name, words, "case") and words[name].pos == "PROPN":
                words[name].head, words[name].dep = noun.head, "obl"


def _two_subjects(position: int, words: Sequence[Word]) -> None:
    """«трое за решёткой, а Беков скрывается»: a verb in the singular has no number as its first subject."""
    verb = words[position]
    subjects = children(position, words, "nsubj")
    if verb.pos != "VERB" or "Number=Sing" not in verb.feats or len(subjects) != 2:
        return
    first, last = subjects
    between = words[first + 1 : last]
    joined = any(each.text == "," for each in between) and any(each.pos == "CCONJ" for each in between)
    if words[first].pos == "NUM" and last < position and "Number=Sing" in words[last].feats and joined:
        words[first].dep = "parataxis"


def _set_off(position: int, words: Sequence[Word]) -> None:
    """«стрелок, 14-летний ученик, сдался»: one who stands between commas before a singular is the same."""
    noun = words[position]
    first = noun.head
    if noun.dep != "conj" or not 0 <= first < position or children(position, words, "cc"):
        return
    verb = words[first].head
    if words[first].dep not in SUBJECTS or not position < verb or "Number=Sing" not in words[verb].feats:
        return
    commas = [at for at in range(first + 1, verb) if words[at].text == ","]
    others = [at for at in children(first, words, "conj") if words[at].pos in ("NOUN", "PROPN")]
    alone = len(others) == 1 and len(commas) == 2 and commas[0] < position < commas[1]
    if alone and words[commas[1] + 1].pos in ("VERB", "AUX") and words[verb].pos == "VERB":
        noun.dep = "appos"
