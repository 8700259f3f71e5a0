"""Numbers and whom they count: with their nouns, alone, out of people told before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Sentence, Token
from oqiga.model.terms import Group
from oqiga.read.phrases import Match
from oqiga.read.quantities import NumberWords, Quantity
from oqiga.read.tolls.bare_numbers import BareNumbers, nameless
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.noun_phrases import REACH
from oqiga.read.tolls.people import People
from oqiga.read.tolls.subjects import QUOTES
from oqiga.read.tolls.told_singly import ANYBODY

_OWNERS = 12
"""How far before a number the people may stand of whom it counts a part."""
_NAMES = frozenset({"PROPN", "NOUN", "ADJ"})
_SIGNS = frozenset({"-", "/", "'s", "’s"})
"""What stands inside names that are joined, with the words of such names and "and"."""
_POSSESSED = "Person[psor]=3"


class CountedPeople(BareNumbers):
    """Finds the people that numbers count."""

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
        start, partitive = self._behind_links(self._past_quote(quantity), sentence.last)
        noun = self._noun(start, sentence.last) or self._behind_participle(quantity, sentence)
        if noun is not None and (self._one_of_many(quantity, noun) or self._counts_owners(quantity, noun)):
            return None
        if noun is not None and self._disagree(quantity, noun):
            return self.bare(quantity, quantity.last, partitive=False)
        if noun is not None:
            last = self._with_carrier(noun, sentence.last)
            people = self._among(self._people(quantity, noun, last, partitive), sentence)
            young = people.low == people.high == 1 and people.group in ANYBODY
            young = young and self._young_behind(people.last, sentence)
            return replace(people, group=Group.CHILDREN) if young else people
        if (listed := self._listed(start, sentence)) is not None:
            return self._people(quantity, listed, self._with_carrier(listed, sentence.last), partitive)
        if self._counts_things(quantity):
            return None
        following = self.tokens[start] if start < sentence.last else None
        if following is not None and self._owners_of_wounds(quantity, following):
            return self.bare(quantity, quantity.last, partitive=False)
        things = partitive and following is not None and self._is_noun(start, sentence.last)
        if things and self._owned_things(start, sentence.last):
            return None
        if things and following is not None and not following.entity:  # "10 out of 14 missiles"
            found = self._unknown(quantity, start, sentence.last)
            return found if found is None else replace(found, partitive=True)
        if partitive or following is None or not self._is_noun(start, sentence.last):
            return self.bare(quantity, start if partitive else quantity.last, partitive)
        return self._unknown(quantity, start, sentence.last)

    def _behind_participle(self, quantity: Quantity, sentence: Sentence) -> Match[str] | None:
        """Return the noun counted past a participle: «двух *находившихся в доме* милиционеров»."""
        number = self.tokens[quantity.last - 1]
        noun = self.tokens[number.head]
        end = min(sentence.last, quantity.last + REACH)
        if number.dep != "nummod" or not quantity.last < noun.index < end:
            return None
        between = self.tokens[quantity.last : noun.index]
        led = between[0].head == noun.index and "VerbForm=Part" in between[0].feats
        own = {each.index for each in self.document.subtree(between[0])} if led else set()
        inside = all(each.index in own or each.head == noun.index for each in between)
        plain = not any(each.pos == "PUNCT" or each.index in self.quantities for each in between)
        return self._noun(noun.index, sentence.last) if led and inside and plain else None

    def _listed(self, start: int, sentence: Sentence) -> Match[str] | None:
        """Return the noun for people behind names that are joined: "36 *North and South Front* men"."""
        end, joined = start, None
        while end < min(start + REACH, sentence.last) and self._goes_on(self.tokens[end]):
            joined = end if self.tokens[end].pos == "CCONJ" else joined
            end += 1
        before = self.tokens[start:joined]
        if joined is None or not self.words.head_last:
            return None
        joins = (each.pos == "PROPN" or each.text in _SIGNS or self._compounds(each) for each in before)
        if not all(joins):  # "72 *Central and South American* migrants", "52 *bus and train* passengers"
            return None
        return self.words.nouns.before(self.tokens, end, joined)

    def _goes_on(self, token: Token) -> bool:
        return token.pos in _NAMES or token.pos == "CCONJ" or token.text in _SIGNS

    def _counts_things(self, quantity: Quantity) -> bool:
        """Tell whether a word for several stands before a noun for things: "*multiple* search warrants"."""
        core = self.tokens[quantity.core]
        head = self.tokens[core.head]
        if quantity.digits or not self.words.head_last or core.dep != "amod" or head.index < quantity.last:
            return False
        return head.pos == "NOUN" and self.nouns_at(head) is None

    def _past_quote(self, quantity: Quantity) -> int:
        """Return where a number ends, past the mark that closes a quotation of it: '"dozens" of soldiers'."""
        around = self.tokens[max(0, quantity.first - 1)], *self.tokens[quantity.last : quantity.last + 1]
        alone = quantity.first > 0 and len(around) > 1 and all(each.text in QUOTES for each in around)
        return quantity.last + alone

    def _owners_of_wounds(self, quantity: Quantity, following: Token) -> bool:
        """Tell whether what stands behind a number is what they have: «у *двоих* осколочные ранения».

        So with a verb that parsers take for an adjective: "14 died and *40* sustained injuries".
        """
        told = self.outcomes.triggers["subject"].at(self.tokens, following.index, len(self.tokens))
        if told is not None and following.pos in ("VERB", "ADJ"):
            return told.last - told.first > 1
        links = self.outcomes.wounds.links
        owned = quantity.first > 0 and self.tokens[quantity.first - 1].lower in links
        return owned and not {"Case=Nom", "Case=Acc"}.isdisjoint(following.feats)

    def _disagree(self, quantity: Quantity, noun: Match[str]) -> bool:
        """Tell whether the noun behind a number is a subject of its own: «состояние *четверых* врачи …»."""
        feats = self.tokens[quantity.last - 1].feats
        owns = "Case=Gen" in feats or {"Case=Acc", "Animacy=Anim"} <= feats  # «*четверых* боевики увели»
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
        if token.dep == "cc:preconj" or self._joins_kinds(token):
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

    def _one_of_many(self, quantity: Quantity, noun: Match[str]) -> bool:
        """Tell whether "one" stands before a plural, which it does not count: "бір отбасы мүшелері"."""
        one = self.outcomes.verb_last and quantity.low == quantity.high == 1
        return one and "Number=Plur" in self.tokens[noun.last - 1].feats

    def _counts_owners(self, quantity: Quantity, noun: Match[str]) -> bool:
        """Tell whether a number counts what people are of, and not them: "*екі ауылдың* тұрғындары"."""
        owner = self.tokens[self.tokens[quantity.last - 1].head]
        of_it = self.outcomes.verb_last and quantity.last <= owner.index < noun.first
        return of_it and "Case=Gen" in owner.feats and self.nouns_at(owner) is None

    def _of_them(self, quantity: Quantity, sentence: Sentence) -> People | None:
        """Return a possessed number with the group of those it is a part of: "шабуылдаушылардың екеуі"."""
        found = self.bare(quantity, quantity.last, partitive=False)
        if found is None:
            return None
        for position in range(quantity.last - 1, max(sentence.first, quantity.core - _OWNERS) - 1, -1):
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
        return nameless(quantity, last, known=self.tokens[last - 1].entity == "NORP")

    def _befallen(self, token: Token) -> bool:
        """Tell whether a plural name is what a verb of persons befell: "30 Uzbeks were killed"."""
        verb = self.tokens[token.head]
        harmed = self.outcomes.triggers["object"].exactly(self.tokens, verb.index, verb.index + 1)
        if harmed is None or verb.lemma in self.outcomes.things_too:
            return False
        return "Number=Plur" in token.feats and token.dep == "nsubj:pass"

    def _governed(self, position: int) -> bool:
        """Tell whether a noun, or the list it is in, hangs on a verb, so that its phrase ends with it."""
        token = first = self.tokens[position]
        if token.dep == "conj":
            first = self.tokens[token.head]
        return token.pos == "NOUN" and self.tokens[first.head].pos == "VERB"

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
