"""Tolls: how many people were killed, injured, detained, … by the words of a report.

The way through, each module told by its first line. Who said it is told later, by attribution.

- **Whom?** `finding` makes `people` of numbers (`counting`, `bare_numbers`), names (`named`), nouns
  (`noun_phrases`, `told_singly`), with what explains them: `apposition`, `identity`, `explained`, `joint`,
  `armed_bodies`, `authors`, `ranks`, `nationals`.
- **What became of them?** `triggers` finds each `trigger`, in the sense that `senses` and `shot` allow.
- **Which belong together?** `linking` joins them: `subjects`, `preceding`, `complements`, `lists`,
  `agents`, `owners`, `in_order`; rows of figures: `entries`; a noun for the figure: `figures`, `figure_of`,
  `counted_nouns`, `nobody`; what is left out: `ellipsis`, `restated`; languages by case: `free_order`,
  `free_arguments`, `free_lists`; with verbs last: `verb_last`.
- **Is it a toll?** `drafting` makes each `draft`: `reality` (`not_come_about`, `meant`, `telling`, `untrue`),
  `put_aside`, `counted`, `fled`, `losers`; whom a pronoun or a number takes up: `antecedents`, `elided`;
  `one_fate`, `single_sums`, `states_left`.
- **Who attacks?** `attackers`: `doers`, `for_deeds`, `suspects`, `rammed`, `turncoats`, `of_blamed`,
  `either`, `spoken_of`, `attackers_kin`.
- **Parts and changes**: `parts`, `out_of_which`, `all_alike`, `members`, `leads`, `taken_apart`, `at_sites`,
  `by_place`, `grave`, `summed`; `revisions`, `earlier`, `put_right`, `counted_twice`, `died_since`.

The words of a language: `lexicon`, `people_words`, `revision_words`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from oqiga.locate.mentions import TimeMention
from oqiga.model.claims import Place, Revision, Toll, When
from oqiga.model.ids import claim_id
from oqiga.model.span import Span
from oqiga.model.syntax import Document
from oqiga.model.terms import Certainty, Counts, EventType, Group, Outcome, Stage
from oqiga.read.background_lexicon import background_words
from oqiga.read.context import Context
from oqiga.read.events.happened import happened
from oqiga.read.frames.when import time_described, time_hung_on
from oqiga.read.frames.where import not_where, of_person
from oqiga.read.quantities import find_quantities, number_words
from oqiga.read.tolls.agents import agents
from oqiga.read.tolls.all_alike import tell_all_alike
from oqiga.read.tolls.armed_bodies import with_members
from oqiga.read.tolls.attackers import tell_attackers
from oqiga.read.tolls.authors import with_authors
from oqiga.read.tolls.by_place import told_by_place
from oqiga.read.tolls.counted_twice import counted_twice
from oqiga.read.tolls.died_since import tell_died_since
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.drafting import drafts_of
from oqiga.read.tolls.either import without_attacked
from oqiga.read.tolls.entries import with_labels
from oqiga.read.tolls.explained import with_explained, with_identified
from oqiga.read.tolls.finding import find_people
from oqiga.read.tolls.free_order import FreeOrderLinker
from oqiga.read.tolls.grave import tell_grave
from oqiga.read.tolls.identity import descriptions
from oqiga.read.tolls.in_order import in_order, tell_in_order
from oqiga.read.tolls.joint import with_joint
from oqiga.read.tolls.leads import excluded, included
from oqiga.read.tolls.lexicon import TollWords, toll_words
from oqiga.read.tolls.linking import Linker
from oqiga.read.tolls.members import members
from oqiga.read.tolls.nationals import tell_nationals
from oqiga.read.tolls.of_blamed import held_for_it, tell_held
from oqiga.read.tolls.out_of_which import with_wholes, without_freed
from oqiga.read.tolls.parts import parts_by_identity, parts_by_inclusion, place_parts
from oqiga.read.tolls.put_right import put_right
from oqiga.read.tolls.ranks import tell_commanders
from oqiga.read.tolls.restated import restated
from oqiga.read.tolls.revisions import denials, revise
from oqiga.read.tolls.states_left import without_states_left
from oqiga.read.tolls.summed import join_summed
from oqiga.read.tolls.triggers import find_triggers
from oqiga.read.tolls.turncoats import tell_turncoats
from oqiga.read.tolls.verb_last import VerbLastLinker

__all__ = ["find_tolls", "held_for_it"]


def find_tolls(ctx: Context, held: Collection[str] = ()) -> tuple[Toll, ...]:
    """Return the tolls of a report in order of their words.

    held: the names of those whom somebody holds to have done it (`held_for_it`): no victims.
    """
    drafts = _drafts(ctx, held)
    tell_nationals(ctx, drafts, toll_words(ctx.pack.code).people, lambda draft: _place(ctx, draft))
    _tell_additional(ctx.document, drafts, toll_words(ctx.pack.code).people.besides)
    _tell_one_more(ctx.document, drafts)
    _tell_rest(ctx.document, drafts)
    tell_died_since(ctx.document, drafts, toll_words(ctx.pack.code).outcomes)
    tell_grave(ctx.document, drafts, toll_words(ctx.pack.code).outcomes.grave)
    tell_in_order(ctx.document, drafts, toll_words(ctx.pack.code))
    join_summed(ctx.document, drafts, toll_words(ctx.pack.code).revisions)
    ids = {id(draft): _id(ctx, draft) for draft in drafts}
    tolls = {ids[id(draft)]: _toll(ctx, draft, ids) for draft in drafts}
    return tuple(sorted(tolls.values(), key=lambda toll: (toll.span, toll.id)))


def _drafts(ctx: Context, held: Collection[str]) -> list[Draft]:
    document, words = ctx.document, toll_words(ctx.pack.code)
    quantities = find_quantities(document, ctx.pack)
    places = [mention.span for mention in ctx.places]
    people = find_people(document, quantities, words, number_words(ctx.pack.code), places=places)
    people = with_labels(document, people, words)
    people = with_members(document, with_joint(document, people, words.people), words)
    people = with_authors(document, people, words)
    people = without_attacked(document, people, words)
    people = with_identified(document, with_explained(document, people), words.people)
    people, wrong = put_right(document, people, words)
    told = descriptions(document, people)
    leads = {first: lead for first, lead in included(document, people, words).items() if first not in told}
    apart = leads.keys() | excluded(document, people, words) | told | wrong
    free = [
        each
        for each in people
        if each.first not in apart and not counted_twice(document, each, words.revisions)
    ]
    triggers = find_triggers(document, people, words)
    linker = _linker(words)(document, free, triggers, words)
    links = [*linker.links(), *agents(document, free, triggers)]
    links += restated(document, free, links, words)
    links = in_order(document, links, people, triggers, quantities, words)
    links = with_wholes(document, links, quantities, words)
    drafts = list(without_states_left(document, drafts_of(document, links, people, words, apart=apart)))
    tell_attackers(document, drafts, people, triggers, words)
    tell_held(ctx, drafts, people, held)
    tell_turncoats(document, drafts, people, words)
    drafts += parts_by_inclusion(document, drafts, people, leads, words)
    drafts += members(document, drafts, people, words)
    drafts = told_by_place(document, drafts, people, words, places=places)
    drafts = revise(document, drafts, people, words)
    tell_all_alike(document, drafts, people, words)
    parts = parts_by_identity(document, drafts, people, words)
    placed = {part.people.first for part in parts}
    drafts = [each for each in drafts if each.people.first not in placed and not _told_in(each, parts)]
    drafts = [*without_freed(document, drafts, words), *parts]
    tell_commanders(document, drafts, words)
    place_parts(drafts)
    return sorted(drafts + denials(document, drafts, words), key=lambda draft: (draft.first, draft.last))


def _told_in(draft: Draft, parts: Sequence[Draft]) -> bool:
    """Tell whether one part is told already by words that hold its own: "one of them *a woman*"."""
    return draft.counts is Counts.SUBSET and any(
        (each.outcome, each.group) == (draft.outcome, draft.group)
        and each.first <= draft.people.first < each.last
        for each in parts
    )


def _linker(words: TollWords) -> type[Linker]:
    """Return how a language joins people and outcomes: by case, with verbs last, or by place."""
    if words.outcomes.free_order:
        return FreeOrderLinker
    return VerbLastLinker if words.outcomes.verb_last else Linker


def _tell_additional(document: Document, drafts: list[Draft], besides: Collection[str]) -> None:
    """Note the figures that come on top of an earlier one of the same outcome."""
    seen: set[tuple[Outcome, Group]] = set()
    before: Draft | None = None
    for draft in drafts:
        groups = {group for outcome, group in seen if outcome is draft.outcome}
        on_top = draft.group in groups or Group.ALL in groups or (draft.group is Group.ALL and groups)
        more = draft.people.additional or _besides(document, draft, drafts, besides)
        if more and on_top and draft.counts is Counts.TOTAL:
            # "one of them is critical, another eight are serious": another part
            part = before is not None and before.counts is Counts.SUBSET and before.outcome is draft.outcome
            draft.counts = Counts.SUBSET if part else Counts.ADDITIONAL
        before = draft
        if draft.newer is None:  # nobody comes on top of a figure that is replaced
            seen.add((draft.outcome, draft.group))


def _besides(document: Document, draft: Draft, drafts: Sequence[Draft], besides: Collection[str]) -> bool:
    """Tell whether the dead are other ones than those told right before: "killing six … *two others* died".

    Not where such a figure was told before, which then is only told again.
    """
    people = document.tokens[draft.people.first : draft.people.last]
    other = people[0].pos != "DET" and any(token.lower in besides for token in people)
    if not other or draft.outcome is not Outcome.KILLED:
        return False
    killed = [each for each in drafts if each.outcome is Outcome.KILLED]
    told = [each for each in killed if each.people.first < draft.people.first]
    near = told and document.sentences_between(document.tokens[told[-1].people.first], people[0]) <= 1
    return bool(near) and all(each.low != draft.low for each in told)


def _tell_one_more(document: Document, drafts: Sequence[Draft]) -> None:
    """Note one person listed right behind a number of the same group: "two shop workers and a visitor"."""
    for first, second in pairwise(drafts):
        alike = (first.outcome, first.group, first.trigger_first) == (
            second.outcome,
            second.group,
            second.trigger_first,
        )
        between = document.tokens[first.people.last : second.people.first]
        listed = len(between) == 1 and between[0].pos == "CCONJ"
        if alike and listed and first.counts is Counts.TOTAL and second.people.single and not second.whole:
            second.counts = Counts.ADDITIONAL


def _tell_rest(document: Document, drafts: Sequence[Draft]) -> None:
    """Note the rest of a list: of "nineteen children and two adults" the two are no count of all."""
    for first, second in pairwise(drafts):
        alike = first.outcome is second.outcome and first.trigger_first == second.trigger_first
        between = document.tokens[first.people.last : second.people.first]
        listed = len(between) == 1 and between[0].pos == "CCONJ"
        rest = second.group is Group.ALL and first.group not in (Group.ALL, Group.VICTIMS)
        if alike and listed and rest and Counts.TOTAL is first.counts is second.counts:
            second.counts = Counts.SUBSET


def _id(ctx: Context, draft: Draft) -> str:
    key = (draft.outcome.value, draft.group.value, draft.low, draft.high, draft.counts.value)
    return claim_id(ctx.report.id, "toll", _span(ctx, draft), *key)


def _span(ctx: Context, draft: Draft) -> Span:
    tokens = ctx.document.tokens
    return Span(tokens[draft.first].span.start, tokens[draft.last - 1].span.end)


def _toll(ctx: Context, draft: Draft, ids: dict[int, str]) -> Toll:
    span = _span(ctx, draft)
    return Toll(
        id=ids[id(draft)],
        span=span,
        quote=span.of(ctx.report.text),
        certainty=draft.certainty,
        revision=_revision(draft, ids),
        confidence=_confidence(draft),
        outcome=draft.outcome,
        group=draft.group,
        group_text=draft.group_text,
        low=draft.low,
        high=draft.high,
        approximate=draft.people.approximate,
        counts=draft.counts,
        part_of=ids.get(id(draft.whole)) if draft.whole else None,
        place=_place(ctx, draft),
        time=_time(ctx, draft),
        superseded_by=ids.get(id(draft.newer)) if draft.newer else None,
    )


def _revision(draft: Draft, ids: dict[int, str]) -> Revision | None:
    if draft.revises is None:
        return None
    how, old, span = draft.revises
    return Revision(how=how, of=ids.get(id(old)) if old else None, span=span)


def _confidence(draft: Draft) -> float:
    """Return how far a toll of this kind is to be trusted, before calibration."""
    if draft.people.pronoun or (draft.people.single and draft.people.definite):
        return 0.5
    if draft.shared or not draft.people.known or draft.certainty is not Certainty.STATED:
        return 0.7
    return 0.85


def _place(ctx: Context, draft: Draft) -> Place | None:
    """Return the place that hangs on what tells the outcome, else the one named inside the claim's words."""
    tokens = ctx.document.tokens
    verb = next(
        (t for t in tokens[draft.trigger_first : draft.last] if t.pos == "VERB"), tokens[draft.last - 1]
    )
    beside = (child.span for child in ctx.document.children(verb, "obl", "nmod"))
    for span in (*beside, _span(ctx, draft)):
        inside = [
            each for each in ctx.places_in(span) if not of_person(ctx, each) and not not_where(ctx, each)
        ]
        if inside:
            return inside[0].place
    return None


def _time(ctx: Context, draft: Draft) -> When | None:
    """Return the time told inside the clause, else that of what it describes, or the day of its verb.

    Who is counted was harmed: a day without a year is none that is yet to come.
    """
    told = _time_told(ctx, draft)
    if told is None or told.when is None:
        return None
    return happened(told.when, EventType.ARMED_ATTACK, Stage.ACCOMPLISHED, ctx.report.published)


def _time_told(ctx: Context, draft: Draft) -> TimeMention | None:
    inside = [mention for mention in ctx.times_in(_span(ctx, draft)) if mention.when is not None]
    trigger = ctx.document.tokens[draft.trigger_first]
    if inside:
        return inside[0]
    counted = background_words(ctx.pack) if ctx.pack.has("background") else None
    since = counted.since | counted.compare if counted is not None else frozenset[str]()
    return time_described(ctx, trigger) or time_hung_on(ctx, trigger, since)
