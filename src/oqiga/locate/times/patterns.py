"""Matching the patterns of a lexicon against the pieces of a text: at each place the longest match wins.

Every pattern is bounded, every piece is looked at a bounded number of times: linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from oqiga.locate.times.calendar import FIRST_YEAR
from oqiga.locate.times.language import Step, TimeLexicon, meanings_at
from oqiga.locate.times.words import Word

Found = tuple[int, int, dict[str, str]]
"""Where a pattern ends, its number, and its slots."""

LONGEST_NUMBER = 6
"""In pieces: "two hundred twenty-five thousand"."""


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found at pieces `first` to `last` (exclusive), with the values of its slots."""

    means: str
    first: int
    last: int
    slots: Mapping[str, str]
    guards: Mapping[str, str]


class Reader:
    """The pieces of one text, and what each may be; looked up once per place."""

    def __init__(self, lexicon: TimeLexicon, words: Sequence[Word]) -> None:
        self.lexicon = lexicon
        self.words = words
        self._known: dict[int, Mapping[str, Sequence[tuple[str, int]]]] = {}

    def meanings(self, index: int) -> Mapping[str, Sequence[tuple[str, int]]]:
        """Return, by class, the (value, end) that may be read at `index`."""
        if index not in self._known:
            self._known[index] = self._read(index)
        return self._known[index]

    def _read(self, index: int) -> Mapping[str, Sequence[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for name, value, end in meanings_at(self.lexicon, self.words, index):
            found.setdefault(name, []).append((value, end))
        if self.words[index].digits:
            for name, value in _digit_classes(self.words, index):
                found.setdefault(name, []).append((value, index + 1))
        number = self._spelled_number(index, found)
        if number is not None:
            found.setdefault("number", []).insert(0, number)
            if self.words[index].letters and int(number[0]) >= FIRST_YEAR:
                found.setdefault("spelled", []).append(number)
        return found

    def _spelled_number(
        self, index: int, found: Mapping[str, Sequence[tuple[str, int]]]
    ) -> tuple[str, int] | None:
        """Read "twenty-five", "two thousand", "5 1/2": (value, end), None when no number begins here."""
        if self.words[index].digits:
            return _digits_with_fraction(self.words, index)
        return self._sum_of_words(index, found)

    def _sum_of_words(
        self, index: int, found: Mapping[str, Sequence[tuple[str, int]]]
    ) -> tuple[str, int] | None:
        """Add number words up; "nineteen ninety-four" counts its first part in hundreds."""
        total, current, position = 0, 0, index
        while position < min(len(self.words), index + LONGEST_NUMBER):
            here = found if position == index else self._forms(position)
            if "cardinal" in here:
                value, end = here["cardinal"][-1]
                if current and not _adds(current, int(value)):
                    if not 10 <= current <= 20:
                        break
                    current *= 100
                current += int(value)
            elif "multiplier" in here and current:
                value, end = here["multiplier"][-1]
                current *= int(value)
                if int(value) >= 1000:
                    total, current = total + current, 0
            else:
                break
            position = end
        return (str(total + current), position) if position > index else None

    def _forms(self, index: int) -> Mapping[str, Sequence[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        if not self.words[index].fresh:
            for name, value, end in meanings_at(self.lexicon, self.words, index):
                found.setdefault(name, []).append((value, end))
        return found

    def matches(self) -> Iterator[Match]:
        """Yield the longest match at each place, left to right, never overlapping."""
        index = 0
        while index < len(self.words):
            best = self._longest(index)
            if best is None:
                index += 1
            else:
                yield best
                index = best.last

    def _longest(self, index: int) -> Match | None:
        best = self._walk(self.lexicon.first, index, index)
        if best is None:
            return None
        end, number, slots = best
        pattern = self.lexicon.patterns[number]
        return Match(pattern.means, index, end, {**slots, **pattern.fixed}, pattern.guards)

    def _walk(self, step: Step, start: int, position: int) -> Found | None:
        """Return the longest way from `step` on to the end of a pattern; of equals the first in the file."""
        best: Found | None = (position, step.ends[0], {}) if step.ends else None
        if position >= len(self.words) or (position > start and self.words[position].fresh):
            return best
        for slot, value, following, end in self._onward(step, position):
            reached = self._walk(following, start, end)
            if reached and (best is None or (reached[0], -reached[1]) > (best[0], -best[1])):
                best = (reached[0], reached[1], {slot: value, **reached[2]}) if slot else reached
        return best

    def _onward(self, step: Step, position: int) -> Iterator[tuple[str, str, Step, int]]:
        """Yield (slot, value, next step, end) of all that the pieces at `position` may be."""
        word = self.words[position]
        for key in (word.key,) if word.lemma in ("", word.key) else (word.key, word.lemma):
            if key in step.literals:
                yield "", "", step.literals[key], position + 1
        if step.classes:
            for name, choices in self.meanings(position).items():
                for slot, following in step.classes.get(name, ()):
                    for value, end in choices:
                        yield slot, value, following, end


def _adds(current: int, value: int) -> bool:
    """Tell whether a number word may be added to what stands before it: five to twenty, not ten to five."""
    room = 10 if current % 100 >= 20 and not current % 10 else 100 if not current % 100 else 1
    return value < room


def _digit_classes(words: Sequence[Word], index: int) -> Iterator[tuple[str, str]]:
    key = words[index].key
    value, length = int(key), len(key)
    if length <= 2:
        if 1 <= value <= 31:
            yield "day", str(value)
        if 1 <= value <= 12:
            yield "month_number", str(value)
        if value <= 24:
            yield "hour", str(value)
        if length == 2 and value <= 59:
            yield "minute", str(value)
        if length == 2:
            yield "short_year", str(1900 + value if value >= 30 else 2000 + value)
    if length == 4 and value < 2400 and value % 100 < 60:
        yield "hhmm", key
    if length == 4 and 1000 <= value <= 2199 and not _in_decimal(words, index):
        yield "year", key


def _in_decimal(words: Sequence[Word], index: int) -> bool:
    """Tell whether the digits belong to a longer number: "2082.1", "$1,100"."""
    before, after = words[max(index - 1, 0) : index], words[index + 1 : index + 3]
    ahead = len(after) == 2 and all(word.glued for word in after) and after[0].key in ".," and after[1].digits
    behind = bool(before) and words[index].glued and before[0].key in ".,"
    behind = behind and not (index > 1 and words[index - 2].digits and len(words[index - 2].key) <= 2)
    return ahead or behind


def _digits_with_fraction(words: Sequence[Word], index: int) -> tuple[str, int]:
    """Read digits, and what may belong to them: "1,000", "2.5", "5 1/2"."""
    value, end = words[index].key, index + 1
    following = words[end : end + 3]
    if len(following) >= 2 and following[0].key in ",." and following[0].glued and following[1].glued:
        tail = following[1].key
        if following[1].digits and following[0].key == "," and len(tail) == 3:
            return value + tail, end + 2
        if following[1].digits and following[0].key == ".":
            return f"{value}.{tail}"[:8], end + 2
    if [word.key for word in following] == ["1", "/", "2"]:
        return value + ".5", end + 3
    return str(int(value)), end
