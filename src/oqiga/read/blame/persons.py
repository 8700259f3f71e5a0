"""One person under several names and grounds: "a man", "Oraz Bekov" and "Bekov", suspected, then charged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oqiga.model.claims import Blame
from oqiga.model.syntax import Document
from oqiga.model.terms import Basis
from oqiga.read.blame.by_name import renamed
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.others import DEED, NAMED
from oqiga.read.frames.names import called

_TRIED = frozenset({Basis.CHARGED, Basis.CONVICTED})
_HELD = _TRIED | {Basis.SUSPECTED, Basis.CLAIMED}
_WEAKER = frozenset({Basis.SUSPECTED, Basis.ACCUSED})
_MISTER = frozenset({"mr", "mrs", "ms", "miss"})


def of_named_persons(
    document: Document, lexicon: BlameLexicon, report: str, found: Sequence[Blame]
) -> Iterator[Blame]:
    """Yield blame, persons by the full names that the text blames them under, and once where more is told.

    A deed laid to somebody who is held for it says nothing more, nor does suspicion of who is charged, nor
    "a man" where it is told who was held.
    """
    people = {each.span.of(document.text) for each in document.entities if each.label == "PERSON"}
    people |= {each.perpetrator or "" for each in found if _is_full_name(document, lexicon, each)}
    names = (each.perpetrator for each in found if each.perpetrator is not None)
    whole = tuple(each for each in people if " " in each)
    full = {name for name in names if name.endswith(whole)}  # "commander Oraz Bekov" too
    told = [_by_full_name(each, full, report) for each in found]
    sure = [each for each in told if each.basis in _HELD and each.extractor != NAMED]
    held = {each.perpetrator for each in sure if each.perpetrator in people}
    tried = {each.perpetrator for each in told if each.basis in _TRIED}
    weaker = _WEAKER | {Basis.CHARGED} if tried & people else _WEAKER
    if people & {each.perpetrator for each in told if each.basis is Basis.CONVICTED}:
        weaker = weaker | _TRIED
    for each in told:
        deed = each.extractor == DEED and each.perpetrator in held
        known = each.basis is Basis.SUSPECTED and each.perpetrator in tried
        if deed or known or (held and each.basis in weaker and _is_anybody(lexicon, each.perpetrator)):
            continue
        yield each


def _is_full_name(document: Document, lexicon: BlameLexicon, blame: Blame) -> bool:
    """Tell whether a name is a person's as a clause inflects it: «приговорил *Артёма Лунина*»."""
    inside = (each for each in document.entities if each.label == "PERSON" and blame.span.covers(each.span))
    return any(
        called(document, lexicon.pack, document.tokens[each.first], each.span) == blame.perpetrator
        for each in inside
    )


def _by_full_name(blame: Blame, full: set[str], report: str) -> Blame:
    """Return blame under the one full name that ends in the single name it has."""
    name = blame.perpetrator
    if name is not None and name.count(" ") == 1 and name.split()[0].rstrip(".").lower() in _MISTER:
        name = name.split()[1]
    if name is None or " " in name or not name[:1].isupper():
        return blame
    meant = [each for each in full if each.split()[-1] == name]
    if len(meant) != 1:
        return blame
    return renamed(blame, meant[0], report)


def _is_anybody(lexicon: BlameLexicon, name: str | None) -> bool:
    """Tell whether a name is only a word for one person: "Florida man", "former soldier"."""
    last = name.split()[-1] if name else ""
    return last.islower() and last in lexicon.persons and last not in lexicon.organizations
