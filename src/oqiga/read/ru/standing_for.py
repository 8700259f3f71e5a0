"""Words that stand for people: participles, adjectives, «тот» for somebody told before."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import SUBJECTS
from oqiga.read.ru.morphology import noun_lemma
from oqiga.read.ru.tree_words import TreeWords
from oqiga.read.ru.word import NOMINAL, Word, children, marked

_VERBAL_FEATS = ("VerbForm=", "Aspect=", "Tense=", "Voice=", "Degree=")


def people(position: int, words: Sequence[Word]) -> None:
    """«число погибших», «трое военных»: make participles and adjectives that head a noun phrase nouns."""
    word = words[position]
    participle = word.pos == "VERB" and "VerbForm=Part" in word.feats and "Variant=Short" not in word.feats
    adjective = word.pos == "ADJ" and "Variant=Short" not in word.feats
    if not (participle or adjective) or not any(feat.startswith("Case=") for feat in word.feats):
        return
    counted = bool(children(position, words, "nummod"))
    beside_noun = word.dep == "conj" and words[word.head].pos in ("NOUN", "PROPN", "PRON")
    after_preposition = word.dep in ("root", "conj", "parataxis") and bool(
        children(position, words, "case", "mark")
    )
    alone = participle and (_describes_nobody(word, words) or _says_who(position, words))
    if not (word.dep in NOMINAL or counted or beside_noun or after_preposition or alone):
        return
    if _of_a_man(word, words):
        feats = sorted(marked(word.feats, "Case=Nom", "Gender=Masc"))
        word.feats, word.tag = frozenset(feats), "|".join(("ADJ", *feats))
    word.pos = "NOUN"
    word.lemma = noun_lemma(word.text.lower(), word.tag)
    word.feats = frozenset(feat for feat in word.feats if not feat.startswith(_VERBAL_FEATS)) | {
        "Animacy=Anim",
        "Subst=Yes",
    }
    for child in children(position, words, "mark"):
        if words[child].pos == "ADP":
            words[child].dep = "case"


def counted_apart(position: int, words: Sequence[Word]) -> None:
    """«о двух *убитых* и трёх раненых солдатах»: a participle with its own number stands for people."""
    word = words[position]
    noun = word.head
    if word.pos != "VERB" or word.dep not in ("acl", "amod") or noun <= position or position < 1:
        return
    number, joint = words[position - 1], words[position + 1]
    counts = number.pos == "NUM" and number.head == noun and joint.pos == "CCONJ"
    other = any(words[at].pos == "NUM" for at in range(position + 2, noun))
    if not counts or not other or words[noun].pos != "NOUN" or "Number=Plur" not in word.feats:
        return
    word.head, word.dep = words[noun].head, words[noun].dep
    words[noun].head, words[noun].dep = position, "conj"
    number.head, number.dep = position, "nummod"
    joint.head = noun
    for at in children(noun, words, "case"):
        if at < position:
            words[at].head = position


def _of_a_man(word: Word, words: Sequence[Word]) -> bool:
    """Tell whether an adjective is no woman's in another case: «один убит, *второй* тяжело ранен»."""
    womans = word.text.lower().endswith("ой") and "Gender=Fem" in word.feats
    return womans and word.dep in SUBJECTS and "Gender=Masc" in words[word.head].feats


def _says_who(position: int, words: Sequence[Word]) -> bool:
    """Tell whether a participle says who its subject was: «*нападавшими* были четверо мужчин»."""
    told = children(position, words, "cop") and children(position, words, "nsubj")
    return bool(told) and {"Case=Ins", "Voice=Act"} <= words[position].feats


def _describes_nobody(word: Word, words: Sequence[Word]) -> bool:
    """Tell whether a genitive plural participle agrees with no noun: «погибших - 13», «погибших нет»."""
    if not {"Case=Gen", "Number=Plur"} <= word.feats:
        return False
    if word.dep == "root":
        return True
    head = words[word.head].feats  # «о четырёх военных, пострадавших …»: these cases share their forms
    agrees = "Number=Plur" in head and bool(head & {"Case=Gen", "Case=Loc", "Case=Acc"})
    return word.dep in ("acl", "amod") and not agrees


def latter(position: int, words: Sequence[Word], lists: TreeWords) -> None:
    """«напал на полицейского, *тот* скончался»: it stands for somebody, unless a clause tells for whom.

    So does the object of a verb: «лишив *их* жизни».
    """
    word = words[position]
    if word.pos == "DET" and word.dep == "obj" and words[word.head].pos == "VERB":
        number = "Number=Plur" if word.text.lower() in lists.many else "Number=Sing"
        word.pos, word.feats = "PRON", marked(word.feats, "Case=Acc", number)
    alone = word.pos == "DET" and word.text.lower() in lists.latter and word.dep in SUBJECTS
    if alone and not children(position, words, "acl", "acl:relcl"):
        word.pos = "PRON"
