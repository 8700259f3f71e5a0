"""Finding who is counted: numbers with their nouns, descriptions, names and pronouns."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Sentence, Token
from oqiga.model.terms import Group
from oqiga.read.phrases import Match
from oqiga.read.quantities import NumberWords, Quantity
from oqiga.read.tolls.apposition import apposed_group, counts_models, described_next, in_dateline, is_age
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.noun_phrases import REACH
from oqiga.read.tolls.people import People
from oqiga.read.tolls.told_singly import ToldSingly

_OWNERS = 12
"""How far before a number the people may stand of whom it counts a part."""
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})
"""Relations in which a bare number counts somebody, whatever the names say: "wounding 40"."""
_ADDRESS = re.compile(r"\w\.[a-zа-я]{2,4}$")
"""The end of a name that is an address on the Web: an outlet, nobody to be counted."""
_POSSESSED = "Person[psor]=3"
_LONGEST_NAME = 5


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
    return tuple(found)


class _Finder(ToldSingly):
    """Finds mentions sentence by sentence."""

    def __init__(
        self,
        document: Document,
        words: TollWords,
        numbers: NumberWords,
        quantities: Sequence[Quantity],
        places: Collection[Span],
    ) -> None:
        super().__init__(document, words, numbers)
        self.places = frozenset(places)
        self.quantities = {quantity.first: quantity for quantity in quantities}

    def counted(self, quantity: Quantity, sentence: Sentence) -> People | None:
        """Return the people that a number counts, or the number alone where no noun follows."""
        if _POSSESSED in self.tokens[quantity.last - 1].feats:  # "екеуі": the two of them
            return self._of_them(quantity, sentence)
        if self._pairs_words(quantity, sentence):
            return None
        start, partitive = self._behind_links(quantity.last, sentence.last)
        noun = self._noun(start, sentence.last)
        if noun is not None and self._disagree(quantity, noun):
            return self._bare(quantity, quantity.last, partitive=False)
        if noun is not None:
            last = self._with_carrier(noun, sentence.last)
            return self._among(self._people(quantity, noun, last, partitive), sentence)
        following = self.tokens[start] if start < sentence.last else None
        things = partitive and following is not None and self._is_noun(start, sentence.last)
        if things and self._owned_things(start, sentence.last):
            return None
        if things and following is not None and not following.entity:  # "10 out of 14 missiles"
            found = self._unknown(quantity, start, sentence.last)
            return found if found is None else replace(found, partitive=True)
        if partitive or following is None or not self._is_noun(start, sentence.last):
            return self._bare(quantity, start if partitive else quantity.last, partitive)
        return self._unknown(quantity, start, sentence.last)

    def _disagree(self, quantity: Quantity, noun: Match[str]) -> bool:
        """Tell whether the noun behind a number is a subject of its own: «состояние *четверых* врачи …»."""
        owns = "Case=Gen" in self.tokens[quantity.last - 1].feats
        return owns and "Case=Nom" in self.tokens[self._head_of(noun)].feats

    def _owned_things(self, start: int, end: int) -> bool:
        """Tell whether a number is out of what somebody owns: "two of the navy's fast boats"."""
        owner = start
        while owner < min(end, start + REACH) and self._nominal(owner):
            owner += 1
        if owner + 1 >= end or self.tokens[owner].dep != "case" or self.tokens[owner].pos != "PART":
            return False
        return self._noun(owner + 1, end) is None

    def _pairs_words(self, quantity: Quantity, sentence: Sentence) -> bool:
        """Tell whether "both" only joins words: "both police and civilians", "both into the air and …"."""
        token = self.tokens[quantity.core]
        if token.dep == "cc:preconj":
            return True
        if token.lower not in self.words.all_of or quantity.digits or quantity.last >= sentence.last:
            return False
        behind = self.tokens[quantity.last]
        return behind.pos == "ADP" and behind.lower not in self.words.partitive

    def _among(self, people: People, sentence: Sentence) -> People:
        """Return people with the group that they are told to be from: «12 человек среди гражданских лиц»."""
        if people.group is not Group.ALL or people.last >= sentence.last:
            return people
        lead = self.words.among.at(self.tokens, people.last, sentence.last)
        whole = self._noun(lead.last, sentence.last) if lead is not None else None
        return people if whole is None else replace(people, group=Group(whole.value))

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
                if noun is None and self._in_one_of(token, owner):
                    return None
                return found if noun is None else replace(found, group=noun)
        return found

    def _in_one_of(self, number: Token, owner: Token) -> bool:
        """Tell whether a possessed number says where: "алаңдарының бірінде", in one of its squares."""
        told = owner.pos == "PRON" or "VerbForm=Part" in owner.feats
        return not told and ("Case=Loc" in number.feats or "Case=Abl" in number.feats)

    def _people(self, quantity: Quantity, noun: Match[str], last: int, partitive: bool) -> People:
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
        if alone or is_age(self.tokens, quantity) or counts_models(self.tokens, last):
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
        while last < end and last < start + REACH and self._nominal(last) and not self._starts_other(last):
            last += 1
            if self.tokens[last - 1].entity == "NORP" and self._governed(last - 1):
                break  # "450 палестиналық аштықтан": 450 Palestinians of hunger
        while last > start and self.tokens[last - 1].pos not in ("NOUN", "PROPN"):
            last -= 1
        people = last > start and self.tokens[last - 1].entity == "NORP"
        single = "Number=Sing" in self.tokens[last - 1].feats and not (people and self.words.head_last)
        if last == start or (single and quantity.low > 1):
            return None
        if "Animacy=Inan" in self.tokens[start if self.words.head_by_tree else last - 1].feats:
            return None
        named = quantity.digits and self.tokens[start].pos == "PROPN"
        if named and self.tokens[last - 1].entity != "NORP" and not self._befallen(self.tokens[last - 1]):
            return None
        return _nameless(quantity, last, known=self.tokens[last - 1].entity == "NORP")

    def _befallen(self, token: Token) -> bool:
        """Tell whether a plural name is what a verb of persons befell: "30 Uzbeks were killed"."""
        verb = self.tokens[token.head]
        harmed = self.outcomes.triggers["object"].exactly(self.tokens, verb.index, verb.index + 1)
        if harmed is None or verb.lemma in self.outcomes.things_too:
            return False
        return "Number=Plur" in token.feats and token.dep == "nsubj:pass"

    def _governed(self, position: int) -> bool:
        """Tell whether a noun hangs on a verb, so that its phrase ends with it."""
        token = self.tokens[position]
        return token.pos == "NOUN" and self.tokens[token.head].pos == "VERB"

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
        if position < end and self.tokens[position].pos == "PRON" and self._owns(self.tokens[position]):
            return position + 1, False  # «двое ее детей»
        return position, False

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
        if token.entity == "NORP" and self._one_of_a_nation(position):
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
        plural = "Number=Plur" in head.feats or self.words.uncounted.exactly(
            self.tokens, noun.first, noun.last
        )
        named = determiner.pos == "DET" and determiner.lower in self.words.definite
        definite = named or "Poss=Yes" in determiner.feats
        last = self._with_name(self._with_carrier(noun, sentence.last), sentence.last)
        count = None if plural or self._numbered(head, first, noun.first) else 1
        group = self._group(noun, first, last)
        if plural and (number := self._numbering(noun, sentence)) is not None:
            counted = self._people(number, noun, number.last, partitive=False)
            return replace(counted, first=first, group=group)
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
