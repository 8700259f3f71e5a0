"""Wholes and their parts: "18 people, including 12 assailants", "two of the dead were police officers"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Counts, Group, Outcome
from oqiga.read.phrases import Match
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.identity import DASHES, counts_outcome, identified
from oqiga.read.tolls.joint import FORCES
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People, text_of
from oqiga.read.tolls.ranks import is_rank
from oqiga.read.tolls.taken_apart import model_of, spoken_of

_INSIDE = 6
"""How many words may stand between members of a list of parts."""
_PLAIN = frozenset({Group.ALL, Group.CIVILIANS, Group.WOMEN, Group.CHILDREN, Group.OTHER})
"""Groups of people who are attackers where they are a part of those."""
_WHOLE_GROUPS = frozenset({Group.ALL, Group.VICTIMS})


def included(document: Document, people: Sequence[People], words: TollWords) -> dict[int, int]:
    """Return for each people that only illustrate others the token of the word that leads to them.

    The keys are first tokens of mentions; such people are never the subject of what follows.
    """
    found: dict[int, int] = {}
    for number, each in enumerate(people):
        front = front_of(document, each)
        start = front - (document.tokens[max(0, front - 1)].text in DASHES)
        lead = words.outcomes.including.before(document.tokens, start, max(0, front - 4))
        if lead is None and number and start < front and _adds_up(document, people[number - 1 :], words):
            lead = Match(start, front, "including")
        if lead is not None and document.tokens[lead.first].text == ":":
            lead = lead if number and _opens_list(people[number - 1], each, lead) else None
        if lead is not None and _stands_alone(document, each, lead, words):
            continue
        if lead is not None:
            found[each.first] = lead.first
        elif (
            number
            and people[number - 1].first in found
            and _continues(document, people[number - 1], each, words)
            and not _told_of_part(document, each, words)
        ):
            found[each.first] = found[people[number - 1].first]
    return found


def _adds_up(document: Document, people: Sequence[People], words: TollWords) -> bool:
    """Tell whether those listed behind a dash are all of those before it: «трое – двое мужчин и ребенок»."""
    whole, listed = people[0], [people[1]]
    for each in people[2:]:
        if each.low is None or not _continues(document, listed[-1], each, words):
            break
        listed.append(each)
    total = sum(each.low or 0 for each in listed)
    counted = whole.low is not None and not whole.single and whole.last == listed[0].first - 1
    return counted and len(listed) > 1 and total == whole.low


def front_of(document: Document, people: People) -> int:
    """Return the first token of a mention with the owners in front of it: "органдарының 93 қызметкері"."""
    head = document.tokens[people.head]
    leaned = (head, *document.children(head, "nummod"))  # a genitive may hang on the numeral behind it
    owners = [token for each in leaned for token in document.children(each, "nmod:poss")]
    beside = [token for token in owners if token.index == people.first - 1]
    return min((token.index for owner in beside for token in document.subtree(owner)), default=people.first)


def _opens_list(whole: People, first: People, lead: Match[str]) -> bool:
    """Tell whether a colon stands between a count and the first of its parts: "16 wounded: 13 police"."""
    return (
        whole.low is not None and not first.single and whole.last == lead.first and lead.last == first.first
    )


def _stands_alone(document: Document, people: People, lead: Match[str], words: TollWords) -> bool:
    """Tell whether what stands behind a lead has an outcome of its own."""
    state = words.outcomes.triggers["state"]
    told = people.bare and _ends_inside(document, people) and words.outcomes.object_after_verb
    if told and state.at(document.tokens, people.last, people.last + 1) is not None:
        return True  # "including eight killed"
    return _told_of_part(document, people, words) or _names_outcome(document, lead, words)


def _names_outcome(document: Document, lead: Match[str], words: TollWords) -> bool:
    """Tell whether what leads to a part says itself what became of it: "қаза тапқандар арасында"."""
    states = words.outcomes.triggers["state"]
    return states.before(document.tokens, lead.last, max(0, lead.last - 4)) is not None


def _shares(document: Document, head: Token, verb: Token) -> bool:
    """Tell whether a verb has counted people as a subject before these: both are told of by it."""
    subjects = document.children(verb, "nsubj", "nsubj:pass", "dislocated")
    return any(each.index < head.index and document.children(each, "nummod") for each in subjects)


def _told_of_part(document: Document, people: People, words: TollWords) -> bool:
    """Tell whether the tree gives a part a predicate of its own: «из них 22 находятся в больнице»."""
    head = document.tokens[people.head]
    governor = document.tokens[head.head]
    own = head.dep in ("nsubj", "nsubj:pass") and governor.pos == "VERB" and governor.index > head.index
    if words.outcomes.verb_last:
        return own and governor.lemma not in words.outcomes.copulas and not _shares(document, head, governor)
    told = words.outcomes.free_order or words.outcomes.object_after_verb
    state = _has_state(document, people, words)
    return told and (people.bare or counts_outcome(document, people, words)) and (own or state)


def _has_state(document: Document, people: People, words: TollWords) -> bool:
    """Tell whether a part is told in what state it is: «из них трое в тяжелом состоянии»."""
    states, head = words.outcomes.triggers["state"], document.tokens[people.head]
    found = (
        states.at(document.tokens, people.last, len(document.tokens))
        if _ends_inside(document, people)
        else None
    )
    return head.dep == "nsubj" and found is not None and found.first <= head.head < found.last


def _ends_inside(document: Document, people: People) -> bool:
    return people.last < document.sentence_of(document.tokens[people.head]).last


def excluded(document: Document, people: Sequence[People], words: TollWords) -> set[int]:
    """Return the first tokens of people whom a figure leaves out ("besides the gunman")."""
    tokens = document.tokens
    return {
        each.first
        for each in people
        if words.outcomes.excluding.before(tokens, each.first, max(0, each.first - 4)) is not None
    }


def _continues(document: Document, first: People, second: People, words: TollWords) -> bool:
    """Tell whether a second mention goes on a list of parts."""
    between = document.tokens[first.last : second.first]
    if not 0 < len(between) <= _INSIDE or any(token.pos in ("VERB", "AUX") for token in between):
        return False
    position = second.last
    while position < len(document.tokens) and document.tokens[position].pos == "ADV":
        position += 1  # "..., a doctor there said"
    following = document.tokens[position] if position < len(document.tokens) else None
    if following is not None and (following.pos == "AUX" or _speaks(following, between, words)):
        return False
    return words.outcomes.joining.before(document.tokens, second.first, first.last) is not None


def _speaks(following: Token, between: Sequence[Token], words: TollWords) -> bool:
    """Tell whether behind a comma somebody begins a clause, where the verb follows its subject at once."""
    if not words.outcomes.object_after_verb:
        return False
    finite = following.pos == "VERB" and "VerbForm=Fin" in following.feats
    return finite and between[-1].text == ","


def parts_by_inclusion(
    document: Document,
    drafts: Sequence[Draft],
    people: Sequence[People],
    leads: dict[int, int],
    words: TollWords,
) -> list[Draft]:
    """Return a draft for every counted people inside a larger number of one outcome."""
    found = []
    counted = {draft.people.first for draft in drafts}
    by_sentence = in_sentences(document, drafts)
    for each in people:
        if each.first not in leads or each.low is None or not each.known or each.pronoun:
            continue
        if each.name and each.group is Group.ALL:
            continue
        if each.first in counted:
            continue
        sentence = document.sentence_of(document.tokens[each.first])
        whole = _whole_before(by_sentence.get(sentence.index, ()), leads[each.first])
        if whole is not None and _fits(each, whole):
            found.append(_part(document, each, whole, whole, leads[each.first]))
            if whole.group is Group.ATTACKERS and each.group in _PLAIN | {Group.FOREIGNERS}:
                found[-1].group = Group.ATTACKERS
            elif whole.group in FORCES and is_rank(document, each, words):
                found[-1].group = whole.group
        elif (
            whole is None
            and (
                model := spoken_of(
                    document, _near(by_sentence, sentence.index), people, leads[each.first], words
                )
            )
            is not None
        ):
            found.append(_part(document, each, model, _whole_of(model, drafts), leads[each.first]))
        elif (tolled := _toll_before(by_sentence.get(sentence.index, ()), leads[each.first])) is not None:
            found.append(_part(document, each, tolled, _whole_of(tolled, drafts), leads[each.first]))
    return found


def _toll_before(drafts: Sequence[Draft], position: int) -> Draft | None:
    """Return the toll of a noun for the figure before a lead: "the death toll includes two policemen"."""
    return next(
        (each for each in drafts if each.trigger_kind == "toll" and each.trigger_first < position), None
    )


def in_sentences(document: Document, drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """Return the drafts by the number of the sentence that their people stand in."""
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        found.setdefault(document.sentence_of(document.tokens[draft.people.first]).index, []).append(draft)
    return found


def _near(by_sentence: Mapping[int, Sequence[Draft]], index: int) -> list[Draft]:
    """Return the drafts of a sentence and the two before it."""
    return [draft for number in range(index - 2, index + 1) for draft in by_sentence.get(number, ())]


def _whole_before(drafts: Sequence[Draft], position: int) -> Draft | None:
    """Return the toll of a sentence whose people stand nearest before a word like "including"."""
    before = [draft for draft in drafts if draft.people.last <= position and draft.whole is None]
    return max(before, key=lambda draft: draft.people.last, default=None)


def _fits(part: People, whole: Draft) -> bool:
    """Tell whether a count can be a part of a larger one."""
    if part.low is None or whole.people.single:
        return False
    return whole.high is None or part.low <= whole.high


def _part(document: Document, people: People, model: Draft, whole: Draft | None, lead: int) -> Draft:
    return replace(
        model,
        people=people,
        group=people.group,
        group_text=text_of(document, people),
        low=people.low or 0,
        high=people.high,
        first=lead,
        last=people.last,
        counts=Counts.SUBSET,
        whole=whole,
        newer=None,
        revises=None,
        shared=True,
    )


def parts_by_identity(
    document: Document, drafts: Sequence[Draft], people: Sequence[People], words: TollWords
) -> list[Draft]:
    """Return a draft for every "two of the dead were police officers" and "three of them children".

    Such a draft takes the place of one in `drafts` that counts the same people without their group.
    """
    found: list[Draft] = []
    for number, each in enumerate(people):
        named = identified(document, people, number, words)
        if named is None:
            continue
        others = [draft for draft in [*drafts, *found] if draft.people.first < each.first]
        outcome = _owner_outcome(document, each, words)
        others = [draft for draft in others if outcome in (None, draft.outcome)]
        if outcome is None and (owner := _owner(document, each, words)) is not None:
            others = [draft for draft in others if owner is draft.group]
        if each.partitive and not _meant(people, number, drafts):
            continue
        model = next((draft for draft in drafts if draft.people.first == each.first), None)
        counts = counts_outcome(document, each, words)
        if model is None or not (each.partitive or counts):
            model = model_of(document, each, others) or model
        if model is None:
            continue
        part = _part(document, each, model, _whole_of(model, others), each.first)
        part.group, part.group_text, part.last, part.shared = (
            named.group,
            text_of(document, named),
            named.last,
            False,
        )
        found.append(part)
    return found


def _owner_outcome(document: Document, people: People, words: TollWords) -> Outcome | None:
    """Return what became of those whom a number is a part of, where they say it: "қаза тапқандардың бірі"."""
    tolls = words.outcomes.triggers["toll"]
    owner = tolls.before(document.tokens, people.first, max(0, people.first - 3)) if people.first else None
    return None if owner is None else Outcome(owner.value)


def _owner(document: Document, people: People, words: TollWords) -> Group | None:
    """Return the group of those whom a possessed number is a part of: "мұнайшылардың бірі"."""
    tokens = document.tokens
    owners = (
        child for each in tokens[people.first : people.last] for child in document.children(each, "nmod:poss")
    )
    for owner in owners:
        noun = words.people.nouns.before(tokens, owner.index + 1, max(0, owner.index - 3))
        if owner.index < people.first and noun is not None:
            return Group(noun.value)
    return None


def members(
    document: Document, drafts: Sequence[Draft], people: Sequence[People], words: TollWords
) -> list[Draft]:
    """Return a draft for each told to be one of those counted: "a girl is among the 22 people killed"."""
    found = []
    at = {index: each for each in people for index in range(each.first, each.last)}
    for whole in drafts:
        ahead = document.tokens[max(0, whole.people.first - 1)]
        if whole.people.low is None or ahead.lower not in words.people.partitive or not whole.people.known:
            continue
        each = _subject_of(document, document.head(document.tokens[whole.people.head]), at, words)
        if each is not None and each.low is not None and each.last <= ahead.index and _fits(each, whole):
            found.append(_part(document, each, whole, whole, each.first))
            found[-1].last = whole.last
    return found


def _subject_of(
    document: Document, verb: Token | None, at: Mapping[int, People], words: TollWords
) -> People | None:
    """Return the people of whom a copula tells something, over "is believed to be"."""
    for _ in range(3):
        if verb is None or not (verb.lemma in words.outcomes.copulas or verb.pos == "VERB"):
            return None
        for child in document.children(verb, "nsubj", "nsubj:pass"):
            return at.get(child.index)
        verb = document.head(verb) if verb.lemma in words.outcomes.copulas else None
    return None


def place_parts(drafts: Sequence[Draft]) -> None:
    """Find the wholes of drafts that are known to be parts ("among the dead were two officers")."""
    for draft in drafts:
        if draft.counts is Counts.SUBSET and draft.whole is None:
            others = [other for other in drafts if other.people.first < draft.people.first]
            draft.whole = _whole_of(draft, others)


def _meant(people: Sequence[People], number: int, drafts: Sequence[Draft]) -> bool:
    """Tell whether "of them" can mean people of a toll: nobody else was counted right before."""
    each, tolled = people[number], {draft.people.first for draft in drafts}
    for other in reversed(people[max(0, number - 3) : number]):
        if other.low is None or other.single or other.partitive or other.pronoun or not other.known:
            continue
        larger = each.low is not None and other.low >= each.low
        return not larger or other.first in tolled
    return True


def _whole_of(model: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """Return the standing total of the same outcome that a part belongs to."""
    wholes = [
        draft
        for draft in earlier
        if draft is not model or model.counts is not Counts.SUBSET
        if draft.outcome is model.outcome and draft.group in _WHOLE_GROUPS
        if draft.whole is None and draft.newer is None and not draft.people.single
    ]
    return max(wholes, key=lambda draft: draft.people.first, default=None)
