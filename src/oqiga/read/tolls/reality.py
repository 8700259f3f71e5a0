"""Whether an outcome is told as having happened, and how surely.

Here: what is negated, caught alive or a natural death. What has only been meant is told by `not_come_about`,
hearsay and denial by `telling`.
"""

from __future__ import annotations

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import Certainty, Outcome
from oqiga.read.tolls.lexicon import OutcomeWords
from oqiga.read.tolls.not_come_about import NotComeAbout
from oqiga.read.tolls.people import People
from oqiga.read.tolls.telling import Telling
from oqiga.read.tolls.trigger import Trigger


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
    apart = NotComeAbout(document, words)
    if (
        apart.played(trigger, people)
        or apart.unreal(trigger)
        or apart.conditional(trigger)
        or apart.awaited(trigger)
    ):
        return None
    if apart.over_or_to_come(trigger):
        return None
    if judge.taken_alive(trigger) or judge.natural(trigger):
        return None
    telling = Telling(document, words)
    if telling.denied(trigger) or telling.belied(trigger, people):
        return Certainty.DENIED
    if trigger.kind == "toll" and apart.foreseen(people):
        return None
    feats = document.tokens[trigger.verb].feats
    ahead = "VerbForm=Vnoun" in feats and "Tense=Past" not in feats  # "өлтіруі *мүмкін*": not yet
    modal = {
        each.lower for each in around if each.pos == "AUX" or (ahead and each.dep == "aux")
    } & words.modal
    if modal:
        told = modal <= words.modal_past and trigger.kind not in ("active", "toll")
        return Certainty.SUSPECTED if told and not apart.to_come(trigger, around) else None
    accounts = telling.accounts(trigger)
    if (forms | accounts | telling.told_of(trigger)) & words.doubt:
        return Certainty.SUSPECTED
    if document.tokens[trigger.verb].lemma in words.euphemisms:
        return Certainty.SUSPECTED
    reported = (forms | accounts) & words.hearsay or telling.reported(trigger)
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
        behind = self.tokens[token.index + 2 : token.index + 4]
        instead = [each.text for each in behind[:1]] == [","] and behind[-1].pos == "CCONJ"
        return (beside[0].text == "," or instead) and beside[2].pos == "NUM"  # «погибли *не* 12, а 15»

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

    def taken_alive(self, trigger: Trigger) -> bool:
        """Tell whether somebody rendered harmless was caught: «*обезврежен* и задержан», not two others."""
        verb = self.tokens[trigger.verb]
        if verb.lemma not in self.words.foes:
            return False
        both = (*self.document.children(verb, "conj"), *([verb] if verb.dep == "conj" else ()))
        shared = [each for each in both if not self.document.children(each, *SUBJECTS)]
        if self.document.children(verb, "obj"):  # «ликвидировали 18, *задержали девять*» are others
            shared = [each for each in shared if each is not verb and not self.document.children(each, "obj")]
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
            held = self.document.children(above, "obj", *SUBJECTS, "compound:lvc")
            if any(self.words.natural.has(each) for each in held):
                return True  # "анасының қайтыс болуына байланысты *дұға* жасалды"
        beside = list(self.document.children(verb, "advmod", "obl", "nmod", "obj"))
        beside += [each for noun in beside for each in self.document.children(noun, "nmod")]
        return any(
            self.words.natural.before(self.tokens, each.index + 1, trigger.last) is not None
            for each in beside
            if each.index >= trigger.last
        )
