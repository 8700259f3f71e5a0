"""Speech that goes on without a word of saying: the sentence behind "by her account, 14 were wounded".

    «По её словам, ранены 14 человек. *Трое нападавших убиты.*»       who speaks stands in front
    «Убиты двое, сообщило управление. *Ещё трое ранены.*»             behind: what opens by going on

It ends with the paragraph, with another who speaks, with quotation marks, and with what is the writer's own:
words that recall or contrast, and offices that act.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from oqiga.model.syntax import SUBJECTS, Document, Sentence, Token
from oqiga.model.terms import Certainty, SourceKind
from oqiga.read.attribution.lexicon import SpeechLexicon, speech_lexicon
from oqiga.read.attribution.model import Attribution
from oqiga.read.attribution.naming import describe
from oqiga.read.attribution.quoted import quoted_tokens
from oqiga.read.context import Context

_FURTHEST = 2
"""Sentences that speech goes on for."""
_LONGEST = 3
"""Words of what opens a sentence."""
_UNSURE = frozenset({Certainty.DENIED, Certainty.UNCLEAR})
_CROWD = frozenset({SourceKind.OTHER, SourceKind.WITNESS, SourceKind.ARMED_GROUP, SourceKind.FAMILY})
"""Kinds of those who are told about rather than act in office."""


def going_on_speaking(ctx: Context, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return an attribution for each sentence in which the speech of the one before goes on, in order."""
    document, lexicon = ctx.document, speech_lexicon(ctx.pack)
    quoted = quoted_tokens(document)
    speaks = _by_sentence(document, attributions)
    found: list[Attribution] = []
    last: Attribution | None = None
    length = 0
    for before, sentence in zip(document.sentences, document.sentences[1:], strict=False):
        own = speaks.get(before.index, [])
        if own or last is None or last.sentence != before.index:
            last, length = _speech_to_end(document, before, own), 0
        ends = sentence.paragraph != before.paragraph or sentence.index in speaks
        quotes = any(index in quoted for index in range(before.first, sentence.last))
        if (
            last is None
            or ends
            or quotes
            or length >= _furthest(last)
            or not _goes_on(document, last, sentence, lexicon)
        ):
            last = None
            continue
        last, length = _carried(last, sentence), length + 1
        found.append(last)
    return found


def _furthest(attribution: Attribution) -> int:
    """Return for how many sentences a speech may go on; nobody unknown goes on at all."""
    source = attribution.source_chain[0]
    if source.kind is SourceKind.OTHER and attribution.role is None:
        return 0
    return 1 if source.kind in _CROWD else _FURTHEST


def _by_sentence(document: Document, attributions: Iterable[Attribution]) -> dict[int, list[Attribution]]:
    """Return the attributions by the sentences of their cues and of the words said."""
    starts = [sentence.span.start for sentence in document.sentences]
    found: dict[int, list[Attribution]] = {}
    for each in attributions:
        touched = {each.sentence}
        for span in each.content_spans:
            touched.update(range(bisect_right(starts, span.start) - 1, bisect_left(starts, span.end)))
        for number in touched:
            found.setdefault(number, []).append(each)
    return found


def _speech_to_end(document: Document, sentence: Sentence, own: Sequence[Attribution]) -> Attribution | None:
    """Return what one speaker says up to the end of a sentence or to his cue, None where several speak."""
    told = [each for each in own if each.sentence == sentence.index and each.source_chain]
    if not told or len({each.source_chain[-1].name for each in told}) > 1:
        return None
    widest = max(told, key=lambda each: each.extent)
    plain = widest.act == "say" and widest.certainty not in _UNSURE
    if not plain or widest.direct or widest.unsaid or not widest.content_spans:
        return None
    return widest if _in_front(widest) is False or _reaches_end(document, sentence, widest) else None


def _in_front(attribution: Attribution) -> bool:
    """Tell whether who speaks stands before what is said."""
    marks = (*attribution.cue_spans, *attribution.source_spans)
    return min(each.start for each in marks) <= attribution.content_spans[0].start


def _reaches_end(document: Document, sentence: Sentence, attribution: Attribution) -> bool:
    cue = attribution.cue_spans  # behind what is said, where a language has its verb last
    words = [
        token
        for token in document.tokens_of(sentence)
        if token.pos != "PUNCT" and not any(span.covers(token.span) for span in cue)
    ]
    return bool(words) and attribution.content_spans[-1].end >= words[-1].span.end


def _goes_on(document: Document, last: Attribution, sentence: Sentence, lexicon: SpeechLexicon) -> bool:
    opening = _opens(document, sentence, lexicon.words["goes_on_with"])
    media = last.source_chain[0].kind is SourceKind.MEDIA
    if not opening and (media or not (_in_front(last) or last.carried)):
        return False
    tokens = document.tokens_of(sentence)
    if any(
        token.lower in lexicon.words["own_voice"] or token.lemma in lexicon.words["own_voice"]
        for token in tokens
    ):
        return False
    return not any(_acts_in_office(document, token, lexicon) for token in tokens)


def _opens(document: Document, sentence: Sentence, phrases: frozenset[str]) -> bool:
    """Tell whether a sentence opens with one of some phrases."""
    tokens = document.tokens_of(sentence)[:_LONGEST]
    return any(
        " ".join(each.lower for each in tokens[:length]) in phrases for length in range(1, len(tokens) + 1)
    )


def _acts_in_office(document: Document, token: Token, lexicon: SpeechLexicon) -> bool:
    """Tell whether a token is an office that does something of its own: "*officials* showed the bodies"."""
    if token.dep not in SUBJECTS or token.dep.endswith(":pass") or token.pos not in ("NOUN", "PROPN"):
        return False
    head = document.head(token)
    counted = any(child.pos == "NUM" for child in document.children(token))
    acts = head is not None and head.pos == "VERB" and not counted
    return acts and describe(document, token, lexicon).kind not in _CROWD


def _carried(attribution: Attribution, sentence: Sentence) -> Attribution:
    return replace(
        attribution,
        sentence=sentence.index,
        content_spans=(sentence.span,),
        source_spans=(),
        carried=True,
    )
