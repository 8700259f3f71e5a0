"""The words of saying in one language, as typed tables over `speech`, `sources` and `channels`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from oqiga.model.terms import Certainty, SourceKind
from oqiga.read.attribution.model import Act
from oqiga.read.languages import LanguagePack


@dataclass(frozen=True, slots=True)
class SpeechWord:
    """A verb or noun of saying: the act, the certainty it lends, what it takes as its words."""

    act: Act
    certainty: Certainty
    passive: Certainty
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Marker:
    """ "According to": its words in lower case, and on which side of it the source stands."""

    words: tuple[str, ...]
    side: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """One language's words of saying. `words` holds plain lists by their name in the YAML."""

    verbs: Mapping[str, SpeechWord]
    nouns: Mapping[str, SpeechWord]
    markers: Mapping[str, tuple[Marker, ...]]
    adverbs: Mapping[str, Certainty]
    hedges: Mapping[str, Certainty]
    words: Mapping[str, frozenset[str]]
    kinds: Mapping[tuple[str, ...], SourceKind]
    generic: frozenset[SourceKind]
    longest_kind: int
    channels: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    channel_verbs: Mapping[str, str]
    place_kind: SourceKind
    statement_words: int
    set_off: bool
    dash_is_verb: bool
    bare_definite: bool
    known_speakers: bool


_LISTS = (
    "quoting", "quoted_as", "addressing", "going_on",
    "messages", "owner_cases", "no_owners", "mute", "as_words", "unclear", "not_clear", "negations",
    "relative", "back", "as_of", "articles", "joints", "citing", "speaking_in", "refers_back", "about",
    "told_in", "from_whom", "citing_verbs", "deeds_too", "oneself", "held_to_be", "contrasting", "called",
    "told_passively", "goes_on_with", "own_voice",
)  # fmt: skip
_COUNTING = ("verbs", "nouns", "before")


@lru_cache(maxsize=8)
def speech_lexicon(pack: LanguagePack) -> SpeechLexicon:
    """Return the words of saying of one language."""
    speech, sources, channels = (pack.lexicon(name) for name in ("speech", "sources", "channels"))
    kinds = {
        tuple(phrase.split()): SourceKind(kind)
        for kind, phrases in sources["kinds"].items()
        for phrase in phrases
    }
    words = {name: frozenset(speech.get(name, ())) for name in _LISTS}
    words |= {name: frozenset(sources.get(name, ())) for name in ("titles", "bodies", "any_body")}
    counting = speech.get("counting", {})
    words |= {f"counting_{name}": frozenset(counting.get(name, ())) for name in _COUNTING}
    words |= {"pronoun_self": frozenset(), "pronoun_own": frozenset()}
    words |= {f"pronoun_{name}": frozenset(each) for name, each in speech["pronouns"].items()}
    return SpeechLexicon(
        verbs=_groups(speech["verbs"]),
        nouns=_groups(speech.get("nouns", ())),
        markers=_markers(speech.get("markers", ())),
        adverbs=_by_certainty(speech.get("adverbs", {})),
        hedges=_by_certainty(speech.get("hedges", {})),
        words=words,
        kinds=kinds,
        generic=frozenset(SourceKind(kind) for kind in sources["generic"]),
        longest_kind=max(map(len, kinds)),
        channels=_channels(channels["channels"]),
        channel_verbs=channels.get("verbs") or {},
        place_kind=SourceKind(sources["place_kind"]),
        statement_words=speech["statement_words"],
        set_off=speech.get("set_off", True),
        dash_is_verb=speech.get("dash_is_verb", False),
        known_speakers=speech.get("known_speakers", False),
        bare_definite=speech.get("bare_definite", not speech.get("articles")),
    )


def _groups(groups: Iterable[Mapping[str, Any]]) -> dict[str, SpeechWord]:
    """Return word → entry; a word in two groups keeps the first act and takes what both take."""
    found: dict[str, SpeechWord] = {}
    for group in groups:
        certainty = Certainty(group.get("certainty", "stated"))
        entry = SpeechWord(
            cast(Act, group["act"]),
            certainty,
            Certainty(group.get("passive", certainty)),
            frozenset(group.get("takes", ())),
        )
        for word in group["words"]:
            first = found.get(word)
            found[word] = entry if first is None else _widened(first, entry)
    return found


def _widened(first: SpeechWord, second: SpeechWord) -> SpeechWord:
    certainty = first.certainty if first.certainty is not Certainty.STATED else second.certainty
    return SpeechWord(first.act, certainty, first.passive, first.takes | second.takes)


def _markers(entries: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Marker, ...]]:
    """Return first word → markers, the longest first."""
    found: dict[str, list[Marker]] = {}
    for entry in entries:
        words = tuple(str(entry["words"]).lower().split())
        certainty = Certainty(entry.get("certainty", "stated"))
        found.setdefault(words[0], []).append(Marker(words, entry.get("side", "after"), certainty))
    return {first: tuple(sorted(each, key=lambda m: -len(m.words))) for first, each in found.items()}


def _by_certainty(groups: Mapping[str, Iterable[str]]) -> dict[str, Certainty]:
    return {word: Certainty(certainty) for certainty, words in groups.items() for word in words}


def _channels(table: Mapping[str, Iterable[str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return first word → phrases that start with it and the channel they name."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, phrases in table.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, name))
    return {first: tuple(each) for first, each in found.items()}
