"""Who gives a figure by changing it: "the health ministry *lowered the death toll* from 359 to 253"."""

from __future__ import annotations

from dataclasses import replace

from oqiga.model.syntax import Document, Sentence, Token
from oqiga.read.attribution.lexicon import SpeechLexicon
from oqiga.read.attribution.model import Attribution
from oqiga.read.attribution.naming import full_span
from oqiga.read.attribution.registry import Registry
from oqiga.read.attribution.tellers import of_speech_above
from oqiga.read.attribution.tree import subtree
from oqiga.read.attribution.unsaid import unsaid
from oqiga.read.context import Context
from oqiga.read.frames.clauses import doer_of, undergoer_of


def counting_attributions(
    ctx: Context, sentence: Sentence, lexicon: SpeechLexicon, registry: Registry
) -> list[Attribution]:
    """Return what is told in a sentence by verbs of changing or setting a figure, where an office does it."""
    verbs = (token for token in ctx.document.tokens_of(sentence) if token.pos == "VERB")
    counted = [
        _counted(ctx, sentence, verb, lexicon, registry) for verb in verbs if _counts(ctx, verb, lexicon)
    ]
    return [each for each in counted if each is not None]


def _counts(ctx: Context, verb: Token, lexicon: SpeechLexicon) -> bool:
    """Tell whether a verb changes a figure: what it is done to is a toll or a number."""
    if verb.lemma not in lexicon.words["counting_verbs"]:
        return False
    undergoer = undergoer_of(ctx.document, verb)
    return undergoer is not None and undergoer.lemma in lexicon.words["counting_nouns"]


def _counted(
    ctx: Context, sentence: Sentence, verb: Token, lexicon: SpeechLexicon, registry: Registry
) -> Attribution | None:
    document = ctx.document
    doer = of_speech_above(document, verb, lexicon) or doer_of(document, verb)
    if doer is None:
        return None
    speaker = registry.known_speaker(doer, sentence.index)
    if speaker is None:
        return None
    own = subtree(document, doer)
    old = _old_figures(document, verb, lexicon)
    content = [
        index
        for index in subtree(document, verb)
        if index not in own and index not in old and index != verb.index
    ]
    mention = full_span(document, doer)
    told = unsaid(ctx, sentence, speaker.source, speaker.role, mark=verb, mention=mention, content=content)
    return replace(told, unsaid=True)


def _old_figures(document: Document, verb: Token, lexicon: SpeechLexicon) -> set[int]:
    """Return the words for what the figure was before: who changes it may not have given that."""
    found: set[int] = set()
    for index in subtree(document, verb):
        token = document.tokens[index]
        marks = {mark.lower for mark in document.children(token, "case", "amod")}
        if marks & lexicon.words["counting_before"]:
            later = {child.index for child in document.children(token, "obl", "nmod")}
            found.update(subtree(document, token, later))
    return found
