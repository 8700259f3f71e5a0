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
from oqiga.read.ru.accused import accused
from oqiga.read.ru.arguments import arguments
from oqiga.read.ru.cases import cases
from oqiga.read.ru.clauses_apart import nominal_before_clause
from oqiga.read.ru.morphology import noun_lemma
from oqiga.read.ru.relative import participle, relative_clause
from oqiga.read.ru.strayed import before_its_noun, joined_participle, of_two_ages, strayed
from oqiga.read.ru.trees import circle
from oqiga.read.ru.word import Word, children

_ARGUMENTS = {"nsubj", "nsubj:pass", "obj"}
_NOMINAL = _ARGUMENTS | {"iobj", "obl", "obl:agent", "nmod", "appos"}
_VERBAL_FEATS = ("VerbForm=", "Aspect=", "Tense=", "Voice=", "Degree=")


@dataclass(frozen=True, slots=True)
class _Lists:
    latter: frozenset[str]
    many: frozenset[str]
    bounds: frozenset[str]
    links: frozenset[str]
    quantities: frozenset[str]
    agents: frozenset[str]
    ages: frozenset[str]
    accusing: frozenset[str]
    claimed: frozenset[str]
    suffered: frozenset[str]
    passive: frozenset[str]


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    lexicon = language_pack("ru").lexicon("trees")
    names = ("bounds", "links", "quantities", "agents", "ages", "accusing", "claimed", "suffered", "passive")
    pronouns = language_pack("ru").lexicon("people")["pronouns"]
    told = (frozenset(pronouns[name]) for name in ("latter", "many"))
    return _Lists(*told, *(frozenset(lexicon[name]) for name in names))


def reshape(words: Sequence[Word]) -> None:
    """Bring one sentence, in place, into the common shape: a tree again, as it came."""
    lists = _lists()
    before = [(word.head, word.dep) for word in words]
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
        _subject_of_copula(position, words)
    for position in range(len(words)):
        joined_participle(position, words)
        before_its_noun(position, words)
        of_two_ages(position, words, lists.ages)
    for position in range(len(words)):
        _latter(position, words, lists)
        _counted_behind(position, words)
        _number_of_a_verb(position, words)
        _people(position, words)
    for position in range(len(words)):
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
        nominal_before_clause(position, words)
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


def _age(word: Word, lists: _Lists) -> None:
    """«24-летний террорист»: how old somebody is counts nobody."""
    figures, hyphen, unit = word.lemma.partition("-")
    if word.pos == "NUM" and hyphen and figures.isdecimal() and unit in lists.ages:
        word.pos = "ADJ"
        word.dep = "amod" if word.dep == "nummod" else word.dep


def _latter(position: int, words: Sequence[Word], lists: _Lists) -> None:
    """«напал на полицейского, *тот* скончался»: it stands for somebody, unless a clause tells for whom.

    So does the object of a verb: «лишив *их* жизни».
    """
    word = words[position]
    if word.pos == "DET" and word.dep == "obj" and words[word.head].pos == "VERB":
        number = "Number=Plur" if word.text.lower() in lists.many else "Number=Sing"
        word.pos, word.feats = "PRON", word.feats | {"Case=Acc", number}
    alone = word.pos == "DET" and word.text.lower() in lists.latter and word.dep in ("nsubj", "nsubj:pass")
    if alone and not children(position, words, "acl", "acl:relcl"):
        word.pos = "PRON"


def _counted_noun_above(position: int, words: Sequence[Word]) -> None:
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
    if children(position, words, "case"):
        word.head, word.dep = verbs[0], "obl"
    elif position and words[position - 1].pos == "NOUN" and words[position - 1].head != position:
        word.head, word.dep = position - 1, "appos"


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


def _counted_behind(position: int, words: Sequence[Word]) -> None:
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
    elif word.dep == "obl" and above.pos == "NUM" and above.dep in _NOMINAL and above.head >= 0:
        number, verb = word.head, above.head  # the first number of a range
        if words[verb].pos == "VERB" and word.head < position:
            told = children(verb, words, "nsubj", "nsubj:pass")
            above.dep, above.head, word.head = "nummod", position, verb
            word.dep = "obj" if told else "nsubj"
            for case in (*children(position, words, "case"), *children(number, words, "case")):
                words[case].dep = "advmod"


def _number_of_a_verb(position: int, words: Sequence[Word]) -> None:
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


def _people(position: int, words: Sequence[Word]) -> None:
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
    if not (word.dep in _NOMINAL or counted or beside_noun or after_preposition or alone):
        return
    word.pos = "NOUN"
    word.lemma = noun_lemma(word.text.lower(), word.tag)
    word.feats = frozenset(feat for feat in word.feats if not feat.startswith(_VERBAL_FEATS)) | {
        "Animacy=Anim",
        "Subst=Yes",
    }
    for child in children(position, words, "mark"):
        if words[child].pos == "ADP":
            words[child].dep = "case"


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


def _agent(position: int, words: Sequence[Word], lists: _Lists) -> None:
    word = words[position]
    if word.dep != "obl" or "Case=Ins" not in word.feats or "Voice=Pass" not in words[word.head].feats:
        return
    acting = "Animacy=Anim" in word.feats or word.lemma in lists.agents
    if acting and not children(position, words, "case"):
        word.dep = "obl:agent"


def _undergoer(position: int, words: Sequence[Word], lists: _Lists) -> None:
    """«в теракте подозревается гражданин Турции»: the subject of such a verb does nothing."""
    if words[position].lemma in lists.passive:
        for subject in children(position, words, "nsubj"):
            words[subject].dep = "nsubj:pass"
