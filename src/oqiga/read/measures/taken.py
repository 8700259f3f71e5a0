"""Whether words for a measure tell that one was taken: by somebody who can, and not denied."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import MeasureStatus, MeasureType
from oqiga.read.frames.armed_names import is_armed_body
from oqiga.read.frames.clauses import chain, doer_of, helpers
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.names import ends_with
from oqiga.read.measures.beforehand import gathered, in_its_course, is_beforehand
from oqiga.read.measures.issuer import holds_office, spoken_of
from oqiga.read.measures.lexicon import MeasureLexicon
from oqiga.read.measures.status import said_of

_ENTITIES = frozenset({"ORG", "GPE"})


def was_taken(
    document: Document,
    lexicon: MeasureLexicon,
    hit: Hit[MeasureType],
    lands: Collection[int],
    armed: Collection[int],
) -> bool:
    """Tell whether it was done: by somebody who can, not denied, not merely asked for.

    lands, armed: positions of names of countries and regions, and of bodies whose people are called fighters.
    """
    governors = chain(document, hit.trigger)
    if hit.match.length == 1 and not _says_state(document, lexicon, hit.trigger):
        return False
    noun = hit.trigger.pos in ("NOUN", "PROPN")
    if noun and hit.trigger.lemma in lexicon.only_verbs and hit.match.length == 1:
        return False
    if lexicon.instead.before(document.tokens, hit.match.first, 0) is not None:
        return False
    finite = hit.trigger.pos == "VERB" and hit.trigger.dep not in ("amod", "acl")
    if hit.frame.value is MeasureType.CHECKPOINT and not finite and _is_where(document, lexicon, hit.trigger):
        return False
    if hit.frame.under is None and _only_asked(document, lexicon, governors):
        return False
    if is_beforehand(document, lexicon, hit):
        return False
    if hit.frame.under is not None and _told_as_done(document, hit.trigger):
        return False
    if not _able(document, lexicon, hit, governors, lands) or _in_a_name(document, lexicon, hit):
        return False
    if any(each.index in armed for each in _doers(document, governors)):
        return False  # "*the Tarsk Front* closed the road"
    near = helpers(document, [*governors, *_done_in(document, governors)])
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
    return hit.frame.under is not None or not _only_wanted(document, lexicon, governors, near)


def _done_in(document: Document, governors: Sequence[Token]) -> list[Token]:
    """Return the verb that a measure is only done in the course of: "шараларды жүргізуде *көмектесу*"."""
    last = governors[-1]
    within = last.dep == "advcl" and {"VerbForm=Vnoun", "Case=Loc"} <= last.feats
    return [document.tokens[last.head]] if within else []


def _only_wanted(
    document: Document, lexicon: MeasureLexicon, governors: Sequence[Token], near: Sequence[int]
) -> bool:
    """Tell whether words make a measure unreal: of its clause, or a verb with its noun («*талап етті*»).

    What is given up is real, but not what nobody is willing to do («комендант сағаты*нан* бас тартты»).
    """
    if lexicon.unreal.among(document, near) is not None:
        return True
    for place, verb in enumerate(governors):
        first = document.sentence_of(verb).first
        told = lexicon.unreal.before(document.tokens, verb.index + 1, first) if verb.pos == "VERB" else None
        if told is None:
            continue
        ends = lexicon.status.before(document.tokens, verb.index + 1, first)
        to_do = any("VerbForm=Inf" in each.feats for each in governors[:place])
        if to_do or ends is None or ends.value is not MeasureStatus.LIFTED:
            return True
    return False


def _only_asked(document: Document, lexicon: MeasureLexicon, governors: Sequence[Token]) -> bool:
    """Tell whether somebody who cannot order it asks for it, or asks it of those who can.

    «*Депутат* предложил закрыть школы», «губернатор попросил *президента* ввести …».
    """
    for verb in governors:
        asker = doer_of(document, verb) if lexicon.asking.has(verb) else None
        if asker is None:
            continue
        if not holds_office(document, lexicon, asker) and asker.entity != "GPE":
            return True
        if any(holds_office(document, lexicon, each) for each in document.children(verb, "obj", "iobj")):
            return True
    return False


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
        if not ordered or doer is None:
            return True
        if hit.frame.value is MeasureType.COMPENSATION:  # "*families* will receive compensation"
            return ends_with(document, doer, lexicon.attackers) is None
        return not _rules_nothing(document, lexicon, doer)
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
    if is_armed_body(document, lexicon.pack, doer):
        return False  # "the *Red Front* had mounted raids"
    able = holds_office(document, lexicon, doer) or lexicon.orders.has(doer)
    if able or doer.entity in _ENTITIES or doer.index in lands:
        return True
    return hit.frame.by is None


def _rules_nothing(document: Document, lexicon: MeasureLexicon, doer: Token) -> bool:
    """Tell whether somebody is no authority: attackers, a gang or militia, an armed body by its name."""
    known = (lexicon.attackers, lexicon.not_authorities) if doer.pos != "PRON" else (lexicon.attackers,)
    told = any(ends_with(document, doer, words) is not None for words in known)
    return told or is_armed_body(document, lexicon.pack, doer)


def _doers(document: Document, governors: Sequence[Token]) -> list[Token]:
    """Return who does what the verbs over a measure tell."""
    doers = (doer_of(document, each) for each in governors if each.pos in ("VERB", "AUX"))
    return [each for each in doers if each is not None]


def _during(document: Document, verb: Token) -> bool:
    """Tell whether a verb only says while what something came about: «үйді *тінту* кезінде қару табылды»."""
    return "VerbForm=Vnoun" in verb.feats and bool(document.children(verb, "case"))
