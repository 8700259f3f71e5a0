"""What clauses of one Kazakh sentence have in common: a shared subject, two facts set side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.syntax import PLACE_LABELS
from oqiga.read.kk.verbs import case_of, possessed
from oqiga.read.kk.words import Word, listed, persons

_SOMEBODY = frozenset({"PERSON", "ORG", "NORP"})
_CLOSED = (["»"], ["”"], ['"'])
"""What stands behind a name in quotation marks."""


def share_subjects(words: Sequence[Word]) -> None:
    """Give the subject of an adverbial clause to a later verb that has none: both have it in common."""
    owned = {word.head for word in words if word.dep.startswith(("nsubj", "csubj"))}
    for word in words:
        verb = words[word.head]
        if not word.dep.startswith("nsubj") or verb.dep not in ("advcl", "xcomp"):
            continue
        above = verb.head
        while verb.dep == "xcomp" and above in owned and words[above].dep == "ccomp":
            above = words[above].head  # "Полиция кісі өлтіруді содырлар ұйымдастырғанын айтты"
        governor = words[above]
        if above not in owned and governor.pos == "VERB" and governor is not verb:
            owned.add(above)
            word.dep = "nsubj:pass" if governor.reading.has("Voice=Pass") else "nsubj"
            word.head = above


def own_words(words: Sequence[Word]) -> None:
    """Give a verb of saying the body whose deed it tells of: "*«Қара ту»* шабуыл жасағанын мәлімдеді".

    Another's deed would have its doer in the genitive. Who only is told of with what befell him stays.
    """
    for place, word in enumerate(words):
        verb = words[word.head]
        said = word.dep == "nsubj" and word.reading.case != "Gen" and verb.dep == "ccomp"
        marked = word.pos == "PROPN" and [each.text for each in words[place + 1 : place + 2]] in _CLOSED
        army = word.reading.lemma in listed()["forces"] and word.reading.possessed
        body = word.entity == "ORG" or marked or army
        if not said or not body or case_of(verb) != "Acc" or not possessed(verb):
            continue
        told = words[verb.head]
        owned = any(each.dep.startswith("nsubj") and each.head == verb.head for each in words)
        mine = [each for each in words if each.head == word.head]
        acts = any(each.dep in ("obj", "compound:lvc") for each in mine)
        acts = acts or any(each.reading.lemma in listed()["to_blame"] for each in mine)
        if told.pos == "VERB" and verb.head > word.head and acts and not owned:
            word.head, word.dep = verb.head, "nsubj"


def lift_held(words: Sequence[Word]) -> None:
    """Give a verb of holding somebody to have done it the one that stands in what it is about.

    "Ол шабуыл жасады деп айыпталды": he who did it is accused. "Полиция оны шабуыл жасады деп айыптады": the
    police accuse him, who has the case of their object.
    """
    for place, word in enumerate(words):
        lemma = words[word.head].reading.lemma
        if word.dep not in ("ccomp", "advcl") or word.head < place:
            continue
        if any(each.head == place and each.lower in listed()["reasons"] for each in words[place + 1 :]):
            _lift_punished(words, place, word.head)
            continue
        if word.dep == "advcl":
            continue
        if lemma in listed()["telling"]:
            _lift_charged(words, place, word.head)
            continue
        inside = [at for at in range(place) if words[at].head == place]
        owned = any(each.head == word.head and each.dep.startswith("nsubj") for each in words)
        if lemma in listed()["held"]:
            if not owned:
                _lift(words, [at for at in inside if words[at].dep.startswith("nsubj")][:1], word.head)
        elif lemma in listed()["suspecting"] and _is_suspected(words, place, word.head):
            _make_passive(words, word.head)
        elif lemma in listed()["holding"] and (held := _held(words, place, inside)) is not None:
            words[held].head, words[held].dep = word.head, "obj"
            before = [at for at in inside if at < held and words[at].dep.startswith("nsubj")]
            _lift(words, before[:1] if not owned else [], word.head)


def _is_suspected(words: Sequence[Word], place: int, verb: int) -> bool:
    """Tell whether who suspects by the form of a verb is suspected: "Беков өлтірді деп күдіктеніп отыр".

    It is somebody named, of no office, and what is suspected has no other doer.
    """
    mine = [at for at in range(verb) if words[at].head == verb and at != place]
    named = [at for at in mine if words[at].dep.startswith("nsubj") and words[at].entity == "PERSON"]
    others = [
        at for at in mine if words[at].dep in ("obj", "nmod") or words[at].reading.case in ("Abl", "Dat")
    ]
    doers = [each for each in words[:place] if _is_subject(each, place)]
    if not named or others or doers:
        return False
    titles = (words[at] for at in range(named[0]) if words[at].head == named[0])
    office = (listed()["speakers"] | listed()["offices"]) - listed()["anybody"]
    return not any(each.reading.lemma in office for each in titles)


def _make_passive(words: Sequence[Word], verb: int) -> None:
    word = words[verb]
    word.reading = replace(word.reading, feats=word.reading.feats - {"Voice=Act"} | {"Voice=Pass"})
    word.extra = word.extra - {"Voice=Act"} | ({"Voice=Pass"} if word.extra else frozenset())
    for each in words[:verb]:
        if _is_subject(each, verb):
            each.dep = "nsubj:pass"


def _lift_punished(words: Sequence[Word], place: int, verb: int) -> None:
    """Give a verb those of what it is done for: "Сот Бековті кісі өлтіргені үшін соттады"."""
    inside = [at for at in range(place) if words[at].head == place]
    active = not words[verb].reading.has("Voice=Pass")
    bare = active and not any(each.head == verb and each.dep == "obj" for each in words)
    if bare and (held := _held(words, place, inside)) is not None:
        words[held].head, words[held].dep = verb, "obj"
    if not any(each.head == verb and each.dep.startswith("nsubj") for each in words):
        subjects = [at for at in inside if _is_subject(words[at], place)]
        _lift(words, [at for at in subjects if words[at].reading.case != "Gen"][:1], verb)


def _lift_charged(words: Sequence[Word], place: int, telling: int) -> None:
    """Give a verb the subject of what somebody is charged with: "ол кісі өлтірді деген күдікпен ұсталды"."""
    charge = words[telling].head
    verb = words[charge].head
    if words[charge].reading.lemma not in listed()["charges"] or words[verb].pos != "VERB":
        return
    if not any(each.head == verb and each.dep in ("obj", "nsubj:pass") for each in words):
        inside = [at for at in range(place) if words[at].head == place and words[at].dep == "obj"]
        if inside and words[inside[0]].reading.case == "Acc" and not words[verb].reading.has("Voice=Pass"):
            words[inside[0]].head = verb  # "әйелді кісі өлтірді деген күдікпен ұстады": she was held
    if words[charge].dep == "compound:lvc" and not any(_is_person_in(each, verb, "Dat") for each in words):
        named = [at for at in range(place) if _is_person_in(words[at], place, "Dat")]
        for at in named[:1]:  # "Бековке кісі өлтірді деген айып тағылды": it is he who is charged
            words[at].head = verb
    if words[verb].dep == "acl":  # "полиция … деген күдікке ілінген адамды ұстады": it did not do it
        verb = _top_verb(words, verb)
    if not any(each.head == verb and each.dep.startswith("nsubj") for each in words):
        _lift(words, [at for at in range(place) if _is_subject(words[at], place)][:1], verb)


def _is_person_in(word: Word, verb: int, case: str) -> bool:
    """Tell whether a word is somebody named, or a pronoun, who stands in a case beside a verb."""
    somebody = word.entity == "PERSON" or word.pos == "PRON"
    return word.head == verb and somebody and word.reading.case == case


def _top_verb(words: Sequence[Word], place: int) -> int:
    """Return the predicate of the sentence that a clause stands in."""
    for _ in range(len(words)):
        if words[place].head in (place, -1):
            break
        place = words[place].head
    return place


def _is_subject(word: Word, verb: int) -> bool:
    return word.head == verb and word.dep.startswith("nsubj")


def _lift(words: Sequence[Word], subjects: Sequence[int], verb: int) -> None:
    passive = words[verb].reading.has("Voice=Pass")
    for at in subjects:
        words[at].head, words[at].dep = verb, "nsubj:pass" if passive else "nsubj"


def _held(words: Sequence[Word], verb: int, inside: Sequence[int]) -> int | None:
    """Return the object of a clause that is one of the verb around it: somebody, not right before its own."""
    for at in inside:
        word = words[at]
        noun = word.reading.lemma in persons() or word.reading.lemma in listed()["bodies"]
        somebody = word.pos in ("PRON", "PROPN") or word.entity in _SOMEBODY or noun
        if word.dep == "obj" and word.reading.case == "Acc" and somebody:
            return at if words[verb].pos != "VERB" or any(other > at for other in inside) else None
    return None


def own_deeds(words: Sequence[Word]) -> None:
    """Give a deed its doer over a place of its own: "Ресей әскерінің Киевтің үйлеріне жасаған соққысы".

    The genitive of who acts leans on the place in the genitive behind it, which owns no army.
    """
    for place, word in enumerate(words):
        if word.dep != "acl" or word.head <= place or not words[word.head].reading.possessed:
            continue
        deed = word.head
        if any(each.head == deed and each.dep == "nmod:poss" for each in words):
            continue
        for at in range(place):
            owner = words[at]
            doer = owner.reading.lemma in listed()["forces"] or owner.entity == "ORG"
            if doer and owner.dep == "nmod:poss" and at < owner.head < place and _no_owned(words, owner.head):
                owner.head = deed
                break


def _no_owned(words: Sequence[Word], place: int) -> bool:
    """Tell whether a noun is not of those in the genitive before it: a place, or one without a possessive."""
    inside = (each for each in words[:place] if each.head == place and each.dep == "compound")
    named = words[place].entity in PLACE_LABELS or any(each.entity in PLACE_LABELS for each in inside)
    return named or not words[place].reading.possessed


def tell_conditions(words: Sequence[Word]) -> None:
    """Let "… түссе, … алды" set two facts side by side: a condition has "егер", or looks ahead."""
    if any(word.lower in listed()["conditions"] for word in words):
        return
    for place, word in enumerate(words):
        if word.reading.has("Mood=Cnd") and _told_beside(words, place):
            word.reading = replace(word.reading, feats=word.reading.feats - {"Mood=Cnd"})


def _told_beside(words: Sequence[Word], place: int) -> bool:
    """Tell whether a verb in -са stands beside one in the past, its governor or the first behind it."""
    governor = words[place].head
    if governor == place:
        behind = (at for at in range(place + 1, len(words)) if words[at].head == place)
        governor = next((at for at in behind if words[at].dep == "conj"), place)
    return governor != place and words[governor].reading.has("Tense=Past")
