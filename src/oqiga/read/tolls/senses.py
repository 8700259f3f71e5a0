"""In which sense words of an outcome are used: a bill killed, a video shot, a charge of murder tell none."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import SUBJECTS, Document, Sentence, Token
from oqiga.model.terms import Outcome
from oqiga.read.phrases import Match
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import VERBAL, Trigger

_PREPOSITION_AND_TWO = 3
_QUOTES = frozenset('«“„"')
_BOUNDS = frozenset({"case", "advmod", "fixed", "punct"})
_FIGURE = 3
"""Words behind a noun, or behind a number, that tell whether a figure is one of people."""


class Senses:
    """Judges the words of triggers by what stands around them."""

    def __init__(self, document: Document, people: Sequence[People], words: TollWords) -> None:
        self.document = document
        self.tokens = document.tokens
        self.words = words.outcomes
        self.relative = words.people.relative
        self.links = words.people.links
        self.by = words.people.by
        self.starts = {each.first for each in people}
        self.inside = {i for each in people if each.low is not None for i in range(each.first, each.last)}
        self.counted = {each.first for each in people if each.low is not None and not each.single}
        self.people = {index for each in people for index in range(each.first, each.last)}
        self.counted_people = {
            each.first for each in people if each.low is not None and each.known and not each.pronoun
        }
        self.ends = {each.last for each in people}
        self.nobody = {each.first for each in people if each.low == each.high == 0}

    def has_people_inside(self, match: Match[str]) -> bool:
        """Tell whether people stand inside a phrase: "received *four men* wounded" wounds no hospital."""
        inside = range(match.first + 1, match.last - 1) if self.words.object_after_verb else ()
        return any(index in self.counted_people for index in inside)

    def leads_a_compound(self, match: Match[str]) -> bool:
        """Tell whether a noun for a figure only describes the word behind it."""
        noun = self.tokens[match.last - 1]
        return noun.dep == "compound" or (noun.dep == "obl:npmod" and self.leads_a_hyphen(match))

    def leads_a_hyphen(self, match: Match[str]) -> bool:
        """Tell whether a phrase is the first part of a word with a hyphen."""
        noun, behind = self.tokens[match.last - 1], self.tokens[match.last : match.last + 1]
        return any(each.text == "-" and each.span.start == noun.span.end for each in behind)

    def has_two_phrases(self, trigger: Trigger) -> bool:
        """Tell whether a state runs over two nouns of one verb: «*среди дипломатов* / *пострадавших* нет»."""
        if trigger.last - trigger.first != _PREPOSITION_AND_TWO or self.tokens[trigger.first].pos != "ADP":
            return False
        one, other = self.tokens[trigger.first + 1 : trigger.last]
        return one.pos == other.pos == "NOUN" and one.head == other.head

    def describes_a_thing(self, trigger: Trigger) -> bool:
        """Tell whether a participle stands in front of what is nobody: "the well executed assault"."""
        token = self.tokens[trigger.verb]
        while (
            token.dep == "conj"
            and self.tokens[token.head].dep in ("amod", "conj")
            and token.head < token.index
        ):
            token = self.tokens[token.head]
        head = self.tokens[token.head]
        return token.dep == "amod" and head.pos == "NOUN" and head.index not in self.people

    def misses(self, trigger: Trigger) -> bool:
        """Tell whether a verb that harms only by bullets and the like tells of something else."""
        verb, hits = self.tokens[trigger.verb], self.words.hits
        if trigger.last - trigger.first > 1 or verb.lemma not in hits.verbs:
            return False
        above = self.tokens[verb.head]
        near = list(self.document.children(verb, *SUBJECTS, "obl:agent", "obl"))
        if verb.dep in ("conj", "advcl"):
            near += self.document.children(above, "nsubj")
            if any(each.lemma in hits.firing for each in (above, *self.document.children(above, "obj"))):
                return False
        near += [part for each in near for part in self.document.children(each, "nmod", "conj")]
        return not any(each.lemma in hits.things or each.lemma in hits.parts for each in near)

    def tells_loss(self, match: Match[str], sentence: Sentence) -> bool:
        """Tell whether lives are said to be taken or lost; other counted nouns say so themselves."""
        if self.tokens[match.first].lemma not in self.words.lives_nouns:
            return True
        near = self.tokens[max(sentence.first, match.first - 6) : min(match.last + 4, sentence.last)]
        return any(token.lemma in self.words.lives_verbs for token in near)

    def leads_on(self, match: Match[str], sentence: Sentence) -> bool:
        """Tell whether a link or a genitive follows a noun that may take the affected after it."""
        if not self.links:
            return True
        return match.last < sentence.last and self.tokens[match.last].lower in (*self.links, *self.by)

    def severe(self, trigger: Trigger) -> bool:
        """Tell whether a noun for how people are says, with its verb, that they are badly off."""
        noun = self.tokens[trigger.verb]
        if noun.lemma not in self.words.conditions:
            return True
        verb = self.document.tokens[noun.head]
        near = [*self.document.children(noun, "amod", "conj"), verb, *self.document.children(verb)]
        near += [part for each in near for part in self.document.children(each, "conj", "amod")]
        return any(word in self.words.severe for each in near for word in (each.lower, each.lemma))

    def means_something_else(self, trigger: Trigger, sentence: Sentence) -> bool:
        """Tell whether neighbours give the word another sense: a bill killed, a video shot, a charge."""
        after = [token.lemma for token in self.tokens[trigger.last : min(trigger.last + 3, sentence.last)]]
        other = self.words.not_people.get(trigger.outcome.value, frozenset())
        if after and after[0] not in self.links and self._says_where(trigger):
            after = after[1:]
        seen = ("obj", "obl") if trigger.outcome is Outcome.DETAINED else ("obj",)  # "caught on *camera*"
        outside = (
            each for each in self.children_of(trigger) if not trigger.first <= each.index < trigger.last
        )
        objects = {child.lemma for child in outside if child.dep in seen}
        narrow = trigger.kind == "object" or trigger.outcome is Outcome.AT_LARGE
        if narrow and (
            objects & other or (after[:1] and after[0] in other and trigger.last not in self.starts)
        ):
            return True
        if trigger.outcome is Outcome.AT_LARGE and self._was_before(self.tokens[trigger.verb]):
            return True
        single = trigger.last - trigger.first == 1
        if (
            single
            and after[:1]
            and after[0] in self.words.charge
            and self.tokens[trigger.first].pos != "VERB"
        ):
            return True
        if trigger.kind != "of" and (self._or_another(trigger) or self._and_another(trigger)):
            return True
        if trigger.kind == "of" and self._of_a_law(trigger.last, sentence):
            return True
        if trigger.kind == "of" and self._worn(self.tokens[trigger.verb]):
            return True
        if trigger.kind in ("count", "of") and self._is_taken(self.tokens[trigger.verb]):
            return True
        quoted = trigger.first > sentence.first and self.tokens[trigger.first - 1].text in _QUOTES
        reach = sentence.first if quoted else max(sentence.first, trigger.first - 5)
        before = [word for token in self.tokens[reach : trigger.first] for word in (token.lower, token.lemma)]
        noun = self.tokens[trigger.verb].pos == "NOUN" and trigger.kind != "state"
        nominal = trigger.kind in ("count", "of") or noun
        if self.tokens[trigger.first].lemma in self.words.never_charged:
            return False
        if trigger.kind == "of" and self.words.befallen.exactly(self.tokens, trigger.first, trigger.last):
            return False
        charged = nominal and any(word in self.words.charge for word in before)
        return charged and not (trigger.kind == "of" and self._counts_exactly(trigger.last, sentence))

    def _was_before(self, token: Token) -> bool:
        """Tell whether a past participle says how somebody was before: «*находившиеся* в розыске … убиты»."""
        above = (token, self.tokens[token.head])
        wanted = {"VerbForm=Part", "Tense=Past", "Voice=Act"}
        return any(each.lemma in self.words.copulas and wanted <= each.feats for each in above)

    def _counts_exactly(self, position: int, sentence: Sentence) -> bool:
        """Tell whether a figure stands behind a noun: "the murder of *four*", dead whoever is charged."""
        number = self._number_behind(position, sentence)
        return number is not None and number.lemma not in self.words.in_law

    def _of_a_law(self, position: int, sentence: Sentence) -> bool:
        """Tell whether a figure is that of a law, which counts from two on: «убийство двух *и более лиц*»."""
        number = self._number_behind(position, sentence)
        if number is None:
            return False
        after = self.tokens[number.index + 1 : min(sentence.last, number.index + _FIGURE)]
        joined = bool(after) and after[0].pos == "CCONJ"
        return any(each.lower in self.words.in_law for each in after[joined : joined + 1])

    def _number_behind(self, position: int, sentence: Sentence) -> Token | None:
        behind = self.tokens[position : min(sentence.last, position + 2 * _FIGURE)]
        number = next((each for each in behind if each.dep not in _BOUNDS), None)  # "of at least 40"
        return number if number is not None and number.pos == "NUM" else None

    def _worn(self, noun: Token) -> bool:
        """Tell whether a body is only what something is on: «бомба *на теле* одного из смертников»."""
        cases = (case.lower for case in self.document.children(noun, "case"))
        return noun.lemma in self.words.worn.nouns and any(case in self.words.worn.links for case in cases)

    def _is_taken(self, noun: Token) -> bool:
        """Tell whether a noun is a thing that somebody takes: «похитили 40 *тел* из морга» kills nobody.

        Who is called by what is done to him is none: «удерживали 40 заложников».
        """
        verb = self.document.head(noun)
        if verb is None or noun.dep not in ("obj", "nsubj:pass") or verb.pos != "VERB":
            return False
        done = self.words.triggers["object"].meaning(verb.lemma)
        taken = done in (Outcome.ABDUCTED.value, Outcome.DETAINED.value)
        if self.words.triggers["count"].meaning(noun.lemma) == done:
            return False
        return taken and noun.lemma in self.words.not_people.get(str(done), frozenset())

    def _or_another(self, trigger: Trigger) -> bool:
        """Tell whether one figure is of either of two outcomes: «убито *или* ранено 2900 человек»."""
        verb = self.tokens[trigger.verb]
        joined = [verb] if verb.dep == "conj" else self.document.children(verb, "conj")
        others = [each for each in joined if each.pos == verb.pos and abs(each.index - each.head) == 2]
        joints = (joint for other in others for joint in self.document.children(other, "cc"))
        return any(joint.lower in self.words.either for joint in joints)

    def _and_another(self, trigger: Trigger) -> bool:
        """Tell whether one figure is of the dead and the hurt together: "40 were *killed and wounded*"."""
        told, tokens = self.words.together, self.tokens
        start = self.document.sentence_of(tokens[trigger.verb]).first
        if any(index in self.nobody for index in range(start, trigger.first)):
            return False  # "no one was killed or injured"
        for joint in (trigger.first - 1, trigger.last):
            if not 0 < joint < len(tokens) - 1 or tokens[joint].lower not in told.joints:
                continue
            one, other = tokens[joint - 1].lower, tokens[joint + 1].lower
            both = (one in told.dead and other in told.hurt) or (one in told.hurt and other in told.dead)
            if both and not self._is_parted(joint):
                return True
        return False

    def _is_parted(self, joint: int) -> bool:
        """Tell whether what stands behind a conjunction is of others: "… were killed and *wounded ten*"."""
        first, behind = joint + 1, joint + 2
        if first in self.starts or (behind in self.starts and behind not in self.counted):
            return True  # "were killed and *wounded people* lay there"
        passive = self.document.children(self.tokens[joint - 1], "aux:pass", "nsubj:pass", "cop")
        return behind in self.counted and (bool(passive) or self.tokens[joint - 1].pos not in VERBAL)

    def children_of(self, trigger: Trigger) -> list[Token]:
        """Return what hangs on the verbs of a trigger: "shot and killed" has its object below the second."""
        verbs = [each for each in self.tokens[trigger.first : trigger.last] if each.pos in VERBAL]
        heads = verbs if len(verbs) > 1 else [self.tokens[trigger.verb]]
        return [child for each in heads for child in self.document.children(each)]

    def _says_where(self, trigger: Trigger) -> bool:
        """Tell whether a preposition behind a passive only says when or where: "was shot *at* noon"."""
        behind = self.tokens[trigger.last]
        passive = self.document.children(self.tokens[trigger.verb], "aux:pass", "nsubj:pass")
        if self.words.free_order:  # «расстрелян *у* дома»: what stands behind is nobody's object
            return False
        return behind.dep == "case" and behind.head > behind.index and bool(passive)
