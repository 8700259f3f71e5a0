"""The number lexicon of a language, ready for matching, and the quantity that is found by it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from oqiga.read.languages import language_pack
from oqiga.read.phrases import Phrases, labelled, words_of


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of people or things, as words of the text.

    first, last: tokens, hedges included, `last` exclusive. core: first token of the number itself.
    low, high: whole numbers, `high` None when open. additional: on top of a figure given before.
    digits: written in digits, so that it may be a year, a street number or an age.
    """

    first: int
    last: int
    core: int
    low: int
    high: int | None
    approximate: bool = False
    additional: bool = False
    digits: bool = False


class NumberWords:
    """The number lexicon of one language, ready for matching."""

    def __init__(self, lexicon: Mapping[str, Any], change: Iterable[str] = ()) -> None:
        """Index a lexicon of the form that docs/languages.md describes.

        change: verbs after which "from 42 to 67" is an old and a new figure, and no range.
        """
        self.change = labelled({"change": change})
        separators = "".join(re.escape(mark) for mark in lexicon["thousands"] if mark.strip())
        self.grouped = re.compile(rf"\d{{1,3}}(?:[{separators}]\d{{3}}){{1,3}}") if separators else None
        self.fraction = re.compile(rf"(\d{{1,3}}){re.escape(lexicon['decimal'])}(\d{{1,3}})")
        self.spaced = any(not mark.strip() for mark in lexicon["thousands"])
        self.cardinals: Mapping[str, int] = lexicon["cardinals"]
        self.multipliers: Mapping[str, int] = lexicon["multipliers"]
        self.one = frozenset(lexicon["one"])
        self.joiners = frozenset(lexicon["joiners"])
        self.fixed = Phrases(_fixed(lexicon))
        self.before = labelled(lexicon["before"])
        self.after = labelled(lexicon["after"])
        self.ranges = tuple((each.get("open"), each["middle"]) for each in lexicon["ranges"])
        by_case = lexicon.get("ranges_by_case", {})
        self.range_cases: tuple[str, str] = (by_case.get("from", ""), by_case.get("to", ""))
        self.until = frozenset(by_case.get("until", ()))
        self.additional = labelled({"additional": lexicon["additional"]})
        self.limits = words_of(lexicon.get("limits", ()))
        self.negated = frozenset(lexicon.get("negated", ()))
        self.instead = frozenset(lexicon.get("instead", ()))
        self.apiece = frozenset(lexicon.get("apiece", ()))
        self.abbreviated = frozenset(lexicon.get("abbreviated", ()))
        endings = "|".join(map(re.escape, lexicon.get("endings", ())))
        self.inflected = re.compile(rf"^(\d+)[-‑](?:{endings})$") if endings else re.compile(r"^(?!)()")
        self.half = labelled({"half": lexicon.get("half", ())})
        self.units_after = labelled({"unit": lexicon["units_after"]})
        self.numbered = frozenset(lexicon.get("numbered", ()))
        self.units_before = labelled({"unit": lexicon["units_before"]})
        self.definite = frozenset(lexicon.get("definite", ()))
        self.spatial = frozenset(lexicon.get("spatial", ()))
        self.standing = labelled({"standing": lexicon.get("standing", ())})
        self.glue = frozenset(lexicon["glue"])
        self.ratios = frozenset(lexicon.get("ratios", ()))


def _fixed(lexicon: Mapping[str, Any]) -> Iterator[tuple[str, tuple[int, bool]]]:
    """Yield phrases that are a number by themselves, with the number and whether it is a rough one."""
    yield from ((str(entry), (0, False)) for entry in lexicon["nobody"])
    yield from ((str(entry), (value, True)) for entry, value in lexicon["vague"].items())
    yield from ((str(entry), (value, False)) for entry, value in lexicon["collectives"].items())


@lru_cache(maxsize=8)
def number_words(code: str) -> NumberWords:
    """Return the number lexicon of a language, read once."""
    pack = language_pack(code)
    change = (verb for verbs in pack.lexicon("revisions")["change"].values() for verb in verbs)
    return NumberWords(pack.lexicon("numbers"), change)
