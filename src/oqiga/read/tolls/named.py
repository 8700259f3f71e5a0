"""People told by name: "Constable Ravi Singh", "the suspect, 29-year-old Bel", the surname told again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.span import Span
from oqiga.model.syntax import Sentence, Token
from oqiga.model.terms import Group
from oqiga.read.phrases import Match
from oqiga.read.tolls.apposition import apposed_group, in_dateline
from oqiga.read.tolls.counting import CountedPeople
from oqiga.read.tolls.people import People

_ADDRESS = re.compile(r"\w\.[a-zа-я]{2,4}$")
"""The end of a name that is an address on the Web: an outlet, nobody to be counted."""
_LONGEST_NAME = 5
_OF_NAMES = frozenset({Group.POLICE, Group.MILITARY, Group.CHILDREN, Group.ATTACKERS, Group.JOURNALISTS})
"""Groups that a name keeps when only the surname is told again."""


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


class NamedPeople(CountedPeople):
    """Finds those who are named, and the group that the words beside their names tell."""

    def _named(self, position: int, sentence: Sentence) -> People | None:
        last = self._with_name(position, sentence.last)
        alone = last == position + 1 and "Animacy=Anim" not in self.tokens[position].feats
        if alone and self.tokens[position].span in self.places:
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
        young = self._young_behind(last, sentence) or self._led_by_youth(position, sentence)
        if group is Group.ALL and young:
            group = Group.CHILDREN
        return replace(self._one_named(position, last), first=first, group=group)

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

    def _led_by_age(self, position: int, sentence: Sentence) -> Group | None:
        """Return the group of a noun before somebody's age and name: "the suspect, 29-year-old Bel"."""
        age = self.words.aged.before(self.tokens, position, sentence.first)
        comma = age.first - 2 if age is not None else sentence.first
        if comma <= sentence.first or self.tokens[comma].text != ",":
            return None
        return self.nouns_at(self.tokens[comma - 1])

    def _led_by_youth(self, position: int, sentence: Sentence) -> bool:
        """Tell whether an age under 18 stands right before a name: "*12-year-old* Arman Bel"."""
        age = self.words.aged.before(self.tokens, position, sentence.first)
        return age is not None and self._young_before(max(sentence.first, age.first - 1), position)

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
