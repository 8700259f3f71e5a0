"""What its clause says of the word that names an event: that it came about, that a trial is about it."""

from __future__ import annotations

from oqiga.locate.mentions import TimeMention
from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.read.context import Context
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.events.triggers import Trigger
from oqiga.read.frames.clauses import CLIMB, chain, is_predicate, predicate_of, subject_of


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
    if chief.match.value.manner != "nouns":
        return False
    if chief.head.pos == "NOUN" and _behind_charge(document, lexicon, chief.head):
        return True
    if is_predicate(document, chief.head):
        return False
    held = (lexicon.proceedings, lexicon.charges)
    above = chain(document, chief.head)[1:]
    if above and chief.head.dep == "obl":  # "the trial began over the attack"
        above += document.children(above[0], *SUBJECTS)
    return any(words.starts(document, each) for each in above for words in held)


def _behind_charge(document: Document, lexicon: EventLexicon, head: Token) -> bool:
    """Tell whether a noun stands in a list of charges, or right behind a word of them.

    However the parser hangs it: "on *charges* of ‘…’ and ‘*murder* of a child’".
    """
    first = document.sentence_of(head).first
    parted = False
    for token in reversed(document.tokens[first : head.index]):
        if (token.pos == "NOUN" or not parted) and lexicon.charges.starts(document, token):
            return True
        if "VerbForm=Fin" in token.feats and document.children(token, *SUBJECTS):
            return False
        parted = parted or token.pos in ("PUNCT", "VERB", "AUX")
    return False


def tells(document: Document, lexicon: EventLexicon, verb: Token) -> bool:
    """Tell whether a verb tells of an event, of whom it harmed or that it came about.

    Not of another of its own: "the bomb was near a station where *an explosion* killed 75".
    """
    if verb.dep == "acl" and is_event_noun(document, lexicon, document.tokens[verb.head]):
        return True  # "an *attack targeting* rebels on Tuesday"
    return not _tells_another(document, lexicon, verb) and (
        means_come_about(document, lexicon, verb) or lexicon.triggers.starts(document, verb)
    )


def _tells_another(document: Document, lexicon: EventLexicon, verb: Token) -> bool:
    """Tell whether a verb has an event of its own for a subject, told as new ("*an* explosion")."""
    subject = subject_of(document, verb)
    if subject is None or not is_event_noun(document, lexicon, subject):
        return False
    return any("Definite=Ind" in each.feats for each in document.children(subject, "det"))


def is_event_noun(document: Document, lexicon: EventLexicon, token: Token) -> bool:
    """Tell whether a noun names an event."""
    return token.pos in ("NOUN", "PROPN") and lexicon.triggers.starts(document, token)


def of_briefing(context: Context, lexicon: EventLexicon, time: TimeMention | None) -> bool:
    """Tell whether a time is only that of a briefing at which it was told: «*5 маусымда* өткен брифингте»."""
    token = next(iter(context.tokens_in(time.span)), None) if time is not None else None
    for _ in range(CLIMB):
        if token is None:
            return False
        if token.dep.startswith("acl"):
            return lexicon.briefings.has(context.document.tokens[token.head])
        token = context.document.head(token)
    return False
