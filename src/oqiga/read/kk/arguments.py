"""What the phrases before a Kazakh verb are to it: subject, object, or a case of their own.

A verb takes what stands open before it. A nominative is its subject, the nearest one where several stand
there; who speaks, or is a source, is left to the verb of saying behind.
"""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.read.kk.verbs import possessed
from oqiga.read.kk.words import Word, listed, persons

SUBJECT_CASES = ("", "Nom")
"""The cases of a subject: none, and the nominative."""
_RELATIONS = {
    "Acc": "obj",
    "Dat": "obl",
    "Loc": "obl",
    "Abl": "obl",
    "Ins": "obl",
    "Equ": "obl",
    "Gen": "nmod",
}
_DASHES = frozenset("–—-")
_BEHIND = 5
"""Words behind a noun among which its postposition is looked for."""


def take(
    words: Sequence[Word], phrases: Sequence[int], verb: int, *, narrow: bool, relative: int | None = None
) -> list[int]:
    """Attach open phrases to a verb; return those left open.

    narrow: an earlier subject is left to a later verb. relative: the noun behind it that it describes, so
    that a passive has no subject of its own before it, nor has what people did ("оқ атқан адам").
    """
    kept: list[int] = []
    taken_subject = False
    where = relative is not None and words[verb].reading.lemma in listed()["located"]
    for phrase in reversed(phrases):
        if where and not _says_where(words, phrase, verb):
            kept.extend(each for each in reversed(phrases) if each <= phrase)
            break  # "көлік топқа кешке, қала орталығында орналасқан алаңда кіріп кетті": only where it lies
        if _bare_object(words, phrase, verb):
            words[phrase].head, words[phrase].dep = verb, "obj"
            continue
        subject = may_be_subject(words, phrase)
        objectless = words[verb].reading.lemma in listed()["without_object"]
        if relative is not None and objectless and words[phrase].reading.case == "Acc":
            kept.append(phrase)  # "оны оқиға орнына жеткен полицейлер өлтірді": they killed him
            continue
        if relative is not None and subject and words[phrase + 1].text in _DASHES:
            kept.append(phrase)  # "Күдікті – 1990 жылы туған Арман Беков": it is told who that is
            continue
        owner = words[phrase].reading.case == "Gen" and not _sourced(words, phrase)
        if relative is not None and owner and words[relative].reading.possessed:
            words[phrase].head, words[phrase].dep = relative, "nmod:poss"
            continue  # "Ресей әскерінің базарға жасаған шабуылы"
        if relative is not None and subject and _came_about_itself(words, verb, relative):
            kept.append(phrase)  # "Топ Ошта болған шабуылды мойнына алды": it is the attack that was
            continue
        if relative is not None and subject and _told_of_another(words, phrase, verb, relative):
            kept.append(phrase)  # "Ол өлтірілген алты содыр туралы айтты": it is he who told
            continue
        if narrow and words[phrase].reading.case == "Acc" and words[verb].reading.has("Voice=Pass"):
            kept.append(phrase)  # "соты азаматты топқа қосылып … деп танып": it found him guilty
            continue
        teller = (
            subject and _speaks_outside(words, phrase, verb) and not _told_by_another(words, phrases, phrase)
        )
        second = subject and taken_subject and not _is_what_is_told(words, phrases, phrase, verb)
        if narrow and (second or teller or _sourced(words, phrase)):
            kept.append(phrase)
            continue
        attach(words, phrase, verb)
        genitive = words[phrase].dep == "nsubj"  # "ол екі содырдың жойылғанын айтты": it is they who were
        taken_subject = taken_subject or subject or genitive
    _tell_subjects(words, verb)
    return kept[::-1]


def _says_where(words: Sequence[Word], phrase: int, verb: int) -> bool:
    """Tell whether a phrase may say where something lies: no comma stands behind it, nor is it gone to."""
    commas = any(word.text == "," for word in words[phrase:verb])
    return not commas and words[phrase].reading.case not in ("Dat", "Acc")


def _came_about_itself(words: Sequence[Word], verb: int, noun: int) -> bool:
    """Tell whether what a participle describes came about, so that it is its own subject."""
    about = words[verb].reading.lemma in listed()["coming_about"]
    light = any(each.head == verb and each.dep == "compound:lvc" for each in words[:verb])
    return about and not light and words[noun].reading.lemma in listed()["happenings"]


def _is_what_is_told(words: Sequence[Word], phrases: Sequence[int], phrase: int, verb: int) -> bool:
    """Tell whether a copula has a second nominative, and who speaks stands before both.

    "Министр күдіктілердің *бәрі* топ мүшелері екенін айтты".
    """
    taken = sum(words[at].head == verb and may_be_subject(words, at) for at in phrases)
    earlier = any(may_be_subject(words, at) for at in phrases if at < phrase)
    return words[verb].reading.lemma == "е" and taken == 1 and earlier


def attach(words: Sequence[Word], phrase: int, verb: int) -> None:
    """Hang one phrase on a verb by what its case says."""
    word, governor = words[phrase], words[verb]
    word.head = verb
    if word.pos in ("ADV", "PART", "DET", "ADJ", "ADP"):
        word.dep = "advmod"
    elif _cased(words, phrase):
        word.dep = "obl"
    elif word.reading.case in SUBJECT_CASES:
        passive = governor.reading.has("Voice=Pass")
        word.dep = "obl:tmod" if _temporal(word) else "nsubj:pass" if passive else "nsubj"
    elif word.reading.case == "Gen":
        word.dep = "nsubj" if possessed(governor) else "nmod"
    else:
        word.dep = _RELATIONS.get(word.reading.case, "obl")


def may_be_subject(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word is a bare nominative without a postposition."""
    word = words[place]
    return (
        word.reading.case in SUBJECT_CASES
        and word.pos in ("NOUN", "PROPN", "PRON", "NUM")
        and not _cased(words, place)
    )


def _bare_object(words: Sequence[Word], phrase: int, verb: int) -> bool:
    """Tell whether a thing without a case stands right before a verb of using: "авиация қолданып"."""
    word = words[phrase]
    before = words[verb - 1]
    listed_up = before.head == phrase and before.dep == "conj"  # "авиация мен артиллерия қолданып"
    lemma = words[verb].reading.lemma
    made = lemma in listed()["making"] and word.reading.lemma in listed()["made"]
    governs = (lemma in listed()["bare_objects"] or made) and (phrase + 1 == verb or listed_up)
    thing = word.pos == "NOUN" and not word.entity and word.reading.lemma not in persons()
    return governs and thing and word.reading.case in SUBJECT_CASES


def _told_of_another(words: Sequence[Word], place: int, verb: int, noun: int) -> bool:
    """Tell whether a pronoun or somebody who speaks is no subject of a passive that describes another."""
    word, reading = words[place], words[verb].reading
    light = any(each.head == verb and each.dep == "compound:lvc" for each in words[:verb])
    if light and words[noun].reading.lemma in persons() | listed()["bodies"]:
        return True  # "бірі оқ атқан жігітті сипаттады", "әкім зардап шеккен отбасыға барды"
    speaks = word.pos == "PRON" or word.reading.lemma in listed()["speakers"] or word.entity == "PERSON"
    counted = word.pos == "NUM" or word.reading.lemma in persons()
    of_things = counted and reading.lemma in listed()["done_to_things"]
    return reading.has("Voice=Pass") and (speaks or of_things)


def _tell_subjects(words: Sequence[Word], verb: int) -> None:
    """Leave one subject to a verb: of two nominatives an active verb has the last as its object."""
    found = [at for at in range(verb) if words[at].head == verb and words[at].dep.startswith("nsubj")]
    bare = [at for at in found if words[at].reading.case != "Gen"]
    reading = words[verb].reading
    light = any(each.head == verb and each.dep == "compound:lvc" for each in words[:verb])
    if reading.lemma == "е" and bare and len(found) + _owned(words, bare[-1]) > 1:
        words[bare[-1]].dep = "xcomp"  # "күдікті Арман Беков екені анықталды": what its subject is
        bare = bare[:-1]
    elif light and bare:
        _tell_owners(words, found, bare[0])
    if len(bare) < 2:
        return
    objectless = listed()["without_object"] | listed()["holding"]  # who holds that … has no bare object
    if light or reading.has("Voice=Pass") or reading.lemma in objectless:
        counted = {each.head for each in words[:verb] if each.dep == "nummod"} & set(bare)
        for at in bare:
            if at not in (counted or {bare[-1]}):
                words[at].dep = "dislocated"
        return
    for at in bare[1:-1]:
        words[at].dep = "dislocated"
    acted_on = any(each.head == verb and each.dep == "obj" for each in words[:verb])
    words[bare[0] if acted_on else bare[-1]].dep = "dislocated" if acted_on else "obj"


def _tell_owners(words: Sequence[Word], found: Sequence[int], subject: int) -> None:
    """Leave a genitive before a subject to what it owns: "*Тараздың* №5 мектебінде топ оқ атты"."""
    for at in found:
        owned = next((place for place in range(at + 1, subject) if words[place].reading.possessed), None)
        if at < subject and words[at].reading.case == "Gen" and owned is not None:
            words[at].head, words[at].dep = owned, "nmod:poss"


def _owned(words: Sequence[Word], place: int) -> bool:
    return any(each.head == place and each.dep == "nmod:poss" for each in words[:place])


def _cased(words: Sequence[Word], place: int) -> bool:
    list_ends = range(place + 1, min(len(words), place + 2 * _BEHIND))
    joined = [at for at in list_ends if words[at].head == place and words[at].dep == "conj"]
    last = max(joined, default=place)  # "қаза тапқандар мен зардап шеккендер *туралы*"
    behind = words[place + 1 : last + _BEHIND]
    return any(other.head in (place, last) and other.dep == "case" for other in behind)


def _speaks_outside(words: Sequence[Word], phrase: int, verb: int) -> bool:
    """Tell whether a nominative is rather the subject of a later verb: one who speaks, set apart."""
    word = words[phrase]
    if phrase + 1 < verb and words[phrase + 1].lower in listed()["topics"]:
        return True
    speaker = word.reading.lemma in listed()["speakers"] or word.entity in ("PERSON", "ORG")
    return (
        speaker
        and phrase + 1 < verb
        and any(
            each.pos in ("NOUN", "NUM") and each.dep != "compound:lvc" for each in words[phrase + 1 : verb]
        )
    )


def _told_by_another(words: Sequence[Word], phrases: Sequence[int], phrase: int) -> bool:
    """Tell whether a body stands right before a person, whom it tells of: "полиция *Беков* … деді"."""
    before = max((at for at in phrases if at < phrase), default=-1)
    bodies = listed()["offices"] | listed()["speakers"]
    return (
        words[phrase].entity == "PERSON"
        and before >= 0
        and may_be_subject(words, before)
        and words[before].reading.lemma in bodies
    )


def _sourced(words: Sequence[Word], phrase: int) -> bool:
    """Tell whether a phrase names a source by a postposition."""
    return any(
        other.head == phrase and other.dep == "case" and other.lower.endswith(tuple(listed()["source_ends"]))
        for other in words[phrase + 1 : phrase + _BEHIND]
    )


def _temporal(word: Word) -> bool:
    return word.reading.lemma in listed()["times"] and word.pos != "PROPN"
