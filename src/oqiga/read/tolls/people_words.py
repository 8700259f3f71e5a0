"""The words for people in one language, by group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from oqiga.read.phrases import Phrases, labelled


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Whom: nouns and phrases for people, by group."""

    head_last: bool
    head_by_tree: bool
    links: frozenset[str]
    by: frozenset[str]
    hands: Phrases[str]
    nouns: Phrases[str]
    carriers: frozenset[str]
    every: frozenset[str]
    everybody: frozenset[str]
    marks: Mapping[str, str]
    marked: frozenset[str]
    uncounted: Phrases[str]
    pronouns: frozenset[str]
    latter: frozenset[str]
    reflexive: frozenset[str]
    relative: frozenset[str]
    partitive: frozenset[str]
    among: Phrases[str]
    out_of: Phrases[str]
    definite: frozenset[str]
    all_of: frozenset[str]
    called: Phrases[str]
    bands: frozenset[str]
    former: frozenset[str]
    others: frozenset[str]
    besides: frozenset[str]
    further: frozenset[str]
    fighters: frozenset[str]
    members: frozenset[str]
    guards: frozenset[str]
    either: frozenset[str]
    ranks: frozenset[str]
    units: Mapping[str, str]
    drivers: frozenset[str]
    authors: frozenset[str]
    authored: frozenset[str]
    animate: bool
    creatures: frozenset[str]
    numbering: Phrases[str]
    titles: Mapping[str, str]
    aged: Phrases[str]
    aging: frozenset[str]
    genders: Mapping[str, str]
    identifying: frozenset[str]
    identified_as: frozenset[str]
    staff: frozenset[str]
    comrades: frozenset[str]
    nationals: frozenset[str]
    peoples: Mapping[str, str]


def lowered(lexicon: Mapping[str, Any], key: str) -> frozenset[str]:
    """Return the words under a key, in small letters."""
    return frozenset(str(word).lower() for word in lexicon[key])


def people(lexicon: Mapping[str, Any]) -> PeopleWords:
    """Return what a `people` lexicon holds."""
    pronouns = lexicon["pronouns"]
    return PeopleWords(
        head_last=lexicon["head"] == "last",
        head_by_tree=lexicon["head"] == "tree",
        links=lowered(lexicon, "links"),
        by=frozenset(lexicon.get("by", ())),
        hands=labelled({"hands": lexicon.get("hands", ())}),
        nouns=labelled(lexicon["groups"]),
        carriers=lowered(lexicon, "carriers"),
        every=frozenset(lexicon.get("every", ())),
        everybody=frozenset(lexicon.get("everybody", ())),
        marks={str(word): group for group, words in lexicon["marks"].items() for word in words},
        marked=lowered(lexicon, "marks_only_with"),
        uncounted=labelled({"uncounted": lexicon["uncounted"]}),
        pronouns=frozenset().union(*(lowered(pronouns, each) for each in pronouns)),
        latter=frozenset(map(str, pronouns.get("latter", ()))),
        reflexive=lowered(lexicon, "reflexive"),
        relative=lowered(lexicon, "relative"),
        out_of=labelled({"out": lexicon.get("out_of", ())}),
        among=labelled({"among": lexicon.get("among", ())}),
        partitive=lowered(lexicon, "partitive"),
        definite=lowered(lexicon, "definite"),
        all_of=frozenset(lexicon.get("all_of", ())),
        called=labelled({"called": lexicon.get("called", ())}),
        bands=frozenset(lexicon.get("bands", ())),
        former=frozenset(lexicon.get("former", ())),
        others=frozenset(lexicon.get("others", ())),
        besides=frozenset(lexicon.get("besides", ())),
        further=frozenset(lexicon.get("further", ())),
        fighters=frozenset(lexicon.get("fighters", ())),
        members=frozenset(lexicon.get("members", ())),
        guards=frozenset(lexicon.get("guards", ())),
        either=frozenset(lexicon.get("either", ())),
        ranks=frozenset(lexicon.get("ranks", ())),
        units={str(word): group for group, words in lexicon.get("units", {}).items() for word in words},
        drivers=frozenset(lexicon.get("drivers", ())),
        authors=frozenset(lexicon.get("authors", {}).get("nouns", ())),
        authored=frozenset(lexicon.get("authors", {}).get("of", ())),
        animate="creatures" in lexicon,
        creatures=frozenset(lexicon.get("creatures", ())),
        numbering=labelled({"numbering": lexicon.get("numbering", ())}),
        titles={str(word): group for group, words in lexicon["titles"].items() for word in words},
        identifying=frozenset(lexicon.get("identifying", {}).get("verbs", ())),
        identified_as=frozenset(lexicon.get("identifying", {}).get("as", ())),
        staff=frozenset(lexicon.get("staff", ())),
        comrades=frozenset(lexicon.get("comrades", ())),
        nationals=frozenset(lexicon.get("nationals", ())),
        peoples={str(word): land for land, words in lexicon.get("peoples", {}).items() for word in words},
        aged=labelled({"aged": lexicon.get("aged", ())}),
        aging=frozenset(lexicon.get("aging", ())),
        genders={
            str(noun): f"Gender={gender}"
            for gender, nouns in lexicon.get("genders", {}).items()
            for noun in nouns
        },
    )
