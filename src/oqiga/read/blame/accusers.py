"""Who accuses, charges or convicts, and who claims it: the one who does what a frame of blame tells."""

from __future__ import annotations

from collections.abc import Collection

from oqiga.model.claims import Source
from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Basis, SourceKind
from oqiga.read.attribution.lexicon import speech_lexicon
from oqiga.read.attribution.naming import describe
from oqiga.read.context import Context
from oqiga.read.frames.clauses import doer_of, is_passive
from oqiga.read.frames.frame import Hit

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_OWN = frozenset({Basis.CLAIMED, Basis.DENIED})
"""On what grounds who speaks is the one who is blamed, or somebody for him."""


def accuser_of(context: Context, hit: Hit[Basis], blamed: Collection[Token]) -> tuple[Source, ...]:
    """Return the source of what a frame tells: "*villagers* accused the army", "blamed by *the ministry*".

    blamed: the nouns it falls on. Empty where nobody is told, a pronoun stands for him, or what is told is a
    deed, which whoever speaks around it says.
    """
    if hit.frame.by == "named":
        return ()
    head = _accuser(context.document, _verb(context.document, hit.trigger))
    if head is None or head.pos not in ("NOUN", "PROPN"):
        return ()
    own = hit.frame.value in _OWN
    words = speech_lexicon(context.pack)
    mention = describe(context.document, head, words)
    if not own and any(mention.span.covers(each.span) for each in blamed):
        return ()
    kind = mention.kind
    if kind is SourceKind.OTHER and any(each.span.covers(head.span) for each in context.places):
        kind = words.place_kind  # "*Kyiv* accused"
    elif kind is SourceKind.OTHER and own and not mention.person:
        kind = SourceKind.ARMED_GROUP
    known = kind is not SourceKind.OTHER or mention.person or head.entity in _NAMED
    return (Source(name=mention.name, kind=kind, span=mention.span),) if known else ()


def _verb(document: Document, trigger: Token) -> Token:
    """Return the verb of a frame, also where its noun is met: «*предъявила* обвинение»."""
    above = document.tokens[trigger.head]
    return above if trigger.pos == "NOUN" and trigger.dep == "obj" and above.pos == "VERB" else trigger


def _accuser(document: Document, verb: Token) -> Token | None:
    """Return who does what a verb tells, where it has a subject or an agent, or shares one by "and"."""
    own = document.children(verb, "nsubj", "obl:agent")
    shared = verb.dep == "conj" and not is_passive(document, document.tokens[verb.head])
    return doer_of(document, verb) if verb.pos == "VERB" and (own or shared) else None
