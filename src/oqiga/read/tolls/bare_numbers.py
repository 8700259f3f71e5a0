"""Numbers without a noun: which of them count people, and which are years, ages, dates or models."""

from __future__ import annotations

from dataclasses import replace

from oqiga.model.syntax import ARGUMENTS, Token
from oqiga.model.terms import Group
from oqiga.read.quantities import Quantity
from oqiga.read.tolls.apposition import counts_models, described_next, is_age
from oqiga.read.tolls.people import People
from oqiga.read.tolls.told_singly import ToldSingly

_OLDEST = 119
"""Years that somebody may be old."""


class BareNumbers(ToldSingly):
    """Finds the people that numbers count by themselves."""

    def bare(self, quantity: Quantity, last: int, partitive: bool) -> People | None:
        """Return whom a number counts that reaches to token `last` (exclusive), None for nobody."""
        token = self.tokens[quantity.core]
        if partitive and last < len(self.tokens) and "Animacy=Inan" in self.tokens[last].feats:
            return None
        if quantity.digits and 1900 <= quantity.low <= 2100 and len(token.text) == 4:
            return None
        dated = token.entity in ("DATE", "TIME") and token.dep not in ARGUMENTS
        if dated and quantity.digits and not (self._only_numbers(quantity) or self._is_figure(token)):
            return None
        alone = quantity.low == quantity.high == 1 and described_next(
            self.tokens, quantity.last, self.numbers
        )
        if alone or is_age(self.tokens, quantity) or counts_models(self.tokens, last):
            return None
        if self._are_ages(quantity) or self._stands_for_noun(quantity):
            return None
        found = replace(nameless(quantity, last, known=False), partitive=partitive, bare=True)
        dotted = self.tokens[found.head].text == "." and found.head > quantity.core  # «113 тыс. эвакуированы»
        return replace(found, head=found.head - 1) if dotted else found

    def _stands_for_noun(self, quantity: Quantity) -> bool:
        """Tell whether "one" only takes up a noun: "an armed group, possibly the same *one*, attacked"."""
        token = self.tokens[quantity.core]
        before = self.tokens[quantity.core - 1] if quantity.core else token
        described = before.pos == "ADJ" and before.head == token.index
        return quantity.low == quantity.high == 1 and quantity.first == quantity.core and described

    def _are_ages(self, quantity: Quantity) -> bool:
        """Tell whether a number is one of the ages behind those counted: "two people, *21* and *45*,"."""
        if not quantity.digits or quantity.low > _OLDEST or quantity.last - quantity.first > 1:
            return False
        first, last, ages = quantity.first, quantity.last, 1
        while first > 2 and self._joins(first - 1) and self.tokens[first - 2].text.isdigit():
            first, ages = first - 2, ages + 1
        while last + 1 < len(self.tokens) and self._joins(last) and self.tokens[last + 1].text.isdigit():
            last, ages = last + 2, ages + 1
        if first < 2 or last >= len(self.tokens) or self.tokens[last].pos != "PUNCT":
            return False
        noun = self.tokens[first - 2]
        many = ages > 1 or "Number=Sing" in noun.feats
        return self.tokens[first - 1].text == "," and many and self.nouns_at(noun) is not None

    def _joins(self, position: int) -> bool:
        return self.tokens[position].text == "," or self.tokens[position].pos == "CCONJ"

    def _is_figure(self, number: Token) -> bool:
        """Tell whether a number is what a noun for the figure is: "the number of wounded was 32"."""
        verb = self.tokens[number.head]
        if number.dep != "xcomp" or verb.pos != "AUX":
            return False
        tolls, subjects = self.outcomes.triggers["toll"], self.document.children(verb, "nsubj")
        return any(tolls.at(self.tokens, each.index, number.index) is not None for each in subjects)

    def _only_numbers(self, quantity: Quantity) -> bool:
        """Tell whether what was taken for a date is two figures: "from 89 to 42"."""
        near = self.tokens[max(0, quantity.core - 2) : quantity.last + 2]
        dated = [token for token in near if token.entity in ("DATE", "TIME")]
        behind = quantity.core > 1 and self.tokens[quantity.core - 2].text.isdigit()
        return (len(dated) > 1 or behind) and all(
            token.text.isdigit() or token.pos in ("ADP", "PART") for token in dated
        )


def nameless(quantity: Quantity, last: int, *, known: bool) -> People:
    """Return people of no group told, counted by a number that reaches to token `last` (exclusive)."""
    return People(
        first=quantity.first,
        last=last,
        head=last - 1,
        group=Group.ALL,
        low=quantity.low,
        high=quantity.high,
        approximate=quantity.approximate,
        additional=quantity.additional,
        known=known,
    )
