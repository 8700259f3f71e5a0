"""Does a name in a text name a place here? A linear model over what stands in and around it.

"Jordan said" may be a man, a government or nothing of the kind. The features and their weights have names;
`lexicon/weights.yaml` says what each means.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from oqiga.locate.places.candidate import Candidate, capitalised
from oqiga.locate.places.described import described_as_settlement, described_as_site
from oqiga.locate.places.gazetteer import Hit, gazetteer
from oqiga.locate.places.lexicon import Words, abbreviations, read_yaml, words
from oqiga.locate.places.ranks import rank_before, rank_word
from oqiga.locate.places.spelling import place_key
from oqiga.locate.places.support import support_features
from oqiga.model.syntax import Document, Entity, Token

_MOST = 40.0
_INFLECTED = frozenset(("ru", "kk"))

_OPENING_QUOTES = frozenset('"“«„')
_OWNERS = frozenset(("'s", "’s"))
_CLOSING_QUOTES = frozenset('"”»“')


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What the whole text tells about its words.

    people: last and first words of names of persons in two words or more. seen_as_place: how often the parser
    took a name (by key) for a place. ill_names: words right before a noun for an illness,
    lower case, but for countries ("the *Marburg* virus"). lower: words that also stand in lower case.
    entity_at: entity by token.
    """

    people: frozenset[str]
    seen_as_place: Mapping[str, int]
    seen_otherwise: Mapping[str, int]
    ill_names: frozenset[str]
    lower: frozenset[str]
    entity_at: Mapping[int, Entity]


def facts_of(document: Document) -> TextFacts:
    """Collect what the whole text tells, in one pass."""
    people: set[str] = set()
    as_place: Counter[str] = Counter()
    otherwise: Counter[str] = Counter()
    entity_at: dict[int, Entity] = {}
    for entity in document.entities:
        for index in range(entity.first, entity.last):
            entity_at[index] = entity
        inside = document.tokens[entity.first : entity.last]
        key = place_key(entity.span.of(document.text))
        if entity.label == "PERSON":
            otherwise[key] += 1
            if len(inside) > 1:
                people.update(each.lower for each in inside)
        elif entity.label in ("GPE", "LOC"):
            as_place[key] += 1
        elif entity.label == "ORG":
            otherwise[key] += 1
    lower = frozenset(token.text for token in document.tokens if token.text.islower())
    nouns = words(document.language).illnesses
    ill_names = frozenset(
        name.lower
        for name, noun in pairwise(document.tokens)
        if noun.lower in nouns and capitalised(name) and not _is_region(name.text)
    )
    return TextFacts(frozenset(people), as_place, otherwise, ill_names, lower, entity_at)


def _is_region(name: str) -> bool:
    """Tell whether a name is that of a country or region: flu there is no name of an illness."""
    return any(hit.entry.is_country or hit.entry.feature == "ADM1" for hit in gazetteer().find(name))


def naming_features(document: Document, candidate: Candidate, facts: TextFacts) -> dict[str, float]:
    """Return the features of one candidate that are not zero."""
    lexicon = words(document.language)
    first, last = candidate.core
    tokens = document.tokens[first:last]
    found: dict[str, float] = {"always": 1.0}
    found.update(_label_features(candidate, facts, document, lexicon))
    found.update(_gazetteer_features(candidate, document.language))
    found.update(neighbours := _neighbour_features(document, candidate, lexicon))
    found["illness"] = float(len(tokens) == 1 and tokens[0].lower in facts.ill_names)
    found["saint"] = float(tokens[0].lower in lexicon.saints and bool(neighbours.get("possessive_after")))
    found["described"] = float(described_as_site(document, candidate))
    found["described_settlement"] = float(described_as_settlement(document, candidate))
    found["of_settlement"] = float(_behind_settlement(document, candidate, lexicon))
    found["rank_follows"] = float(bool(candidate.rank) and candidate.core[1] < candidate.last)
    key = place_key(candidate.name)
    seen = max(facts.seen_as_place.get(each, 0) for each in (key, _key_as_written(document, candidate)))
    found["seen_as_place"] = min(seen, 3) / 3
    found["seen_otherwise"] = min(facts.seen_otherwise.get(key, 0), 3) / 3
    found["several_words"] = float(len(tokens) > 1)
    found["ranked"] = float(bool(candidate.rank))
    found["part_of_person"] = float(len(tokens) == 1 and tokens[0].lower in facts.people)
    placing = tokens[-1].lower.endswith(lexicon.placing) and capitalised(tokens[-1])  # «Кабулдағы мешіт»
    found["not_proper"] = float(not placing and not any(token.pos in ("PROPN", "X") for token in tokens))
    found["place_preposition"] = max(found.get("place_preposition", 0.0), float(placing))
    found["also_lower"] = float(all(token.lower in facts.lower for token in tokens if token.text.isalpha()))
    seldom = " ".join(token.lower for token in tokens) in lexicon.seldom | lexicon.directions
    known = _initials_of_country(tokens[0], candidate) or _of_its_country(document, candidate)
    found["seldom_place"] = float(seldom and not known)
    found["abbreviated"] = float(len(tokens) == 1 and tokens[0].text in abbreviations())
    found["very_short"] = float(len(key) <= 3 and not candidate.rank)
    return {name: value for name, value in found.items() if value}


def _behind_settlement(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether "the village of" or the like stands before a name, in English, and it is no people's."""
    if document.language != "en" or candidate.label == "NORP":
        return False
    rank, _ = rank_before(document, candidate.core[0], 0, lexicon)
    return rank in ("city", "district")


def _initials_of_country(token: Token, candidate: Candidate) -> bool:
    """Tell whether a word is written as a country is abbreviated: "US", where "us" is seldom a place."""
    initials = token.text.isupper() and len(token.text) > 1 and token.pos != "PRON"
    return initials and any(hit.entry.is_country for hit in candidate.hits)


def _of_its_country(document: Document, candidate: Candidate) -> bool:
    """Tell whether the country of a place stands before it as its owner: "*France's* Nice"."""
    before = document.tokens[max(0, candidate.core[0] - 2) : candidate.core[0]]
    if len(before) < 2 or before[1].lower not in _OWNERS:
        return False
    lands = {hit.entry.country for hit in gazetteer().find(before[0].text) if hit.entry.is_country}
    return any(hit.entry.country in lands for hit in candidate.hits)


def _key_as_written(document: Document, candidate: Candidate) -> str:
    """Return the key of the name with its case ending, under which the parser's names are counted."""
    if document.language == "en":
        return place_key(candidate.name)
    return place_key(candidate.core_span(document).of(document.text))


def _label_features(
    candidate: Candidate, facts: TextFacts, document: Document, lexicon: Words
) -> dict[str, float]:
    first, last = candidate.core
    entity = facts.entity_at.get(first)
    if entity is None:
        return {"no_label": 1.0}
    whole = entity.last - entity.first <= last - first + 1 and entity.last <= last + 1
    label = entity.label if entity.label in ("GPE", "LOC", "FAC", "PERSON", "ORG", "NORP") else "other"
    found = {f"label_{label.lower()}": 1.0}
    if not whole:
        found[f"part_of_{'place' if label in ('GPE', 'LOC', 'FAC') else label.lower()}"] = 1.0
        rest = [token.lower for token in document.tokens[last : entity.last]]
        found["institution_after"] = float(bool(rest) and rest[0] in lexicon.institutions)
        found["after_of_in_name"] = float(first > entity.first and document.tokens[first - 1].lower == "of")
        found["media_after"] = float(bool(rest) and rest[0] in lexicon.media)
        found["starts_name"] = float(first == entity.first)
        found["ends_name"] = float(last == entity.last)
    return found


def _gazetteer_features(candidate: Candidate, language: str) -> dict[str, float]:
    exact = ("main",) if language == "en" else ("main", "other")  # main names are in English spelling
    main = [hit.entry for hit in candidate.hits if hit.kind in exact or _is_division(hit)]
    known = main or [hit.entry for hit in candidate.hits]
    if not known:
        return {"unknown": 1.0}
    people = max(entry.population for entry in known)
    return {
        "main_name": float(bool(main)),
        "population": math.log10(people + 1) / 7,
        "no_population": float(people == 0),
        "country": float(any(entry.is_country for entry in known)),
        "division": float(any(entry.feature == "ADM1" for entry in main)),
        "capital": float(any(entry.feature == "PPLC" for entry in main)),
        "only_rough": float(all(hit.kind == "rough" for hit in candidate.hits)),
    }


def _is_division(hit: Hit) -> bool:
    """Tell whether a name is that of a region, if only without its rank ("Hunan Province" is Hunan)."""
    return hit.kind == "other" and hit.entry.feature == "ADM1"


def _neighbour_features(document: Document, candidate: Candidate, lexicon: Words) -> dict[str, float]:
    first, last = candidate.core
    sentence = document.sentence_of(document.tokens[first])
    before = document.tokens[first - 1] if first > sentence.first else None
    after = document.tokens[last] if last < sentence.last else None
    beyond = document.tokens[last + 1] if last + 1 < sentence.last else None
    earlier = document.tokens[first - 2] if first - 1 > sentence.first else None
    outside = document.tokens[candidate.first - 1] if candidate.first > sentence.first else None
    return {
        "starts_sentence": float(before is None),
        "place_preposition": float(
            any(each is not None and each.lower in lexicon.prepositions for each in (before, outside))
        ),
        "title_before": float(before is not None and before.lower in lexicon.titles),
        "capital_before": float(_name_part(before) and not _is_part(before, lexicon)),
        "capital_after": float(_name_part(after) and not _held(document, after)),
        "institution_next": float(after is not None and after.lower in lexicon.institutions),
        "comma_then_name": float(_is_comma(after) and _name_part(beyond)),
        "name_then_comma": float(_is_comma(before) and _name_part(earlier)),
        "possessive_after": float(after is not None and after.text in ("'s", "’s")),
        "says": float(after is not None and after.lemma in lexicon.saying),
    }


def _held(document: Document, after: Token | None) -> bool:
    """Tell whether the next word only says in what a place lies («села Чере Хивского района»)."""
    if after is None or document.language == "en" or after.pos != "ADJ":
        return False
    noun = document.head(after)
    return (
        noun is not None
        and rank_word(noun, document.language, words(document.language)) in words(document.language).ranks
    )


def _name_part(token: Token | None) -> bool:
    return token is not None and token.text[:1].isupper() and token.pos in ("PROPN", "X", "NOUN", "ADJ")


def _is_part(before: Token | None, lexicon: Words) -> bool:
    """Tell whether a word names a part of the place behind it ("Eastern Congo")."""
    return before is not None and before.lower in lexicon.parts | lexicon.directions


def _is_comma(token: Token | None) -> bool:
    return token is not None and token.text == ","


@lru_cache(maxsize=8)
def naming_weights(language: str) -> Mapping[str, float]:
    """Return the weight of each feature in a language, as reviewed in `lexicon/weights.yaml`."""
    part = "naming_inflected" if language in _INFLECTED else "naming"
    return {name: float(weight) for name, weight in read_yaml("weights")[part].items()}


def naming_probability(features: Mapping[str, float], language: str) -> float:
    """Return how likely a candidate with these features is a place."""
    weights = naming_weights(language)
    score = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-_MOST, min(_MOST, score))))


def _alone_in_quotes(document: Document, candidate: Candidate) -> bool:
    """Tell whether quotation marks hold a name and nothing else; not in English."""
    if document.language == "en" or candidate.first == 0 or candidate.last >= len(document.tokens):
        return False
    before, after = document.tokens[candidate.first - 1], document.tokens[candidate.last]
    return before.text in _OPENING_QUOTES and after.text in _CLOSING_QUOTES


def name_places(
    document: Document, candidates: Sequence[Candidate], least: float
) -> list[tuple[Candidate, float]]:
    """Return the candidates that name places with at least this probability, each with it.

    A name alone in quotation marks is that of a station, a shop, a club («станция "Лубянка"»).
    """
    free = [each for each in candidates if not _alone_in_quotes(document, each)]
    likely = [naming_probability(each, document.language) for each in features_of_all(document, free)]
    return [(each, chance) for each, chance in zip(free, likely, strict=True) if chance >= least]


def features_of_all(document: Document, candidates: Sequence[Candidate]) -> list[dict[str, float]]:
    """Return the features of each candidate: its own, and in English what likely places beside it lend it."""
    facts = facts_of(document)
    own = [naming_features(document, each, facts) for each in candidates]
    if document.language in _INFLECTED:
        return own
    lent = support_features(
        document, candidates, [naming_probability(each, document.language) for each in own]
    )
    for features, more in zip(own, lent, strict=True):
        if features.get("capital_before"):
            more["told_again"] = 0.0  # part of another name: "United Russia" is not told by Russia
    return [{**features, **more} for features, more in zip(own, lent, strict=True)]
