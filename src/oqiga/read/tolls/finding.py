"""Finding who is counted: numbers with their nouns, descriptions, names and pronouns."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from string import digits

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Sentence, Token
from oqiga.model.terms import Group
from oqiga.read.phrases import Match
from oqiga.read.quantities import NumberWords, Quantity
from oqiga.read.tolls.apposition import apposed_group, in_dateline
from oqiga.read.tolls.counting import CountedPeople
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.told_singly import ANYBODY

_ADDRESS = re.compile(r"\w\.[a-zа-я]{2,4}$")
"""The end of a name that is an address on the Web: an outlet, nobody to be counted."""
_LONGEST_NAME = 5
_OF_NAMES = frozenset({Group.POLICE, Group.MILITARY, Group.CHILDREN, Group.ATTACKERS, Group.JOURNALISTS})
"""Groups that a name keeps when only the surname is told again."""
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


def by_surname(found: Sequence[People]) -> tuple[People, ...]:
    """Give who is called by a surname the group told with the full name, where one person alone bears it."""
    full = {each.name: each for each in found if each.name is not None and " " in each.name}
    bearers: dict[str, list[People]] = {}
    for name, each in full.items():
        bearers.setdefault(name.split()[-1], []).append(each)
    told = {surname: each[0].group for surname, each in bearers.items() if len(each) == 1}
    return tuple(
        replace(each, group=told[each.name])
        if each.name in told and each.group is Group.ALL and told[each.name] in _OF_NAMES
        else each
        for each in found
    )


class _Finder(CountedPeople):
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

    def _titled(self, found: Match[str], sentence: Sentence) -> People | None:
        """Return who is named behind a title where the parser knows no name: "Constable Ravi Singh"."""
        title = self.tokens[found.last - 1]
        head = self.tokens[title.head]
        named = self.tokens[found.last : head.index + 1]
        if title.dep != "compound" or not named or len(named) > _LONGEST_NAME or head.index >= sentence.last:
            return None
        if any(each.pos != "PROPN" or each.entity not in ("", "PERSON") for each in named):
            return None
        if len(named) < 2 and title.pos != "PROPN":
            return None
        name = Span(named[0].span.start, named[-1].span.end).of(self.document.text)
        return People(
            found.first,
            head.index + 1,
            head.index,
            Group(found.value),
            1,
            1,
            single=True,
            definite=True,
            name=name,
        )

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

    def _one_named(self, first: int, last: int) -> People:
        """Return one person who bears the name between two tokens."""
        name = Span(self.tokens[first].span.start, self.tokens[last - 1].span.end).of(self.document.text)
        return People(first, last, last - 1, Group.ALL, 1, 1, single=True, definite=True, name=name)

    def _several_named(self, last: int, sentence: Sentence) -> bool:
        """Tell whether more names are joined to one that ends here: "officers *Ali Bel* and *Said Gul*"."""
        joined = self.document.children(self.tokens[last - 1], "conj")
        return self.words.head_last and any(
            each.entity == "PERSON" and last <= each.index < sentence.last for each in joined
        )

    def _group_of_joined(self, position: int) -> Group | None:
        """Return the group of a plural noun before the first of several names, of which this is another."""
        inside = self.tokens[position : position + _LONGEST_NAME]
        other = next((each for each in inside if each.dep == "conj" and each.entity == "PERSON"), None)
        if other is None or not self.words.head_last:
            return None
        first = other.head
        while first > 0 and self.tokens[first].entity == "PERSON":
            first -= 1
        noun = self.tokens[first]
        plural = "Number=Plur" in noun.feats and noun.pos in ("NOUN", "PROPN")
        return self.nouns_at(noun) if plural else None

    def _of_a_land(self, head: Token) -> bool:
        """Tell whether a noun for anybody is one of a land's: Kazakh "*Ресей* азаматы қаза тапты"."""
        lands = (each for each in self.document.children(head, "compound") if each.entity == "GPE")
        return {"Person[psor]=3", "Number=Sing"} <= head.feats and any(lands)

    def _by_rank(self, first: int, last: int) -> bool:
        """Tell whether a noun is told by its number in a long row, which is the toll: "the *50th* victim"."""
        return any(map(_is_rank, (token.text for token in self.tokens[first:last])))

    def _with_name_behind(self, head: Token, last: int, sentence: Sentence) -> int:
        """Return where somebody ends whose name stands behind a genitive: «командира *ОМОНа* Лунина»."""
        if not self.words.head_by_tree:
            return last
        for child in self.document.children(head, "appos"):
            if child.entity != "PERSON" or child.index <= last:
                continue
            of = {
                each.index
                for owner in self.document.children(head, "nmod")
                if "Case=Gen" in owner.feats and not self.document.children(owner, "case")
                for each in self.document.subtree(owner)
            }
            if of.issuperset(range(last, child.index)):
                return self._with_name(child.index, sentence.last)
        return last

    def _numbered(self, head: Token, first: int, last: int) -> bool:
        """Tell whether a number stands before a noun without being taken to count it."""
        return any(
            token.pos == "NUM" and token.dep == "nummod" and token.head == head.index
            for token in self.tokens[first:last]
            if self.numbers.cardinals.get(token.lower) != 1
            and self.numbers.units_after.at(self.tokens, token.index + 1, last) is None
        )

    def _led_by_age(self, position: int, sentence: Sentence) -> Group | None:
        """Return the group of a noun before somebody's age and name: "the suspect, 29-year-old Bel"."""
        age = self.words.aged.before(self.tokens, position, sentence.first)
        comma = age.first - 2 if age is not None else sentence.first
        if comma <= sentence.first or self.tokens[comma].text != ",":
            return None
        return self.nouns_at(self.tokens[comma - 1])

    def _named(self, position: int, sentence: Sentence) -> People | None:
        last = self._with_name(position, sentence.last)
        if last == position + 1 and self.tokens[position].span in self.places:
            return None
        if in_dateline(self.tokens, position, sentence) or _ADDRESS.search(self.tokens[last - 1].text):
            return None
        group, first = Group.ALL, position
        before = self.words.nouns.before(self.tokens, position, max(sentence.first, position - 3))
        if before is not None and self.tokens[position - 1].dep == "compound":
            group, first = Group(before.value), before.first
        elif position > sentence.first and self.tokens[position - 1].lower in self.words.titles:
            group = Group(self.words.titles[self.tokens[position - 1].lower])
        elif (led := self._led_by_age(position, sentence)) is not None:
            group = led
        elif (joined := self._group_of_joined(position)) is not None:
            group = joined
        elif (described := apposed_group(self.document, last - 1, self.nouns_at)) is not None:
            group = described
        if group is Group.ALL and self._young_behind(last, sentence):
            group = Group.CHILDREN
        return replace(self._one_named(position, last), first=first, group=group)


def _is_rank(word: str) -> bool:
    """Tell whether a word is a number of two figures and more with an ending: "50th", «50-я»."""
    ending = word.lstrip(digits)
    return len(word) - len(ending) > 1 and len(ending) <= _LONGEST_ENDING and ending.strip("-").isalpha()
