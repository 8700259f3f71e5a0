"""Scales on which countries state a level of alert, from alert_scales.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from oqiga.datafiles import data_file


@dataclass(frozen=True, slots=True)
class AlertLevel:
    """One step of a scale. rank: 1 is the lowest. words: language → words a text may name it by."""

    id: str
    rank: int
    definition: str
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class AlertScale:
    """One country's scale. country: ISO 3166-1 alpha-2. levels: from the lowest. source: who sets it."""

    id: str
    country: str
    name: str
    definition: str
    source: str
    levels: tuple[AlertLevel, ...]


@dataclass(frozen=True, slots=True)
class RankedLevel:
    """A level as found on a scale."""

    scale: AlertScale
    level: AlertLevel


@lru_cache(maxsize=1)
def alert_scales() -> tuple[AlertScale, ...]:
    """Return all scales, a country's present one before those it replaced."""
    loaded = data_file("oqiga.codebook", "alert_scales")
    return tuple(
        AlertScale(
            id=entry["id"],
            country=entry["country"],
            name=entry["name"],
            definition=entry["definition"],
            source=entry["source"],
            levels=tuple(
                AlertLevel(
                    id=str(level["id"]),
                    rank=rank,
                    definition=level["definition"],
                    words={code: tuple(map(str, words)) for code, words in level["words"].items()},
                )
                for rank, level in enumerate(entry["levels"], start=1)
            ),
        )
        for entry in loaded
    )


def scale_called(name: str | None) -> AlertScale | None:
    """Return the scale of that name, or id; None for any other."""
    return next((each for each in alert_scales() if name in (each.name, each.id)), None)


def level_words(language: str) -> tuple[str, ...]:
    """Return every word that names a level on some scale in a language, each once."""
    return tuple(
        dict.fromkeys(
            word
            for scale in alert_scales()
            for level in scale.levels
            for word in level.words.get(language, ())
        )
    )


def ranked(words: str, *, language: str, country: str) -> RankedLevel | None:
    """Return the step of a country's scale that `words` name, None when it has no such scale or step."""
    for scale in alert_scales():
        if scale.country != country:
            continue
        for level in scale.levels:
            if words.lower() in level.words.get(language, ()):
                return RankedLevel(scale, level)
    return None


def is_own_name(words: str, *, language: str, country: str) -> bool:
    """Tell whether `words` are a level's own name («красный»), which stands first, and do not describe it."""
    found = ranked(words, language=language, country=country)
    return found is not None and _plain(words) == _plain(found.level.words[language][0])


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")
