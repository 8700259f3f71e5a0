"""Deeds that somebody else lays to a name: the doer's own side, and the report itself, accuse nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oqiga.locate.places.lexicon import demonyms
from oqiga.model.claims import Blame, Claim
from oqiga.model.syntax import Token
from oqiga.model.terms import Certainty, PlacePrecision, SourceKind
from oqiga.read.blame.lexicon import blame_lexicon
from oqiga.read.context import Context

DEED = "blame-deed/1"
"""What found blame that rests on a deed alone."""
NAMED = "blame-name/1"
"""What found suspicion that rests only on a noun for suspects beside a name."""
_STATE = frozenset(
    {SourceKind.GOVERNMENT, SourceKind.POLICE, SourceKind.MILITARY, SourceKind.OFFICIAL, SourceKind.JUDICIARY}
)
"""Whose own the army is that has no name: what they say of it accuses nobody."""
_TITLES = ("compound", "amod", "nmod", "nmod:poss")
"""How an office hangs on the name of who holds it."""
_STEM = 5
"""Letters that the forms of one word share."""


def told_by_others(context: Context, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims without blame that only the report itself, or the doer's own side, tells of a deed.

    "India carried out an airstrike" accuses nobody, and so does India's army when it says so; "Pakistan said
    India carried it out" does. Who is accused so is not suspected besides for what he is called.
    """
    kept = [claim for claim in claims if not _is_deed(claim) or _told_by_another(context, claim)]
    blamed = [claim for claim in kept if isinstance(claim, Blame)]
    accused = {claim.perpetrator for claim in blamed if _is_deed(claim)}
    only_called = {claim.id for claim in blamed if claim.extractor == NAMED and claim.perpetrator in accused}
    return tuple(claim for claim in kept if claim.id not in only_called)


def _is_deed(claim: Claim) -> bool:
    return isinstance(claim, Blame) and claim.extractor == DEED


def _told_by_another(context: Context, claim: Claim) -> bool:
    if not isinstance(claim, Blame):
        return False
    stems = {word[:_STEM].lower() for word in (claim.perpetrator or "").split()}
    doers = [token for token in context.tokens_in(claim.span) if token.lower[:_STEM] in stems]
    the_army = _is_the_army(context, claim.perpetrator or "", doers)
    if not claim.said_by:  # "they *reportedly* killed 17"
        return claim.certainty in (Certainty.REPORTED, Certainty.SUSPECTED) and not the_army
    taking_up = blame_lexicon(context.pack).taking_up  # no army: «Движение Тарска», of which Tarsk tells
    own = set() if any(token.lemma in taking_up for token in doers) else _countries(context, doers)
    sayer = claim.said_by[0]
    speaking = () if sayer.span is None else _with_titles(context, context.tokens_in(sayer.span))
    rules = any(blame_lexicon(context.pack).states.has(token) for token in speaking)
    if the_army and (rules or claim.said_by[0].kind in _STATE):
        return False
    same_name = any(token.pos == "PROPN" and token.lower[:_STEM] in stems for token in speaking)
    return not same_name and not own & _countries(context, speaking)


def _is_the_army(context: Context, name: str, doers: Sequence[Token]) -> bool:
    """Tell whether troops are called by no name: "residents said *soldiers* killed 12"."""
    words = blame_lexicon(context.pack)
    bare = name[1:].islower() and all(token.pos == "NOUN" for token in doers)  # "Troops" opens a sentence
    return bare and any(words.troops.has(token) or words.states.has(token) for token in doers)


def _with_titles(context: Context, name: Sequence[Token]) -> list[Token]:
    """Return the words of a name and of the office before it: "*Түркия президенті* Режеп Беков"."""
    own = {token.index for token in name}
    heads = [token for token in name if token.head not in own]
    titles = (each for head in heads for each in context.document.children(head, *_TITLES))
    return [*name, *(token for title in titles for token in context.document.subtree(title))]


def _countries(context: Context, tokens: Iterable[Token]) -> set[str]:
    """Return the countries that words or their adjectives name («войска *РФ*», «*турецкие* военные»)."""
    known = demonyms()
    words = list(tokens)
    found = {known[token.lemma].partition("/")[0] for token in words if token.lemma in known}
    countries = (each for each in context.places if each.place.precision is PlacePrecision.COUNTRY)
    named = (each for each in countries if any(each.span.covers(token.span) for token in words))
    return found | {each.place.country for each in named if each.place.country}
