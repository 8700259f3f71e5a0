"""Whether an outcome is told as having happened, and how surely: negation, modality, hearsay, denial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Certainty, Outcome
from oqiga.read.tolls.lexicon import OutcomeWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

_CLAUSE = frozenset({"xcomp", "ccomp", "acl", "advcl", "obl", "nmod", "csubj", "conj", "nsubj:pass", "obj"})
_TO_COME = frozenset({"Tense=Fut", "Tense=Intent"})

_AT_ONCE = frozenset({Outcome.KILLED, Outcome.DETAINED, Outcome.ABDUCTED})
"""Outcomes that come about at a moment, so that who may suffer them has not yet."""


def certainty_of(
    document: Document, trigger: Trigger, people: People, words: OutcomeWords
) -> Certainty | None:
    """Return how surely the clause says that this befell these people; None when it says that it did not.

    Who says so is not looked at here. A count of nought under a plain verb is a statement like any other.
    """
    judge = _Judge(document, words)
    around = judge.around(trigger, people)
    forms = {word for token in around for word in (token.lower, judge.sense_of(token))}
    forms.add(document.tokens[trigger.verb].lower.rpartition("-")[2])  # "қаза тапқан-мыс"
    none = people.low == people.high == 0  # "nobody was not hurt", as many languages say, is nobody too
    if not none and (forms & words.negation or judge.negated(trigger)):
        return None
    if judge.unreal(trigger) or judge.conditional(trigger) or judge.over_or_to_come(trigger):
        return None
    if judge.taken_alive(trigger) or judge.natural(trigger):
        return None
    if judge.denied(trigger):
        return Certainty.DENIED
    if trigger.kind == "toll" and judge.foreseen(people):
        return None
    modal = {token.lower for token in around if token.pos == "AUX"} & words.modal
    if modal:
        told = modal <= words.modal_past and trigger.kind not in ("active", "toll")
        return Certainty.SUSPECTED if told and not judge.to_come(trigger, around) else None
    accounts = judge.accounts(trigger)
    if (forms | accounts | judge.told_of(trigger)) & words.doubt:
        return Certainty.SUSPECTED
    reported = (forms | accounts) & words.hearsay or judge.reported(trigger)
    return Certainty.REPORTED if reported else Certainty.STATED


class _Judge:
    """Looks at the clause of one trigger."""

    def __init__(self, document: Document, words: OutcomeWords) -> None:
        self.document = document
        self.tokens = document.tokens
        self.words = words

    def sense_of(self, token: Token) -> str:
        """Return the lemma of a word, itself where it describes a noun: "банк *алдындағы* кезекте"."""
        describes = self.words.verb_last and token.pos == "ADJ" and token.dep == "amod"
        return token.lower if describes else token.lemma

    def around(self, trigger: Trigger, people: People) -> list[Token]:
        """Return the words that qualify a trigger: auxiliaries, adverbs, what stands before it."""
        verb = self.tokens[trigger.verb]
        found = list(self.document.children(verb, "aux", "aux:pass", "advmod", "cop"))
        head = self.document.head(verb)
        if (
            head is not None
            and head.lemma in self.words.copulas
            and verb.dep in ("xcomp", "obl", "advmod", "conj")
        ):
            found += [head, *self.document.children(head, "aux", "aux:pass", "advmod")]
        if head is not None and verb.dep in ("ccomp", "csubj") and head.pos == "AUX":
            found += self.document.children(head, "xcomp")  # "it is *possible* that"
        if self.words.verb_last:  # "қаза тапқан *тәрізді*"
            found += self.document.children(verb, "case")
        if trigger.kind == "toll":
            found += [token for token in self.tokens[trigger.last : people.first] if token.pos == "AUX"]
        if people.last <= trigger.first and trigger.first - people.last <= 5:
            found += [token for token in self.tokens[people.last : trigger.first] if token.pos != "NOUN"]
        elif trigger.first < people.first:
            found += [
                token
                for token in self.tokens[max(0, trigger.first - 2) : trigger.first]
                if token.pos == "ADV"
            ]
        outside = (token for token in found if not trigger.first <= token.index < trigger.last)
        return [token for token in outside if not self._contrasts(token)]

    def _contrasts(self, token: Token) -> bool:
        """Tell whether a word only sets another number against the one that stands: ", *not* 359"."""
        beside = self.tokens[max(0, token.index - 1) : token.index + 2]
        if len(beside) < 3:
            return False
        if self.words.verb_last and beside[2].text == ",":  # "359 *емес*, 253", "17 адам *емес*, 12"
            return any(each.pos == "NUM" for each in self.tokens[max(0, token.index - 2) : token.index])
        return beside[0].text == "," and beside[2].pos == "NUM"

    def told_of(self, trigger: Trigger) -> set[str]:
        """Return the noun that holds what is told, where it stands behind: "қаза тапты деген *күдік* бар"."""
        verb = self.tokens[trigger.verb]
        telling = self.document.head(verb)
        if not self.words.verb_last or telling is None or verb.dep != "ccomp" or telling.dep != "acl":
            return set()
        return {self.tokens[telling.head].lemma}

    def accounts(self, trigger: Trigger) -> set[str]:
        """Return the words beside the account that a clause is told by: "*алғашқы* мәлімет бойынша"."""
        if not self.words.accounts:
            return set()
        verb = self.tokens[trigger.verb]
        verbs = (verb, *self._governors(trigger.verb), *self.document.children(verb, "advcl"))
        nouns = [
            noun
            for each in verbs
            for noun in self.document.children(each, "obl")
            if noun.lemma in self.words.accounts and self.document.children(noun, "case")
        ]
        beside = [
            token
            for noun in nouns
            for token in (
                *self.document.children(noun, "amod", "acl"),
                *self.tokens[max(0, noun.index - 2) : noun.index],
            )
        ]
        return {word for token in beside for word in (token.lower, token.lemma)}

    def negated(self, trigger: Trigger) -> bool:
        """Tell whether the verb itself is negative, where endings negate, or the one above it denies it.

        "Ұсталмады" is: was not caught; "it does *not appear* that she was hurt" says that she was not.
        """
        verb = self.tokens[trigger.verb]
        above = self.document.head(verb)
        if (
            above is not None
            and verb.dep in ("ccomp", "csubj", "xcomp")
            and above.lemma in self.words.raising
        ):
            denies = {each.lower for each in self.document.children(above, "advmod")} & self.words.negation
            if denies:
                return True
        own = trigger.last - trigger.verb == 1  # "тіл тартпай кетті" holds a negative and is none
        forms = (*([verb] if own else []), *self.document.children(verb, "aux", "aux:pass"))
        return any("Polarity=Neg" in token.feats for token in forms)

    def foreseen(self, people: People) -> bool:
        """Tell whether a figure is only what the number may reach, said by the verb behind it."""
        verb = self.document.head(self.tokens[people.head])
        if verb is None or verb.index < people.head:
            return False
        return bool({token.lower for token in self.document.children(verb, "aux")} & self.words.modal)

    def _came_about(self, verb: Token) -> bool:
        """Tell whether the infinitive of a verb happened, perhaps by its particle ("*went on* to kill")."""
        particles = (child.lower for child in self.document.children(verb, "compound:prt", "advmod"))
        named = (verb.lemma, *(f"{verb.lemma} {particle}" for particle in particles))
        return any(each in self.words.implicative for each in named)

    def unreal(self, trigger: Trigger) -> bool:
        """Tell whether the outcome was only meant, feared in general, tried or averted."""
        verb = self.tokens[trigger.verb]
        start = self.document.sentence_of(verb).first
        if trigger.first > start and self.tokens[trigger.first - 1].lower in self.words.all_but:
            return True
        ahead = self.words.unreal.search(self.tokens, max(start, trigger.first - 4), trigger.first)
        if ahead is not None and self._leads_to(ahead.last, trigger):
            return True
        if trigger.kind not in ("active", "passive", "subject"):
            return False
        if self._threatened(verb):
            return True
        if "VerbForm=Inf" in verb.feats and not self._modal(verb) and not self._supported(verb):
            head = self.document.head(verb)
            if verb.dep == "conj" and head is not None and "VerbForm=Inf" in head.feats:
                head = self.document.head(head)
            return head is None or not self._came_about(head)
        passive = self.document.children(verb, "aux:pass")
        auxiliaries = self.document.children(verb, "aux", "aux:pass")
        return (
            len(auxiliaries) <= 2
            and any("VerbForm=Inf" in each.feats for each in passive)
            and not self._modal(verb)
            and not self._told_to_be(verb)
        )

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
        return any(self.words.unreal.at(self.tokens, each.index, each.index + 2) for each in opening)

    def _supported(self, verb: Token) -> bool:
        """Tell whether a finite auxiliary tells that an infinitive came about: "*did* not survive"."""
        return any("VerbForm=Fin" in each.feats for each in self.document.children(verb, "aux"))

    def _modal(self, verb: Token) -> bool:
        return any(each.lower in self.words.modal for each in self.document.children(verb, "aux"))

    def _leads_to(self, position: int, trigger: Trigger) -> bool:
        """Tell whether only small words stand between a word of intent and the trigger."""
        return all(
            token.pos in ("PART", "ADP", "DET", "ADV", "AUX")
            for token in self.tokens[position : trigger.first]
        )

    def over_or_to_come(self, trigger: Trigger) -> bool:
        """Tell whether a verb's tense says that it is not so: «*арестуют*», «*скрывался*», «*өлтірмек*»."""
        feats = self.tokens[trigger.verb].feats
        past = {"Tense=Past", "Aspect=Imp", "VerbForm=Fin"} <= feats
        return not feats.isdisjoint(_TO_COME) or (trigger.outcome is Outcome.AT_LARGE and past)

    def to_come(self, trigger: Trigger, around: Sequence[Token]) -> bool:
        """Tell whether what may befall somebody has not yet: "he *may die*", not "they *may have* died"."""
        if not self.words.perfect or trigger.kind == "state" or trigger.outcome not in _AT_ONCE:
            return False
        return not any(token.lemma in self.words.perfect for token in around if token.pos == "AUX")

    def taken_alive(self, trigger: Trigger) -> bool:
        """Tell whether somebody rendered harmless was caught: «*обезврежен* и задержан»."""
        verb = self.tokens[trigger.verb]
        if verb.lemma not in self.words.foes:
            return False
        both = (*self.document.children(verb, "conj"), *([verb] if verb.dep == "conj" else ()))
        shared = [each for each in both if not self.document.children(each, "nsubj", "nsubj:pass")]
        beside = [self.tokens[each.head] if each is verb else each for each in shared]
        caught = (self.words.triggers["object"].meaning(each.lemma) for each in beside)
        return any(meaning == Outcome.DETAINED.value for meaning in caught)

    def natural(self, trigger: Trigger) -> bool:
        """Tell whether somebody died as people do: "he *died of cancer*", "she *died peacefully*"."""
        if trigger.outcome is not Outcome.KILLED or not self.words.natural:
            return False
        verb = self.tokens[trigger.verb]
        above = self.document.head(verb)
        if trigger.kind == "of" and above is not None and self.words.natural.has(above):
            return True  # «годовщина смерти»
        if self.words.verb_last and above is not None and "VerbForm=Vnoun" in verb.feats:
            held = self.document.children(above, "obj", "nsubj", "nsubj:pass", "compound:lvc")
            if any(self.words.natural.has(each) for each in held):
                return True  # "анасының қайтыс болуына байланысты *дұға* жасалды"
        beside = list(self.document.children(verb, "advmod", "obl", "nmod", "obj"))
        beside += [each for noun in beside for each in self.document.children(noun, "nmod")]
        return any(
            self.words.natural.before(self.tokens, each.index + 1, trigger.last) is not None
            for each in beside
            if each.index >= trigger.last
        )

    def conditional(self, trigger: Trigger) -> bool:
        """Tell whether the clause is a condition."""
        verb = self.tokens[trigger.verb]
        above = self.tokens[verb.head] if verb.dep == "obl" else verb  # "whether they *are* in custody"
        marks = self.document.children(above if above.pos == "AUX" else verb, "mark", "advmod")
        at = self.words.conditional.at
        return "Mood=Cnd" in verb.feats or any(at(self.tokens, each.index, each.index + 1) for each in marks)

    def denied(self, trigger: Trigger) -> bool:
        """Tell whether somebody is said to deny it."""
        return any(
            self.words.denial.at(self.tokens, first, verb.index + 1) is not None
            for verb in self._governors(trigger.verb)
            for first in (verb.index, max(0, verb.index - 1))
            if self._lies_in(verb, first)
        )

    def _lies_in(self, verb: Token, first: int) -> bool:
        """Tell whether a verb begins its entry, or the noun right before is one with it."""
        return first == verb.index or self.tokens[first].dep == "compound:lvc"

    def reported(self, trigger: Trigger) -> bool:
        """Tell whether an unnamed "is reported" or "was said" governs the clause."""
        verb = self.tokens[trigger.verb]
        head = self.document.head(verb)
        if head is None or verb.dep not in ("xcomp", "ccomp", "acl"):
            return False
        if self.words.verb_last and head.index > verb.index:
            return self._said_behind(head)
        passive = {child.dep for child in self.document.children(head)} & {"nsubj:pass", "aux:pass"}
        return head.lemma in self.words.hearsay_passive and bool(passive)

    def _said_behind(self, head: Token) -> bool:
        """Tell whether what stands behind makes it hearsay: "деп хабарланды", "деген қауесет"."""
        over = self.document.head(head)
        if head.dep == "acl" and over is not None and over.lemma in self.words.hearsay:
            return True
        return head.lemma in self.words.hearsay_passive and "Voice=Pass" in head.feats

    def _governors(self, index: int) -> Iterator[Token]:
        token = self.tokens[index]
        for _ in range(3):
            if token.dep not in _CLAUSE or token.head == token.index:
                return
            apart = token.dep in ("conj", "advcl") and token.pos == "VERB" and token.index != index
            if apart and self.document.children(token, "ccomp"):
                return  # "denied that 100 died and *said* that twelve did", "…, *saying* twelve did"
            token = self.tokens[token.head]
            yield token
