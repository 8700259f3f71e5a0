"""Blame by frames: a verb or noun of blaming, whom it blames, and on what ground."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from oqiga.model.claims import Blame
from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.accusers import accuser_of
from oqiga.read.blame.answers import ANSWER, was_blamed
from oqiga.read.blame.deeds import comes_to_free, done_to_attackers, is_the_army
from oqiga.read.blame.doubted import is_doubted
from oqiga.read.blame.heads import (
    antecedent_of,
    carries_name,
    claimed_for,
    denied_for,
    either,
    held_basis,
    is_suspected,
    names_of,
    of_a_kind,
    other_wrong,
    says_nothing,
    to_come,
    told_before,
    without_certainty,
)
from oqiga.read.blame.held_false import held_false
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.made import BLAME, blame_of
from oqiga.read.blame.naming import own_body
from oqiga.read.blame.others import DEED
from oqiga.read.blame.own import is_nobody
from oqiga.read.blame.perpetrators import perpetrators_of
from oqiga.read.context import Context
from oqiga.read.frames.clause_spans import clause_span
from oqiga.read.frames.clauses import CLAUSAL, CLIMB, chain, helpers, subject_of
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.names import proper_name

BEFORE_COURT = frozenset({Basis.CHARGED, Basis.CONVICTED})
_GUESSES = frozenset({Basis.SUSPECTED, Basis.ACCUSED})
_VERBS = ("VERB", "AUX")


def framed(
    context: Context, lexicon: BlameLexicon, met: Sequence[Hit[Basis]], owned: Collection[int]
) -> Iterator[Blame]:
    """Yield what the frames tell. owned: predicates that somebody says of himself, told apart."""
    document = context.document
    telling = [hit for hit in met if not _only_describes(document, hit)]
    hits = [(hit, perpetrators_of(document, lexicon, hit)) for hit in telling]
    triggers = {hit.trigger.index for hit, heads in hits if heads}
    led = {hit.trigger.index for hit, heads in hits if hit.frame.who == "links" and heads}
    for number, (hit, heads) in enumerate(hits):
        if hit.frame.by == ANSWER:
            heads = [head for head in heads if was_blamed(document, lexicon, head, hits[:number])]
        undone = hit.trigger.dep == "acl" and not document.children(hit.trigger, "obj")
        if undone and hit.frame.who == "object" and hit.trigger.index in led:
            continue  # "the attack that a *spokesman* blamed on the Front"
        if hit.frame.by == "named" and hit.frame.who == "subject" and _suffers(document, hit.trigger):
            continue
        governors = chain(document, hit.trigger)
        light = [each.index for token in governors for each in document.children(token, "compound:lvc")]
        near = sorted({*helpers(document, _to_participle(governors)), *light})  # "мойындаудан *бас тартты*"
        near = [index for index in near if not _within(hit, index)]
        near = without_certainty(document, lexicon, [*near, *either(document, lexicon, hit.trigger)])
        if lexicon.unreal.among(document, near) is not None or other_wrong(document, lexicon, hit):
            continue
        nobody = hit.frame.value is Basis.CLAIMED and any(
            is_nobody(document, lexicon, head) for head in heads
        )  # «ни одна организация не заявила, что взяла …»
        told = hit.frame.value is Basis.DENIED or nobody
        if not told and is_doubted(document, lexicon, governors[-1]):
            continue
        before_court = hit.frame.value in BEFORE_COURT or hit.frame.by == "court"
        if before_court and to_come(document, lexicon, governors):
            continue
        if hit.frame.by == "named" and "Tense=Intent" in hit.trigger.feats:
            continue  # "шекарашыларды ұрмақшы болды": only meant to
        before = range(document.sentence_of(hit.trigger).first, hit.trigger.index)
        if lexicon.habitual.among(document, before) is not None:
            continue
        basis = held_basis(document, lexicon, hit.frame.value, governors)
        if basis in _GUESSES and _told_already(document, lexicon, hit, owned, triggers):
            continue
        denied = lexicon.negation.among(document, near) is not None
        yield from _of_hit(context, lexicon, hit, heads, basis, denied=denied)


def _suffers(document: Document, deed: Token) -> bool:
    """Tell whether a participle without an object is said of those it was done to: "one soldier *killed*"."""
    participle = {"VerbForm=Part", "Tense=Past"} <= deed.feats and deed.dep in ("dep", "conj")
    participle = participle or (deed.dep == "advcl" and "Tense=Past" in deed.feats)
    helped = document.children(deed, "aux", "aux:pass", "obj", "obl", "nsubj", "mark", "xcomp", "ccomp")
    told = [each for each in helped if each.dep != "obl" or not _is_day(each)]
    return participle and not told and not document.children(deed, "compound:prt")


def _is_day(noun: Token) -> bool:
    return noun.entity in ("DATE", "TIME")


def _to_participle(governors: Sequence[Token]) -> Sequence[Token]:
    """Return governors up to a participle: «*обвиняемый* в поджоге вину не признал» is charged."""
    for number, token in enumerate(governors):
        if token.dep == "acl" and "VerbForm=Part" in token.feats:
            return governors[: number + 1]
    return governors


def _only_describes(document: Document, hit: Hit[Basis]) -> bool:
    """Tell whether a word that needs a subject or object is no predicate: «установить *причастных*»."""
    roles = hit.match.length == 1 and hit.frame.who in ("subject", "object")
    return roles and not _predicative(document, hit.trigger)


def _predicative(document: Document, trigger: Token) -> bool:
    """Tell whether a clause turns on a single word: a verb, or what says what its subject is."""
    if trigger.pos in _VERBS:
        return trigger.dep not in ("amod", "compound")  # "the *shooting* incidents"
    if trigger.pos == "ADJ" and "Variant=Short" in trigger.feats:  # «причастны»
        return True
    if trigger.pos == "NOUN":
        return bool(document.children(trigger, "cop"))
    return trigger.pos == "ADJ" and trigger.dep in CLAUSAL and bool(document.children(trigger, "nsubj"))


def _within(hit: Hit[Basis], index: int) -> bool:
    """Tell whether a word belongs to the words of a frame of several, as the «не» of «не признать» does."""
    return hit.match.length > 1 and hit.match.first <= index < hit.match.last and index != hit.trigger.index


def _of_hit(
    context: Context,
    lexicon: BlameLexicon,
    hit: Hit[Basis],
    heads: list[Token],
    basis: Basis,
    *,
    denied: bool,
) -> Iterator[Blame]:
    """Yield the blame of one frame met: one for each that it names, or that nobody claims it."""
    document = context.document
    span, by = clause_span(document, hit.trigger), accuser_of(context, hit, heads)
    nobody = any(is_nobody(document, lexicon, head) for head in heads)
    if hit.frame.by == "court" and denied:
        return  # "he has not pleaded guilty" says nothing of others
    if basis is Basis.CLAIMED and denied and not nobody and _somebody(document, lexicon, hit, heads):
        return  # "the Front did not claim it" says nothing of others
    if (basis is Basis.CLAIMED and (nobody or denied)) or (basis is Basis.UNCLAIMED and nobody):
        yield blame_of(context, span, Basis.UNCLAIMED, None)
    elif basis is Basis.UNCLAIMED:
        return  # "the Front did not claim it" says nothing of others
    elif not nobody and not denied:
        deed = hit.frame.by == "named"
        heads = _as_basis_has(document, lexicon, hit, _as_frame_asks(document, lexicon, hit, heads), basis)
        answers = basis is Basis.ACCUSED and hit.frame.who == "object"
        claimed = basis is Basis.CLAIMED
        if claimed and held_false(document, lexicon, hit):
            basis = Basis.DENIED
        for name in names_of(document, lexicon, heads, body=claimed, answers=answers):
            if basis not in _GUESSES or name.lower() not in lexicon.unnamed_words:
                told = deed and basis is Basis.ACCUSED
                mark, _, bare = name.partition(" ")
                if basis in _GUESSES and not deed and bare and mark.lower() in lexicon.marks:
                    yield blame_of(context, span, Basis.SUSPECTED, bare, by=by)  # "blamed *suspected* rebels"
                else:
                    yield blame_of(context, span, basis, name, extractor=DEED if told else BLAME, by=by)


def _somebody(document: Document, lexicon: BlameLexicon, hit: Hit[Basis], heads: Sequence[Token]) -> bool:
    """Tell whether a body with a name is told to have claimed nothing, or one that two verbs share."""
    if hit.trigger.dep == "conj" and not heads:
        first = subject_of(document, document.tokens[hit.trigger.head])
        heads = [] if first is None else [first]
    told = (head for head in heads if head.entity != "PERSON")
    return any(head.pos == "PROPN" or own_body(document, lexicon, head) is not None for head in told)


def _as_frame_asks(
    document: Document, lexicon: BlameLexicon, hit: Hit[Basis], heads: list[Token]
) -> list[Token]:
    """Return those of the heads who may be blamed by such a frame: bodies, groups, people, who has a name."""
    if hit.frame.by == "named":
        told = [antecedent_of(document, lexicon, head) for head in heads]
        if done_to_attackers(document, lexicon, hit.trigger):
            return []
        return [
            head
            for head in told
            if (
                carries_name(document, lexicon, head)
                or of_a_kind(document, lexicon, hit, head)
                or is_the_army(document, lexicon, head, hit.trigger)
                or told_before(document, lexicon, head)
            )
            and not is_suspected(document, lexicon, head)
            and not comes_to_free(document, lexicon, head, hit.trigger)
        ]
    if hit.frame.by == "body":
        known = lexicon.organizations.has
        return [head for head in heads if carries_name(document, lexicon, head) or known(head)]
    if hit.frame.by == "person":
        named = [proper_name(document, head).entity == "PERSON" for head in heads]  # «орчанин *Артём Лунин*»
        pairs = zip(heads, named, strict=True)
        return [head for head, person in pairs if person or lexicon.persons.has(head)]
    if hit.frame.by in ("group", ANSWER):
        return [head for head in heads if head.entity != "PERSON"]
    return heads


def _as_basis_has(
    document: Document, lexicon: BlameLexicon, hit: Hit[Basis], heads: list[Token], basis: Basis
) -> list[Token]:
    """Return whom a blame on such a ground is on: for whom it is claimed or denied, none who are nobody."""
    if basis is Basis.CLAIMED:
        return [claimed_for(document, lexicon, hit, head) for head in heads]
    if basis is Basis.DENIED:
        return [denied_for(document, lexicon, head) for head in heads]
    if basis in _GUESSES or basis in BEFORE_COURT:
        heads = [head for head in heads if not says_nothing(document, lexicon, head)]
    if basis in _GUESSES:
        asked = lexicon.asking
        heads = [
            head
            for head in heads
            if not any(child.lower in asked for child in document.children(head, "det"))
        ]
    return heads


def _told_already(
    document: Document,
    lexicon: BlameLexicon,
    hit: Hit[Basis],
    owned: Collection[int],
    triggers: Collection[int],
) -> bool:
    """Tell whether a guess is what somebody says of himself, denies, or is accused of by another frame."""
    if any(token.index in owned for token in chain(document, hit.trigger)):
        return True
    token = hit.trigger
    for _ in range(CLIMB):
        if token.head == token.index or token.dep == "acl:relcl":
            return False
        above = document.tokens[token.head]
        clause = token.dep in ("ccomp", "xcomp")  # "denied *being* behind it"
        if clause and above.index < token.index and lexicon.denying.has(above):
            return True
        if hit.frame.by == "named" and above.index in triggers:
            return True
        token = above
    return False
