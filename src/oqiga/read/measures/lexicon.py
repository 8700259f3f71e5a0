"""The words of measures in one language, as typed tables over the lexicon `measures`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from oqiga.model.terms import MeasureStatus, MeasureType
from oqiga.read.frames.frame import Frame, Frames, frame_of
from oqiga.read.languages import LanguagePack
from oqiga.read.phrases import Phrases, words_of


@dataclass(frozen=True, slots=True)
class MeasureLexicon:
    """One language's words for measures; the keys are told in docs/languages.md."""

    pack: LanguagePack
    frames: Frames[MeasureType]
    rank: Mapping[MeasureType, int]
    authorities: Phrases[str]
    not_authorities: Phrases[str]
    attackers: Phrases[str]
    orders: Phrases[str]
    ordering: Phrases[str]
    asking: Phrases[str]
    speaking: frozenset[str]
    sovereign: frozenset[MeasureType]
    cancelled: frozenset[MeasureType]
    cancelling: Phrases[str] | None
    national: frozenset[MeasureType]
    country_words: frozenset[str]
    heads_of_land: Phrases[str]
    region_words: frozenset[str]
    places_only: frozenset[str]
    passing: Phrases[str]
    given: frozenset[str]
    given_cases: frozenset[str]
    interrupted: frozenset[MeasureType]
    interrupting: frozenset[str]
    under_way: frozenset[str]
    standing: frozenset[str]
    avenging: Phrases[str]
    meanwhile: frozenset[str]
    office_links: frozenset[str]
    not_states: frozenset[str]
    only_verbs: frozenset[str]
    status: Phrases[MeasureStatus]
    changing: Phrases[str]
    easing: Phrases[str]
    resuming: Phrases[str]
    resumed: frozenset[MeasureType]
    instead: Phrases[str]
    unreal: Phrases[str]
    negation: Phrases[str]
    levels: Phrases[str]
    level_nouns: Phrases[str]
    level_from: frozenset[str]
    level_to: frozenset[str]
    issuer_links: frozenset[str]
    from_words: frozenset[str]
    until_words: frozenset[str]


@lru_cache(maxsize=8)
def measure_lexicon(pack: LanguagePack) -> MeasureLexicon:
    """Return the words for measures of one language."""
    loaded = pack.lexicon("measures")
    status = [(str(word), MeasureStatus(name)) for name, words in loaded["status"].items() for word in words]
    return MeasureLexicon(
        pack=pack,
        frames=Frames(_frames(loaded["types"])),
        rank={MeasureType(name): place for place, name in enumerate(loaded["order"])},
        authorities=words_of(loaded["authorities"]),
        not_authorities=words_of(loaded["not_authorities"]),
        attackers=words_of(pack.lexicon("people")["groups"]["attackers"]),
        orders=words_of(loaded.get("orders", ())),
        ordering=words_of(loaded.get("ordering", ())),
        asking=words_of(loaded.get("asking", ())),
        speaking=frozenset(loaded.get("speaking", ())),
        sovereign=frozenset(map(MeasureType, loaded.get("sovereign", ()))),
        cancelled=frozenset(map(MeasureType, loaded.get("cancelled", ()))),
        cancelling=words_of(loaded["cancelling"]) if "cancelling" in loaded else None,
        national=frozenset(map(MeasureType, loaded.get("national", ()))),
        country_words=frozenset(loaded.get("country_words", ())),
        heads_of_land=words_of(loaded.get("heads_of_land", ())),
        region_words=frozenset(loaded.get("region_words", ())),
        passing=words_of(loaded.get("passing", ())),
        places_only=frozenset(loaded.get("places_only", ())),
        given=frozenset(loaded.get("given", ())),
        given_cases=frozenset(f"Case={case}" for case in loaded.get("given_cases", ())),
        interrupted=frozenset(map(MeasureType, loaded.get("interrupted", ()))),
        interrupting=frozenset(loaded.get("interrupting", ())),
        under_way=frozenset(loaded.get("under_way", ())),
        standing=frozenset(loaded.get("standing", ())),
        avenging=words_of(loaded.get("avenging", ())),
        meanwhile=frozenset(loaded.get("meanwhile", ())),
        office_links=frozenset(loaded.get("office_links", ())),
        not_states=frozenset(loaded.get("not_states", ())),
        only_verbs=frozenset(loaded.get("only_verbs", ())),
        status=Phrases(status),
        changing=words_of(loaded.get("changing", ())),
        easing=words_of(loaded.get("easing", ())),
        resuming=words_of(loaded.get("resuming", ())),
        resumed=frozenset(map(MeasureType, loaded.get("resumed", ()))),
        instead=words_of(loaded.get("instead", ())),
        unreal=words_of(loaded["unreal"]),
        negation=words_of(loaded["negation"]),
        levels=words_of(loaded["levels"]),
        level_nouns=words_of(loaded["level_nouns"]),
        level_from=frozenset(loaded["level_from"]),
        level_to=frozenset(loaded.get("level_to", ())),
        issuer_links=frozenset(loaded["issuer_links"]),
        from_words=frozenset(loaded["from_words"]),
        until_words=frozenset(loaded["until_words"]),
    )


def _frames(types: Mapping[str, Any]) -> Iterator[tuple[Frame[MeasureType], Sequence[str]]]:
    for name, entry in types.items():
        kind = MeasureType(name)
        if entry.get("phrases"):
            yield Frame(kind), entry["phrases"]
        for each in entry.get("frames") or ():
            yield frame_of(kind, each)
