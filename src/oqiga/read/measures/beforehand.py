"""What only went on before an attack: the patrol that was ambushed, the operation that it was to avenge."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import MeasureType
from oqiga.read.context import Context
from oqiga.read.events.lexicon import event_lexicon
from oqiga.read.frames.clauses import CLIMB
from oqiga.read.frames.frame import Hit
from oqiga.read.measures.lexicon import MeasureLexicon, measure_lexicon

_OUTSIDE = frozenset({MeasureType.CHECKPOINT, MeasureType.REINFORCEMENT, MeasureType.CORDON})
"""Measures that stand outside and may be attacked themselves."""


def is_beforehand(document: Document, lexicon: MeasureLexicon, hit: Hit[MeasureType]) -> bool:
    """Tell whether a measure is no answer to what is told: it was under way when that came, or its cause."""
    avenged = _avenged(document, lexicon, hit.trigger)
    return avenged or _interrupted(document, lexicon, hit) or _was_so(document, hit.trigger)


def _was_so(document: Document, noun: Token) -> bool:
    """Tell whether a past participle only says how somebody was before: «*находившиеся* в розыске братья»."""
    above = document.tokens[noun.head]
    wanted = {"VerbForm=Part", "Tense=Past", "Voice=Act"}
    return noun.dep == "obl" and "Case=Loc" in noun.feats and wanted <= above.feats


def _interrupted(document: Document, lexicon: MeasureLexicon, hit: Hit[MeasureType]) -> bool:
    """Tell whether something broke into it: "soldiers *were patrolling* when gunmen opened fire"."""
    verb = hit.trigger
    if hit.frame.value not in lexicon.interrupted or "Aspect=Prog" not in verb.feats:
        return False
    return any(
        each.lower in lexicon.interrupting
        for clause in document.children(verb, "advcl")
        if clause.index > verb.index
        for each in document.children(clause, "advmod", "mark")
    )


def _avenged(document: Document, lexicon: MeasureLexicon, token: Token) -> bool:
    """Tell whether a deed is the answer to it: "in *revenge for* military operations"."""
    for _ in range(CLIMB):
        if token.head == token.index:
            return False
        token = document.tokens[token.head]
        if lexicon.avenging.has(token):
            return True
        if token.pos in ("VERB", "AUX"):
            return False
    return False


def in_its_course(document: Document, lexicon: MeasureLexicon, governors: Sequence[Token]) -> bool:
    """Tell whether a clause only tells what came about meanwhile: «*в ходе операции* никто не пострадал»."""
    for token in governors:
        if token.pos in ("VERB", "AUX"):
            return False
        for case in document.children(token, "case"):
            words = [case.lower, *(each.lower for each in document.children(case, "fixed"))]
            if not lexicon.meanwhile.isdisjoint((" ".join(words), f"{' '.join(words)} {token.lower}")):
                return True
    return False


def suffered(context: Context, hit: Hit[MeasureType]) -> bool:
    """Tell whether it only says who was hit: "soldiers *stationed* there", "a *checkpoint* was attacked"; or
    when ("a convoy was attacked as it *patrolled* the area").
    """
    document = context.document
    if _under_way(context, hit):
        return True
    noun = document.head(hit.trigger)
    if hit.trigger.dep == "acl" and hit.trigger.lower in measure_lexicon(context.pack).standing:
        return True
    if hit.trigger.pos in ("NOUN", "PROPN") and hit.frame.value in _OUTSIDE:
        noun = gathered(document, measure_lexicon(context.pack), hit.trigger)
        return noun.dep in ("nsubj:pass", "obj") and _is_deed(context, document.head(noun))
    above = document.head(noun) if noun is not None else None
    if noun is None or above is None or hit.trigger.dep not in ("acl", "acl:relcl", "amod"):
        return False
    if noun.dep == "nmod":
        return "nouns" in _manners(context, above) and above.pos in ("NOUN", "PROPN")
    return noun.dep in ("nsubj:pass", "obj") and _is_deed(context, above)


def _under_way(context: Context, hit: Hit[MeasureType]) -> bool:
    """Tell whether a clause only tells what those did whom a deed met: "was attacked *as it patrolled*"."""
    document, lexicon = context.document, measure_lexicon(context.pack)
    if hit.frame.value not in lexicon.interrupted or hit.trigger.dep != "advcl":
        return False
    marked = any(each.lower in lexicon.under_way for each in document.children(hit.trigger, "mark", "advmod"))
    return marked and _is_deed(context, document.head(hit.trigger))


def gathered(document: Document, lexicon: MeasureLexicon, noun: Token) -> Token:
    """Return the noun that gathers others: of "a *column* of reinforcements" the column; else the noun."""
    for _ in range(CLIMB):
        cases = {case.lower for case in document.children(noun, "case")}
        if noun.dep != "nmod" or not cases or not cases <= lexicon.office_links:
            return noun
        noun = document.tokens[noun.head]
    return noun


def _is_deed(context: Context, verb: Token | None) -> bool:
    """Tell whether a verb is of harming people or attacking something."""
    return verb is not None and (
        event_lexicon(context.pack).harm.has(verb) or "verbs" in _manners(context, verb)
    )


def _manners(context: Context, token: Token) -> set[str]:
    return {word.manner for word in event_lexicon(context.pack).triggers.meanings(token)}
