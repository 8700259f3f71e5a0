"""How many: numbers, ranges and hedges of a text as quantities, by the lexicon `numbers` of the language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from oqiga.model.syntax import Document, Token
from oqiga.read.languages import LanguagePack, language_pack
from oqiga.read.phrases import Match, Phrases, labelled

_DIGITS = re.compile(r"\d{1,9}")
_NOT_PEOPLE = frozenset({"MONEY", "PERCENT", "ORDINAL", "QUANTITY"})
_POSSESSED = "Person[psor]=3"
_ABOUT = "Hedge=About"
"""The feature of a numeral whose ending makes it a rough one, as in Kazakh "жүздей"."""
_MEASURED = 100_000
"""Numbers as large as this are counts, also where they look like a measure ("2.6 million people")."""
_CHANGED = 12
"""How many words before a figure the verb may stand that changes it."""
_LARGEST = 50_000_000
"""No event has counted more people than this; larger numbers are something else."""


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
        self.additional = labelled({"additional": lexicon["additional"]})
        self.abbreviated = frozenset(lexicon.get("abbreviated", ()))
        endings = "|".join(map(re.escape, lexicon.get("endings", ())))
        self.inflected = re.compile(rf"^(\d+)[-‑](?:{endings})$") if endings else re.compile(r"^(?!)()")
        self.half = labelled({"half": lexicon.get("half", ())})
        self.units_after = labelled({"unit": lexicon["units_after"]})
        self.units_before = labelled({"unit": lexicon["units_before"]})
        self.definite = frozenset(lexicon.get("definite", ()))
        self.spatial = frozenset(lexicon.get("spatial", ()))
        self.glue = frozenset(lexicon["glue"])


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


def find_quantities(document: Document, pack: LanguagePack) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order; numbers with a unit, dates, ages and money are left out."""
    words = number_words(pack.code)
    found: list[Quantity] = []
    for sentence in document.sentences:
        position, apart = sentence.first, -1
        while position < sentence.last:
            quantity = _quantity_at(document.tokens, position, sentence.first, sentence.last, words)
            if quantity is None:
                position += 1
                continue
            position = quantity.last
            other = _measures_something_else(document.tokens, quantity, sentence.first, sentence.last, words)
            if other or _continues_list(document.tokens, quantity, apart):
                apart = quantity.last
                continue
            if found and quantity.first < found[-1].last:
                found.pop()
            found.append(quantity)
    return tuple(found)


def _quantity_at(
    tokens: Sequence[Token], position: int, start: int, end: int, words: NumberWords
) -> Quantity | None:
    core = _core_at(tokens, position, end, words)
    if core is None:
        return None
    core = _with_range(tokens, core, start, end, words)
    return _with_additional(tokens, _with_hedges(tokens, core, start, end, words), start, end, words)


def _core_at(tokens: Sequence[Token], position: int, end: int, words: NumberWords) -> Quantity | None:
    """Return the bare number that starts at a token, without hedges."""
    numeral = _digits_at(tokens, position, end, words) or _numeral_at(tokens, position, end, words)
    if numeral is not None:
        numeral = _with_half(tokens, numeral, end, words)
    fixed = words.fixed.at(tokens, position, end)
    if fixed is None or (numeral is not None and numeral.last > fixed.last):
        return numeral
    low, rough = fixed.value
    return Quantity(position, fixed.last, position, low, None if rough else low, rough)


def _digits_at(tokens: Sequence[Token], position: int, end: int, words: NumberWords) -> Quantity | None:
    text = words.inflected.sub(r"\1", tokens[position].text)
    if (rounded := _decimal_at(tokens, position, end, words)) is not None:
        return rounded
    grouped = words.grouped is not None and words.grouped.fullmatch(text)
    if not grouped and not _DIGITS.fullmatch(text):
        return None
    digits, last = re.sub(r"\D", "", text), position + 1
    while words.spaced and len(digits) <= 6 and last < end and _is_group(tokens, last):
        digits, last = digits + tokens[last].text, last + 1
    value = int(digits)
    while last < end and (factor := _multiplier(tokens[last], words)) is not None:
        value, last = value * factor, last + 1 + _dotted(tokens, last, end, words)
    return Quantity(position, last, position, value, value, digits=True) if value <= _LARGEST else None


def _dotted(tokens: Sequence[Token], position: int, end: int, words: NumberWords) -> bool:
    """Tell whether the dot of an abbreviated multiplier follows it inside the sentence: «7 тыс. человек»."""
    following = position + 2 < end and tokens[position + 1].text == "."
    return following and tokens[position].lower in words.abbreviated


def _decimal_at(tokens: Sequence[Token], position: int, end: int, words: NumberWords) -> Quantity | None:
    """Return a fraction of a large number: "2.6 million"; a fraction alone counts nobody."""
    found = words.fraction.fullmatch(tokens[position].text)
    factor = _multiplier(tokens[position + 1], words) if found and position + 1 < end else None
    if found is None or factor is None or factor < 1000:
        return None
    places = len(found.group(2))
    value = int(found.group(1) + found.group(2)) * factor // 10**places
    last = position + 2 + _dotted(tokens, position + 1, end, words)
    return Quantity(position, last, position, value, value, digits=True) if value <= _LARGEST else None


def _with_half(tokens: Sequence[Token], numeral: Quantity, end: int, words: NumberWords) -> Quantity:
    """Return a number of thousands with the half that follows it: «2 с половиной тысячи», "екі жарым мың"."""
    half = words.half.at(tokens, numeral.last, end) if numeral.last < end else None
    factor = _multiplier(tokens[half.last], words) if half is not None and half.last < end else None
    if half is None or factor is None or factor < 2:
        return numeral
    value = numeral.low * factor + factor // 2
    return replace(numeral, last=half.last + 1, low=value, high=value)


def _is_group(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a token is three digits, set off by one space only from a number without an ending."""
    before, text = tokens[position - 1], tokens[position].text
    gap, written = tokens[position].span.start - before.span.end, before.span.end - before.span.start
    plain = written == len(before.text) <= 3  # "359-дан 253-ке" are two numbers
    return len(text) == 3 and text.isdigit() and gap == 1 and plain


def _numeral_at(tokens: Sequence[Token], position: int, end: int, words: NumberWords) -> Quantity | None:
    """Return a number in words: "twenty-one", "one hundred and five", "a dozen"."""
    if position > 0 and tokens[position - 1].text[:1].isdigit():
        return None
    total, current, last, last_unit = 0, 0, position, 0
    index = position
    while index < end:
        token = tokens[index]
        decade = token.pos == "NOUN" and "Number=Plur" in token.feats  # "a man in his *thirties*"
        unit = None if decade else _lookup(words.cardinals, token)
        factor = _multiplier(token, words) if index > position else words.multipliers.get(token.lower)
        if unit is not None and (last == position or _may_follow(last_unit, unit)):
            current, last_unit, last = current + unit, unit, index + 1
        elif factor is not None:
            current = max(current, 1) * factor
            last_unit, last = factor, index + 1
            if factor >= 1000:
                total, current = total + current, 0
        elif index == position and token.lower in words.one and _article_of_number(tokens, index, end, words):
            pass
        elif not (
            last > position
            and token.lower in words.joiners
            and _goes_on(tokens, index, end, last_unit, words)
        ):
            break
        index += 1
    value = total + current
    return Quantity(position, last, position, value, value) if last > position and value <= _LARGEST else None


def _article_of_number(tokens: Sequence[Token], index: int, end: int, words: NumberWords) -> bool:
    return index + 1 < end and tokens[index + 1].lower in words.multipliers


def _may_follow(previous: int, unit: int) -> bool:
    """Tell whether one cardinal may follow another in one number: twenty one, hundred five, not five two."""
    return previous >= 10 and unit < previous and (previous >= 100 or (previous >= 20 and unit < 10))


def _goes_on(tokens: Sequence[Token], index: int, end: int, previous: int, words: NumberWords) -> bool:
    if index + 1 >= end:
        return False
    unit = _lookup(words.cardinals, tokens[index + 1])
    hyphen = not tokens[index].text.isalpha()
    return unit is not None and _may_follow(previous, unit) and (hyphen or previous >= 100)


def _multiplier(token: Token, words: NumberWords) -> int | None:
    return _lookup(words.multipliers, token)


def _lookup(table: Mapping[str, int], token: Token) -> int | None:
    value = table.get(token.lower)
    return table.get(token.lemma) if value is None else value


def _with_range(
    tokens: Sequence[Token], core: Quantity, start: int, end: int, words: NumberWords
) -> Quantity:
    """Join a second number where the words between make both one figure."""
    if core.last >= end or core.high is None or core.low == 0:
        return core
    middle = tokens[core.last].lower
    for opening, between in words.ranges:
        opened = opening is None or (core.first > start and tokens[core.first - 1].lower == opening)
        if middle != between or not opened or core.last + 1 >= end:
            continue
        governed = core.first > start and tokens[core.first - 1].pos == "ADP"
        if governed and middle.isalpha() and _changed(tokens, core, start, words):
            return core
        second = _digits_at(tokens, core.last + 1, end, words) or _numeral_at(
            tokens, core.last + 1, end, words
        )
        if second is not None and second.low > core.low:
            first = core.first - 1 if opening else core.first
            return replace(core, first=first, last=second.last, high=second.high)
    return core


def _changed(tokens: Sequence[Token], core: Quantity, start: int, words: NumberWords) -> bool:
    """Tell whether a verb of change stands before a figure, with no other clause between."""
    first = max(start, core.first - _CHANGED)
    first = next((i + 1 for i in range(core.first - 1, first, -1) if tokens[i].text in ",;"), first)
    return words.change.search(tokens, first, core.first) is not None


def _with_hedges(
    tokens: Sequence[Token], core: Quantity, start: int, end: int, words: NumberWords
) -> Quantity:
    rough = any(_ABOUT in token.feats for token in tokens[core.core : core.last])
    hedged = replace(core, approximate=core.approximate or rough)
    while (found := _hedge_before(tokens, hedged.first, start, words)) is not None:
        if found.value == "exactly" and tokens[found.first].pos in ("NOUN", "VERB"):
            break
        if found.value in ("more_than", "less_than") and tokens[hedged.first].lower in words.definite:
            break  # "rise above the 25 people"
        if tokens[found.first].dep == "case" and tokens[found.first].lower in words.spatial:
            break  # "stood over three bodies"
        if found.value == "up_to" and _reached(tokens, found.first, start, core, words):  # «выросло до 17»
            break
        hedged = _hedge(replace(hedged, first=found.first), found.value)
    if hedged.last < end and (after := words.after.at(tokens, hedged.last, end)) is not None:
        hedged = _hedge(replace(hedged, last=after.last), after.value)
    return hedged


def _hedge_before(
    tokens: Sequence[Token], position: int, start: int, words: NumberWords
) -> Match[str] | None:
    """Return the hedge right before a position, also between commas («погибли, по меньшей мере, 14»)."""
    found = words.before.before(tokens, position, start)
    if found is not None or position - 1 <= start or tokens[position - 1].text != ",":
        return found
    found = words.before.before(tokens, position - 1, start)
    if found is None or (found.first > start and tokens[found.first - 1].text != ","):
        return None
    return found


def _reached(tokens: Sequence[Token], position: int, start: int, core: Quantity, words: NumberWords) -> bool:
    """Tell whether a figure is what another grew to: the tree, or the verb right before, says so."""
    grown = words.change.before(tokens, position, max(start, position - 2)) is not None
    return tokens[position].dep == "case" or (grown and core.low == core.high)


def hedged(low: int, high: int | None, meaning: str) -> tuple[int, int | None]:
    """Return a figure as a word outside its phrase hedges it: «превысило 100» is 101 or more."""
    quantity = _hedge(Quantity(0, 0, 0, low, high), meaning)
    return quantity.low, quantity.high


def _hedge(quantity: Quantity, meaning: str) -> Quantity:
    """Apply one hedge to a figure; a figure that is open already stays open."""
    low, high = quantity.low, quantity.high
    if meaning == "at_least":
        return replace(quantity, high=None)
    if meaning == "more_than" and low < 2:
        return quantity
    if meaning == "more_than":
        return replace(quantity, low=low if high is None else low + 1, high=None)
    if meaning in ("at_most", "up_to"):
        return replace(quantity, low=0 if low == high else low)
    if meaning == "less_than":
        return replace(quantity, low=0, high=None if high is None else max(high - 1, 0))
    return replace(quantity, approximate=True) if meaning in ("about", "almost") else quantity


def _with_additional(
    tokens: Sequence[Token], core: Quantity, start: int, end: int, words: NumberWords
) -> Quantity:
    """Note that a figure comes on top of another: "two more", "another two"."""
    if core.last < end and (after := words.additional.at(tokens, core.last, end)) is not None:
        return replace(core, last=after.last, additional=True)
    if (ahead := words.additional.before(tokens, core.first, start)) is not None:
        return _with_hedges(tokens, replace(core, first=ahead.first, additional=True), start, end, words)
    return core


def _measures_something_else(
    tokens: Sequence[Token], quantity: Quantity, start: int, end: int, words: NumberWords
) -> bool:
    """Tell whether a number counts no people: a unit, an age, a date, a price, a part of a longer sign."""
    after = quantity.last
    if after < end and tokens[after].text == "-" and after + 1 < end:
        after += 1
    unit = words.units_after.at(tokens, after, end) if after < end else None
    if unit is not None and not _counts_past(tokens, quantity, unit.first):
        return True
    if (
        quantity.last < end
        and tokens[quantity.last].lower in words.glue
        and _tight(tokens, quantity.last, end)
    ):
        return True
    before = quantity.core
    if before > start and tokens[before - 1].lower in words.glue and _tight(tokens, before - 1, end):
        return True
    unit = words.units_before.before(tokens, quantity.first, start) if quantity.first > start else None
    if unit is not None and tokens[unit.last - 1].pos != "VERB":  # "bandits numbering 300" are counted
        return quantity.digits
    if tokens[quantity.core].entity == "QUANTITY" and quantity.low >= _MEASURED:
        return False
    if tokens[quantity.core].entity == "PERCENT" and quantity.last < end:
        noun = tokens[quantity.last]
        if noun.pos == "PROPN" and "Number=Plur" in noun.feats:
            return False  # "30 Uzbeks", which the parser took for per cent
    return tokens[quantity.core].entity in _NOT_PEOPLE


def _counts_past(tokens: Sequence[Token], quantity: Quantity, unit: int) -> bool:
    """Tell whether a number counts something behind what looks like its unit.

    A possessed number counts what stands before it ("олардың жетеуі мектеп оқушысы"); a noun that leans on a
    possessed one is no unit ("жеті мектеп оқушысы", seven schoolchildren).
    """
    last, beside = tokens[quantity.last - 1], tokens[unit]
    if last.pos == "NUM" and _POSSESSED in last.feats:
        return True
    head = tokens[beside.head]
    return beside.dep == "compound" and last.head == head.index and _POSSESSED in head.feats


def _continues_list(tokens: Sequence[Token], quantity: Quantity, apart: int) -> bool:
    """Tell whether a number goes on a list of numbers that count no people: "ages 25, 27 and 29"."""
    between = tokens[apart : quantity.first] if 0 <= apart < quantity.first else ()
    return (
        0 < len(between) <= 2
        and quantity.digits
        and all(token.pos in ("PUNCT", "CCONJ") for token in between)
    )


def _tight(tokens: Sequence[Token], position: int, end: int) -> bool:
    """Tell whether a sign stands between two tokens without a space on either side."""
    if position == 0 or position + 1 >= end:
        return False
    sign = tokens[position].span
    return tokens[position - 1].span.end == sign.start and tokens[position + 1].span.start == sign.end
