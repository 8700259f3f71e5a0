"""The words of one language that tell earlier events and other ones from the story."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from oqiga.read.languages import LanguagePack
from oqiga.read.phrases import Phrases, words_of


@dataclass(frozen=True, slots=True)
class BackgroundWords:
    """What marks background, and what goes on with the story; see docs/languages.md."""

    cues: Phrases[str]
    follows: Phrases[str]
    biography: Phrases[str]
    compare: frozenset[str]
    since: frozenset[str]
    earlier: frozenset[str]
    then: Phrases[str]
    story: frozenset[str]
    goes_on: Phrases[str]
    that: Phrases[str]
    later: Phrases[str]
    recalling: Phrases[str] | None
    claimed_before: Phrases[str] | None
    near_days: int
    series: frozenset[str]
    one_of: frozenset[str]
    listed: Phrases[str]
    statistics: frozenset[str]


@lru_cache(maxsize=8)
def background_words(pack: LanguagePack) -> BackgroundWords:
    """Return what the `background` lexicon of a language holds."""
    loaded = pack.lexicon("background")
    return BackgroundWords(
        cues=words_of(loaded["cues"]),
        follows=words_of(loaded["follows"]),
        biography=words_of(loaded["biography"]),
        compare=frozenset(loaded["compare"]),
        since=frozenset(loaded.get("since", ())),
        earlier=frozenset(loaded.get("earlier", ())),
        then=words_of(loaded.get("then", ())),
        story=frozenset(loaded.get("story", ())),
        goes_on=words_of(loaded.get("goes_on", ())),
        that=words_of(loaded.get("that", ())),
        later=words_of(loaded.get("later", ())),
        recalling=words_of(loaded["recalling"]) if "recalling" in loaded else None,
        claimed_before=words_of(loaded["claimed_before"]) if "claimed_before" in loaded else None,
        near_days=int(loaded["near_days"]),
        series=frozenset(loaded.get("series", ())),
        one_of=frozenset(loaded.get("one_of", ())),
        listed=words_of(loaded.get("listed", ())),
        statistics=frozenset(loaded.get("statistics", ())),
    )
