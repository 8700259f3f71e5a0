"""Finding who is counted: numbers with their nouns, descriptions, names and pronouns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from string import digits

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Sentence, Token
from oqiga.model.terms import Group
from oqiga.read.phrases import Match
from oqiga.read.quantities import NumberWords, Quantity
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.named import NamedPeople, by_surname
from oqiga.read.tolls.people import People
from oqiga.read.tolls.told_singly import ANYBODY

_LONGEST_ENDING = 4
"""Letters behind a number that tells a place in a row."""


def find_people(
    document: Document,
    quantities: Sequence[Quantity],
    words: TollWords,
    numbers: NumberWords,
    *,
    places: Collection[Span] = (),
) -> tuple[People, ...]:
    """Return the people mentioned in a text in order; mentions do not overlap.

    places: where places are named; a lone name there is nobody's.
    """
    finder = _Finder(document, words, numbers, quantities, places)
    found: list[People] = []
    by_core = {quantity.first: quantity for quantity in quantities}
    for sentence in document.sentences:
        position = sentence.first
        while position < sentence.last:
            quantity = by_core.get(position)
            people = finder.counted(quantity, sentence) if quantity else finder.plain(position, sentence)
            if people is not None:
                found.append(people)
            position = people.last if people else quantity.last if quantity else position + 1
    return by_surname(found)


class _Finder(NamedPeople):
    """Finds mentions sentence by sentence, with a number and without."""

    def plain(self, position: int, sentence: Sentence) -> People | None:
        """Return people mentioned without a number: a name, a noun, a pronoun."""
        token = self.tokens[position]
        if token.lower in self.words.pronouns and token.pos == "PRON" and not self._owns(token):
            single = "Number=Plur" not in token.feats
            count = 1 if single else None
            return People(
                position,
                position + 1,
                position,
                Group.ALL,
                count,
                count,
                single=single,
                definite=True,
                pronoun=True,
            )
        if (owner := self._owner_of_body(position)) is not None:
            return owner
        if token.lower in self.words.reflexive:
            return People(
                position, position + 1, position, Group.ALL, 1, 1, single=True, pronoun=True, reflexive=True
            )
        if token.entity == "PERSON" and token.pos == "PROPN":
            return self._with_body(self._named(position, sentence))
        nation = (
            token.entity == "NORP" and self.words.nouns.exactly(self.tokens, position, position + 1) is None
        )
        if nation and self._one_of_a_nation(position):
            first = self._phrase_start(position, sentence.first)
            return People(first, position + 1, position, Group.ALL, 1, 1, single=True)
        if token.lemma in self.words.bands and (band := self._band(position, sentence)) is not None:
            return band
        if token.lemma in self.words.others and (other := self._other(position)) is not None:
            return other
        if (aged := self._aged(position, sentence)) is not None:
            return aged
        found = self._noun_at(position, sentence.last)
        if found is not None and (titled := self._titled(found, sentence)) is not None:
            return titled
        if found is None or not self._may_head(found):
            return None
        if self._body_of(self.tokens[self._head_of(found)]) is not None:
            return self._with_body(self._described(found, sentence))
        return self._described(found, sentence) if self._heads(found, sentence.last) else None

    def _numbering(self, noun: Match[str], sentence: Sentence) -> Quantity | None:
        """Return how many people are said behind their noun to be: "bandits, numbering about 300,"."""
        position = noun.last
        while position < sentence.last and self.tokens[position].text == ",":
            position += 1
        lead = (
            self.words.numbering.at(self.tokens, position, sentence.last)
            if position < sentence.last
            else None
        )
        return self.quantities.get(lead.last) if lead is not None else None

    def _band(self, position: int, sentence: Sentence) -> People | None:
        """Return those whom a noun gathers: "a family of four", "a group of 12 villagers"."""
        quantity = self.quantities.get(position + 2)
        if quantity is None or self.tokens[position + 1].lower not in self.words.partitive:
            return None
        inside = self.counted(quantity, sentence)
        if inside is None or inside.partitive or (not inside.known and not inside.bare):
            return None
        first = self._phrase_start(position, sentence.first)
        named = self.words.nouns.at(self.tokens, position, position + 1)
        group = Group(named.value) if inside.bare and named is not None else inside.group
        return replace(inside, first=first, head=position, group=group, known=True, bare=False)

    def _may_head(self, found: Match[str]) -> bool:
        token = self.tokens[self._head_of(found)]
        if token.dep == "compound":
            return False
        argument = token.dep.startswith("nsubj") or token.dep in ("obj", "conj")
        several = found.last - found.first > 1
        return token.pos in ("NOUN", "PROPN", "PRON") or several or (token.pos in ("DET", "ADJ") and argument)

    def _described(self, noun: Match[str], sentence: Sentence) -> People | None:
        """Return a noun without a numeral: one person when it is singular, nobody to be counted otherwise."""
        head = self.tokens[self._head_of(noun)]
        first = self._phrase_start(noun.first, sentence.first)
        determiner = self.tokens[first]
        uncounted = self.words.uncounted.exactly(self.tokens, noun.first, noun.last)
        plural = "Number=Plur" in head.feats or (uncounted and not self._of_a_land(head))
        named = determiner.pos == "DET" and determiner.lower in self.words.definite
        definite = named or "Poss=Yes" in determiner.feats
        ends = self._with_carrier(noun, sentence.last)
        last = self._with_name(ends, sentence.last)
        if plural and last > ends and self._several_named(last, sentence):
            named_first = replace(self._one_named(ends, last), first=first)
            return replace(named_first, group=self._group(noun, first, ends))
        last = self._with_name_behind(head, last, sentence) if not plural else last
        every = determiner.lower in self.words.every
        unknown = plural or every or self._numbered(head, first, noun.first)
        count = None if unknown or (named and self._by_rank(first, noun.first)) else 1
        group = self._group(noun, first, last)
        if plural and (number := self._numbering(noun, sentence)) is not None:
            counted = self._people(number, noun, number.last, partitive=False)
            return replace(counted, first=first, group=group)
        additional = self.numbers.additional.at(self.tokens, first, noun.last) is not None
        young = self._young_behind(last, sentence) or self._young_before(first, noun.first)
        if count == 1 and group in ANYBODY and young:
            group = Group.CHILDREN
        return People(
            first,
            last,
            head.index,
            group,
            count,
            count,
            additional=additional,
            single=not plural,
            definite=definite,
        )

    def _of_a_land(self, head: Token) -> bool:
        """Tell whether a noun for anybody is one of a land's: Kazakh "*Ресей* азаматы қаза тапты"."""
        lands = (each for each in self.document.children(head, "compound") if each.entity == "GPE")
        return {"Person[psor]=3", "Number=Sing"} <= head.feats and any(lands)

    def _by_rank(self, first: int, last: int) -> bool:
        """Tell whether a noun is told by its number in a long row, which is the toll: "the *50th* victim"."""
        return any(map(_is_rank, (token.text for token in self.tokens[first:last])))

    def _numbered(self, head: Token, first: int, last: int) -> bool:
        """Tell whether a number stands before a noun without being taken to count it."""
        return any(
            token.pos == "NUM" and token.dep == "nummod" and token.head == head.index
            for token in self.tokens[first:last]
            if self.numbers.cardinals.get(token.lower) != 1
            and self.numbers.units_after.at(self.tokens, token.index + 1, last) is None
        )


def _is_rank(word: str) -> bool:
    """Tell whether a word is a number of two figures and more with an ending: "50th", «50-я»."""
    ending = word.lstrip(digits)
    return len(word) - len(ending) > 1 and len(ending) <= _LONGEST_ENDING and ending.strip("-").isalpha()
