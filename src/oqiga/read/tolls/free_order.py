"""Linking in languages where case, not place, tells who did what: the affected may stand on either side.

The tree is trusted first; nearness only where it joins nothing.
"""

from __future__ import annotations

from dataclasses import replace

from oqiga.model.syntax import Token
from oqiga.model.terms import Group, Outcome
from oqiga.read.tolls.counted_nouns import CountedNouns
from oqiga.read.tolls.ellipsis import elliptic, numbered
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.lists import Lists
from oqiga.read.tolls.owners import wounded
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_SUBJECTS = ("nsubj", "nsubj:pass")
_ARGUMENTS = (*_SUBJECTS, "obj", "csubj")
_OWN = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
_OBJECT_CASES = frozenset({"Case=Acc", "Case=Gen"})
_HARM = frozenset({Outcome.KILLED, Outcome.INJURED})
_SUFFERED = ("subject", "passive")
_PHRASE = 10
"""Words that a subject's own phrase may put between it and its verb."""
_CLOSE = 3
"""Words that may stand between an outcome and people whom the tree does not join to it."""


class FreeOrderLists(Lists):
    """Lists by the tree: members hang on one verb."""

    def joined(self, first: People, second: People) -> bool:
        """Tell whether two mentions are members of one list."""
        heads = self.tokens[first.head], self.tokens[second.head]
        if heads[1].dep in _OWN and heads[0].head != heads[1].head:
            return False
        return super().joined(first, second)

    def _counts_part(self, people: People) -> bool:
        """Tell whether a mention is a part of those before it: not «и один из нападавших», others."""
        return people.partitive and people.group is Group.ALL

    def has_own_predicate(self, people: People) -> bool:
        """Tell whether a mention is an argument of what follows it."""
        head = self.tokens[people.head]
        governor = self.document.head(head)
        own = head.dep in _OWN and governor is not None and governor.index > people.first
        return own or super().has_own_predicate(people)


class FreeOrderLinker(CountedNouns):
    """Links by the tree. Where both sides could be meant, the one with the right case is."""

    lists_type = FreeOrderLists

    def links(self) -> list[Link]:
        """Return all links, with those of figures that leave out what they count."""
        found = super().links()
        left_out = elliptic(self.document, self.people, found)
        owners = wounded(self.document, self.people, found, self.words)
        return [*found, *left_out, *numbered(self.document, self.people, self.words), *owners]

    def _of(self, trigger: Trigger, taken: set[int]) -> list[Link]:
        if trigger.kind in ("count", "toll") and (nobody := self._nobody(trigger)) is not None:
            return [nobody]
        if trigger.kind == "count" and (inside := self.at.get(trigger.verb)) is not None and inside.low:
            if not inside.single:
                return [Link(trigger, self._of_group(trigger, inside))]
            named = self._told_who(inside)
            return [Link(replace(trigger, kind="state"), named)] if named is not None else []
        if trigger.kind == "count" and (described := self._described_behind(trigger)) is not None:
            return [Link(replace(trigger, kind="state"), described)]
        if trigger.kind == "count" and self._uncounted(trigger):
            figure = self._figure(trigger)
            near = figure is not None and figure.first - trigger.last <= _CLOSE
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
        if trigger.outcome not in _HARM or trigger.kind not in _SUFFERED or not self._negated(verb):
            return None
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

    def _recipient(self, trigger: Trigger) -> People | None:
        """Return the dative to whom it was done: «полицейскому прострелили ногу»."""
        for child in self.document.children(self.tokens[trigger.verb], "iobj", "obl", "nsubj", "obj"):
            people = self.at.get(child.index)
            if people is not None and "Case=Dat" in child.feats and not self.document.children(child, "case"):
                return people
        return None

    def _affected(self, trigger: Trigger, taken: set[int]) -> People | None:
        verb = self.tokens[trigger.verb]
        found = self._argument(verb, trigger) or self._of_dative(verb) or self._own_behind(verb, trigger)
        found = found or self._governor(verb, trigger)
        if found is None and trigger.kind == "state":
            found = self._beside_state(trigger)
        if found is None and not self._has_argument(verb, trigger):
            found = self._close_by(trigger) or self._ahead_of(verb, trigger)
        return found if found is not None and found.first not in taken else None

    def _own_behind(self, verb: Token, trigger: Trigger) -> People | None:
        """Return the subject right behind a further verb: «убиты трое и ранены шестеро военнослужащих»."""
        people = self.at.get(trigger.last)
        own = verb.dep == "conj" and people is not None and people.first == trigger.last
        return (
            people if own and people is not None and people.low and self._fits_case(people, trigger) else None
        )

    def _argument(self, verb: Token, trigger: Trigger) -> People | None:
        """Return the subject, or what the parser took for an object of an impersonal («ранено 5 человек»)."""
        takes_part = trigger.outcome is Outcome.INVOLVED
        for dep in _SUBJECTS if takes_part else _ARGUMENTS:
            for child in self.document.children(verb, dep):
                if child.lower in self.words.people.relative or child.lemma in self.words.people.relative:
                    return self._antecedent(verb, child)
                people = self.at.get(child.index)
                if people is not None and not self._apart(people, trigger):
                    return people
        return None

    def _apart(self, people: People, trigger: Trigger) -> bool:
        return self._overlaps(people, trigger) or self._introduces(people, trigger)

    def _has_argument(self, verb: Token, trigger: Trigger) -> bool:
        """Tell whether something that is no people fills the place of the affected."""
        children = self.document.children(verb, "nsubj", "nsubj:pass")
        return any(not trigger.first <= child.index < trigger.last for child in children)

    def _overlaps(self, people: People, trigger: Trigger) -> bool:
        return people.first < trigger.last and trigger.first < people.last

    def _of_dative(self, verb: Token) -> People | None:
        """Return the dative in «нескольким удалось скрыться»."""
        governor = self.document.head(verb)
        led = governor if "VerbForm=Inf" in verb.feats else None
        leads = [each for each in (verb, led) if each is not None]
        for each in leads:
            if each.lemma not in self.words.outcomes.implicative:
                continue
            for child in self.document.children(each, "iobj", "obl", "nsubj", "obj"):
                people = self.at.get(child.index)
                if people is not None and not self.document.children(child, "case"):
                    return people
        return None

    def _governor(self, verb: Token, trigger: Trigger, depth: int = 0) -> People | None:
        """Return the noun that a participle describes, or the subject that a coordinated verb shares."""
        head = self.document.head(verb)
        if head is None or depth > 3:
            return None
        if verb.dep in ("acl", "acl:relcl", "amod") and head.index in self.at:
            people = self.at[head.index]
            return None if people.partitive and trigger.outcome is Outcome.INVOLVED else people
        if verb.dep == "acl:relcl" and not self._has_argument(verb, trigger):
            return self._elided(verb, head, trigger)
        if verb.dep in ("conj", "xcomp", "advcl") and head.pos in ("VERB", "AUX"):
            if self._has_argument(verb, trigger) or verb.lemma in self.words.outcomes.implicative:
                return None
            shared = self._argument(head, trigger)
            if verb.dep == "conj" and self._counted_between(head.index, verb.index, shared):
                return self._of_verb_before(verb, trigger)
            return shared or self._governor(head, trigger, depth + 1)
        return None

    def _of_verb_before(self, verb: Token, trigger: Trigger) -> People | None:
        """Return the subject of the verb that "and" joins directly: «второй ранен и госпитализирован»."""
        before = self.tokens[verb.index - 2] if verb.index > 1 else None
        joint = self.tokens[verb.index - 1]
        if before is None or joint.pos != "CCONJ" or before.index not in self.trigger_at:
            return None
        return self._argument(before, trigger)

    def _elided(self, verb: Token, noun: Token, trigger: Trigger) -> People | None:
        """Return the subject a relative clause shares: «двое получили ранения, от которых умерли»."""
        governor = self.document.head(noun)
        if governor is None or governor.pos != "VERB" or noun.dep not in ("obj", "obl"):
            return None
        people = self._argument(governor, trigger)
        agrees = people is not None and not (people.single and "Number=Plur" in verb.feats)
        return people if agrees else None

    def _counted_between(self, first: int, last: int, shared: People | None) -> bool:
        """Tell whether others than those of the first verb are counted before the second."""
        between = (self.at[index] for index in range(first + 1, last) if index in self.order)
        return any(each.low is not None and each is not shared for each in between)

    def _beside_state(self, trigger: Trigger) -> People | None:
        """Return the people of a state without a copula: «двое в тяжелом состоянии»."""
        head = self.document.head(self.tokens[trigger.verb])
        if head is not None and head.index in self.at:
            return self.at[head.index]
        found = self._argument(head, trigger) if head is not None else None
        return found if found is not None else self._joined_to(trigger)

    def _joined_to(self, trigger: Trigger) -> People | None:
        """Return those told behind "too": «среди пострадавших *и* двое полицейских»."""
        joint = self.tokens[trigger.last] if trigger.last < len(self.tokens) else None
        people = (
            self.at.get(trigger.last + 1) if joint is not None and joint.pos in ("CCONJ", "PART") else None
        )
        return people if people is not None and people.first == trigger.last + 1 and people.low else None

    def _close_by(self, trigger: Trigger) -> People | None:
        """Return people right beside the outcome, behind it first, in no other clause."""
        sentence = self.document.sentence_of(self.tokens[trigger.verb])
        for positions in (
            range(trigger.last, min(sentence.last, trigger.last + _CLOSE)),
            range(trigger.first - 1, max(sentence.first, trigger.first - _CLOSE) - 1, -1),
        ):
            for position in positions:
                token = self.tokens[position]
                people = self.at.get(position)
                if people is not None:
                    if people.low and self._fits_case(people, trigger):
                        return people
                    break
                if (
                    token.pos not in ("ADV", "PART", "AUX", "ADJ", "DET", "NUM")
                    or position in self.trigger_at
                ):
                    break
        return None

    def _ahead_of(self, verb: Token, trigger: Trigger) -> People | None:
        """Return a subject before its verb that the tree lost: only words of its own phrase stand between."""
        for position in range(trigger.first - 1, max(0, trigger.first - _PHRASE), -1):
            people = self.at.get(position)
            if people is None or not people.low:
                continue
            below = {token.index for token in self.document.subtree(self.tokens[people.head])}
            own = below.issuperset(range(people.last, trigger.first))
            several = people.low > 1 and {"Number=Plur", "Variant=Short"} <= verb.feats
            return people if own and several and self._fits_case(people, trigger) else None
        return None

    def _fits_case(self, people: People, trigger: Trigger) -> bool:
        head = self.tokens[people.head]
        if people.partitive and people.bare:  # «двое из них»: the number, not the pronoun, has the case
            numbers = (token for token in self.tokens[people.first : people.last] if token.pos == "NUM")
            head = next(numbers, head)
        if self.document.children(head, "case") or head.dep in ("nmod", "iobj", "obl", "obl:agent"):
            return False
        governor = self.document.head(head)
        if people.first == trigger.last and governor is self.document.head(self.tokens[trigger.verb]):
            return True  # «убиты трое и ранены шестеро», both hung on the first verb
        other = governor is not None and governor.index in self.trigger_at and head.dep in _ARGUMENTS
        return not (other and governor is not None and not trigger.first <= governor.index < trigger.last)

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
        return "Case=Nom" not in cases and self.tokens[people.head].dep not in ("nsubj", "nsubj:pass")
