"""The words of events in one language, as typed tables over several lexicons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from oqiga.model.terms import EventType, Stage, WeaponType
from oqiga.read.languages import LanguagePack
from oqiga.read.phrases import Phrases, words_of

Manner = Literal["verbs", "happens", "nouns"]
"""How words mean an event: the subject does it, the subject is it (or the weapon), the noun names it."""


@dataclass(frozen=True, slots=True)
class EventWord:
    """What an entry of `types` stands for. entry: as written in the lexicon."""

    type: EventType
    manner: Manner
    entry: str


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """One language's words for events; the keys are told in docs/languages.md."""

    triggers: Phrases[EventWord]
    rank: Mapping[EventType, int]
    harm: Phrases[str]
    not_event: Mapping[str, Phrases[str]]
    support: Phrases[str]
    blaming: Phrases[str]
    suffered: Phrases[str]
    occur: Phrases[str]
    stages: Phrases[Stage]
    stage_links: frozenset[str]
    contains: Phrases[str]
    purpose: frozenset[str]
    using: Phrases[str]
    sought: Phrases[str]
    prone: Phrases[str]
    witnessed: Phrases[str]
    needs_doer: frozenset[str]
    needs_attacker: frozenset[str]
    needs_object: frozenset[str]
    of_forces: frozenset[str]
    in_raids: Phrases[str]
    suicidal: Phrases[str]
    crowds: Phrases[str]
    things: tuple[tuple[EventType, Phrases[str]], ...]
    needs_thing: frozenset[str]
    unreal: Phrases[str]
    negation: Phrases[str]
    not_real: Phrases[str]
    needs_target: frozenset[str]
    charges: Phrases[str]
    proceedings: Phrases[str]
    motives: Phrases[str]
    journeys: frozenset[str]
    blows: frozenset[str]
    armed: Phrases[str]
    settlements: frozenset[str]
    dying: frozenset[str]
    briefings: Phrases[str]
    destinations: frozenset[str]
    anaphoric: frozenset[str]
    taking_up: frozenset[str]
    came_about: Phrases[str]
    reports: frozenset[str]
    reached: frozenset[str]
    reached_cases: frozenset[str]
    coming_in: frozenset[str]
    judging: frozenset[str]
    answering: Phrases[str]
    owned: frozenset[str]
    arriving: frozenset[str]
    trials: Phrases[str]
    definite: frozenset[str]
    fired: frozenset[str]
    heavy: Phrases[str]
    any_means: frozenset[str]
    shelled: Phrases[str]
    time_links: frozenset[str]
    target_links: frozenset[str]
    target_cases: frozenset[str]
    perpetrator_links: frozenset[str]
    compare: frozenset[str]
    weapons: Phrases[WeaponType]
    not_weapon: Phrases[str]
    vehicles: Phrases[str]
    vehicle_as_weapon: Phrases[str]
    attackers: Phrases[str]
    attacking: frozenset[str]
    persons: Phrases[str]
    organizations: Phrases[str]
    responders: Phrases[str]
    vague: frozenset[str]
    bands: frozenset[str]
    cardinals: Mapping[str, int]


@lru_cache(maxsize=8)
def event_lexicon(pack: LanguagePack) -> EventLexicon:
    """Return the words for events of one language."""
    events, weapons = pack.lexicon("events"), pack.lexicon("weapons")
    background = pack.lexicon("background")
    received: Mapping[str, Any] = events.get("received", {})
    people, doers, numbers = pack.lexicon("people"), pack.lexicon("perpetrators"), pack.lexicon("numbers")
    return EventLexicon(
        triggers=Phrases((*_triggers(events["types"]), *_taking_up(events.get("taking_up", ())))),
        rank={EventType(name): place for place, name in enumerate(events["order"])},
        harm=words_of(events["harm"]),
        not_event={str(entry): words_of(words) for entry, words in events["not_event"].items() if words},
        support=words_of(events["support"]),
        blaming=words_of(events.get("blaming", ())),
        suffered=words_of(events["suffered"]),
        occur=words_of(events["occur"]),
        stages=Phrases(
            (str(word), Stage(name)) for name, words in events["stages"].items() for word in words
        ),
        stage_links=frozenset(events.get("stage_links", ())),
        contains=words_of(events.get("contains", ())),
        purpose=frozenset(events.get("purpose", ())),
        sought=words_of(events.get("sought", ())),
        prone=words_of(events.get("prone", ())),
        using=words_of(events.get("using", ())),
        witnessed=words_of(events.get("witnessed", ())),
        needs_doer=frozenset(events.get("needs_doer", ())),
        of_forces=frozenset(events.get("of_forces", ())),
        needs_object=frozenset(events.get("needs_object", ())),
        needs_attacker=frozenset(events.get("needs_attacker", ())),
        in_raids=words_of(events.get("in_raids", ())),
        suicidal=words_of(events.get("suicidal", ())),
        crowds=words_of(events.get("crowds", ())),
        things=tuple((EventType(kind), words_of(words)) for kind, words in events["things"].items()),
        needs_thing=frozenset(events["needs_thing"]),
        unreal=words_of(events["unreal"]),
        negation=words_of(events["negation"]),
        not_real=words_of(events["not_real"]),
        charges=words_of(events["charges"]),
        proceedings=words_of(events.get("proceedings", ())),
        motives=words_of(events.get("motives", ())),
        briefings=words_of(events.get("briefings", ())),
        blows=frozenset(events.get("blows", {}).get("nouns", ())),
        armed=words_of(events.get("blows", {}).get("of", ())),
        settlements=frozenset(pack.lexicon("sites").get("unnamed", ()) if pack.has("sites") else ()),
        dying=frozenset(events.get("dying", ())),
        journeys=frozenset(events.get("journeys", ())),
        destinations=frozenset(events.get("destinations", ())),
        needs_target=frozenset(events["needs_target"]),
        anaphoric=frozenset(events["anaphoric"]),
        taking_up=frozenset(events.get("taking_up", ())),
        came_about=words_of(events.get("came_about", (*events["occur"], *events["support"]))),
        reports=frozenset(received.get("nouns", ())),
        reached=frozenset(received.get("by", ())),
        reached_cases=frozenset(f"Case={case}" for case in received.get("cases", ())),
        coming_in=frozenset(received.get("verbs", ())),
        answering=words_of(events.get("answering", ())),
        owned=frozenset(events.get("owned", ())),
        arriving=frozenset(events.get("arriving", ())),
        trials=words_of(events.get("trials", ())),
        judging=frozenset(events.get("judging", ())),
        definite=frozenset(people["definite"]),
        fired=frozenset(events.get("fired", ())),
        heavy=words_of(events.get("heavy", ())),
        any_means=frozenset(events.get("any_means", ())),
        shelled=words_of(events.get("shelled", ())),
        time_links=frozenset(events["time_links"]),
        target_links=frozenset(events["target_links"]),
        target_cases=frozenset(f"Case={case}" for case in events.get("target_cases", ())),
        perpetrator_links=frozenset(events["perpetrator_links"]),
        compare=frozenset((*background["compare"], *background.get("since", ()))),
        weapons=Phrases(
            (str(noun), WeaponType(name)) for name, nouns in weapons["types"].items() for noun in nouns
        ),
        not_weapon=words_of(weapons["not_weapon"]),
        vehicles=words_of(weapons["vehicles"]),
        vehicle_as_weapon=words_of(weapons["vehicle_as_weapon"]),
        attackers=words_of(people["groups"]["attackers"]),
        attacking=frozenset(people["marks"].get("attackers", ())),
        persons=words_of(noun for nouns in people["groups"].values() for noun in nouns),
        organizations=words_of(doers["organization"]),
        responders=words_of(doers["responders"]),
        vague=frozenset(map(str, numbers["vague"])) | frozenset(map(str, numbers["collectives"])),
        bands=frozenset(map(str, people.get("bands", ()))),
        cardinals=numbers["cardinals"],
    )


def _triggers(types: Mapping[str, Any]) -> Iterator[tuple[str, EventWord]]:
    for name, entry in types.items():
        manners: tuple[Manner, ...] = ("verbs", "happens", "nouns")
        for manner in manners:
            words: Iterable[object] = entry[manner]
            for word in words:
                yield str(word), EventWord(EventType(name), manner, str(word))


def _taking_up(words: Iterable[object]) -> Iterator[tuple[str, EventWord]]:
    for word in words:
        yield str(word), EventWord(EventType.OTHER, "nouns", str(word))
