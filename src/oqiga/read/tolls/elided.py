"""Numbers that leave out their noun: "six soldiers died and *two* were hurt", whose noun was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from oqiga.model.syntax import SUBJECTS, Document
from oqiga.model.terms import HARM, Group, Outcome
from oqiga.read.frames.clauses import subject_of
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People

GAPPED = 6
"""How many words may stand between a subject and the number that repeats it."""


def elided_nouns(document: Document, people: Sequence[People], words: TollWords) -> dict[int, People]:
    """Return for each "two more" without a noun the people whose noun it repeats ("four suspects …")."""
    found: dict[int, People] = {}
    doers = [each for each in people if document.tokens[each.head].dep != "obl:agent" or not each.known]
    for number, (nearest, second) in enumerate(pairwise(doers)):
        first = _counted_subject(document, doers[: number + 1], second) or nearest
        same = document.sentence_of(document.tokens[first.first]) == document.sentence_of(
            document.tokens[second.first]
        )
        source = found.get(first.first, first)
        gapped = (
            _gapped(document, first, second, words)
            or _second_object(document, first, second, words)
            or _second_state(document, first, second, words)
        )
        attackers = source.group is Group.ATTACKERS and not counts_others(document, first, second)
        repeats = second.additional or attackers or gapped
        repeats = repeats or _of_those(document, second)
        nameless = second.bare or (gapped and _says_no_more(document, second, source, words))
        fled = second.additional and document.tokens[second.head].dep in ("iobj", *SUBJECTS)
        known = source.low is not None or (fled and source.group is Group.ATTACKERS)
        one_more = source.single and second.bare and second.additional and second.low == 1
        one_more = one_more and document.tokens[source.head].dep.startswith("nsubj") and source.name is None
        one_more = one_more or _another(document, source, second, words)
        meant = (
            nameless
            and repeats
            and known
            and not any(suffers_from(document, each, second, words) for each in (first, source))
        )
        if same and meant and (one_more or not source.single):
            found[second.first] = _all_of_list(document, people, source)
        if same and first.bare and first.first not in found and _shares_noun(document, first, second):
            found[first.first] = second
    for number, second in enumerate(people):
        if second.bare and second.first not in found and _opens_sentence(document, second, words):
            before = _counted_before(document, people[:number], second)
            if before is not None:
                found[second.first] = found.get(before.first, before)
    found.update(_rest(document, people, words))
    return found


def _all_of_list(document: Document, people: Sequence[People], source: People) -> People:
    """Return those repeated, of any kind where others stand beside: "an officer *and two clerks* died"."""
    before = [each for each in people if each.last < source.first and each.low]
    listed = before[-1] if before else None
    between = document.tokens[listed.last : source.first] if listed else ()
    joined = len(between) == 1 and between[0].dep == "cc"
    if listed is None or not joined or listed.group is source.group:
        return source
    return replace(source, group=Group.ALL)


def _rest(document: Document, people: Sequence[People], words: TollWords) -> dict[int, People]:
    """Return attackers of whom a number is the rest: "қылмыскердің бірі ұсталды. *Қалған алты* адам"."""
    found = {}
    for first, second in pairwise(people):
        token = document.tokens[second.first]
        rest = token.lower in words.people.all_of and second.group is Group.ALL and not second.single
        near = document.sentences_between(document.tokens[first.first], token) <= 1
        if words.outcomes.verb_last and rest and near and first.group is Group.ATTACKERS:
            found[second.first] = first
    return found


def _another(document: Document, source: People, second: People, words: TollWords) -> bool:
    """Tell whether "another" is one more of a kind told: "killed one policeman and injured *another*"."""
    head = document.tokens[second.head]
    one = source.low == source.high == 1 and source.name is None and source.known
    return one and second.single and head.pos in ("PRON", "DET") and head.lower in words.people.further


def suffers_from(document: Document, first: People, second: People, words: TollWords) -> bool:
    """Tell whether a number counts those to whom attackers did it: "seven gunmen killed *12*" of others."""
    if first.group is not Group.ATTACKERS:
        return False
    head, source = document.tokens[second.head], document.tokens[first.head]
    governor = document.tokens[head.head]
    if head.dep == "nmod" and governor.pos == "NOUN":  # "held over the deaths of 15"
        return source.dep != "nmod" and governor.index not in range(first.first, first.last)
    if governor.pos != "VERB" or head.dep.startswith("nsubj"):
        return False
    doer = subject_of(document, governor)
    if doer is not None and doer.dep == "nsubj:pass":
        return False  # "30 rebels were killed and *19* wounded"
    if doer is not None and doer.lower in words.people.relative and governor.dep == "acl:relcl":
        doer = document.tokens[governor.head]
    return doer is not None and first.first <= doer.index < first.last


def counts_others(document: Document, first: People, second: People) -> bool:
    """Tell whether a number is joined to attackers whom nothing befell: "two gunmen *and 15* killed"."""
    between = document.tokens[first.last : second.first]
    joined = len(between) == 1 and between[0].pos == "CCONJ"
    attackers = first.group is Group.ATTACKERS and not first.bare
    return attackers and joined and second.bare and not second.additional


def may_repeat(
    document: Document, source: People, second: People, outcome: Outcome, words: TollWords
) -> bool:
    """Tell whether a number has the group of those before: of attackers only who is told to be the next.

    «Убиты двое боевиков. Ещё трое ранены»: these may be anybody, «ещё одного задержали» holds an attacker.
    """
    apart = document.sentences_between(document.tokens[source.first], document.tokens[second.first])
    harmed = source.group is Group.ATTACKERS and outcome in HARM
    return not (apart and harmed) or document.tokens[second.head].lemma in words.people.others


def _opens_sentence(document: Document, second: People, words: TollWords) -> bool:
    """Tell whether a sentence begins with one more of those before: «*Второй* ранен»."""
    opens = second.first == document.sentence_of(document.tokens[second.first]).first
    other = document.tokens[second.head].lemma in words.people.others
    return opens and words.people.head_by_tree and (other or second.low == second.high == 1)


def _counted_before(document: Document, before: Sequence[People], second: People) -> People | None:
    """Return those counted in the sentence before, in the same paragraph, where they are of one kind."""
    here = document.sentence_of(document.tokens[second.first])
    last = document.sentences[here.index - 1] if here.index else here
    if last is here or last.paragraph != here.paragraph:
        return None
    inside = [each for each in before if last.first <= each.first < last.last]
    counted = [each for each in inside if each.low and not each.pronoun]
    alike = len({each.group for each in counted}) == 1 and all(each.known for each in counted)
    return counted[-1] if alike else None


def _counted_subject(document: Document, before: Sequence[People], second: People) -> People | None:
    """Return the counted subject that a further one repeats over those a clause only names besides.

    «Двое пограничников погибли в бою с *боевиками*, ещё двое ранены»: two more of the guards.
    """
    if not second.bare or not document.tokens[second.head].dep.startswith("nsubj"):
        return None
    start = document.sentence_of(document.tokens[second.first]).first
    for each in reversed(before):
        head = document.tokens[each.head]
        if each.first < start:
            return None
        if each.low is not None:
            return each if head.dep.startswith("nsubj") and not each.single else None
        if head.dep not in ("nmod", "obl"):
            return None
    return None


def _of_those(document: Document, people: People) -> bool:
    """Tell whether a number says itself that it is out of those told of: Kazakh "екеуі", two of them."""
    token = document.tokens[people.last - 1]
    return token.pos == "NUM" and "Person[psor]=3" in token.feats


def _shares_noun(document: Document, first: People, second: People) -> bool:
    """Tell whether a number leaves its noun to the next verb: «уничтожили 30 и задержали 40 боевиков»."""
    between = document.tokens[first.last : second.first]
    if second.low is None or second.bare or second.single or len(between) != 2:
        return False
    if second.group in (Group.WOMEN, Group.CHILDREN):
        return False  # "wounded 15 and abducted seven women" wounds 15 of any kind
    return between[0].pos == "CCONJ" and between[1].pos == "VERB"


def _gapped(document: Document, first: People, second: People, words: TollWords) -> bool:
    """Tell whether a number repeats the subject before it: "four guards were killed and ten wounded"."""
    between = document.tokens[first.last : second.first]
    inside = document.tokens[first.first : first.last] if first.partitive else (document.tokens[first.head],)
    if not any(each.dep.startswith("nsubj") for each in inside) or not 0 < len(between) <= GAPPED:
        return False
    that = between[-1].dep == "mark" and between[-1].lower not in words.outcomes.contrast
    last = between[-2] if that and len(between) > 1 else between[-1]  # "… and *that* ten"
    joins = last.pos == "CCONJ" or last.text == "," or last.lower in words.outcomes.contrast
    return joins and any(token.pos == "VERB" for token in between)


def _second_object(document: Document, first: People, second: People, words: TollWords) -> bool:
    """Tell whether a number repeats the object before it: "killed 14 policemen and wounded seven"."""
    between = document.tokens[first.last : second.first]
    inside = document.tokens[first.first : first.last] if first.partitive else (document.tokens[first.head],)
    if len(between) != 2 or not any(each.dep == "obj" for each in inside):
        return False
    others = document.tokens[second.head].lower in words.people.further
    return between[0].pos == "CCONJ" and between[1].pos == "VERB" and (second.bare or others)


def _second_state(document: Document, first: People, second: People, words: TollWords) -> bool:
    """Tell whether a number repeats those before, each with its fate: "nine soldiers dead, *11 wounded*".

    Not attackers: of "an attack that left two gunmen dead and 20 wounded" the wounded may be anybody.
    """
    between = document.tokens[first.last : second.first]
    if first.group is Group.ATTACKERS or len(between) != 2:
        return False
    fate = between[0].index
    told = words.outcomes.triggers["count"].exactly(document.tokens, fate, fate + 1)
    return told is not None and (between[1].pos == "CCONJ" or between[1].text == ",")


def _says_no_more(document: Document, second: People, source: People, words: TollWords) -> bool:
    """Tell whether a noun behind a number names nobody: "six wounded", "nine others" behind attackers."""
    head = document.tokens[second.head]
    verbal = head.pos in ("VERB", "ADJ") and words.outcomes.triggers["count"].exactly(
        document.tokens, second.head, second.head + 1
    )
    if second.low is None or second.group is not Group.ALL:
        return False
    if head.pos == "PRON" and head.lower in words.people.further:
        one_more = second.single and source.known and source.name is None
        return source.partitive or one_more  # "two gunmen were killed and *another* captured"
    if second.single:
        return False
    return bool(verbal) or (source.group is Group.ATTACKERS and head.lower in words.people.further)
