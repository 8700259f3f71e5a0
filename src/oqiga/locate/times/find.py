"""Finding and resolving every expression of time in a document, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from oqiga.locate.mentions import TimeMention
from oqiga.locate.times import calendar, clocks, relative
from oqiga.locate.times.clocks import EVENING
from oqiga.locate.times.dateline import written_on
from oqiga.locate.times.guards import allowed, neighbours
from oqiga.locate.times.joining import Piece, dated_beside, joined, over_bracket
from oqiga.locate.times.language import TimeLexicon, time_lexicon
from oqiga.locate.times.moments import published_of, stretch_of
from oqiga.locate.times.patterns import Match, Reader
from oqiga.locate.times.situation import Resolved, Situation, Slots, Tense
from oqiga.locate.times.tense import TenseReader
from oqiga.locate.times.timeless import inside, timeless
from oqiga.locate.times.words import Word, cut
from oqiga.model.claims import When
from oqiga.model.span import Span
from oqiga.model.syntax import Document
from oqiga.model.terms import TimePrecision

MEANINGS: Mapping[str, Callable[[Slots, Situation], Resolved | None]] = {
    "date": calendar.resolve_date,
    "numeric_date": calendar.resolve_numeric,
    "date_range": calendar.resolve_date_range,
    "month": calendar.resolve_month,
    "year": calendar.resolve_year,
    "spelled_year": calendar.resolve_spelled_year,
    "decade": calendar.resolve_decade,
    "century": calendar.resolve_century,
    "quarter": calendar.resolve_quarter,
    "half": calendar.resolve_half,
    "season": calendar.resolve_season,
    "holiday": calendar.resolve_holiday,
    "weekday": relative.resolve_weekday,
    "day_word": relative.resolve_day_word,
    "told_day": relative.resolve_told_day,
    "day_part": clocks.resolve_day_part,
    "clock": clocks.resolve_clock,
    "span_unit": relative.resolve_span_unit,
    "week_of": calendar.resolve_week_of,
    "period": relative.resolve_period,
    "shift": relative.resolve_shift,
    "duration": relative.resolve_duration,
    "habit": relative.resolve_habit,
    "reference": relative.resolve_reference,
    "nothing": relative.resolve_nothing,
}
"""What a pattern of a lexicon may mean (`means:`), and the function that resolves it."""

_ZONE = 1
"""Words between a clock and its day: "6 a.m. *EST* Friday"."""
LONGEST_MODIFIER = 5
"""In pieces: "the second half of"."""

_TENSED = frozenset({"date", "date_range", "month", "quarter", "season", "holiday", "weekday", "span_unit"})


def find_times(document: Document, published: str | None) -> tuple[TimeMention, ...]:
    """Return the expressions of time of a document, resolved as far as text and publication allow.

    published: ISO 8601 of any precision; None leaves relative expressions unresolved.
    Of a document's tokens only text, lemma and, for tense, the verbs are used, and names of people ("Theresa
    *May*"); a language without a lexicon of times gives no mention. Linear in the length of the text.
    """
    lexicon = time_lexicon(document.language)
    if lexicon is None:
        return ()
    words = cut(document.text, _lemmas(document) if lexicon.lemmas else {})
    reader = Reader(lexicon, words)
    quarterly = any(lexicon.listed("quarterly", word.key) for word in words)
    matches = [match for match in reader.matches() if allowed(match, reader)]
    situation = Situation(published_of(published), quarterly=quarterly, years=_years_named(matches))
    tenses = TenseReader(document, lexicon)
    pieces = _pieces(reader, matches, situation, tenses, timeless(document))
    return tuple(_mention(document.text, piece, words, lexicon) for piece in pieces)


def _lemmas(document: Document) -> dict[int, str]:
    """Return the lemmas of a document by where words start, behind a number's hyphen too («22-наурызда»)."""
    found = {token.span.start: token.lemma for token in document.tokens}
    for token in document.tokens:
        number, hyphen, word = token.text.partition("-")
        if hyphen and word and number.isdigit():
            found[token.span.start + len(number) + 1] = token.lemma.rpartition("-")[2]
    return found


def _years_named(matches: Sequence[Match]) -> Mapping[tuple[int, int], int]:
    """Return the year of each day (month, day) and month (month, 0) named with one, 0 where with several."""
    years: dict[tuple[int, int], int] = {}
    for match in matches:
        slots = match.slots
        if match.means in ("date", "month") and "year" in slots:
            day, year = (int(slots["month"]), int(slots.get("day", 0))), int(slots["year"])
            years[day] = year if years.get(day, year) == year else 0
    return years


def _pieces(
    reader: Reader,
    matches: Sequence[Match],
    situation: Situation,
    tenses: TenseReader,
    others: Sequence[Span],
) -> list[Piece]:
    """Return the expressions of a text; others: names of people and addresses, in which there is none."""
    found: list[Piece] = []
    waiting: Piece | None = None
    for match in matches:
        span = Span(reader.words[match.first].span.start, reader.words[match.last - 1].span.end)
        if inside(span, others):
            continue
        situation.tense = _tense(match, span, reader, tenses, waiting) if match.means in _TENSED else ""
        situation.here = match.first
        resolved = MEANINGS[match.means](match.slots, situation)
        if resolved is None:
            continue
        piece = Piece(match.first, match.last, resolved)
        if situation.written is None and match.means == "date":
            situation.written = written_on(
                match.first, match.last, resolved.day, reader.words, situation.today
            )
        if waiting and (redated := dated_beside(waiting, piece, reader)) is not None:
            found[-1] = redated
        together = joined(waiting, piece, reader) if waiting else None
        if together is not None:
            found[-1] = waiting = together
            clock = found[-2] if len(found) > 1 and found[-2].resolved.level == "dial" else None
            whole = joined(clock, together, reader) if clock else None  # "4:30" beside "Friday afternoon"
            if whole is not None:
                found[-2:] = [waiting := whole]
        elif (whole := over_bracket(found[-2:], piece, reader)) is not None:
            found[-2:] = [waiting := whole]
        else:
            waiting = piece
            found.append(piece)
        if not (situation.at_hand and tenses.of_speech(span)):
            _tell(situation, waiting.resolved)
    found = [piece for piece in found if piece.resolved.alone]
    return [
        _with_modifier(piece, before, reader) for piece, before in zip(found, [None, *found], strict=False)
    ]


def _tense(match: Match, span: Span, reader: Reader, tenses: TenseReader, before: Piece | None) -> Tense:
    """The words next to the expression tell first ("until Friday", "Friday's attack"), then its clause.

    before: the piece in front; a clock that the expression goes on with is passed: "until 6 a.m. Friday".
    """
    lexicon, words = reader.lexicon, reader.words
    _, after = neighbours(match, words)
    if lexicon.listed("possessive", after):
        return "past"
    lead = match.first - 1
    clock = before is not None and before.resolved.type == "TIME"
    if clock and before is not None and before.last <= match.first <= before.last + _ZONE:
        lead = before.first - 1
    while lead > match.first - LONGEST_MODIFIER and lead > 0 and lexicon.listed("skipped", words[lead].key):
        lead -= 1
    if lead >= 0 and not words[lead + 1].fresh and lexicon.listed("ahead", words[lead].key):
        return "future"
    return tenses.around(span)


def _tell(situation: Situation, resolved: Resolved) -> None:
    """Remember the day and the month that were named last."""
    if resolved.type not in ("DATE", "TIME") or not resolved.anchored:
        return
    stretch = stretch_of(resolved.value)
    if stretch is None:
        return
    if resolved.day is not None:
        situation.told_at = situation.here
        in_the_night = resolved.level == "clock" and resolved.clock >= EVENING and situation.told_night
        if not in_the_night:  # the night goes on: "Friday night: at 11 p.m. …, at 1 a.m. …"
            situation.told, situation.told_night = resolved.day, resolved.night
    year, month = int(stretch.start[:4]), int(stretch.start[5:7])
    if resolved.level in ("day", "weekday", "timed", "month"):
        situation.told_month = (year, month)


def _with_modifier(piece: Piece, before: Piece | None, reader: Reader) -> Piece:
    """Let an expression begin with the words that qualify it ("early June", "the end of 1990")."""
    floor = max(before.last if before else 0, piece.first - LONGEST_MODIFIER)
    for start in range(floor, piece.first):
        kinds = [kind for kind, end in reader.meanings(start).get("modifier", ()) if end == piece.first]
        fits = "edge" in kinds or ("about" in kinds and "number" in reader.meanings(piece.first))
        if fits and not any(word.fresh for word in reader.words[start + 1 : piece.first + 1]):
            return replace(piece, first=start)
    return piece


def _mention(text: str, piece: Piece, words: Sequence[Word], lexicon: TimeLexicon) -> TimeMention:
    span = Span(words[piece.first].span.start, words[piece.last - 1].span.end)
    return TimeMention(
        span=span,
        text=span.of(text),
        type=piece.resolved.type,
        value=piece.resolved.value,
        when=_when(text, piece, words, lexicon),
    )


def _when(text: str, piece: Piece, words: Sequence[Word], lexicon: TimeLexicon) -> When | None:
    """Return the stretch of calendar; its words begin with the preposition that places it ("on Sunday")."""
    resolved = piece.resolved
    if resolved.type not in ("DATE", "TIME"):
        return None
    first = piece.first
    if first and lexicon.listed("locating", words[first - 1].key) and not words[first].fresh:
        first -= 1
    span = Span(words[first].span.start, words[piece.last - 1].span.end)
    stretch = stretch_of(resolved.value) if resolved.anchored else None
    if stretch is None:
        return When(text=span.of(text), span=span)
    precision = TimePrecision.HOUR if resolved.rough and stretch.precision == "minute" else stretch.precision
    return When(start=stretch.start, end=stretch.end, precision=precision, text=span.of(text), span=span)
