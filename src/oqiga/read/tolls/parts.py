"""Parts of a figure: told with it, or told of it later, as tolls of their own that point at the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from oqiga.model.syntax import Document
from oqiga.model.terms import Counts, Group, Outcome
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.identity import counts_outcome, identified
from oqiga.read.tolls.joint import FORCES
from oqiga.read.tolls.leads import said_of_several
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People, text_of
from oqiga.read.tolls.ranks import is_rank
from oqiga.read.tolls.taken_apart import model_of, spoken_of

_PLAIN = frozenset({Group.ALL, Group.CIVILIANS, Group.WOMEN, Group.CHILDREN, Group.OTHER})
"""Groups of people who are attackers where they are a part of those."""
_WHOLE_GROUPS = frozenset({Group.ALL, Group.VICTIMS})


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
        if each.first in counted or said_of_several(document, each):
            continue
        sentence = document.sentence_of(document.tokens[each.first])
        whole = _whole_of_lead(by_sentence.get(sentence.index, ()), each, leads[each.first])
        if whole is not None and fits(each, whole):
            own = not _others_between(people, whole, leads[each.first])
            opens = min(leads[each.first], each.first)
            found.append(part_of(document, each, whole, whole if own else None, opens))
            if own and whole.group is Group.ATTACKERS and each.group in _PLAIN | {Group.FOREIGNERS}:
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
            found.append(part_of(document, each, model, _whole_of(model, drafts), leads[each.first]))
        elif (
            whole is None
            and (them := _of_them(document, _near(by_sentence, sentence.index), each, leads)) is not None
        ):
            found.append(part_of(document, each, them, _whole_of(them, drafts), leads[each.first]))
        elif (tolled := _toll_before(by_sentence.get(sentence.index, ()), leads[each.first])) is not None:
            found.append(part_of(document, each, tolled, _whole_of(tolled, drafts), leads[each.first]))
    return found


def _of_them(
    document: Document, drafts: Sequence[Draft], people: People, leads: Mapping[int, int]
) -> Draft | None:
    """Return the toll before of those a pronoun in the lead takes up: "*Олардың* арасында екі бала бар"."""
    lead = document.tokens[leads[people.first]]
    taken_up = lead.pos == "PRON" and {"Number=Plur", "Case=Gen"} <= lead.feats
    return model_of(document, people, drafts) if taken_up else None


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


def _whole_of_lead(drafts: Sequence[Draft], part: People, lead: int) -> Draft | None:
    """Return the toll of a sentence whose people stand nearest before a word like "including".

    Behind it where it stands behind the part: "үш баланы *қосқанда* жеті адам".
    """
    wholes = [draft for draft in drafts if draft.whole is None]
    behind = [draft for draft in wholes if lead >= part.last and draft.people.first > lead]
    if behind:
        return min(behind, key=lambda draft: draft.people.first)
    before = (draft for draft in wholes if draft.people.last <= min(lead, part.first))
    return max(before, key=lambda draft: draft.people.last, default=None)


def _others_between(people: Sequence[People], whole: Draft, lead: int) -> bool:
    """Tell whether others stand nearer to "among them" than attackers: "45 rebels; they were *farmers*"."""
    if whole.group is not Group.ATTACKERS:
        return False
    near = (each for each in people if whole.people.last <= each.first and each.last <= lead)
    return any(
        each.known and not each.pronoun and each.group not in (Group.ALL, Group.ATTACKERS) for each in near
    )


def fits(part: People, whole: Draft) -> bool:
    """Tell whether a count can be a part of a larger one."""
    if part.low is None or whole.people.single:
        return False
    return whole.high is None or part.low <= whole.high


def part_of(document: Document, people: People, model: Draft, whole: Draft | None, lead: int) -> Draft:
    """Return a draft for people who are a part of a toll told before. lead: the token that opens it."""
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


def _of_the_dead(document: Document, people: People, words: TollWords) -> bool:
    """Tell whether a part is of all who were harmed, on whatever side: "nine of *the dead* were children"."""
    inside = range(people.first, people.last)
    counts = words.outcomes.triggers["count"]
    return people.partitive and any(counts.exactly(document.tokens, at, at + 1) is not None for at in inside)


def parts_by_identity(
    document: Document, drafts: Sequence[Draft], people: Sequence[People], words: TollWords
) -> list[Draft]:
    """Return a draft for every "two of the dead were police officers" and "three of them children".

    Such a draft takes the place of one in `drafts` that counts the same people without their group.
    """
    found: list[Draft] = []
    taken_from: list[Draft] = []
    for number, each in enumerate(people):
        named = identified(document, people, number, words)
        if named is None:
            continue
        replaced = {part.people.first for part in found}
        kept = (draft for draft in drafts if draft.people.first not in replaced)
        others = [draft for draft in [*kept, *found] if draft.people.first < each.first]
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
        if model is None or _all_of_others(document, people, number, model, words):
            continue
        if outcome is None and _of_attackers(document, people, number, model):
            continue
        if model.outcome is Outcome.KILLED and _speaks(document, each):
            continue
        part = part_of(document, each, model, _whole_of(model, others), each.first)
        attackers = model.group is Group.ATTACKERS and named.group in _PLAIN | {Group.FOREIGNERS}
        attackers = attackers and not _of_the_dead(document, each, words)
        if attackers and _beside(document, each):
            siblings = [whole for part, whole in zip(found, taken_from, strict=True) if part is model]
            attackers = all(whole.group is Group.ATTACKERS for whole in siblings)
        part.group, part.group_text, part.last, part.shared = (
            model.group if attackers else named.group,
            text_of(document, named),
            named.last,
            False,
        )
        found.append(part)
        taken_from.append(model)
    return found


def _all_of_others(
    document: Document, people: Sequence[People], number: int, model: Draft, words: TollWords
) -> bool:
    """Tell whether "*all four* are citizens of …" speaks of four people told before, not of those harmed."""
    each = people[number]
    if document.tokens[each.first].lower not in words.people.all_of or model.low == each.low:
        return False
    return any(other.low == each.low and not other.bare for other in people[:number])


def _of_attackers(document: Document, people: Sequence[People], number: int, model: Draft) -> bool:
    """Tell whether attackers told behind those harmed are meant: "*bombers* did it. *One of them*"."""
    each = people[number]
    if model.group is Group.ATTACKERS or not (each.bare or each.partitive):
        return False
    nearest = next(
        (other for other in reversed(people[:number]) if not (other.single or other.pronoun)), None
    )
    if nearest is None or nearest.first < model.people.last or nearest.group is not Group.ATTACKERS:
        return False
    apart = document.sentences_between(document.tokens[nearest.first], document.tokens[each.first])
    return apart == 1


def _speaks(document: Document, people: People) -> bool:
    """Tell whether people say something, and are none of the dead: «один из них, Беков, *заявил*, что …»."""
    head = document.tokens[people.first if document.tokens[people.first].dep == "nsubj" else people.head]
    return head.dep == "nsubj" and bool(document.children(document.tokens[head.head], "ccomp"))


def _beside(document: Document, people: People) -> bool:
    """Tell whether a number is set beside the part before it: "үшеуі – …, *бесеуі* – …"."""
    inside = document.tokens[people.first : people.last]
    before = document.tokens[max(0, people.first - 1) : people.first]
    owned = any(document.children(token, "nmod:poss") for token in inside)
    owned = owned or any("Case=Gen" in token.feats for token in before)
    return people.bare and not people.partitive and not owned


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


def place_parts(drafts: Sequence[Draft]) -> None:
    """Find the wholes of drafts that are known to be parts ("among the dead were two officers")."""
    for draft in drafts:
        if draft.counts is Counts.SUBSET and draft.whole is None:
            inside = range(draft.people.first + 1, draft.people.last)  # "six of *the 12* dead"
            others = [
                other
                for other in drafts
                if other.people.first < draft.people.first or other.people.first in inside
            ]
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
