"""Bare numbers: digits, decimals, thousands apart, numerals in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from oqiga.model.syntax import Token
from oqiga.read.quantities.words import NumberWords, Quantity

_DIGITS = re.compile(r"\d{1,9}")
_SPAN = re.compile(r"(?<!\d)(\d{1,9}+)[-‐–—−](\d{1,9})")
"""Two figures that a tokeniser leaves together: «250–260 человек»."""
_THOUSAND = 1000
_LARGEST = 50_000_000
"""No event has counted more people than this; larger numbers are something else."""


def core_at(tokens: Sequence[Token], position: int, end: int, words: NumberWords) -> Quantity | None:
    """Return the bare number that starts at a token, without hedges."""
    numeral = digits_at(tokens, position, end, words) or numeral_at(tokens, position, end, words)
    numeral = numeral or _joined_at(tokens, position, end, words)
    if numeral is not None:
        numeral = _with_half(tokens, numeral, end, words)
    fixed = words.fixed.at(tokens, position, end)
    if fixed is None or (numeral is not None and numeral.last > fixed.last):
        return numeral
    low, rough = fixed.value
    return Quantity(position, fixed.last, position, low, None if rough else low, rough)


def digits_at(tokens: Sequence[Token], position: int, end: int, words: NumberWords) -> Quantity | None:
    """Return a number in digits, its groups of thousands and its multipliers taken together."""
    text = words.inflected.sub(r"\1", tokens[position].text)
    if (span := _SPAN.fullmatch(text)) is not None:
        low, high = int(span[1]), int(span[2])
        return Quantity(position, position + 1, position, low, high, digits=True) if low < high else None
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
        if factor == _THOUSAND and (rest := _below_thousand(tokens, last, end, words)) is not None:
            value, last = value + rest, last + 1
            break
    return Quantity(position, last, position, value, value, digits=True) if value <= _LARGEST else None


def _below_thousand(tokens: Sequence[Token], position: int, end: int, words: NumberWords) -> int | None:
    """Return what follows the thousands of a number in figures: «136 тыс. *770* граждан»."""
    if position >= end or not _DIGITS.fullmatch(tokens[position].text):
        return None
    followed = position + 1 < end and _multiplier(tokens[position + 1], words) is not None
    rest = int(tokens[position].text)
    return rest if rest < _THOUSAND and not followed else None


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


def numeral_at(tokens: Sequence[Token], position: int, end: int, words: NumberWords) -> Quantity | None:
    """Return a number in words: "twenty-one", "one hundred and five", "a dozen"; also behind a clock time."""
    before = tokens[position - 1] if position > 0 else None
    if before is not None and before.text[:1].isdigit() and not (_has_ending(before) or ":" in before.text):
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


def _joined_at(tokens: Sequence[Token], position: int, end: int, words: NumberWords) -> Quantity | None:
    """Return the span that two numerals in one word make: «два-три человека», «алты-жеті адам»."""
    first, _, second = tokens[position].lower.partition("-")
    low, high = words.cardinals.get(first), words.cardinals.get(second)
    if low is None or high is None or low >= high:
        return None
    factor = _multiplier(tokens[position + 1], words) if position + 1 < end else None
    last, times = (position + 1, 1) if factor is None else (position + 2, factor)
    return Quantity(position, last, position, low * times, high * times)


def _has_ending(number: Token) -> bool:
    """Tell whether an ending closes a number in figures: Kazakh "сағат *18-де* үш адам"."""
    return number.span.end - number.span.start > len(number.text)


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
