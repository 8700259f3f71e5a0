"""How a name that stands in a text may be written in the gazetteer: dictionary forms, other scripts."""

from __future__ import annotations

from collections.abc import Iterator

from oqiga.locate.names import rough_form
from oqiga.locate.places.gazetteer import Gazetteer, Hit
from oqiga.locate.places.lexicon import dictionary_forms
from oqiga.model.syntax import PLACE_LABELS, Document, Token


def forms_of(document: Document, run: tuple[Token, ...]) -> Iterator[str]:
    """Yield the run as written, then in the dictionary forms that its language allows."""
    written = document.text[run[0].span.start : run[-1].span.end]
    if len(written) > 80 or "\n\n" in written:
        return
    yield written
    if document.language == "en":
        return
    if len(run) == 1:
        yield from dictionary_forms(run[0].text, document.language)[1:]
        if run[0].lemma and run[0].lemma != run[0].lower:
            yield run[0].lemma
    elif len(run) <= 3:
        *before, last = run
        for final in dictionary_forms(last.text, document.language)[:6]:
            for opening in dictionary_forms(before[0].text, document.language)[:6]:
                middle = "".join(" " + each.text for each in before[1:])
                glue = "" if before[0].span.end == run[1].span.start else " "
                yield f"{opening}{middle}{glue}{final}"


def by_lemma(forms: Iterator[str], run: tuple[Token, ...], places: Gazetteer) -> Iterator[str]:
    """Yield first the parser's dictionary form of a name that is in the gazetteer in others too.

    «Севастополе» is Севастополь and not «Севастопол», as some other language spells it.
    """
    told, lemma = list(forms), run[0].lemma
    if len(run) == 1 and lemma in told:
        known = {hit.entry.geonames_id for hit in places.find(lemma)}
        first = next((hits for form in told if (hits := places.find(form))), ())
        if known & {hit.entry.geonames_id for hit in first}:
            yield _capitals_of(run[0].text, lemma)
    yield from told


def _capitals_of(written: str, form: str) -> str:
    parts = zip(form.split("-"), written.split("-"), strict=False)
    return "-".join(part[:1].upper() + part[1:] if alike[:1].isupper() else part for part, alike in parts)


def alike_across_scripts(token: Token, language: str, places: Gazetteer) -> tuple[Hit, ...]:
    """Return places whose name is alike across scripts, for a name written as the gazetteer has it not."""
    if token.pos not in ("PROPN", "X") and token.entity not in PLACE_LABELS:
        return ()
    for form in dictionary_forms(token.text, language):
        rough = rough_form(form)
        if len(rough) >= 5 and (hits := places.find_key(f"~{rough}")):
            return hits
    return ()
