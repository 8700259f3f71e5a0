"""Whose subject or object a Russian noun is, where the parser took it for another's.

Agreement tells: a verb has the number, in the past also the gender, of its subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import SUBJECTS
from oqiga.read.ru.word import Word, children, marked

_FINITE = frozenset({"VerbForm=Fin", "Variant=Short"})
_NUMBERS = ("Number=Sing", "Number=Plur")
_PAIR = 2
"""Subjects in front of one verb, of which the first is an earlier verb's; one more may stand behind it."""


def arguments(position: int, words: Sequence[Word]) -> None:
    """Bring what hangs on one word to its verb."""
    _teller_behind(position, words)
    _subject_of_later(position, words)
    _subject_of_earlier(position, words)
    _subject_behind_next(position, words)
    _subject_of_phase(position, words)
    _verb_of_conjunct(position, words)
    _object_of_first(position, words)
    _clause_of_first(position, words)
    _counted_doers(position, words)
    _behind_colon(position, words)
    _subject_of_two(position, words)
    _object_again(position, words)
    _nobody_named(position, words)


def _teller_behind(position: int, words: Sequence[Word]) -> None:
    """«ответственность взяла группировка, сообщает РИА»: a verb joined to one behind it comes first."""
    verb = words[position]
    if verb.dep != "conj" or verb.head <= position or verb.pos != "VERB" or words[verb.head].pos != "VERB":
        return
    behind = verb.head
    if children(position, words, "cc") or words[behind].dep not in ("root", "ccomp", "parataxis"):
        return
    verb.dep, verb.head = words[behind].dep, words[behind].head
    words[behind].dep, words[behind].head = "parataxis", position


def _subject_of_later(position: int, words: Sequence[Word]) -> None:
    """«были убиты, четверо из них получили ранения»: the noun behind one verb is the subject of the next."""
    verb = words[position]
    if verb.dep != "conj" or verb.pos != "VERB" or verb.head < 0 or verb.head > position:
        return
    subjects = children(verb.head, words, *SUBJECTS)
    if children(position, words, *SUBJECTS) or len(subjects) != 2:
        return
    first, last = subjects
    if first < verb.head < last < position and not children(last, words, "conj", "cc", "case"):
        words[last].head, words[last].dep = position, "nsubj"


def _subject_of_earlier(position: int, words: Sequence[Word]) -> None:
    """«двое пострадали, нападавшие скрылись»: of two subjects the first is the earlier verb's."""
    verb = words[position]
    subjects = [each for each in children(position, words, *SUBJECTS) if words[each].pos != "DET"]
    ahead = [each for each in subjects if each < position]
    if verb.pos != "VERB" or len(ahead) != _PAIR:
        return
    first, last = ahead
    for other in range(first + 1, last):
        earlier = words[other]
        finite = earlier.pos == "VERB" and not {"VerbForm=Fin", "Variant=Short"}.isdisjoint(earlier.feats)
        if finite and earlier.dep != "acl:relcl" and not children(other, words, *SUBJECTS):
            if not is_below(other, first, words):
                words[first].head = other
            return


def _subject_behind_next(position: int, words: Sequence[Word]) -> None:
    """«погибли 22 и пострадали около 120 человек»: who stands behind "and" and a verb is its subject."""
    subjects = children(position, words, *SUBJECTS)
    if words[position].pos != "VERB" or len(subjects) != 2 or not position < subjects[0]:
        return
    first, last = subjects
    between = [at for at in range(first + 1, last) if words[at].pos == "VERB"]
    if len(between) != 1 or _FINITE.isdisjoint(words[between[0]].feats):
        return
    verb = between[0]
    near = all(is_below(at, last, words) for at in range(verb + 1, last))
    if near and words[verb - 1].pos == "CCONJ" and not children(verb, words, *SUBJECTS):
        words[last].head = verb
        if not is_below(verb, first, words):
            words[verb].dep, words[verb].head = "conj", position


def _subject_of_phase(position: int, words: Sequence[Word]) -> None:
    """«продолжают получать лечение 172 человека»: those counted behind an infinitive do what leads to it."""
    verb = words[position]
    if "VerbForm=Inf" not in verb.feats or verb.dep != "xcomp" or not 0 <= verb.head < position:
        return
    above = words[verb.head]
    if "VerbForm=Fin" not in above.feats or children(verb.head, words, *SUBJECTS):
        return
    objects = children(position, words, "obj")
    counted = [
        each for each in objects if "Case=Gen" in words[each].feats and children(each, words, "nummod")
    ]
    if len(counted) == 1 and (len(objects) > 1 or "Voice=Mid" in verb.feats):
        words[counted[0]].dep, words[counted[0]].head = "nsubj", verb.head


def _verb_of_conjunct(position: int, words: Sequence[Word]) -> None:
    """«сотрудники получили травмы и проходят лечение»: a verb goes on with one that has its number."""
    verb = words[position]
    number = _number(verb)
    if verb.dep != "conj" or "VerbForm=Fin" not in verb.feats or not 0 <= verb.head < position:
        return
    above = words[verb.head]
    if number is None or _number(above) in (None, number) or children(position, words, *SUBJECTS):
        return
    for other in range(position - 1, verb.head, -1):
        nearer = words[other]
        if nearer.pos == "VERB" and "VerbForm=Fin" in nearer.feats and nearer.dep != "acl:relcl":
            if _number(nearer) == number and children(other, words, *SUBJECTS):
                verb.head = other
            return


def _number(word: Word) -> str | None:
    return next((number for number in _NUMBERS if number in word.feats), None)


def _clause_of_first(position: int, words: Sequence[Word]) -> None:
    """«отрицает, что стреляла, и заявляет, что …»: a clause before the second verb is told by the first."""
    verb = words[position]
    if verb.dep != "conj" or not 0 <= verb.head < position or children(verb.head, words, "ccomp"):
        return
    clauses, joints = children(position, words, "ccomp"), children(position, words, "cc")
    if len(clauses) > 1 and joints and verb.head < clauses[0] < joints[0] < position < clauses[-1]:
        words[clauses[0]].head = verb.head


def _behind_colon(position: int, words: Sequence[Word]) -> None:
    """«мужчина напал на прохожих: четверо раненых»: whoever stands behind a colon does not do it."""
    subjects = children(position, words, *SUBJECTS)
    if words[position].pos != "VERB" or len(subjects) != 2 or not subjects[0] < position < subjects[1]:
        return
    if any(words[other].text == ":" for other in range(position + 1, subjects[1])):
        words[subjects[1]].dep = "parataxis"


def _object_of_first(position: int, words: Sequence[Word]) -> None:
    """«убив 19 человек и ранив ещё 20»: what stands before an "and" is the object of the verb before."""
    verb = words[position]
    if verb.dep != "conj" or verb.pos != "VERB" or not 0 <= verb.head < position:
        return
    joints = children(position, words, "cc")
    objects = children(position, words, "obj")
    if not joints or len(objects) < 2 or children(verb.head, words, "obj"):
        return
    if verb.head < objects[0] < joints[0] < position < objects[-1]:
        words[objects[0]].head = verb.head


def _subject_of_two(position: int, words: Sequence[Word]) -> None:
    """«ответственность взяло движение»: of two objects, or two subjects, its verb agrees with the subject."""
    verb = words[position]
    if verb.pos == "VERB" and "Voice=Act" in verb.feats:
        _object_of_two(children(position, words, "nsubj"), verb, words)
    _object_of_infinitive(position, words)
    objects = children(position, words, "obj")
    if verb.pos != "VERB" or len(objects) != 2 or children(position, words, *SUBJECTS):
        return
    marks = {feat for feat in verb.feats if feat.startswith(("Gender=", "Number="))}
    agreeing = [other for other in objects if marks and marks <= words[other].feats]
    if len(agreeing) == 1 and "VerbForm=Fin" in verb.feats:
        subject = words[agreeing[0]]
        subject.dep = "nsubj"
        if "Case=Acc" in subject.feats:  # a genitive stays one, as of those counted
            subject.feats = marked(subject.feats, "Case=Nom")


def _counted_doers(position: int, words: Sequence[Word]) -> None:
    """«около 30 осуждённых взяли в заложники двух охранников»: of two objects those counted ahead do it."""
    verb = words[position]
    objects = children(position, words, "obj")
    if not {"VerbForm=Fin", "Voice=Act", "Number=Plur"} <= verb.feats or len(objects) != 2:
        return
    first, last = objects
    living = all({"Animacy=Inan", "Number=Sing"}.isdisjoint(words[each].feats) for each in objects)
    between = first < position < last and not children(position, words, *SUBJECTS)
    if living and between and children(first, words, "nummod") and not children(first, words, "case"):
        words[first].dep = "nsubj"


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
        other.feats = marked(other.feats, "Case=Acc")


def _object_of_infinitive(position: int, words: Sequence[Word]) -> None:
    """«теракт, который собирались устроить боевики»: what the infinitive acts on is no second subject."""
    infinitives = [each for each in children(position, words, "xcomp") if words[each].pos == "VERB"]
    subjects = children(position, words, "nsubj")
    if len(infinitives) != 1 or len(subjects) != 2 or children(infinitives[0], words, "obj"):
        return
    first, last = subjects
    if words[first].pos == "PRON" and first < position < last and "Case=Nom" in words[last].feats:
        words[first].dep, words[first].head = "obj", infinitives[0]
        words[first].feats = marked(words[first].feats, "Case=Acc")


def _object_again(position: int, words: Sequence[Word]) -> None:
    """«признали Лунина виновным в убийстве, а Бекова – в поджоге»: one joined without a verb is one more."""
    noun = words[position]
    if noun.dep != "conj" or not children(position, words, "orphan") or not 0 <= noun.head < position:
        return
    cases = {feat for feat in noun.feats if feat.startswith("Case=")}
    for first in children(noun.head, words, "obj"):
        if first < position and cases and cases <= words[first].feats:
            noun.head = first


def _nobody_named(position: int, words: Sequence[Word]) -> None:
    """«её супруга похитили»: one alone is no subject of a verb in the plural, which tells whom it befell."""
    verb = words[position]
    if not {"VerbForm=Fin", "Voice=Act", "Number=Plur"} <= verb.feats or children(position, words, "obj"):
        return
    subjects = children(position, words, *SUBJECTS)
    if len(subjects) != 1:
        return
    one = words[subjects[0]]
    if not {"Number=Sing", "Animacy=Anim"} <= one.feats or children(subjects[0], words, "conj", "nummod"):
        return
    company = children(subjects[0], words, "nmod")  # «боевик с сообщниками напали»
    if "Case=Gen" in one.feats or any(children(each, words, "case") for each in company):
        return
    one.dep = "obj"
    one.feats = (one.feats - {"Case=Nom"}) | {"Case=Acc"}


def is_below(position: int, other: int, words: Sequence[Word]) -> bool:
    """Tell whether a word stands below another in the tree."""
    while position >= 0 and position != other:
        position = words[position].head
    return position == other
