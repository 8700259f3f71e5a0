"""What its clause says of the word that names an event: that it came about, that a trial is about it."""

from __future__ import annotations

from oqiga.model.syntax import Document, Token
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.events.triggers import Trigger
from oqiga.read.frames.clauses import chain, is_predicate, predicate_of


def came_about(document: Document, lexicon: EventLexicon, chief: Trigger) -> bool:
    """Tell whether the clause says of the event noun that it came about."""
    verb = predicate_of(document, chief.head)
    opening = (verb, *document.children(verb, "compound:lvc"))
    return (
        verb.index == chief.head.index
        or any(means_come_about(document, lexicon, each) for each in opening)
        or (chief.head.head == verb.index and lexicon.stages.starts(document, verb))
        or lexicon.triggers.starts(document, verb)
    )


def means_come_about(document: Document, lexicon: EventLexicon, token: Token) -> bool:
    """Tell whether a verb says that something came about: it occurred, was carried out, did harm."""
    telling = (lexicon.occur, lexicon.support, lexicon.harm, lexicon.suffered)
    return any(words.starts(document, token) for words in telling)


def of_proceedings(document: Document, lexicon: EventLexicon, chief: Trigger) -> bool:
    """Tell whether a noun names what a trial or an anniversary is about, whose day is another."""
    if chief.match.value.manner != "nouns" or is_predicate(document, chief.head):
        return False
    held = (lexicon.proceedings, lexicon.charges)
    above = chain(document, chief.head)[1:]
    if above and chief.head.dep == "obl":  # "the trial began over the attack"
        above += document.children(above[0], "nsubj", "nsubj:pass")
    return any(words.starts(document, each) for each in above for words in held)


def tells(document: Document, lexicon: EventLexicon, verb: Token) -> bool:
    """Tell whether a verb tells of an event, of whom it harmed or that it came about."""
    return means_come_about(document, lexicon, verb) or lexicon.triggers.starts(document, verb)


def is_event_noun(document: Document, lexicon: EventLexicon, token: Token) -> bool:
    """Tell whether a noun names an event."""
    return token.pos in ("NOUN", "PROPN") and lexicon.triggers.starts(document, token)
