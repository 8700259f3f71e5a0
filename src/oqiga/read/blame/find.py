"""Finding blame: frames of claiming, accusing, suspecting, charging, convicting, denying; nobody claiming."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oqiga.model.claims import Blame
from oqiga.model.ids import claim_id
from oqiga.model.span import Span
from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.lexicon import BlameLexicon, blame_lexicon
from oqiga.read.blame.own import own_words
from oqiga.read.blame.perpetrators import named, perpetrators_of
from oqiga.read.blame.suspicion import named_suspects, suspicions
from oqiga.read.context import Context
from oqiga.read.frames.clauses import chain, clause_span, helpers, nominal
from oqiga.read.frames.frame import Hit

_STRENGTH = (
    Basis.CLAIMED,
    Basis.DENIED,
    Basis.CONVICTED,
    Basis.CHARGED,
    Basis.SUSPECTED,
    Basis.ACCUSED,
    Basis.UNCLAIMED,
)
"""Of several bases that one clause gives for one name, the first holds."""
_GUESSES = frozenset({Basis.SUSPECTED, Basis.ACCUSED})
_VERBS = ("VERB", "AUX")


def find_blame(context: Context) -> tuple[Blame, ...]:
    """Return who is said to have done it, or that nobody has said so, in the order of the text.

    One claim a clause and perpetrator. Who says it is set by a later step.
    """
    lexicon = blame_lexicon(context.pack)
    found = [
        *_framed(context, lexicon),
        *_owned(context, lexicon),
        *_unclaimed(context, lexicon),
        *_suspected(context, lexicon),
    ]
    found.extend(_named_suspects(context, lexicon, found))
    found.sort(key=lambda blame: (_STRENGTH.index(blame.basis), blame.span))
    kept: list[Blame] = []
    for blame in found:
        if not any(_same(blame, other) for other in kept):
            kept.append(blame)
    return tuple(sorted(kept, key=lambda blame: (blame.span, blame.perpetrator or "")))


def _same(one: Blame, other: Blame) -> bool:
    """Tell whether two claims on overlapping words are one: nobody's, or of one name.

    What is held against somebody and that he denies it are two.
    """
    if not one.span.overlaps(other.span):
        return False
    if (one.basis is Basis.DENIED) != (other.basis is Basis.DENIED):
        return False
    nobody = one.basis is other.basis is Basis.UNCLAIMED
    return nobody or one.perpetrator == other.perpetrator


def _framed(context: Context, lexicon: BlameLexicon) -> Iterator[Blame]:
    document = context.document
    for hit in lexicon.frames.found(document):
        roles = hit.match.length == 1 and hit.frame.who in ("subject", "object")
        if roles and (hit.trigger.pos not in _VERBS or hit.trigger.dep == "amod"):
            continue
        governors = chain(document, hit.trigger)
        near = helpers(document, governors)
        if lexicon.unreal.among(document, near) is not None or _other_wrong(document, lexicon, hit):
            continue
        span = clause_span(document, hit.trigger)
        basis = _held(lexicon, hit.frame.value, governors)
        denied = lexicon.negation.among(document, near) is not None
        heads = perpetrators_of(document, lexicon, hit)
        nobody = any(_nobody(document, lexicon, head) for head in heads)
        if basis is Basis.CLAIMED and (nobody or denied):
            yield _blame(context, span, Basis.UNCLAIMED, None)
        elif not nobody and not denied:
            if hit.frame.by == "named":
                heads = [head for head in heads if _proper(document, head)]
            if basis in _GUESSES:
                heads = [head for head in heads if not _says_nothing(document, lexicon, head)]
            for name in _names(document, lexicon, heads, body=basis is Basis.CLAIMED):
                if basis not in _GUESSES or name.lower() not in lexicon.unnamed_words:
                    yield _blame(context, span, basis, name)


def _held(lexicon: BlameLexicon, basis: Basis, governors: Sequence[Token]) -> Basis:
    """Return the basis as it is held: what is only believed accuses nobody."""
    believed = basis is Basis.ACCUSED and any(lexicon.believing.has(each) for each in governors)
    return Basis.SUSPECTED if believed else basis


def _names(document: Document, lexicon: BlameLexicon, heads: Sequence[Token], *, body: bool) -> list[str]:
    found = (named(document, lexicon, head, body=body) for head in heads)
    names = [name for name in found if name is not None]
    return list(dict.fromkeys(names))


def _proper(document: Document, head: Token) -> bool:
    """Tell whether a noun carries a name: "Boko Haram", "Taliban fighters"."""
    named = (child.pos == "PROPN" for child in document.children(head, "compound", "amod"))
    return head.pos == "PROPN" or any(named)


def _says_nothing(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a suspicion of these names nobody: "the suspect", but not "the suspect, Arman Bekov"."""
    told = document.children(head, "appos", "amod", "acl", "acl:relcl", "flat")
    described = [child for child in told if not lexicon.suspected_words.has(child)]
    return lexicon.unnamed.has(head) and head.pos != "PROPN" and not described and not _proper(document, head)


def _other_wrong(document: Document, lexicon: BlameLexicon, hit: Hit[Basis]) -> bool:
    below = nominal(document, hit.trigger)
    return lexicon.not_blame.among(document, below) is not None


def _nobody(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    negated = any(lexicon.negation.has(child) for child in document.children(head, "det"))
    if lexicon.negation.has(head) or negated:
        return True
    return any(
        lexicon.nobody.longest(document, first, head.index + 1) is not None
        for first in range(max(0, head.index - 1), head.index + 1)
    )


def _owned(context: Context, lexicon: BlameLexicon) -> Iterator[Blame]:
    for word in own_words(context.document, lexicon):
        yield _blame(context, clause_span(context.document, word.deed), word.basis, word.name)


def _unclaimed(context: Context, lexicon: BlameLexicon) -> Iterator[Blame]:
    document = context.document
    for sentence in document.sentences:
        for match in lexicon.unclaimed.found(document, sentence.first, sentence.last):
            span = clause_span(document, document.tokens[match.last - 1])
            yield _blame(context, span, Basis.UNCLAIMED, None)


def _suspected(context: Context, lexicon: BlameLexicon) -> Iterator[Blame]:
    for suspicion in suspicions(context.document, lexicon):
        span = clause_span(context.document, suspicion.head)
        yield _blame(context, span, Basis.SUSPECTED, suspicion.name)


def _named_suspects(context: Context, lexicon: BlameLexicon, found: Sequence[Blame]) -> Iterator[Blame]:
    """Yield suspicion of persons named as suspects, once each, unless more is told of them."""
    told = [blame.perpetrator for blame in found if blame.perpetrator is not None]
    for suspicion in named_suspects(context.document, lexicon):
        if not any(suspicion.name in known or known in suspicion.name for known in told):
            told.append(suspicion.name)
            span = clause_span(context.document, suspicion.head)
            yield _blame(context, span, Basis.SUSPECTED, suspicion.name)


def _blame(context: Context, span: Span, basis: Basis, perpetrator: str | None) -> Blame:
    return Blame(
        id=claim_id(context.report.id, "blame", span, basis.value, perpetrator),
        span=span,
        quote=span.of(context.report.text),
        perpetrator=perpetrator,
        basis=basis,
        confidence=0.7,
        extractor="blame/1",
    )
