"""Finding the attributions of a report, sentence by sentence from the top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from oqiga.model.claims import Source
from oqiga.model.syntax import Document, Sentence, Token
from oqiga.model.terms import Certainty, SourceKind
from oqiga.read.attribution.carry import carry_quotations
from oqiga.read.attribution.channels import channel_of
from oqiga.read.attribution.contents import content_of, marker_source
from oqiga.read.attribution.cues import Cue, as_saying, find_cues
from oqiga.read.attribution.elsewhere import cited, spoken_in, told_before
from oqiga.read.attribution.lexicon import SpeechLexicon, speech_lexicon
from oqiga.read.attribution.model import Act, Attribution
from oqiga.read.attribution.moments import said_on
from oqiga.read.attribution.naming import full_span
from oqiga.read.attribution.quotes import find_quotations
from oqiga.read.attribution.registry import Registry, Speaker
from oqiga.read.attribution.tree import ancestors, spans_of, subject_of, subtree
from oqiga.read.context import Context

_HEARSAY = frozenset({SourceKind.MEDIA, SourceKind.WITNESS})


def find_attributions(ctx: Context) -> tuple[Attribution, ...]:
    """Return every attribution of a report in order of its cues, sources resolved and chains made."""
    lexicon = speech_lexicon(ctx.pack)
    registry = Registry(ctx.document, lexicon)
    quotations = find_quotations(ctx.document.text)
    found: list[Attribution] = []
    for sentence in ctx.document.sentences:
        for cue in find_cues(ctx.document, sentence, lexicon):
            each = _attribution(ctx, sentence, cue, lexicon, registry)
            if each is not None:
                found.append(each)
    joined = carry_quotations(ctx.document, found, quotations)
    return tuple(_chained(joined))


@dataclass(frozen=True, slots=True)
class _Named:
    """Who speaks under one cue: the mention's head and the resolved speaker, then who hands it on."""

    head: Token | None
    speakers: tuple[Speaker, ...]


def _attribution(
    ctx: Context, sentence: Sentence, cue: Cue, lexicon: SpeechLexicon, registry: Registry
) -> Attribution | None:
    document = ctx.document
    back = told_before(document, sentence, cue.token, lexicon) if cue.kind == "verb" else []
    content = back or content_of(document, sentence, cue, lexicon)
    quoted_alone = not content and cue.kind == "verb" and "quote" in cue.word.takes
    if not content and not quoted_alone:
        return None
    named = _named(document, sentence, cue, lexicon, registry)
    kept = [i for i in content if i not in cue.indexes] if cue.kind != "noun" else content
    if named.head is not None and cue.kind != "adverb" and not cue.passive:
        inside = range(named.head.index, named.head.index + 1)
        kept = kept if named.head.index not in kept else [i for i in kept if i not in inside]
    if named.speakers and cue.word.act in ("say", "judge", "blame", "order", "believe"):
        registry.remember(replace(named.speakers[0], sentence=sentence.index))
    chain = tuple(speaker.source for speaker in named.speakers)
    return Attribution(
        cue=cue.token.lemma,
        act=_act(document, cue),
        sentence=sentence.index,
        cue_spans=spans_of(document, cue.indexes),
        source_chain=chain,
        source_spans=full_span(document, named.head) if named.head is not None else (),
        content_spans=spans_of(document, kept),
        certainty=_certainty(cue, chain),
        said_on=said_on(ctx, cue.token, sentence, kept),
        channel=channel_of(document, cue.token, {*kept, *_below(document, named.head)}, lexicon),
        role=named.speakers[0].role if named.speakers else None,
    )


def _below(document: Document, head: Token | None) -> list[int]:
    return subtree(document, head) if head is not None else []


def _act(document: Document, cue: Cue) -> Act:
    """Return what the source does: "told them to stay indoors" is an order, whatever else "tell" does."""
    told = cue.kind == "verb" and cue.word.act == "say" and not cue.passive
    recipient = document.children(cue.token, "obj", "iobj")
    infinitive = document.children(cue.token, "xcomp") and not document.children(cue.token, "ccomp")
    return "order" if told and recipient and infinitive else cue.word.act


def _certainty(cue: Cue, chain: Sequence[Source]) -> Certainty:
    if cue.certainty is not Certainty.STATED or not chain:
        return cue.certainty
    hearsay = chain[0].kind in _HEARSAY
    return Certainty.REPORTED if hearsay else cue.certainty


def _named(
    document: Document, sentence: Sentence, cue: Cue, lexicon: SpeechLexicon, registry: Registry
) -> _Named:
    heads = [
        _past_channel(document, head, lexicon) for head in _source_heads(document, sentence, cue, lexicon)
    ]
    speakers: list[Speaker] = []
    for head in heads:
        speakers += _speakers(document, head, sentence, lexicon, registry)
    return _Named(heads[0] if heads else None, tuple(speakers))


def _speakers(
    document: Document, head: Token, sentence: Sentence, lexicon: SpeechLexicon, registry: Registry
) -> list[Speaker]:
    """Return who speaks through a mention: the owner of a statement rather than the statement."""
    if head.lemma in lexicon.words["messages"] and head.pos == "NOUN":
        owner = _owner(document, head, lexicon)
        if owner is not None:
            return [registry.speaker_of(owner, sentence.index)]
        if registry.speakers and "Number=Plur" not in head.feats and document.children(head, "det"):
            return [registry.speakers[-1]]
        speaker = registry.speaker_of(head, sentence.index)
        return [speaker] if speaker.source.kind is not SourceKind.OTHER else []
    return [registry.speaker_of(head, sentence.index)]


def _past_channel(document: Document, head: Token, lexicon: SpeechLexicon) -> Token:
    """Return the speaker where a parse took the channel for the subject ("Via Twitter, Bakyt Seitov")."""
    apposed = [child for child in document.children(head, "appos") if child.pos == "PROPN"]
    return apposed[0] if apposed and head.lemma in lexicon.channels else head


def _owner(document: Document, noun: Token, lexicon: SpeechLexicon) -> Token | None:
    beside = list(document.children(noun, "nmod:poss", "nmod", "obl:agent"))
    governor = document.head(noun)
    if governor is not None and noun.dep == "obj":
        beside += [child for child in document.children(governor, "obl") if _follows(document, noun, child)]
    for child in beside:
        cases = {case.lower for case in document.children(child, "case")}
        genitive = child.dep == "nmod" and not cases and "Case=Gen" in child.feats
        if child.dep == "nmod:poss" or genitive or cases & lexicon.words["owner_cases"]:
            return child
    for verb in document.children(noun, "acl"):
        for agent in document.children(verb, "obl:agent"):
            return agent
    return None


def _follows(document: Document, noun: Token, other: Token) -> bool:
    """Tell whether "from the army" comes right after the noun, whatever the parse hung it on."""
    return noun.index < other.index and subtree(document, other)[0] == noun.index + 1


def _source_heads(document: Document, sentence: Sentence, cue: Cue, lexicon: SpeechLexicon) -> list[Token]:
    """Return the heads of the mentions that speak under a cue, nearest the words first."""
    if cue.kind in ("adverb", "unclear"):
        return []
    if cue.kind == "marker":
        source = marker_source(document, sentence, cue)
        return [source] if source is not None else []
    if cue.kind == "noun":
        owner = _owner(document, cue.token, lexicon)
        return [owner] if owner is not None else []
    if cue.kind == "quoting":
        return _quoted_heads(document, cue, lexicon)
    return _verb_heads(document, cue, lexicon)


def _quoted_heads(document: Document, cue: Cue, lexicon: SpeechLexicon) -> list[Token]:
    verb = cue.token
    outer = subject_of(document, verb)
    if as_saying(document, verb, lexicon) is not None and cue.passive:
        agents = document.children(verb, "obl:agent")
        return [*([outer] if outer is not None else []), *agents]
    quoted = document.children(verb, "obj")
    return [*quoted[:1], *([outer] if outer is not None and quoted else [])]


def _verb_heads(document: Document, cue: Cue, lexicon: SpeechLexicon) -> list[Token]:
    verb = cue.token
    first = cited(document, verb, lexicon)
    return [*([first] if first is not None else []), *_tellers(document, cue, lexicon)]


def _tellers(document: Document, cue: Cue, lexicon: SpeechLexicon) -> list[Token]:
    """Return the head of the mention that tells, cited or not."""
    verb = cue.token
    if cue.passive:
        agents = document.children(verb, "obl:agent")
        return list(agents[:1])
    own = document.children(verb, "nsubj", "nsubj:pass", "csubj")
    inside = spoken_in(document, verb, lexicon) if not own else None
    if inside is not None:
        return [inside]
    subject = _message(document, verb, lexicon) or subject_of(document, verb)
    if subject is None or (subject.lower in ("it", "there") and not document.children(verb, "ccomp")):
        return []
    if subject.lower in lexicon.words["relative"]:
        governor = document.head(verb)
        return [governor] if governor is not None and verb.dep == "acl:relcl" else []
    return [subject]


def _message(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return the message that speaks in "received text messages from the army saying …"."""
    own = document.children(verb, "nsubj", "nsubj:pass")
    if own or verb.index == 0 or verb.dep not in ("advcl", "acl"):
        return None
    token = document.tokens[verb.index - 1]
    close = [token, *ancestors(document, token, 4)]
    close = close[: next((i for i, each in enumerate(close) if each.index == verb.head), len(close))]
    close += [child for each in close if each.pos == "VERB" for child in document.children(each, "obj")]
    for each in close:
        if each.pos == "NOUN" and each.lemma in lexicon.words["messages"] and each.index < verb.index:
            return each
    return None


def _chained(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, each with the sources of those it is said within behind its own."""
    order = sorted(range(len(found)), key=lambda i: found[i].cue_spans[0].start)
    chained = list(found)
    open_ones: list[int] = []
    for i in order:
        each = found[i]
        open_ones = [j for j in open_ones if found[j].sentence >= each.sentence - 1]
        outer = [j for j in open_ones if _within(each, found[j])]
        if outer:
            nearest = min(outer, key=lambda j: found[j].extent)
            chained[i] = _behind(each, chained[nearest])
        open_ones = [*open_ones[-15:], i]
    return chained


def _within(inner: Attribution, outer: Attribution) -> bool:
    if outer.act == "wish" or not outer.source_chain:
        return False
    marks = (inner.cue_spans[0], *inner.source_spans[:1])
    return any(each.covers(mark) for mark in marks for each in outer.content_spans)


def _behind(inner: Attribution, outer: Attribution) -> Attribution:
    names = {(source.name, source.kind) for source in inner.source_chain}
    added = tuple(source for source in outer.source_chain if (source.name, source.kind) not in names)
    certainty = inner.certainty
    if certainty is Certainty.STATED and outer.certainty is not Certainty.DENIED:
        certainty = outer.certainty
    return replace(
        inner,
        source_chain=inner.source_chain + added,
        certainty=certainty,
        said_on=inner.said_on or outer.said_on,
    )
