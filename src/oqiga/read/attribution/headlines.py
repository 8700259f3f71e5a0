"""Who speaks in a headline or a flash, set off without a verb: "Police: six dead", "Six dead – police"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from oqiga.model.syntax import Document, Sentence, Token
from oqiga.model.terms import SourceKind
from oqiga.read.attribution.aside import mention_head, names_somebody
from oqiga.read.attribution.lexicon import SpeechLexicon
from oqiga.read.attribution.model import Attribution
from oqiga.read.attribution.naming import describe, kind_of
from oqiga.read.attribution.registry import Registry
from oqiga.read.attribution.unsaid import unsaid
from oqiga.read.context import Context

_LONGEST = 6
"""Words of who speaks."""
_SHORTEST = 2
"""Words of what is said beside numbers: less is a label ("Police: 3")."""
_DASHES = frozenset("-–—")
_PLACES = frozenset({"GPE", "LOC", "DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class _Headline:
    """Who speaks, the first token of that mention, what sets it off, and the positions of what is said."""

    source: Token
    first: Token
    mark: Token
    content: tuple[int, ...]


def headline_attributions(
    ctx: Context, sentence: Sentence, lexicon: SpeechLexicon, registry: Registry
) -> list[Attribution]:
    """Return what a sentence tells by who stands at its head or end without a verb of saying."""
    document = ctx.document
    found = _opening(document, sentence, lexicon) or _closing(document, sentence, lexicon)
    if found is None:
        return []
    speaker = registry.speaker_of(found.source, sentence.index)
    registry.remember(replace(speaker, sentence=sentence.index))
    mention = document.span_of(found.first, found.source)
    source = speaker.source
    if source.span is not None and source.span.start < mention.start:  # the parse goes on past the mark
        source = replace(source, name=mention.of(document.text), span=mention)
    named = (source.span or mention,)
    told = unsaid(ctx, sentence, source, speaker.role, mark=found.mark, mention=named, content=found.content)
    return [told]


def _opening(document: Document, sentence: Sentence, lexicon: SpeechLexicon) -> _Headline | None:
    for index in range(sentence.first + 1, min(sentence.last, sentence.first + _LONGEST + 1)):
        token = document.tokens[index]
        if token.text == ":":
            content = range(index + 1, sentence.last)
            source = _speaker(document, range(sentence.first, index), lexicon)
            return _told(document, source, document.tokens[sentence.first], token, content)
        if not names_somebody(document, index):
            return None
    return None


def _closing(document: Document, sentence: Sentence, lexicon: SpeechLexicon) -> _Headline | None:
    end = sentence.last
    while end > sentence.first and document.tokens[end - 1].pos == "PUNCT":
        end -= 1
    for index in range(end - 1, max(sentence.first, end - _LONGEST - 1), -1):
        token = document.tokens[index]
        headline = token.text == ":" and end == sentence.last
        if headline or (token.text in _DASHES and _stands_apart(document, token)):
            source = _speaker(document, range(index + 1, end), lexicon)
            named = source is not None and _is_name(source, lexicon)
            if source is None or (headline and not named and not _is_office(source, lexicon)):
                return None
            if lexicon.dash_is_verb and not headline and not named:
                return None
            first = document.tokens[index + 1]
            return _told(document, source, first, token, range(sentence.first, index))
        if not names_somebody(document, index):
            return None
    return None


def _told(
    document: Document, source: Token | None, first: Token, mark: Token, content: range
) -> _Headline | None:
    words = [index for index in content if document.tokens[index].text.isalpha()]
    if source is None or len(words) < _SHORTEST:
        return None
    return _Headline(source, first, mark, tuple(content))


def _speaker(document: Document, positions: range, lexicon: SpeechLexicon) -> Token | None:
    """Return the noun that names somebody who is known to speak: an office, a body, an outlet."""
    head = mention_head(document, positions)
    if head is None or head.entity in _PLACES:
        return None
    return head if describe(document, head, lexicon).kind is not SourceKind.OTHER else None


def _stands_apart(document: Document, dash: Token) -> bool:
    """Tell whether a dash has spaces about it: others join the parts of a word."""
    return document.text[dash.span.start - 1 : dash.span.start].isspace() and (
        document.text[dash.span.end : dash.span.end + 1].isspace()
    )


def _is_office(head: Token, lexicon: SpeechLexicon) -> bool:
    """Tell whether a noun is for a body or for officials, who speak in a headline: "12 killed: *police*"."""
    several = "Number=Plur" in head.feats and kind_of([head.lemma], lexicon) is SourceKind.OFFICIAL
    return head.lemma in lexicon.words["bodies"] or several


def _is_name(head: Token, lexicon: SpeechLexicon) -> bool:
    """Tell whether a noun names a body, as a dash may stand for "is": «— МВД», but «он — полицейский»."""
    outlet = kind_of([head.lemma], lexicon) is SourceKind.MEDIA and head.text[:1].isupper()
    return head.entity == "ORG" or outlet or (head.text.isupper() and len(head.text) > 1)
