"""Numbers that count no people: with a unit, an age, a date, a price, a part of a longer sign."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import Token
from oqiga.read.quantities.words import NumberWords, Quantity

_NOT_PEOPLE = frozenset({"MONEY", "PERCENT", "ORDINAL", "QUANTITY"})
_POSSESSED = "Person[psor]=3"
_MEASURED = 100_000
"""Numbers as large as this are counts, also where they look like a measure ("2.6 million people")."""


def measures_something_else(
    tokens: Sequence[Token], quantity: Quantity, start: int, end: int, words: NumberWords
) -> bool:
    """Tell whether a number counts no people: a unit, an age, a date, a price, a part of a longer sign."""
    after = quantity.last
    if after < end and tokens[after].text == "-" and after + 1 < end:
        after += 1
    joined = after + 2 < end and tokens[after].pos == "CCONJ" and tokens[after + 1].text.isdigit()
    if joined and words.units_after.at(tokens, after + 2, end) is not None:
        after += 2  # "8 бен 85 жас аралығындағы", between 8 and 85 years; "37 және 31 жастағы екі адам"
    if _is_ratio(tokens, quantity, start, end, words) or _is_share(tokens, quantity, start, end, words):
        return True
    unit = words.units_after.at(tokens, after, end) if after < end else None
    if unit is not None and not _counts_past(tokens, quantity, unit.first, words):
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
    beside = tokens[unit.last - 1] if unit is not None else None
    whole = beside is not None and (beside.pos == "PROPN" or "Case=Loc" in beside.feats)
    if whole and _counts_noun(tokens, quantity):
        unit = None  # "in June 12 people", "in June at least 12", "17 маусымда 18 адам"
    if unit is not None and _counts_the_living(tokens, quantity):
        unit = None  # «в больницах *12 раненых*», not «в больнице 12»
    if unit is not None and not _numbers(tokens[unit.last - 1], words):
        return quantity.digits
    if tokens[quantity.core].entity == "QUANTITY" and quantity.low >= _MEASURED:
        return False
    if tokens[quantity.core].entity == "PERCENT" and quantity.last < end:
        noun = tokens[quantity.last]
        if noun.pos == "PROPN" and "Number=Plur" in noun.feats:
            return False  # "30 Uzbeks", which the parser took for per cent
    return tokens[quantity.core].entity in _NOT_PEOPLE


def _numbers(unit: Token, words: NumberWords) -> bool:
    """Tell whether a verb says how many there are: "bandits *numbering* 300", but not "two boys *aged* 8"."""
    entered = unit.lower != unit.lemma and words.units_before.meaning(unit.lower) is not None
    return unit.pos == "VERB" and not entered


def _is_ratio(tokens: Sequence[Token], quantity: Quantity, start: int, end: int, words: NumberWords) -> bool:
    """Tell whether a number is one of a ratio in words: "*one* in *five* of the wounded"."""
    if quantity.digits or quantity.low != quantity.high:
        return False
    behind = quantity.last + 1 < end and tokens[quantity.last].lower in words.ratios
    ahead = quantity.first - 2 >= start and tokens[quantity.first - 1].lower in words.ratios
    other = tokens[quantity.last + 1].lower if behind else tokens[quantity.first - 2].lower if ahead else ""
    return other in words.cardinals


def _is_share(tokens: Sequence[Token], quantity: Quantity, start: int, end: int, words: NumberWords) -> bool:
    """Tell whether a number alone is what each gets: «семьям раненых – *по* 400 тысяч»."""
    alone = quantity.last == end or tokens[quantity.last].pos in ("PUNCT", "CCONJ")
    return alone and quantity.first > start and tokens[quantity.first - 1].lower in words.apiece


def _counts_noun(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether a number has a hedge of its own, or counts a noun behind it."""
    token = tokens[quantity.core]
    return quantity.first < quantity.core or (token.dep == "nummod" and token.head >= quantity.last)


def _counts_the_living(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether those alive, in the genitive of a count, stand right behind a number."""
    token = tokens[quantity.core]
    if token.dep != "nummod" or token.head < quantity.last or token.head >= len(tokens):
        return False
    between = tokens[quantity.last : token.head]
    return {"Animacy=Anim", "Case=Gen"} <= tokens[token.head].feats and all(
        each.pos in ("ADJ", "VERB") for each in between
    )


def _counts_past(tokens: Sequence[Token], quantity: Quantity, unit: int, words: NumberWords) -> bool:
    """Tell whether a number counts something behind what looks like its unit.

    A possessed number counts what stands before it ("олардың жетеуі мектеп оқушысы"); a noun that leans on a
    possessed one is no unit ("жеті мектеп оқушысы", seven schoolchildren), but where that is one itself
    ("28 ақпан күні", the day of 28 February).
    """
    last, beside = tokens[quantity.last - 1], tokens[unit]
    if beside.lemma in words.numbered:
        return False  # "9-ы сынып оқушысы": of the ninth form
    if last.pos == "NUM" and _POSSESSED in last.feats:
        return True
    head = tokens[beside.head]
    if words.units_after.at(tokens, head.index, head.index + 1) is not None:
        return False
    return beside.dep == "compound" and last.head == head.index and _POSSESSED in head.feats


def continues_list(tokens: Sequence[Token], quantity: Quantity, apart: int) -> bool:
    """Tell whether a number goes on a list of numbers that count no people: "ages 25, 27 and 29"."""
    between = tokens[apart : quantity.first] if 0 <= apart < quantity.first else ()
    return (
        0 < len(between) <= 2
        and quantity.digits
        and not (len(between) == 1 and between[0].text == "," and _counts_noun(tokens, quantity))
        and all(token.pos in ("PUNCT", "CCONJ") for token in between)
    )


def _tight(tokens: Sequence[Token], position: int, end: int) -> bool:
    """Tell whether a sign stands between two tokens without a space on either side."""
    if position == 0 or position + 1 >= end:
        return False
    sign = tokens[position].span
    return tokens[position - 1].span.end == sign.start and tokens[position + 1].span.start == sign.end
