"""Finding the attributions of a report, sentence by sentence from the top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from oqiga.model.claims import Source
from oqiga.model.syntax import SUBJECTS, Document, Sentence, Token
from oqiga.model.terms import Certainty, SourceKind
from oqiga.read.attribution.aside import Aside, find_aside
from oqiga.read.attribution.behind import find_behind, right_behind
from oqiga.read.attribution.carry import carry_quotations
from oqiga.read.attribution.chaining import chained, going_on
from oqiga.read.attribution.channels import channel_named, channel_of
from oqiga.read.attribution.contents import content_of
from oqiga.read.attribution.counting import counting_attributions
from oqiga.read.attribution.cues import Cue, find_cues
from oqiga.read.attribution.elsewhere import told_before
from oqiga.read.attribution.headlines import headline_attributions
from oqiga.read.attribution.lexicon import SpeechLexicon, speech_lexicon
from oqiga.read.attribution.model import HEARSAY, Act, Attribution
from oqiga.read.attribution.moments import beside_cue, said_on
from oqiga.read.attribution.naming import full_span
from oqiga.read.attribution.quotes import find_quotations
from oqiga.read.attribution.registry import Registry, Speaker
from oqiga.read.attribution.side_by_side import side_by_side
from oqiga.read.attribution.tellers import owner_of, source_heads
from oqiga.read.attribution.tree import spans_of, subtree
from oqiga.read.context import Context


def find_attributions(ctx: Context) -> tuple[Attribution, ...]:
    """Return every attribution of a report in order of its cues, sources resolved and chains made."""
    lexicon = speech_lexicon(ctx.pack)
    registry = Registry(ctx.document, lexicon)
    quotations = find_quotations(ctx.document.text)
    found: list[Attribution] = []
    for sentence in ctx.document.sentences:
        told = [
            (cue, each)
            for cue in find_cues(ctx.document, sentence, lexicon)
            if (each := _attribution(ctx, sentence, cue, lexicon, registry)) is not None
        ]
        found += side_by_side(ctx, sentence, told, lexicon, registry)
        found += headline_attributions(ctx, sentence, lexicon, registry)
        found += counting_attributions(ctx, sentence, lexicon, registry)
    joined = carry_quotations(ctx.document, found, quotations)
    return tuple(going_on(chained(joined), lexicon))


@dataclass(frozen=True, slots=True)
class _Named:
    """Who speaks under one cue: the mention's head and the resolved speaker, then who hands it on."""

    head: Token | None
    speakers: tuple[Speaker, ...]


def _attribution(
    ctx: Context, sentence: Sentence, cue: Cue, lexicon: SpeechLexicon, registry: Registry
) -> Attribution | None:
    document = ctx.document
    says = cue.kind == "verb" and cue.certainty is not Certainty.DENIED  # who denies "this" did not say it
    back = told_before(document, sentence, cue.token, lexicon) if says else []
    aside = _aside(document, sentence, cue, lexicon)
    content = back or (list(aside.content) if aside else content_of(document, sentence, cue, lexicon))
    if not content and says and not lexicon.set_off and cue.word.act == "say":
        aside = find_behind(document, sentence, cue.token, lexicon)
        content = list(aside.content) if aside else []
    quoted_alone = not content and cue.kind == "verb" and "quote" in cue.word.takes
    if not content and not quoted_alone:
        return None
    heads = [aside.source] if aside else source_heads(document, sentence, cue, lexicon)
    heads = [head for head in heads if _may_speak(head, lexicon) and not ctx.times_in(head.span)]
    if any(head.lower in lexicon.words["pronoun_self"] for head in heads):
        return None
    heads = [head for head in heads if not _own_thing(document, head, lexicon)]
    if cue.token.lemma in lexicon.words["deeds_too"] and any(_is_armed(head, lexicon) for head in heads):
        return None
    known = lexicon.known_speakers and cue.kind == "verb"
    named = _named(document, sentence, heads, lexicon, registry, known=known)
    if not named.speakers and known and says and not cue.passive:
        named = _named(document, sentence, right_behind(document, cue.token, lexicon), lexicon, registry)
    kept = [i for i in content if i not in cue.indexes] if cue.kind != "noun" else content
    if named.head is not None and cue.kind != "adverb" and not cue.passive:
        inside = range(named.head.index, named.head.index + 1)
        kept = kept if named.head.index not in kept else [i for i in kept if i not in inside]
    dated, beside = beside_cue(ctx, cue.token, sentence) if cue.kind == "verb" else (None, range(0))
    kept = [i for i in kept if i not in beside]
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
        certainty=_certainty(cue, chain, _hedge(document, heads, lexicon)),
        said_on=dated or said_on(ctx, cue.token, sentence, kept),
        channel=channel_of(document, cue.token, {*kept, *_below(document, named.head)}, lexicon)
        or next((channel for head in heads if (channel := channel_named(head, lexicon))), None),
        role=named.speakers[0].role if named.speakers else None,
        hearsay=cue.kind == "verb" and cue.passive and not chain and cue.certainty is Certainty.REPORTED,
    )


def _may_speak(head: Token, lexicon: SpeechLexicon) -> bool:
    """Tell whether a word may name somebody: no thing, time, verb or possessed number ("олардың екеуі")."""
    possessed = head.pos == "NUM" and "Person[psor]=3" in head.feats
    if head.pos == "NOUN" and head.lemma in lexicon.words["mute"]:
        return False
    return head.entity not in ("DATE", "TIME") and head.pos != "VERB" and not possessed


def _is_known(speaker: Speaker, head: Token, lexicon: SpeechLexicon) -> bool:
    """Tell whether a speaker is of a kind that speaks, has a name, or a noun for people or bodies."""
    nouns = lexicon.words["titles"] | lexicon.words["bodies"] | lexicon.words["messages"]
    named = head.pos in ("PROPN", "PRON", "DET") or bool(head.entity) or "." in head.text[1:-1]  # "tengri.kz"
    return speaker.source.kind is not SourceKind.OTHER or named or speaker.person or head.lemma in nouns


def _own_thing(document: Document, head: Token, lexicon: SpeechLexicon) -> bool:
    """Tell whether a thing of the speaker's own is his way of saying it: "*our guess* suggests that"."""
    owned = any(each.lower in lexicon.words["pronoun_own"] for each in document.children(head, "nmod:poss"))
    return owned and (head.lemma,) not in lexicon.kinds and head.lemma not in lexicon.words["titles"]


def _is_armed(head: Token, lexicon: SpeechLexicon) -> bool:
    """Tell whether a noun is for attackers without a name, who do with their hands what others say."""
    return head.pos == "NOUN" and lexicon.kinds.get((head.lemma,)) is SourceKind.ARMED_GROUP


def _below(document: Document, head: Token | None) -> list[int]:
    return subtree(document, head) if head is not None else []


def _aside(document: Document, sentence: Sentence, cue: Cue, lexicon: SpeechLexicon) -> Aside | None:
    """Return the words set off in which a cue stands, where the tree does not tell as much."""
    if cue.kind != "verb" or cue.word.act != "say" or not cue.word.takes & {"quote"} or not lexicon.set_off:
        return None
    if cue.token.lemma in lexicon.words["addressing"]:
        return find_aside(document, sentence, cue.token, inverts=False)
    if "object" in cue.word.takes and document.children(cue.token, "obj"):
        aside = find_aside(document, sentence, cue.token)
        return aside if aside is not None and aside.inverted else None
    own = document.children(cue.token, *SUBJECTS)
    clauses = document.children(cue.token, "ccomp", "parataxis")
    if own and clauses and min(clauses[0].index, own[0].index) != own[0].index and cue.token.dep == "root":
        return None
    if clauses and own and own[0].index < cue.token.index < clauses[0].index:
        return None
    return find_aside(document, sentence, cue.token)


def _act(document: Document, cue: Cue) -> Act:
    """Return what the source does: "told them to stay indoors" is an order, whatever else "tell" does."""
    told = cue.kind == "verb" and cue.word.act == "say" and not cue.passive
    recipient = document.children(cue.token, "obj", "iobj")
    infinitive = document.children(cue.token, "xcomp") and not document.children(cue.token, "ccomp")
    return "order" if told and recipient and infinitive else cue.word.act


def _hedge(document: Document, heads: Sequence[Token], lexicon: SpeechLexicon) -> Certainty | None:
    """Return the certainty that "preliminary" or "unconfirmed" gives what a source tells."""
    hedges = [lexicon.hedges.get(child.lemma) for head in heads for child in document.children(head, "amod")]
    return next((each for each in hedges if each is not None), None)


def _certainty(cue: Cue, chain: Sequence[Source], hedge: Certainty | None) -> Certainty:
    if hedge is not None and cue.certainty is Certainty.STATED:
        return hedge
    if cue.certainty is not Certainty.STATED or not chain:
        return cue.certainty
    hearsay = chain[0].kind in HEARSAY
    return Certainty.REPORTED if hearsay else cue.certainty


def _named(
    document: Document,
    sentence: Sentence,
    heads: Sequence[Token],
    lexicon: SpeechLexicon,
    registry: Registry,
    *,
    known: bool = False,
) -> _Named:
    """Return who speaks; where only the `known` do, without nouns that name nobody who speaks."""
    heads = [_past_channel(document, head, lexicon) for head in heads]
    speakers: list[Speaker] = []
    for head in heads:
        found = _speakers(document, head, sentence, lexicon, registry)
        speakers += [each for each in found if not known or _is_known(each, head, lexicon)]
    return _Named(heads[0] if heads else None, tuple(speakers))


def _speakers(
    document: Document, head: Token, sentence: Sentence, lexicon: SpeechLexicon, registry: Registry
) -> list[Speaker]:
    """Return who speaks through a mention: the owner of a statement rather than the statement."""
    if _is_channel(document, head, lexicon) or (
        head.lemma in lexicon.words["messages"] and head.pos == "NOUN"
    ):
        owner = owner_of(document, head, lexicon)
        if owner is not None:
            return _told_whose(registry.speaker_of(owner, sentence.index), owner)
        if (spoke := registry.told_through(head, sentence.index)) is not None:
            return [spoke]
        speaker = registry.speaker_of(head, sentence.index)
        return [speaker] if speaker.source.kind is not SourceKind.OTHER else []
    return _told_whose(registry.speaker_of(head, sentence.index), head)


def _is_channel(document: Document, head: Token, lexicon: SpeechLexicon) -> bool:
    """Tell whether a noun is only where something was put: «сообщается *в Твиттере* агентства»."""
    inside = any(case.lower in lexicon.words["speaking_in"] for case in document.children(head, "case"))
    named = any(phrase == (head.lemma,) for phrase, _ in lexicon.channels.get(head.lemma, ()))
    return inside and named and (head.lemma,) not in lexicon.kinds


def _told_whose(speaker: Speaker, head: Token) -> list[Speaker]:
    """Return nobody where "its claim" is of a body that the text has not told."""
    unknown = head.pos == "PRON" and head.dep == "nmod:poss" and speaker.source.span == head.span
    return [] if unknown else [speaker]


def _past_channel(document: Document, head: Token, lexicon: SpeechLexicon) -> Token:
    """Return the speaker where a parse took the channel for the subject ("Via Twitter, Bakyt Seitov")."""
    apposed = [child for child in document.children(head, "appos") if child.pos == "PROPN"]
    return apposed[0] if apposed and head.lemma in lexicon.channels else head
