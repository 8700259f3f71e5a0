"""Linking in languages where case, not place, tells who did what: the affected may stand on either side.

The tree is trusted first; nearness only where it joins nothing.
"""

from __future__ import annotations

from dataclasses import replace

from oqiga.model.syntax import SUBJECTS, Token
from oqiga.model.terms import HARM, Group
from oqiga.read.tolls.ellipsis import dashed, elliptic, numbered
from oqiga.read.tolls.free_arguments import CLOSE, FreeArguments
from oqiga.read.tolls.free_lists import FreeOrderLists
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.owners import wounded
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_OBJECT_CASES = frozenset({"Case=Acc", "Case=Gen"})
_SUFFERED = ("subject", "passive")


class FreeOrderLinker(FreeArguments):
    """Links by the tree. Where both sides could be meant, the one with the right case is."""

    lists_type = FreeOrderLists

    def links(self) -> list[Link]:
        """Return all links, with those of figures that leave out what they count."""
        found = super().links()
        left_out = [
            *elliptic(self.document, self.people, found),
            *dashed(self.document, self.people, found),
        ]
        found = [self._among_whom(each) for each in found]
        owners = wounded(self.document, self.people, found, self.words)
        return [*found, *left_out, *numbered(self.document, self.people, self.words), *owners]

    def _among_whom(self, link: Link) -> Link:
        """Return a link with the group that a lone number is of: «*среди гражданских* погибли двое»."""
        people, verb = link.people, self.tokens[link.trigger.verb]
        if not people.bare or people.group is not Group.ALL or link.trigger.kind not in _SUFFERED:
            return link
        for child in self.document.children(verb, "obl"):
            whole = self.at.get(child.index)
            led = any(
                case.lower in self.words.people.partitive for case in self.document.children(child, "case")
            )
            if (
                led
                and whole is not None
                and whole.low is None
                and whole.group not in (Group.ALL, Group.VICTIMS)
            ):
                return replace(link, people=replace(people, group=whole.group))
        return link

    def _of(self, trigger: Trigger, taken: set[int]) -> list[Link]:
        if trigger.kind in ("count", "toll") and (nobody := self._nobody(trigger)) is not None:
            return [nobody]
        if trigger.kind == "count" and (inside := self.at.get(trigger.verb)) is not None and inside.low:
            if not inside.single:
                return [Link(trigger, self._of_shared_noun(trigger, self._of_group(trigger, inside)))]
            named = self._told_who(inside)
            return [Link(replace(trigger, kind="state"), named)] if named is not None else []
        if trigger.kind == "count" and (described := self._described_behind(trigger)) is not None:
            return [Link(replace(trigger, kind="state"), described)]
        if trigger.kind == "count" and self._uncounted(trigger):
            figure = self._figure(trigger)
            near = figure is not None and figure.first - trigger.last <= CLOSE
            return [Link(replace(trigger, kind="toll"), figure)] if figure is not None and near else []
        if trigger.kind == "toll":
            figure = self._figure(trigger)
            return [Link(trigger, self._of_group(trigger, figure))] if figure is not None else []
        if (own := self._described_by(trigger) or self._unharmed(trigger)) is not None:
            return [Link(trigger, own)]
        nominal = trigger.kind != "state" and self.at.get(trigger.verb) is not None
        if trigger.kind in ("passive", "subject", "state", "recipient") and not nominal:
            receives = trigger.kind == "recipient"
            people = self._recipient(trigger) if receives else self._affected(trigger, taken)
            found = self._listed(trigger, people, taken, forward=self._behind(people, trigger))
        elif trigger.kind == "active" and not nominal:
            people = self._object(trigger)
            found = self._listed(trigger, people, taken, forward=self._behind(people, trigger))
        else:
            found = super()._of(trigger, taken)
        return found

    def _described_by(self, trigger: Trigger) -> People | None:
        """Return those counted whom a participle describes: «двое *убитых* полицейских»; nobody else."""
        verb, people = self.tokens[trigger.verb], self.at.get(trigger.verb)
        if trigger.kind != "passive" or people is None or not people.low or people.first >= trigger.first:
            return None
        return people if verb.dep == "amod" and verb.head == people.head else None

    def _unharmed(self, trigger: Trigger) -> People | None:
        """Return nobody of those who came to no harm: «мирные жители не пострадали»."""
        verb = self.tokens[trigger.verb]
        if trigger.outcome not in HARM or trigger.kind not in _SUFFERED or not self._negated(verb):
            return None
        if trigger.kind == "passive" and self.document.children(verb, "obl"):
            return None  # «не были убиты *в бою*», but elsewhere
        people = self._argument(verb, trigger)
        if people is None or people.low is not None or people.pronoun or people.head in self.trigger_at:
            return None
        several = "Number=Plur" in self.tokens[people.head].feats
        return replace(people, low=0, high=0, single=False) if several else None

    def _described_behind(self, trigger: Trigger) -> People | None:
        """Return those counted whom a participle behind a comma describes: «о двоих, *пострадавших* …»."""
        noun = self.tokens[trigger.verb]
        people = self.at.get(noun.head) if noun.dep == "acl" and noun.head < noun.index else None
        counted = people is not None and people.low and people.last <= trigger.first
        return people if counted and self._uncounted(trigger) else None

    def _behind(self, people: People | None, trigger: Trigger) -> bool:
        """Tell whether people stand behind the outcome, and those listed with them behind them."""
        return people is not None and people.first >= trigger.last

    def _told_who(self, people: People) -> People | None:
        """Return who somebody is told to be: «погибший — житель Махачкалы»."""
        head = self.tokens[people.head]
        predicate = self.document.head(head)
        other = self.at.get(predicate.index) if predicate is not None and head.dep == "nsubj" else None
        return other if other is not None and other.single and other.first >= people.last else None

    # -- the affected --------------------------------------------------------------------------

    def _affected(self, trigger: Trigger, taken: set[int]) -> People | None:
        verb = self.tokens[trigger.verb]
        if trigger.kind == "state" and self.tokens[verb.head].lemma in self.words.outcomes.occupied:
            return None  # «в больнице *работают* 15 врачей»
        found = self._argument(verb, trigger) or self._of_dative(verb) or self._own_behind(verb, trigger)
        found = found or self._governor(verb, trigger)
        if found is None and trigger.kind == "state":
            found = self._beside_state(trigger)
        if found is None and not self._has_argument(verb, trigger):
            found = self._close_by(trigger) or self._ahead_of(verb, trigger)
        return found if found is not None and found.first not in taken else None

    def _beside_state(self, trigger: Trigger) -> People | None:
        """Return the people of a state without a copula: «двое в тяжелом состоянии»."""
        head = self.document.head(self.tokens[trigger.verb])
        if head is not None and head.index in self.at:
            return self.at[head.index]
        found = self._argument(head, trigger) if head is not None else None
        if found is not None and any(each.text == ";" for each in self.tokens[found.last : trigger.first]):
            return self.at.get(trigger.first - 1)  # «двое убиты; *второй ребенок* в реанимации»
        return found if found is not None else self._joined_to(trigger)

    def _joined_to(self, trigger: Trigger) -> People | None:
        """Return those told behind "too": «среди пострадавших *и* двое полицейских»."""
        joint = self.tokens[trigger.last] if trigger.last < len(self.tokens) else None
        people = (
            self.at.get(trigger.last + 1) if joint is not None and joint.pos in ("CCONJ", "PART") else None
        )
        return people if people is not None and people.first == trigger.last + 1 and people.low else None

    def _object(self, trigger: Trigger) -> People | None:
        """Return whom an active verb hits: its object by the tree, else an accusative right behind it."""
        verb = self.tokens[trigger.verb]
        led = self.document.tokens[verb.head]  # «одного из них удалось задержать»
        leads = [led] if led.lemma in self.words.outcomes.implicative and verb.dep != "conj" else []
        for child in (each for above in (verb, *leads) for each in self.document.children(above, "obj")):
            people = self.at.get(child.index)
            if people is not None and not self._overlaps(people, trigger):
                return people
        if any(
            not trigger.first <= child.index < trigger.last for child in self.document.children(verb, "obj")
        ):
            return None
        if (shared := self._shared_object(verb, trigger)) is not None:
            return shared
        for child in self.document.children(verb, "nsubj"):  # «еще 14 задержали»: nobody is named who did it
            people = self.at.get(child.index)
            unnamed = people is not None and (people.bare or "Case=Gen" in child.feats)
            if unnamed and "Number=Plur" in verb.feats:
                return people
        ahead = self.at.get(trigger.first - 1)
        if ahead is not None and ahead.low and self._fronted(ahead, trigger):
            return ahead
        people = self._close_by(trigger)
        if people is None or people.first < trigger.last or not self._accusative(people):
            return None
        return people

    def _fronted(self, people: People, trigger: Trigger) -> bool:
        """Tell whether an object stands right before a verb whose doer is not told: «двоих задержали»."""
        verb = self.tokens[trigger.verb]
        numbers = [token for token in self.tokens[people.first : people.last] if token.pos == "NUM"]
        cases = numbers[0].feats if numbers else self.tokens[people.head].feats
        unnamed = "Number=Plur" in verb.feats and not self.document.children(verb, "nsubj")
        return people.last == trigger.first and unnamed and not cases.isdisjoint(_OBJECT_CASES)

    def _shared_object(self, verb: Token, trigger: Trigger) -> People | None:
        """Return whom two verbs hit together: «ранили нападавшего и задержали»."""
        head = self.document.head(verb)
        if verb.dep != "conj" or head is None or head.index not in self.trigger_at:
            return None
        objects = [self.at.get(child.index) for child in self.document.children(head, "obj")]
        between = self.tokens[verb.index + 1 : verb.index + 2]
        ends = not between or between[0].pos in ("PUNCT", "CCONJ", "ADP")
        return next(
            (each for each in objects if each is not None and ends and each.last <= trigger.first), None
        )

    def _accusative(self, people: People) -> bool:
        cases = self.tokens[people.head].feats
        return "Case=Nom" not in cases and self.tokens[people.head].dep not in SUBJECTS
