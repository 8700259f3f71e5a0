"""Those blamed under the names that a report gives them: in full, whose they are, the one named before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from oqiga.model.claims import Blame
from oqiga.model.ids import claim_id
from oqiga.model.span import Span
from oqiga.model.terms import Basis
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.naming import named
from oqiga.read.blame.several import body_before, only_body
from oqiga.read.context import Context
from oqiga.read.frames.clauses import is_definite
from oqiga.read.spelled_out import spelled_out


def renamed(blame: Blame, name: str, report: str) -> Blame:
    """Return blame under another name. report: the id of its report."""
    told = claim_id(report, "blame", blame.span, blame.basis.value, name)
    return replace(blame, id=told, perpetrator=name)


def by_name(context: Context, lexicon: BlameLexicon, found: Sequence[Blame]) -> Iterator[Blame]:
    """Yield blame, a body that only takes up another ("the same group") by the name last told before.

    One whose name is shortened is called by its full name, where the report gives that, and "the herdsmen"
    by what says whose they are ("Highland herdsmen").
    """
    last: str | None = None
    kinds: dict[str, str] = {}
    short = spelled_out(context.document)
    parted: set[tuple[Span, Basis, str]] = set()
    for each in found:
        if each.perpetrator is None:
            yield each
        elif each.perpetrator in short:
            last = short[each.perpetrator]
            yield renamed(each, last, context.report.id)
        elif (whole := _whole_name(each, short.values())) is not None:
            if (each.span, each.basis, whole) not in parted:
                parted.add((each.span, each.basis, whole))
                yield renamed(each, whole, context.report.id)
        elif each.perpetrator.lower() in lexicon.taking_up:
            name = last or _told_before(context, lexicon, each.span)
            guessed = each.basis in (Basis.ACCUSED, Basis.SUSPECTED) and _is_told(context, lexicon, each)
            if name is None and not lexicon.article:
                yield from () if guessed else (each,)  # "police blamed the group", whichever
            elif name is None:
                continue  # "осы топ", of which no name is told
            else:
                yield renamed(each, name, context.report.id)
        elif each.perpetrator in kinds:
            yield renamed(each, kinds[each.perpetrator], context.report.id)
        else:
            *named_by, kind = each.perpetrator.split()
            one = kind.islower() and kind in lexicon.attackers  # "the *Osh attacker*" is no body
            named_so = each.perpetrator[:1].isupper() and not _is_person(context, lexicon, each.perpetrator)
            last = each.perpetrator if named_so and not one else last
            if kind.islower() and any(word[:1].isupper() for word in named_by):
                kinds[kind] = each.perpetrator
            yield each


def _is_told(context: Context, lexicon: BlameLexicon, blame: Blame) -> bool:
    """Tell whether a clause speaks of a body told before: "*the* group", not "*a* group headed by Bekov"."""
    kinds = (token for token in context.tokens_in(blame.span) if token.lemma in lexicon.taking_up)
    return any(is_definite(context.document, kind) for kind in kinds)


def _told_before(context: Context, lexicon: BlameLexicon, span: Span) -> str | None:
    """Return the name of the body that "the group" takes up where nobody was blamed before."""
    document = context.document
    body = body_before(document, lexicon, span) or only_body(document, lexicon, span)
    return None if body is None else named(document, lexicon, body)


def _whole_name(blame: Blame, names: Iterable[str]) -> str | None:
    """Return the name of which a clause's "and" makes two: "the Red Front in Osh and the *East* (RFOE)"."""
    part = blame.perpetrator or ""
    ends = (name for name in names if name.startswith(f"{part} ") or name.endswith(f" {part}"))
    return next((name for name in ends if " and " in name and name in blame.quote), None)


def _is_person(context: Context, lexicon: BlameLexicon, name: str) -> bool:
    """Tell whether a name is somebody's, whatever case the report has it in: no body bears it.

    None that a body is called by is ("a *group*, al-Tarsk").
    """
    document = context.document
    persons = (entity for entity in document.entities if entity.label == "PERSON")
    told = [entity for entity in persons if entity.span.of(document.text).startswith(name)]
    before = [document.tokens[max(0, entity.first - 2) : entity.first] for entity in told]
    body = any(len(two) == 2 and two[1].text == "," and lexicon.bodies.has(two[0]) for two in before)
    return bool(told) and not body
