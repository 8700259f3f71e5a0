"""Whose citizens people are: foreigners where it happened in another land, and in their own none."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from oqiga.locate.places.lexicon import demonyms
from oqiga.model.claims import Place
from oqiga.model.syntax import Token
from oqiga.model.terms import Group, PlacePrecision
from oqiga.read.context import Context
from oqiga.read.frames.where import main_place
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.people_words import PeopleWords

_OF_NATIONS = frozenset({Group.FOREIGNERS, Group.CIVILIANS, Group.ALL})
"""Groups that words for the people of a land have by themselves."""


def tell_nationals(
    context: Context, drafts: Iterable[Draft], words: PeopleWords, place_of: Callable[[Draft], Place | None]
) -> None:
    """Give citizens, in place, the group that their land and that of the event tell: «трое *украинцев*».

    place_of: the place told with a figure, None where the report's main place holds.
    """
    if not (words.nationals or words.peoples):
        return
    main = main_place(context)
    for draft in drafts:
        land = _land(context, draft, words) if draft.group in _OF_NATIONS else None
        told = place_of(draft) if land is not None else None
        here = told.country if told is not None else main.place.country if main is not None else None
        if land is None or here is None:
            continue
        if land != here:
            if not _told_of(context, land, draft):
                draft.group = Group.FOREIGNERS
        elif draft.group is Group.FOREIGNERS:
            draft.group = Group.ALL


def _land(context: Context, draft: Draft, words: PeopleWords) -> str | None:
    """Return the code of the country whose people are counted, None where no word tells it."""
    head = context.document.tokens[draft.people.head]
    if head.lemma in words.peoples:
        return words.peoples[head.lemma]
    if head.lemma not in words.nationals:
        return None
    for child in context.document.children(head, "nmod", "amod", "compound", "nmod:poss"):
        if child.lemma in demonyms():
            return demonyms()[child.lemma].partition("/")[0]
        if not context.document.children(child, "case") and (code := _country(context, child)) is not None:
            return code
    return None


def _told_of(context: Context, land: str, draft: Draft) -> bool:
    """Tell whether a report names their land elsewhere too, so that it may have happened there."""
    tokens = context.document.tokens
    phrase = context.document.subtree(tokens[draft.people.head])
    start = min(tokens[draft.people.first].span.start, phrase[0].span.start)
    end = phrase[-1].span.end
    return any(each.place.country == land and not start <= each.span.start < end for each in context.places)


def _country(context: Context, token: Token) -> str | None:
    """Return the code of the country that a word names."""
    for mention in context.places:
        if mention.place.precision is PlacePrecision.COUNTRY and mention.span.covers(token.span):
            return mention.place.country
    return None
