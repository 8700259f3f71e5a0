"""Who is accused, and who takes a deed upon himself, where the Russian parser hung them on another word."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from oqiga.model.syntax import SUBJECTS
from oqiga.read.ru.arguments import is_below
from oqiga.read.ru.word import Word, children, is_abbreviation, marked

_DEEP = 4
"""Nouns that hang on one another, looked through for whom a verb of accusing acts on."""
_NEAR = 6
"""Words behind a verb within which a name in quotation marks may be its subject."""
_OPENING = frozenset({'"', "«", "“", "„"})


def accused(
    position: int,
    words: Sequence[Word],
    *,
    accusing: Collection[str],
    claimed: Collection[str],
    suffered: Collection[str],
) -> None:
    """Bring whom a verb accuses, who claims a deed, or whom it befell, to where they belong.

    accusing: verbs that lay a wrong to an object. claimed: nouns for what somebody takes upon himself.
    suffered: nouns for what befalls the genitive beside them.
    """
    _whom_it_befell(position, words, suffered)
    _whom_accused(position, words, accusing)
    _whom_they_accuse(position, words, accusing)
    _claimant(position, words, claimed)


def _whom_it_befell(position: int, words: Sequence[Word], suffered: Collection[str]) -> None:
    """«задержали группу по подозрению в убийстве в Орске двух полицейских»: a second object suffered it."""
    objects = children(position, words, "obj")
    if words[position].pos != "VERB" or len(objects) != 2 or not position < objects[0]:
        return
    first, last = objects
    deeds = [
        at for at in range(first + 1, last) if words[at].lemma in suffered and children(at, words, "case")
    ]
    if deeds and "Case=Gen" in words[last].feats and not children(last, words, "cc", "case"):
        words[last].head, words[last].dep = deeds[-1], "nmod"


def _whom_accused(position: int, words: Sequence[Word], accusing: Collection[str]) -> None:
    """«обвинил в атаке Украину», «назвал виновным Каримова»: who stands behind the wrong is the object."""
    verb = words[position]
    if verb.lemma not in accusing or not _active(verb) or children(position, words, "obj"):
        return
    for wrong in children(position, words, "obl", "xcomp"):
        behind, whom = wrong, None
        for _ in range(_DEEP):
            below = [other for other in children(behind, words, "nmod", "appos") if other > behind]
            bare = [other for other in below if not children(other, words, "case")]
            if not bare:
                break
            behind = bare[-1]
            quoted = whom is None and _quoted(behind, words)
            whom = behind if _may_be_object(words[behind]) or quoted else whom
        whom = _accused_astray(wrong, words) if whom is None else whom
        if whom is not None and wrong > position:
            words[whom].head, words[whom].dep = position, "obj"
            return


def _whom_they_accuse(position: int, words: Sequence[Word], accusing: Collection[str]) -> None:
    """«в нападении обвиняют «Тарский фронт»», «виновником назвали РПК»: no singular is a plural's subject."""
    verb = words[position]
    plural = verb.lemma in accusing and _active(verb) and "Number=Plur" in verb.feats
    if not plural or children(position, words, "obj"):
        return
    for at in children(position, words, "nsubj", "xcomp", "nmod"):
        noun = words[at]
        one = noun.pos in ("NOUN", "PROPN") and not children(at, words, "case", "conj", "nummod")
        alike = _quoted(at, words) or is_abbreviation(noun)  # one form for both cases
        if at > position and one and alike and "Number=Sing" in noun.feats:
            noun.dep, noun.feats = "obj", marked(noun.feats, "Case=Acc")
            return


def _accused_astray(wrong: int, words: Sequence[Word]) -> int | None:
    """«обвинил в теракте группировку «Заря», а министр …»: an accusative hung on a word behind its clause."""
    for at in range(wrong + 1, len(words)):
        if words[at].text == "," or words[at].pos == "VERB":
            return None
        if words[at].head > at and words[at].dep == "nmod" and "Case=Acc" in words[at].feats:
            return None if children(at, words, "case") else at
    return None


def _active(verb: Word) -> bool:
    return verb.pos == "VERB" and "VerbForm=Part" not in verb.feats and "Voice=Pass" not in verb.feats


def _may_be_object(noun: Word) -> bool:
    """Tell whether a noun may stand in the accusative, also where the tagger takes that for a genitive."""
    if "Case=Acc" in noun.feats or is_abbreviation(noun):
        return True
    living = {"Case=Gen", "Animacy=Anim"} <= noun.feats
    return living and bool({"Gender=Masc", "Number=Plur"} & noun.feats)


def _quoted(noun: int, words: Sequence[Word]) -> bool:
    """Tell whether quotation marks hold a name that has one form for both cases: «Тарский *фронт*»."""
    marks = [words[at].text for at in children(noun, words, "punct") if at < noun]
    return bool(_OPENING.intersection(marks)) and {"Case=Nom", "Animacy=Inan"} <= words[noun].feats


def _claimant(position: int, words: Sequence[Word], claimed: Collection[str]) -> None:
    """«ответственность взяла на себя "Заря"»: a name in quotation marks behind the verb is its subject."""
    own = [each for each in children(position, words, "obj", *SUBJECTS) if words[each].lemma in claimed]
    others = [each for each in children(position, words, *SUBJECTS) if each not in own]
    if not own or others or "Voice=Pass" in words[position].feats:
        return
    for behind in range(position + 1, min(position + _NEAR, len(words) - 1)):
        name = words[behind + 1]
        if words[behind].text in _OPENING and name.text[:1].isupper():
            named = "Case=Nom" in name.feats and name.pos in ("NOUN", "PROPN")
            if named and not is_below(position, behind + 1, words):
                name.dep, name.head = "nsubj", position
                words[own[0]].dep = "obj"
            return
        if words[behind].pos in ("VERB", "PUNCT", "CCONJ"):
            return
