"""What only goes on about background: the sentence behind it, and its figures told again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from oqiga.model.claims import Blame, Claim, Event, Toll
from oqiga.model.syntax import Document, Sentence
from oqiga.model.terms import HARM, Counts, Outcome
from oqiga.read.background_lexicon import BackgroundWords
from oqiga.read.context import Context
from oqiga.read.phrases import Phrases
from oqiga.read.tolls.lexicon import toll_words

_REACH = 3
"""How many sentences on a figure of background may be told again."""
_NEAR = (1, 2)
"""Sentences before one in which that is told from which "a week later" counts."""
_SEVERAL = 2
"""The least that is known again by its number alone."""


def goes_on(
    context: Context,
    by_sentence: Mapping[int, Sequence[Claim]],
    found: Collection[str],
    words: BackgroundWords,
    lead: int,
) -> set[str]:
    """Return ids of tolls right behind a sentence of background: "… in 1998. Twenty-nine were killed.".

    by_sentence: claims by the number of their sentence. found: ids of background. words: with what a sentence
    goes on about the one before whatever it tells ("*That attack* killed nine", "blamed *that blast* on …").
    """
    document, opening = context.document, words.goes_on
    continued: set[str] = set()
    for before, sentence in pairwise(document.sentences):
        told, here = by_sentence.get(before.index, ()), by_sentence.get(sentence.index, ())
        events = [claim for claim in told if isinstance(claim, Event)]
        if sentence.index < lead or not events or not here or context.times_in(sentence.span):
            continue
        opened = (
            opening.at(document.tokens, sentence.first, sentence.last) is not None
            or _closes(document, opening, sentence)
            or words.that.search(document.tokens, sentence.first, sentence.last) is not None
        )
        if opened and all(claim.id in found or claim.id in continued for claim in events):
            continued |= {claim.id for claim in here if isinstance(claim, Event | Toll | Blame)}
        old = all(claim.id in found or claim.id in continued for claim in told)
        same = before.paragraph == sentence.paragraph
        bare = all(isinstance(claim, Toll) or _is_bare(claim) for claim in here)
        if old and bare and (same or _beyond_the_story(context, here, by_sentence, found)):
            continued |= {claim.id for claim in here}
    return continued


def _closes(document: Document, opening: Phrases[str], sentence: Sentence) -> bool:
    """Tell whether words behind which a sentence goes on stand at its end: "14 died *in that incident*."."""
    last = sentence.last
    while last > sentence.first and document.tokens[last - 1].pos == "PUNCT":
        last -= 1
    return opening.before(document.tokens, last, sentence.first) is not None


def _beyond_the_story(
    context: Context,
    here: Sequence[Claim],
    by_sentence: Mapping[int, Sequence[Claim]],
    found: Collection[str],
) -> bool:
    """Tell whether a sentence tells more harmed than the story ever has, not as what has come about since.

    "… In 2015 a bomb went off there. *The ministry said 55 people died*", in a report on twelve dead.
    """
    tolls = [claim for claim in here if isinstance(claim, Toll)]
    highest: dict[Outcome, int] = {}
    for claims in by_sentence.values():
        for claim in claims:
            if isinstance(claim, Toll) and claim.id not in found and claim not in here:
                highest[claim.outcome] = max(highest.get(claim.outcome, 0), claim.high or claim.low)
    return bool(tolls) and all(
        toll.outcome in HARM
        and toll.revision is None
        and toll.counts is Counts.TOTAL
        and toll.low > highest.get(toll.outcome, toll.low)
        and not _of_today(context, toll)
        for toll in tolls
    )


def _of_today(context: Context, toll: Toll) -> bool:
    """Tell whether a figure is one that grows: of a death toll, or in the perfect."""
    perfect = context.pack.lexicon("background").get("sums", {}).get("perfect", ())
    sentence = context.sentence_at(toll.span.start)
    words = toll_words(context.pack.code).outcomes.triggers["toll"]
    return sentence is not None and (
        words.search(context.document.tokens, sentence.first, sentence.last) is not None
        or any(token.lower in perfect for token in context.document.tokens_of(sentence))
    )


def _is_bare(claim: Claim) -> bool:
    """Tell whether an event has neither a time nor a place of its own."""
    return isinstance(claim, Event) and not (claim.time.text or claim.places)


def told_later(
    context: Context,
    by_sentence: Mapping[int, Sequence[Claim]],
    found: Collection[str],
    later: Phrases[str],
    lead: int,
) -> set[str]:
    """Return ids of what was some days or weeks after the background told right before: "*a week later* …".

    later: words for such a stretch.
    """
    document, behind = context.document, set[str]()
    for sentence in document.sentences:
        before = next((told for near in _NEAR if (told := by_sentence.get(sentence.index - near))), ())
        counted = later.search(document.tokens, sentence.first, sentence.last)
        if sentence.index < lead or counted is None or not before:
            continue
        if all(claim.id in found or claim.id in behind for claim in before):
            here = by_sentence.get(sentence.index, ())
            behind |= {claim.id for claim in here if isinstance(claim, Event | Toll)}
    return behind


def told_again(
    context: Context, by_sentence: Mapping[int, Sequence[Claim]], found: Collection[str], lead: int
) -> set[str]:
    """Return ids of tolls that tell figures of background again, shortly behind it, with what is told beside.

    "Last year two passengers died in a raid on a bus. … *Two passengers died at once, six were hurt.*"
    """
    tolls = {
        number: [claim for claim in claims if isinstance(claim, Toll) and claim.outcome in HARM]
        for number, claims in by_sentence.items()
    }
    story = {_figure(claim) for claims in tolls.values() for claim in claims if claim.id not in found} - {
        _figure(claim)
        for number, claims in tolls.items()
        for claim in claims
        if _after_background(claim, number, tolls, found)
    }
    again: set[str] = set()
    for number, claims in tolls.items():
        fresh = [claim for claim in claims if claim.id not in found]
        if number < lead or not fresh or context.times_in(context.document.sentences[number].span):
            continue
        repeated = [
            claim
            for claim in fresh
            if _after_background(claim, number, tolls, found) and _figure(claim) not in story
        ]
        if repeated:
            again |= {claim.id for claim in fresh}
    return again


def _figure(toll: Toll) -> tuple[str, int, int | None]:
    return toll.outcome.value, toll.low, toll.high


def _after_background(
    toll: Toll, number: int, tolls: Mapping[int, Sequence[Toll]], found: Collection[str]
) -> bool:
    """Tell whether a figure not known for background was told as such in the sentences right before."""
    if toll.id in found or toll.low < _SEVERAL:
        return False
    near = (each for index in range(number - _REACH, number) for each in tolls.get(index, ()))
    return any(each.id in found and _figure(each) == _figure(toll) for each in near)
