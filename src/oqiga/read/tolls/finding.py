"""Finding who is counted: numbers with their nouns, descriptions, names and pronouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Sentence, Token
from oqiga.model.terms import Group
from oqiga.read.phrases import Match
from oqiga.read.quantities import NumberWords, Quantity
from oqiga.read.tolls.apposition import apposed_group, described_next, in_dateline, is_age
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People

_REACH = 9
"""Longest run of words between a number and the noun that it counts."""
_INNER_SIGNS = frozenset({"-", "“", '"', "‘", "«"})
_OWNERS = 12
"""How far before a number the people may stand of whom it counts a part."""
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})
"""Relations in which a bare number counts somebody, whatever the names say: "wounding 40"."""
_ADDRESS = re.compile(r"\w\.[a-zа-я]{2,4}$")
"""The end of a name that is an address on the Web: an outlet, nobody to be counted."""
_POSSESSED = "Person[psor]=3"
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "ADV"})


def find_people(
    document: Document, quantities: Sequence[Quantity], words: TollWords, numbers: NumberWords
) -> tuple[People, ...]:
    """Return the people mentioned in a text in order; mentions do not overlap."""
    finder = _Finder(document, words, numbers, quantities)
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
    return tuple(found)


class _Finder:
    """Finds mentions sentence by sentence."""

    def __init__(
        self, document: Document, words: TollWords, numbers: NumberWords, quantities: Sequence[Quantity]
    ) -> None:
        self.quantities = {quantity.first: quantity for quantity in quantities}
        self.document = document
        self.tokens = document.tokens
        self.words = words.people
        self.states = words.outcomes.triggers["state"]
        self.numbers = numbers

    def counted(self, quantity: Quantity, sentence: Sentence) -> People | None:
        """Return the people that a number counts, or the number alone where no noun follows."""
        if _POSSESSED in self.tokens[quantity.last - 1].feats:  # "екеуі": the two of them
            return self._of_them(quantity, sentence)
        if self.tokens[quantity.core].dep == "cc:preconj":  # "both police and civilians"
            return None
        start, partitive = self._behind_links(quantity.last, sentence.last)
        noun = self._noun(start, sentence.last)
        if noun is not None:
            last = self._with_carrier(noun, sentence.last)
            return self._people(quantity, noun, last, partitive)
        following = self.tokens[start] if start < sentence.last else None
        if partitive or following is None or not self._is_noun(start, sentence.last):
            return self._bare(quantity, start if partitive else quantity.last, partitive)
        return self._unknown(quantity, start, sentence.last)

    def _of_them(self, quantity: Quantity, sentence: Sentence) -> People | None:
        """Return a possessed number with the group of those it is a part of: "шабуылдаушылардың екеуі"."""
        found = self._bare(quantity, quantity.last, partitive=False)
        if found is None:
            return None
        for position in range(quantity.core, max(sentence.first, quantity.core - _OWNERS) - 1, -1):
            token = self.tokens[position]
            if _POSSESSED not in token.feats or token.pos != "NUM":
                continue
            for owner in self.document.children(token, "nmod:poss"):
                noun = self.nouns_at(owner)
                return found if noun is None else replace(found, group=noun)
        return found

    def nouns_at(self, token: Token) -> Group | None:
        """Return the group of the noun phrase that ends with a token."""
        noun = self.words.nouns.before(self.tokens, token.index + 1, max(0, token.index - 3))
        return None if noun is None else Group(noun.label)

    def _people(self, quantity: Quantity, noun: Match, last: int, partitive: bool) -> People:
        return People(
            first=quantity.first,
            last=last,
            head=self._head_of(noun),
            group=self._group(noun, quantity.first, last),
            low=quantity.low,
            high=quantity.high,
            approximate=quantity.approximate,
            additional=quantity.additional,
            partitive=partitive,
        )

    def _bare(self, quantity: Quantity, last: int, partitive: bool) -> People | None:
        token = self.tokens[quantity.core]
        if partitive and last < len(self.tokens) and "Animacy=Inan" in self.tokens[last].feats:
            return None
        if quantity.digits and 1900 <= quantity.low <= 2100 and len(token.text) == 4:
            return None
        dated = token.entity in ("DATE", "TIME") and token.dep not in _ARGUMENTS
        if dated and quantity.digits and not self._only_numbers(quantity):
            return None
        alone = quantity.low == quantity.high == 1 and described_next(
            self.tokens, quantity.last, self.numbers
        )
        if alone or is_age(self.tokens, quantity):
            return None
        return replace(_nameless(quantity, last, known=False), partitive=partitive, bare=True)

    def _only_numbers(self, quantity: Quantity) -> bool:
        """Tell whether what was taken for a date is two figures: "from 89 to 42"."""
        near = self.tokens[max(0, quantity.core - 2) : quantity.last + 2]
        dated = [token for token in near if token.entity in ("DATE", "TIME")]
        behind = quantity.core > 1 and self.tokens[quantity.core - 2].text.isdigit()
        return (len(dated) > 1 or behind) and all(
            token.text.isdigit() or token.pos in ("ADP", "PART") for token in dated
        )

    def _unknown(self, quantity: Quantity, start: int, end: int) -> People | None:
        """Return a number with a noun that is not in the lexicon: nationalities, trades without an entry."""
        last = start
        while last < end and last < start + _REACH and self._nominal(last) and not self._starts_other(last):
            last += 1
        while last > start and self.tokens[last - 1].pos not in ("NOUN", "PROPN"):
            last -= 1
        if last == start or ("Number=Sing" in self.tokens[last - 1].feats and quantity.low > 1):
            return None
        if "Animacy=Inan" in self.tokens[start if self.words.head_by_tree else last - 1].feats:
            return None
        if quantity.digits and self.tokens[start].pos == "PROPN" and self.tokens[last - 1].entity != "NORP":
            return None
        return _nameless(quantity, last, known=self.tokens[last - 1].entity == "NORP")

    def _starts_other(self, position: int) -> bool:
        return self.tokens[position].pos == "ADV"

    def _nominal(self, position: int) -> bool:
        token = self.tokens[position]
        return (
            token.pos in _NOMINAL
            or (token.text in _INNER_SIGNS and not self._dash(position))
            or (token.pos == "VERB" and token.dep == "amod")
        )

    def _dash(self, position: int) -> bool:
        """Tell whether a hyphen stands between spaces, as a dash: «15 из них - полицейские»."""
        token = self.tokens[position]
        return token.text == "-" and self.tokens[position - 1].span.end < token.span.start

    def _is_noun(self, position: int, end: int) -> bool:
        """Tell whether a noun phrase goes on here, so that a number before it does not stand alone."""
        token = self.tokens[position]
        if self.states.at(self.tokens, position, end) is not None or token.dep == "compound:lvc":
            return False
        if token.entity in ("DATE", "TIME"):
            return False  # "wounded eight late Friday night"
        if token.pos in ("NOUN", "PROPN"):
            return True
        return (
            token.pos == "ADJ" and position + 1 < end and self.tokens[position + 1].pos in ("NOUN", "PROPN")
        )

    def _behind_links(self, position: int, end: int) -> tuple[int, bool]:
        """Return where the noun phrase begins, and whether it is a part of people spoken of before."""
        if position < end and (out := self.words.out_of.at(self.tokens, position, end)) is not None:
            whole = self.quantities.get(out.last)
            if whole is not None and whole.low > 0:
                return whole.last, True
        if position < end and self.tokens[position].lower in self.words.partitive:
            position += 1
            if position < end and "Poss=Yes" in self.tokens[position].feats:
                return position + 1, False  # "three of her children"
            if position < end and self.tokens[position].lower in self.words.definite:
                return position + 1, True
            return position, not self.words.links
        return position, False

    def _noun(self, start: int, end: int) -> Match | None:
        """Return the phrase for people that heads the noun phrase beginning at `start`."""
        position = start
        while position < min(end, start + _REACH):
            found = self.words.nouns.at(self.tokens, position, end)
            if found is not None and self._heads(found, end):
                return found
            if not self._nominal(position) and not self._inside(position, start):
                return None
            if not self.words.head_last and self.tokens[position].pos in ("NOUN", "PROPN"):
                return None
            position += 1
        return None

    def _inside(self, position: int, start: int) -> bool:
        """Tell whether a word without a noun's part of speech still belongs to a noun phrase."""
        token = self.tokens[position]
        if token.pos in ("PART", "DET", "NUM"):
            return position > start and token.pos != "NUM"
        if "Variant=Short" in token.feats:  # a predicate
            return False
        return token.pos == "VERB" and ("VerbForm=Part" in token.feats or token.dep in ("amod", "compound"))

    def _heads(self, found: Match, end: int) -> bool:
        """Tell whether a phrase ends its run of nouns, in a language where the head stands last."""
        if not self.words.head_last or found.last >= end:
            return True
        following = self.tokens[found.last]
        if (
            "Case=Gen" in self.tokens[found.last - 1].feats
        ):  # "17 адамның аты": the people, not the name, are counted
            return True
        if following.lower in self.words.definite or following.lower in self.numbers.one:
            return True
        if following.pos == "NOUN" and following.head != found.last - 1:
            return following.dep not in ("compound",) and self.tokens[found.last - 1].head != following.index
        if following.text == "-":
            return following.span.start > self.tokens[found.last - 1].span.end
        if following.lower in ("'s", "’s", "'", "’"):
            return False
        return not (
            following.pos == "PROPN"
            and self.tokens[found.last - 1].dep == "compound"
            and not following.entity
        )

    def _with_carrier(self, noun: Match, end: int) -> int:
        """Return where a phrase ends that goes on over a link ("members of the security forces")."""
        if noun.last >= end or self.tokens[noun.last].lower not in self.words.links:
            return noun.last
        if self.tokens[noun.last - 1].lemma not in self.words.carriers:
            return noun.last
        position = noun.last + 1
        while position < min(end, noun.last + 6) and self.tokens[position].lower in self.words.definite:
            position += 1
        inner = self._noun(position, end)
        if inner is not None:
            return inner.last
        while position < min(end, noun.last + 6) and self._nominal(position):
            token = self.tokens[position]
            if token.lemma in self.words.marks and self._names_body(token):
                return position + 1
            position += 1
        return noun.last

    def _names_body(self, token: Token) -> bool:
        """Tell whether a marking word behind a link names who they are: not "people from the attack"."""
        return token.pos == "PROPN" or self.words.marks[token.lemma] != Group.ATTACKERS.value

    def _head_of(self, noun: Match) -> int:
        if self.words.head_by_tree:
            inside = range(noun.first, noun.last)
            return next(
                (i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i),
                noun.first,
            )
        return noun.last - 1 if self.words.head_last else noun.first

    def _group(self, noun: Match, first: int, last: int) -> Group:
        """Return the group of a noun phrase: of its noun, or of the words that mark a carrier."""
        group = Group(noun.label)
        single_word = noun.last - noun.first == 1
        if single_word and self.tokens[noun.first].lemma in self.words.marked:
            marked = [
                self.words.marks[word]
                for token in self._describing(noun, first, last)
                for word in (token.lower, token.lemma)
                if word in self.words.marks and token.index != noun.first
            ]
            if marked:
                return Group(marked[-1])
        if group is Group.ALL and noun.first > first:  # "three servicemen wounded"
            before = self.words.nouns.before(self.tokens, noun.first, first)
            group = Group(before.label) if before is not None else group
        behind = noun.last + 1
        while behind < last and self.tokens[behind].lower in self.words.definite:
            behind += 1
        inner = self._noun(behind, last) if last > behind else None
        return Group(inner.label) if inner is not None and group in (Group.ALL, Group.OTHER) else group

    def _describing(self, noun: Match, first: int, last: int) -> list[Token]:
        """Return the words that may tell the group of a carrier: its phrase, and genitives joined by case."""
        described = list(self.tokens[first:last])
        if not self.words.links and not self.words.head_by_tree:
            described = [*self._owners(noun), *described]
        if self.words.head_by_tree:
            head = self.tokens[self._head_of(noun)]
            described += [
                child for child in self.document.children(head, "amod", "acl") if child.index >= last
            ]
            for child in self.document.children(head, "nmod"):
                if "Case=Gen" in child.feats and not self.document.children(child, "case"):
                    described += [token for token in self.document.subtree(child)[:5] if token.index >= last]
        return described

    def _owners(self, noun: Match) -> list[Token]:
        """Return the genitives in front of a noun, over its numeral: "органдарының 11 қызметкері"."""
        head = self.tokens[self._head_of(noun)]
        leaned = (head, *self.document.children(head, "nummod"))
        owners = [child for each in leaned for child in self.document.children(each, "nmod:poss")]
        return [token for owner in owners for token in self.document.subtree(owner)[-4:]]

    def plain(self, position: int, sentence: Sentence) -> People | None:
        """Return people mentioned without a number: a name, a noun, a pronoun."""
        token = self.tokens[position]
        if token.lower in self.words.pronouns and token.pos == "PRON" and "Poss=Yes" not in token.feats:
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
        if token.lower in self.words.reflexive:
            return People(
                position, position + 1, position, Group.ALL, 1, 1, single=True, pronoun=True, reflexive=True
            )
        if token.entity == "PERSON" and token.pos == "PROPN":
            return self._named(position, sentence)
        if token.lemma in self.words.bands and (band := self._band(position, sentence)) is not None:
            return band
        found = self.words.nouns.at(self.tokens, position, sentence.last)
        if found is None or not self._heads(found, sentence.last) or not self._may_head(found):
            return None
        return self._described(found, sentence)

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
        group = Group(named.label) if inside.bare and named is not None else inside.group
        return replace(inside, first=first, head=position, group=group, known=True, bare=False)

    def _may_head(self, found: Match) -> bool:
        token = self.tokens[self._head_of(found)]
        if token.dep == "compound":
            return False
        argument = token.dep.startswith("nsubj") or token.dep in ("obj", "conj")
        several = found.last - found.first > 1
        return token.pos in ("NOUN", "PROPN", "PRON") or several or (token.pos in ("DET", "ADJ") and argument)

    def _described(self, noun: Match, sentence: Sentence) -> People | None:
        """Return a noun without a numeral: one person when it is singular, nobody to be counted otherwise."""
        head = self.tokens[self._head_of(noun)]
        first = self._phrase_start(noun.first, sentence.first)
        determiner = self.tokens[first]
        plural = "Number=Plur" in head.feats or self.words.uncounted.exactly(
            self.tokens, noun.first, noun.last
        )
        named = determiner.pos == "DET" and determiner.lower in self.words.definite
        definite = named or "Poss=Yes" in determiner.feats
        last = self._with_name(self._with_carrier(noun, sentence.last), sentence.last)
        count = None if plural or self._numbered(head, first, noun.first) else 1
        group = self._group(noun, first, last)
        additional = self.numbers.additional.at(self.tokens, first, noun.last) is not None
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

    def _numbered(self, head: Token, first: int, last: int) -> bool:
        """Tell whether a number stands before a noun without being taken to count it."""
        return any(
            token.pos == "NUM" and token.dep == "nummod" and token.head == head.index
            for token in self.tokens[first:last]
            if self.numbers.cardinals.get(token.lower) != 1
            and self.numbers.units_after.at(self.tokens, token.index + 1, last) is None
        )

    def _phrase_start(self, position: int, start: int) -> int:
        """Return the first word of the noun phrase whose noun begins at `position`."""
        first = position
        while first > start and first > position - _REACH and self._before_noun(first - 1):
            first -= 1
            if self.tokens[first].pos == "DET" or "Poss=Yes" in self.tokens[first].feats:
                break
        return first

    def _before_noun(self, position: int) -> bool:
        token = self.tokens[position]
        if token.pos == "NUM" and _POSSESSED in token.feats:  # "екеуі полицей": two of them are policemen
            return False
        if token.text == "-":
            return token.span.end == self.tokens[position + 1].span.start
        if token.pos in ("DET", "ADJ", "NUM") or "Poss=Yes" in token.feats:
            return True
        if token.dep in ("nmod:poss", "case") and token.pos in ("PART", "PROPN"):
            return True
        if token.pos in ("NOUN", "PROPN"):
            return token.dep in ("compound", "amod", "obl:npmod", "nummod")
        return token.pos == "VERB" and token.dep == "amod"

    def _with_name(self, last: int, end: int) -> int:
        """Return where a title or trade ends together with the name that follows it."""
        called = self.words.called.at(self.tokens, last, end) if last < end else None
        if called is not None and called.last < end and self.tokens[called.last].entity == "PERSON":
            last = called.last
        while last < end and self.tokens[last].entity == "PERSON":
            last += 1
        return last

    def _named(self, position: int, sentence: Sentence) -> People | None:
        last = self._with_name(position, sentence.last)
        if in_dateline(self.tokens, position, sentence) or _ADDRESS.search(self.tokens[last - 1].text):
            return None
        group, first = Group.ALL, position
        before = self.words.nouns.before(self.tokens, position, max(sentence.first, position - 3))
        if before is not None and self.tokens[position - 1].dep == "compound":
            group, first = Group(before.label), before.first
        elif position > sentence.first and self.tokens[position - 1].lower in self.words.titles:
            group = Group(self.words.titles[self.tokens[position - 1].lower])
        elif (described := apposed_group(self.document, last - 1, self.nouns_at)) is not None:
            group = described
        name = Span(self.tokens[position].span.start, self.tokens[last - 1].span.end).of(self.document.text)
        return People(first, last, last - 1, group, 1, 1, single=True, definite=True, name=name)


def _nameless(quantity: Quantity, last: int, *, known: bool) -> People:
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
