"""What stands around a number: ranges, hedges, "two more"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.syntax import Token
from oqiga.read.phrases import Match
from oqiga.read.quantities.numerals import digits_at, numeral_at
from oqiga.read.quantities.words import NumberWords, Quantity

_ABOUT = "Hedge=About"
"""The feature of a numeral whose ending makes it a rough one, as in Kazakh "жүздей"."""
_CHANGED = 12
"""How many words before a figure the verb may stand that changes it."""


def with_range(tokens: Sequence[Token], core: Quantity, start: int, end: int, words: NumberWords) -> Quantity:
    """Join a second number where the words between make both one figure."""
    if core.last >= end or core.high is None or core.low == 0:
        return core
    if words.until and (told := _by_case(tokens, core, end, words)) is not None:
        return told
    middle = tokens[core.last].lower
    for opening, between in words.ranges:
        opened = opening is None or (core.first > start and tokens[core.first - 1].lower == opening)
        if middle != between or not opened or core.last + 1 >= end:
            continue
        governed = core.first > start and tokens[core.first - 1].pos == "ADP"
        if governed and middle.isalpha() and _changed(tokens, core, start, words):
            return core
        second = digits_at(tokens, core.last + 1, end, words) or numeral_at(tokens, core.last + 1, end, words)
        if second is not None and second.low > core.low:
            first = core.first - 1 if opening else core.first
            return replace(core, first=first, last=second.last, high=second.high)
    return core


def _by_case(tokens: Sequence[Token], core: Quantity, end: int, words: NumberWords) -> Quantity | None:
    """Return a figure whose two numbers are told by their cases: "30-дан 40-қа дейін"; None for a change."""
    first = words.range_cases[0]
    second = digits_at(tokens, core.last, end, words) or numeral_at(tokens, core.last, end, words)
    if second is None:
        return _up_to(tokens, core, end, words)
    reached = _until(tokens, second, end, words)
    if reached is None or first not in tokens[core.last - 1].feats or second.low <= core.low:
        return None
    return replace(core, last=reached, high=second.high)


def _up_to(tokens: Sequence[Token], core: Quantity, end: int, words: NumberWords) -> Quantity | None:
    """Return a figure told as the most there may be: "10 адамға дейін", up to ten people."""
    reached = _until(tokens, core, end, words)
    return None if reached is None or core.low != core.high else replace(core, last=reached, low=0)


def _until(tokens: Sequence[Token], core: Quantity, end: int, words: NumberWords) -> int | None:
    """Return where a figure ends up to which others reach, None for one that something changed to.

    Its case may stand on the noun: "40-қа *дейін* адам", "40 адамға *дейін*".
    """
    noun = core.last < end and tokens[core.last].pos == "NOUN"
    mark = core.last + noun
    cased = mark < end and words.range_cases[1] in tokens[mark - 1].feats
    if not cased or tokens[mark].lower not in words.until:
        return None
    if words.change.search(tokens, mark, min(end, mark + _CHANGED)) is not None:
        return None
    return core.last if noun else mark + 1


def _stands(tokens: Sequence[Token], position: int, start: int, words: NumberWords) -> bool:
    """Tell whether a verb right before says where somebody is: "they *stood* over three bodies"."""
    return position > start and words.standing.before(tokens, position, position - 1) is not None


def _changed(tokens: Sequence[Token], core: Quantity, start: int, words: NumberWords) -> bool:
    """Tell whether a verb of change stands before a figure, with no other clause between."""
    first = max(start, core.first - _CHANGED)
    first = next((i + 1 for i in range(core.first - 1, first, -1) if tokens[i].text in ",;"), first)
    return words.change.search(tokens, first, core.first) is not None


def with_hedges(
    tokens: Sequence[Token], core: Quantity, start: int, end: int, words: NumberWords
) -> Quantity:
    """Take up the hedges in front of a number and the one behind it: "at least 14 or so"."""
    rough = any(_ABOUT in token.feats for token in tokens[core.core : core.last])
    hedged = replace(core, approximate=core.approximate or rough)
    while (found := _hedge_before(tokens, hedged.first, start, words)) is not None:
        if found.value == "exactly" and tokens[found.first].pos in ("NOUN", "VERB"):
            break
        if found.value in ("more_than", "less_than") and tokens[hedged.first].lower in words.definite:
            break  # "rise above the 25 people"
        if tokens[found.first].lower in words.spatial and _stands(tokens, found.first, start, words):
            break
        before_noun = not core.core <= tokens[found.first].head < core.last
        if before_noun and tokens[found.first].dep == "case" and tokens[found.first].lower in words.spatial:
            break  # "stood over three bodies", not "numbering over 100"
        if found.value == "up_to" and _reached(tokens, found.first, start, core, words):  # «выросло до 17»
            break
        hedged = _hedge(replace(hedged, first=found.first), found.value)
    if hedged.last < end and (after := words.after.at(tokens, hedged.last, end)) is not None:
        hedged = _hedge(replace(hedged, last=after.last), after.value)
    return hedged


def with_limit(tokens: Sequence[Token], least: Quantity, end: int, words: NumberWords) -> Quantity:
    """Close a figure with the most that it may be: "at least 200, *and up to 400*"."""
    between = words.limits.at(tokens, least.last, end) if least.last < end and least.high is None else None
    if between is None or between.last >= end:
        return least
    most = digits_at(tokens, between.last, end, words) or numeral_at(tokens, between.last, end, words)
    if most is None or most.high is None or most.low <= least.low:
        return least
    return replace(least, last=most.last, high=most.high)


def _hedge_before(
    tokens: Sequence[Token], position: int, start: int, words: NumberWords
) -> Match[str] | None:
    """Return the hedge right before a position, also between commas («погибли, по меньшей мере, 14»); one of
    several words also where a comma parts it from the number alone.
    """
    found = words.before.before(tokens, position, start)
    if found is not None or position - 1 <= start or tokens[position - 1].text != ",":
        return found
    found = words.before.before(tokens, position - 1, start)
    alone = found is not None and found.length == 1 and found.first > start
    if found is None or (alone and tokens[found.first - 1].text != ","):
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


def with_additional(
    tokens: Sequence[Token], core: Quantity, start: int, end: int, words: NumberWords
) -> Quantity:
    """Note that a figure comes on top of another: "two more", "another two"."""
    if core.last < end and (after := words.additional.at(tokens, core.last, end)) is not None:
        return replace(core, last=after.last, additional=True)
    if (ahead := words.additional.before(tokens, core.first, start)) is not None:
        return with_hedges(tokens, replace(core, first=ahead.first, additional=True), start, end, words)
    return core
