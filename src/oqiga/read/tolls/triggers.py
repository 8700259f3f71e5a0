"""What became of people: the words of a text that tell an outcome, and how they find those affected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.syntax import SUBJECTS, Document, Sentence, Token
from oqiga.model.terms import HARM, Outcome
from oqiga.read.phrases import Match
from oqiga.read.tolls.figure_of import figures_of
from oqiga.read.tolls.lexicon import KINDS, TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.senses import Senses
from oqiga.read.tolls.trigger import VERBAL, Trigger

_TAKEN_UP = 2
"""Sentences over which "the total" still means the toll told last."""
_FRAMED = ("obj", "iobj", "obl", *SUBJECTS, "xcomp")
"""Relations in which the noun of an outcome's frame hangs on its verb."""


def find_triggers(document: Document, people: Sequence[People], words: TollWords) -> tuple[Trigger, ...]:
    """Return the outcome words of a text in order, the voice of verbs told."""
    finder = _Finder(document, people, words)
    found = [trigger for sentence in document.sentences for trigger in finder.in_sentence(sentence)]
    found += figures_of(document, words.outcomes)
    again = _taken_up(document, found, words)
    return tuple(sorted([*found, *again], key=lambda each: each.first))


def _taken_up(document: Document, found: Sequence[Trigger], words: TollWords) -> list[Trigger]:
    """Return nouns that take up a toll told before, where it is changed: "lowering the *total* to 253"."""
    tolls = [each for each in found if each.kind == "toll"]
    harmed = [each for each in found if each.outcome in HARM]
    taken = {index for each in found for index in range(each.first, each.last)}
    again: list[Trigger] = []
    meant = words.outcomes.toll_again
    for sentence in document.sentences if meant and (tolls or harmed) else ():
        inside = range(sentence.first, sentence.last)
        nouns = [i for i in inside if document.tokens[i].lemma in meant and i not in taken]
        changed = bool(nouns) and any(
            phrases.search(document.tokens, sentence.first, sentence.last) is not None
            for phrases in (words.revisions.change, words.revisions.origin)
        )
        for index in nouns if changed else ():
            told = [each for each in tolls if _shortly_before(document, each, index)]
            if not told and _is_changed(document, index, words):
                told = _of_one_outcome(document, harmed, index)
            if told:
                again.append(replace(told[-1], first=index, last=index + 1, verb=index, kind="toll"))
    return again


def _is_changed(document: Document, index: int, words: TollWords) -> bool:
    """Tell whether a verb of changing governs a noun that stands alone: "revised *the figure* to six"."""
    noun = document.tokens[index]
    verb = document.tokens[noun.head]
    alone = all(each.dep in ("det", "amod", "case", "punct") for each in document.children(noun))
    governed = noun.pos == "NOUN" and noun.dep in ("obj", "nsubj:pass") and alone
    return (
        governed and words.revisions.change.at(document.tokens, verb.index, len(document.tokens)) is not None
    )


def _of_one_outcome(document: Document, harmed: Sequence[Trigger], index: int) -> list[Trigger]:
    """Return the triggers told shortly before a noun when they all tell one outcome, else none."""
    told = [each for each in harmed if _shortly_before(document, each, index)]
    return told if len({each.outcome for each in told}) == 1 else []


def _shortly_before(document: Document, trigger: Trigger, index: int) -> bool:
    """Tell whether a trigger stands before a noun, in its sentence or in one of the two before it."""
    tokens = document.tokens
    near = document.sentences_between(tokens[trigger.verb], tokens[index]) <= _TAKEN_UP
    return trigger.last <= index and near


class _Finder(Senses):
    """Finds triggers sentence by sentence."""

    def in_sentence(self, sentence: Sentence) -> list[Trigger]:
        """Return the triggers of one sentence; at each token the longest phrase wins."""
        found = []
        position = sentence.first
        while position < sentence.last:
            trigger = self._at(position, sentence)
            if trigger is not None:
                found.append(trigger)
            position = trigger.last if trigger else position + 1
        return found

    def _at(self, position: int, sentence: Sentence) -> Trigger | None:
        matches = [
            (kind, match)
            for kind in KINDS
            if (match := self.words.triggers[kind].at(self.tokens, position, sentence.last)) is not None
        ]
        for kind, match in sorted(matches, key=lambda each: -each[1].last):
            trigger = self._accept(kind, match, sentence)
            if trigger is not None:
                told = self._framed(position, sentence) if trigger.outcome is Outcome.AT_LARGE else None
                return told or trigger  # «под завалами *разыскивают* пятерых»: missing, not fled
        return self._framed(position, sentence)

    def _framed(self, position: int, sentence: Sentence) -> Trigger | None:
        """Return a verb that tells an outcome by what hangs below it: «нанес двоим ножевые ранения»."""
        verb = self.tokens[position]
        for frame in self.words.frames.get(verb.lemma, ()) if verb.pos in VERBAL else ():
            if not self._hangs_below(verb, frame.having) or not self._done_by(verb, frame.by):
                continue
            outcome = Outcome(frame.outcome)
            trigger = Trigger(position, position + 1, position, frame.kind, outcome, frame.crowd)
            return self._voiced(trigger, sentence) if frame.kind == "object" else trigger
        return None

    def _hangs_below(self, verb: Token, words: frozenset[str]) -> bool:
        """Tell whether a noun hangs on a verb, by itself, in a list, or below «несколько ударов»."""
        below = [*self.document.children(verb, *_FRAMED)]
        if verb.dep == "acl:relcl" and any(child.lemma in self.relative for child in below):
            below.append(self.tokens[verb.head])
        # not «врачи *больницы* остались»
        inner = (one for one in below if one.dep not in SUBJECTS)
        further = (each for one in inner for each in self.document.children(one, "nmod", "conj"))
        return any(child.lemma in words for child in (*below, *further))

    def _done_by(self, verb: Token, doers: frozenset[str]) -> bool:
        """Tell whether one of the things does it that alone do: a crash, nobody who sends on an errand."""
        return not doers or any(each.lemma in doers for each in self.document.children(verb, "nsubj"))

    def _accept(self, kind: str, match: Match[str], sentence: Sentence) -> Trigger | None:
        """Return the trigger if its words are used in the sense of the lexicon."""
        verb = self._verb_of(match)
        trigger = Trigger(match.first, match.last, verb, kind, Outcome(match.value))
        if self.means_something_else(trigger, sentence):
            return None
        if kind == "object" and (self.describes_a_thing(trigger) or self.misses(trigger)):
            return None
        if kind == "object":
            return self._voiced(trigger, sentence) if self._verbal(trigger) else None
        if kind == "subject":
            if self.tokens[match.first].dep == "aux" and self.tokens[match.first].head < match.last - 1:
                return None  # "had died of injuries" is no "had injuries"
            if self.describes_a_thing(trigger) or self.has_people_inside(match):
                return None
            return trigger if self.tokens[verb].pos in VERBAL or match.last - match.first > 1 else None
        if kind == "state":
            if match.length == 1 and self.document.children(self.tokens[verb], "obj"):
                return None  # "shot and *killed* dogs"
            if match.length == 1 and self.leads_a_hyphen(match):
                return None  # "four *hostage*-takers"
            whole = not self.has_two_phrases(trigger)
            return trigger if whole and self._predicative(trigger, sentence) else None
        if kind == "of" and not (self.leads_on(match, sentence) and self.severe(trigger)):
            return None
        if kind in ("count", "of") and not self.tells_loss(match, sentence):
            return None
        if kind == "toll" and self.leads_a_compound(match):
            return None  # "the toll revision", "toll-free"
        if kind in ("count", "of", "toll"):
            several = kind == "toll" and match.last - match.first > 1
            return trigger if several or self.tokens[match.last - 1].pos not in VERBAL else None
        return trigger

    def _verb_of(self, match: Match[str]) -> int:
        """Return the token of a phrase that the others hang on."""
        inside = self.tokens[match.first : match.last]
        verbs = [token for token in inside if token.pos in VERBAL and token.dep != "amod"]
        if verbs:
            return next((token.index for token in verbs if token.pos == "VERB"), verbs[0].index)
        for token in self.tokens[match.first : match.last]:
            if not match.first <= token.head < match.last or token.head == token.index:
                return token.index
        return match.first

    def _verbal(self, trigger: Trigger) -> bool:
        """Tell whether a word of `object` is a verb here, whatever the parser made of a headline."""
        token = self.tokens[trigger.verb]
        if token.pos in VERBAL:
            return True
        return (
            token.pos in ("ADJ", "NOUN", "PROPN")
            and trigger.last in self.starts
            and self._looks_verbal(token)
        )

    def _looks_verbal(self, token: Token) -> bool:
        return token.dep != "compound" and (token.lower != token.lemma or token.index + 1 in self.counted)

    def _voiced(self, trigger: Trigger, sentence: Sentence) -> Trigger | None:
        return replace(trigger, kind="passive" if self._passive(trigger, sentence) else "active")

    def _passive(self, trigger: Trigger, sentence: Sentence) -> bool:
        verb = self.tokens[trigger.verb]
        below = (child for child in self.children_of(trigger) if child.index != trigger.last - 1)
        children = {child.dep for child in below}  # of "two men held *hostage* by a group" without the noun
        if "Voice=Pass" in verb.feats or children & {"aux:pass", "nsubj:pass"}:
            return True
        if "Voice=Act" in verb.feats or self._does_it_who(verb):
            return False
        participle = "VerbForm=Part" in verb.feats and "Aspect=Prog" not in verb.feats
        past = participle or "Tense=Past" in verb.feats or verb.pos == "ADJ"
        if trigger.last in self.starts and "obl:agent" not in children:
            return self._after_copula(trigger, sentence) and past
        if participle or (past and verb.dep in ("acl", "amod")):
            return not self._perfect(trigger, sentence)
        beside = trigger.first in self.ends or trigger.first in self.inside  # "31 wounded" is one phrase
        return past and "obj" not in children and beside

    def _does_it_who(self, verb: Token) -> bool:
        """Tell whether a verb with an object tells what somebody did: "*who* police say *shot* two"."""
        objects = self.document.children(verb, "obj")
        doers = self.document.children(verb, "nsubj")
        return bool(objects) and any(each.lower in self.relative for each in doers)

    def _after_copula(self, trigger: Trigger, sentence: Sentence) -> bool:
        """Tell whether a copula stands right before, at most adverbs between."""
        position = trigger.first - 1
        while position >= sentence.first and self.tokens[position].pos in ("ADV", "PART"):
            position -= 1
        return position >= sentence.first and self.tokens[position].lemma in self.words.copulas

    def _perfect(self, trigger: Trigger, sentence: Sentence) -> bool:
        """Tell whether the participle is part of an active perfect, with an auxiliary and no copula."""
        auxiliaries = self.document.children(self.tokens[trigger.verb], "aux")
        return bool(auxiliaries) and not self._after_copula(trigger, sentence)

    def _predicative(self, trigger: Trigger, sentence: Sentence) -> bool:
        """Tell whether a state stands beside people, behind a copula, or inside a counted noun phrase."""
        if (
            trigger.first in self.ends
            or trigger.first in self.inside
            or self._after_copula(trigger, sentence)
        ):
            return True
        if trigger.last - trigger.first > 1:
            return True
        token = self.tokens[trigger.verb]
        return token.dep in ("acl", "xcomp", "acl:relcl", "conj", "root", "amod", "advcl")
