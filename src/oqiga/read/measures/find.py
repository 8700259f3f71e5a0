"""Finding measures: frames met in clauses that tell what was done, by whom, where and until when."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from oqiga.locate.mentions import PlaceMention
from oqiga.model.claims import Measure
from oqiga.model.ids import claim_id
from oqiga.model.span import Span
from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import MeasureStatus, MeasureType
from oqiga.read.context import Context
from oqiga.read.frames.clause_spans import clause_span, fronted_span
from oqiga.read.frames.clauses import chain, doer_of, helpers
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.names import ends_with
from oqiga.read.frames.where import exact_first, main_place
from oqiga.read.measures.beforehand import gathered, in_its_course, is_beforehand, suffered
from oqiga.read.measures.issuer import holds_office, issuer_of, spoken_of
from oqiga.read.measures.levels import level_of
from oqiga.read.measures.lexicon import MeasureLexicon, measure_lexicon
from oqiga.read.measures.reach import WIDE, places_of
from oqiga.read.measures.status import said_of, status_of
from oqiga.read.measures.when import day_of_deed, days_mourned

_ENTITIES = frozenset({"ORG", "GPE"})
_MANY_A_SENTENCE = frozenset(
    {MeasureType.CLOSURE, MeasureType.POSTPONEMENT, MeasureType.TRANSPORT_SUSPENSION}
)
"""Types of which one sentence may tell several; of the others the first counts."""


def find_measures(context: Context) -> tuple[Measure, ...]:
    """Return what authorities are said to have done or ordered, in the order of the text.

    One claim a clause and type. Sources, background and incidents are set by later steps.
    """
    lexicon = measure_lexicon(context.pack)
    main = main_place(context)
    found = [
        measure
        for hit in _best(context.document, lexicon, _lands(context))
        if not suffered(context, hit) and (measure := _measure(context, lexicon, hit, main)) is not None
    ]
    return tuple(_distinct(context, found))


def _lands(context: Context) -> frozenset[int]:
    """Return positions of the names of countries and regions, which act like authorities."""
    wide = [each.span for each in context.places if each.place.precision in WIDE]
    return frozenset(token.index for span in wide for token in context.tokens_in(span))


def _best(document: Document, lexicon: MeasureLexicon, lands: Collection[int]) -> Iterator[Hit[MeasureType]]:
    """Yield real hits; of those that share words, the longest entry, else the one whose type comes first."""
    taken: list[Hit[MeasureType]] = []
    found = [hit for hit in lexicon.frames.found(document) if _real(document, lexicon, hit, lands)]
    real = [hit for hit in found if not any(_within(document, hit, other) for other in found)]
    for hit in sorted(real, key=lambda hit: (lexicon.rank[hit.frame.value], hit.match.first)):
        if not any(_shares(hit, other) and not _listed(document, hit, other) for other in taken):
            taken.append(hit)
    yield from sorted(taken, key=lambda hit: hit.match.first)


def _shares(one: Hit[MeasureType], other: Hit[MeasureType]) -> bool:
    return bool(_tokens(one) & _tokens(other))


def _within(document: Document, one: Hit[MeasureType], other: Hit[MeasureType]) -> bool:
    """Tell whether an entry is only a part of a longer one: "*cordon*-and-search operation"."""
    inside = other.match.first <= one.match.first and one.match.last <= other.match.last
    shorter = one.match.length < other.match.length and not _listed(document, one, other)
    return other.frame.having is None and inside and shorter


def _listed(document: Document, one: Hit[MeasureType], other: Hit[MeasureType]) -> bool:
    """Tell whether one verb does two things: «приостановлена работа школ и общественного транспорта»."""
    met = [document.tokens[hit.match.last - 1] if hit.met is None else hit.met for hit in (one, other)]
    return one.frame.value is not other.frame.value and any(
        first.dep == "conj" and first.index != second.index and first.index not in _tokens(whole)
        for first, second, whole in ((met[0], met[1], other), (met[1], met[0], one))
    )


def _tokens(hit: Hit[MeasureType]) -> set[int]:
    return {*range(hit.match.first, hit.match.last), hit.trigger.index, *([hit.met.index] if hit.met else ())}


def _real(document: Document, lexicon: MeasureLexicon, hit: Hit[MeasureType], lands: Collection[int]) -> bool:
    """Tell whether it was done: by somebody who can, not denied, not merely asked for."""
    governors = chain(document, hit.trigger)
    if hit.match.length == 1 and not _says_state(document, lexicon, hit.trigger):
        return False
    noun = hit.trigger.pos in ("NOUN", "PROPN")
    if noun and hit.trigger.lemma in lexicon.only_verbs and hit.match.length == 1:
        return False
    if lexicon.instead.before(document.tokens, hit.match.first, 0) is not None:
        return False
    if hit.frame.value is MeasureType.CHECKPOINT and _is_where(document, lexicon, hit.trigger):
        return False
    if is_beforehand(document, lexicon, hit):
        return False
    if hit.frame.under is not None and _told_as_done(document, hit.trigger):
        return False
    if not _able(document, lexicon, hit, governors, lands) or _in_a_name(document, lexicon, hit):
        return False
    near = helpers(document, governors)
    near += [each.index for each in document.children(hit.trigger, "det:predet")]
    others = [index for index in near if not hit.match.first <= index < hit.match.last]
    denied = lexicon.negation.among(document, others) is not None  # "there is no Internet" denies nothing
    denied = denied and not in_its_course(document, lexicon, governors)
    denied = denied or _negative(document, hit, governors)
    if denied and MeasureStatus.LIFTED not in said_of(document, lexicon, near) and hit.frame.under is None:
        return False
    above = document.tokens[governors[-1].head] if governors[-1].dep in ("ccomp", "csubj") else governors[-1]
    told = document.children(above, "xcomp") if above.pos == "AUX" else ()  # "it is *essential* that …"
    if lexicon.unreal.among(document, [each.index for each in told if each.pos == "ADJ"]) is not None:
        return False
    return hit.frame.under is not None or lexicon.unreal.among(document, near) is None


def _negative(document: Document, hit: Hit[MeasureType], governors: Sequence[Token]) -> bool:
    """Tell whether the verb that a measure is the subject or object of is negative: «… енгізілмейді»."""
    own = document.tokens[hit.match.first : hit.match.last]
    argument = any(each.dep in (*SUBJECTS, "obj") for each in own)
    return argument and any(each.pos == "VERB" and "Polarity=Neg" in each.feats for each in governors)


def _told_as_done(document: Document, verb: Token) -> bool:
    """Tell whether somebody only says what people did: "many *remained* inside, a medic told reporters"."""
    past = {"Tense=Past", "VerbForm=Fin"} <= verb.feats and verb.dep == "ccomp"
    return past and not document.children(verb, "mark", "aux")


def _is_where(document: Document, lexicon: MeasureLexicon, token: Token) -> bool:
    """Tell whether a noun only says where something happened ("shot *at a checkpoint*", "passed *it*")."""
    if token.dep == "obj" and lexicon.passing.has(document.tokens[token.head]):
        return True
    whole = gathered(document, lexicon, token)  # "despite a maze of *checkpoints*"
    if whole is not token and whole.dep in ("obl", "nmod"):
        return True
    if document.tokens[token.head].lower in lexicon.places_only:  # "close to a checkpoint"
        return True
    before = token.index - 1
    while before >= 0 and document.tokens[before].pos in ("DET", "ADJ", "NOUN", "PROPN"):
        before -= 1  # "… and *at a checkpoint* in Osh", wherever the parser hangs it
    led = before >= 0 and document.tokens[before].pos == "ADP"
    if led and document.tokens[before].lower in lexicon.places_only:
        return True
    return any(case.lower in lexicon.places_only for case in document.children(token, "case"))


def _in_a_name(document: Document, lexicon: MeasureLexicon, hit: Hit[MeasureType]) -> bool:
    """Tell whether a noun only says what a body or an office is: "the *operations* headquarters"."""
    noun = hit.trigger
    if noun.pos not in ("NOUN", "PROPN") or not lexicon.authorities.has(document.tokens[noun.head]):
        return False
    of = any(case.lower in lexicon.office_links for case in document.children(noun, "case"))
    bare = noun.dep == "nmod" and not document.children(noun, "det", "nmod:poss")
    return noun.dep == "compound" or (bare and of)


def _says_state(document: Document, lexicon: MeasureLexicon, token: Token) -> bool:
    """Tell whether an adjective or adverb says what state something is in; True for other words.

    "The road is closed", "the closed road", "the Internet is down", but not "close to the road".
    """
    adjective = token.pos in ("ADJ", "ADV") or token.dep == "amod"
    if adjective and token.lower in lexicon.not_states:  # "the market is close by"
        return False
    if token.dep == "amod" and "Aspect=Prog" in token.feats:  # "the surrounding villages"
        return False
    if (
        token.dep in ("amod", "acl") and {"VerbForm=Part", "Voice=Act"} <= token.feats
    ):  # «прибывших полицейских»
        return False
    if token.pos == "ADV":
        return document.tokens[token.head].pos == "AUX"
    return token.pos != "ADJ" or token.dep not in ("advcl", "advmod", "parataxis")


def _able(
    document: Document,
    lexicon: MeasureLexicon,
    hit: Hit[MeasureType],
    governors: Sequence[Token],
    lands: Collection[int],
) -> bool:
    if in_its_course(document, lexicon, governors):
        return True
    verb = next((each for each in governors if each.pos in ("VERB", "AUX")), None)
    doer = doer_of(document, verb) if verb is not None and not _during(document, verb) else None
    if hit.frame.value in lexicon.sovereign:  # "*the rebels* imposed a curfew" is none of the authorities'
        ordered = doer is not None and (hit.trigger.dep == "obj" or hit.trigger.pos == "VERB")
        return not ordered or doer is None or ends_with(document, doer, lexicon.attackers) is None
    if doer is None or hit.trigger.index == doer.index or hit.frame.under is not None:
        return True
    doer = spoken_of(document, lexicon, doer)
    if verb is not None and verb.pos == "AUX" and hit.met is not None and hit.met.index == doer.index:
        return True  # "the crackdown was under way"
    above = (*governors, document.tokens[governors[-1].head])
    if doer.pos == "PRON" and any(lexicon.ordering.has(each) for each in above):
        return True
    if ends_with(document, doer, lexicon.not_authorities) is not None and doer.index not in lands:
        return False  # «*ОПГ* перекрыла дорогу»
    able = holds_office(document, lexicon, doer) or lexicon.orders.has(doer)
    if able or doer.entity in _ENTITIES or doer.index in lands:
        return True
    return hit.frame.by is None


def _during(document: Document, verb: Token) -> bool:
    """Tell whether a verb only says while what something came about: «үйді *тінту* кезінде қару табылды»."""
    return "VerbForm=Vnoun" in verb.feats and bool(document.children(verb, "case"))


def _measure(
    context: Context, lexicon: MeasureLexicon, hit: Hit[MeasureType], main: PlaceMention | None
) -> Measure | None:
    document = context.document
    span = fronted_span(document, hit.trigger) or clause_span(document, hit.trigger)
    kind = hit.frame.value
    level = level_of(context, lexicon, hit, span) if kind is MeasureType.ALERT_LEVEL else None
    if kind is MeasureType.ALERT_LEVEL and level is None:
        return None
    begin, end = _validity(context, lexicon, span)
    status = status_of(document, lexicon, hit)
    if kind is MeasureType.MOURNING and (mourned := days_mourned(context, hit.trigger)) is not None:
        begin, end = mourned
    changed = lexicon.changing.among(document, [each.index for each in chain(document, hit.trigger)])
    day = day_of_deed(context, hit.trigger, span) if begin is None and end is None else None
    if day is not None and (changed is None or status is MeasureStatus.LIFTED):
        begin, end = (None, day) if status is MeasureStatus.LIFTED else (day, None)
    if status is MeasureStatus.LIFTED and end is None:  # "is lifted *from Monday*": it ends then
        begin, end = None, begin
    return Measure(
        id=claim_id(context.report.id, "measure", span, kind.value, level.written if level else None),
        span=span,
        quote=span.of(context.report.text),
        type=kind,
        level=level.written if level else None,
        level_rank=level.rank if level else None,
        level_scale=level.scale if level else None,
        status=status,
        issuer=issuer_of(document, lexicon, hit),
        places=exact_first(context, places_of(context, lexicon, hit, span, main)),
        valid_from=begin,
        valid_until=end,
        confidence=0.7,
        extractor="measures/1",
    )


def _validity(context: Context, lexicon: MeasureLexicon, span: Span) -> tuple[str | None, str | None]:
    """Return from when and until when, where the clause ties a time to such words."""
    begin = end = None
    for mention in context.times_in(span):
        if mention.when is None:
            continue
        tied = {*context.report.text[span.start : mention.span.start].lower().split()[-1:]}
        tied |= _behind(context, mention.span)
        if tied & lexicon.from_words:
            begin = begin or mention.when.start
        elif tied & lexicon.until_words:
            end = end or mention.when.end
    return begin, end


def _behind(context: Context, span: Span) -> set[str]:
    """Return the postpositions and the converb behind some words: «10 мамырға *дейін*», till 10 May."""
    document, inside = context.document, context.tokens_in(span)
    following = document.tokens[inside[-1].index + 1 :][:1] if inside else ()
    behind = [
        case for token in inside for case in document.children(token, "case") if case.index > token.index
    ]
    return {each.lower for each in (*behind, *following) if each in behind or "VerbForm=Conv" in each.feats}


def _distinct(context: Context, measures: Sequence[Measure]) -> Iterator[Measure]:
    """Yield measures, most types once a sentence; what ended apart from what holds."""
    seen: set[tuple[MeasureType, bool, str | None, int]] = set()
    for measure in measures:
        sentence = context.sentence_at(measure.span.start)
        where = sentence.index if sentence is not None else -1
        if measure.type in _MANY_A_SENTENCE:
            where = -measure.span.start - 2
        key = (measure.type, measure.status is MeasureStatus.LIFTED, measure.level, where)
        if key not in seen:
            seen.add(key)
            yield measure
