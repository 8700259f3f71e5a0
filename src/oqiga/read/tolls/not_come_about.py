"""What has not come about, though its words are there: meant, tried, threatened, averted, still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import Outcome
from oqiga.read.tolls.lexicon import OutcomeWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_TO_COME = frozenset({"Tense=Fut", "Tense=Intent"})
_AT_ONCE = frozenset({Outcome.KILLED, Outcome.DETAINED, Outcome.ABDUCTED})
"""Outcomes that come about at a moment, so that who may suffer them has not yet."""


@dataclass(frozen=True, slots=True)
class NotComeAbout:
    """Looks at the verb of one trigger: its mood and tense, and what leads to it."""

    document: Document
    words: OutcomeWords

    def unreal(self, trigger: Trigger) -> bool:
        """Tell whether the outcome was only meant, feared in general, tried or averted."""
        verb = self.document.tokens[trigger.verb]
        start = self.document.sentence_of(verb).first
        if trigger.first > start and self.document.tokens[trigger.first - 1].lower in self.words.all_but:
            return True
        ahead = self.words.unreal.search(self.document.tokens, max(start, trigger.first - 4), trigger.first)
        owner = self.words.verb_last and ahead is not None  # "террористік *әрекеттің* құрбаны болды"
        owner = owner and ahead is not None and "Case=Gen" in self.document.tokens[ahead.last - 1].feats
        if ahead is not None and not owner and self._leads_to(ahead.last, trigger):
            return True
        if trigger.kind == "of" and self._purpose(verb):
            return True
        if trigger.kind not in ("active", "passive", "subject"):
            return False
        if self._threatened(verb):
            return True
        if "VerbForm=Inf" in verb.feats and not self._modal(verb) and not self._supported(verb):
            head = self.document.head(verb)
            if verb.dep == "conj" and head is not None and "VerbForm=Inf" in head.feats:
                head = self.document.head(head)
            return head is None or not (self._came_about(head) or self._later(verb, head))
        passive = self.document.children(verb, "aux:pass")
        auxiliaries = self.document.children(verb, "aux", "aux:pass")
        return (
            len(auxiliaries) <= 2
            and any("VerbForm=Inf" in each.feats for each in passive)
            and not self._modal(verb)
            and not self._told_to_be(verb)
        )

    def _purpose(self, noun: Token) -> bool:
        """Tell whether a deed of forces is only why something was done: «операция *для ликвидации* троих», or
        what it was for: «*целью* был захват или уничтожение лидера».
        """
        if noun.lemma not in self.words.meant.deeds:
            return False
        top = self.document.tokens[noun.head] if noun.dep == "conj" else noun
        aim = self.document.tokens[top.head]
        aims = [*self.document.children(top, *SUBJECTS), *([aim] if top.dep in SUBJECTS else [])]
        cases = (*self.document.children(noun, "case"), *self.document.children(top, "case"))
        if cases and top.index != aim.index and aim.lemma in self.words.meant.working_at:
            return True  # «*меры к* задержанию», «*операция по* задержанию»
        return any(each.lemma in self.words.meant.aims for each in aims) or any(
            each.lower in self.words.meant.purposes for each in cases
        )

    def played(self, trigger: Trigger, people: People) -> bool:
        """Tell whether it is only acted: "*in the film* 12 die", "a *mock* attacker", "*played* 12 dead"."""
        document, meant = self.document, self.words.meant
        verb, head = document.tokens[trigger.verb], document.tokens[people.head]
        told = [*document.children(verb, "obl"), *document.children(head, "obl", "nmod")]
        shown = [each for each in told if each.lemma in meant.played_in]
        if any(case.lower in meant.in_it for each in shown for case in document.children(each, "case")):
            return True
        doers = document.children(verb, "nsubj", "obl:agent")
        marks = [mark for each in (*doers, head) for mark in document.children(each, "amod", "compound")]
        if any(mark.lemma in meant.played_by for mark in marks):
            return True
        above = document.tokens[head.head]
        return head.dep in ("obj", "obl", "xcomp") and above.lemma in meant.playing

    def foreseen(self, people: People) -> bool:
        """Tell whether a figure is only what the number may reach, said by the verb behind it."""
        verb = self.document.head(self.document.tokens[people.head])
        if verb is None or verb.index < people.head:
            return False
        return bool({token.lower for token in self.document.children(verb, "aux")} & self.words.modal)

    def over_or_to_come(self, trigger: Trigger) -> bool:
        """Tell whether a verb's tense says that it is not so: «*арестуют*», «*скрывался*», «*өлтірмек*»."""
        feats = self.document.tokens[trigger.verb].feats
        past = {"Tense=Past", "Aspect=Imp", "VerbForm=Fin"} <= feats
        return not feats.isdisjoint(_TO_COME) or (trigger.outcome is Outcome.AT_LARGE and past)

    def to_come(self, trigger: Trigger, around: Sequence[Token]) -> bool:
        """Tell whether what may befall somebody has not yet: "he *may die*", not "they *may have* died"."""
        if not self.words.perfect or trigger.kind == "state" or trigger.outcome not in _AT_ONCE:
            return False
        return not any(token.lemma in self.words.perfect for token in around if token.pos == "AUX")

    def conditional(self, trigger: Trigger) -> bool:
        """Tell whether the clause is a condition."""
        verb = self.document.tokens[trigger.verb]
        # "whether they *are* in custody"
        above = self.document.tokens[verb.head] if verb.dep == "obl" else verb
        marks = self.document.children(above if above.pos == "AUX" else verb, "mark", "advmod")
        return "Mood=Cnd" in verb.feats or any(self._leading("if", each) for each in marks)

    def awaited(self, trigger: Trigger) -> bool:
        """Tell whether it is only what something else lasts to: "stay indoors *until he is caught*".

        Where the tense tells, what lasted till then came about: "he fired until he *was shot dead*", unless
        that was only to be ("the search *would* go on until …", "told *to stay* until …").
        """
        verb = self.document.tokens[trigger.verb]
        above = self.document.tokens[verb.head] if verb.dep == "obl" else verb
        clause = above if above.pos == "AUX" else verb
        marks = self.document.children(clause, "mark", "case")
        if "Aspect=Until" not in verb.feats and not any(self._leading("until", each) for each in marks):
            return False
        finite = (clause, *self.document.children(clause, "aux", "aux:pass", "cop"))
        told = [each for each in finite if "VerbForm=Fin" in each.feats]
        if not told or any("Tense=Pres" in each.feats for each in told):
            return True
        main = self.document.head(clause)
        if main is None or self._modal(main):
            return main is not None
        over = self.document.head(main)
        return "VerbForm=Inf" in main.feats and not (over is not None and self._came_about(over))

    def _leading(self, label: str, word: Token) -> bool:
        """Tell whether a word leads into a clause as those of this label do: "if", "until"."""
        found = self.words.conditional.at(self.document.tokens, word.index, word.index + 1)
        return found is not None and found.value == label

    def _came_about(self, verb: Token) -> bool:
        """Tell whether the infinitive of a verb happened, perhaps by its particle ("*went on* to kill")."""
        particles = (child.lower for child in self.document.children(verb, "compound:prt", "advmod"))
        named = (verb.lemma, *(f"{verb.lemma} {particle}" for particle in particles))
        denied = {child.lower for child in self.document.children(verb, "advmod")} & self.words.negation
        return not denied and any(each in self.words.implicative for each in named)

    def _later(self, verb: Token, above: Token) -> bool:
        """Tell whether an infinitive came about after what is told: «убил её, *прежде чем* застрелиться»."""
        marks = self.document.children(verb, "mark")
        led = any(self.words.afterwards.starts(self.document, each) for each in marks)
        return led and verb.dep == "advcl" and {"VerbForm=Fin", "Tense=Past"} <= above.feats

    def _told_to_be(self, verb: Token) -> bool:
        """Tell whether somebody is said, not meant, to be so: "30 people *are thought* to be wounded"."""
        above = self.document.head(verb)
        if above is None or verb.dep != "xcomp" or above.lemma not in self.words.told_to_be:
            return False
        return bool(self.document.children(above, "aux:pass", "nsubj:pass"))

    def _threatened(self, verb: Token) -> bool:
        """Tell whether somebody only threatens to do it himself: «өлтіремін деп қорқытты»."""
        above = self.document.head(verb)
        if above is None or verb.dep != "ccomp" or "Person=1" not in verb.feats or "Tense=Past" in verb.feats:
            return False
        opening = (above, *self.document.children(above, "compound:lvc", "obj"))
        return any(self.words.unreal.at(self.document.tokens, each.index, each.index + 2) for each in opening)

    def _supported(self, verb: Token) -> bool:
        """Tell whether a finite auxiliary tells that an infinitive came about: "*did* not survive"."""
        return any("VerbForm=Fin" in each.feats for each in self.document.children(verb, "aux"))

    def _modal(self, verb: Token) -> bool:
        return any(each.lower in self.words.modal for each in self.document.children(verb, "aux"))

    def _leads_to(self, position: int, trigger: Trigger) -> bool:
        """Tell whether only small words stand between a word of intent and the trigger."""
        return all(
            token.pos in ("PART", "ADP", "DET", "ADV", "AUX")
            for token in self.document.tokens[position : trigger.first]
        )
