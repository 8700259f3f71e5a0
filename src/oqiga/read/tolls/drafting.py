"""From links to drafts: groups, counts and the clause that each toll rests on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from oqiga.model.syntax import Document
from oqiga.model.terms import Counts, Group, Outcome
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.people import People, text_of
from oqiga.read.tolls.reality import certainty_of
from oqiga.read.tolls.triggers import Trigger

_TRAILING = ("obl", "advmod", "obl:npmod", "compound:prt", "obl:tmod")
_GAPPED = 6
"""How many words may stand between a subject and the number that repeats it."""
_DEMOGRAPHIC = frozenset({Group.ALL, Group.WOMEN, Group.CHILDREN, Group.CIVILIANS, Group.VICTIMS})
"""Groups of single people that add up to plain people when they differ ("a man and a woman")."""
_PLAIN = frozenset({Group.ALL, Group.WOMEN, Group.CHILDREN})
"""Groups of people who are attackers where a verb is said only of those."""
_HARM = frozenset({Outcome.KILLED, Outcome.INJURED})
_LIGHTER = frozenset({Outcome.INJURED, Outcome.MISSING, Outcome.INVOLVED, Outcome.HOSPITALIZED})
"""Outcomes that say nothing more of people who are told killed in the same clause."""


def drafts_of(
    document: Document, links: Sequence[Link], people: Sequence[People], words: TollWords
) -> list[Draft]:
    """Return the tolls in the making, in order of the text, one for each people and outcome."""
    antecedents = _antecedents(document, people)
    elided = _elided(document, people)
    drafts = []
    for link in _with_single_sums(links):
        draft = _draft(document, link, antecedents, elided, words)
        if draft is not None:
            drafts.append(draft)
    found = sorted(_unique(drafts), key=lambda each: (each.people.first, each.trigger_first))
    for first, second in pairwise(found):
        open_group = second.people.bare and second.group is Group.ALL
        if open_group and first.group is Group.ATTACKERS and _goes_on(document, first.people, second.people):
            second.group = first.group
    return found


def _goes_on(document: Document, first: People, second: People) -> bool:
    """Tell whether a bare number goes on with those just told: «потери банды — 30 человек, 40 задержаны»."""
    same = document.sentence_of(document.tokens[first.first]) == document.sentence_of(
        document.tokens[second.first]
    )
    between = document.tokens[first.last : second.first]
    plain = all(token.text == "," or token.pos in ("CCONJ", "ADV", "VERB") for token in between)
    return same and plain and not first.single and len(between) <= _GAPPED


def _draft(
    document: Document,
    link: Link,
    antecedents: dict[int, People],
    elided: dict[int, People],
    words: TollWords,
) -> Draft | None:
    people, trigger = link.people, link.trigger
    if people.pronoun and people.low is None and (several := antecedents.get(people.first)) is not None:
        people = replace(people, low=several.low, high=several.high, approximate=several.approximate)
        link = replace(link, people=people)
    if trigger.outcome is Outcome.AT_LARGE and trigger.kind == "subject" and _may_have_fled(people, elided):
        return None
    if people.low is None or not _may_be_people(document, link, words):
        return None
    if trigger.outcome is Outcome.AT_LARGE and trigger.kind == "subject" and people.group is Group.CIVILIANS:
        return None  # residents who flee are no fugitives
    if trigger.outcome is Outcome.INVOLVED and (people.single or _suffers(document, trigger)):
        return None
    inside = people.first <= trigger.first < people.last
    harmed = trigger.outcome in _HARM
    if inside and people.partitive and (people.low == 0 or not harmed):
        return None
    if (
        people.low == 0
        and people.partitive
        and words.outcomes.triggers["state"].search(document.tokens, people.first, people.last)
    ):
        return None  # "none of the wounded had severe injuries"
    certainty = certainty_of(document, trigger, people, words.outcomes)
    if certainty is None:
        return None
    group, group_text = people.group, text_of(document, people)
    if people.pronoun:
        told = people.reflexive or harmed or trigger.kind != "active" or words.outcomes.free_order
        if people.first not in antecedents or not told:
            return None
        group, group_text = antecedents[people.first].group, text_of(document, antecedents[people.first])
    elif people.first in elided and (
        trigger.kind != "active" or elided[people.first].group is Group.ATTACKERS
    ):
        group = elided[people.first].group
    foes = document.tokens[trigger.verb].lemma in words.outcomes.foes
    if (
        (trigger.outcome is Outcome.INVOLVED and not trigger.crowd)
        or (foes and group in _PLAIN)
        or (trigger.outcome is Outcome.AT_LARGE and group is Group.ALL)
    ):
        group = Group.ATTACKERS
    elif trigger.kind == "toll" and group is Group.ALL:
        group = _group_of_toll(document, trigger, words)
    first, last = _clause(document, link, words)
    return Draft(
        people=people,
        outcome=trigger.outcome,
        group=group,
        low=people.low,
        high=people.high,
        first=first,
        last=last,
        trigger_first=trigger.first,
        trigger_kind=trigger.kind,
        certainty=certainty,
        counts=_counts(document, link, words),
        group_text=group_text,
        shared=link.shared,
    )


def _may_have_fled(people: People, elided: dict[int, People]) -> bool:
    """Tell whether those who escaped may be victims who got away: a bare number does not say."""
    source = elided.get(people.first)
    return people.bare and (source is None or source.group is not Group.ATTACKERS)


def _group_of_toll(document: Document, trigger: Trigger, words: TollWords) -> Group:
    """Return whom a noun for the figure counts: "the civilian death toll"."""
    noun = document.tokens[trigger.last - 1]
    for child in document.children(noun, "amod", "compound"):
        found = words.people.nouns.at(document.tokens, child.index, child.index + 1)
        if found is not None and found.value != Group.OFFICIALS.value:  # "the official toll"
            return Group(found.value)
    return Group.ALL


def _suffers(document: Document, trigger: Trigger) -> bool:
    """Tell whether a verb of taking part stands in the passive: who is attacked takes no part."""
    return bool(document.children(document.tokens[trigger.verb], "aux:pass", "nsubj:pass"))


def _counts(document: Document, link: Link, words: TollWords) -> Counts:
    """Return how a figure relates to the whole: one person tells nothing, "among the dead" a part."""
    people, trigger = link.people, link.trigger
    ends = {document.tokens[trigger.first].lower, document.tokens[trigger.last - 1].lower}
    if not ends.isdisjoint(words.people.partitive):
        return Counts.SUBSET
    if people.partitive and people.first <= trigger.first < people.last:
        return Counts.SUBSET
    return Counts.UNKNOWN if people.single else Counts.TOTAL


def _may_be_people(document: Document, link: Link, words: TollWords) -> bool:
    """Tell whether a noun outside the lexicon may stand for people in this role."""
    people, trigger = link.people, link.trigger
    if trigger.kind == "count":
        return _counts_outcome(link)
    if people.known or people.bare:
        return True
    head = document.tokens[people.head]
    if head.pos == "PROPN" and "Number=Plur" in head.feats:
        return True
    lemma = head.lemma
    if document.tokens[trigger.verb].lemma in words.outcomes.things_too and trigger.kind != "of":
        return False
    inside = people.first <= trigger.first < people.last
    if inside or link.shared or lemma in words.outcomes.not_people.get(trigger.outcome.value, ()):
        return False
    if trigger.kind in ("subject", "toll", "of") or trigger.outcome not in (Outcome.KILLED, Outcome.INJURED):
        return False
    between = document.tokens[min(people.last, trigger.last) : max(people.first, trigger.first)]
    return (
        all(token.pos in ("AUX", "ADV") for token in between) and people.low > 0
        if people.low is not None
        else False
    )


def _counts_outcome(link: Link) -> bool:
    """Tell whether a counted noun is what is counted: "12 deaths"."""
    people, trigger = link.people, link.trigger
    return not people.partitive and trigger.last == people.last


def _clause(document: Document, link: Link, words: TollWords) -> tuple[int, int]:
    """Return the tokens from the people to the outcome, with what trails the verb."""
    people, trigger = link.people, link.trigger
    first, last = min(people.first, trigger.first), max(people.last, trigger.last)
    if trigger.kind == "state" and first > 0 and document.tokens[first - 1].lemma in words.outcomes.left:
        first -= 1
    if trigger.kind == "toll":
        below = document.subtree(document.tokens[trigger.last - 1])
        return min(first, below[0].index), last
    verb = document.tokens[trigger.verb]
    sentence = document.sentence_of(verb)
    for child in document.children(verb, *_TRAILING):
        below = document.subtree(child)
        contiguous = below[0].index == last and below[-1].index - last < 12
        if contiguous and below[-1].index < sentence.last and not any(token.pos == "VERB" for token in below):
            last = below[-1].index + 1
    while last - 1 > first and document.tokens[last - 1].pos == "PUNCT":
        last -= 1
    return first, last


def _antecedents(document: Document, people: Sequence[People]) -> dict[int, People]:
    """Return for each pronoun those it takes up: the single person spoken of before, the last subject first.

    A pronoun for several takes up the only ones counted before it in its sentence, or in the one before.
    """
    found: dict[int, People] = {}
    latest: People | None = None
    subject: People | None = None
    for each in people:
        if each.reflexive:
            subject = _first_single(document, people, each)
            if subject is not None:
                found[each.first] = subject
        elif each.pronoun:
            antecedent = _taken_up(document, people, each, found, subject, latest)
            if antecedent is not None:
                found[each.first] = antecedent
        elif (each.single or each.low == each.high == 1) and not _predicates(document, each):
            latest = each
            if document.tokens[each.head].dep.startswith("nsubj"):
                subject = each
    return found


def _taken_up(
    document: Document,
    people: Sequence[People],
    pronoun: People,
    found: Mapping[int, People],
    *candidates: People | None,
) -> People | None:
    """Return whom a pronoun takes up, None if unclear. candidates: the last subject, then the latest."""
    if not pronoun.single:
        return _several(document, pronoun, people)
    subject, latest = candidates
    if document.tokens[pronoun.first].dep == "obj":
        return _undergoer(document, pronoun, found, subject, latest)
    ranked = (each for each in _ranked(document, pronoun, subject, latest) if _agree(document, pronoun, each))
    return _nearest(document, pronoun, *ranked)


def _undergoer(
    document: Document, pronoun: People, found: Mapping[int, People], *candidates: People | None
) -> People | None:
    """Return whom "him" takes up: not who acts in its own clause, and nobody where two groups may be meant.

    found: whom the pronouns before it take up.
    """
    here = document.sentence_of(document.tokens[pronoun.first])
    verb = document.tokens[document.tokens[pronoun.first].head]
    actors = [found[each.index] for each in document.children(verb, "nsubj") if each.index in found]
    subject = candidates[0]
    meant = [
        each
        for each in reversed(candidates)
        if each is not None and each not in actors and not (each is subject and each.first >= here.first)
        if _agree(document, pronoun, each)
    ]
    if len({each.group for each in meant}) > 1:
        return None
    return _nearest(document, pronoun, *meant)


def _ranked(
    document: Document, pronoun: People, subject: People | None, latest: People | None
) -> tuple[People | None, People | None]:
    """Return whom a pronoun may mean, likeliest first: the last subject, unless another stands beside it."""
    here = document.sentence_of(document.tokens[pronoun.first])
    if subject is not None and latest is not None and subject.first < here.first <= latest.first:
        return latest, subject
    return subject, latest


def _agree(document: Document, pronoun: People, other: People | None) -> bool:
    """Tell whether a pronoun may speak of somebody: not of who acts on it, nor of another gender."""
    if other is None or document.tokens[other.head].head == document.tokens[pronoun.head].head:
        return False
    genders = [
        {feat for feat in document.tokens[each.head].feats if feat.startswith("Gender=")}
        for each in (pronoun, other)
    ]
    return not (genders[0] and genders[1]) or bool(genders[0] & genders[1])


def _several(document: Document, pronoun: People, people: Sequence[People]) -> People | None:
    """Return the people counted before whom "they" can only mean: no others are told of in their sentence."""
    here = document.sentence_of(document.tokens[pronoun.first])
    start = bisect_left(people, here.first, key=lambda each: each.first)
    before = [each for each in people[start:] if each.first < pronoun.first]
    if not before and here.index > 0:
        last = document.sentences[here.index - 1]
        first = bisect_left(people, last.first, key=lambda each: each.first)
        before = list(people[first:start]) if last.paragraph == here.paragraph else []
    meant = [each for each in before if not each.single and not each.pronoun and each.known]
    counted = meant[0] if len(meant) == 1 and meant[0].low and meant[0].low > 1 else None
    return counted if counted is not None and not (counted.partitive or counted.bare) else None


def _predicates(document: Document, people: People) -> bool:
    """Tell whether a noun only says what somebody is: "one militant was a citizen of Mali"."""
    head = document.tokens[people.head]
    governor = document.tokens[head.head]
    return head.dep == "xcomp" and governor.pos == "AUX"


def _nearest(document: Document, pronoun: People, *candidates: People | None) -> People | None:
    """Return the first candidate at most two sentences before a pronoun."""
    here = document.sentence_of(document.tokens[pronoun.first]).index
    for each in candidates:
        if each is not None and here - document.sentence_of(document.tokens[each.first]).index <= 2:
            return each
    return None


def _first_single(document: Document, people: Sequence[People], reflexive: People) -> People | None:
    """Return the first single person of the sentence before a reflexive pronoun."""
    sentence = document.sentence_of(document.tokens[reflexive.first])
    start = bisect_left(people, sentence.first, key=lambda each: each.first)
    before = takewhile(lambda each: each.first < reflexive.first, islice(people, start, None))
    return next((each for each in before if each.single and not each.pronoun), None)


def _elided(document: Document, people: Sequence[People]) -> dict[int, People]:
    """Return for each "two more" without a noun the people whose noun it repeats ("four suspects …")."""
    found: dict[int, People] = {}
    doers = [each for each in people if document.tokens[each.head].dep != "obl:agent" or not each.known]
    for first, second in pairwise(doers):
        same = document.sentence_of(document.tokens[first.first]) == document.sentence_of(
            document.tokens[second.first]
        )
        source = found.get(first.first, first)
        repeats = second.additional or source.group is Group.ATTACKERS or _gapped(document, first, second)
        repeats = repeats or _of_those(document, second)
        fled = second.additional and document.tokens[second.head].dep in ("iobj", "nsubj", "nsubj:pass")
        known = source.low is not None or (fled and source.group is Group.ATTACKERS)
        if same and second.bare and repeats and not source.single and known:
            found[second.first] = source
        if same and first.bare and first.first not in found and _shares_noun(document, first, second):
            found[first.first] = second
    return found


def _of_those(document: Document, people: People) -> bool:
    """Tell whether a number says itself that it is out of those told of: Kazakh "екеуі", two of them."""
    token = document.tokens[people.last - 1]
    return token.pos == "NUM" and "Person[psor]=3" in token.feats


def _shares_noun(document: Document, first: People, second: People) -> bool:
    """Tell whether a number leaves its noun to the next verb: «уничтожили 30 и задержали 40 боевиков»."""
    between = document.tokens[first.last : second.first]
    if second.low is None or second.bare or second.single or len(between) != 2:
        return False
    return between[0].pos == "CCONJ" and between[1].pos == "VERB"


def _gapped(document: Document, first: People, second: People) -> bool:
    """Tell whether a number repeats the subject before it: "four guards were killed and ten wounded"."""
    between = document.tokens[first.last : second.first]
    if not document.tokens[first.head].dep.startswith("nsubj") or not 0 < len(between) <= _GAPPED:
        return False
    joins = [token for token in between if token.pos == "CCONJ" or token.text == ","]
    return bool(joins) and between[-1] is joins[-1] and any(token.pos == "VERB" for token in between)


def _with_single_sums(links: Sequence[Link]) -> list[Link]:
    """Join single people listed under one outcome: "a clerk and a guard" are two civilians."""
    by_trigger: dict[tuple[int, str], list[Link]] = {}
    for link in links:
        by_trigger.setdefault((link.trigger.first, link.trigger.outcome.value), []).append(link)
    found = []
    for listed in by_trigger.values():
        singles = [link for link in listed if _is_one(link.people)]
        if not any(link.people.single for link in singles):
            singles = []
        others = [link for link in listed if link not in singles]
        found += others
        for group, members in _by_group(singles).items():
            found.append(_summed(members, group) if len(members) > 1 else members[0])
    return found


def _is_one(people: People) -> bool:
    """Tell whether a member of a list is one person, by a singular or by the number one."""
    counted = people.low == people.high == 1 and people.known and not people.partitive
    return not people.pronoun and (people.single or counted)


def _by_group(links: Sequence[Link]) -> dict[Group, list[Link]]:
    groups: dict[Group, list[Link]] = {}
    for link in links:
        groups.setdefault(link.people.group, []).append(link)
    mixed = [group for group in groups if group in _DEMOGRAPHIC]
    if len(mixed) > 1:
        groups[Group.ALL] = [link for group in mixed for link in groups.pop(group)]
    return groups


def _summed(links: Sequence[Link], group: Group) -> Link:
    members = sorted((link.people for link in links), key=lambda people: people.first)
    total = sum(people.low or 0 for people in members)
    whole = replace(
        members[0], last=members[-1].last, low=total, high=total, group=group, single=False, name=None
    )
    return replace(links[0], people=whole)


def _condition(draft: Draft) -> bool:
    """Tell whether a draft only says how the injured are: "hospitalized in critical condition"."""
    inside = draft.people.first <= draft.trigger_first < draft.people.last
    return draft.outcome is Outcome.INJURED and (draft.trigger_kind == "state" or inside)


def _unique(drafts: Sequence[Draft]) -> list[Draft]:
    """Keep one draft for each people and outcome, and only the graver of two outcomes."""
    kept: dict[tuple[int, Outcome], Draft] = {}
    for draft in drafts:
        key = (draft.people.first, draft.outcome)
        if key not in kept or (kept[key].shared and not draft.shared):
            kept[key] = draft
    return [
        draft
        for (first, outcome), draft in kept.items()
        if (outcome not in _LIGHTER or (first, Outcome.KILLED) not in kept)
        and not (_condition(draft) and (first, Outcome.HOSPITALIZED) in kept)
        and not (outcome is Outcome.AT_LARGE and (first, Outcome.DETAINED) in kept)
    ]
