"""Where a text may name a place: runs of words with an entry in the gazetteer, and names the parser found."""

from __future__ import annotations

import re

from oqiga.locate.places.alphabets import in_foreign_name, is_foreign_name, written_in_cyrillic
from oqiga.locate.places.candidate import Candidate, capitalised
from oqiga.locate.places.gazetteer import Gazetteer, Hit
from oqiga.locate.places.lexicon import Words, demonyms, words
from oqiga.locate.places.ranks import (
    GLUE,
    LONGEST_NAME,
    describes_a_thing,
    is_rank,
    named_after_rank,
    named_by_rank,
    opens_institution,
    rank_before,
    rank_word,
    ranked_as_several,
    whole_settlement,
)
from oqiga.locate.places.runs import (
    abbreviation,
    inside_sentence,
    is_common_word,
    is_in_capitals,
    is_sea,
    may_be_name,
    of_initials,
    only_points,
    well_known,
    with_article,
)
from oqiga.locate.places.spelling import place_key
from oqiga.locate.places.streets import names_street, streets_named
from oqiga.locate.places.written import alike_across_scripts, by_lemma, forms_of
from oqiga.model.syntax import PLACE_LABELS, Document

_CAPITAL = "PPLC"
_HYPHENS = frozenset("-‑")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}[A-Z]")


def find_candidates(document: Document, places: Gazetteer) -> list[Candidate]:
    """Return candidates in order of the text, none overlapping another; longer ones win."""
    lexicon = words(document.language)
    capitals = is_in_capitals(document.text)
    found: list[Candidate] = []
    for sentence in document.sentences:
        position = sentence.first
        while position < sentence.last:
            floor = found[-1].last if found else 0
            candidate = _at(document, position, sentence.last, places, lexicon, capitals, floor)
            if candidate is None:
                position += 1
                continue
            if not is_common_word(document, candidate, lexicon) and not names_street(
                document, candidate.core, lexicon
            ):
                found.append(candidate)
            position = candidate.last
    named = _with_parser_names(document, found, places, lexicon)
    streets = streets_named(document, lexicon)
    named = [each for each in named if not _is_street_again(document, each, streets)]
    if written_in_cyrillic(document):
        named = [each for each in named if not is_foreign_name(document, each, lexicon.prepositions)]
    return ranked_as_several(document, named, lexicon)


def _is_street_again(document: Document, candidate: Candidate, streets: frozenset[str]) -> bool:
    """Tell whether a lone name, of no capital or country, is that of a street named elsewhere in the text."""
    first, last = candidate.core
    lone = last - first == 1 and not candidate.rank
    capital = any(hit.entry.feature == _CAPITAL or hit.entry.is_country for hit in candidate.hits)
    return lone and document.tokens[first].lower in streets and not capital


def _at(
    document: Document, position: int, end: int, places: Gazetteer, lexicon: Words, capitals: bool, floor: int
) -> Candidate | None:
    """Return the longest name of the gazetteer that starts at a token."""
    token = document.tokens[position]
    if not capitalised(token) or describes_a_thing(document, position, lexicon):
        return None
    people = token.lower in demonyms()  # alone "Saudi" says who; with more words it may begin a name
    short = None if people else abbreviation(document, position, places)
    if short is not None:
        return short
    settlement = None if people else whole_settlement(document, position, end, lexicon, floor)
    if settlement is not None and _is_unknown(document, settlement, places):
        return settlement
    by_rank = None if people else named_by_rank(document, position, end, lexicon)
    if (
        by_rank is not None
        and document.tokens[position + 1].text in GLUE
        and not places.find(_core(by_rank, document))
    ):
        return by_rank
    for last in range(min(end, position + LONGEST_NAME), position + people, -1):
        run = document.tokens[position:last]
        if (
            not may_be_name(run)
            or only_points(document, run)
            or (opens_institution(document, last, lexicon) and last - position > 1)
        ):
            continue
        if (nature := _natural_feature(document, position, last, places, lexicon)) is not None:
            return nature
        for name in by_lemma(forms_of(document, run), run, places):
            hits = with_article(places.find(name), token)
            if not capitals and last - position == 1 and inside_sentence(document, token):
                hits = of_initials(hits, token)
            if hits and in_foreign_name(document, position, last):
                return None
            if hits and (whole := _with_unknown(document, position, last, end, places)) is not None:
                joined = _ranked(document, position, whole, name, (), lexicon, floor)
                return joined if joined.rank or token.entity in PLACE_LABELS else None
            if hits and not (capitals and not well_known(hits)):
                inner = None
                if token.lower == "the":  # "The Gulf of Mexico" opens a sentence, and The Gulf is a name too
                    inner = _at(document, position + 1, end, places, lexicon, capitals, floor)
                if inner is not None and inner.last > last:
                    return inner
                return _ranked(document, position, last, name, hits, lexicon, floor)
    if document.language != "en" and not people:
        hits = alike_across_scripts(token, document.language, places)
        if hits:
            return _ranked(document, position, position + 1, token.text, hits, lexicon, floor)
    return by_rank or named_after_rank(document, position, end, lexicon, floor)


def _is_unknown(document: Document, whole: Candidate, places: Gazetteer) -> bool:
    """Tell whether the gazetteer has no such name, nor a large place of its first word ("Osh Kara")."""
    first = document.tokens[whole.first].text
    return not places.find(whole.name) and not well_known(places.find(first))


def _with_unknown(document: Document, first: int, last: int, end: int, places: Gazetteer) -> int | None:
    """Return where a name ends that a hyphen joins to one no place has: "Osh-Bamel" is not Osh.

    None for a name that stands for itself, or beside another place ("the Osh-Bishkek road").
    """
    if last + 1 >= end or last - first > 1:
        return None
    name, hyphen, other = document.tokens[last - 1 : last + 2]
    glued = name.span.end == hyphen.span.start and hyphen.span.end == other.span.start
    if hyphen.text not in _HYPHENS or not glued or not capitalised(other) or other.text.isupper():
        return None
    return None if other.lower in demonyms() or places.find(other.text) else last + 2


def _core(candidate: Candidate, document: Document) -> str:
    return candidate.core_span(document).of(document.text)


def _natural_feature(
    document: Document, first: int, last: int, places: Gazetteer, lexicon: Words
) -> Candidate | None:
    """Return "Catawba River" or "Lake Robinson" as one name: the point of its town is not its own."""
    run = document.tokens[first:last]
    if not 2 <= len(run) <= 4 or run[0].lower == "the" or not all(capitalised(each) for each in run):
        return None
    if not (run[-1].lower in lexicon.features_after or run[0].lower in lexicon.features_before):
        return None
    name = document.text[run[0].span.start : run[-1].span.end]
    return Candidate(first, last, name, places.find(name), run[0].entity, core=(first, last))


def _ranked(
    document: Document,
    first: int,
    last: int,
    name: str,
    hits: tuple[Hit, ...],
    lexicon: Words,
    floor: int = 0,
) -> Candidate:
    """Add the generic noun and the point of the compass that stand beside a name."""
    tokens = document.tokens
    if last < len(tokens) and tokens[last].text == "." and _INITIALS.fullmatch(tokens[last - 1].text):
        last += tokens[last].span.start == tokens[last - 1].span.end  # "U.S" and "." at the end of a sentence
    core, rank, direction = (first, last), "", False
    own = (
        lexicon.ranks.get(rank_word(tokens[last - 1], document.language, lexicon), "")
        if last - first > 1
        else ""
    )
    while last < len(tokens) and last - core[1] < 2 and is_rank(document, last, lexicon):
        if tokens[last].text in lexicon.capitals and any(hit.entry.is_country for hit in hits):
            break  # "Kenya capital" is Nairobi
        if places_with(document, first, last + 1, hits):
            name = document.text[tokens[first].span.start : tokens[last].span.end]
        rank, last = lexicon.ranks[rank_word(tokens[last], document.language, lexicon)], last + 1
        if capitalised(tokens[last - 1]):
            core = (first, last)
    if not rank and _is_quarter(document, last, lexicon):
        rank, last = "neighbourhood", last + 2
    if not rank:
        rank, first = (own, first) if own else rank_before(document, first, floor, lexicon)
    before = tokens[first - 1] if first > floor else None
    if not rank and before is not None and before.lower in lexicon.directions and before.text.islower():
        direction, first = True, first - 1
    elif not rank and _direction_behind(document, last, lexicon):
        direction, last = True, last + 1
    return Candidate(first, last, name, hits, tokens[core[0]].entity, rank, core, direction)


def _direction_behind(document: Document, last: int, lexicon: Words) -> bool:
    """Tell whether the point of the compass stands behind a name, as its own: «Малидің *солтүстігінде*»."""
    token = document.tokens[last] if last < len(document.tokens) else None
    if token is None or not token.text.islower() or token.lower == token.lemma:
        return False
    return token.lemma.split("-")[0] in lexicon.directions_behind


def _is_quarter(document: Document, last: int, lexicon: Words) -> bool:
    """Tell whether a name is that of a quarter of some sort: "the Oregon *historic district*"."""
    tokens = document.tokens[last : last + 2]
    return len(tokens) > 1 and tokens[0].text in lexicon.quarters and tokens[1].text in lexicon.ranks


def places_with(document: Document, first: int, last: int, hits: tuple[Hit, ...]) -> bool:
    """Tell whether the name with its generic noun ("Lexington County") is the name of one of the hits."""
    key = place_key(document.text[document.tokens[first].span.start : document.tokens[last - 1].span.end])
    return any(place_key(hit.entry.name) == key for hit in hits)


def _with_parser_names(
    document: Document, found: list[Candidate], places: Gazetteer, lexicon: Words
) -> list[Candidate]:
    """Add the names of places that only the parser saw, with what the gazetteer has for their words."""
    taken = [False] * (len(document.tokens) + 1)
    for candidate in found:
        taken[candidate.first : candidate.last] = [True] * (candidate.last - candidate.first)
    added = []
    for entity in document.entities:
        if entity.label not in PLACE_LABELS or entity.last - entity.first > 10:
            continue
        first, last = entity.first, entity.last
        while first < last and document.tokens[first].lower in ("the", "a", "an", "'s", "’s"):
            first += 1
        while last > first and document.tokens[last - 1].lower in ("'s", "’s", ",", "."):
            last -= 1
        if first >= last or any(taken[first:last]) or not capitalised(document.tokens[last - 1]):
            continue
        if document.tokens[last - 1].lower in lexicon.media or document.tokens[first].lower in demonyms():
            continue
        name = document.text[document.tokens[first].span.start : document.tokens[last - 1].span.end]
        added.append(_ranked(document, first, last, name, places.find(name), lexicon))
    kept = [
        each
        for each in added
        if not any(taken[each.first : each.last])
        and not (is_sea(each) or names_street(document, each.core, lexicon))
    ]
    return sorted([*found, *kept], key=lambda each: each.first)
