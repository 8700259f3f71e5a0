"""Which mentions only say who some of those counted are: behind "including", "among them", "other than"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import Group
from oqiga.read.phrases import Match
from oqiga.read.tolls.identity import DASHES, counts_outcome
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People

_INSIDE = 6
"""How many words may stand between members of a list of parts."""
_WORD = 3
"""Words of what counts somebody in: "қоса алғанда"."""
_LEAD = 6
"""Tokens at most from the start of a lead to a part: «*в т. ч.* 1 полицейский»."""
_CLAUSE = 14
"""How many words may stand between a number and a dash behind which parts add up to it."""


def included(document: Document, people: Sequence[People], words: TollWords) -> dict[int, int]:
    """Return for each people that only illustrate others the token of the word that leads to them.

    The keys are first tokens of mentions; such people are never the subject of what follows.
    """
    found = _counted_in(document, people, words)
    closed = set(found.values())
    for number, each in enumerate(people):
        if each.first in found:
            continue
        front = front_of(document, each)
        start = front - (document.tokens[max(0, front - 1)].text in (*DASHES, "("))
        lead = words.outcomes.including.before(document.tokens, start, max(0, front - _LEAD))
        lead = None if lead is not None and lead.first in closed else lead
        opened = start < front or document.tokens[max(0, front - 1)].text == ":"
        if lead is None and number and opened and _adds_up(document, people, number, words):
            lead = Match(min(start, front - 1), front, "including")
        without = words.outcomes.excluding.before(document.tokens, start, max(0, front - 4))
        if lead is not None and without is not None and without.first < lead.first:
            continue  # "*not including* the gunman"
        if lead is not None and document.tokens[lead.first].text == ":":
            whole = number and (
                _opens_list(people[number - 1], each, lead) or _adds_up(document, people, number, words)
            )
            lead = lead if whole else None
        if lead is not None and _stands_alone(document, each, lead, words):
            continue
        if lead is not None:
            found[each.first] = lead.first
        elif (
            number
            and people[number - 1].first in found
            and _continues(document, people[number - 1], each, words, last=_completes(people, number, found))
            and not _told_of_part(document, each, words)
            and not _state_behind(document, each, words)
            and not (words.outcomes.free_order and _own_verb(document, each))
        ):
            found[each.first] = found[people[number - 1].first]
    return found


def _counted_in(document: Document, people: Sequence[People], words: TollWords) -> dict[int, int]:
    """Return those whom a word behind counts in, with those listed before: "*үш баланы* қосқанда 7 адам"."""
    found: dict[int, int] = {}
    for number in range(len(people) - 1, -1, -1):
        each = people[number]
        if "Case=Acc" in document.tokens[each.head].feats and each.low is not None:
            end = min(each.last + _WORD, len(document.tokens))
            behind = words.outcomes.including.at(document.tokens, each.last, end)
            if behind is not None:
                found[each.first] = behind.first
        following = people[number + 1] if number + 1 < len(people) else None
        if following is None or following.first not in found or each.low is None:
            continue
        between = document.tokens[each.last : following.first]
        if len(between) == 1 and document.tokens[following.head].head == each.head:
            found[each.first] = found[following.first]
    return found


def _adds_up(document: Document, people: Sequence[People], number: int, words: TollWords) -> bool:
    """Tell whether those listed behind a dash are all of those before it: «трое – двое мужчин и ребенок».

    What may be no people at all is passed over: "231 were killed in two *bombings* - 12 …".
    """
    before = people[max(0, number - 2) : number]
    doubtful = not before[-1].known and before[0].low is not None
    whole, listed = before[0 if doubtful else -1], [people[number]]
    for each in people[number + 1 :]:
        if each.low is None or not _continues(document, listed[-1], each, words):
            break
        listed.append(each)
    total = sum(each.low or 0 for each in listed)
    between = document.tokens[whole.last : listed[0].first - 1]  # «троих *в селе* – двух мужчин и ребенка»
    near = len(between) <= _CLAUSE and not any(each.pos == "PUNCT" for each in between)
    counted = whole.low is not None and not whole.single and near
    return counted and len(listed) > 1 and total == whole.low


def front_of(document: Document, people: People) -> int:
    """Return the first token of a mention with the owners in front of it: "органдарының 93 қызметкері",
    "*the mayor's* two sons".
    """
    head = document.tokens[people.head]
    leaned = (head, *document.children(head, "nummod"))  # a genitive may hang on the numeral behind it
    owners = [token for each in leaned for token in document.children(each, "nmod:poss")]
    phrases = [document.subtree(owner) for owner in owners]
    beside = [phrase for phrase in phrases if phrase[-1].index == people.first - 1]
    return min((token.index for phrase in beside for token in phrase), default=people.first)


def _opens_list(whole: People, first: People, lead: Match[str]) -> bool:
    """Tell whether a colon stands between a count and the first of its parts: "16 wounded: 13 police"."""
    return (
        whole.low is not None and not first.single and whole.last == lead.first and lead.last == first.first
    )


def _stands_alone(document: Document, people: People, lead: Match[str], words: TollWords) -> bool:
    """Tell whether what stands behind a lead has an outcome of its own."""
    if _state_behind(document, people, words):
        return True
    return _told_of_part(document, people, words) or _names_outcome(document, lead, words)


def _state_behind(document: Document, people: People, words: TollWords) -> bool:
    """Tell whether right behind a bare number stands what became of them: "including *eight killed*".

    Also where that is taken for their noun: "including the attacker, and *70 wounded*".
    """
    if not words.outcomes.object_after_verb:
        return False
    state, count = words.outcomes.triggers["state"], words.outcomes.triggers["count"]
    closed = people.low is not None and people.head == people.last - 1 and people.group is Group.ALL
    if closed and count.exactly(document.tokens, people.head, people.last) is not None:
        return True
    told = people.bare and _ends_inside(document, people)
    return told and state.at(document.tokens, people.last, people.last + 1) is not None


def _names_outcome(document: Document, lead: Match[str], words: TollWords) -> bool:
    """Tell whether what leads to a part says itself what became of it: "қаза тапқандар арасында"."""
    states = words.outcomes.triggers["state"]
    return states.before(document.tokens, lead.last, max(0, lead.last - 4)) is not None


def _shares(document: Document, head: Token, verb: Token) -> bool:
    """Tell whether a verb has counted people as a subject before these: both are told of by it."""
    subjects = document.children(verb, *SUBJECTS, "dislocated")
    return any(each.index < head.index and document.children(each, "nummod") for each in subjects)


def _own_verb(document: Document, people: People) -> bool:
    """Tell whether a verb of their own stands right behind people: «в том числе двое, 80 *ранены*»."""
    head = document.tokens[people.head]
    governor = document.tokens[head.head]
    subject = head.dep in SUBJECTS and governor.pos == "VERB"
    return subject and 0 <= governor.index - people.last <= 1


def _told_of_part(document: Document, people: People, words: TollWords) -> bool:
    """Tell whether the tree gives a part a predicate of its own: «из них 22 находятся в больнице»."""
    head = document.tokens[people.head]
    governor = document.tokens[head.head]
    own = head.dep in SUBJECTS and governor.pos == "VERB" and governor.index > head.index
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
    tokens, excluding = document.tokens, words.outcomes.excluding
    if words.outcomes.verb_last:  # "шабуылдаушыдан бөлек үш адам"
        ends = ((each, min(each.last + 3, len(tokens))) for each in people)
        return {each.first for each, end in ends if excluding.at(tokens, each.last, end) is not None}
    return {
        each.first
        for each in people
        if excluding.before(tokens, each.first, max(0, each.first - 4)) is not None
    }


def _completes(people: Sequence[People], number: int, found: Mapping[int, int]) -> bool:
    """Tell whether a mention adds the parts before it up to the whole: "seven, including *four … three*"."""
    lead, first = found[people[number - 1].first], number
    while first > 0 and found.get(people[first - 1].first) == lead:
        first -= 1
    whole = people[first - 1] if first else None
    if whole is None or whole.low is None or whole.single:
        return False
    return sum(each.low or 0 for each in people[first : number + 1]) == whole.low


def _told_beside(document: Document, people: People, position: int) -> set[int]:
    """Return the tokens before a position that only tell more of people: "a nurse *who was in Osh*"."""
    head = document.tokens[people.head]
    told = (each for each in document.children(head, "acl:relcl", "acl", "nmod") if each.index > head.index)
    inside = {token.index for each in told for token in document.subtree(each) if token.index < position}
    end = position  # without what joins the next member to the list
    while end > people.last and (
        document.tokens[end - 1].pos == "CCONJ" or document.tokens[end - 1].text == ","
    ):
        end -= 1
    return {index for index in inside if index < end}


def _continues(
    document: Document, first: People, second: People, words: TollWords, *, last: bool = False
) -> bool:
    """Tell whether a second mention goes on a list of parts. last: whether it adds them up to the whole."""
    beside = _told_beside(document, first, second.first)
    between = [each for each in document.tokens[first.last : second.first] if each.index not in beside]
    if not 0 < len(between) <= _INSIDE or any(token.pos in ("VERB", "AUX") for token in between):
        return False
    position = second.last
    while position < len(document.tokens) and document.tokens[position].pos == "ADV":
        position += 1  # "..., a doctor there said"
    following = document.tokens[position] if position < len(document.tokens) else None
    goes_on = following is not None and (following.pos == "AUX" or _speaks(following, between, words))
    if goes_on and not last:
        return False
    return words.outcomes.joining.before(document.tokens, second.first, first.last) is not None


def _speaks(following: Token, between: Sequence[Token], words: TollWords) -> bool:
    """Tell whether behind a comma somebody begins a clause, where the verb follows its subject at once."""
    if not words.outcomes.object_after_verb:
        return False
    finite = following.pos == "VERB" and "VerbForm=Fin" in following.feats
    return finite and between[-1].text == ","


def said_of_several(document: Document, people: People) -> bool:
    """Tell whether a part is of what is said of two numbers: "two of the dead and most of the injured are
    civilians, including *seven children*", who may be dead or injured.
    """
    head = document.tokens[people.head]
    head = document.tokens[head.head] if head.dep == "conj" else head
    said = document.tokens[head.head]
    copula = document.tokens[said.head]
    if said.dep != "xcomp" or copula.pos != "AUX":
        return False
    subjects = document.children(copula, *SUBJECTS)
    return len(subjects) + sum(len(document.children(each, "conj")) for each in subjects) > 1
