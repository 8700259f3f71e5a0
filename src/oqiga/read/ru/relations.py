"""Russian trees into the shape that the engines share.

The parser follows the Russian treebank. Here: a counted noun always heads its number, whichever case governs
which; bounds of a number («не менее», «более», «около») hang on the number; participles and adjectives that
stand for people become nouns; the instrumental agent of a passive is `obl:agent`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from oqiga.read.languages import language_pack
from oqiga.read.ru.morphology import noun_lemma

_ARGUMENTS = {"nsubj", "nsubj:pass", "obj"}
_NOMINAL = _ARGUMENTS | {"iobj", "obl", "obl:agent", "nmod", "appos"}
_DEEP = 4
"""Nouns that hang on one another, looked through for whom a verb of accusing acts on."""
_VERBAL_FEATS = ("VerbForm=", "Aspect=", "Tense=", "Voice=", "Degree=")


@dataclass(slots=True)
class Word:
    """One word while its sentence is reshaped. head: position in the sentence, -1 at the root."""

    text: str
    tag: str
    pos: str
    feats: frozenset[str]
    lemma: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class _Lists:
    bounds: frozenset[str]
    links: frozenset[str]
    quantities: frozenset[str]
    agents: frozenset[str]
    ages: frozenset[str]
    accusing: frozenset[str]


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    lexicon = language_pack("ru").lexicon("trees")
    names = ("bounds", "links", "quantities", "agents", "ages", "accusing")
    return _Lists(*(frozenset(lexicon[name]) for name in names))


def reshape(words: Sequence[Word]) -> None:
    """Bring one sentence, in place, into the common shape."""
    lists = _lists()
    for word in words:
        if word.dep.startswith("nummod"):
            word.dep = "nummod"
        _age(word, lists)
    for position, word in enumerate(words):
        if word.lemma in lists.quantities:
            _counted_noun_above(position, words)
        if word.lemma in lists.bounds or word.text.lower() in lists.bounds:
            _bound_under_number(position, words, lists)
    for position in range(len(words)):
        _behind_its_noun(position, words)
    for position in range(len(words)):
        _number_of_a_verb(position, words)
        _people(position, words)
    for position in range(len(words)):
        _subject_of_two(position, words)
        _whom_accused(position, words, lists)
    for position in range(len(words)):
        _agent(position, words, lists)


def _age(word: Word, lists: _Lists) -> None:
    """«24-летний террорист»: how old somebody is counts nobody."""
    figures, hyphen, unit = word.lemma.partition("-")
    if word.pos == "NUM" and hyphen and figures.isdecimal() and unit in lists.ages:
        word.pos = "ADJ"
        word.dep = "amod" if word.dep == "nummod" else word.dep


def _children(position: int, words: Sequence[Word], *deps: str) -> list[int]:
    return [other for other, word in enumerate(words) if word.head == position and word.dep in deps]


def _counted_noun_above(position: int, words: Sequence[Word]) -> None:
    """«десятки человек»: let «человек» take the place of «десятки» and count it."""
    quantity = words[position]
    for child in _children(position, words, "nmod"):
        counted = words[child]
        if child < position or "Case=Gen" not in counted.feats or _children(child, words, "case"):
            continue
        counted.dep, counted.head = quantity.dep, quantity.head
        quantity.dep, quantity.head = "nummod", child
        for other in _children(position, words, "case", "acl", "acl:relcl", "appos", "conj", "cc", "nmod"):
            words[other].head = child
        return


def _bound_under_number(position: int, words: Sequence[Word], lists: _Lists) -> None:
    """«не менее 37 человек»: let «менее» hang on «37», and «человек» be what «менее» was taken for."""
    number = position + 1
    if number < len(words) and words[number].lemma in lists.links:
        number += 1
    if number >= len(words) or not (words[number].pos == "NUM" or words[number].lemma in lists.quantities):
        return
    bound = words[position]
    counted = words[number].head if words[number].dep == "nummod" else number
    if bound.pos == "ADP" and bound.lemma == "до" and words[counted].dep not in _ARGUMENTS:
        return  # «выросло до 17»
    top = _child_above(number, position, words)
    if top is not None:
        words[top].head, words[top].dep = bound.head, bound.dep
    elif bound.dep in _ARGUMENTS and counted >= 0 and words[counted].head == bound.head:
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


def _behind_its_noun(position: int, words: Sequence[Word]) -> None:
    """«в Избербаше убит один полицейский, сообщает …»: what describes a noun stands behind it.

    What the parser hung on a noun ahead, past a verb, belongs to that verb, or to the noun right before.
    """
    word = words[position]
    if word.dep != "nmod" or word.head <= position:
        return
    verbs = [other for other in range(position + 1, word.head) if words[other].pos == "VERB"]
    if not verbs:
        return
    if _children(position, words, "case"):
        word.head, word.dep = verbs[0], "obl"
    elif position and words[position - 1].pos == "NOUN":
        word.head, word.dep = position - 1, "appos"


def _number_of_a_verb(position: int, words: Sequence[Word]) -> None:
    """«ранили еще пятерых», «достигло 25»: a number alone is an argument of its verb."""
    word = words[position]
    if word.dep != "nummod" or word.head < 0 or words[word.head].pos not in ("VERB", "AUX"):
        return
    governor = words[word.head]
    if "Case=Gen" in governor.feats and "VerbForm=Part" in governor.feats:
        return  # a participle that stands for people, counted
    if _children(position, words, "case"):
        word.dep = "obl"
    elif "Voice=Pass" in governor.feats and not _children(word.head, words, "nsubj:pass"):
        word.dep = "nsubj:pass"
    else:
        word.dep = "obj"


def _subject_of_two(position: int, words: Sequence[Word]) -> None:
    """«ответственность взяло движение»: of two objects, or two subjects, its verb agrees with the subject."""
    verb = words[position]
    if verb.pos == "VERB" and "Voice=Act" in verb.feats:
        _object_of_two(_children(position, words, "nsubj"), verb, words)
    objects = _children(position, words, "obj")
    if verb.pos != "VERB" or len(objects) != 2 or _children(position, words, "nsubj", "nsubj:pass"):
        return
    marks = {feat for feat in verb.feats if feat.startswith(("Gender=", "Number="))}
    agreeing = [other for other in objects if marks and marks <= words[other].feats]
    if len(agreeing) == 1 and "VerbForm=Fin" in verb.feats:
        subject = words[agreeing[0]]
        subject.dep = "nsubj"
        subject.feats = (subject.feats - {"Case=Acc"}) | {"Case=Nom"}


def _object_of_two(subjects: Sequence[int], verb: Word, words: Sequence[Word]) -> None:
    """«взрыв устроила банда»: of two subjects the lifeless one that the verb does not fit is the object."""
    marks = {feat for feat in verb.feats if feat.startswith(("Gender=", "Number="))}
    fitting = (each for each in subjects if marks <= words[each].feats)
    agreeing = [each for each in fitting if "Case=Acc" not in words[each].feats]
    if len(subjects) != 2 or len(agreeing) != 1 or not marks:
        return
    other = words[next(each for each in subjects if each not in agreeing)]
    if "Animacy=Inan" in other.feats:
        other.dep = "obj"
        other.feats = (other.feats - {"Case=Nom"}) | {"Case=Acc"}


def _whom_accused(position: int, words: Sequence[Word], lists: _Lists) -> None:
    """«обвинил в атаке Украину», «назвал виновным Каримова»: who stands behind the wrong is the object."""
    verb = words[position]
    if verb.lemma not in lists.accusing or not _active(verb) or _children(position, words, "obj"):
        return
    for wrong in _children(position, words, "obl", "xcomp"):
        behind, whom = wrong, None
        for _ in range(_DEEP):
            below = [other for other in _children(behind, words, "nmod") if other > behind]
            bare = [other for other in below if not _children(other, words, "case")]
            if not bare:
                break
            behind = bare[-1]
            whom = behind if _may_be_object(words[behind]) else whom
        if whom is not None and wrong > position:
            words[whom].head, words[whom].dep = position, "obj"
            return


def _active(verb: Word) -> bool:
    return verb.pos == "VERB" and "VerbForm=Part" not in verb.feats and "Voice=Pass" not in verb.feats


def _may_be_object(noun: Word) -> bool:
    """Tell whether a noun may stand in the accusative, also where the tagger takes that for a genitive."""
    if "Case=Acc" in noun.feats:
        return True
    living = {"Case=Gen", "Animacy=Anim"} <= noun.feats
    return living and bool({"Gender=Masc", "Number=Plur"} & noun.feats)


def _people(position: int, words: Sequence[Word]) -> None:
    """«число погибших», «трое военных»: make participles and adjectives that head a noun phrase nouns."""
    word = words[position]
    participle = word.pos == "VERB" and "VerbForm=Part" in word.feats and "Variant=Short" not in word.feats
    adjective = word.pos == "ADJ" and "Variant=Short" not in word.feats
    if not (participle or adjective) or not any(feat.startswith("Case=") for feat in word.feats):
        return
    counted = bool(_children(position, words, "nummod"))
    beside_noun = word.dep == "conj" and words[word.head].pos in ("NOUN", "PROPN", "PRON")
    after_preposition = word.dep in ("root", "conj", "parataxis") and bool(
        _children(position, words, "case", "mark")
    )
    alone = participle and _describes_nobody(word, words)
    if not (word.dep in _NOMINAL or counted or beside_noun or after_preposition or alone):
        return
    word.pos = "NOUN"
    word.lemma = noun_lemma(word.text.lower(), word.tag)
    word.feats = frozenset(feat for feat in word.feats if not feat.startswith(_VERBAL_FEATS)) | {
        "Animacy=Anim",
        "Subst=Yes",
    }
    for child in _children(position, words, "mark"):
        if words[child].pos == "ADP":
            words[child].dep = "case"


def _describes_nobody(word: Word, words: Sequence[Word]) -> bool:
    """Tell whether a genitive plural participle agrees with no noun: «погибших - 13», «погибших нет»."""
    if not {"Case=Gen", "Number=Plur"} <= word.feats:
        return False
    if word.dep == "root":
        return True
    return word.dep in ("acl", "amod") and not {"Case=Gen", "Number=Plur"} <= words[word.head].feats


def _agent(position: int, words: Sequence[Word], lists: _Lists) -> None:
    word = words[position]
    if word.dep != "obl" or "Case=Ins" not in word.feats or "Voice=Pass" not in words[word.head].feats:
        return
    acting = "Animacy=Anim" in word.feats or word.lemma in lists.agents
    if acting and not _children(position, words, "case"):
        word.dep = "obl:agent"
