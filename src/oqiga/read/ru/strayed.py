"""Subjects that the Russian parser hung on another word than their verb: numbers, names, the noun of a dash.

A verb without a subject takes the one that stands right beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from oqiga.model.syntax import SUBJECTS
from oqiga.read.ru.arguments import is_below
from oqiga.read.ru.word import Word, children, marked

_DASHES = frozenset({"—", "–", "-"})
_STRAYED = frozenset({"conj", "parataxis", "appos", "nmod"})
_HOLDING = frozenset({"parataxis", "obl"})
_JOINED = 2
"""Words in front of an age that is joined to another."""
_FINITE = frozenset({"VerbForm=Fin", "Variant=Short"})


def strayed(position: int, words: Sequence[Word]) -> None:
    """Bring one word that is the subject of a verb, or of the noun behind a dash, to it."""
    _number_behind_phrase(position, words)
    _number_of_object(position, words)
    _number_before_dash(position, words)
    _name_before_verb(position, words)
    _in_brackets(position, words)
    _of_joined_adjectives(position, words)
    _name_of_genitive(position, words)
    _name_of_suspect(position, words)
    _subject_before_clause(position, words)


def _number_behind_phrase(position: int, words: Sequence[Word]) -> None:
    """«погибли, по последним данным, 137»: a lone number behind a phrase set off belongs to the verb."""
    number = words[position]
    phrase = number.head
    if number.pos != "NUM" or not 0 <= phrase < position or words[position - 1].text != ",":
        return
    if (
        words[phrase].pos != "NOUN"
        or words[phrase].dep not in _HOLDING
        or not children(phrase, words, "case")
    ):
        return
    verb = words[phrase].head
    if not 0 <= verb < phrase or words[verb].pos != "VERB" or children(verb, words, *SUBJECTS):
        return
    if not children(position, words, "case") and _FINITE & words[verb].feats:
        number.head, number.dep = verb, "nsubj"


def _number_before_dash(position: int, words: Sequence[Word]) -> None:
    """«шесть из них — полицейские, ещё 36 ранены»: who the six are is told behind the dash, no more."""
    number = words[position]
    verb = number.head
    if number.pos != "NUM" or number.dep not in SUBJECTS or verb <= position:
        return
    dash = next((at for at in range(position + 1, verb) if words[at].text in _DASHES), None)
    if dash is None or any(words[at].text == "," for at in range(position, dash)):
        return
    comma = next((at for at in range(dash + 1, verb) if words[at].text in (",", ";")), None)
    told = (at for at in range(dash + 1, comma or dash) if words[at].pos == "NOUN")
    noun = next(
        (at for at in told if "Case=Nom" in words[at].feats and not is_below(at, position, words)), None
    )
    others = [each for each in children(verb, words, *SUBJECTS) if each > dash]
    if noun is not None and others and not is_below(verb, noun, words) and not is_below(noun, verb, words):
        number.head, number.dep = noun, "nsubj"


def _name_before_verb(position: int, words: Sequence[Word]) -> None:
    """«вынес приговоры: Лунин был приговорён …»: a name in front of a verb without a subject does it."""
    name = words[position]
    if (
        name.pos != "PROPN"
        or name.dep not in _STRAYED
        or "Case=Nom" not in name.feats
        or name.head > position
    ):
        return
    governor = words[name.head]
    if governor.pos == "PROPN" or "Case=Nom" in governor.feats or children(position, words, "case", "cc"):
        return
    verb = next((at for at in range(position + 1, len(words)) if words[at].pos in ("VERB", "PUNCT")), None)
    if verb is None or words[verb].pos != "VERB" or not _FINITE & words[verb].feats:
        return
    between = range(position + 1, verb)
    if any(not is_below(at, position, words) and words[at].head != verb for at in between):
        return
    subjects = [each for each in children(verb, words, *SUBJECTS) if words[each].pos != "DET"]
    if subjects or not _fits(position, verb, words) or is_below(verb, position, words):
        return
    name.head, name.dep = verb, "nsubj:pass" if "Voice=Pass" in words[verb].feats else "nsubj"


def _fits(name: int, verb: int, words: Sequence[Word]) -> bool:
    """Tell whether a verb has the number of a name, or of those joined to it."""
    many = "Number=Plur" in words[verb].feats
    return many == (bool(children(name, words, "conj")) or "Number=Plur" in words[name].feats)


def _in_brackets(position: int, words: Sequence[Word]) -> None:
    """«партия и отряды (YPG)»: what stands in brackets behind the last of several names is that one's."""
    name = words[position]
    first = name.head
    if (
        name.dep not in ("appos", "parataxis")
        or not 0 <= first < position - 2
        or words[position - 1].text != "("
    ):
        return
    at = position - 2
    while words[at].head > first and words[at].dep != "conj":
        at = words[at].head
    if (
        at > first
        and words[at].dep == "conj"
        and words[at].head == first
        and words[at].pos in ("NOUN", "PROPN")
    ):
        name.head = at


def _name_of_genitive(position: int, words: Sequence[Word]) -> None:
    """«вдова лидера боевиков Хизриева»: a name in the genitive is that of one told in the genitive."""
    name = words[position]
    if (
        name.pos != "PROPN"
        or name.dep != "appos"
        or "Case=Gen" not in name.feats
        or not 0 <= name.head < position
    ):
        return
    if "Case=Gen" in words[name.head].feats or children(position, words, "case"):
        return
    wanted = {"Case=Gen", "Animacy=Anim", "Number=Sing"}
    between = (at for at in range(name.head + 1, position) if wanted <= words[at].feats)
    owner = next((at for at in between if is_below(at, name.head, words)), None)
    if owner is not None:
        name.head = owner


def _name_of_suspect(position: int, words: Sequence[Word]) -> None:
    """«подозреваемый в убийстве судьи *Али Беков* отрицает вину»: the name is his who is told of before.

    A name in the nominative belongs to no noun in another case, but to the subject that noun hangs on.
    """
    name = words[position]
    if name.pos != "PROPN" or name.dep not in _STRAYED or not 0 <= name.head < position:
        return
    parts = children(position, words, "flat:name")
    if not parts or not any("Case=Nom" in words[each].feats for each in (position, *parts)):
        return
    at = name.head
    if {"Case=Nom"} & words[at].feats or children(position, words, "case", "cc"):
        return
    while words[at].dep in ("nmod", "obl", "appos") and 0 <= words[at].head < at:
        at = words[at].head
    who = words[at]
    verb = parts[-1] + 1
    finite = verb < len(words) and words[verb].pos in ("VERB", "PART", "NOUN")
    person = (
        who.pos == "NOUN" and {"Case=Nom", "Number=Sing"} <= who.feats and "Animacy=Inan" not in who.feats
    )
    if finite and person and who.dep in SUBJECTS and who.head > position:
        name.head, name.dep = at, "appos"
        name.feats = marked(name.feats, "Case=Nom")


def _number_of_object(position: int, words: Sequence[Word]) -> None:
    """«ещё четверых активисты выкрали»: an accusative counts nobody who stands in the nominative."""
    number = words[position]
    if number.dep != "nummod" or not {"Case=Acc", "Animacy=Anim"} <= number.feats or number.head <= position:
        return
    noun = words[number.head]
    if "Case=Nom" not in noun.feats or noun.dep not in SUBJECTS or words[noun.head].pos != "VERB":
        return
    if "Voice=Act" in words[noun.head].feats and not children(noun.head, words, "obj"):
        number.dep, number.head = "obj", noun.head


def of_two_ages(position: int, words: Sequence[Word], ages: Collection[str]) -> None:
    """«33- и 40-летние мужчины», «20-летний и 25-летний мужчины»: they are several."""
    noun = words[position]
    if noun.pos != "NOUN" or "Number=Sing" not in noun.feats or position < 1:
        return
    age = words[position - 1]
    figures, hyphen, unit = age.lemma.partition("-")
    if not (hyphen and figures.isdecimal() and unit in ages):
        return
    joined = position > _JOINED and words[position - 2].pos == "CCONJ"
    if joined and words[position - 3].text.rstrip("-").partition("-")[0].isdecimal():
        noun.feats = marked(noun.feats, "Number=Plur")


def joined_participle(position: int, words: Sequence[Word]) -> None:
    """«взрывов, убивших двоих и ранивших ещё 13»: a participle behind "and" goes on with the one before."""
    word = words[position]
    told = word.pos == "VERB" and {"VerbForm=Part", "Voice=Act"} <= word.feats
    if not told or word.dep != "conj" or not 0 <= word.head < position or not children(position, words, "cc"):
        return
    if words[word.head].pos not in ("NOUN", "PROPN"):
        return
    before = (at for at in range(position - 1, -1, -1) if words[at].dep == "acl" and words[at].pos == "VERB")
    first = next((at for at in before if {"VerbForm=Part", "Voice=Act"} <= words[at].feats), None)
    if first is None or words[first].text[-3:] != word.text[-3:] or words[position - 1].pos != "CCONJ":
        return
    word.head = first
    counted = [at for at in children(position, words, "nmod") if not children(at, words, "case")]
    if counted and not children(position, words, "obj"):
        words[counted[0]].dep = "obj"


def before_its_noun(position: int, words: Sequence[Word]) -> None:
    """«взяла отколовшаяся от движения группировка»: a participle in front of a subject describes it."""
    word = words[position]
    told = (
        word.pos == "VERB"
        and {"VerbForm=Part", "Case=Nom"} <= word.feats
        and "Variant=Short" not in word.feats
    )
    if not told or word.dep not in SUBJECTS:
        return
    marks = {feat for feat in word.feats if feat.startswith(("Gender=", "Number=", "Case="))}
    others = [
        at for at in children(word.head, words, *SUBJECTS) if at > position and marks <= words[at].feats
    ]
    between = words[position + 1 : others[0]] if others else ()
    if others and not any(each.pos == "VERB" or each.text == "," for each in between):
        word.dep, word.head = "amod", others[0]


def _of_joined_adjectives(position: int, words: Sequence[Word]) -> None:
    """«сотрудников правоохранительных и специальных органов»: two kinds, of whom they are."""
    noun = words[position]
    owner = noun.head
    if noun.dep != "conj" or noun.pos != "NOUN" or not 0 <= owner < position or "Case=Gen" not in noun.feats:
        return
    if children(position, words, "cc", "case") or words[owner].pos != "NOUN" or "Animacy=Anim" in noun.feats:
        return
    inside = range(owner + 1, position)
    joint = any(words[at].pos == "CCONJ" for at in inside)
    if inside and joint and all(words[at].pos in ("ADJ", "CCONJ") for at in inside):
        noun.dep = "nmod"


def _subject_before_clause(position: int, words: Sequence[Word]) -> None:
    """«группировка заявила, что за бунтом стояли её бойцы»: nobody in front is of the clause behind."""
    noun = words[position]
    verb = noun.head
    if noun.pos not in ("NOUN", "PROPN") or verb <= position or words[verb].pos != "VERB":
        return
    marks = [at for at in children(verb, words, "mark") if position < at < verb and words[at - 1].text == ","]
    saying = marks[-1] - 2 if marks else position
    if saying <= position or "Case=Gen" in noun.feats or children(position, words, "case"):
        return
    own = [at for at in children(verb, words, *SUBJECTS) if at > marks[-1]]
    if (own or words[verb].head == saying) and words[saying].pos == "VERB" and _agrees(noun, words[saying]):
        if children(saying, words, *SUBJECTS) or is_below(saying, verb, words):
            return
        noun.head, noun.dep = saying, "nsubj"
        noun.feats = marked(noun.feats, "Case=Nom")
        if words[saying].head < position:
            words[verb].head, words[verb].dep = saying, "ccomp"


def _agrees(noun: Word, verb: Word) -> bool:
    marks = {feat for feat in verb.feats if feat.startswith(("Gender=", "Number="))}
    return bool(marks) and marks <= noun.feats and "VerbForm=Fin" in verb.feats
