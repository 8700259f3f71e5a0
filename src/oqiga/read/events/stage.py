"""How far an event went, and whether it is told as one that happened at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import EventType, Stage
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.events.triggers import Trigger
from oqiga.read.frames.clauses import CLIMB, chain, helpers

_STRONGEST = (Stage.FOILED, Stage.ONGOING, Stage.THREATENED, Stage.ATTEMPTED)
"""Of several stages that a clause names, the first holds."""
_WITHOUT_DOER = frozenset({"xcomp", "advcl", "conj"})
"""Relations of an act that leaves its doer to the clause above."""


def stage_of(document: Document, lexicon: EventLexicon, trigger: Trigger) -> Stage | None:
    """Return the stage the clause gives, None when nothing happened, was tried or threatened."""
    if _goes_on_there(document, trigger.head):
        return None
    governors = _about(document, lexicon, trigger)
    near = [i for i in helpers(document, governors) if not trigger.match.first <= i < trigger.match.last]
    near += [noun.index for each in governors[1:] for noun in document.children(each, "compound:lvc")]
    near += _containers(document, lexicon, chain(document, trigger.head)[-1])
    said = {
        match.value
        for index in near
        for match in lexicon.stages.every(document, index, _end(document, trigger.head))
    }
    said |= _threatened(document, lexicon, chain(document, trigger.head)[-1])
    if any("Tense=Intent" in each.feats for each in governors[:2]):
        said.add(Stage.THREATENED)  # "шабуыл *жасамақ* болды": only meant to
    denied = lexicon.negation.among(document, near) is not None
    if denied and Stage.FOILED not in said:
        return None
    for stage in _STRONGEST:
        if stage in said:
            return stage
    if trigger.type is EventType.THREAT:
        return Stage.THREATENED
    if lexicon.unreal.among(document, near) is not None or _is_purpose(document, lexicon, trigger):
        return None
    return None if _is_played(document, lexicon, governors) else Stage.ACCOMPLISHED


def _is_played(document: Document, lexicon: EventLexicon, governors: Sequence[Token]) -> bool:
    """Tell whether a clause is of a drill or a film: "a *mock* attack", «*условные* террористы»."""
    beside = [child for each in governors for child in document.children(each, "compound", "obl", "amod")]
    doers = (doer for each in governors for doer in document.children(each, "nsubj", "obl:agent"))
    beside += [child for doer in doers for child in document.children(doer, "amod")]
    return any(lexicon.not_real.has(child) for child in beside)


def _goes_on_there(document: Document, verb: Token) -> bool:
    """Tell whether a clause says what goes on in a place: "… where the army *has been battling* them"."""
    if verb.dep != "acl:relcl" or "Aspect=Prog" not in verb.feats:
        return False
    return any({"Tense=Past", "VerbForm=Part"} <= each.feats for each in document.children(verb, "aux"))


def _threatened(document: Document, lexicon: EventLexicon, verb: Token) -> set[Stage]:
    """Return the stage of what somebody says of himself only to threaten: «жарамын деп *қорқытты*»."""
    governor = document.head(verb)
    if verb.dep != "ccomp" or governor is None or "Person=1" not in verb.feats or "Tense=Past" in verb.feats:
        return set()
    match = lexicon.stages.among(document, (governor.index,))
    return {match.value} & {Stage.THREATENED} if match is not None else set()


def _containers(document: Document, lexicon: EventLexicon, verb: Token) -> list[int]:
    """Return what is said to hold an act without its own doer: "the *plan* included blowing up a bridge"."""
    for _ in range(CLIMB):
        subjects = document.children(verb, *SUBJECTS)
        if lexicon.contains.has(verb):
            return [subject.index for subject in subjects]
        if subjects or verb.dep not in _WITHOUT_DOER:
            return []
        verb = document.tokens[verb.head]
    return []


def _about(document: Document, lexicon: EventLexicon, trigger: Trigger) -> list[Token]:
    """Return the word and the governors that speak of the event itself.

    "Police *foiled* an attack", "*plans* for an attack", but not "*continue* to investigate an attack":
    the way up ends at a word that only has to do with the event.
    """
    way = chain(document, trigger.head)
    for below, (token, governor) in enumerate(pairwise(way)):
        if token.dep in SUBJECTS:
            continue
        telling = (lexicon.stages, lexicon.support, lexicon.occur, lexicon.suffered, lexicon.harm)
        if governor.pos == "VERB" and lexicon.unreal.has(governor):  # "residents *fear* an attack"
            continue
        noun = token.pos in ("NOUN", "PROPN")
        if noun and not any(words.starts(document, governor) for words in telling):
            return way[: below + 1]
        if noun and token.dep in ("obl", "nmod") and not _tied(document, lexicon, token, governor):
            return way[: below + 1]
    return way


def _tied(document: Document, lexicon: EventLexicon, token: Token, governor: Token) -> bool:
    """Tell whether a preposition makes the event what its governor is about ("plot *for* an attack")."""
    if not lexicon.stage_links or not lexicon.stages.starts(document, governor):
        return True
    return any(case.lower in lexicon.stage_links for case in document.children(token, "case"))


def _is_purpose(document: Document, lexicon: EventLexicon, trigger: Trigger) -> bool:
    """Tell whether the word only says what something was for, or may come ("went *to arrest* him").

    What means were used for came about all the same: "used a truck to mow down …".
    """
    token, governor = trigger.head, document.tokens[trigger.head.head]
    if lexicon.prone.has(governor):
        return True
    if token.pos == "VERB" and token.dep in ("advcl", "acl") and lexicon.sought.has(governor):
        return True
    marks = {child.lower for child in document.children(token, "aux", "mark")}
    if token.dep not in ("advcl", "acl") or not marks & lexicon.purpose:
        return False
    return not lexicon.using.starts(document, governor)


def _end(document: Document, token: Token) -> int:
    return document.sentence_of(token).last
