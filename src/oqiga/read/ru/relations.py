"""Russian trees into the shape that the engines share.

The parser follows the Russian treebank. Here: a counted noun always heads its number, whichever case governs
which; bounds of a number («не менее», «более», «около») hang on the number; participles and adjectives that
stand for people become nouns; the instrumental agent of a passive is `obl:agent`.
"""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import SUBJECTS
from oqiga.read.ru.accused import accused
from oqiga.read.ru.arguments import arguments
from oqiga.read.ru.cases import cases
from oqiga.read.ru.clauses_apart import before_the_joint, nominal_before_clause
from oqiga.read.ru.counted import (
    age,
    bound_under_number,
    counted_behind,
    counted_noun_above,
    instead,
    number_of_a_verb,
)
from oqiga.read.ru.doers import doer
from oqiga.read.ru.named_by import named_by
from oqiga.read.ru.relative import participle, relative_clause
from oqiga.read.ru.standing_for import counted_apart, latter, people
from oqiga.read.ru.strayed import before_its_noun, joined_participle, of_two_ages, strayed
from oqiga.read.ru.tree_words import TreeWords, tree_words
from oqiga.read.ru.trees import circle
from oqiga.read.ru.word import Word, children


def reshape(words: Sequence[Word]) -> None:
    """Bring one sentence, in place, into the common shape: a tree again, as it came."""
    lists = tree_words()
    before = [(word.head, word.dep) for word in words]
    for word in words:
        if word.dep.startswith("nummod"):
            word.dep = "nummod"
        age(word, lists)
    for position, word in enumerate(words):
        if word.lemma in lists.quantities:
            counted_noun_above(position, words)
        if word.lemma in lists.bounds or word.text.lower() in lists.bounds:
            bound_under_number(position, words, lists)
    for position in range(len(words)):
        _behind_its_noun(position, words)
        _subject_of_copula(position, words)
    for position in range(len(words)):
        joined_participle(position, words)
        before_its_noun(position, words)
        of_two_ages(position, words, lists.ages)
    for position in range(len(words)):
        latter(position, words, lists)
        counted_behind(position, words)
        number_of_a_verb(position, words)
        counted_apart(position, words)
        people(position, words)
    for position in range(len(words)):
        instead(position, words, lists)
        relative_clause(position, words)
        participle(position, words)
        arguments(position, words)
        accused(
            position,
            words,
            accusing=lists.accusing,
            claimed=lists.claimed,
            suffered=lists.suffered,
        )
        doer(position, words, perpetrating=lists.perpetrating, deeds=lists.deeds)
        named_by(position, words, called=lists.called, perpetrating=lists.perpetrating, deeds=lists.deeds)
        nominal_before_clause(position, words)
        before_the_joint(position, words)
        strayed(position, words)
    for position in range(len(words)):
        _agent(position, words, lists)
        _undergoer(position, words, lists)
        cases(position, words)
    _open_circles(words, before)


def _open_circles(words: Sequence[Word], before: Sequence[tuple[int, str]]) -> None:
    """Give words that have come to hang on one another back to their governors of before, all in a tree."""
    while (found := circle([word.head for word in words])) is not None:
        for position in found:
            words[position].head, words[position].dep = before[position]


def _behind_its_noun(position: int, words: Sequence[Word]) -> None:
    """«в Избербаше убит один полицейский, сообщает …»: what describes a noun stands behind it.

    What the parser hung on a noun ahead, past a verb, belongs to that verb, or to the noun right before.
    """
    word = words[position]
    if word.dep not in ("nmod", "advmod") or word.head <= position:
        return
    verbs = [other for other in range(position + 1, word.head) if words[other].pos == "VERB"]
    if not verbs or (word.dep == "advmod" and not _counts_alone(position, verbs[0], words)):
        return
    if word.dep == "advmod":
        word.head = verbs[0]
        word.dep = "nsubj:pass" if "Voice=Pass" in words[verbs[0]].feats else "nsubj"
        return
    if children(position, words, "case"):
        word.head, word.dep = verbs[0], "obl"
    elif position and words[position - 1].pos == "NOUN" and words[position - 1].head != position:
        word.head, word.dep = position - 1, "appos"


def _counts_alone(position: int, verb: int, words: Sequence[Word]) -> bool:
    """Tell whether people counted ahead of a verb without a subject are it: «*девять человек* … убиты»."""
    counted = words[position].pos == "NOUN" and "Case=Gen" in words[position].feats
    counted = counted and bool(children(position, words, "nummod")) and not children(position, words, "case")
    return counted and "Number=Plur" in words[verb].feats and not children(verb, words, *SUBJECTS)


def _subject_of_copula(position: int, words: Sequence[Word]) -> None:
    """«шестеро из них были полицейскими, ещё пятеро в больнице»: of two subjects the first is the noun's.

    What stands in front of a copula is the subject of its noun, where the verb behind has another of its own.
    """
    copula = words[position]
    noun = copula.head
    if copula.dep != "cop" or noun <= position or children(noun, words, "nsubj"):
        return
    for verb in range(noun + 1, len(words)):
        told = children(verb, words, "nsubj") if words[verb].pos == "VERB" else []
        if len(told) > 1 and told[0] < position and noun < told[1]:
            words[told[0]].head = noun
            return


def _agent(position: int, words: Sequence[Word], lists: TreeWords) -> None:
    word = words[position]
    if word.dep != "obl" or "Case=Ins" not in word.feats or "Voice=Pass" not in words[word.head].feats:
        return
    acting = "Animacy=Anim" in word.feats or word.lemma in lists.agents
    if acting and not children(position, words, "case"):
        word.dep = "obl:agent"


def _undergoer(position: int, words: Sequence[Word], lists: TreeWords) -> None:
    """«в теракте подозревается гражданин Турции»: the subject of such a verb does nothing."""
    if words[position].lemma in lists.passive:
        for subject in children(position, words, "nsubj"):
            words[subject].dep = "nsubj:pass"
