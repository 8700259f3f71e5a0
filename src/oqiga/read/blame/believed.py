"""Who is believed to have done a deed: the doer of the clause below a verb of believing, or whom it is by."""

from __future__ import annotations

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.read.blame.guesses import blamed_by_guess
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.frames.clauses import REACH, doer_of, subject_of

_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
_DOERS = frozenset({*SUBJECTS, "obl:agent"})


def deed_doer(document: Document, lexicon: BlameLexicon, deed: Token) -> Token | None:
    """Return who does a deed, or is a part of it ("*the rebels* were involved")."""
    involved = lexicon.involving.has(deed)
    found = subject_of(document, deed) if involved else doer_of(document, deed)
    return found if found is not None and found.dep in _DOERS else None


def is_deed(document: Document, lexicon: BlameLexicon, predicate: Token) -> bool:
    """Tell whether a clause is about a deed that somebody may be blamed for: by its verb, or what it does."""
    if predicate.pos == "AUX" and (said := document.children(predicate, "xcomp", "obl", "advmod", "acl")):
        return any(_says_deed(document, lexicon, each) for each in said)
    whole = predicate.pos != "VERB" or lexicon.committing.has(predicate)
    told = [token.index for token in document.subtree(predicate)[:REACH]] if whole else [predicate.index]
    return lexicon.deeds.among(document, told) is not None


def _says_deed(document: Document, lexicon: BlameLexicon, said: Token) -> bool:
    """Tell whether what is said of somebody is a deed: "was behind *the blast*", not "behind schedule"."""
    parts = [part.index for part in document.children(said, "case")]
    bare = said.dep != "obl" or not parts  # «*шабуылға* қатысы жоқ»: a case, not a preposition
    if bare and lexicon.deeds.among(document, [said.index]) is not None:
        return True
    led = lexicon.deeds.among(document, parts) is not None  # *behind* it
    inside = (said, *document.children(said, "compound", "nmod"))
    known = (lexicon.deeds, lexicon.answered_for)
    return led and (said.pos in ("PRON", "DET") or any(words.has(each) for words in known for each in inside))


def taken_for(document: Document, lexicon: BlameLexicon, trigger: Token) -> Token | None:
    """Return what those suspected are thought to be: "men suspected *to be* *Red Front fighters*"."""
    end = document.sentence_of(trigger).last
    leads = lexicon.taken_for.at(document.tokens, trigger.index + 1, end)
    last = leads.last if leads is not None else end
    while last < end and document.tokens[last].pos in _NAMING:
        last += 1
    kind = document.tokens[last - 1]
    if leads is None or last == leads.last or kind.pos not in ("NOUN", "PROPN"):
        return None
    return kind if blamed_by_guess(document, lexicon, trigger, kind) else None


def told_of(document: Document, lexicon: BlameLexicon, verb: Token, *, any_deed: bool) -> Token | None:
    """Return who does what is believed ("officials believe *militants* carried it out")."""
    for child in document.children(verb, "ccomp", "xcomp"):
        if child.pos == "AUX" and any(each.entity == "PERSON" for each in document.children(child, "xcomp")):
            continue  # "suspect that the man who died in the attack *was Bekov*": only who he was
        if any(each.lower in lexicon.to_come for each in document.children(child, "aux")):
            continue  # "they suspected that a bomber *will* use it"
        deed = any_deed or lexicon.deeds.among(document, [each.index for each in document.subtree(child)])
        if deed and (found := deed_doer(document, lexicon, child)) is not None:
            return found
    return None


def doer_believed(document: Document, lexicon: BlameLexicon, verb: Token) -> Token | None:
    """Return who does the deed that a clause is about: "investigators believe *the rebels* planted it"."""
    for child in document.children(verb, "ccomp"):
        behind = child.index > verb.index or document.children(child, "mark")
        deeds = (child, *document.children(child, "conj")) if behind else ()
        deed = next((each for each in deeds if is_deed(document, lexicon, each)), None)
        if deed is not None:
            return deed_doer(document, lexicon, deed)
    return None


def agent_of_deed(document: Document, verb: Token) -> Token | None:
    """Return who a deed is believed to be done by ("is believed to have been set off *by rebels*")."""
    for child in document.children(verb, "xcomp", "advcl"):
        if agents := document.children(child, "obl:agent"):
            return agents[0]
    return None
