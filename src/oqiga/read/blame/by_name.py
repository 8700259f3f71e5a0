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
from oqiga.read.blame.several import body_before
from oqiga.read.context import Context
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
            own = body_before(context.document, lexicon, each.span) if last is None else None
            name = last or (named(context.document, lexicon, own) if own is not None else None)
            if name is None and not lexicon.article:
                yield each
            elif name is None:
                continue  # "осы топ", of which no name is told
            else:
                yield renamed(each, name, context.report.id)
        elif each.perpetrator in kinds:
            yield renamed(each, kinds[each.perpetrator], context.report.id)
        else:
            named_so = each.perpetrator[:1].isupper() and not _is_person(context, each.perpetrator)
            last = each.perpetrator if named_so else last
            *named_by, kind = each.perpetrator.split()
            if kind.islower() and any(word[:1].isupper() for word in named_by):
                kinds[kind] = each.perpetrator
            yield each


def _whole_name(blame: Blame, names: Iterable[str]) -> str | None:
    """Return the name of which a clause's "and" makes two: "the Red Front in Osh and the *East* (RFOE)"."""
    part = blame.perpetrator or ""
    ends = (name for name in names if name.startswith(f"{part} ") or name.endswith(f" {part}"))
    return next((name for name in ends if " and " in name and name in blame.quote), None)


def _is_person(context: Context, name: str) -> bool:
    """Tell whether a name is somebody's, whatever case the report has it in: no body bears it."""
    text = context.document.text
    persons = (entity for entity in context.document.entities if entity.label == "PERSON")
    return any(entity.span.of(text).startswith(name) for entity in persons)
