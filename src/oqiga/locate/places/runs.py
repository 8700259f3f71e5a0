"""Whether a run of words may be the name of a place, by how it is written."""

from __future__ import annotations

from oqiga.locate.places.candidate import Candidate, capitalised
from oqiga.locate.places.gazetteer import Gazetteer, Hit
from oqiga.locate.places.lexicon import Words, abbreviations
from oqiga.model.syntax import PLACE_LABELS, Document, Token
from oqiga.model.terms import PlacePrecision

_LONGEST_INITIALS = 4
_INNER = frozenset(
    ("of", "the", "and", "au", "de", "del", "du", "da", "la", "le", "el", "al", "-", "‑", "–", "’s", "'s")
)
_SEAS = ("SEA", "OCN")
_POINTING = frozenset({"DET", "PRON", "CCONJ", "SCONJ", "PART"})


def is_common_word(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether a common word only looks like a name before a rank («Мой город», a magazine), or a sea."""
    inside = document.tokens[candidate.core[0] : candidate.core[1]]
    most = 1 if document.language == "en" else 2  # "El Mezquital" is a name
    common = bool(candidate.rank) and len(inside) <= most and inside[0].lower in lexicon.seldom
    return common or is_sea(candidate)


def is_sea(candidate: Candidate) -> bool:
    """Tell whether a name only says on which sea a town lies ("the *Caspian* port city")."""
    ranked = candidate.rank == PlacePrecision.CITY.value and candidate.core[1] < candidate.last
    return ranked and any(hit.entry.feature in _SEAS for hit in candidate.hits)


def is_in_capitals(text: str) -> bool:
    """Tell whether a text is written in capitals, which then say nothing of names."""
    letters = [letter for letter in text[:20_000] if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


def with_article(hits: tuple[Hit, ...], first: Token) -> tuple[Hit, ...]:
    """Keep, for a run that starts with an article, the places that have it in their name (The Hague)."""
    if first.lower != "the":
        return hits
    return tuple(hit for hit in hits if hit.entry.name.startswith("The "))


def inside_sentence(document: Document, token: Token) -> bool:
    """Tell whether capitals are no dateline: a word stands before them, or one in small letters behind."""
    sentence = document.sentence_of(token)
    behind = document.tokens[token.index + 1 : min(token.index + 2, sentence.last)]
    return token.index > sentence.first or any(each.text.isalpha() and each.text.islower() for each in behind)


def of_initials(hits: tuple[Hit, ...], token: Token) -> tuple[Hit, ...]:
    """Keep, for a short word in capitals inside a sentence, countries alone: the EU is not the town of Eu."""
    if not token.text.isupper() or len(token.text) > _LONGEST_INITIALS:
        return hits
    return tuple(hit for hit in hits if hit.entry.is_country)


def only_points(document: Document, run: tuple[Token, ...]) -> bool:
    """Tell whether a lone word points, or is of a date: Kazakh "Sol künı", on that day, is in no Sol."""
    first = run[0]
    pointing = first.pos in _POINTING and first.entity not in PLACE_LABELS
    dated = first.entity == "DATE"  # "Қазанның 30-нан 31-не қараған түні": of October
    return len(run) == 1 and (pointing or dated) and document.language != "en"


def may_be_name(run: tuple[Token, ...]) -> bool:
    """Tell whether the first and last words are capitalised (or a rank) and only small words lie between."""
    if len(run) > 1 and not (capitalised(run[-1]) or (not run[-1].text.isascii() and run[-1].text.isalpha())):
        return False
    return all(
        capitalised(each) or each.lower in _INNER or (not each.text.isascii() and each.text.isalpha())
        for each in run
    )


def well_known(hits: tuple[Hit, ...]) -> bool:
    """Tell whether a name may be that of a large town or a country."""
    return any((hit.kind == "main" and hit.entry.population > 50_000) or hit.entry.is_country for hit in hits)


def abbreviation(document: Document, position: int, places: Gazetteer) -> Candidate | None:
    """Return a state written short: "Calif." anywhere, "CA" after a comma."""
    token = document.tokens[position]
    if document.language != "en":
        return None
    last = position + 1
    known = abbreviations().get(token.text)
    after = document.tokens[last] if last < len(document.tokens) else None
    if after is not None and after.text == "." and after.span.start == token.span.end:
        dotted = abbreviations().get(token.text + ".")
        known, last = (dotted, last + 1) if dotted else (known, last)
    if known is None:
        return None
    plain_code = "." not in token.text and last == position + 1
    before = document.tokens[position - 1] if position else None
    if plain_code and (before is None or before.text != ","):
        return None
    country, code = known
    hits = tuple(hit for hit in places.find_key(f"code {country.lower()} {code.lower()}"))
    if not hits:
        return None
    return Candidate(position, last, token.text, hits, token.entity, core=(position, last))
