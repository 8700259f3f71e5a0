"""Guesses about what somebody is: they blame attackers and suspects, not the dead or the hostages."""

from __future__ import annotations

from oqiga.model.syntax import Document, Token
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.frames.clauses import subject_of

_COUNTING = ("NUM", "PRON", "DET")


def blamed_by_guess(document: Document, lexicon: BlameLexicon, guess: Token, kind: Token) -> bool:
    """Tell whether a guess about somebody blames a kind: "two of the *gunmen* are believed to be *Orcs*".

    guess: the verb of guessing; kind: the noun that tells what they are thought to be. Of "they" and "men",
    who may be anybody, only a kind that does such things is believed ("believed to be *members* of the
    Front"); "the *dead* are believed to be Pakistani workers" blames nobody.
    """
    who = document.tokens[guess.head] if guess.dep in ("acl", "acl:relcl") else subject_of(document, guess)
    if who is None:
        return True
    gathers = who.pos in _COUNTING or lexicon.organizations.has(who)  # "a *group* of gunmen"
    whole = document.children(who, "nmod") if gathers else []
    marked = document.children(who, "amod", "compound") if lexicon.organizations.has(who) else ()
    if any(lexicon.attackers.has(each) or lexicon.suspects.has(each) for each in (who, *whole, *marked)):
        return True
    anybody = not whole and (who.pos in _COUNTING or bool({who.lower, who.lemma} & lexicon.unnamed_words))
    return anybody and (lexicon.attackers.has(kind) or lexicon.membership.has(kind))
