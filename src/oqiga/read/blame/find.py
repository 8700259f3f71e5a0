"""Finding blame: frames of claiming, accusing, suspecting, charging, convicting, denying; nobody claiming."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain as chain_of

from oqiga.model.claims import Blame
from oqiga.model.terms import Basis
from oqiga.read.blame.by_name import by_name
from oqiga.read.blame.framed import BEFORE_COURT, framed
from oqiga.read.blame.heads import to_come
from oqiga.read.blame.identified import identified
from oqiga.read.blame.lexicon import BlameLexicon, blame_lexicon
from oqiga.read.blame.made import blame_of
from oqiga.read.blame.others import DEED, NAMED
from oqiga.read.blame.own import OwnWord, own_words
from oqiga.read.blame.persons import of_named_persons
from oqiga.read.blame.possible import possible
from oqiga.read.blame.suspected_deeds import suspected_deeds
from oqiga.read.blame.suspicion import named_suspects, suspicions
from oqiga.read.context import Context
from oqiga.read.frames.clause_spans import clause_span
from oqiga.read.frames.clauses import chain
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
_MARKS = " \n»”\"’'"
"""What may stand behind the mark of a question."""


def find_blame(context: Context) -> tuple[Blame, ...]:
    """Return who is said to have done it, or that nobody has said so, in the order of the text.

    One claim a clause and perpetrator. Who says it is set by a later step.
    """
    lexicon = blame_lexicon(context.pack)
    hits = list(lexicon.frames.found(context.document))
    accusing = {hit.trigger.index for hit in hits if _accuses(hit)}
    owned = list(own_words(context.document, lexicon, accusing))
    found = [
        *framed(context, lexicon, hits, {word.deed.index for word in owned}),
        *_owned(context, owned),
        *_unclaimed(context, lexicon),
        *_suspected(context, lexicon),
        *_identified(context, lexicon, hits),
    ]
    found = [each for each in found if not (_asked(context, each) or _told_by_outlet(lexicon, each))]
    found.sort(key=lambda blame: (_STRENGTH.index(blame.basis), blame.extractor == DEED, blame.span))
    kept: list[Blame] = []
    for blame in found:
        if not any(_same(blame, other) for other in kept):
            kept.append(blame)
    suspects = _named_suspects(context, lexicon, found)
    kept.extend(blame for blame in suspects if not _asked(context, blame))
    kept.sort(key=lambda blame: (blame.span, blame.perpetrator or ""))
    told = list(by_name(context, lexicon, kept))
    return tuple(of_named_persons(context.document, lexicon, context.report.id, told))


def _accuses(hit: Hit[Basis]) -> bool:
    return hit.frame.value is Basis.ACCUSED and hit.frame.who in ("object", "links") and hit.frame.by is None


def _asked(context: Context, blame: Blame) -> bool:
    """Tell whether a sentence only asks who did it: "*Who claimed responsibility?* Nobody so far."."""
    sentence = context.sentence_at(blame.span.start)
    return sentence is not None and sentence.span.of(context.report.text).rstrip(_MARKS).endswith("?")


def _told_by_outlet(lexicon: BlameLexicon, blame: Blame) -> bool:
    """Tell whether an outlet is named: who tells of a deed has not done it."""
    return blame.perpetrator is not None and blame.perpetrator.lower() in lexicon.media


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


def _owned(context: Context, owned: Sequence[OwnWord]) -> Iterator[Blame]:
    for word in owned:
        yield blame_of(context, clause_span(context.document, word.deed), word.basis, word.name)


def _unclaimed(context: Context, lexicon: BlameLexicon) -> Iterator[Blame]:
    document = context.document
    for sentence in document.sentences:
        for match in lexicon.unclaimed.found(document, sentence.first, sentence.last):
            span = clause_span(document, document.tokens[match.last - 1])
            yield blame_of(context, span, Basis.UNCLAIMED, None)


def _suspected(context: Context, lexicon: BlameLexicon) -> Iterator[Blame]:
    document = context.document
    guesses = (suspicions(document, lexicon), possible(document, lexicon), suspected_deeds(document, lexicon))
    for suspicion in chain_of.from_iterable(guesses):
        span = clause_span(context.document, suspicion.head)
        yield blame_of(context, span, suspicion.basis, suspicion.name)


def _identified(context: Context, lexicon: BlameLexicon, met: Sequence[Hit[Basis]]) -> Iterator[Blame]:
    """Yield who attackers turn out to be: suspects, or those of whom a court was told right before."""
    document = context.document
    tried = {document.sentence_of(hit.trigger).index: hit for hit in met if hit.frame.value in BEFORE_COURT}
    for suspicion in identified(document, lexicon, tried):
        before = tried.get(document.sentence_of(suspicion.head).index - 1)
        held = before is not None and not to_come(document, lexicon, chain(document, before.trigger))
        basis = before.frame.value if before is not None and held else suspicion.basis
        yield blame_of(context, clause_span(document, suspicion.head), basis, suspicion.name)


def _named_suspects(context: Context, lexicon: BlameLexicon, found: Sequence[Blame]) -> Iterator[Blame]:
    """Yield suspicion of persons named as suspects, once each, unless more is told of them."""
    told = [each.perpetrator for each in found if each.perpetrator is not None and each.extractor != DEED]
    for suspicion in named_suspects(context.document, lexicon):
        if not any(suspicion.name in known or known in suspicion.name for known in told):
            told.append(suspicion.name)
            span = clause_span(context.document, suspicion.head)
            yield blame_of(context, span, Basis.SUSPECTED, suspicion.name, extractor=NAMED)
