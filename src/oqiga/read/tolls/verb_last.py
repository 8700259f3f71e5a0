"""Linking in languages whose verbs stand last: "қаза тапқандар жоқ", "қаза болғандардың екеуі"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from oqiga.model.syntax import SUBJECTS, Token
from oqiga.model.terms import Group
from oqiga.read.tolls.leads import front_of
from oqiga.read.tolls.linking import Link, Linker
from oqiga.read.tolls.lists import Lists
from oqiga.read.tolls.nobody import Nobody
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_OPENING = frozenset('«“"')
_POSSESSED = "Person[psor]=3"


_DEPTH = 4
"""Nouns between the death of somebody and the verb of its clause."""
_SHARING = 10
"""From this number on, a noun joined to counted people shares their number: "52 тұрғын мен тұтқын"."""


class VerbLastLists(Lists):
    """Lists whose members share the verb at the end."""

    def has_own_predicate(self, people: People) -> bool:
        """Tell whether what follows a mention is said of it alone; "бар", there are, is said of all."""
        following = self.tokens[people.last : people.last + 1]
        shared = bool(following) and following[0].lemma in self.words.outcomes.copulas
        return not shared and super().has_own_predicate(people)


class VerbLastLinker(Linker):
    """Links by what stands before the verb; adds nobody, parts of those told of, and those among them."""

    lists_type = VerbLastLists

    def links(self) -> list[Link]:
        """Return the links but for those who only own what the outcome befell: "депутаттың көмекшісі"."""
        return [link for link in super().links() if not self._only_owns(link.people, link.trigger)]

    def _only_owns(self, people: People, trigger: Trigger) -> bool:
        """Tell whether people stand in the genitive before a noun of their own that the verb is about."""
        head = self.tokens[people.head]
        if "Case=Gen" not in head.feats or head.dep != "nmod:poss" or people.last > trigger.first:
            return False
        owned = self.tokens[head.head]
        return owned.pos == "NOUN" and people.last <= owned.index < trigger.first

    def _of(self, trigger: Trigger, taken: set[int]) -> list[Link]:
        if trigger.kind == "state" and self._only_where(trigger):
            return []
        none = Nobody(self.document, self.at, self.words)
        if trigger.kind in ("count", "toll") and (nobody := none.of(trigger)) is not None:
            return [Link(replace(trigger, last=nobody.last), nobody)]
        inside = self.at.get(trigger.verb)
        uncounted = inside is None or inside.low is None
        if trigger.kind == "count" and uncounted and (told := self._figure_of(trigger)):
            return told
        if trigger.kind == "toll":
            return self._each_figure(super()._of(trigger, taken))
        if self._among(trigger):
            sentence = self.document.sentence_of(self.tokens[trigger.verb])
            people = self._owned_behind(trigger.last) or self._right_of(trigger.last, sentence, skip=1)
            if people is None:  # "750 тұрғын жоғалғандар қатарында": 750 are among the missing
                found = self._listed(trigger, self._subject(trigger, taken), taken, forward=False)
                return [link for link in found if link.people.name is None]
            return self._listed(trigger, people, taken, forward=True)
        return super()._of(trigger, taken)

    def _each_figure(self, links: list[Link]) -> list[Link]:
        """Add those listed behind a figure that counts people of one kind: "12 полицей, 3 әскери"."""
        found = list(links)
        for link in links:
            people = link.people
            if people.known and not people.bare and people.group is not Group.ALL:
                found += [Link(link.trigger, each) for each in self.lists.following(people) if each.known]
        return found

    def _only_where(self, trigger: Trigger) -> bool:
        """Tell whether a state only says where another thing happened: "түрмеде олармен жақын болған"."""
        last = self.tokens[trigger.last - 1]
        verb = self.document.head(last)
        away = verb is not None and verb.index > trigger.last
        if away and any(token.text == "," for token in self.tokens[trigger.last : last.head]):
            return False  # "18-і қамауда, ал екеуі үйінде отыр"
        return "Case=Loc" in last.feats and last.dep == "obl" and away and not self._among(trigger)

    def _owned_behind(self, position: int) -> People | None:
        """Return the people whose owner begins here: "полицияның екі офицері"."""
        position += self.tokens[position].text in _OPENING
        number = bisect_left(self.people, position, key=lambda each: each.first)
        owned = (each for each in self.people[number : number + 3] if each.first > position)
        return next((each for each in owned if front_of(self.document, each) == position), None)

    def _figure_of(self, trigger: Trigger) -> list[Link]:
        """Return the figure of those whom a noun counts: "жарақат алғандар – 180"."""
        sentence = self.document.sentence_of(self.tokens[trigger.verb])
        toll = self.words.outcomes.triggers["toll"].at(self.tokens, trigger.first, sentence.last)
        if toll is None or toll.value != trigger.outcome.value:
            return []
        return super()._of(replace(trigger, kind="toll", last=toll.last), set())

    def _listed(
        self, trigger: Trigger, people: People | None, taken: set[int], *, forward: bool
    ) -> list[Link]:
        """Leave out nouns that share the number of those before them: they are no further single people."""
        found = super()._listed(trigger, people, taken, forward=forward)
        many = {
            link.people.last
            for link in found
            if not link.people.single and (link.people.low or 0) >= _SHARING
        }
        return [link for link in found if not (link.people.single and link.people.first - 1 in many)]

    def _object(self, trigger: Trigger) -> People | None:
        """Return the people a verb acts on: before it, or in the dative of "екі оқушыға жарақат салды"."""
        for child in self.document.children(self.tokens[trigger.verb], "obj"):
            if "Case=Acc" in child.feats and child.index in self.at and child.index < trigger.first:
                return self.at[child.index]  # "содырды полицейлер ұстады": case tells whom
        if (owner := self._owner_of(trigger)) is not None:
            return owner
        if (shared := self._shared_object(self.tokens[trigger.verb])) is not None:
            return shared
        found = super()._object(trigger)
        doers = self.document.children(self.tokens[trigger.verb], "nsubj")
        does_it = found is not None and any(self.at.get(each.index) is found for each in doers)
        if (found is not None and not does_it) or trigger.last - trigger.first < 2:
            return found
        for child in self.document.children(self.tokens[trigger.verb], "obl"):
            if "Case=Dat" in child.feats and child.index in self.at:
                return self.at[child.index]
        return None if does_it and self._of_dative(trigger) else found

    def _complement(self, trigger: Trigger) -> People | None:
        """Return of whom, counted, a death is: "*33 сарбаздың* өліміне әкелді", not "әкелуі мүмкін"."""
        if not self._came_about(self.tokens[trigger.verb]):
            return None
        for child in self.document.children(self.tokens[trigger.verb], "nmod:poss"):
            people = self.at.get(child.index)
            near = people is not None and people.last == trigger.first and "Case=Gen" in child.feats
            if people is not None and near and people.low is not None and not people.single:
                return people
        return None

    def _came_about(self, noun: Token) -> bool:
        """Tell whether the first verb above a noun is of the past and no negative one, if there is a verb."""
        above = self.document.head(noun)
        for _ in range(_DEPTH):
            if above is None or above.pos == "VERB":
                break
            above = self.document.head(above)
        if above is None or above.pos != "VERB":
            return True
        helpers = self.document.children(above, "aux")
        past = any("Tense=Past" in each.feats for each in (above, *helpers))
        return past and not any(
            "Polarity=Neg" in each.feats or each.lower in self.words.outcomes.modal
            for each in (above, *helpers)
        )

    def _owner_of(self, trigger: Trigger) -> People | None:
        """Return whose noun the verb acts on: "ондаған адамды жаралап, 28 кісінің *өмірін қиды*"."""
        noun, before = self.tokens[trigger.first], self.at.get(trigger.first - 1)
        if noun.dep != "compound:lvc" or _POSSESSED not in noun.feats or before is None:
            return None
        return before if "Case=Gen" in self.tokens[before.last - 1].feats else None

    def _of_dative(self, trigger: Trigger) -> bool:
        """Tell whether a noun is done to those in the dative: who stands bare before it only does it."""
        return self.tokens[trigger.first].dep == "compound:lvc"

    def _shared_object(self, verb: Token) -> People | None:
        """Return whom a converb before a verb acts on too: "үш күдіктіні *анықтап*, ұстады"."""
        before = [child for child in self.document.children(verb, "advcl") if child.index < verb.index]
        if not before or self.document.children(verb, "obj") or "VerbForm=Conv" not in before[-1].feats:
            return None
        objects = [child for child in self.document.children(before[-1], "obj") if "Case=Acc" in child.feats]
        return self.at.get(objects[-1].index) if objects else None

    def _subject(self, trigger: Trigger, taken: set[int], depth: int = 0) -> People | None:
        """Return the subject, also inside an entry with a gap: "төбелеске 300-дей адам қатысқан"."""
        verb = self.tokens[trigger.verb]
        many = self.words.people.uncounted.exactly(self.tokens, verb.head, verb.head + 1)
        others = many is not None or self.tokens[verb.head].entity == "NORP"
        if verb.dep == "acl" and others and verb.head > trigger.verb:
            return self.at.get(verb.head)  # "әкім зардап шеккен отбасыға барды": it befell the family
        for child in self.document.children(verb, *SUBJECTS):
            each = self.at.get(child.index)
            if each is not None and trigger.first < each.first and each.last <= trigger.verb:
                return each if each.low is not None else self._whose(child) or each
        return super()._subject(trigger, taken, depth)

    def _whose(self, noun: Token) -> People | None:
        """Return of whom, counted, something is: "ауруханаға *20 адамның* мәйіті жеткізілді"."""
        owners = (self.at.get(each.index) for each in self.document.children(noun, "nmod:poss"))
        return next((each for each in owners if each is not None and each.low is not None), None)

    def _further_subjects(self, trigger: Trigger, people: People) -> list[People]:
        """Add counted people beyond a comma: "8 адам жанжал кезінде, екі адам ауруханада көз жұмған"."""
        found = super()._further_subjects(trigger, people)
        verb = self.tokens[trigger.verb]
        for child in self.document.children(verb, *SUBJECTS, "dislocated"):
            each = self.at.get(child.index)
            if each is None or each is people or each.last > trigger.first or each in found:
                continue
            if self._other_one(each):
                continue  # "екіншісі жарылыстан журналистер қаза болды": the second blast, nobody
            between = self.tokens[min(people.last, each.last) : max(people.first, each.first)]
            counted = each.low is not None and not each.single and (each.known or self._out_of(each, people))
            counted = counted or (each.bare and each.additional)  # "тағы біреуі ауруханада"
            apart = any(token.text == "," for token in between)
            if counted and apart and not any(token.pos == "VERB" for token in between):
                found += [each, *self.lists.up_to(each, trigger)]
        return found

    def _other_one(self, people: People) -> bool:
        """Tell whether a number only says which of several it is: "екіншісі"."""
        number = self.tokens[people.first]
        return people.bare and number.pos == "NUM" and not number.lower.startswith(number.lemma)

    def _out_of(self, each: People, other: People) -> bool:
        """Tell whether both are numbers out of those told of before: "екеуі үйде, үшеуі көшеде"."""
        return all(_POSSESSED in self.tokens[one.last - 1].feats for one in (each, other))

    def _among(self, trigger: Trigger) -> bool:
        """Tell whether a state tells of those who follow it: "қаза тапқандар арасында екі бала бар"."""
        partitive = self.tokens[trigger.last - 1].lower in self.words.people.partitive
        return trigger.kind == "state" and partitive

    def _figure(self, trigger: Trigger) -> People | None:
        """Return the number that a noun leads to, or that counts a part of those it names."""
        behind = self.at.get(trigger.last) if trigger.last < len(self.tokens) else None
        if (
            behind is not None
            and behind.first == trigger.last
            and behind.bare
            and self._owned(behind, trigger)
        ):
            return behind
        return super()._figure(trigger)

    def _owned(self, people: People, trigger: Trigger) -> bool:
        """Tell whether a possessed number belongs to the word before it: "қаза болғандардың екеуі"."""
        last, owner = self.tokens[people.last - 1], self.tokens[trigger.last - 1]
        if people.first != trigger.last:
            return False
        return _POSSESSED in last.feats and "Case=Gen" in owner.feats
