"""The words beside names of places, per language, as read from `lexicon/*.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from oqiga.datafiles import data_file
from oqiga.locate.places.spelling import place_key

_FILES = {"en": "english", "ru": "russian", "kk": "kazakh"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language.

    ranks: generic noun to the precision of the place it makes. ranks_joined: those that "of" joins to a name
    behind them. ranks_of_several: plurals, behind unknown names. parts: words for a part of a place right
    before its name. illnesses: nouns that make a name that of an illness. saints: words that begin the name
    of a saint. dedications: as written, whom churches are called after, by a place behind one more word.
    described: nouns for a site, beside those of the codebook, that say behind a name what it is.
    ranks_before: those right behind which an unknown word with a capital names such a place. distances: units
    of length in front of a place that is far off, or behind one in the ablative; miles: those of them that
    are miles; hours_away: those of a way told by its time. joined: words behind a place and a hyphen, for
    what is of it. joints: what stands between two places of a list, beside commas. inside: what leads in the
    land that something happened in; towards: the town that somebody is brought to. leading: small words
    between a hospital and its town. carrying: verbs by which the hurt are brought to a town, where nothing
    happened. sites: noun to the modifiers one of which it needs, "" when it stands alone. capitals: nouns for
    a capital, before_capital: words right in front of one that mean the only country told of. clock: words of
    an hour; by_clock: what stands between an hour and the place whose clock tells it; its_time: beside a
    place, that the hour is of its time; parts_of_day: in brackets before such a word. quarters: sorts of
    quarters of a town, between a name and its rank. villages: ranks of what is no town. town_adjectives:
    endings of adjectives made of towns; town_stems: endings of what is left, and what the name of the town
    may have instead; towns_of_stems: the towns of those that tell it not by their letters; called_after_town:
    nouns that such an adjective places in its town, named_after_town: those of them that also bear it as a
    name. placing: endings of a name by which something lies there («Кабулдағы мешіт»). borders: forms of
    nouns for one; across: between it and the land beyond; adjoining: what only lies beside a land behind it;
    of_land: between it and the land that it is of; near: beside it. telling: lemmas of verbs by which
    somebody gives out what happened; briefings: of nouns for where that is. endings: case ending to what
    stands there in the dictionary form, longest first.
    """

    ranks: Mapping[str, str]
    ranks_joined: Mapping[str, str]
    ranks_of_several: Mapping[str, str]
    ranks_before: frozenset[str]
    distances: frozenset[str]
    miles: frozenset[str]
    hours_away: frozenset[str]
    joined: frozenset[str]
    joints: frozenset[str]
    inside: frozenset[str]
    towards: frozenset[str]
    leading: frozenset[str]
    carrying: frozenset[str]
    directions: frozenset[str]
    directions_behind: frozenset[str]
    parts: frozenset[str]
    illnesses: frozenset[str]
    saints: frozenset[str]
    dedications: frozenset[str]
    described: frozenset[str]
    prepositions: frozenset[str]
    seldom: frozenset[str]
    sites: Mapping[str, frozenset[str]]
    streets: frozenset[str]
    street_nouns: frozenset[str]
    streets_listed: frozenset[str]
    buildings: frozenset[str]
    features_before: frozenset[str]
    features_after: frozenset[str]
    institutions: frozenset[str]
    institution_ranks: frozenset[str]
    media: frozenset[str]
    titles: frozenset[str]
    saying: frozenset[str]
    capitals: frozenset[str]
    before_capital: frozenset[str]
    of_regions: frozenset[str]
    clock: frozenset[str]
    by_clock: frozenset[str]
    its_time: frozenset[str]
    parts_of_day: frozenset[str]
    quarters: frozenset[str]
    villages: frozenset[str]
    town_adjectives: tuple[str, ...]
    town_stems: tuple[tuple[str, tuple[str, ...]], ...]
    towns_of_stems: Mapping[str, str]
    called_after_town: frozenset[str]
    named_after_town: frozenset[str]
    placing: tuple[str, ...]
    borders: frozenset[str]
    across: frozenset[str]
    adjoining: frozenset[str]
    of_land: frozenset[str]
    near: frozenset[str]
    telling: frozenset[str]
    briefings: frozenset[str]
    endings: tuple[tuple[str, tuple[str, ...]], ...]


_SETS = tuple(each.name for each in fields(Words) if each.type == "frozenset[str]")
_KEYS = {"prepositions": "place_prepositions", "seldom": "seldom_places"}
"""Keys in the files that are not called as the field."""


def read_yaml(name: str) -> Mapping[str, Any]:
    """Return one file of the lexicon."""
    loaded: Mapping[str, Any] = data_file("oqiga.locate.places", f"lexicon/{name}")
    return loaded


@lru_cache(maxsize=8)
def words(language: str) -> Words:
    """Return the words of a language; of one without a file, English ones (names need few)."""
    known = read_yaml(_FILES.get(language, "english"))
    endings = read_yaml("inflection").get(language, {})
    sets = {name: frozenset(map(str, known.get(_KEYS.get(name, name), ()))) for name in _SETS}
    return Words(
        ranks=dict(known.get("ranks", {})),
        ranks_joined=dict(known.get("ranks_joined", {})),
        ranks_of_several=dict(known.get("ranks_of_several", {})),
        sites={noun: frozenset(before) for noun, before in known.get("sites", {}).items()},
        town_adjectives=tuple(sorted(map(str, known.get("town_adjectives", ())), key=len, reverse=True)),
        town_stems=tuple((end, tuple(instead)) for end, instead in known.get("town_stems", {}).items()),
        towns_of_stems=dict(known.get("towns_of_stems", {})),
        placing=tuple(known.get("placing", ())),
        endings=tuple(
            sorted(((end, tuple(after)) for end, after in endings.items()), key=lambda pair: -len(pair[0]))
        ),
        **sets,
    )


@lru_cache(maxsize=1)
def demonyms() -> Mapping[str, str]:
    """Return adjectives and names of peoples, lower case, with the code of their country."""
    return dict(read_yaml("demonyms"))


def is_demonym(*forms: str) -> bool:
    """Tell whether any of a word's forms, in lower case, is of a people or a land ("syrian")."""
    return not demonyms().keys().isdisjoint(forms)


@lru_cache(maxsize=1)
def abbreviations() -> Mapping[str, tuple[str, str]]:
    """Return abbreviations of states as written ("Calif.", and "CA" for use after a comma): country, code."""
    found: dict[str, tuple[str, str]] = {}
    for country, states in read_yaml("abbreviations").items():
        for code, forms in states.items():
            found[code] = (country, code)
            found.update(dict.fromkeys(forms, (country, code)))
    return found


@lru_cache(maxsize=4096)
def dictionary_forms(word: str, language: str) -> tuple[str, ...]:
    """Return what a word may be in its dictionary form: itself, then with each case ending taken off."""
    forms = [word]
    lowered = word.lower()
    for ending, replacements in words(language).endings:
        if lowered.endswith(ending) and len(lowered) - len(ending) >= 2:
            stem = word[: len(word) - len(ending)]
            forms.extend(stem + after for after in replacements)
    return tuple(dict.fromkeys(form for form in forms if place_key(form)))
