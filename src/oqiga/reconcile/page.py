"""What all sketches of a report share: its heading and text, its sources, its dateline, the days it names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from oqiga.codebook.targets import is_everywhere, kinds_in
from oqiga.codebook.when_told import commemorates, looks_back, names_night, only_follows, years_back
from oqiga.model.claims import Claim, Event, Place, Toll
from oqiga.model.moments import day_of
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.model.terms import PlacePrecision, SourceKind
from oqiga.reconcile.evidence import Header
from oqiga.reconcile.mourning import mourned
from oqiga.reconcile.naming import calendar_words, mentions, skeleton
from oqiga.reconcile.people import people
from oqiga.reconcile.sketch import signature_of
from oqiga.reconcile.told_days import day_in, told_at, told_of, weekdays_at

_MENTIONS = 80
_OFFICIAL = frozenset(
    {
        SourceKind.GOVERNMENT,
        SourceKind.POLICE,
        SourceKind.MILITARY,
        SourceKind.JUDICIARY,
        SourceKind.HEALTH,
        SourceKind.RESCUE,
        SourceKind.INTERNATIONAL,
        SourceKind.OFFICIAL,
    }
)
_REACH = 6000
"""Characters of a report in which kinds of sites are looked for."""
_PARTED = re.compile(r"(?:\s(?:-{1,2}|—|–)|(?<=\d):)\s")
_WORD = re.compile(r"[^\W\d_]+")
_LINE = 90
"""Characters in which a dateline ends."""
_MOST_SMALL = 2
_HEADING = 200
"""Characters of a first line that may be a heading."""
_SHORTEST = 4
_AHEAD = 80
_BEHIND = 24
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_DAY_OF_MONTH = re.compile(r"\w{1,16}(?:\sof)?\s\w{1,16}")
_DATELINE = re.compile(r"[^\n.!?:;]{3,70}(?:\s-{1,2}|\s?[—–])\s")


@dataclass(frozen=True, slots=True)
class Page:
    """One report as its sketches see it.

    own: its heading and text without the words that only recall. mourned: where they name days of mourning
    that came after the story; none years on.
    """

    report: Report
    header: Header
    signature: tuple[int, ...]
    named: tuple[str, ...]
    openings: tuple[str, ...]
    people: tuple[str, ...]
    officials: tuple[str, ...]
    kinds: tuple[str, ...]
    sources: frozenset[Span]
    recalled: frozenset[Span]
    whole: str
    own: str
    mourned: frozenset[int]
    late: bool
    commemorates: bool

    @classmethod
    def of(cls, report: Report, claims: Sequence[Claim], *, entered: str | None = None) -> Page:
        """Return the page of a report; claims: all that it makes."""
        whole = f"{report.title or ''}\n{report.text}"
        named, openings = mentions(whole, _MENTIONS, report.language)
        cited = {each.name for claim in claims for each in claim.said_by if each.kind in _OFFICIAL}
        recalled = frozenset(
            claim.span for claim in claims if claim.background and isinstance(claim, Event | Toll)
        )
        own = _without(whole, recalled, len(whole) - len(report.text))
        full, officials = people(own, cited)
        return cls(
            report=report,
            header=Header.of(report, entered=entered),
            signature=signature_of(report.text),
            named=named,
            openings=openings,
            people=full,
            officials=officials,
            kinds=tuple(sorted(kind for kind in kinds_in(own[:_REACH]) if not is_everywhere(kind))),
            sources=frozenset(source.span for claim in claims for source in claim.said_by),
            recalled=recalled,
            whole=whole,
            own=own,
            mourned=frozenset() if years_back(whole) else mourned(whole),
            late=looks_back(whole),
            commemorates=commemorates(whole),
        )

    @property
    def not_its_own(self) -> frozenset[Span]:
        """Where sources are named, or only what is recalled: the sites there are not of the story."""
        return self.sources | self.recalled

    def beside(self, span: Span) -> bool:
        """Tell whether words only set the story beside what they recall ("a year after a bomb …")."""
        return any(span.covers(each) and span != each for each in self.recalled)

    def recalls(self, span: Span | None) -> bool:
        """Tell whether words stand in what is only recalled, as the day of another attack."""
        return span is not None and any(each.covers(span) for each in self.recalled)

    @property
    def day(self) -> int | None:
        """The day it came out (ordinal), None when that is not known."""
        return day_of(self.report.published) if self.report.published else None

    @property
    def days(self) -> tuple[tuple[int, str], ...]:
        """Days of the calendar that the report names, and where in its text (before it: in the heading)."""
        own = ((at, day) for at, day in told_at(self.whole) if at not in self.mourned)
        told = ((at - self._start, day) for at, day in own if not self._only_follows(at))
        first, end = self._dateline
        return tuple((at, day) for at, day in told if not first <= at < end)

    @property
    def told_weekdays(self) -> tuple[str, ...]:
        """The days of the calendar that it names beside a day of the week."""
        return weekdays_at(self.own)

    @property
    def dateline(self) -> str | None:
        """The one day that its dateline names, on which it was written; None where it names none."""
        first, end = self._dateline
        days = {day for at, day in told_at(self.whole) if first <= at - self._start < end}
        return days.pop() if len(days) == 1 else None

    @property
    def small(self) -> frozenset[str]:
        """The words, as skeletons, that the report also writes small: no names where they open a sentence."""
        words = (word for word in _WORD.findall(self.whole) if word.islower() and len(word) >= _SHORTEST)
        return frozenset(map(skeleton, words))

    @property
    def nights(self) -> frozenset[str]:
        """The days that the report names with a night right before them («в ночь на 4 июня»)."""
        told = ((self.whole[max(0, at - _BEHIND) : at], day) for at, day in told_at(self.whole))
        return frozenset(day for before, day in told if names_night(before))

    def elsewhen(self, span: Span | None) -> bool:
        """Tell whether words name a day on which the story was not: of mourning, of what only followed."""
        if span is None:
            return False
        days = (at for at, _ in told_at(self.whole) if span.start <= at - self._start < span.end)
        return any(at in self.mourned or self._only_follows(at) for at in days)

    @property
    def _start(self) -> int:
        """Where the text begins behind the heading."""
        return len(self.whole) - len(self.report.text)

    def _only_follows(self, at: int) -> bool:
        """Tell whether a day is only that of something to come ("is due in court on 5 April")."""
        before = _SENTENCE_END.split(self.whole[max(0, at - _AHEAD) : at])[-1]
        behind = _DAY_OF_MONTH.match(self.whole[at : at + _BEHIND])
        return only_follows(before, self.whole[at + behind.end() :][:_BEHIND] if behind else "")

    @property
    def anniversaries(self) -> tuple[int, ...]:
        """The days (ordinals) of the years ago that it says it is held on, where its publication is known.

        Who tells of it may tell of the day before.
        """
        if self.day is None:
            return ()
        back = years_back(self.whole)
        dates = [(told_of(each), date.fromordinal(each).year) for each in (self.day, self.day - 1)]
        days = (day_in(f"-{told[4:]}", year - years) for told, year in dates for years in back)
        return tuple(day for day in days if day is not None)

    @property
    def _dateline(self) -> tuple[int, int]:
        """Where the dateline starts and ends ("Moscow. 16 January. AGENCY - "), no room without one.

        It opens the text, or its second line where the first is the heading.
        """
        text = self.report.text
        second = text.find("\n") + 1
        for start in (0, second) if 0 < second <= _HEADING else (0,):
            match = _DATELINE.match(text, start)
            end = match.end() if match is not None and len(_small(match.group())) <= _MOST_SMALL else start
            end = max(_closed(text, start, end), start + _dated_line(text[start:]))
            if end > start:
                return start, end
        return 0, 0

    def in_dateline(self, span: Span | None) -> bool:
        """Tell whether the words stand in the dateline: where it was written, not where it happened."""
        first, end = self._dateline
        return span is not None and first <= span.start and span.end <= end

    def scenes(self, places: Sequence[Place]) -> list[Place]:
        """Return the places that are no part of the name of a source, nor only where it was written."""
        told = [each for each in places if not self._names_source(each.span)]
        return _in_its_land([each for each in told if not self.in_dateline(each.span)] or told)

    def _names_source(self, span: Span) -> bool:
        return any(source.covers(span) and source != span for source in self.sources)


def _in_its_land(places: Sequence[Place]) -> list[Place]:
    """Leave out towns of other lands than the one told, where a town of that land is told too.

    They are rather namesakes: "the Noor and *Linwood* mosques in Osh, Kyrgyzstan".
    """
    lands = {each.country for each in places if each.precision is PlacePrecision.COUNTRY}
    towns = [each for each in places if each.precision is PlacePrecision.CITY]
    if len(lands) != 1 or not any(town.country in lands for town in towns):
        return list(places)
    return [each for each in places if each not in towns or each.country in lands]


def _without(whole: str, spans: Collection[Span], start: int) -> str:
    """Return a heading and text without the words that only recall. start: where the text begins."""
    for span in spans:
        first, last = start + span.start, start + span.end
        whole = f"{whole[:first]}{' ' * (last - first)}{whole[last:]}"
    return whole


def _closed(text: str, start: int, end: int) -> int:
    """Return where a dateline ends, behind the bracket that it opens: "OSH (Agency - 8th July, 2018)"."""
    if text.count("(", start, end) <= text.count(")", start, end):
        return end
    closing = text.find(")", end, end + _LINE)
    return end if closing < 0 else closing + 1


def _small(head: str) -> list[str]:
    """Return the words written small: a dateline has few, the opening of a sentence many."""
    return [word for word in _WORD.findall(head) if word.islower()]


def _dated_line(text: str) -> int:
    """Return where a dateline with a day in it ends («Москва. 16 января. INTERFAX.RU - »), 0 without one."""
    parted = _PARTED.search(text[:_LINE])
    head = text[: parted.start()] if parted is not None else ""
    if parted is None or "\n" in head or len(_small(head)) > 1 or not any(told_at(head)):
        return 0  # the month may be written small
    first = _WORD.search(head)
    listed = ":" in parted.group() and (
        not head[:1].isalpha() or first is None or _of_calendar(first.group())
    )
    return 0 if listed else parted.end()  # "5 June: gunmen …" is of a list of days


def _of_calendar(word: str) -> bool:
    return skeleton(word) in calendar_words()
